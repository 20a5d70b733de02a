"""*Ver*: tongues, letter, light or dark. A menu, because in a narrow window nothing else has room for them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from konbit.window.look.theme import running
from konbit.window.look.type import Role
from konbit.window.parts.lettering import Say, fixed
from konbit.window.settings import LEAST, MOST, Settings
from konbit.window.tongue import Words

_TONGUES: tuple[tuple[str, str], ...] = (
    ("es+ht", "Español + Kreyòl"),
    ("ht+es", "Kreyòl + Español"),
    ("es", "Español"),
    ("ht", "Kreyòl"),
    ("en", "English"),
)
"""Each tongue is named in itself."""


class ViewMenu(QMenu):
    """`settings` says how things stand; `choose` is told of another wish. The words are new each time it opens."""

    def __init__(
        self,
        words: Words,
        settings: Callable[[], Settings],
        choose: Callable[[Settings], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words, self._settings, self._choose = words, settings, choose
        self._said: list[tuple[QAction, Say]] = []
        self._screens: list[QAction] = []
        tongues = QActionGroup(self)
        self._tongues = {
            tongue: self._add(
                fixed(name, name), lambda tongue=tongue: self._wish(tongue=tongue), group=tongues
            )
            for tongue, name in _TONGUES
        }
        self.addSeparator()
        self._larger = self._add(
            lambda words: words("ui.view.larger", "Letra más grande"), lambda: self._size(1), key="Ctrl++"
        )
        self._smaller = self._add(
            lambda words: words("ui.view.smaller", "Letra más chica"), lambda: self._size(-1), key="Ctrl+-"
        )
        self._usual = self._add(
            lambda words: words("ui.view.usual", "Letra normal"), lambda: self._wish(scale=1.0), key="Ctrl+0"
        )
        self.addSeparator()
        themes = QActionGroup(self)
        self._light = self._add(
            lambda words: words("ui.view.light", "Pantalla clara"),
            lambda: self._wish(dark=False),
            group=themes,
        )
        self._dark = self._add(
            lambda words: words("ui.view.dark", "Pantalla oscura"),
            lambda: self._wish(dark=True),
            group=themes,
        )
        self.aboutToShow.connect(self.refresh)
        self.refresh()

    def add_screen(self, say: Say, act: Callable[[], None]) -> None:
        """One more line, to a screen of settings."""
        if not self._screens:
            self.addSeparator()
        self._screens.append(self._add(say, act))
        self.refresh()

    def refresh(self) -> None:
        """Words, ticks and letters as they are now."""
        settings = self._settings()
        self.setFont(running().font(Role.BODY))
        for action, say in self._said:
            said, key = say(self._words), str(action.data() or "")
            text = str(said) if said.beside == said or not said.beside else said.both
            action.setText(f"{text}\t{key}" if key else text)
        for tongue, action in self._tongues.items():
            action.setChecked(tongue == settings.tongue)
        self._light.setChecked(not settings.dark)
        self._dark.setChecked(settings.dark)
        self._larger.setEnabled(settings.scale < MOST)
        self._smaller.setEnabled(settings.scale > LEAST)
        self._usual.setEnabled(settings.scale != 1.0)
        self.setAccessibleName(str(self._words("ui.view", "Ver")))

    def _add(
        self, say: Say, act: Callable[[], None], *, key: str = "", group: QActionGroup | None = None
    ) -> QAction:
        action = QAction(self)
        action.setData(key)
        if group is not None:
            action.setCheckable(True)
            group.addAction(action)
        action.triggered.connect(act)
        self.addAction(action)
        self._said.append((action, say))
        return action

    def _wish(self, **changes: object) -> None:
        from dataclasses import replace

        self._choose(replace(self._settings(), **changes))  # type: ignore[arg-type]

    def _size(self, steps: int) -> None:
        self._choose(self._settings().larger(steps))
