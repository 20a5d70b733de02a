"""What a judge or the other side would strike out: a writ says no more than its facts, and asks what fits them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from importlib import util
from pathlib import Path
from typing import Any

import pytest

from konbit.papers.writ.blocks import Numbered, Writ, plain, runs_of, shape
from konbit.papers.writ.rendering import Templates

_spec = util.spec_from_file_location("made_up", Path(__file__).with_name("made_up.py"))
assert _spec
assert _spec.loader
made = util.module_from_spec(_spec)
_spec.loader.exec_module(made)


@pytest.fixture(scope="module")
def templates() -> Templates:
    return Templates(made.TEMPLATES)


def words(writ: Writ) -> str:
    return "\n".join(plain(runs) for block in writ.blocks for runs in runs_of(block))


def rendered(templates: Templates, writ: str, *facts: Mapping[str, Any], **more: Any) -> Writ:
    """In Spanish, after seeing that the Creole copy keeps its blocks, norms and blanks."""
    es, ht = (
        templates.render(writ, tongue, made.context(*facts, tongue=tongue, lawyer=True, **more))
        for tongue in ("es", "ht")
    )
    assert shape(es) == shape(ht)
    assert set(es.norms) == set(ht.norms)
    assert [blank.id for blank in es.blanks] == [blank.id for blank in ht.blanks]
    return es


def test_a_delay_that_ended_is_not_said_to_go_on(templates: Templates) -> None:
    es = rendered(templates, "proteccion", made.IDENTITY, made.C26, {"omision_persistente": False})
    assert "se mantiene hasta hoy" not in words(es)
    assert [blank.id for blank in es.blanks] == ["omision_hoy"]


def test_before_six_months_nobody_says_that_the_term_has_passed(templates: Templates) -> None:
    early = {"solicitud_pendiente_fecha": date(2026, 8, 10)}
    es = rendered(templates, "proteccion", made.IDENTITY, made.C26, early)
    assert "se cumple el 10 de febrero de 2027" in words(es)
    assert "la omisión excede" not in words(es)
    assert [blank.id for blank in es.blanks] == ["ilegalidad_antes_de_seis_meses"]
    nine = words(
        rendered(
            templates,
            "proteccion",
            made.IDENTITY,
            made.C26,
            {"solicitud_pendiente_fecha": date(2026, 2, 10)},
        )
    )
    assert "la omisión excede el plazo legal" in nine
    assert "No se trata de un atraso de días o semanas" not in nine


@pytest.mark.parametrize("outside", [{"tipo_ingreso": "no_habilitado"}, {"sin_antecedentes": False}])
def test_the_duty_of_2021_is_not_pleaded_for_who_is_outside_it(
    templates: Templates, outside: Mapping[str, Any]
) -> None:
    es = rendered(templates, "proteccion", made.IDENTITY, made.C27, outside)
    assert "21325:8T.reglada" not in es.norms
    assert "reglad" not in words(es)
    assert any("artículo octavo transitorio no obliga" in each.note for each in es.verify)


@pytest.mark.parametrize("filed", [date(2022, 1, 8), None])
def test_a_filing_of_2021_is_timely_only_where_its_day_says_so(
    templates: Templates, filed: date | None
) -> None:
    es = rendered(templates, "proteccion", made.IDENTITY, made.C27, {"solicitud_pendiente_fecha": filed})
    assert "oportuna" not in words(es)


def test_who_was_told_of_the_proceedings_does_not_ask_to_be_told(templates: Templates) -> None:
    told, untold = (rendered(templates, "reclamacion_141", facts) for facts in (made.BY_POST, made.EXPELLED))
    assert "notificárseme" not in words(told)
    assert "retrotraer el procedimiento al estado de notificárseme válidamente su inicio" in words(untold)
    assert "no se notificó en la forma" not in words(told)


def test_only_close_kin_and_children_in_chile_are_weighed(templates: Templates) -> None:
    def norms(kin: str, state: str, **more: Any) -> set[str]:
        row = {
            "familiar_nombre": "Ana",
            "familiar_parentesco": kin,
            "familiar_estado_migratorio": state,
            "familiar_vive_en_chile": True,
        }
        facts = {"familiar": [row], "hijo": [], **more}
        return set(rendered(templates, "reclamacion_141", made.EXPELLED, facts).norms)

    assert "21325:129.5" in norms("madre", "chileno")
    assert "21325:129.5" not in norms("hermano", "chileno")
    assert "21325:129.5" not in norms("conyuge", "residencia_temporal")
    assert not {"21325:129.6", "CADH:19"} & norms("madre", "chileno")
    alone = rendered(templates, "reclamacion_141", made.EXPELLED, {"familiar": None, "hijo": None})
    assert not {"21325:129.5", "21325:129.6", "CADH:17", "PIDCP:23"} & set(alone.norms)


def test_a_child_is_said_to_be_ones_child(templates: Templates) -> None:
    text = words(rendered(templates, "reclamacion_141", made.EXPELLED))
    assert (
        "Soy madre de Mateo Rivas, que vive en Chile, es de nacionalidad chilena, nació el 4 de mayo" in text
    )
    assert "nació en agosto de 2015" in text


def test_the_ruling_on_a_crossing_is_carried_over_to_who_came_by_the_gate(templates: Templates) -> None:
    assert "como yo, ingresó por un paso habilitado" not in words(
        rendered(templates, "reclamacion_141", made.EXPELLED)
    )
    gate = rendered(templates, "reclamacion_141", made.EXPELLED, {"tipo_ingreso": "habilitado"})
    assert "como yo, ingresó por un paso habilitado" in words(gate)


def test_a_late_reclamacion_has_a_blank_and_no_excuse(templates: Templates) -> None:
    gone = {"reclamacion_141": {"inicio": date(2026, 11, 1), "vence": date(2026, 11, 11)}}
    es = rendered(templates, "reclamacion_141", made.EXPELLED, deadlines=gone)
    assert [blank.id for blank in es.blanks] == ["oportunidad"]
    assert "[POR COMPLETAR: por qué la reclamación es oportuna]" in words(es)


def test_fear_is_told_as_a_fact_before_it_is_pleaded(templates: Templates) -> None:
    es = rendered(templates, "reclamacion_141", made.BY_POST)
    facts = [plain(block.runs) for block in es.blocks if isinstance(block, Numbered)]
    assert "Temo por mi vida o mi libertad si debo volver a mi país." in facts
    assert "pone en peligro mi vida" not in words(es)


def test_a_day_of_signing_that_is_not_the_day_of_the_writ_is_told(templates: Templates) -> None:
    context = made.context(made.IDENTITY, made.C26, {"fecha_firma": date(2026, 11, 25)})
    notes = [each.note for each in templates.render("proteccion", "es", context).verify]
    assert any("no es el día en que se hizo" in note for note in notes)


@pytest.mark.parametrize(
    ("filed", "says"),
    [
        (date(2026, 11, 10), "ha transcurrido menos de un mes"),
        (date(2026, 10, 20), "ha transcurrido un (1) mes completo"),
        (date(2026, 9, 1), "han transcurrido dos (2) meses completos"),
    ],
)
def test_a_childs_permit_does_not_wait_for_six_months(templates: Templates, filed: date, says: str) -> None:
    child = {"solicitud_pendiente_tipo": "rt_nna", "solicitud_pendiente_fecha": filed}
    es = rendered(templates, "proteccion", made.IDENTITY, made.C26, child)
    assert es.blanks == ()
    assert says in words(es)
    assert "se les otorgará la misma de forma inmediata" in words(es)
    assert "seis meses que la ley fija para todo el procedimiento administrativo" not in words(es)
