"""The common content of the law pack, against the frozen lists beside this file.

The lists were taken once from the law dossier: a changed question, choice or quote must be a decision, not a slip.
"""

from __future__ import annotations

import csv
import hashlib
import re
import tomllib
import unicodedata
from datetime import date
from pathlib import Path

import pytest

HERE = Path(__file__).parent
COMMON = HERE.parents[1] / "forms" / "comun"

FACT_KEYS = {
    "etiqueta",
    "tipo",
    "de",
    "bloque",
    "pregunta",
    "guion",
    "ayuda",
    "por_que",
    "ejemplo",
    "sensible",
    "derivado",
    "verdadero_si",
    "si",
    "no_despues_de",
    "no_antes_de",
    "largo",
    "nota",
    "sin",
    "opciones",
}
DATES = {"fecha", "fecha_parcial", "fecha_hora"}
NEVER_HIDDEN = re.compile(r"fecha_notif_.*|notif_.*_enviada|permiso_.*")


def toml(name: str) -> dict:
    return tomllib.loads((COMMON / name).read_text(encoding="utf-8"))


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


FACTS = toml("hechos.toml")
BLOCKS = toml("bloques.toml")
NORMS = toml("normas.toml")
COURTS = toml("cortes.toml")
FEES = toml("aranceles.toml")
EXPECTED = rows(HERE / "hechos_esperados.csv")
QUOTES = rows(HERE / "citas_esperadas.csv")


def texts_of(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for one in value.values() for text in texts_of(one)]
    return [text for one in value for text in texts_of(one)] if isinstance(value, list) else []


# --- facts


def test_the_facts_are_those_of_the_frozen_list_in_its_order():
    assert list(FACTS)[: len(EXPECTED)] == [row["id"] for row in EXPECTED]


def test_what_the_pack_asks_besides_decides_only_what_the_frozen_facts_leave_open():
    """Article 86 needs the kind and the day of a conviction; without a conviction neither is asked."""
    added = set(FACTS) - {row["id"] for row in EXPECTED}
    assert {"anexo", "anexo_titulo", "a_ruego_nombre", "comparece_nombre"} <= added
    read = {
        name
        for rules in sorted((HERE.parents[1] / "forms").glob("*/reglas.toml"))
        for name in re.findall(r"[a-z_0-9]+", " ".join(texts_of(tomllib.loads(rules.read_text("utf-8")))))
    }
    assert added & read == {"condena_tipo", "condena_fecha"}


@pytest.mark.parametrize("row", EXPECTED, ids=[row["id"] for row in EXPECTED])
def test_a_fact_is_what_the_frozen_list_says(row: dict[str, str]):
    fact = FACTS[row["id"]]
    assert set(fact) <= FACT_KEYS
    assert (fact["tipo"], fact["de"], fact["bloque"]) == (row["tipo"], row["de"], row["bloque"])
    assert list(fact.get("opciones", {})) == (row["opciones"].split("|") if row["opciones"] else [])
    assert fact.get("sensible", False) is (row["sensible"] == "si")
    asked = "" if row["dado_o_derivado"] == "derivado" else row["pregunta_es"]
    assert fact.get("pregunta", "") == asked
    one_way = "verdadero_si "
    derivation = row["derivado_de"]
    if derivation.startswith(one_way):
        assert "derivado" not in fact
        assert fact["verdadero_si"] == derivation.removeprefix(one_way)
    else:
        assert "verdadero_si" not in fact
        assert fact.get("derivado", "") == derivation


def test_labels_are_short_and_tell_facts_apart():
    labels = [fact["etiqueta"] for fact in FACTS.values()]
    assert [label for label in labels if not 0 < len(label) <= 45] == []
    assert len(set(labels)) == len(labels)


def test_every_question_says_where_to_look_and_why_it_is_asked():
    asked = {key: fact for key, fact in FACTS.items() if "pregunta" in fact}
    assert [key for key, fact in asked.items() if not fact.get("ayuda") or not fact.get("por_que")] == []


def test_no_sentence_is_too_long_for_a_tired_reader():
    long = [
        (key, sentence)
        for key, fact in FACTS.items()
        for field in ("guion", "ayuda", "por_que")
        for sentence in re.split(r"(?<=[.?!:;])\s+", fact.get(field, ""))
        if len(sentence.split()) > 26
    ]
    assert long == []


def test_a_block_exists_for_each_fact_and_a_fact_for_each_block():
    assert set(BLOCKS) == {fact["bloque"] for fact in FACTS.values()}
    orders = [block["orden"] for block in BLOCKS.values()]
    assert orders == sorted(set(orders))
    assert [key for key, block in BLOCKS.items() if block["ninguno"]] == ["impedimentos"]


def test_the_screen_of_impediments_shows_them_all_and_all_are_yes_or_no():
    shown = [fact for fact in FACTS.values() if fact["bloque"] == "impedimentos"]
    assert len(shown) == BLOCKS["impedimentos"]["por_pantalla"]
    assert {fact["tipo"] for fact in shown} == {"bool"}


def test_owners_are_persons_households_causes_or_lists():
    lists = {key for key, fact in FACTS.items() if fact["tipo"] == "lista"}
    owners = {fact["de"] for fact in FACTS.values()}
    assert owners <= {"persona", "hogar", "causa"} | lists
    assert lists <= owners, "a list whose items carry nothing"


def test_bounds_of_dates_name_other_dates():
    for key, fact in FACTS.items():
        for bound in {"no_despues_de", "no_antes_de"} & set(fact):
            assert fact["tipo"] in DATES, key
            assert FACTS[fact[bound]]["tipo"] in DATES, key
            assert fact[bound] != key


def test_a_branch_never_hides_a_bar_a_danger_a_notice_or_a_permit():
    hidden = {key for key, fact in FACTS.items() if "si" in fact}
    assert [key for key in hidden if FACTS[key]["bloque"] in {"impedimentos", "peligro"}] == []
    assert [key for key in hidden if NEVER_HIDDEN.fullmatch(key)] == []


def test_expressions_name_only_facts_choices_and_functions_that_exist():
    functions = {
        "edad",
        "meses_entre",
        "anios_entre",
        "dias_entre",
        "suma",
        "cuenta",
        "maximo",
        "region",
        "vence",
        "conocido",
        "sumar",
    }
    choices = {name for fact in FACTS.values() for name in fact.get("opciones", {})}
    words = {"and", "or", "not", "in", "true", "false", "dias", "transparencia_respuesta"}
    for key, fact in FACTS.items():
        for field in {"si", "derivado", "verdadero_si"} & set(fact):
            used = set(re.findall(r"[a-z_][a-z_0-9]*", fact[field]))
            assert used <= set(FACTS) | choices | functions | words, (key, field)


def test_no_branch_depends_on_itself():
    def depends(key: str, seen: tuple[str, ...]) -> None:
        assert key not in seen, (*seen, key)
        fact = FACTS[key]
        used = " ".join(fact.get(field, "") for field in ("si", "derivado", "verdadero_si"))
        for name in set(re.findall(r"\b[a-z_][a-z_0-9]*\b(?!\()", used)) & set(FACTS):
            depends(name, (*seen, key))

    for key in FACTS:
        depends(key, ())


def test_examples_are_written_as_the_program_keeps_them():
    shapes = {
        "fecha": r"\d{4}-\d\d-\d\d",
        "fecha_parcial": r"\d{4}(-\d\d){0,2}",
        "fecha_hora": r"\d{4}-\d\d-\d\dT\d\d:\d\d",
        "entero": r"\d+",
        "decimal": r"\d+(\.\d+)?",
        "run": r"\d{1,3}(\.\d{3})+-[0-9K]",
        "pais": "[A-Z]{3}",
    }
    for key, fact in FACTS.items():
        shape = shapes.get(fact["tipo"])
        if "ejemplo" in fact and shape:
            assert re.fullmatch(shape, fact["ejemplo"]), (key, fact["ejemplo"])


def test_texts_say_how_long_they_may_be():
    long_kinds = {"texto", "relato"}
    askable = [key for key, fact in FACTS.items() if fact["tipo"] in long_kinds and "pregunta" in fact]
    assert [key for key in askable if FACTS[key].get("largo", 0) <= 0] == []
    assert [key for key, fact in FACTS.items() if "largo" in fact and fact["tipo"] not in long_kinds] == []


# --- norms


def test_every_quote_is_verbatim_and_no_quote_was_invented():
    for row in QUOTES:
        norm = NORMS[row["id"]]
        quote = norm.get("cita", "")
        digest = hashlib.sha256(quote.encode("utf-8")).hexdigest() if quote else ""
        assert (norm["confianza"], digest) == (row["confianza"], row["sha256"]), row["id"]
    frozen = {row["id"] for row in QUOTES}
    assert [key for key, norm in NORMS.items() if "cita" in norm and key not in frozen] == []


def test_norms_keep_the_order_of_the_frozen_list_and_their_shape():
    assert list(NORMS)[: len(QUOTES)] == [row["id"] for row in QUOTES]
    for key, norm in NORMS.items():
        assert set(norm) <= {
            "norma",
            "articulo",
            "inciso",
            "cita",
            "fuente",
            "verificado",
            "confianza",
            "nota",
        }
        assert norm["norma"] and norm["confianza"] in {"C", "S", "K", "U"}, key
        seen = norm.get("verificado")
        partial = isinstance(seen, str) and re.fullmatch(r"\d{4}(-\d\d)?", seen)
        assert seen is None or isinstance(seen, date) or partial, key
        assert norm["confianza"] != "C" or norm["fuente"], key


@pytest.mark.parametrize(
    ("norm", "day"), [("21325:41", date(2026, 4, 24)), ("CS:57433-2025", "2026-02"), ("DS296:52.3", "2023")]
)
def test_a_day_of_verification_may_be_partial(norm: str, day: object):
    assert NORMS[norm]["verificado"] == day


# --- places


def test_there_are_346_comunas_and_each_has_a_court():
    comunas = rows(COMMON / "comunas.csv")
    codes = [row["comuna_code"] for row in comunas]
    assert len(comunas) == len(set(codes)) == 346
    assert all(re.fullmatch(r"\d{5}", code) for code in codes)
    seats = {court["asiento"] for court in COURTS.values()}
    assert {row["court_of_appeals"] for row in comunas} == seats
    assert len({row["region"] for row in comunas}) == 16


@pytest.mark.parametrize(
    ("comuna", "seat"),
    [
        ("Tucapel", "Chillán"),
        ("Osorno", "Valdivia"),
        ("Puente Alto", "San Miguel"),
        ("La Cisterna", "San Miguel"),
        ("La Florida", "Santiago"),
        ("Quilicura", "Santiago"),
        ("Isla de Pascua", "Valparaíso"),
        ("Antártica", "Punta Arenas"),
    ],
)
def test_comunas_that_surprise(comuna: str, seat: str):
    found = [row["court_of_appeals"] for row in rows(COMMON / "comunas.csv") if row["comuna"] == comuna]
    assert found == [seat]


def test_there_are_seventeen_courts_and_each_cites_its_letter():
    assert len(COURTS) == 17
    for key, court in COURTS.items():
        assert court["nombre"] == f"Corte de Apelaciones de {court['asiento']}"
        assert court["tratamiento"] == f"ILTMA. CORTE DE APELACIONES DE {court['asiento'].upper()}"
        assert court["norma"] in NORMS
        plain = unicodedata.normalize("NFD", court["asiento"].lower())
        assert key == "".join(c for c in plain if not unicodedata.combining(c)).replace(" ", "_")


def test_there_are_249_countries_with_the_demonyms_a_writ_needs():
    countries = {row["codigo"]: row for row in rows(COMMON / "paises.csv")}
    assert len(countries) == 249
    assert len({row["nombre"] for row in countries.values()}) == 249
    assert all(re.fullmatch("[A-Z]{3}", code) and row["nombre"] for code, row in countries.items())
    assert (countries["HTI"]["gentilicio_m"], countries["HTI"]["gentilicio_f"]) == ("haitiano", "haitiana")
    assert (countries["ESP"]["gentilicio_m"], countries["ESP"]["gentilicio_f"]) == ("español", "española")
    common = [
        "HTI",
        "VEN",
        "PER",
        "BOL",
        "COL",
        "ECU",
        "DOM",
        "CUB",
        "ARG",
        "BRA",
        "PRY",
        "URY",
        "MEX",
        "USA",
        "ESP",
        "CHN",
        "CHL",
    ]
    assert [
        code for code in common if not (countries[code]["gentilicio_f"] and countries[code]["nombre_ht"])
    ] == []
    half = [code for code, row in countries.items() if bool(row["gentilicio_m"]) != bool(row["gentilicio_f"])]
    assert half == []
    assert sum(bool(row["nombre_ht"]) for row in countries.values()) >= 40


def test_creole_names_keep_the_official_spelling():
    for row in rows(COMMON / "paises.csv"):
        name = row["nombre_ht"].lower()
        assert not re.search(r"[qxéñç]|c(?!h)|(?<!o)u(?!i)", name), name


# --- fees and directory


def test_a_fee_that_is_not_confirmed_asks_to_be_verified():
    for key, fee in FEES.items():
        assert fee["confianza"] in {"C", "S", "K", "U"}
        assert fee["verificar"] or fee["confianza"] == "C", key
        assert "monto" in fee or fee["confianza"] == "U", key
        assert [norm for norm in fee.get("norma", ()) if norm not in NORMS] == [], key


def test_the_directory_invents_no_telephone_and_no_address():
    contacts = toml("directorio.toml")["contacto"]
    ids = [one["id"] for one in contacts]
    assert len(set(ids)) == len(ids)
    regions = {row["region"] for row in rows(COMMON / "comunas.csv")}
    for one in contacts:
        assert one["nombre"] and one["para"] and one["confianza"] == "VERIFICAR"
        assert one.get("region") is None or one["region"] in regions
        if "direccion" in one or "telefono" in one:
            assert one["fuente"] and one["visto"], one["id"]
        assert not re.search(r"\d{3,}", one["nombre"] + one["para"])


# --- all of it


def test_texts_are_composed_and_tidy():
    for name in ("hechos", "bloques", "normas", "cortes", "aranceles", "directorio"):
        for text in texts_of(toml(f"{name}.toml")):
            assert text == unicodedata.normalize("NFC", text), text
            assert text == text.strip(), text
            assert name == "normas" or "  " not in text, text


def test_the_pack_keeps_the_notice_of_what_it_borrowed():
    notices = (COMMON / "AVISOS.md").read_text(encoding="utf-8")
    assert "Copyright (c) 2025 Felipe Rubio Galaz" in notices
    assert "Unicode-3.0" in notices
