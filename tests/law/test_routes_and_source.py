"""What the routes tell of papers, deadlines and open questions, against what the law dossier says of each.

Papers are not part of a verdict, so no vignette can see them.
"""

from __future__ import annotations

import pytest

from konbit.law.pack import Pack

ASK_A_CRIMINAL_RECORD = ("rt_reunificacion", "rt_trabajo", "rt_estudio", "rt_mercosur", "rd", "prorroga")


@pytest.mark.parametrize("ident", (*ASK_A_CRIMINAL_RECORD, "rt_nna", "rt_humanitaria"))
def test_a_translation_is_asked_of_everybody(pack: Pack, ident: str) -> None:
    """French and Kreyòl are examples: a Brazilian's papers are in Portuguese."""
    paper = next(one for one in pack.routes[ident].papers if one.id == "traduccion")
    assert paper.only_if is None
    assert "portugués" in paper.text


@pytest.mark.parametrize("ident", ASK_A_CRIMINAL_RECORD)
def test_the_papers_name_the_home_and_how_old_they_may_be(pack: Pack, ident: str) -> None:
    papers = {one.id: one.text for one in pack.routes[ident].papers}
    assert {"domicilio", "antiguedad"} <= set(papers)
    assert "60 días" in papers["antiguedad"]
    assert "30 días" in papers["antiguedad"]


def test_a_term_whose_unit_or_effect_is_unsure_says_so(pack: Pack) -> None:
    unsure = {ident for ident, term in pack.deadlines.items() if term.confidence == "U"}
    assert unsure == {
        "apelacion_141",
        "denuncia_silencio",
        "descargos_132",
        "descargos_91",
        "recurso_frontera_131",
        "recurso_frontera_35",
    }


def test_what_the_source_leaves_open_is_a_question_for_a_lawyer(pack: Pack) -> None:
    asked = {one.id for one in pack.questions}
    assert {
        "prorroga_y_cruce",
        "definitiva_con_prorroga_pendiente",
        "trata_sin_denuncia",
        "antecedentes_en_humanitaria",
        "definitiva_de_otras_subcategorias",
        "ex_titulares_de_definitiva",
        "inadmisibilidad_por_estar_irregular",
    } <= asked


def test_a_fine_is_never_told_without_its_amount(pack: Pack) -> None:
    warnings = [one for versions in pack.shared.warnings.values() for one in versions]
    for rules in pack.own_rules.values():
        warnings += [one for versions in rules.warnings.values() for one in versions]
    texts = {one.id: one.text for one in warnings}
    for ident in ("multa_por_permiso_vencido", "multa_rebajada", "multa_completa", "denunciar_empleador"):
        assert "UTM" in texts[ident], ident
    assert "5 UTM" in texts["denunciar_empleador"]
    assert "2 UTM" in texts["treinta_dias"]
    assert "2 UTM" in texts["treinta_corridos"]
