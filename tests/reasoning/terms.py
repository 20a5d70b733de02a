"""The pack's calendar, units and deadlines, and a deadline read as the tests write it."""

from __future__ import annotations

import importlib.util
from datetime import date, datetime, timedelta
from pathlib import Path

from konbit.law.deadlines import DayUnit, Deadline
from konbit.reasoning.counting import Reading, deadline_reading, event_for

_SPEC = importlib.util.spec_from_file_location(
    "calendar_fixture", Path(__file__).parents[1] / "law" / "calendar_fixture.py"
)
assert _SPEC and _SPEC.loader
pack = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(pack)

CALENDAR = pack.pack_calendar()
UNITS: dict[str, DayUnit] = pack.day_units()
DEADLINES: dict[str, Deadline] = pack.deadlines()
DAY = timedelta(days=1)


def read(
    ident: str,
    when: str,
    medium: str | None = None,
    amount: int | None = None,
    comuna: str | None = None,
) -> Reading:
    deadline = DEADLINES[ident]
    moment = datetime.fromisoformat(when) if "T" in when else date.fromisoformat(when)
    event = event_for(deadline, medium)  # pyright: ignore[reportArgumentType]
    return deadline_reading(deadline, event, moment, CALENDAR, UNITS, amount=amount, comuna=comuna)
