"""Work beside the window: its answers, its steps, and that nobody hears of what was cancelled."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event, get_ident

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from konbit.errors import BadArgument, KonbitError
from konbit.window.background import Background


def settled(background: Background) -> None:
    for _ in range(100):
        background.finish()
        QApplication.processEvents()
        if not background.busy:
            return
    raise AssertionError("still busy")


def test_an_answer_comes_back_on_the_windows_own_thread(app: QApplication) -> None:
    background, heard = Background(app), list[tuple[int, object]]()
    background.run(lambda: get_ident(), lambda what: heard.append((get_ident(), what)), heard.append)
    settled(background)
    [(here, there)] = heard
    assert here == get_ident() != there


def test_a_fault_is_told_and_never_raised(app: QApplication) -> None:
    background, heard = Background(app), list[KonbitError | None]()

    def job() -> None:
        raise BadArgument("no", key="x")

    background.run(job, lambda _: None, heard.append)
    settled(background)
    assert [type(one) for one in heard] == [BadArgument]


def test_each_step_is_heard_in_order_and_the_last_one_ends_it(app: QApplication) -> None:
    background, steps, done = Background(app), list[int](), list[int]()
    background.run_steps(lambda: iter((1, 2, 3)), steps.append, done.append, lambda _: None)
    settled(background)
    assert (steps, done) == ([1, 2, 3], [3])


def test_what_is_cancelled_ends_after_the_step_it_is_at_and_is_not_heard_of(app: QApplication) -> None:
    background, heard, taken = Background(app), list[object](), list[int]()
    begun, go_on = Event(), Event()

    def job() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            begun.set()
            go_on.wait(10)
            yield number

    asked = background.run_steps(job, heard.append, heard.append, heard.append)
    assert begun.wait(10)
    asked.cancel()
    go_on.set()
    settled(background)
    assert taken == [0]
    assert heard == []


def test_what_is_cancelled_before_it_begins_never_runs(app: QApplication) -> None:
    background, ran = Background(app), list[int]()
    background.run(lambda: ran.append(1), lambda _: None, lambda _: None, calm=True).cancel()
    settled(background)
    assert ran == []


def test_calm_work_begins_only_after_the_turn_that_asked_for_it(app: QApplication) -> None:
    background, ran = Background(app), list[int]()
    background.run(lambda: ran.append(1), lambda _: None, lambda _: None, calm=True)
    background._pool.waitForDone()
    assert ran == []
    assert background.busy
    for _ in range(10):
        QApplication.processEvents()
    settled(background)
    assert ran == [1]


def test_nobody_is_told_once_the_one_who_asked_is_gone(app: QApplication) -> None:
    from shiboken6 import delete

    background, heard, owner = Background(app), list[object](), QObject()
    background.run(lambda: 1, heard.append, heard.append, owner=owner, calm=True)
    delete(owner)
    settled(background)
    assert heard == []
