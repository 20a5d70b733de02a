"""The measure of the window itself: it gives figures for every act asked for, and leaves the window as it found it."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from konbit.bench.full_case import ROWS, full_case
from konbit.case.known import known_values
from konbit.law.facts import Kind
from konbit.window.look.theme import Theme, running
from konbit.window.turns import NOW, Turns, measure
from konbit.work.office import Office


@pytest.fixture
def switching() -> Iterator[None]:
    """The thread switching of the interpreter, put back."""
    before = sys.getswitchinterval()
    yield
    sys.setswitchinterval(before)


def test_each_act_on_each_screen_asked_for_has_its_figures(app: QApplication, switching: None) -> None:
    figures = measure(("reasons",), "light")
    assert set(figures["screens"]) == {"reasons"}
    assert set(figures["screens"]["reasons"]) == {"go", "light"}
    assert figures["longest_turn_ms"] > 0
    assert figures["cpu_control_ms"]["min"] > 0
    assert running(app) == Theme()


def test_a_long_turn_is_told_from_short_ones(app: QApplication) -> None:
    def work() -> None:
        sum(number * number for number in range(400_000))

    idle = Turns().of(lambda: None, lambda: False)
    busy = Turns().of(work, lambda: False)
    assert max(turn.cpu_ms for turn in busy) > 2 * max(turn.cpu_ms for turn in idle)


def test_the_full_case_is_full(office: Office) -> None:
    case = full_case(office, NOW)
    facts = office.pack.facts
    known = known_values(case, facts)
    asked = [name for name, fact in facts.items() if fact.owner == "persona" and fact.askable]
    assert sum(name in known for name in asked) > 0.8 * len(asked)
    assert any(facts[name].kind is Kind.LIST and len(rows) >= ROWS for (_, name), rows in case.lists.items())
