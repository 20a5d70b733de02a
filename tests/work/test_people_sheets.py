"""Rights cards, the blank interview, the deadlines of a case and of the clinic's day: what they say, and to whom never."""

from __future__ import annotations

import io
import json
import re
import shutil
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from konbit.case.answers import NotKnown
from konbit.case.case import Case
from konbit.cli.running import run_command
from konbit.errors import BadArgument
from konbit.law.cards import LineKind
from konbit.law.pack import Pack
from konbit.papers.sheet import pieces as p
from konbit.papers.sheet.pieces import TONGUES, Leaf, Tongue, texts_of
from konbit.reasoning.asking import Target, next_screen
from konbit.work.blank_interview import interview_leaf, make_interview_sheet
from konbit.work.cases import read_case
from konbit.work.day_sheet import DayCase, day_leaf, due_lines, judged, make_day_sheet, read_cases
from konbit.work.deadline_sheet import deadlines_leaf, make_deadline_sheet
from konbit.work.filings import record_filing
from konbit.work.office import Office, office_of
from konbit.work.rights_sheet import make_rights_sheet, rights_cards, rights_leaf

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "forms" / "ejemplos"
TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def office(pack: Pack) -> Office:
    return office_of(pack)


def case_of(office: Office, **facts: Any) -> Case:
    return read_case(office, {"codigo": "K-2B3", "hechos": facts}, "caso.json")


def text_of(data: bytes) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(data)).pages)


def words_of(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))


def assert_drawn(leaf: Leaf, data: bytes, tongue: Tongue) -> None:
    """Every text stands there in the tongues of the sheet; norms beside two tongues once, in one of them."""
    words = words_of(text_of(data))
    cites = {one.cite for one in leaf.pieces if isinstance(one, p.Marked) and one.cite}
    for text in texts_of(leaf):
        wanted = {"es": [text.es], "ht": [text.ht], "es+ht": [text.es, text.ht]}[tongue]
        drawn = [words_of(told) <= words for told in wanted]
        assert any(drawn) if text in cites else all(drawn), text


def pages_of(data: bytes) -> int:
    return len(PdfReader(io.BytesIO(data)).pages)


# --- rights


@pytest.mark.parametrize("tongue", TONGUES)
def test_every_card_is_drawn_whole_on_one_sheet(office: Office, tongue: Tongue) -> None:
    for card in rights_cards(office):
        data = make_rights_sheet(office, card.id, tongue, comuna="Quilicura")
        assert pages_of(data) <= (2 if tongue == "es+ht" else 1), card.id
        assert_drawn(rights_leaf(office, card.id, comuna="Quilicura"), data, tongue)


def test_what_is_to_be_said_stands_in_spanish_also_in_creole_alone(office: Office) -> None:
    text = text_of(make_rights_sheet(office, "detencion", "ht"))
    for line in office.pack.cards["detencion"].of_kind(LineKind.SAY):
        assert f"«{line.text}»" in text


def test_a_norm_that_nobody_read_is_said_to_be_confirmed(office: Office) -> None:
    text = text_of(make_rights_sheet(office, "salud", "es"))
    assert "(por confirmar)" in text
    assert "(por confirmar)" not in text_of(make_rights_sheet(office, "control", "es"))


def test_of_a_known_comuna_only_the_offices_of_its_region(office: Office) -> None:
    near = text_of(make_rights_sheet(office, "control", "es", comuna="Iquique"))
    assert "Regiones de Tarapacá y Antofagasta" in near and "Región Metropolitana" not in near
    assert "Región Metropolitana" in text_of(make_rights_sheet(office, "control", "es"))


def test_an_unknown_card_is_told_with_the_near_miss(office: Office) -> None:
    with pytest.raises(BadArgument) as told:
        rights_leaf(office, "trabjo")
    assert "trabajo" in str(told.value)


# --- the blank interview


@pytest.mark.parametrize("target", ["ruta:rt_nna", "ruta:rd", "escrito:proteccion", ""])
def test_the_paper_asks_what_the_program_asks_in_its_order(office: Office, target: str) -> None:
    leaf = interview_leaf(office, TODAY, target)
    asked = [one for one in leaf.pieces if isinstance(one, p.Asked)]
    kind, _, ident = target.partition(":")
    targets = [Target(kind, ident)] if target else []
    known: set[str] = set()
    wanted: list[str] = []
    situation = office.engine.situation({}, TODAY)
    while (screen := next_screen(office.engine, situation, known, targets)) is not None:
        known |= set(screen.facts)
        wanted += screen.facts
    keys = [one.key for one in asked]
    assert keys[: len(wanted)] == wanted
    assert len(keys) - len(wanted) <= 1, "and the open question last"
    assert [one.number for one in asked] == list(range(1, len(asked) + 1))


def test_every_question_has_the_four_ways_of_not_knowing_and_room(office: Office) -> None:
    for one in interview_leaf(office, TODAY).pieces:
        if isinstance(one, p.Asked):
            fact = office.pack.facts[one.key]
            assert len(one.unknown) == len(NotKnown) - len(fact.without)
            assert one.text.es == fact.question and one.text.ht
            if one.space == p.Space.CHOICES:
                labels = list(fact.choices.values()) or ["Sí", "No"]
                assert [choice.es for choice in one.choices] == labels


def test_what_hangs_on_an_answer_names_the_question(office: Office) -> None:
    asked = {
        one.key: one
        for one in interview_leaf(office, TODAY, "ruta:rt_nna").pieces
        if isinstance(one, p.Asked)
    }
    told = asked["padres_transeuntes"].only_if
    assert told is not None
    assert told.es == f"Solo si en la pregunta {asked['nacido_en_chile'].number} marcó «Sí»."


@pytest.mark.parametrize("tongue", TONGUES)
def test_the_interview_is_drawn_whole_and_has_no_place_for_a_name_in_its_head(
    office: Office, tongue: Tongue
) -> None:
    leaf = interview_leaf(office, TODAY, "ruta:rd")
    data = make_interview_sheet(office, TODAY, "ruta:rd", tongue)
    assert_drawn(leaf, data, tongue)
    for page in PdfReader(io.BytesIO(data)).pages:
        assert ("Dosye:" if tongue == "ht" else "Caso:") in page.extract_text()
    coded = text_of(make_interview_sheet(office, TODAY, "ruta:rd", tongue, code="K-7R9"))
    assert "K-7R9" in coded


# --- the deadlines of a case


def test_the_last_day_stands_large_with_its_weekday_and_what_to_file(office: Office) -> None:
    case = read_case(office, tomllib.loads((EXAMPLES / "expulsion_nueve_dias.toml").read_text("utf-8")), "c")
    leaf = deadlines_leaf(office, case, date(2026, 11, 23))
    box = next(one for one in leaf.pieces if isinstance(one, p.Boxed))
    assert box.sign == p.Shape.OCTAGON
    assert box.large.es == "martes 24 de noviembre de 2026. Vence mañana."
    assert box.large.ht.startswith("madi 24 novanm 2026.")
    assert any("Corte de Apelaciones de San Miguel" in line.es for line in box.lines)
    months = next(one for one in leaf.pieces if isinstance(one, p.Months))
    assert date(2026, 11, 24) in months.months[0].due
    text = text_of(make_deadline_sheet(office, case, date(2026, 11, 23)))
    assert "EJ-3" in text and "Dayana" not in text


def test_both_readings_stand_there_and_the_first_is_the_one_to_use(office: Office) -> None:
    case = case_of(
        office,
        en_chile=True,
        orden_expulsion=True,
        notif_expulsion_medio="correo",
        notif_expulsion_enviada="2026-11-20",
    )
    told = " ".join(one.es for one in texts_of(deadlines_leaf(office, case, TODAY)))
    assert "lunes 30 de noviembre de 2026" in told
    assert "Otra lectura posible:" in told and "Use la primera." in told


def test_between_the_readings_it_says_file_today(office: Office) -> None:
    case = case_of(
        office,
        en_chile=True,
        orden_expulsion=True,
        notif_expulsion_medio="correo",
        notif_expulsion_enviada="2026-11-11",
    )
    told = " ".join(one.es for one in texts_of(deadlines_leaf(office, case, TODAY)))
    assert "Según otra lectura vence el" in told and "Preséntelo hoy mismo" in told


def test_without_a_deadline_it_asks_for_the_papers(office: Office) -> None:
    text = text_of(make_deadline_sheet(office, case_of(office, en_chile=True), TODAY, "es"))
    assert "Hoy no corre ningún plazo que conozcamos" in text and "tráigalo" in text


# --- the clinic's day


def clinic(tmp_path: Path, office: Office) -> Path:
    """Four made-up cases by code, one without a code under a person's name, one damaged."""
    folder = tmp_path / "casos"
    folder.mkdir()
    facts = {
        "en_chile": True,
        "orden_expulsion": True,
        "domicilio_comuna": "Quilicura",
        "nombres": "Wideline",
    }
    for code, day in (
        ("K-2B2", "2026-11-14"),
        ("K-3C3", "2026-11-18"),
        ("K-4D4", "2026-11-08"),
        ("K-5E5", "2026-11-22"),
    ):
        data = {"codigo": code, "hechos": facts | {"fecha_notif_expulsion": day}}
        (folder / f"{code}.json").write_text(json.dumps(data), encoding="utf-8")
    nameless = {"hechos": facts | {"fecha_notif_expulsion": "2026-11-14"}}
    (folder / "wideline_joseph.json").write_text(json.dumps(nameless), encoding="utf-8")
    return folder


def test_each_deadline_stands_in_its_group_by_code(office: Office, tmp_path: Path) -> None:
    folder = clinic(tmp_path, office)
    cases = read_cases(office, sorted(folder.glob("*.json")), TODAY)
    groups = {
        line.code: line.group for line in due_lines(cases) if line.term.deadline.id == "reclamacion_141"
    }
    assert groups == {"K-2B2": "hoy", "K-3C3": "semana", "K-4D4": "vencido", "K-5E5": "despues", "?1": "hoy"}


@pytest.mark.parametrize("tongue", TONGUES)
def test_no_name_stands_on_the_clinics_sheet(office: Office, tmp_path: Path, tongue: Tongue) -> None:
    cases = read_cases(office, sorted(clinic(tmp_path, office).glob("*.json")), TODAY)
    data = make_day_sheet(office, cases, TODAY, tongue)
    text = text_of(data)
    assert "Wideline" not in text and "wideline" not in text and "joseph" not in text
    for code in ("K-2B2", "K-3C3", "K-4D4", "K-5E5", "?1"):
        assert code in text
    assert "Corte de Apelaciones de Santiago" in text
    assert_drawn(day_leaf(office, cases, TODAY), data, tongue)


def test_a_last_day_on_a_weekend_is_this_fridays_work(office: Office, tmp_path: Path) -> None:
    folder = tmp_path / "casos"
    folder.mkdir()
    facts = {
        "en_chile": True,
        "orden_expulsion": True,
        "fecha_notif_expulsion": "2026-11-18",
    }  # ends Saturday 28
    (folder / "K-3C3.json").write_text(json.dumps({"codigo": "K-3C3", "hechos": facts}), encoding="utf-8")
    friday = date(2026, 11, 27)
    line = next(iter(due_lines(read_cases(office, [folder / "K-3C3.json"], friday))))
    assert line.group == "hoy" and line.term.file_by == friday


def test_what_was_filed_is_marked_and_not_counted(office: Office) -> None:
    case = case_of(
        office,
        en_chile=True,
        orden_expulsion=True,
        fecha_notif_expulsion="2026-11-14",
        domicilio_comuna="Quilicura",
    )
    channel = next(iter(office.pack.filings.channels))
    filed = record_filing(office, case, TODAY, "escrito:reclamacion_141", day="2026-11-20", channel=channel)
    made = [DayCase("K-2B3", one, judged(office, one, TODAY)) for one in (case, filed)]
    open_one, done = (next(iter(due_lines([one]))) for one in made)
    assert open_one.filed == "" and done.filed == "2026-11-20"
    assert "Para hoy: 0" in text_of(make_day_sheet(office, made[1:], TODAY, "es"))


def test_every_person_of_a_case_is_looked_at_and_what_is_of_all_is_told_once(office: Office) -> None:
    data: dict[str, Any] = {
        "codigo": "K-6F6",
        "solicitante": "p1",
        "personas": {
            "p1": {"hechos": {"en_chile": True, "fecha_nacimiento": "1990-01-02"}},
            "p2": {"hechos": {"en_chile": True, "fecha_nacimiento": "2008-12-10"}},
        },
        "causa": {"acto_conocido": "2026-11-01", "acto_tipo": "rechazo"},
    }
    case = read_case(office, data, "c.json")
    lines = due_lines([DayCase("K-6F6", case, judged(office, case, TODAY))])
    codes = {line.term.deadline.id: line.code for line in lines}
    assert codes["nna_antes_18"] == "K-6F6/2", "the child's own"
    assert codes["proteccion"] == "K-6F6"
    assert len({(line.term.deadline.id, line.term.due) for line in lines}) == len(lines)


@pytest.mark.parametrize("stem", ["WILNER", "26123456-4", "RD4521870", "RD-4521870", "ROSA-1", "maria perez"])
def test_a_name_or_a_number_of_a_document_is_never_taken_for_a_code(
    office: Office, tmp_path: Path, stem: str
) -> None:
    facts = {"en_chile": True, "orden_expulsion": True, "fecha_notif_expulsion": "2026-11-18"}
    path = tmp_path / f"{stem}.json"
    path.write_text(json.dumps({"codigo": stem, "hechos": facts}), encoding="utf-8")
    assert [one.code for one in read_cases(office, [path], TODAY)] == ["?1"]
    with pytest.raises(BadArgument):
        interview_leaf(office, TODAY, "ruta:rt_nna", code=stem)


def test_a_file_that_cannot_be_read_is_told_on_the_sheet(office: Office, tmp_path: Path) -> None:
    folder = clinic(tmp_path, office)
    (folder / "K-9Z9.json").write_text("{", encoding="utf-8")
    cases = read_cases(office, sorted(folder.glob("*.json")), TODAY)
    text = text_of(make_day_sheet(office, cases, TODAY, "es"))
    assert "Archivos que no se pudieron leer: 1. Sus plazos no están en esta hoja." in text


# --- the command line


def run(*words: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    code = run_command(list(words), out, err)
    return code, out.getvalue(), err.getvalue()


def test_each_kind_of_sheet_is_written_and_told(tmp_path: Path) -> None:
    case = str(EXAMPLES / "expulsion_nueve_dias.toml")
    orders = {
        "ruta": ("route", "rt_nna", case),
        "derechos": ("rights", "escuela"),
        "entrevista": ("interview", "--for", "ruta:rt_nna", "--code", "K-7R9"),
        "plazos": ("deadlines", case, "--on", "2026-11-23"),
        "dia": ("day", str(EXAMPLES), "--on", "2026-11-23"),
    }
    for kind, order in orders.items():
        path = tmp_path / f"{kind}.pdf"
        code, out, err = run("sheet", *order, "-o", str(path), "--tongue", "es", "--json")
        assert (code, err) == (0, "")
        data = json.loads(out)
        assert (
            data["file"] == path.name
            and data["hoja"] == kind
            and data["paginas"] == pages_of(path.read_bytes())
        )
    assert data["plazos"][0] | {"grupo": "semana"} == data["plazos"][0]
    assert data["casos"] == 4 and data["sin_leer"] == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("route", "rt_nn", "CASE"), "rt_nna"),
        (("route", "rt_nna", "no_hay.toml"), "no_hay.toml"),
        (("rights", "escuelas"), "escuela"),
        (("rights", "escuela", "--comuna", "Quilicuraa"), "Quilicura"),
        (("interview", "--for", "ruta:rt_nn"), "rt_nna"),
        (("day", "no_hay"), "no_hay"),
        (("deadlines", "CASE", "--persona", "p9"), "p9"),
    ],
)
def test_bad_input_is_one_sentence_and_writes_nothing(
    tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    case = str(EXAMPLES / "expulsion_nueve_dias.toml")
    path = tmp_path / "hoja.pdf"
    path.write_bytes(b"antes")
    code, out, err = run("sheet", *(case if one == "CASE" else one for one in words), "-o", str(path))
    assert code == 2 and out == ""
    assert told in err and err.count("\n") == 1
    assert path.read_bytes() == b"antes"
    assert [one.name for one in tmp_path.iterdir()] == ["hoja.pdf"]


def test_a_sheet_is_a_pdf(tmp_path: Path) -> None:
    code, _, err = run("sheet", "rights", "escuela", "-o", str(tmp_path / "x.docx"))
    assert code == 2 and "debe terminar en .pdf" in err
    code, _, err = run("sheet", "rights", "escuela", "-o", str(tmp_path / "no" / "x.pdf"))
    assert code == 2 and not (tmp_path / "no").exists()


def test_a_pack_without_cards_offers_none(tmp_path: Path) -> None:
    for name in ("forms", "templates", "translations"):
        shutil.copytree(ROOT / name, tmp_path / name)
    (tmp_path / "forms" / "comun" / "tarjetas.toml").unlink()
    code, _, err = run("sheet", "rights", "escuela", "--pack", str(tmp_path), "-o", str(tmp_path / "x.pdf"))
    assert code == 2 and 'No hay ninguna tarjeta "escuela"' in err
