"""What the window is working on: the pack, the case at hand, where it is kept. One place, heard by every screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from konbit.case.acts import AddedPerson
from konbit.case.case import Case
from konbit.errors import KonbitError
from konbit.reasoning.asking import Target
from konbit.reasoning.examining import Examination
from konbit.work.ask import target_of
from konbit.work.cases import open_case, save_case
from konbit.work.check import check
from konbit.work.interview import Interview
from konbit.work.office import Office


class Session(QObject):
    """The state of one window.

    changed: the case or what is concluded from it is another. saved: kept on disk, with the moment. not_saved: it
    could not be kept (a KonbitError); what was typed is still here. Until the encrypted case base lands, a case is
    a plain file in `folder`, written whole at every answer.
    """

    changed = Signal()
    saved = Signal(datetime)
    not_saved = Signal(object)

    def __init__(
        self,
        folder: Path,
        now: Callable[[], datetime],
        office: Office | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.folder = folder
        self.now = now
        self.office = office
        self.interview: Interview | None = None
        self.path: Path | None = None
        self._found: Examination | None = None

    @property
    def today(self) -> date:
        """Today in Chile, or the day for which the case itself asks to be judged."""
        return self.now().date()

    def require_office(self) -> Office:
        """The loaded pack; no screen that needs it is shown before it is there."""
        assert self.office is not None
        return self.office

    def new_case(self, code: str, targets: tuple[str, ...]) -> None:
        """Begins a case for the reasons that brought the person, and keeps it at once."""
        office = self.require_office()
        case = Case(code).do(AddedPerson("p1"), when=self.now().replace(tzinfo=None))
        aims = tuple(target_of(office.pack, text) for text in targets)
        self.path = self.folder / f"{code}.json"
        self.take(Interview(office, case, self.today, aims).begin())

    def open(self, path: Path) -> None:
        """Opens a case. Raises BadCase; then nothing here has changed."""
        office = self.require_office()
        case = open_case(office, path)
        self.path = path if path.suffix.lower() == ".json" else self.folder / f"{path.stem}.json"
        self._found = None
        self.interview = Interview(office, case, self.today).begin()
        self.changed.emit()

    def take(self, interview: Interview) -> None:
        """Takes the next state of the interview. If the case is another, it is kept on disk before this returns."""
        before = self.interview.case if self.interview else None
        self.interview = interview
        if interview.case is not before:
            self._found = None
            self._keep(interview.case)
        self.changed.emit()

    def aim(self, targets: tuple[Target, ...]) -> None:
        """Asks on for other targets (a writ chosen among the findings)."""
        if self.interview:
            fresh = Interview(self.interview.office, self.interview.case, self.today, targets)
            self.interview = fresh.begin()
            self.changed.emit()

    def findings(self) -> Examination:
        """What can be said of the case now; worked out once for each state of it."""
        assert self.interview is not None
        if self._found is None:
            self._found = check(self.require_office(), self.interview.case, self.today)
        return self._found

    def retry(self) -> None:
        """Tries to keep the case again."""
        if self.interview:
            self._keep(self.interview.case)

    def _keep(self, case: Case) -> None:
        if self.path is None:
            return
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            save_case(case, self.path)
        except (KonbitError, OSError) as fault:
            self.not_saved.emit(fault)
        else:
            self.saved.emit(self.now())
