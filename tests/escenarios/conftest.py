"""Tells at the end how much of the scenarios waits for routes and writs that the pack does not have yet."""

from __future__ import annotations

import pytest

WAITING = pytest.StashKey[set[str]]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[WAITING] = set()


@pytest.fixture
def waiting(pytestconfig: pytest.Config) -> set[str]:
    """What was expected of a route, writ or deadline that is not in the pack yet, as `C05 rutas.art155_9.resultado`."""
    return pytestconfig.stash.setdefault(WAITING, set())


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    found = config.stash.get(WAITING, set())
    if found:
        terminalreporter.write_line(
            f"escenarios: {len(found)} esperas pendientes de rutas y escritos que aún no están"
        )
