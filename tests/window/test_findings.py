"""The findings on the shipped pack and its example cases; and of all three screens: fit, names, tongues, themes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import findings_screen
import pytest
from findings_screen import findings_on, gallery
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from konbit.reasoning.examining import Contradiction, Examination
from konbit.reasoning.writ_verdicts import Conflict
from konbit.window.look.theme import Theme, wear
from konbit.window.parts.banner import Banner, Level
from konbit.window.parts.button import LinkButton
from konbit.window.parts.text import Text
from konbit.window.screens.calling import CallList
from konbit.window.screens.finding_cards import FOLDED, Group, cards_of, nearest
from konbit.window.screens.telling import Telling, known_to
from konbit.window.session import Session
from konbit.window.tongue import Words
from konbit.work.office import Office

real, spoken = findings_screen.real, findings_screen.spoken

EXAMPLES = ("padre_27_meses", "expulsion_nueve_dias", "nina_sin_papeles", "madre_de_chileno")


def examined(example: str, office: Office) -> tuple[Session, Examination]:
    session = gallery.session_on(example, office)
    return session, session.findings()


def telling(session: Session, found: Examination) -> Telling:
    office = session.require_office()
    assert session.interview is not None
    return Telling(
        office,
        found,
        known_to(office, session.interview.case, found.today),
        cards_of(found, office.pack),
    )


# --- the findings


@pytest.mark.parametrize("example", EXAMPLES)
def test_no_finding_is_a_bare_no(office: Office, example: str) -> None:
    session, found = examined(example, office)
    told = telling(session, found)
    shut = ("no_elegible", "no_aplica", "cerrado", "improcedente", "extemporaneo", "esperar")
    views = [told.route(ident) for ident, one in found.routes.items() if one.outcome in shut]
    views += [told.writ(ident) for ident, one in found.writs.items() if one.outcome in shut]
    assert views
    for view in views:
        assert view.instead is not None, view.key
        assert str(view.instead(Words())), view.key
        assert view.instead_key != view.key


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_finding_can_be_told_in_both_tongues(
    office: Office, spoken: Words, qtbot, example: str
) -> None:
    screen = findings_on(example, spoken, office)
    qtbot.addWidget(screen)
    for card in cards_of(screen.session.findings(), office.pack):
        screen.choose(card.key)
        assert screen.cards.key == card.key
        if card.kind != "plazo":
            assert screen.detail.view is not None
            assert screen.detail.view.key == card.key


def test_what_has_a_deadline_comes_first_and_is_chosen(office: Office, spoken: Words, qtbot) -> None:
    screen = findings_on("expulsion_nueve_dias", spoken, office)
    qtbot.addWidget(screen)
    assert screen.cards.key == "escrito:reclamacion_141"
    first = screen.cards.visible_cards()[0]
    assert "Vence mañana" in first.accessibleName()
    assert screen.cards.widget_of("escrito:reclamacion_141") is first


def test_within_a_group_the_nearest_date_comes_first(office: Office) -> None:
    _, found = examined("padre_27_meses", office)
    cards = cards_of(found, office.pack)
    for group in Group:
        days = [card.due or date.max for card in cards if card.group is group]
        assert days == sorted(days)
    assert [card.group for card in cards] == sorted((card.group for card in cards), key=list(Group).index)


def test_what_the_person_came_for_leads_its_group(office: Office) -> None:
    _, found = examined("padre_27_meses", office)
    usual = [card.key for card in cards_of(found, office.pack) if card.group is Group.TODAY]
    aimed = [card.key for card in cards_of(found, office.pack, (usual[-1],)) if card.group is Group.TODAY]
    assert aimed[0] == usual[-1]


def test_the_closed_groups_are_folded_counted_and_open_with_a_key(
    office: Office, spoken: Words, qtbot
) -> None:
    spoken.speak("es")
    screen = findings_on("expulsion_nueve_dias", spoken, office)
    qtbot.addWidget(screen)
    closed = [
        card for card in cards_of(screen.session.findings(), office.pack) if card.group is Group.NOT_NOW
    ]
    assert all(screen.cards.widget_of(card.key) is None for card in closed)
    fold = next(
        one
        for one in screen.cards.findChildren(LinkButton)
        if one.isVisible() and "No por ahora" in one.text()
    )
    assert fold.text().endswith(str(len(closed)))
    qtbot.keyClick(fold, Qt.Key.Key_Return)
    assert all(screen.cards.widget_of(card.key) is not None for card in closed)
    assert Group.NOT_NOW in FOLDED


def test_arrows_walk_the_cards_and_enter_goes_on(office: Office, spoken: Words, qtbot) -> None:
    screen = findings_on("padre_27_meses", spoken, office)
    qtbot.addWidget(screen)
    cards = screen.cards.visible_cards()
    qtbot.keyClick(cards[0], Qt.Key.Key_Down)
    assert screen.cards.key == cards[1].route.id
    assert screen.detail.view is not None and screen.detail.view.key == cards[1].route.id
    qtbot.keyClick(cards[1], Qt.Key.Key_Up)
    went: list[tuple[str, object]] = []
    screen.went.connect(lambda name, what: went.append((name, what)))
    qtbot.keyClick(cards[0], Qt.Key.Key_Return)
    assert went == [("papers", "escrito:proteccion")]


def test_right_goes_to_the_reasons_and_enter_opens_the_verbatim_phrase(
    office: Office, spoken: Words, qtbot
) -> None:
    spoken.speak("es")
    screen = findings_on("padre_27_meses", spoken, office, "ruta:rd")
    qtbot.addWidget(screen)
    card = screen.cards.widget_of("ruta:rd")
    assert card is not None
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_Right)
    row = screen.detail.criteria[0]
    link = next(one for one in row.findChildren(LinkButton) if one.isVisible())
    assert screen.focusWidget() is link
    qtbot.keyClick(link, Qt.Key.Key_Return)
    assert row.quote_shown
    quote = next(one for one in row.findChildren(Text) if one.isVisible() and "«" in one.text())
    assert "Fuente:" in quote.text()
    assert "(" in quote.text()  # how sure the pack is


def test_the_answer_that_decided_stands_under_its_criterion(office: Office) -> None:
    session, found = examined("expulsion_nueve_dias", office)
    rows = telling(session, found).route("rd").criteria
    assert "Situación migratoria de hoy: Irregular" in str(rows[0].answer(Words()))


def test_red_warnings_stand_first_and_cannot_be_folded_away(office: Office, spoken: Words, qtbot) -> None:
    screen = findings_on("padre_27_meses", spoken, office, "ruta:rd")
    qtbot.addWidget(screen)
    banners = sorted(
        (one for one in screen.detail.findChildren(Banner) if one.isVisible()),
        key=lambda one: one.mapTo(screen, one.rect().topLeft()).y(),
    )
    levels = [one.level for one in banners]
    assert {Level.RED, Level.AMBER} == set(levels)
    assert levels == sorted(levels, key=[Level.RED, Level.AMBER].index)
    assert all(one.stays for one in banners)


def test_a_missing_fact_jumps_to_its_question_and_aims_the_interview(
    office: Office, spoken: Words, qtbot
) -> None:
    screen = findings_on("padre_27_meses", spoken, office, "ruta:rt_reunificacion")
    qtbot.addWidget(screen)
    view = screen.detail.view
    assert view is not None and view.asks
    link = next(
        one
        for one in screen.detail.findChildren(LinkButton)
        if one.isVisible() and office.pack.facts[view.asks[0]].label in one.text()
    )
    with qtbot.waitSignal(screen.went) as heard:
        qtbot.keyClick(link, Qt.Key.Key_Return)
    assert heard.args == ["interview", view.asks[0]]
    assert screen.session.interview is not None
    assert [(one.kind, one.id) for one in screen.session.interview.targets] == [("ruta", "rt_reunificacion")]


def test_what_would_shut_a_route_out_is_not_told_as_a_failure(office: Office) -> None:
    session, found = examined("padre_27_meses", office)
    verdict = found.routes["rd"]
    view = telling(session, found).route("rd")
    words = {one.id: str(one.state.say(Words())) for one in view.criteria}
    for ident in verdict.route.unless:
        assert words[ident] == "No es su caso"
    assert "No cumple" not in words.values()  # nor is what another way would have asked


def test_two_ways_that_exclude_each_other_are_told_on_both(office: Office) -> None:
    session, found = examined("padre_27_meses", office)
    pair = ("proteccion", "requerimiento_decision")
    found = replace(found, conflicts=(Conflict(pair, "No van juntas.", ("21325:142",)),))
    for ident in pair:
        notices = telling(session, found).writ(ident).notices
        both = next(one for one in notices if str(one.lead(Words())) == "Elija una sola vía.")
        assert both.norms == ("21325:142",)


def test_a_contradiction_is_told_with_both_values(office: Office) -> None:
    session, found = examined("padre_27_meses", office)
    found = replace(found, contradictions=(Contradiction("orden_expulsion", True, False),))
    notice = telling(session, found).route("rd").notices[-1]
    assert "«Sí»" in str(notice.text(Words()))
    assert "«No»" in str(notice.text(Words()))


def test_at_200_percent_the_cards_come_first_then_the_chosen_one(
    app, office: Office, spoken: Words, qtbot
) -> None:
    wear(app, Theme(scale=2.0))
    screen = findings_on("expulsion_nueve_dias", spoken, office)
    qtbot.addWidget(screen)
    assert screen.cards.isVisible()
    assert not screen.detail.isVisible()
    card = screen.cards.visible_cards()[0]
    qtbot.keyClick(card, Qt.Key.Key_Return)
    assert screen.detail.isVisible()
    assert not screen.cards.isVisible()
    qtbot.keyClick(screen, Qt.Key.Key_Escape)
    assert screen.cards.isVisible()
    with qtbot.waitSignal(screen.went) as heard:
        qtbot.keyClick(screen, Qt.Key.Key_Escape)
    assert heard.args == ["review", None]


def test_f6_goes_to_the_days_of_what_is_chosen(office: Office, spoken: Words, qtbot) -> None:
    screen = findings_on("expulsion_nueve_dias", spoken, office)
    qtbot.addWidget(screen)
    with qtbot.waitSignal(screen.went) as heard:
        qtbot.keyClick(screen, Qt.Key.Key_F6)
    assert heard.args == ["days", "reclamacion_141"]


def test_the_program_says_who_decides(office: Office, spoken: Words, qtbot) -> None:
    spoken.speak("es")
    screen = findings_on("padre_27_meses", spoken, office)
    qtbot.addWidget(screen)
    assert any("usted decide" in one.text() for one in screen.detail.findChildren(Text))


def test_widgets_are_used_again(office: Office, spoken: Words, qtbot) -> None:
    screen = findings_on("padre_27_meses", spoken, office)
    qtbot.addWidget(screen)
    for key in ("ruta:rd", "ruta:rt_reunificacion", "escrito:proteccion"):
        screen.choose(key)
    before = len(screen.findChildren(QWidget))
    for _ in range(3):
        for key in ("ruta:rd", "ruta:rt_reunificacion", "escrito:proteccion"):
            screen.choose(key)
        screen.enter(None)
    assert len(screen.findChildren(QWidget)) == before


def test_nearest_never_points_to_what_only_informs(office: Office) -> None:
    for example in EXAMPLES:
        _, found = examined(example, office)
        card = nearest(cards_of(found, office.pack))
        assert card is not None
        assert card.kind == "escrito" or found.routes[card.id].route.nature not in (
            "informativa",
            "historica",
        )


def test_the_woman_with_an_expulsion_is_told_which_free_lawyers_to_call(
    spoken: Words, office: Office, qtbot
) -> None:
    screen = findings_on("expulsion_nueve_dias", spoken, office, "escrito:reclamacion_141")
    qtbot.addWidget(screen)
    told = [
        one.text() for one in screen.detail.findChildren(CallList)[0].findChildren(Text) if not one.isHidden()
    ]
    assert any(text.startswith("Corporación de Asistencia Judicial") for text in told)
    assert any("averígüelo" in text or "Sin comprobar" in text for text in told)
