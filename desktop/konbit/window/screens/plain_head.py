"""The head of a screen while cases are plain files: each «Guardado» says that the file is not encrypted."""

from __future__ import annotations

from konbit.window.parts.chip import State, Tone
from konbit.window.parts.lettering import Say, fixed
from konbit.window.parts.room import Room
from konbit.window.parts.signs import Sign
from konbit.window.screens.case_head import CaseHead
from konbit.work.case_list import name_of


class PlainHead(CaseHead):
    """Code and short name of the case, and what this screen is."""

    def about(self, what: Say, *, back: Say | None = None) -> None:
        """Shows the case at hand under its code; names stand inside the window, never in its title bar."""
        interview = self._session.interview
        if interview is None:
            self.tell(what, back=back)
            return
        name = name_of(interview.office, interview.case, short=True)
        code = interview.case.code
        self.tell(fixed(f"{name} · {code}" if name else code), what, back=back)
        self.follow()

    def follow(self) -> None:
        session = self._session
        if session.saved_at is None and not session.unsaved:
            self.saved.hide()
            return
        super().follow()
        if session.unsaved or session.saved_at is None:
            return
        clock = f"{session.saved_at:%H:%M}"
        if session.practising:
            self.saved.show_state(
                State(
                    Sign.PENCIL, Tone.CALM, lambda words: words("ui.saved.example", "Ejemplo: no se guarda")
                )
            )
        elif self._tight:
            self.saved.show_state(
                State(Sign.TICK, Tone.CALM, lambda words: words("ui.saved.at", "Guardado {time}", time=clock))
            )
        else:
            self.saved.show_state(
                State(
                    Sign.TICK,
                    Tone.CALM,
                    lambda words: words("ui.saved.plain", "Guardado {time} · archivo sin cifrar", time=clock),
                )
            )

    _tight = False

    def set_room(self, room: Room) -> None:
        self._tight = room is Room.NARROW
        super().set_room(room)
        self.follow()
