"""Reading cases from files: the long and the short form, «ninguno de estos», and one sentence for whatever cannot be."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from konbit.case import checking
from konbit.case.answers import CAUSE, HOUSEHOLD, NotKnown, Source, person
from konbit.case.case import item_place
from konbit.case.known import known_values
from konbit.case.reading import CaseReader
from konbit.errors import BadCase
from konbit.law.pack import Pack
from konbit.law.partial import PartialDate

P1 = person("p1")
DAY = "2026-11-23"


def sentence(reader: CaseReader, data: Any) -> str:
    with pytest.raises(BadCase) as caught:
        reader.read(data, "caso.json")
    assert caught.value.file == "caso.json"
    return str(caught.value)


def short(**facts: Any) -> dict[str, Any]:
    return {"fecha_evaluacion": DAY, "hechos": facts}


# ---------- both forms ----------


def test_short_form(reader: CaseReader, pack: Pack) -> None:
    case = reader.read(
        {
            "codigo": "A-1",
            "hechos": {"nacionalidad": "Haití", "fecha_ingreso": "2021-10", "acto_tipo": "demora"},
            "hijo": [{"id": "h1", "hijo_nacionalidad": "CHL"}, {"hijo_nacionalidad": "HTI"}],
            "salida": [],
        },
        "x",
    )
    assert (case.code, case.people, case.applicant) == ("A-1", ("p1",), "p1")
    assert known_values(case, pack.facts) == {
        "nacionalidad": "HTI",
        "fecha_ingreso": PartialDate.parse("2021-10"),
        "acto_tipo": "demora",
        "hijo": ({"hijo_nacionalidad": "CHL"}, {"hijo_nacionalidad": "HTI"}),
        "salida": (),
    }
    assert "acto_tipo" in case.answers[CAUSE]
    assert case.rows(HOUSEHOLD, "hijo") == ("h1", "hijo2")
    assert case.rows(P1, "ingreso_mensual") is None


def test_long_form(reader: CaseReader, pack: Pack) -> None:
    case = reader.read(
        {
            "solicitante": "madre",
            "fecha_evaluacion": DAY,
            "personas": {
                "hija": {"hechos": {"nacionalidad": "VEN"}, "salida": [{"salida_desde": "2025-01"}]},
                "madre": {"hechos": {"nacionalidad": "COL"}, "salida": [{"salida_desde": "2026-01"}]},
            },
            "causa": {"acto_tipo": "rechazo"},
            "hijo": [{"hijo_nacionalidad": "VEN"}],
        },
        "x",
    )
    assert (case.people, case.applicant) == (("hija", "madre"), "madre")
    mother, daughter = known_values(case, pack.facts), known_values(case, pack.facts, "hija")
    assert (mother["nacionalidad"], daughter["nacionalidad"]) == ("COL", "VEN")
    assert mother["acto_tipo"] == daughter["acto_tipo"] == "rechazo"
    assert mother["hijo"] == daughter["hijo"]
    assert mother["fecha_evaluacion"] == PartialDate.parse(DAY)


def test_journeys_of_two_people_are_kept_apart(reader: CaseReader, pack: Pack) -> None:
    """Rows without an id get the same default ids in each person: they must not overwrite one another."""
    rows = {
        who: {"salida": [{"salida_desde": day}]} for who, day in (("a", "2025-01-01"), ("b", "2026-01-01"))
    }
    case = reader.read({"personas": rows}, "x")
    for who, day in (("a", "2025-01-01"), ("b", "2026-01-01")):
        assert known_values(case, pack.facts, who)["salida"] == ({"salida_desde": PartialDate.parse(day)},)


def test_rows_without_id_take_free_ones(reader: CaseReader, pack: Pack) -> None:
    case = reader.read(
        {"hijo": [{"hijo_nombre": "A"}, {"id": "hijo1", "hijo_nombre": "B"}, {"hijo_nombre": "C"}]}, "x"
    )
    names = [row["hijo_nombre"] for row in known_values(case, pack.facts)["hijo"]]
    assert names == ["A", "B", "C"]


def test_the_first_person_is_the_applicant_unless_said(reader: CaseReader) -> None:
    assert reader.read({"personas": {"b": {}, "a": {}}}, "x").applicant == "b"


def test_values_with_their_source(reader: CaseReader) -> None:
    case = reader.read(
        short(
            fecha_ingreso={
                "fuentes": [
                    {"valor": "2021", "fuente": "dicho"},
                    {"valor": "2022-03-01", "fuente": "documento"},
                ]
            },
            nacionalidad={"valor": "HTI", "fuente": "importado"},
            estado_migratorio={"motivo": "reserva"},
            permiso_vence={"motivo": "espera_documento", "fuente": "documento"},
        ),
        "x",
    )
    assert [one.value.text for one in case.disagreement(P1, "fecha_ingreso")] == ["2022-03-01", "2021"]
    found = case.answer(P1, "nacionalidad")
    assert found and found.source == Source.IMPORTED
    for name, reason in (
        ("estado_migratorio", NotKnown.WITHHELD),
        ("permiso_vence", NotKnown.AWAITS_DOCUMENT),
    ):
        answer = case.answer(P1, name)
        assert answer and answer.unknown == reason and answer.value is None


@pytest.mark.parametrize("reason", [one.value for one in NotKnown])
def test_each_way_of_not_knowing_leaves_no_value(reader: CaseReader, pack: Pack, reason: str) -> None:
    case = reader.read(short(orden_expulsion={"motivo": reason}), "x")
    assert "orden_expulsion" not in known_values(case, pack.facts)
    answer = case.answer(P1, "orden_expulsion")
    assert answer and answer.unknown == reason


# ---------- ninguno de estos ----------


def test_none_of_these_says_no_to_each(reader: CaseReader, pack: Pack) -> None:
    known = known_values(reader.read({"ninguno_de": ["impedimentos"]}, "x"), pack.facts)
    bars = {fact.id for fact in pack.facts.values() if fact.block == "impedimentos"}
    assert len(bars) == 20
    assert known == dict.fromkeys(bars, False)


@pytest.mark.parametrize("value", [True, False])
def test_what_is_said_explicitly_wins_over_none_of_these(reader: CaseReader, pack: Pack, value: bool) -> None:
    case = reader.read({"hechos": {"orden_expulsion": value}, "ninguno_de": ["impedimentos"]}, "x")
    known = known_values(case, pack.facts)
    assert known["orden_expulsion"] is value
    assert known["orden_abandono"] is False


def test_not_knowing_explicitly_wins_over_none_of_these(reader: CaseReader, pack: Pack) -> None:
    case = reader.read(
        {"hechos": {"orden_expulsion": {"motivo": "no_sabe"}}, "ninguno_de": ["impedimentos"]}, "x"
    )
    assert "orden_expulsion" not in known_values(case, pack.facts)


def test_none_of_these_speaks_only_for_its_person(reader: CaseReader, pack: Pack) -> None:
    case = reader.read({"personas": {"a": {"ninguno_de": ["impedimentos"]}, "b": {}}}, "x")
    assert "orden_expulsion" in known_values(case, pack.facts, "a")
    assert "orden_expulsion" not in known_values(case, pack.facts, "b")


def test_nothing_said_is_nothing_known(reader: CaseReader, pack: Pack) -> None:
    assert known_values(reader.read({}, "x"), pack.facts) == {}


def test_blocks_of_none_hold_only_questions(pack: Pack) -> None:
    """«Ninguno» writes an answer: a fact that is only derived must not get one."""
    blocks = [block.id for block in pack.blocks.values() if block.none_of]
    assert blocks
    for fact in pack.facts.values():
        if fact.block in blocks:
            assert fact.askable and fact.derived is None and fact.active is None, fact.id


# ---------- what cannot be ----------


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"fecha_ingresso": "2021"}, 'fecha_ingresso: no hay ningún hecho con ese nombre. ¿Quiso decir "fecha_ingreso"?'),
        ({"zzz": 1}, "zzz: no hay ningún hecho con ese nombre."),
        ({"fecha_nacimiento": "1990-06-31"}, 'fecha_nacimiento: no es un día que exista: "1990-06-31"'),
        ({"fecha_nacimiento": "31-12-1990"}, 'fecha_nacimiento: no es un día que exista: "31-12-1990"'),
        ({"fecha_nacimiento": None}, 'fecha_nacimiento: no es un día que exista: "None"'),
        ({"permiso_vence": "2026-11"}, 'permiso_vence: falta el día exacto: "2026-11"'),
        ({"permiso_vence": "0206-11-30"}, "permiso_vence: no puede ser del año 206"),
        ({"permiso_vence": "9999-12-31"}, "permiso_vence: no puede ser del año 9999"),
        ({"fecha_nacimiento": "1889"}, "fecha_nacimiento: no puede ser del año 1889"),
        ({"detencion_desde": "2026-11-23T25:00"}, 'detencion_desde: no es un día y hora que existan: "2026-11-23T25:00"'),
        ({"detencion_desde": "0001-01-01T10:00"}, "detencion_desde: no puede ser del año 1"),
        (
            {"fecha_nacimiento": "2026-11-24"},
            "fecha_nacimiento: «Fecha de nacimiento» no puede ser después de «Día en que se evalúa el caso»",
        ),
        (
            {"fecha_nacimiento": "1990-05-02", "fecha_ingreso": "1989"},
            "fecha_ingreso: «Fecha de la última entrada a Chile» no puede ser antes de «Fecha de nacimiento»",
        ),
        (
            {"fecha_ingreso": "2027"},
            "fecha_ingreso: «Fecha de la última entrada a Chile» no puede ser después de «Día en que se evalúa el caso»",
        ),
        ({"run": "12.345.678-4"}, "run: el dígito verificador no corresponde (a ese número le toca 5)"),
        ({"run": "12.345"}, 'run: el dígito verificador no corresponde (a ese número le toca 3)'),
        ({"run": "doce"}, 'run: no tiene la forma de un RUN: "doce"'),
        ({"domicilio_comuna": "Puente Alta"}, 'domicilio_comuna: no se conoce la comuna "Puente Alta". ¿Quiso decir "Puente Alto"?'),
        ({"domicilio_comuna": "Xyz"}, 'domicilio_comuna: no se conoce la comuna "Xyz".'),
        ({"nacionalidad": "Hayti"}, 'nacionalidad: no se conoce el país "Hayti". ¿Quiso decir "Haití"?'),
        ({"nombres": "x" * 81}, "nombres: el texto tiene 81 letras y caben 80"),
        ({"nombres": "   "}, "nombres: está en blanco; si no se sabe, deje el dato fuera o diga el motivo"),
        ({"nombres": 7}, 'nombres: debe ser un texto, no "7"'),
        ({"en_chile": "sí"}, 'en_chile: debe ser true o false, no "sí"'),
        ({"en_chile": None}, 'en_chile: debe ser true o false, no "None"'),
        ({"en_chile": 1}, 'en_chile: debe ser true o false, no "1"'),
        ({"tipo_ingreso": "habilitada"}, 'tipo_ingreso: "habilitada" no es una opción. ¿Quiso decir "habilitado"?'),
        ({"tipo_ingreso": ["habilitado"]}, "tipo_ingreso: \"['habilitado']\" no es una opción. ¿Quiso decir \"habilitado\"?"),
        ({"victima": "trata"}, 'victima: debe ser una lista de opciones, no "trata"'),
        ({"victima": ["vuf"]}, 'victima: "vuf" no es una opción. ¿Quiso decir "vif"?'),
        ({"meses_rt": "muchos"}, 'meses_rt: debe ser un número entero, no "muchos"'),
        ({"meses_rt": 2.5}, 'meses_rt: debe ser un número entero, no "2.5"'),
        ({"meses_rt": -1}, 'meses_rt: no puede ser menor que cero: "-1"'),
        ({"meses_rt": True}, 'meses_rt: debe ser un número entero, no "True"'),
        ({"meses_rt": 10**400}, f'meses_rt: es demasiado grande: "1{"0" * 39}…"'),
        ({"ausencias_meses": float("nan")}, 'ausencias_meses: debe ser un número, no "nan"'),
        ({"ausencias_meses": "inf"}, 'ausencias_meses: debe ser un número, no "inf"'),
        ({"hijo": [{"hijo_nombre": "A"}]}, "hijo: es una lista: va con su nombre, fuera de los hechos"),
        ({"hijo_nombre": "A"}, "hijo_nombre: este hecho va en la lista «hijo»"),
        ({"es_menor": True}, "es_menor: se calcula de otros hechos, no se escribe"),
        ({"region": "x"}, "region: se calcula de otros hechos, no se escribe"),
        ({"en_chile": {"motivo": "nosabe"}}, 'en_chile: el motivo "nosabe" no se conoce. ¿Quiso decir "no_sabe"?'),
        ({"en_chile": {}}, 'en_chile: el motivo "" no se conoce.'),
        ({"en_chile": {"valor": True, "fuente": "documentos"}}, 'en_chile: la fuente "documentos" no se conoce. ¿Quiso decir "documento"?'),
        ({"en_chile": {"valr": True}}, 'en_chile.valr: no se conoce esta clave. ¿Quiso decir "valor"?'),
        ({"en_chile": {"fuentes": [3]}}, "en_chile: debe ser una tabla"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)  # fmt: skip
def test_what_cannot_be_is_one_sentence(reader: CaseReader, facts: dict[str, Any], says: str) -> None:
    assert sentence(reader, short(**facts)) == f"caso.json: {says}"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ([], "caso.json: un caso es una tabla con «hechos» o «personas»"),
        (None, "caso.json: un caso es una tabla con «hechos» o «personas»"),
        ({"hechoss": {}}, 'caso.json: hechoss: no se conoce esta clave. ¿Quiso decir "hechos"?'),
        ({"nacionalidad": "HTI"}, "caso.json: nacionalidad: este dato no va aquí, sino dentro de «hechos»"),
        ({"hechos": []}, "caso.json: hechos: debe ser una tabla"),
        ({"hijo": {}}, "caso.json: hijo: debe ser una lista"),
        ({"hijo": ["Ana"]}, "caso.json: hijo.1: debe ser una tabla"),
        ({"hijo": [{"hijo_nombr": "A"}]}, 'caso.json: hijo_nombr: no hay ningún hecho con ese nombre. ¿Quiso decir "hijo_nombre"?'),
        ({"hijo": [{"nombres": "A"}]}, "caso.json: nombres: no es un dato de la lista «hijo»"),
        ({"hijo": [{"id": "a"}, {"id": "a"}]}, 'caso.json: hijo: dos filas tienen el mismo id "a"'),
        ({"salida": [{"salida_dias": 4}]}, "caso.json: salida_dias: se calcula de otros hechos, no se escribe"),
        (
            {"salida": [{"salida_desde": "2025-03-01", "salida_hasta": "2025-02-01"}]},
            "caso.json: salida_hasta: «Día en que volvió» no puede ser antes de «Día en que salió»",
        ),
        (
            {"fecha_evaluacion": DAY, "hijo": [{"hijo_fecha_nacimiento": "2027"}]},
            "caso.json: hijo_fecha_nacimiento: «Nacimiento de la hija o el hijo» no puede ser después de «Día en que se evalúa el caso»",
        ),
        ({"ninguno_de": ["impedimento"]}, 'caso.json: ninguno_de: "impedimento" no es un bloque de «ninguno». ¿Quiso decir "impedimentos"?'),
        ({"ninguno_de": ["identidad"]}, 'caso.json: ninguno_de: "identidad" no es un bloque de «ninguno».'),
        ({"ninguno_de": [["impedimentos"]]}, "caso.json: ninguno_de: \"['impedimentos']\" no es un bloque de «ninguno». ¿Quiso decir \"impedimentos\"?"),
        ({"personas": {}}, "caso.json: personas: no hay ninguna persona"),
        ({"personas": []}, "caso.json: personas: debe ser una tabla"),
        ({"personas": {"ana": {}}, "solicitante": "anna"}, 'caso.json: solicitante: no hay ninguna persona "anna". ¿Quiso decir "ana"?'),
        ({"personas": {"ana": {}}, "solicitante": ["ana"]}, "caso.json: solicitante: no hay ninguna persona \"['ana']\". ¿Quiso decir \"ana\"?"),
        ({"personas": {"ana": {"salidas": []}}}, 'caso.json: salidas: no se conoce esta clave. ¿Quiso decir "salida"?'),
        ({"personas": {"ana": {}}, "salida": []}, "caso.json: salida: este dato no va aquí, sino dentro de la persona"),
        ({"personas": {"ana": {}}, "causa": {"nombres": "Ana"}}, "caso.json: nombres: este hecho no va en «causa»"),
        ({"personas": {"ana": {}}, "hogar": {"acto_tipo": "demora"}}, "caso.json: acto_tipo: este hecho no va en «hogar»"),
    ],
)  # fmt: skip
def test_whole_files_that_cannot_be(reader: CaseReader, data: Any, says: str) -> None:
    assert sentence(reader, data) == says


def test_a_partial_date_is_refused_only_when_no_day_of_it_can_be(reader: CaseReader) -> None:
    reader.read(short(fecha_nacimiento="1990-05-02", fecha_ingreso="1990"), "x")
    reader.read(short(fecha_ingreso="2026"), "x")
    reader.read(short(fecha_nacimiento="2026-11-23"), "x")


@pytest.mark.parametrize(
    ("name", "raw", "value"),
    [
        ("fecha_nacimiento", datetime.date(1990, 5, 2), PartialDate.parse("1990-05-02")),
        ("fecha_nacimiento", 1990, PartialDate.parse("1990")),
        ("permiso_vence", datetime.datetime(2026, 11, 30, 10, 0), PartialDate.parse("2026-11-30")),
        ("detencion_desde", "2026-11-23T10:30", datetime.datetime(2026, 11, 23, 10, 30)),
        ("detencion_desde", "2026-11-23T10:30:00-03:00", datetime.datetime(2026, 11, 23, 10, 30)),
        ("run", "12.345.678-5", "12345678-5"),
        ("run", "26000008k", "26000008-K"),
        ("domicilio_comuna", "ÑUÑOA", "13120"),
        ("domicilio_comuna", "nunoa", "13120"),
        ("domicilio_comuna", "Coihaique", "11101"),
        ("nacionalidad", "haiti", "HTI"),
        ("nacionalidad", "hti", "HTI"),
        ("ausencias_meses", "2,5", 2.5),
        ("meses_rt", 24.0, 24),
        ("victima", ["vif", "trata", "vif"], ("vif", "trata")),
        ("victima", [], ()),
        ("doc_numero", "00123", "00123"),
    ],
)
def test_ways_of_writing_a_value(reader: CaseReader, pack: Pack, name: str, raw: Any, value: Any) -> None:
    known = known_values(reader.read({"hechos": {name: raw}}, "x"), pack.facts)
    assert known[name] == value
    assert type(known[name]) is type(value)


def test_checking_dates_looks_at_each_value_once(reader: CaseReader, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows of one list must not be checked against the rows of every other list."""
    seen = 0
    bounds = checking._bounds  # pyright: ignore[reportPrivateUsage]

    def counted(value: Any) -> Any:
        nonlocal seen
        seen += 1
        return bounds(value)

    monkeypatch.setattr(checking, "_bounds", counted)
    rows = {
        "salida": [{"salida_desde": "2025-01-01", "salida_hasta": "2025-01-05"}] * 30,
        "ingreso_mensual": [{"ingreso_mensual_mes": "2025-01"}] * 30,
        "gestion": [{"gestion_fecha": "2025-01"}] * 30,
        "hijo": [{"hijo_fecha_nacimiento": "2020"}] * 30,
    }
    reader.read(rows, "x")
    assert seen < 1000


def test_facts_of_a_row_stand_in_its_place(reader: CaseReader) -> None:
    case = reader.read({"hijo": [{"id": "h9", "hijo_nombre": "Ana"}]}, "x")
    answer = case.answer(item_place(HOUSEHOLD, "hijo", "h9"), "hijo_nombre")
    assert answer and answer.value == "Ana"
