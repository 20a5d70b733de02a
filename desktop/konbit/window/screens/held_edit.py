"""An edit held back until the person has read what it does, and has said to keep it or to leave things as they were."""

from __future__ import annotations

from collections.abc import Callable

from konbit.window.parts.lettering import Say
from konbit.window.screens.answer_keeping import what_an_edit_does
from konbit.window.screens.change_box import ChangeNotice
from konbit.window.screens.consequence_words import change_lines, hidden_words
from konbit.window.tongue import Said, Words
from konbit.work.interview import Interview


class HeldEdit:
    """At most one. kept: gets the held interview. dropped: nothing changed."""

    def __init__(
        self, notice: ChangeNotice, kept: Callable[[Interview], None], dropped: Callable[[], None]
    ) -> None:
        self._notice, self._kept, self._dropped = notice, kept, dropped
        self._held: Interview | None = None
        notice.keep.connect(self._keep)
        notice.leave.connect(self.drop)

    def __bool__(self) -> bool:
        """Whether one is held."""
        return self._held is not None

    def hold(self, now: Interview, made: Interview, fact: str, *, told: bool) -> bool:
        """Holds an edit that puts other answers aside or, with `told`, that changes anything; whether it did."""
        found = what_an_edit_does(now, made, fact)
        if found is None:
            return False
        pack = now.office.pack
        lines = change_lines(pack, found, {target.id for target in now.targets})
        if not found.hidden and not (told and lines):
            return False
        self._held = made
        title: Say = hidden_words(pack, found.hidden) if found.hidden and not told else _if_kept
        self._notice.open_up(title, lines)
        return True

    def forget(self) -> None:
        """Lets it go without a word: another screen is shown."""
        self._held = None
        self._notice.hide()

    def drop(self) -> None:
        """Leaves things as they were."""
        self.forget()
        self._dropped()

    def _keep(self) -> None:
        held = self._held
        self.forget()
        if held is not None:
            self._kept(held)


def _if_kept(words: Words) -> Said:
    return words("ui.change.title", "Si guarda este cambio:")
