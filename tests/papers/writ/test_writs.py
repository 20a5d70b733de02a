"""The two writs of the pack: whole cases, missing facts, both tongues."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from importlib import util
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from konbit.papers.writ.blocks import (
    Documents,
    Numbered,
    Otrosi,
    Quote,
    Signature,
    Suma,
    Writ,
    plain,
    runs_of,
    shape,
)
from konbit.papers.writ.rendering import Templates

_spec = util.spec_from_file_location("made_up", Path(__file__).with_name("made_up.py"))
assert _spec
assert _spec.loader
made = util.module_from_spec(_spec)
_spec.loader.exec_module(made)

WRITS = ("proteccion", "reclamacion_141")
UNABLE: Mapping[str, Any] = {
    "sabe_firmar": False,
    "requiere_interprete": True,
    "interprete_nombre": "Rose Pierre",
}
CASES: Mapping[str, tuple[str, tuple[Mapping[str, Any], ...], bool]] = {
    "rd a 27 meses": ("proteccion", (made.IDENTITY, made.C26, made.STORY), False),
    "rd, solo identidad": ("proteccion", (made.IDENTITY, made.C26), False),
    "rd, con abogada": ("proteccion", (made.IDENTITY, made.C26, made.STORY), True),
    "rd, no firma": ("proteccion", (made.IDENTITY, made.C26, UNABLE), False),
    "proceso 2021": ("proteccion", (made.IDENTITY, made.C27), False),
    "expulsión en mano": ("reclamacion_141", (made.EXPELLED,), True),
    "expulsión por correo": ("reclamacion_141", (made.BY_POST, UNABLE), True),
}
INCOMPLETE: Mapping[str, tuple[str, tuple[Mapping[str, Any], ...], bool]] = {
    "C26 sin identidad": ("proteccion", (made.C26,), False),
    "nada": ("proteccion", ({},), False),
    "expulsión sin nada": ("reclamacion_141", ({},), False),
    "expulsión sin abogada": ("reclamacion_141", (made.EXPELLED,), False),
}
ALL = {**CASES, **INCOMPLETE}


@pytest.fixture(scope="module")
def templates() -> Templates:
    return Templates(made.TEMPLATES)


def both(templates: Templates, name: str) -> tuple[Writ, Writ]:
    writ, facts, lawyer = ALL[name]
    es, ht = (
        templates.render(writ, tongue, made.context(*facts, tongue=tongue, lawyer=lawyer))
        for tongue in ("es", "ht")
    )
    return es, ht


def words(writ: Writ) -> str:
    found: list[str] = []
    for block in writ.blocks:
        if isinstance(block, Suma):
            found += [f"{entry.label}: {plain(entry.runs)}" for entry in block.entries]
        else:
            found += [plain(runs) for runs in runs_of(block)]
    return "\n".join(found)


@pytest.mark.parametrize("name", ALL)
def test_both_tongues_have_the_same_blocks_and_cite_the_same_norms(templates: Templates, name: str) -> None:
    es, ht = both(templates, name)
    assert shape(es) == shape(ht)
    assert set(es.norms) == set(ht.norms)
    assert {blank.id for blank in es.blanks} == {blank.id for blank in ht.blanks}


@pytest.mark.parametrize("name", CASES)
def test_a_complete_case_shows_no_bracket(templates: Templates, name: str) -> None:
    for writ in both(templates, name):
        assert writ.blanks == ()
        assert "[" not in words(writ)


@pytest.mark.parametrize("name", INCOMPLETE)
def test_an_incomplete_case_names_what_is_missing(templates: Templates, name: str) -> None:
    es, ht = both(templates, name)
    assert es.blanks
    assert words(es).count("[POR COMPLETAR: ") >= len(es.blanks)
    assert words(ht).count("[POU RANPLI: ") >= len(ht.blanks)


FACTS = sorted({name for _, facts, _ in ALL.values() for each in facts for name in each})


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(sorted(CASES)), st.sets(st.sampled_from(FACTS), max_size=25), st.booleans())
def test_any_fact_may_be_missing(templates: Templates, name: str, gone: set[str], court: bool) -> None:
    """No template reads an unknown as "no" or falls over it, and the tongues stay side by side."""
    writ, facts, lawyer = CASES[name]
    without = (*facts, dict.fromkeys(gone))
    more = {} if court else {"court": None, "deadlines": {}}
    es, ht = (
        templates.render(writ, tongue, made.context(*without, tongue=tongue, lawyer=lawyer, **more))
        for tongue in ("es", "ht")
    )
    assert shape(es) == shape(ht)
    assert {blank.id for blank in es.blanks} == {blank.id for blank in ht.blanks}


@pytest.mark.parametrize("fact", ["solicitud_pendiente_tipo", "estado_civil", "doc_tipo", "idioma", "sexo"])
def test_every_choice_has_its_words(templates: Templates, fact: str) -> None:
    _, choices, _ = made.pack()
    for choice in choices[fact]:
        for tongue in ("es", "ht"):
            facts = (
                made.IDENTITY,
                made.C26,
                made.STORY,
                {"run": None, "doc_tipo": "otro", "doc_numero": "1", fact: choice},
            )
            assert templates.render("proteccion", tongue, made.context(*facts, tongue=tongue)).blanks == ()


@pytest.mark.parametrize("fact", ["expulsion_autoridad", "notif_expulsion_medio"])
def test_every_choice_of_an_expulsion_has_its_words(templates: Templates, fact: str) -> None:
    _, choices, _ = made.pack()
    dates = {"fecha_notif_expulsion": date(2026, 11, 13), "notif_expulsion_enviada": date(2026, 11, 13)}
    for choice in choices[fact]:
        for tongue in ("es", "ht"):
            context = made.context(made.EXPELLED, dates, {fact: choice}, tongue=tongue, lawyer=True)
            assert templates.render("reclamacion_141", tongue, context).blanks == ()


@pytest.mark.parametrize(
    "choice", ["conyuge", "auc", "conviviente", "madre", "padre", "hermano", "abuelo", "nieto", "otro"]
)
def test_every_kin_has_its_words(templates: Templates, choice: str) -> None:
    kin = {
        "familiar": [
            {"familiar_nombre": "Ana", "familiar_parentesco": choice, "familiar_vive_en_chile": True}
        ]
    }
    for tongue in ("es", "ht"):
        context = made.context(made.EXPELLED, kin, tongue=tongue, lawyer=True)
        assert "Ana" in words(templates.render("reclamacion_141", tongue, context))


def test_the_delay_is_told_in_words_and_dates(templates: Templates) -> None:
    text = words(both(templates, "rd a 27 meses")[0])
    assert "veintisiete (27) meses" in text
    assert "se cumplió el 1 de febrero de 2025" in text
    assert "treinta días corridos vencen el 10 de diciembre de 2026" in text
    assert "dentro del plazo de sesenta (60) días" in text
    assert "Rol N° 57.433-2025" in text
    assert "artículo 19 N° 2" in text
    assert "19 N° 1" not in text
    assert "octavo transitorio" not in text


def test_requests_and_harm_are_numbered_facts(templates: Templates) -> None:
    es = both(templates, "rd a 27 meses")[0]
    facts = [plain(block.runs) for block in es.blocks if isinstance(block, Numbered)]
    assert "El 3 de marzo de 2025 presenté una carta en la oficina de partes del Servicio." in facts
    assert any(
        fact.startswith("En junio de 2026 el banco") and fact.endswith("transferencia.") for fact in facts
    )


def test_the_process_of_2021_is_pleaded_as_a_duty(templates: Templates) -> None:
    es = both(templates, "proceso 2021")[0]
    quotes = [plain(block.runs) for block in es.blocks if isinstance(block, Quote)]
    assert any("Se otorgará el visado solicitado" in quote for quote in quotes)
    assert {"21325:8T.reglada", "CGR:2022-proc2021"} <= set(es.norms)
    assert "21325:37.breve" not in es.norms
    assert "19 N° 1" in words(es)


def test_contraloria_of_2021_is_cited_only_where_the_count_matters(templates: Templates) -> None:
    late = {"solicitud_pendiente_fecha": date(2021, 12, 20)}
    context = made.context(made.IDENTITY, made.C27, late)
    assert "CGR:2021-180dias" in templates.render("proteccion", "es", context).norms
    assert "CGR:2021-180dias" not in both(templates, "proceso 2021")[0].norms


def test_a_term_that_ran_out_is_not_said_to_be_open(templates: Templates) -> None:
    late = {"proteccion_omision": {"inicio": date(2026, 9, 1), "vence": date(2026, 10, 1)}}
    text = words(templates.render("proteccion", "es", made.context(made.IDENTITY, made.C26, deadlines=late)))
    assert "también bajo el cómputo más estricto" not in text
    gone = {"reclamacion_141": {"inicio": date(2026, 11, 1), "vence": date(2026, 11, 11)}}
    writ = templates.render("reclamacion_141", "es", made.context(made.EXPELLED, lawyer=True, deadlines=gone))
    assert "se deduce oportunamente" not in words(writ)
    assert any("ya venció" in each.note for each in writ.verify)


def test_between_the_two_readings_of_a_sent_notice_the_later_one_is_pleaded(templates: Templates) -> None:
    between = {
        "reclamacion_141": {
            "inicio": date(2026, 11, 12),
            "vence": date(2026, 11, 22),
            "alternativo": date(2026, 11, 25),
        }
    }
    es, ht = (
        templates.render(
            "reclamacion_141",
            tongue,
            made.context(made.BY_POST, tongue=tongue, lawyer=True, deadlines=between),
        )
        for tongue in ("es", "ht")
    )
    assert "vence el 25 de noviembre de 2026" in words(es)
    assert "21325:146.tercer_dia" in es.norms
    assert shape(es) == shape(ht)
    assert set(es.norms) == set(ht.norms)
    assert any("lectura más estricta" in each.note for each in es.verify)


def test_grounds_follow_the_facts(templates: Templates) -> None:
    by_hand, by_mail = (both(templates, name)[0] for name in ("expulsión en mano", "expulsión por correo"))
    assert {"CS:5591-2025", "21325:132", "CS:10439-2025"} <= set(by_hand.norms)
    assert "21325:147.3" not in by_hand.norms
    assert {"21325:147", "21325:147.3", "20430:4", "CR1951:33"} <= set(by_mail.norms)
    assert "CS:5591-2025" not in by_mail.norms
    assert "Su interposición suspenderá la ejecución de la orden de expulsión." in words(by_hand)
    alone = templates.render("reclamacion_141", "es", made.context(made.EXPELLED, {"hijo": []}, lawyer=True))
    assert "CDN:3" not in alone.norms


def test_a_reclamacion_without_a_lawyer_has_the_blank(templates: Templates) -> None:
    es = both(templates, "expulsión sin abogada")[0]
    assert [blank.id for blank in es.blanks] == ["abogado_nombre", "abogado_run"]


def test_what_is_only_known_is_listed_for_the_lawyer_and_not_marked_in_the_text(templates: Templates) -> None:
    es = both(templates, "rd a 27 meses")[0]
    assert {"CADH:8", "CADH:25", "DS84-2005:16", "DS84-2005:18", "PIDCP:26"} <= {
        each.what for each in es.verify
    }
    assert not {each.what for each in es.verify} & {"19880:14", "21325:37.breve", "CPR:5.2"}


def test_norms_with_a_quote_are_quoted_verbatim(templates: Templates) -> None:
    _, _, norms = made.pack()
    text = words(both(templates, "rd a 27 meses")[0])
    for id in (
        "19880:7",
        "19880:8",
        "19880:9",
        "19880:14",
        "19880:23",
        "19880:24",
        "19880:27",
        "21325:3",
        "21325:13",
    ):
        assert f"«{norms[id].quote}»" in text


@pytest.mark.parametrize("name", CASES)
def test_the_suma_announces_each_otrosi_in_order(templates: Templates, name: str) -> None:
    for writ in both(templates, name):
        sumas = [block for block in writ.blocks if isinstance(block, Suma)]
        announced = [entry.label for entry in sumas[0].entries[1:]]
        present = [
            block.label.removesuffix(" (OTROSÍ)") for block in writ.blocks if isinstance(block, Otrosi)
        ]
        assert announced == present


@pytest.mark.parametrize("writ", WRITS)
def test_every_fact_the_templates_read_is_in_the_vocabulary(templates: Templates, writ: str) -> None:
    labels, _, _ = made.pack()
    assert templates.facts(writ, "es") <= labels.keys()
    only_noted = {"correo_informado", "fecha_nacimiento", "inicio_expulsion", "riesgo_retorno", "hijo"}
    only_noted |= {"multa_notificada", "trabajo_sin_permiso"}
    assert templates.facts(writ, "es") - templates.facts(writ, "ht") <= only_noted
    assert templates.facts(writ, "ht") <= templates.facts(writ, "es")


def test_given_annexes_replace_the_usual_list(templates: Templates) -> None:
    for writ in WRITS:
        facts = (made.IDENTITY, made.C26) if writ == "proteccion" else (made.EXPELLED,)
        context = made.context(*facts, lawyer=True, documents=("Certificado de residencia en trámite",))
        text = words(templates.render(writ, "es", context))
        assert "Certificado de residencia en trámite." in text
        assert "Copia de mi documento de identidad" not in text


def test_papers_typed_in_the_case_stand_in_the_writ_in_their_order(templates: Templates) -> None:
    typed = {"anexo": ({"anexo_titulo": "Comprobante de 1 de agosto"}, {"anexo_titulo": "Carta de mi banco"})}
    for tongue in ("es", "ht"):
        writ = templates.render(
            "proteccion", tongue, made.context(made.IDENTITY, made.C26, typed, tongue=tongue)
        )
        (listed,) = [block for block in writ.blocks if isinstance(block, Documents)]
        assert [plain(runs) for runs in listed.items] == ["Comprobante de 1 de agosto.", "Carta de mi banco."]


@pytest.mark.parametrize(
    ("quality", "says", "signs"),
    [
        ("madre", "representado por su madre, MARIE JOSEPH", "En representación de WILNER JOSEPH"),
        ("otra", "en cuyo favor comparece MARIE JOSEPH", "En favor de WILNER JOSEPH"),
    ],
)
def test_who_appears_for_another_is_said_and_signs(
    templates: Templates, quality: str, says: str, signs: str
) -> None:
    other = {"comparece_nombre": "Marie Joseph", "comparece_run": "11111111-1", "comparece_calidad": quality}
    writ = templates.render("proteccion", "es", made.context(made.IDENTITY, made.C26, other))
    assert says in words(writ)
    assert signs in words(writ)
    signed = [plain(block.lines[0]) for block in writ.blocks if isinstance(block, Signature)]
    assert "MARIE JOSEPH" in signed
    assert "WILNER JOSEPH" not in signed


def test_a_hostile_fact_changes_nothing_but_its_own_words(templates: Templates) -> None:
    evil = "**Ana** {{ run }} {% if %}\n@firma abogado\n# X\n[POR COMPLETAR: y] <b>&amp;"
    plain_case = (made.IDENTITY, made.C26, made.STORY)
    usual = templates.render("proteccion", "es", made.context(*plain_case))
    writ = templates.render("proteccion", "es", made.context(*plain_case, {"calle": evil}))
    assert shape(writ) == shape(usual)
    assert evil in words(writ)
    assert writ.blanks == ()


def test_what_the_writ_decided_for_not_knowing_is_told_to_whoever_reviews(templates: Templates) -> None:
    def told(*facts: Mapping[str, Any]) -> str:
        return "\n".join(
            each.note for each in templates.render("proteccion", "es", made.context(*facts)).verify
        )

    unsure = told(made.IDENTITY, made.C26)
    assert "No se sabe si la persona necesita intérprete" in unsure
    assert "No se sabe si se pide orden de no innovar" in unsure
    assert "pendiente" not in unsure
    assert "Hay una reclamación" in told(made.IDENTITY, made.C26, {"reposicion_pendiente": True})
    assert "No se sabe" not in told(made.IDENTITY, made.C26, made.STORY)
