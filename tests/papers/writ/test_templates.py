"""What a template may and may not do, told with file and line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from konbit.errors import BadTemplate
from konbit.papers.writ.blocks import Numbered, Paragraph, Suma, Writ, plain, runs_of
from konbit.papers.writ.context import Norm, WritContext
from konbit.papers.writ.rendering import Templates
from konbit.papers.writ.sandbox import Limits

LABELS = {"nombres": "Nombres", "run": "RUN", "desde": "Desde", "vive": "Vive en Chile", "hijo": "Hijos"}
LABELS |= {"hijo_nombre": "Nombre del hijo", "sexo": "Sexo", "relato": "Relato"}
CONTEXT = WritContext(
    values={},
    labels=LABELS,
    today=date(2026, 11, 23),
    choices={"sexo": {"mujer": "Mujer"}},
    norms={
        "19880:7": Norm("Ley 19.880", "7", "Se impulsará de oficio.", "C"),
        "CADH:8": Norm("CADH", "8", "", "K"),
    },
)


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    (tmp_path / "prueba").mkdir()
    return tmp_path


def rendered(pack: Path, text: str, **values: Any) -> Writ:
    (pack / "prueba" / "es.md.j2").write_text(text, encoding="utf-8")
    return Templates(pack).render("prueba", "es", replace(CONTEXT, values=values))


def words(writ: Writ) -> str:
    return "\n".join(plain(runs) for block in writ.blocks for runs in runs_of(block))


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("a\n\n{{ nombre }}", 3, 'no hay hecho ni palabra «nombre». ¿Quiso decir "nombres"?'),
        ("a\n{% if nombre is sabido %}x{% endif %}", 2, "«nombre»"),
        ("a\n{{ run|mayuscula }}", 2, '¿Quiso decir "mayusculas"?'),
        ("a\n{% if run is sabdo %}{% endif %}", 2, '¿Quiso decir "sabido"?'),
        ("a\n{% if run is sabido %}\nb", 3, "falta cerrar «if»"),
        ("a\n{% endfor %}", 2, "«endfor»"),
        ("a\n{% from 'prueba/otra.md.j2' import firma %}", 2, "no existe la plantilla «prueba/otra.md.j2»"),
        (
            "a\n{% from 'macros.j2' import otra %}\n{{ otra() }}",
            3,
            "la plantilla «macros.j2» no tiene la macro «otra»",
        ),
        ("a\n\n{% if run %}x{% endif %}", 3, "«run is sabido»"),
        ("a\n\n{% if not vive %}x{% endif %}", 3, "«vive is sabido»"),
        ("a\n{{ 'x' if run == 'y' else 'z' }}", 2, "«run is sabido»"),
        ("a\n{% for h in hijo %}x{% endfor %}", 2, "«hijo is sabido»"),
        ("a\n\nun **b\n\nc", 3, "queda abierto «**»"),
        ("a\n\n@sumilla x: y", 3, "no conozco «@sumilla»"),
        ("@suma EN LO PRINCIPAL pide algo", 1, "falta «:»"),
        ("@suma % OTROSÍ: a\n\nx", 0, "anuncia 1 otrosíes y el escrito tiene 0"),
        ("a\n\n@firma alguien", 3, "no hay firma «alguien»"),
        ("a\n{{ cita('19880:8') }}", 2, 'no hay norma «19880:8». ¿Quiso decir "19880:7"?'),
        ("a\n{{ cita('CADH:8') }}", 2, "no tiene cita literal"),
        ("a\n{{ desde }}", 2, "use un filtro"),
        ("a\n{{ vive }}", 2, "use un filtro"),
        ("a\n{{ sexo }}", 2, "es una opción"),
        ("a\n{{ sexo|elige(hombre='x') }}", 2, "no dice nada para «mujer»"),
    ],
)
def test_a_mistake_is_told_with_its_line(pack: Path, text: str, line: int, says: str) -> None:
    (pack / "macros.j2").write_text("{% macro una() %}x{% endmacro %}", encoding="utf-8")
    known = {"desde": date(2024, 8, 1), "vive": True, "sexo": "mujer"}
    given_here = {name: value for name, value in known.items() if "{{ " + name in text}
    with pytest.raises(BadTemplate) as caught:
        rendered(pack, text, **given_here)
    assert caught.value.file == "prueba/es.md.j2"
    assert caught.value.key == str(line)
    assert says in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ nombres.format(1) }}",
        "{{ nombres.upper() }}",
        "{{ ''['__class__'] }}",
        "{{ hoy.today() }}",
        "{{ cita.__globals__ }}",
        "{{ loop.__init__ }}",
        "{{ 'a' * 1000000000 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ nombres ~ nombres }}",
        "{% for i in range(1000000000) %}x{% endfor %}",
        "{% set x = [] %}{% do x.append(1) %}",
        "{% import 'os' as os %}",
        "{% include nombres %}",
        "{% include '../../../etc/passwd' %}",
        "{% filter upper %}x{% endfilter %}",
        "{% set x %}{{ nombres }}{% endset %}",
        "{% macro m(x) %}{{ m(x) }}{{ m(x) }}{% endmacro %}{{ m(1) }}",
        "{% for a in hijo recursive %}{{ loop(hijo) }}{% endfor %}",
        "{% include 'prueba/es.md.j2' %}",
        "{% set a = [nombres] %}" + "{% set a = [a, a] %}" * 64 + "{{ a|enumera }}",
        "{% set a = nombres %}" + "{% set a = [a, a]|enumera %}" * 64,
        "{% set a = [nombres] %}" + "{% set a = [a, a] %}" * 64 + "{{ a|por_verificar('x') }}{{ a|fecha }}",
        "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
        "{{ " + "9" * 5000 + " }}",
        "{% if nombres is sabido %}" * 200 + "{% endif %}" * 200,
        "x" * 600_000,
    ],
)
def test_a_hostile_template_is_refused(pack: Path, text: str) -> None:
    with pytest.raises(BadTemplate) as caught:
        rendered(pack, "a\n" + text, nombres="os", hijo=[{}])
    assert caught.value.file == "prueba/es.md.j2"


def test_budgets_end_what_would_not_end(pack: Path) -> None:
    (pack / "prueba" / "es.md.j2").write_text(
        "{% for a in hijo %}{% for b in hijo %}{% for c in hijo %}{{ relato }}{% endfor %}{% endfor %}{% endfor %}",
        encoding="utf-8",
    )
    many = replace(CONTEXT, values={"hijo": [{}] * 300, "relato": "x" * 20_000})
    with pytest.raises(BadTemplate, match="más de 2000000 caracteres"):
        Templates(pack).render("prueba", "es", many)
    with pytest.raises(BadTemplate, match="más de 100 vueltas"):
        Templates(pack, Limits(loops=100)).render("prueba", "es", many)


def test_a_spent_budget_is_new_for_the_next_writ(pack: Path) -> None:
    (pack / "prueba" / "es.md.j2").write_text("{% for a in hijo %}{{ run }}{% endfor %}", encoding="utf-8")
    templates = Templates(pack, Limits(loops=3))
    context = replace(CONTEXT, values={"hijo": [{}] * 3, "run": "1-9"})
    first, second = (templates.render("prueba", "es", context) for _ in range(2))
    assert first == second


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Co"]), min_size=1, max_size=60))
def test_what_was_typed_comes_out_as_typed(pack: Path, typed: str) -> None:
    import unicodedata

    writ = rendered(pack, "inicio {{ nombres }} fin\n\n@suma A: {{ nombres }}.", nombres=typed)
    meant = unicodedata.normalize("NFC", typed).replace("\r\n", "\n")
    paragraph, suma = writ.blocks
    assert isinstance(paragraph, Paragraph)
    assert plain(paragraph.runs) == f"inicio {meant} fin"
    assert isinstance(suma, Suma)
    assert plain(suma.entries[0].runs).strip() == f"{meant}.".strip()
    assert not any(run.bold or run.italic or run.blank for runs in runs_of(paragraph) for run in runs)


@pytest.mark.parametrize(
    "typed",
    [
        "# título",
        "+ 1",
        "- x",
        "> y",
        "@firma persona",
        "| z",
        "**a** *b*",
        "{{ run }}",
        "{% if %}",
        "<b>&lt;",
        '"«’',
        "a" * 20_000,
    ],
)
def test_a_fact_alone_on_its_line_is_a_paragraph(pack: Path, typed: str) -> None:
    writ = rendered(pack, "{{ relato }}", relato=typed)
    assert [type(block) for block in writ.blocks] == [Paragraph]
    assert words(writ) == typed
    assert writ.blanks == ()


def test_an_unknown_prints_as_a_blank_once_counted(pack: Path) -> None:
    text = "{{ run }} y {{ run|mayusculas }} {{ desde|fecha }}{% if run is sabido %} sí{% endif %}"
    text += "{% if vive is cierto %} vive{% endif %}{% if vive is falso %} no vive{% endif %}"
    writ = rendered(pack, text)
    assert words(writ) == "[POR COMPLETAR: RUN] y [POR COMPLETAR: RUN] [POR COMPLETAR: Desde]"
    assert [blank.id for blank in writ.blanks] == ["run", "desde"]


def test_an_unknown_of_a_row_has_its_own_label(pack: Path) -> None:
    writ = rendered(
        pack, "{% for h in hijo %}\n+ {{ h.hijo_nombre }}\n\n{% endfor %}", hijo=[{"hijo_nombre": "Ana"}, {}]
    )
    assert writ.blocks[0] == Numbered(1, writ.blocks[0].runs)  # type: ignore[union-attr]
    assert words(writ) == "Ana\n[POR COMPLETAR: Nombre del hijo]"


def test_a_lone_tag_leaves_no_line_but_a_tag_in_a_sentence_keeps_its_own(pack: Path) -> None:
    text = "uno\n{% if vive is sabido %}\ndos{% if vive is cierto %}, tres{% endif %}\n{% endif %}\ncuatro"
    assert words(rendered(pack, text, vive=True)) == "uno dos, tres cuatro"


def test_norms_are_those_of_the_branch_taken_in_every_rendering(pack: Path) -> None:
    text = "{% if vive is cierto %}{{ 'a'|segun('19880:7') }}{% else %}{{ 'b'|segun('CADH:8') }}{% endif %}"
    (pack / "prueba" / "es.md.j2").write_text(text, encoding="utf-8")
    templates = Templates(pack)
    for vive, norms in ((True, ("19880:7",)), (False, ("CADH:8",)), (True, ("19880:7",))):
        writ = templates.render("prueba", "es", replace(CONTEXT, values={"vive": vive}))
        assert writ.norms == norms
        assert [each.what for each in writ.verify] == ([] if vive else ["CADH:8"])


def test_one_case_leaves_nothing_for_the_next(pack: Path) -> None:
    (pack / "prueba" / "es.md.j2").write_text("{{ nombres }}", encoding="utf-8")
    templates = Templates(pack)
    assert words(templates.render("prueba", "es", replace(CONTEXT, values={"nombres": "Rosa"}))) == "Rosa"
    assert words(templates.render("prueba", "es", CONTEXT)) == "[POR COMPLETAR: Nombres]"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{{ desde|fecha }}", "1 de agosto de 2024"),
        ("{{ desde|el_dia }}", "el 1 de agosto de 2024"),
        ("{{ desde|meses_hasta(hoy)|cifra }} meses", "veintisiete (27) meses"),
        ("{{ desde|mas_meses(6)|fecha }}", "1 de febrero de 2025"),
        ("{{ run|run }}", "12.345.678-5"),
        ("{{ sexo|elige(mujer='señora', hombre='señor') }}", "señora"),
        ("{{ genero(hombre='él', mujer='ella', neutro='la persona') }}", "ella"),
        ("{{ ['a', 'b', 'i']|enumera }}", "a, b e i"),
        ("{{ relato|oracion }}", "Perdí el trabajo."),
        ("{% macro m() -%}\nsin papeles\n{%- endmacro %}\n{{ m()|inicial }}", "Sin papeles"),
        ("{{ relato|parrafos|cuantos }}", "1"),
        ("contra {{ 'El Registro Civil'|de }} {{ 'El Registro Civil'|sin_el }}", "contra del Registro Civil"),
        ("contra {{ 'Elena S.A.'|de }} {{ 'Elena S.A.'|sin_el }}", "contra de Elena S.A."),
    ],
)
def test_the_vocabulary(pack: Path, text: str, says: str) -> None:
    known = {"desde": date(2024, 8, 1), "run": "12345678-5", "sexo": "mujer", "relato": "Perdí el trabajo"}
    assert words(rendered(pack, text, **known)) == says


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        (date(2024, 8, 1), date(2026, 11, 23), 27),
        (date(2024, 8, 31), date(2024, 9, 30), 1),
        (date(2024, 2, 29), date(2025, 2, 27), 11),
        (date(2024, 2, 29), date(2025, 2, 28), 12),
        (date(2024, 8, 23), date(2024, 9, 22), 0),
    ],
)
def test_months_are_complete_on_the_same_number_or_the_last_day(
    pack: Path, start: date, end: date, months: int
) -> None:
    (pack / "prueba" / "es.md.j2").write_text("{{ desde|meses_hasta(hoy) }}", encoding="utf-8")
    writ = Templates(pack).render("prueba", "es", replace(CONTEXT, values={"desde": start}, today=end))
    assert words(writ) == str(months)


def test_partial_dates_are_said_as_they_are_known(pack: Path) -> None:
    from konbit.law.partial import PartialDate

    text = "{{ desde|el_dia }}{% if desde is antes_de('2019-01-01') %}, antes{% endif %}"
    assert words(rendered(pack, text, desde=PartialDate.parse("2018-06"))) == "en junio de 2018, antes"
    assert words(rendered(pack, text, desde=PartialDate.parse("2019"))) == "en 2019"


@pytest.mark.parametrize(
    ("tongue", "day", "moment"),
    [
        ("es", "el 20 de noviembre de 2026", "el 20 de noviembre de 2026, a las 09:05 horas"),
        ("ht", "20 novanm 2026", "20 novanm 2026, a 09:05"),
    ],
)
def test_a_moment_is_said_with_its_hour_and_a_day_never_gets_one(
    pack: Path, tongue: str, day: str, moment: str
) -> None:
    (pack / "prueba" / f"{tongue}.md.j2").write_text(
        "{{ desde|el_dia_y_hora }}{% if desde is con_hora %} ({{ desde|hora }}){% endif %}", encoding="utf-8"
    )

    def said(value: object) -> str:
        return words(Templates(pack).render("prueba", tongue, replace(CONTEXT, values={"desde": value})))

    shown = "09:05 horas" if tongue == "es" else "09:05"
    assert said(datetime(2026, 11, 20, 9, 5)) == f"{moment} ({shown})"
    assert said(date(2026, 11, 20)) == day
    assert ": Desde]" in said(None)


def test_the_hour_of_a_day_without_hour_is_a_mistake_of_the_template(pack: Path) -> None:
    with pytest.raises(BadTemplate, match="no tiene hora"):
        rendered(pack, "{{ desde|hora }}", desde=date(2026, 11, 20))


def test_a_term_in_hours_ends_at_an_hour_and_the_others_do_not(pack: Path) -> None:
    text = "{% if plazo('a').vence_hora is sabido %}{{ plazo('a').vence_hora|el_dia_y_hora }}{% else %}sin hora{% endif %}"
    (pack / "prueba" / "es.md.j2").write_text(text, encoding="utf-8")

    def said(deadline: dict[str, date]) -> str:
        return words(Templates(pack).render("prueba", "es", replace(CONTEXT, deadlines={"a": deadline})))

    due = datetime(2026, 11, 21, 13, 15)
    assert said({"vence": due.date(), "vence_hora": due}) == "el 21 de noviembre de 2026, a las 13:15 horas"
    assert said({"vence": due.date()}) == "sin hora"


def test_names_read_from_outside_are_listed(pack: Path) -> None:
    (pack / "m.j2").write_text("{% macro a() %}{{ run|run }}{% endmacro %}", encoding="utf-8")
    (pack / "prueba" / "es.md.j2").write_text(
        "{% from 'm.j2' import a %}{{ a() }}{{ nombres }}{{ hoy|fecha }}", encoding="utf-8"
    )
    assert Templates(pack).facts("prueba", "es") == {"run", "nombres"}
