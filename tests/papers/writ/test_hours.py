"""The hour of a notice reaches the writ, from the case file on."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from konbit.case.known import known_values
from konbit.reasoning.writ_verdicts import judge_writ
from konbit.work.cases import open_case
from konbit.work.office import open_office, tongue_of
from konbit.work.write import writ_context

DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("notice", "due"),
    [("2026-11-23T16:40", datetime(2026, 11, 24, 16, 40)), ("2026-11-23", None)],
)
def test_a_term_in_hours_tells_its_hour_only_when_the_notice_has_one(
    tmp_path: Path, notice: str, due: datetime | None
) -> None:
    office = open_office()
    path = tmp_path / "caso.toml"
    path.write_text(f'[hechos]\nsentencia_amparo_notificada = "{notice}"\n', encoding="utf-8")
    case = open_case(office, path, DAY)
    situation = office.engine.situation(known_values(case, office.pack.facts, ""), DAY)
    verdict = judge_writ(office.engine, "apelacion_amparo", situation)
    context = writ_context(
        office, office.pack.writs["apelacion_amparo"], verdict, situation, DAY, tongue_of(office, "es")
    )
    term = context.deadlines["apelacion_amparo"]
    assert term.get("vence_hora") == due
    assert term["vence"] == DAY
    assert not isinstance(term["vence"], datetime)
