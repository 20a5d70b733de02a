"""From facts to field values: how each kind prints, what unknown does, tables, sums, and fitting."""

from __future__ import annotations

import io
import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konbit.errors import BadForm
from konbit.law.facts import Fact, Kind
from konbit.law.forms import BoxLink, Column, Computed, Form, RowSource, TableLink, TextLink, Wording
from konbit.law.pack import Pack
from konbit.law.partial import PartialDate
from konbit.law.places import Places
from konbit.papers.annex import TableRest, TextRest, draw_annex
from konbit.papers.filling import fill_form
from konbit.papers.form_values import FormValues, form_values
from konbit.papers.pdf.compiled import CompiledForm, compile_form
from konbit.papers.pdf.inspecting import inspect
from konbit.papers.pdf.render import page_count
from konbit.papers.printing import print_value

TODAY = date(2026, 11, 23)


def fact(name: str, kind: Kind, owner: str = "persona", **more: Any) -> Fact:
    return Fact(name, name.capitalize(), kind, owner, "bloque", question="¿?", **more)


CIVIL = {"soltero": "Soltera o soltero", "casado": "Casada o casado", "desconocido": "Se buscó y no consta"}
FACTS = {
    one.id: one
    for one in (
        fact("nombre", Kind.TEXT),
        fact("run", Kind.RUN),
        fact("estado", Kind.CHOICE, choices=CIVIL),
        fact("apoyos", Kind.CHOICES, choices={"agua": "Agua", "luz": "Luz"}),
        fact("tiene", Kind.BOOL),
        fact("viaje", Kind.LIST),
        fact("viaje_dias", Kind.INTEGER, "viaje"),
        fact("viaje_pais", Kind.COUNTRY, "viaje"),
        fact("hijo", Kind.LIST, "hogar"),
        fact("hijo_nombre", Kind.TEXT, "hijo"),
        fact("hijo_aqui", Kind.BOOL, "hijo"),
    )
}


@pytest.fixture(scope="module")
def places(pack: Pack) -> Places:
    return pack.places


# -- one value ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "value", "wording", "text"),
    [
        (Kind.DATE, PartialDate.parse("2026-11-10"), Wording(), "10-11-2026"),
        (Kind.DATE, date(2026, 3, 1), Wording(), "01-03-2026"),
        (Kind.PARTIAL_DATE, PartialDate.parse("2018"), Wording(), "2018"),
        (Kind.PARTIAL_DATE, PartialDate.parse("2018-06"), Wording(), "06-2018"),
        (Kind.PARTIAL_DATE, PartialDate.parse("2018-06"), Wording(part="mes"), "06"),
        (Kind.PARTIAL_DATE, PartialDate.parse("2018-06"), Wording(part="dia"), ""),
        (Kind.PARTIAL_DATE, PartialDate.parse("2018-06-05"), Wording(part="dia"), "05"),
        (Kind.MOMENT, datetime(2026, 11, 10, 8, 5), Wording(), "10-11-2026 08:05"),
        (Kind.MOMENT, datetime(2026, 11, 10, 8, 5), Wording(part="anio"), "2026"),
        (Kind.RUN, "12345678-5", Wording(), "12.345.678-5"),
        (Kind.RUN, "no es un run", Wording(), "no es un run"),
        (Kind.INTEGER, 150000, Wording(style="pesos"), "$150.000"),
        (Kind.INTEGER, 24, Wording(), "24"),
        (Kind.DECIMAL, 5.0, Wording(), "5"),
        (Kind.DECIMAL, 52 / 30, Wording(), "1,73"),
        (Kind.DECIMAL, 2.001, Wording(), "2"),
        (Kind.BOOL, True, Wording(), "Sí"),
        (Kind.BOOL, False, Wording(), "No"),
        (Kind.BOOL, False, Wording(texts={"no": "no sale"}), "no sale"),
        (Kind.CHOICE, "casado", Wording(), "Casada o casado"),
        (Kind.CHOICE, "casado", Wording(texts={"casado": "Casado/a"}), "Casado/a"),
        (Kind.CHOICE, "desconocido", Wording(), ""),
        (Kind.CHOICES, ("casado", "soltero"), Wording(), "Casada o casado, Soltera o soltero"),
        (Kind.CHOICES, (), Wording(), ""),
        (Kind.COUNTRY, "HTI", Wording(), "Haití"),
        (Kind.COUNTRY, "XXX", Wording(), "XXX"),
        (Kind.COMUNA, "coyhaique", Wording(), "Coyhaique"),
        (Kind.TEXT, "  Ñuñoa ", Wording(), "Ñuñoa"),
        (Kind.DOCUMENT, "RD00451", Wording(), "RD00451"),
    ],
)
def test_how_a_value_prints(places: Places, kind: Kind, value: Any, wording: Wording, text: str) -> None:
    assert print_value(fact("x", kind, choices=CIVIL), value, places, wording) == text


# -- a form's values ------------------------------------------------------------------------------------------


def form_of(**parts: Any) -> Form:
    head = {
        "id": "X",
        "name": "Hoja",
        "file": "x.pdf",
        "edition": "1",
        "fingerprint": "0",
        "source": "propia",
    }
    return Form(**{**head, "official": False, **parts})


JOURNEYS = TableLink(
    "viajes",
    "Viajes",
    2,
    (RowSource("viaje", (Column("v{n}_dias", "viaje_dias"), Column("v{n}_pais", "viaje_pais"))),),
    none="Ninguno",
    notice="sigue",
    continues="anexo",
)


def values_of(form: Form, known: dict[str, Any], places: Places, **more: Any) -> FormValues:
    return form_values(form, FACTS, known, places, TODAY, **more)


def test_boxes_take_a_state_and_only_what_is_known(places: Places) -> None:
    form = form_of(
        boxes=(
            BoxLink("tiene", "tiene", {"si": "/S", "no": "/N"}),
            BoxLink("solo_si", "tiene", {"si": "/S"}),
            BoxLink("casado", "estado", {"casado": "1"}),
            BoxLink("luz", "apoyos", {"luz": "L"}),
        )
    )
    assert values_of(form, {}, places).values == {}
    assert values_of(form, {"tiene": False}, places).values == {"tiene": "/N"}
    known = {"tiene": True, "estado": "casado", "apoyos": ("agua", "luz")}
    assert values_of(form, known, places).values == {
        "tiene": "/S",
        "solo_si": "/S",
        "casado": "1",
        "luz": "L",
    }
    assert values_of(form, {"estado": "soltero", "apoyos": ("agua",)}, places).values == {}


def test_a_closed_branch_is_neither_printed_nor_missed(places: Places) -> None:
    form = form_of(
        texts=(TextLink("n", "nombre"),), tables=(JOURNEYS,), asks=("nombre", "viaje", "viaje_dias")
    )
    known = {"nombre": "Ana", "viaje": ({"viaje_dias": 3},)}
    shut = values_of(form, known, places, inactive=("nombre", "viaje"))
    assert (shut.values, shut.blank) == ({}, ())
    assert values_of(form, {}, places).blank == ("nombre", "viaje")


def test_not_on_record_is_not_known(places: Places) -> None:
    form = form_of(texts=(TextLink("e", "estado"),), asks=("estado",))
    found = values_of(form, {"estado": "desconocido"}, places)
    assert (found.values, found.blank) == ({}, ("estado",))


def test_a_fact_of_items_is_missed_where_one_lacks_it(places: Places) -> None:
    form = form_of(tables=(JOURNEYS,), asks=("viaje", "viaje_dias", "viaje_pais"))
    found = values_of(form, {"viaje": ({"viaje_dias": 3, "viaje_pais": "PER"}, {"viaje_dias": 4})}, places)
    assert found.blank == ("viaje_pais",)
    assert found.values == {"v1_dias": "3", "v1_pais": "Perú", "v2_dias": "4"}


def test_a_sum_needs_every_row(places: Places) -> None:
    form = form_of(computed=(Computed("total", "suma", "viaje", "viaje_dias"), Computed("dia", "hoy")))
    assert values_of(form, {}, places).values == {"dia": "23-11-2026"}
    whole = {"viaje": ({"viaje_dias": 3}, {"viaje_dias": 1200})}
    assert values_of(form, whole, places).values["total"] == "1.203"
    assert "total" not in values_of(form, {"viaje": ({"viaje_dias": 3}, {})}, places).values
    assert values_of(form, {"viaje": ()}, places).values["total"] == "0"


def test_two_lists_share_a_table(places: Places) -> None:
    children = RowSource(
        "hijo",
        (Column("v{n}_pais", "hijo_nombre"), Column("v{n}_aqui", "hijo_aqui", states={"si": "1", "no": "0"})),
        {"v{n}_dias": "hija o hijo"},
    )
    both = TableLink("t", "Todos", 2, (*JOURNEYS.sources, children), none="Ninguno", continues="anexo")
    known = {
        "viaje": ({"viaje_dias": 3},),
        "hijo": ({"hijo_nombre": "Luz", "hijo_aqui": False}, {"hijo_nombre": "Sol", "hijo_aqui": True}),
    }
    found = values_of(form_of(tables=(both,)), known, places)
    assert found.values == {"v1_dias": "3", "v2_dias": "hija o hijo", "v2_pais": "Luz", "v2_aqui": "0"}
    (extra,) = found.overflow_rows
    assert (extra.title, extra.first, extra.field, extra.continues) == ("Todos", 3, "v1_dias", True)
    assert extra.headings == ("Viaje_dias", "Viaje_pais", "Hijo_aqui")
    assert extra.cells == (("hija o hijo", "Sol", "Sí"),)
    assert values_of(form_of(tables=(both,)), {"viaje": ()}, places).values == {}
    assert values_of(form_of(tables=(both,)), {"viaje": (), "hijo": ()}, places).values == {
        "v1_dias": "Ninguno"
    }


def test_the_form_says_where_its_rows_go_on(places: Places) -> None:
    form = form_of(tables=(JOURNEYS,))
    rows = tuple({"viaje_dias": n} for n in range(1, 5))
    assert values_of(form, {"viaje": rows}, places).values["sigue"] == "filas 3 a 4: en el anexo"
    assert values_of(form, {"viaje": rows[:3]}, places).values["sigue"] == "fila 3: en el anexo"
    assert "sigue" not in values_of(form, {"viaje": rows[:2]}, places).values


def test_a_persons_name_heads_the_annex(places: Places) -> None:
    form = form_of(heading=("nombre", "run"))
    assert values_of(form, {"nombre": "Ana", "run": "12345678-5"}, places).person == "Ana · Run 12.345.678-5"
    assert values_of(form, {"run": "12345678-5"}, places).person == "Run 12.345.678-5"
    assert values_of(form, {}, places).person == ""


# -- into a PDF -----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def sheet() -> bytes:
    """A page with a narrow line, a limited one, a list of fixed choices, and two rows of a table."""
    bodies = [
        "<</Type/Catalog/Pages 2 0 R/AcroForm 5 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 300]/Resources<<>>/Annots[6 0 R 7 0 R 8 0 R 9 0 R 10 0 R]>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        "<</Fields[6 0 R 7 0 R 8 0 R 9 0 R 10 0 R]/DA(/Helv 11 Tf 0 g)/DR<</Font<</Helv 4 0 R>>>>>>",
        *(
            f"<</Subtype/Widget/FT/{kind}/T({name})/Rect[20 {low} {right} {low + 20}]/F 4/P 3 0 R{more}>>"
            for kind, name, low, right, more in (
                ("Tx", "n", 250, 120, ""),
                ("Tx", "corto", 220, 380, "/MaxLen 12"),
                ("Ch", "e", 190, 60, "/Ff 131072/Opt[(Casada o casado) (Soltera o soltero)]"),
                ("Tx", "v1_dias", 160, 80, ""),
                ("Tx", "suelto", 130, 80, ""),
            )
        ),
    ]
    out, offsets = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(bodies, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    start = len(out)
    out += f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n".encode()
    out += "".join(f"{offset:010} 00000 n \n" for offset in offsets).encode()
    out += f"trailer<</Size {len(bodies) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


@pytest.fixture(scope="module")
def compiled(sheet: bytes) -> CompiledForm:
    return compile_form(sheet)


@pytest.fixture(scope="module")
def form(sheet: bytes) -> Form:
    table = TableLink("viajes", "Viajes", 1, (RowSource("viaje", (Column("v{n}_dias", "viaje_dias"),)),))
    return form_of(
        fingerprint=inspect(sheet).fingerprint,
        texts=(TextLink("n", "nombre"), TextLink("corto", "nombre"), TextLink("e", "estado")),
        tables=(table,),
    )


def test_fields_that_the_map_leaves_are_told(compiled: CompiledForm, form: Form) -> None:
    made = fill_form(compiled, form, FormValues({"n": "Ana"}))
    assert (made.unmapped, made.fields_set, made.state) == (("suelto",), 1, "final")


def test_more_letters_than_the_field_takes_go_behind(compiled: CompiledForm, form: Form) -> None:
    made = fill_form(compiled, form, FormValues({"corto": "Ana María del Pilar"}, labels={"corto": "Nombre"}))
    assert made.values == {"corto": "… (anexo)"} or len(str(made.values["corto"])) <= 12
    assert (made.annex, made.overflow[0].label, made.overflow[0].on_annex) == (1, "Nombre", True)
    assert made.proof.ok


def test_a_choice_too_long_for_its_box_is_no_final_paper(compiled: CompiledForm, form: Form) -> None:
    made = fill_form(compiled, form, FormValues({"e": "Soltera o soltero"}))
    assert made.values == {"e": "Soltera o soltero"}  # nothing but an option may stand there
    assert (made.state, [one.kind for one in made.proof.problems]) == ("borrador", ["no_cabe"])


def test_rows_that_may_not_go_on_are_a_problem(compiled: CompiledForm, form: Form, places: Places) -> None:
    values = values_of(form, {"viaje": ({"viaje_dias": 1}, {"viaje_dias": 2})}, places)
    made = fill_form(compiled, form, values)
    assert (made.state, made.annex, made.overflow[0].on_annex) == ("borrador", 0, False)
    assert [one.message for one in made.proof.problems] == ["En la tabla «Viajes» no cabe 1 fila."]


def test_blanks_make_a_draft(compiled: CompiledForm, form: Form) -> None:
    made = fill_form(compiled, form, FormValues({"n": "Ana"}, blank=("estado",)))
    assert (made.state, made.proof.ok, made.blank) == ("borrador", True, ("estado",))


WORDS = st.lists(
    st.text(st.sampled_from("abcdefghijklmnñopqrstuvwxyzáéíóúèòÀÑ'-.,"), min_size=1, max_size=14),
    min_size=1,
    max_size=40,
)


@given(WORDS)
def test_what_is_shown_is_the_beginning_and_the_whole_stands_behind(
    compiled: CompiledForm, form: Form, words: list[str]
) -> None:
    from konbit.papers.filling import _fit

    text = " ".join(words)
    printed, texts = _fit(compiled, FormValues({"n": text}))
    shown = str(printed["n"])
    assert not compiled.overflow_of(printed)
    if texts:
        assert texts == [("n", TextRest("n", 1, text))]
        head = shown.removesuffix("…").removesuffix("… (anexo)").rstrip()
        assert text.startswith(head)
        assert not head or text[len(head)] in " .,;:"
    else:
        assert shown == text


def test_an_annex_breaks_its_pages_by_itself(form: Form) -> None:
    story = "Llegamos de noche y nadie nos explicó nada. " * 400
    rows = tuple((str(n), "palabra " * 30) for n in range(60))
    table = TableRest("Viajes", 1, 3, ("Día", "Relato"), rows)
    data = draw_annex(form, "Ana", [TextRest("Relato", 1, story), table])
    assert page_count(data) > 4
    assert data == draw_annex(form, "Ana", [TextRest("Relato", 1, story), table])


def test_starting_costs_no_pdf_library() -> None:
    code = (
        "import sys, konbit.papers.filling, konbit.papers.form_values, konbit.papers.annex,"
        " konbit.papers.knowledge; heavy = {'pypdf', 'reportlab', 'pypdfium2', 'PySide6', 'PIL'};"
        " print(sorted(heavy & {name.partition('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("official", "says"),
    [
        (False, "HOJA DE PREPARACIÓN · no es formulario oficial"),
        (True, "HOJA AGREGADA · no es parte del formulario oficial"),
    ],
)
def test_an_annex_never_passes_for_an_official_page(form: Form, official: bool, says: str) -> None:
    from pypdf import PdfReader

    data = draw_annex(replace(form, official=official), "Ana", [TextRest("Relato", 1, "algo")])
    assert says in PdfReader(io.BytesIO(data)).pages[0].extract_text()


def test_a_letter_no_font_has_is_named(form: Form) -> None:
    with pytest.raises(BadForm, match=r"U\+1F600"):
        draw_annex(form, "Ana", [TextRest("Relato", 1, "\U0001f600")])
