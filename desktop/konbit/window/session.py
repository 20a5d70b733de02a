"""What the window is working on: the pack, the case at hand, where it is kept. One place, heard by every screen."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from konbit.case.acts import (
    Act,
    AddedItem,
    AddedPerson,
    ChoseApplicant,
    Decided,
    Filed,
    Gave,
    RemovedItem,
    SaidNone,
    Undid,
    Withdrew,
)
from konbit.case.case import Case, undone
from konbit.errors import KonbitError
from konbit.law.own_days import OwnDay
from konbit.reasoning.asking import Target
from konbit.reasoning.examining import Examination
from konbit.window.background import Background
from konbit.work.ask import target_of
from konbit.work.case_list import fresh_code
from konbit.work.check import check
from konbit.work.interview import Interview
from konbit.work.interview_files import open_interview, save_interview
from konbit.work.office import Office


class Session(QObject):
    """The state of one window.

    changed: the case or what is concluded from it is another. saved: kept on disk, with the moment. not_saved: it
    could not be kept (a KonbitError or OSError); what was typed is still here. Until the encrypted case base lands, a
    case is a plain file in `folder`, written whole at every answer.
    own_days, own_days_file: the holidays the clinic added, and where they are kept (nowhere without a file).
    now: the moment in Chile. choose: one of several by chance (for codes).
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
        *,
        choose: Callable[[Sequence[str]], str] = secrets.choice,
    ) -> None:
        super().__init__(parent)
        self.folder = folder
        self.home = folder
        self.now = now
        self.office = office
        self.own_days: tuple[OwnDay, ...] = ()
        self.own_days_file: Path | None = None
        self.background = Background(self)
        self.interview: Interview | None = None
        self.path: Path | None = None
        self.saved_at: datetime | None = None
        self.unsaved = False
        self._choose = choose
        self._found: Examination | None = None

    @property
    def today(self) -> date:
        """Today in Chile, or the day for which the case itself asks to be judged."""
        return self.now().date()

    @property
    def practising(self) -> bool:
        """Whether the cases in sight are the made-up ones, kept nowhere."""
        return self.folder != self.home

    def require_office(self) -> Office:
        """The loaded pack; no screen that needs it is shown before it is there."""
        assert self.office is not None
        return self.office

    def moment(self) -> datetime:
        """Now, as acts of a case note it: local time without a zone."""
        return self.now().replace(tzinfo=None)

    # --- which case

    def new_case(self, code: str, targets: tuple[str, ...]) -> None:
        """Begins a case for the reasons that brought the person, and keeps it at once."""
        office = self.require_office()
        case = Case(code).do(AddedPerson("p1"), when=self.moment())
        aims = tuple(target_of(office.pack, text) for text in targets)
        self._take_up(self.folder / f"{code}.json")
        self.take(Interview(office, case, self.today, aims).begin())

    def fresh_code(self) -> str:
        """A code that no case of the folder has."""
        return fresh_code({path.stem for path in self.folder.glob("*.json")}, self._choose)

    def open(self, path: Path) -> None:
        """Opens a case. Raises BadCase; then nothing here has changed.

        One of our own files is kept where it lies; another program's (or an example) is left as it is, and what is
        answered goes to a new file in `folder`.
        """
        interview, own = open_interview(self.require_office(), path, self.today)
        self._take_up(path if own else self._free_place(interview.case.code or path.stem))
        self.interview = interview
        self.changed.emit()

    def close(self) -> None:
        """Lets the case go. What is kept is on disk."""
        self._take_up(None)
        self.interview = None
        self.changed.emit()

    def practise(self, folder: str | Path) -> Path:
        """Works on made-up cases in another folder, until `go_home`."""
        self.close()
        self.folder = Path(folder)
        return self.folder

    def go_home(self) -> None:
        """Back to the clinic's own cases."""
        self.close()
        self.folder = self.home

    def _take_up(self, path: Path | None) -> None:
        self.path, self._found = path, None
        self.interview, self.saved_at, self.unsaved = None, None, False

    def _free_place(self, stem: str) -> Path:
        place, number = self.folder / f"{stem}.json", 2
        while place.exists():
            place, number = self.folder / f"{stem}-{number}.json", number + 1
        return place

    # --- what is answered

    def take(self, interview: Interview) -> None:
        """Takes the next state of the interview. What is another is kept on disk before this returns."""
        before = self.interview
        if self.office is not None and interview.office is not self.office:
            interview = replace(interview, office=self.office)
        self.interview = interview
        if before is None or interview.case is not before.case:
            self._found = None
        if before is None or interview.case is not before.case or _place(interview) != _place(before):
            self._keep(interview)
        self.changed.emit()

    def renew(self, office: Office) -> None:
        """Another office in the place of the one before: the same pack, with other days in its calendar."""
        self.office, self._found = office, None
        if self.interview is not None:
            self.interview = replace(self.interview, office=office)
            self.changed.emit()

    def aim(self, targets: tuple[Target, ...]) -> None:
        """Asks on for other targets (a writ chosen among the findings)."""
        if self.interview:
            fresh = Interview(self.interview.office, self.interview.case, self.today, targets)
            self.take(fresh.begin())

    def last_acts(self) -> tuple[Act, ...]:
        """The acts that `undo` would take back: the last that counts, with those done in the same moment."""
        if self.interview is None:
            return ()
        history = self.interview.case.history
        gone = undone(history)
        counting = [act for act in history if act.seq not in gone and not isinstance(act.doing, Undid)]
        if not counting or isinstance(counting[-1].doing, (AddedPerson, ChoseApplicant)):
            return ()
        last = counting[-1]
        if last.when is None:
            return (last,)
        return tuple(
            act
            for act in counting
            if act.when == last.when and not isinstance(act.doing, (AddedPerson, ChoseApplicant))
        )

    def undo(self) -> tuple[Act, ...]:
        """Takes back the last thing done, and says what it was; empty when there is nothing."""
        acts = self.last_acts()
        if acts and self.interview is not None:
            case, when = self.interview.case, self.moment()
            for act in reversed(acts):
                case = case.do(Undid(act.seq), when=when)
            self.take(replace(self.interview, case=case))
        return acts

    def about(self, act: Act) -> str:
        """The fact or list an act is about; of something filed or ended, the key of the route or writ; or ""."""
        if isinstance(act.doing, Decided) and self.interview is not None:
            filing = self.interview.case.filings.get(act.doing.id)
            return filing.filed.what if filing is not None else ""
        return _fact_of(act)

    # --- what follows from it

    def findings(self) -> Examination:
        """What can be said of the case now; worked out once for each state of it."""
        assert self.interview is not None
        if self._found is None:
            self._found = check(self.require_office(), self.interview.case, self.today)
        return self._found

    # --- keeping

    def retry(self) -> None:
        """Tries to keep the case again."""
        if self.interview:
            self._keep(self.interview)

    def _keep(self, interview: Interview) -> None:
        if self.path is None:
            return
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            save_interview(interview, self.path)
        except (KonbitError, OSError) as fault:
            self.unsaved = True
            self.not_saved.emit(fault)
        else:
            self.unsaved, self.saved_at = False, self.now()
            self.saved.emit(self.saved_at)


def _fact_of(act: Act) -> str:
    """The fact or list an act is about (of something filed, its key), or ""."""
    match act.doing:
        case Gave(fact=fact) | Withdrew(fact=fact):
            return fact
        case AddedItem(list=name) | RemovedItem(list=name) | SaidNone(list=name):
            return name
        case Filed(what=what):
            return what
        case _:
            return ""


def _place(interview: Interview) -> object:
    return (interview.at, interview.screens, interview.targets)
