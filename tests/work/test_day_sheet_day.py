"""The clinic's day is the day of the sheet, whatever day each case was last judged on."""

from __future__ import annotations

from datetime import date

from konbit.law.pack import Pack
from konbit.work.cases import read_case
from konbit.work.day_sheet import judged
from konbit.work.office import office_of


def test_what_is_due_today_is_due_today_though_the_case_was_judged_yesterday(pack: Pack) -> None:
    office = office_of(pack)
    data = {
        "fecha_evaluacion": "2026-11-23",
        "hechos": {
            "orden_expulsion": True,
            "notif_expulsion_medio": "personal",
            "fecha_notif_expulsion": "2026-11-14",
            "domicilio_comuna": "Puente Alto",
        },
    }
    case = read_case(office, data, "caso")
    (found,) = judged(office, case, date(2026, 11, 24))
    assert found.today == date(2026, 11, 24)
    (term,) = [one for one in found.terms if one.deadline.id == "reclamacion_141"]
    assert term.file_by == date(2026, 11, 24)
