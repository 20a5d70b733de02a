"""The form workshop: an official PDF is dropped, each of its fields is linked to a fact, tried on a case, and kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QWidget

from konbit.errors import KonbitError
from konbit.law.forms import Form
from konbit.window.pack_words import in_own_words, of_fault
from konbit.window.parts.banner import Level
from konbit.window.parts.lettering import Say, fixed, nothing
from konbit.window.screens import workshop_sayings as says
from konbit.window.screens.workshop_bench import Bench
from konbit.window.screens.workshop_trial import Tried, trial_of
from konbit.window.session import Session
from konbit.window.tongue import Words
from konbit.work.office import Office
from konbit.work.own_forms import forms_folder, office_with_forms
from konbit.work.workshop.draft import Draft, draft_of
from konbit.work.workshop.keeping import Title, proposed_id, remove_form, save_draft
from konbit.work.workshop.offers import Finder
from konbit.work.workshop.sheet import Sheet, difference, known_as, open_sheet

AskPdf = Callable[[QWidget, str], str]


class WorkshopScreen(Bench):
    """`enter` takes the name of the screen to go back to. What is long runs beside the window; Esc lets go of it.

    ask_pdf: how a person is asked for a file; tests answer for her.
    """

    def __init__(self, words: Words, session: Session, *, parent: QWidget | None = None) -> None:
        super().__init__(words, session, parent=parent)
        self.ask_pdf: AskPdf = _ask_pdf
        self._origin = "cases"
        self._connect()
        self._show_right(False)
        self._stand(self.shelf)

    def _connect(self) -> None:
        self.shelf.wanted.connect(self.choose)
        self.empty.acted.connect(self.choose)
        self.shelf.filled.connect(lambda ident: self.went.emit("papers", f"formulario:{ident}"))
        self.shelf.opened.connect(self._open_again)
        self.shelf.removed.connect(self._remove)
        linking = self.linking
        linking.typed.connect(lambda _text: self._search())
        linking.linked.connect(self._link)
        linking.walked.connect(lambda step: self._go_to(self._at + step))
        linking.unlinked.connect(lambda: self._change(lambda draft, spot: draft.unlink(spot)))
        linking.optional.connect(lambda: self._change(lambda draft, spot: draft.optional_too(spot)))
        linking.turned.connect(lambda: self._change(lambda draft, spot: draft.turned(spot)))
        linking.erased.connect(lambda: self._change(lambda draft, spot: draft.erase(spot)))
        linking.shifted.connect(self._shift)
        linking.added.connect(self.add_box)
        linking.undone.connect(self.undo)
        self.page.picked.connect(self._pick)
        self.page.drawn.connect(self._draw)
        self.try_button.clicked.connect(self.try_it)
        self.save_button.clicked.connect(self.keep)
        self.back_button.clicked.connect(self.back)
        self.went_back.connect(self.back)
        self.went_on.connect(self._enter_pressed)
        self.head.went_back.connect(self.back)
        self.sides.chosen.connect(lambda side: self._show_right(side == "page"))
        self.room_changed.connect(lambda _room: self._fit())
        keys: dict[str, Callable[[], None]] = {
            "F5": self.try_it,
            "Ctrl+S": self.keep,
            "Ctrl+Del": self.linking.unlinked.emit,
            "Ctrl+B": self.linking.optional.emit,
            "Ctrl+D": self.add_box,
            "Ctrl+T": self.linking.turned.emit,
            "Ctrl+Shift+Del": self.linking.erased.emit,
            "PgDown": lambda: self._turn_page(1),
            "PgUp": lambda: self._turn_page(-1),
        }
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # --- the three stages

    def enter(self, what: object = None) -> None:
        if isinstance(what, str) and what not in ("", "workshop"):
            self._origin = what
        self.head.tell(says.title, back=says.back)
        self._stand(self.linking if self.draft is not None else self.shelf)

    def leave(self) -> None:
        self._stop()

    def _stand(self, left: QWidget) -> None:
        for one in self._lefts:
            one.setVisible(one is left)
        draft = self.draft
        self.empty.setVisible(draft is None)
        self.page.setVisible(draft is not None)
        self._hide_trial()
        self.try_button.setVisible(draft is not None)
        self.save_button.setVisible(draft is not None)
        if self.session.office is None:
            return
        if left is self.shelf:
            self._show_shelf()
            self.shelf.choose.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif left is self.linking:
            self._show_right(False)
            self._show()
            self.linking.search.take_focus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.naming.title.take_focus(Qt.FocusReason.ShortcutFocusReason)
        self._fit()

    def _show_shelf(self) -> None:
        self.shelf.show_forms(tuple(self._own().values()), case=self.session.interview is not None)
        self.empty.tell(says.drop_title, says.drop_text, act=says.choose)

    def back(self) -> None:
        """One stage back; from the first, to where one came from. What is under way is let go."""
        if self._job is not None:
            self._stop()
            self.notice.hide()
        elif not self.beside.isHidden():
            self._hide_trial()
            self.linking.search.take_focus(Qt.FocusReason.ShortcutFocusReason)
        elif not self.naming.isHidden():
            self._stand(self.linking)
        elif self.draft is not None:
            self._put_away()
        else:
            self.went.emit(self._origin, None)

    def _put_away(self) -> None:
        """Esc on a sheet with links asks for a second Esc: nothing of a draft is on disk."""
        if self.draft is not None and self.draft.past and not self._asked_twice("leave", says.unsaved):
            return
        self._take_up(None)
        self._stand(self.shelf)

    def _asked_twice(self, what: str, say: Say) -> bool:
        """Whether the same was asked for just before; the first time it is only told what it would do."""
        if self._sure == what and self.notice.isVisible():
            return True
        self._sure = what
        self.notice.tell(Level.AMBER, say)
        return False

    def _enter_pressed(self) -> None:
        if not self.naming.isHidden():
            self.keep()

    # --- a PDF comes

    def choose(self) -> None:
        """Asks for the PDF: the twin of dropping one."""
        name = self.ask_pdf(self, str(self.words("ui.workshop.choose", "Elegir un PDF…")))
        if name:
            self.open_path(Path(name))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.open_path(paths[0])

    def open_path(self, path: Path) -> None:
        """Opens a PDF in a child process; one that cannot be read is told in a sentence."""
        office = self.session.require_office()
        self._run(lambda: (open_sheet(path), office, Finder(office.pack)), self._opened, says.opening)

    def _open_again(self, ident: str) -> None:
        form = self._own()[ident]
        self.open_path(Path(form.folder) / form.file)

    def _opened(self, made: tuple[Sheet, Office, Finder]) -> None:
        sheet, office, finder = made
        self._finder = (office, finder)
        form, same = known_as(sheet, self._own().values())
        self._over = form
        self._take_up(draft_of(sheet, form) if form is not None else Draft(sheet))
        self._stand(self.linking)
        if form is not None and not same:
            fault = difference(form, sheet)
            self.notice.tell(Level.AMBER, of_fault(fault) if fault else nothing)
        elif sheet.survey.signed:
            self.notice.tell(Level.AMBER, says.signed)

    def _take_up(self, draft: Draft | None) -> None:
        self.draft, self._at, self._drawn_page = draft, 0, 0
        self._pictures.clear()
        self._sure = ""
        self.notice.hide()
        self.page.drawing = draft is not None and draft.sheet.flat
        if draft is None:
            self._over = None

    # --- trying

    def try_it(self) -> None:
        """Fills the draft from the case at hand, or from the example that knows most of it, and shows the proof."""
        draft, office = self.draft, self.session.require_office()
        if draft is None or not self.naming.isHidden():
            return
        interview, today = self.session.interview, self.session.today
        case = interview.case if interview is not None else None
        self._run(lambda: trial_of(office, draft, case, today), self._tried, says.trying)

    def _tried(self, tried: Tried) -> None:
        filled = tried.filled
        assert filled is not None
        self.trial.show_pages(tried.pages)
        self.beside.show()
        code, count = tried.code, filled.fields_set
        self.trial_name.say(lambda words: words("ui.workshop.with", "Lleno con el caso {code}", code=code))
        self._fit()
        self._show_right(True)
        if filled.problems:
            problems = " ".join(filled.problems)
            self.notice.tell(Level.RED, fixed(problems), lead=says.not_right)
        else:
            self.notice.tell(
                Level.DONE,
                lambda words: words(
                    "ui.workshop.proved", "La prueba salió bien. Campos llenos: {count}.", count=count
                ),
            )

    # --- keeping

    def keep(self) -> None:
        """First asks what the form is, then keeps it."""
        draft, office = self.draft, self.session.require_office()
        if draft is None:
            return
        if self.naming.isHidden():
            if not draft.links:
                self.linking.fault.say(says.nothing_linked)
                return
            old = self._over
            self.naming.fill(
                Title(old.id, old.name, old.edition, old.source)
                if old is not None
                else Title(proposed_id(draft.sheet.file, office), "", "", "")
            )
            self.notice.hide()
            self._stand(self.naming)
            return
        title, folder = self.naming.said(), self._folder()
        over = self._over.id if self._over is not None else ""
        self._run(
            lambda: save_draft(office, draft, title, folder, over=over),
            self._kept,
            says.keeping,
            self._not_kept,
        )

    def _kept(self, form: Form) -> None:
        over = self._over.id if self._over is not None else ""
        own = {ident: one for ident, one in self._own().items() if ident != over}
        self._renew({**own, form.id: form})
        self._take_up(None)
        self._stand(self.shelf)
        name = form.name
        self.notice.tell(
            Level.DONE,
            lambda words: words("ui.workshop.kept", "Guardado: {name}. Ya se puede llenar.", name=name),
        )

    def _not_kept(self, fault: KonbitError | None) -> None:
        self.naming.blame(fault.key if fault else "", in_own_words(fault) if fault else says.failed)

    def _remove(self, ident: str) -> None:
        """Twice: the first press asks."""
        name = self._own()[ident].name
        sure: Say = lambda words: words(  # noqa: E731
            "ui.workshop.sure", "Pulse otra vez «Quitar» para borrar {name}.", name=name
        )
        if not self._asked_twice(ident, sure):
            return
        try:
            remove_form(self._folder(), ident)
        except KonbitError as fault:
            self.shelf.fault.say(in_own_words(fault))
            return
        self.notice.hide()
        self._renew({name: form for name, form in self._own().items() if name != ident})
        self._stand(self.shelf)

    def _renew(self, own: Mapping[str, Form]) -> None:
        self.session.renew(office_with_forms(self.session.require_office(), own))

    def _own(self) -> dict[str, Form]:
        forms = self.session.require_office().pack.forms
        return {ident: form for ident, form in forms.items() if form.folder}

    def _folder(self) -> Path:
        file = self.session.own_days_file
        return forms_folder(file) if file is not None else self.session.home / "formularios"

    # --- beside the window

    def _run(
        self,
        job: Callable[[], Any],
        done: Callable[[Any], None],
        say: Say,
        failed: Callable[[KonbitError | None], None] | None = None,
    ) -> None:
        self._stop()
        self.notice.tell(Level.DRAFT, say)

        def ended(then: Callable[[Any], None], what: Any) -> None:
            self._job = None
            self.notice.hide()
            then(what)

        self._job = self.session.background.run(
            job,
            lambda made: ended(done, made),
            lambda fault: ended(failed or self._no_picture, fault),
            owner=self,
        )

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None


def _ask_pdf(parent: QWidget, title: str) -> str:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
    return QFileDialog.getOpenFileName(parent, title, folder, "PDF (*.pdf)")[0]
