"""The day and hour in Chile, never the machine's own zone: a term ends at midnight of Santiago."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

SANTIAGO = "America/Santiago"


def now_in(zone: str = SANTIAGO) -> datetime:
    """The moment now, in `zone` (Magallanes and Easter Island differ from Santiago)."""
    return datetime.now(ZoneInfo(zone))


def today_in(zone: str = SANTIAGO) -> date:
    """Today, in `zone`."""
    return now_in(zone).date()
