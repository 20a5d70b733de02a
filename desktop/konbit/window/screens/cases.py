"""The cases of this clinic's folder: when, who, what next. Search as you type; a new one; one from a file."""

from __future__ import annotations

import tempfile

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from konbit.errors import KonbitError
from konbit.window.look.type import Role
from konbit.window.pack_words import day_in_words, of_fault
from konbit.window.parts.banner import Banner, Level
from konbit.window.parts.button import PrimaryButton, QuietButton
from konbit.window.parts.empty_state import EmptyState
from konbit.window.parts.folding import folded
from konbit.window.parts.room import Room
from konbit.window.parts.signs import Sign
from konbit.window.parts.text import Text
from konbit.window.screens.case_rows_view import CaseView
from konbit.window.screens.plain_head import PlainHead
from konbit.window.screens.screen import Screen
from konbit.window.screens.sheet_door import DAY, SheetDoor, key_of_sheets
from konbit.window.session import Session
from konbit.window.tongue import Words
from konbit.work.case_list import CaseLine, case_lines
from konbit.work.cases import save_case
from konbit.work.demo import example_cases


class CasesScreen(Screen):
    """↑↓ Enter opens; typing anywhere searches; Ctrl+N new, Ctrl+O from a file."""

    file_wanted = Signal()

    def __init__(self, words: Words, session: Session, *, parent: QWidget | None = None) -> None:
        super().__init__(words, session, parent=parent)
        self._lines: tuple[CaseLine, ...] = ()
        self._listed = False
        self._failed = False
        self._examples: tempfile.TemporaryDirectory[str] | None = None
        self.head = PlainHead(words, session, parent=self)
        self.set_header(self.head)
        self.banner = Banner(words)
        self.banner.hide()
        self.banner.acted.connect(self.leave_examples)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(False)
        self._find = Text(
            words, lambda words: words("ui.cases.search", "Buscar por nombre o código"), Role.NOTE_STRONG
        )
        self._find.setBuddy(self.search)
        self.view_of_cases = CaseView(words)
        self.empty = EmptyState(words)
        self._plain = Text(
            words,
            lambda words: words(
                "ui.cases.plain",
                "Por ahora los casos se guardan como archivos sin cifrar: quien use este computador puede leerlos.",
            ),
            Role.NOTE,
            tone="ink2",
            below=True,
        )
        self.column.addWidget(self.banner)
        self.column.addWidget(self._find)
        self.column.addWidget(self.search)
        self.column.addWidget(self.view_of_cases, 1)
        self.column.addWidget(self.empty, 1)
        self.column.addWidget(self._plain)
        self.open_button = QuietButton(
            words, lambda words: words("ui.open", "Abrir archivo…"), sign=Sign.FOLDER, key="Ctrl+O"
        )
        self.new_button = PrimaryButton(
            words, lambda words: words("ui.new_case", "Nuevo caso"), sign=Sign.PLUS, key="Ctrl+N"
        )
        self.sheets_button = QuietButton(
            words,
            lambda words: words("ui.sheets", "Hojas"),
            sign=Sign.PRINTER,
            key="Ctrl+P",
            beside=False,
            parent=self,
        )
        self.set_footer(left=(self.open_button,), right=(self.sheets_button, self.new_button))
        self.sheets_button.clicked.connect(self.see_sheets)
        key_of_sheets(self, self.see_sheets)
        self.open_button.clicked.connect(self.file_wanted)
        self.new_button.clicked.connect(lambda: self.went.emit("reasons", None))
        self.search.textChanged.connect(lambda _text: self._show())
        self.search.installEventFilter(self)
        self.view_of_cases.opened.connect(self._open)
        self.view_of_cases.typed.connect(self._typed)
        self.empty.acted.connect(self.show_examples)
        self.went_on.connect(self._enter_key)
        self.went_back.connect(self.search.clear)
        self.room_changed.connect(self._room_is)
        self._room_is(self.room)
        self.retranslate()
        self.restyle()

    # --- filling

    def enter(self, what: object = None) -> None:
        office = self.session.office
        self.new_button.setEnabled(office is not None)
        self.open_button.setEnabled(office is not None)
        self.sheets_button.setEnabled(office is not None)
        self._head()
        if office is None:
            self._show()
            return
        if not what:
            self.search.clear()
        self._read()
        if what == "buscar" and self.search.isVisible():
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._focus()

    def _focus(self) -> None:
        """On the list; where there is none, on what makes one."""
        there = self.view_of_cases if self._lines else self.new_button
        there.setFocus(Qt.FocusReason.OtherFocusReason)

    def see_sheets(self) -> None:
        """What the clinic prints for itself, and what it has at hand for anybody."""
        if self.session.office is not None:
            self.went.emit("sheets", SheetDoor(DAY, of_case=False))

    def failed(self) -> None:
        """The pack could not be read; the desk says why."""
        self._failed = True
        self._show()

    def _head(self) -> None:
        office = self.session.office
        if office is None:
            self.head.tell(lambda words: words("ui.cases", "Casos"))
            return
        day = day_in_words(office.pack.verified)
        self.head.tell(
            lambda words: words("ui.cases", "Casos"),
            lambda words: words("ui.cases.verified", "Ley verificada al {date}", date=day(words)),
        )

    def _read(self) -> None:
        """Reads the folder beside the window; the list there is stays until the new one is read."""
        office, folder, today = self.session.require_office(), self.session.folder, self.session.today
        self.session.background.run(
            lambda: case_lines(office, folder, today),
            self._take_lines,
            lambda _fault: self._show(),
            owner=self,
        )
        self._show()

    def _take_lines(self, lines: tuple[CaseLine, ...]) -> None:
        first = not self._listed
        self._lines, self._listed = lines, True
        self._show()
        if first and self.isVisible() and not self.search.text():
            self._focus()

    def _show(self) -> None:
        office, wanted = self.session.office, folded(self.search.text())
        shown = [line for line in self._lines if _fits(line, wanted)]
        ready = office is not None and self._listed
        self._find.setVisible(ready and bool(self._lines))
        self.search.setVisible(ready and bool(self._lines))
        self.view_of_cases.setVisible(ready and bool(shown))
        self.empty.setVisible(not (ready and shown))
        self._plain.setVisible(ready and not self.session.practising)
        self._tell_examples()
        if self._failed:
            self.empty.tell(lambda words: words("ui.cases.not_ready", "Konbit no está listo."))
        elif not ready:
            self.empty.tell(lambda words: words("ui.cases.opening", "Abriendo…"))
        elif not self._lines:
            self.empty.tell(
                lambda words: words("ui.cases.none", "Aún no hay casos. Empiece uno o mire los ejemplos."),
                lambda words: words(
                    "ui.cases.none_hint",
                    "Los ejemplos son inventados. Nada de lo que haga en ellos se guarda.",
                ),
                act=lambda words: words("ui.cases.examples", "Ver ejemplos"),
            )
        elif not shown:
            self.empty.tell(
                lambda words: words("ui.cases.not_found", "Ningún caso se llama así."),
                lambda words: words(
                    "ui.cases.not_found_hint", "Busque por una parte del nombre o por el código."
                ),
            )
        if ready and office is not None:
            self.view_of_cases.show_lines(office.pack, shown)

    def _tell_examples(self) -> None:
        if not self.session.practising:
            self.banner.hide()
        elif self.banner.isHidden():
            self.banner.tell(
                Level.AMBER,
                lambda words: words("ui.examples", "Son casos inventados. Lo que haga aquí no se guarda."),
                act=lambda words: words("ui.examples.leave", "Volver a mis casos"),
            )

    # --- examples

    def show_examples(self) -> None:
        """The made-up cases, in a folder that goes away with the window."""
        if self._examples is None:
            self._examples = tempfile.TemporaryDirectory(prefix="konbit-ejemplos-")
            self.destroyed.connect(self._examples.cleanup)
        office, folder = self.session.require_office(), self.session.practise(self._examples.name)
        for stem, case in example_cases(office).items():
            save_case(case, folder / f"{case.code or stem}.json")
        self._again()

    def leave_examples(self) -> None:
        """Back to the clinic's own cases."""
        self.session.go_home()
        self._again()

    def _again(self) -> None:
        self._lines, self._listed = (), False
        self.enter()

    # --- opening and searching

    def _open(self, line: CaseLine) -> None:
        try:
            self.session.open(line.path)
        except KonbitError as fault:
            self.banner.tell(Level.AMBER, of_fault(fault))
            return
        interview = self.session.interview
        self.went.emit("review" if interview is not None and interview.done else "interview", None)

    def _typed(self, text: str) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.setText(self.search.text() + text)

    def _enter_key(self) -> None:
        if self.view_of_cases.isVisible() and self.view_of_cases.currentIndex().isValid():
            self._open(self.view_of_cases.cases.line(self.view_of_cases.currentIndex().row()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        steers = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up)
        pressed = steers and event.type() == QEvent.Type.KeyPress and watched is self.search
        if pressed and isinstance(event, QKeyEvent) and self.view_of_cases.isVisible():
            self.view_of_cases.setFocus(Qt.FocusReason.TabFocusReason)
            self.view_of_cases.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _room_is(self, room: Room) -> None:
        self.head.set_room(room)
        self.view_of_cases.set_room(room)

    def retranslate(self) -> None:
        super().retranslate()
        if hasattr(self, "search"):
            self.search.setAccessibleName(str(self._find.said))

    def restyle(self) -> None:
        super().restyle()
        if hasattr(self, "search"):
            self.search.setFont(self.theme.font(Role.BODY))
            self.search.setMinimumHeight(self.theme.gap(40))
            self.search.setTextMargins(self.theme.gap(8), 0, self.theme.gap(8), 0)


def _fits(line: CaseLine, wanted: str) -> bool:
    """Whether every word looked for begins a word of the name or stands in the code."""
    names = f" {folded(line.name)} {folded(line.code)} {folded(line.code).replace('-', '')}"
    return all(f" {word}" in names for word in wanted.split())
