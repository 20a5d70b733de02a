"""The form workshop without a screen: a PDF that a clinic was given becomes a form that fills and proves."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_forms import form_with_fields, scan

from konbit.errors import BadForm, CannotWrite
from konbit.law.forms import BoxLink, TextLink, Wording
from konbit.reasoning.asking import Target
from konbit.work.ask import ask_next
from konbit.work.demo import example_cases
from konbit.work.forms import make_form
from konbit.work.office import Office, open_office
from konbit.work.own_days import open_clinic
from konbit.work.own_forms import forms_folder, office_for_form, office_with_folder, office_with_forms
from konbit.work.workshop.draft import CellLink, Draft, draft_of
from konbit.work.workshop.keeping import Title, proposed_id, remove_form, save_draft
from konbit.work.workshop.offers import Finder
from konbit.work.workshop.sheet import Sheet, Spot, difference, known_as, page_picture, sheet_of
from konbit.work.workshop.trying import most_telling, try_draft

DAY = date(2026, 11, 24)
ROOT = Path(__file__).resolve().parents[2]
REAL = Path(os.environ.get("KONBIT_FORMS_REAL") or ROOT.parent / "shared" / "forms-real") / "irs-9000-es.pdf"
TITLE = Title("HOJA-1", "Hoja de la oficina", "2021-12", "La entregó la oficina el 24-11-2026")


@pytest.fixture(scope="module")
def office() -> Office:
    return open_office()


@pytest.fixture(scope="module")
def finder(office: Office) -> Finder:
    return Finder(office.pack)


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    return sheet_of(form_with_fields(), "oficina.pdf")


@pytest.fixture(scope="module")
def flat() -> Sheet:
    return sheet_of(scan(), "escaneo.pdf")


Linking = Callable[..., Draft]


@pytest.fixture(scope="module")
def link(office: Office, finder: Finder) -> Linking:
    """Links the place of a field to the first fact found by typing."""

    def act(draft: Draft, name: str, typed: str, *, behind: bool = False) -> Draft:
        spot = spot_of(draft, name)
        return draft.link(spot, finder.search(typed, spot)[0], office.pack, behind=behind)

    return act


def spot_of(draft: Draft, name: str) -> Spot:
    return next(spot for spot in draft.spots if spot.field == name)


@pytest.fixture(scope="module")
def whole(sheet: Sheet, link: Linking) -> Draft:
    """Every kind of link there is."""
    draft = link(Draft(sheet), "nombre", "nombres")
    draft = link(draft, "nombre", "primer apellido", behind=True)
    draft = link(draft, "run", "run")
    draft = link(draft, "nace", "fecha nacimiento")
    draft = link(draft, "sexo_m", "mujer")
    draft = link(draft, "sexo_h", "sexo hombre")
    draft = link(draft, "civil", "estado civil")
    for row in range(2):
        draft = link(draft, f"v[{row}].sale", "salida desde")
        draft = link(draft, f"v[{row}].vuelve", "salida hasta")
    return draft


# -- opening and finding ------------------------------------------------------------------------------------------


def test_the_places_come_as_they_are_read_with_what_is_printed_there(sheet: Sheet) -> None:
    found = [(spot.field, spot.words, spot.kind) for spot in sheet.spots()]
    assert found == [
        ("nombre", "Nombres y apellidos", "text"),
        ("run", "RUN", "text"),
        ("nace", "Fecha de nacimiento", "text"),
        ("sexo_m", "Mujer", "tick"),
        ("sexo_h", "Hombre", "tick"),
        ("civil", "Estado civil", "choice"),
        ("v[0].sale", "Viaje 1", "text"),
        ("v[0].vuelve", "Viaje 1", "text"),
        ("v[1].sale", "Viaje 2", "text"),
        ("v[1].vuelve", "Viaje 2", "text"),
    ]


# -- linking ------------------------------------------------------------------------------------------------------


def test_the_map_of_every_kind_of_link(whole: Draft, office: Office) -> None:
    form = whole.form(office.pack, "X", "X", edition="1", source="x")
    assert form.texts == (
        TextLink("nombre", "nombres", joined=("apellido_paterno",)),
        TextLink("run", "run"),
        TextLink("nace", "fecha_nacimiento"),
        TextLink("civil", "estado_civil", Wording(texts=form.texts[3].wording.texts)),
    )
    assert form.texts[3].wording.texts["casado"] == "C"
    assert form.boxes == (
        BoxLink("sexo_m", "sexo", {"mujer": "Yes"}),
        BoxLink("sexo_h", "sexo", {"hombre": "Yes"}),
    )
    [table] = form.tables
    assert (table.id, table.rows, table.continues) == ("salida", 2, "anexo")
    assert [table.at("salida_hasta_{n}", row) for row in (1, 2)] == ["v[0].vuelve", "v[1].vuelve"]
    assert form.unused == ()
    assert draft_of(whole.sheet, form) == whole


def test_a_row_that_was_left_out_is_told(whole: Draft, office: Office) -> None:
    without = whole.unlink(spot_of(whole, "v[0].vuelve"))
    with pytest.raises(BadForm, match="en la fila 1"):
        without.form(office.pack, "X", "X", edition="1", source="x")


def test_the_next_row_is_the_first_without_a_field(whole: Draft, link: Linking) -> None:
    again = link(whole.unlink(spot_of(whole, "v[0].sale")), "v[0].sale", "salida desde")
    made = again.links["v[0].sale"]
    assert isinstance(made, CellLink)
    assert made.row == 1


def test_what_a_place_cannot_take_is_refused(sheet: Sheet, office: Office, finder: Finder) -> None:
    draft = Draft(sheet)
    box, text = spot_of(draft, "sexo_m"), spot_of(draft, "nombre")
    with pytest.raises(BadForm, match="se marca"):
        draft.link(box, finder.search("nombres", text)[0], office.pack)
    with pytest.raises(BadForm, match="no puede tomar"):
        draft.link(text, finder.search("mujer", box)[0], office.pack)
    with pytest.raises(BadForm, match="no puede tomar"):
        draft.link(spot_of(draft, "civil"), finder.search("hoy", text)[0], office.pack)


@given(
    acts=st.lists(
        st.tuples(st.sampled_from(["link", "unlink", "optional", "undo"]), st.integers(0, 9)), max_size=12
    )
)
def test_undo_gives_back_the_draft_before(
    sheet: Sheet, office: Office, finder: Finder, acts: list[tuple[str, int]]
) -> None:
    draft, before = Draft(sheet), [Draft(sheet)]
    for act, number in acts:
        spot = draft.spots[number]
        old = draft
        if act == "link":
            draft = draft.link(spot, (finder.propose(spot) or finder.search("casado" if spot.kind == "tick" else "run", spot))[0], office.pack) if spot.kind != "choice" else draft  # fmt: skip
        elif act == "undo":
            draft = draft.undo()
            before = before[:-1] or before
            assert draft == before[-1]
            continue
        else:
            draft = draft.unlink(spot) if act == "unlink" else draft.optional_too(spot)
        if draft is not old:
            before.append(draft)
            assert draft.undo() == old


# -- drawing ------------------------------------------------------------------------------------------------------


def test_boxes_drawn_on_a_scan_take_facts_and_print(flat: Sheet, office: Office, link: Linking) -> None:
    draft = Draft(flat).draw(1, (100, 450, 350, 466)).draw(1, (20, 420, 32, 432)).draw(2, (20, 100, 380, 200))
    assert [(spot.kind, spot.words) for spot in draft.spots[:2]] == [
        ("text", "Nombres"),
        ("tick", "Necesita intérprete"),
    ]
    assert [one.kind for one in draft.drawn] == ["texto", "casilla", "parrafo"]
    draft = link(draft, "caja_1", "nombres")
    draft = link(draft, "caja_2", "intérprete sí")
    draft = link(draft, "caja_3", "perjuicio demora")
    cases = example_cases(office)
    made = try_draft(office, draft, cases[most_telling(office, draft, cases)], DAY)
    assert made.problems == ()
    assert made.fields_set == 3
    assert draft.erase(draft.spots[0]).links.keys() == {"caja_2", "caja_3"}
    assert draft.turned(draft.spots[0]).drawn[0].kind == "parrafo"
    assert draft.turned(draft.spots[0]).undo() == draft


def test_nothing_is_drawn_over_fields_nor_too_small(flat: Sheet, sheet: Sheet) -> None:
    with pytest.raises(BadForm, match="ya trae sus campos"):
        Draft(sheet).draw(1, (1, 1, 50, 50))
    with pytest.raises(BadForm, match="demasiado chica"):
        Draft(flat).draw(1, (1, 1, 50, 3))


def test_a_scan_without_boxes_cannot_be_tried(flat: Sheet, office: Office) -> None:
    with pytest.raises(BadForm, match="ningún campo"):
        try_draft(office, Draft(flat), example_cases(office)["padre_27_meses"], DAY)


# -- keeping ------------------------------------------------------------------------------------------------------


def test_a_kept_form_is_filled_like_those_of_the_pack(whole: Draft, office: Office, tmp_path: Path) -> None:
    days = tmp_path / "dias_propios.toml"
    folder = forms_folder(days)
    form = save_draft(office, whole, TITLE, folder)
    assert sorted(path.name for path in (folder / "HOJA-1").iterdir()) == ["HOJA-1.pdf", "HOJA-1.toml"]
    assert (folder / "HOJA-1" / "HOJA-1.pdf").read_bytes() == whole.sheet.data
    assert [path.name for path in folder.iterdir()] == ["HOJA-1"]
    clinic = open_clinic(days_file=days)
    assert clinic.fault is None
    assert clinic.office.pack.forms["HOJA-1"] == form
    case = example_cases(office)["padre_27_meses"]
    made = make_form(clinic.office, "HOJA-1", case, DAY)
    assert (made.problems, made.missing) == ((), ("salida",))
    assert "HOJA-1" not in office.pack.forms  # the office before is as it was
    asked = ask_next(clinic.office, case, DAY, [Target("formulario", "HOJA-1")])
    assert asked and asked.facts == ("salida",)


def test_a_scan_is_kept_and_filled_flat(flat: Sheet, office: Office, link: Linking, tmp_path: Path) -> None:
    draft = link(Draft(flat).draw(1, (100, 450, 350, 466)), "caja_1", "nombres")
    save_draft(office, draft, TITLE, tmp_path)
    clinic, faults = office_with_folder(office, tmp_path)
    assert faults == ()
    made = make_form(clinic, "HOJA-1", example_cases(office)["padre_27_meses"], DAY)
    assert (made.state, made.problems) == ("final", ())
    assert b"/AcroForm" not in made.data[len(flat.data) :].split(b"startxref")[-2][-400:]
    (tmp_path / "HOJA-1" / "HOJA-1.pdf").write_bytes(scan(pages=3))
    with pytest.raises(BadForm, match="es otro archivo"):
        make_form(clinic, "HOJA-1", example_cases(office)["padre_27_meses"], DAY)


def test_another_edition_is_refused_with_what_changed(
    office: Office, sheet: Sheet, link: Linking, tmp_path: Path
) -> None:
    form = save_draft(office, link(Draft(sheet), "nombre", "nombres"), TITLE, tmp_path)
    clinic = office_with_forms(office, {form.id: form})
    newer, moved = (
        sheet_of(form_with_fields(more=True), "n.pdf"),
        sheet_of(form_with_fields(moved=9), "m.pdf"),
    )
    for other, told in (
        (newer, "trae el campo «nuevo», que el mapa no conoce"),
        (moved, "cambiaron de lugar"),
    ):
        (tmp_path / "HOJA-1" / "HOJA-1.pdf").write_bytes(other.data)
        with pytest.raises(BadForm, match=told):
            make_form(clinic, "HOJA-1", example_cases(office)["padre_27_meses"], DAY)
        assert known_as(other, [form]) == (form, False)
        fault = difference(form, other)
        assert fault and told in str(fault)
        assert draft_of(other, form).links == {"nombre": TextLink("nombre", "nombres")}
    assert known_as(sheet, [form]) == (form, True)
    assert difference(form, sheet) is None


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        (Title("F04", "x", "x", "x"), "ya es el de un formulario del paquete"),
        (Title("X", " ", "x", "x"), "Falta el nombre"),
        (Title("X", "x", "", "x"), "Falta la edición"),
        (Title("X", "x", "x", ""), "Falta la fuente"),
    ],
)
def test_what_is_not_said_is_asked_for_and_nothing_is_kept(
    whole: Draft, office: Office, tmp_path: Path, title: Title, sentence: str
) -> None:
    with pytest.raises(BadForm, match=sentence):
        save_draft(office, whole, title, tmp_path / "formularios")
    assert not (tmp_path / "formularios").exists()


def test_an_id_of_the_clinic_is_taken_unless_it_is_the_one_put_right(
    whole: Draft, office: Office, tmp_path: Path
) -> None:
    form = save_draft(office, whole, TITLE, tmp_path)
    clinic = office_with_forms(office, {form.id: form})
    with pytest.raises(BadForm, match="otro formulario de la clínica"):
        save_draft(clinic, whole, TITLE, tmp_path)
    less = whole.unlink(spot_of(whole, "run"))
    again = save_draft(clinic, less, TITLE, tmp_path, over="HOJA-1")
    assert again.unused == ("run",)
    assert [path.name for path in tmp_path.iterdir()] == ["HOJA-1"]
    remove_form(tmp_path, "HOJA-1")
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_takes_nothing_leaves_nothing(
    whole: Draft, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = save_draft(office, whole, TITLE, tmp_path)
    clinic = office_with_forms(office, {form.id: form})

    def full(*_: object) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(CannotWrite):
        save_draft(clinic, whole, TITLE, tmp_path, over="HOJA-1")
    monkeypatch.undo()
    assert [path.name for path in tmp_path.iterdir()] == ["HOJA-1"]
    assert office_with_folder(office, tmp_path)[1] == ()


def test_the_command_line_finds_a_form_of_the_clinic_and_only_that(
    whole: Draft, office: Office, tmp_path: Path
) -> None:
    save_draft(office, whole, TITLE, tmp_path)
    assert "HOJA-1" in office_for_form(office, "HOJA-1", tmp_path).pack.forms
    for other in ("F04", "NADA", "../HOJA-1", ""):
        assert office_for_form(office, other, tmp_path) is office


def test_a_code_is_proposed_from_the_name_of_the_file(office: Office) -> None:
    assert proposed_id("irs-9000-es.pdf", office) == "IRS-9000-ES"
    assert proposed_id("F04.pdf", office) == "F04-2"
    assert proposed_id("Año 2021 (3).pdf", office) == "ANO-2021-3"
    assert proposed_id("2021.pdf", office) == "F-2021"


def test_a_page_is_drawn_in_a_child(sheet: Sheet) -> None:
    assert page_picture(sheet, 1, 300).startswith(b"\x89PNG")


def test_what_is_no_form_is_refused_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(BadForm, match=r"carta\.pdf no es un PDF"):
        sheet_of(b"hola", "carta.pdf")


# -- acceptance ---------------------------------------------------------------------------------------------------


@pytest.mark.skipif(not REAL.is_file(), reason="the real forms are not here")
def test_a_foreign_form_in_six_links(office: Office, finder: Finder, link: Linking, tmp_path: Path) -> None:
    sheet = sheet_of(REAL.read_bytes(), REAL.name)
    draft = Draft(sheet)
    spots = draft.spots
    assert len(spots) == 14
    draft = link(draft, spots[0].field, "nombres")
    draft = link(draft, spots[0].field, "primer apellido", behind=True)
    for number, typed in ((1, "run"), (2, "calle"), (3, "depto"), (4, "comuna"), (5, "país nacimiento")):
        draft = link(draft, spots[number].field, typed)
    draft = draft.link(spots[9], finder.search("intérprete sí", spots[9])[0], office.pack)
    cases = example_cases(office)
    case = cases[most_telling(office, draft, cases)]
    tried = try_draft(office, draft, case, DAY)
    assert (tried.state, tried.problems, tried.fields_set) == ("final", (), 7)
    save_draft(office, draft, Title("IRS-9000", "Preferencia", "12-2021", "La entregó la oficina"), tmp_path)
    clinic, faults = office_with_folder(office, tmp_path)
    assert faults == ()
    made = make_form(clinic, "IRS-9000", case, DAY)
    assert (made.state, made.problems, made.fields_set) == ("final", (), 7)
