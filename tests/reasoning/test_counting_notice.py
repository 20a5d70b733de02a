"""From which day a term runs: by hand, by mail, by the safer of two readings."""

from __future__ import annotations

from datetime import date

from konbit.reasoning.counting import choose_event

from .terms import DEADLINES, read


def test_personal_notice_leaves_no_second_reading() -> None:
    reading = read("reclamacion_141", "2026-11-13", "personal")
    assert reading.inicio_alternativo is None
    assert reading.alternativo is None


def test_notice_by_mail_shows_the_sending_and_the_notice() -> None:
    days = read("reposicion", "2026-10-08", "correo").dias
    assert [(day.date.day, day.reason) for day in days[:3]] == [(8, "evento"), (11, "aviso"), (12, "feriado")]
    assert "21325:146.tercer_dia" in days[1].norms


def test_an_unstated_unit_reads_the_shorter_and_shows_the_longer() -> None:
    reading = read("descargos_91", "2026-10-08", "correo")
    assert (reading.inicio, reading.inicio_alternativo) == (date(2026, 10, 11), date(2026, 10, 14))
    assert reading.vence == date(2026, 10, 21)
    assert reading.alternativo == date(2026, 10, 28), "later notice and longer unit together"
    assert reading.unidad == "corridos"


def test_a_fine_by_email_counts_from_the_sending() -> None:
    reading = read("descargos_multa", "2026-10-08", "correo")
    assert (reading.inicio, reading.inicio_alternativo) == (date(2026, 10, 8), date(2026, 10, 14))
    assert reading.vence == date(2026, 10, 23)


def test_personal_notice_wins_over_the_sending_and_the_other_is_told() -> None:
    deadline = DEADLINES["reposicion"]
    known = {"rechazo_enviado": date(2026, 10, 1), "fecha_notif_rechazo": date(2026, 10, 6)}
    chosen = choose_event(deadline, known, "correo")
    assert chosen
    assert (chosen.event.fact, chosen.when) == ("fecha_notif_rechazo", date(2026, 10, 6))
    assert chosen.passed_over == ("rechazo_enviado",)
    sent = choose_event(deadline, {"rechazo_enviado": date(2026, 10, 1)}, "personal")
    assert sent
    assert sent.event.start == "dia_tercero"
    assert choose_event(deadline, {"fecha_ingreso": date(2026, 10, 1)}) is None


def test_the_way_of_notice_picks_among_events_of_one_fact() -> None:
    known = {"fecha_notif_multa": date(2026, 10, 1)}
    by_mail = choose_event(DEADLINES["multa_rebaja_25"], known, "correo")
    plain = choose_event(DEADLINES["multa_rebaja_25"], known)
    assert by_mail
    assert plain
    assert (by_mail.event.start, plain.event.start) == ("correo_mismo_dia", "mismo_dia")
