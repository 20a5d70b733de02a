"""«Hojas»: what a person takes along, and what the clinic prints for itself. The sheets that fit at the left, the
chosen one at the right. Printed or saved only when asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSizeF, QStandardPaths, Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from konbit.case.case import Case
from konbit.errors import KonbitError
from konbit.papers.output import write_whole
from konbit.window.background import Asked
from konbit.window.pack_words import of_fault
from konbit.window.parts.banner import Level
from konbit.window.parts.button import PrimaryButton, QuietButton
from konbit.window.parts.lettering import Say, fixed, nothing
from konbit.window.parts.progress_line import ProgressLine
from konbit.window.parts.signs import Sign
from konbit.window.screens.pages_screen import PagesScreen
from konbit.window.screens.paper_printing import AskPath, PrintRun, ask_path, ask_printer, new_printer
from konbit.window.screens.sheet_choice import SheetChoice
from konbit.window.screens.sheet_door import DAY, SheetDoor, key_of_sheets
from konbit.window.screens.sheet_making import MadeSheet, Wanted, printed_one_by_one, sheet_steps
from konbit.window.screens.tabs import Tabs
from konbit.window.session import Session
from konbit.window.tongue import Said, Words

CHOICE_WIDTH = 400
_FEW = 3
"""Pages that are at the printer before anybody could want to stop them."""


class SheetsScreen(PagesScreen):
    """`enter` takes a `SheetDoor`; without one the sheet on show is made again, for the case as it is now.

    ask_path, ask_printer: how a person is asked for a file and a printer; tests answer for her.
    """

    def __init__(self, words: Words, session: Session, *, parent: QWidget | None = None) -> None:
        super().__init__(words, session, parent=parent)
        self.ask_path: AskPath = ask_path
        self.ask_printer: Callable[[QPrinter, QWidget], bool] = ask_printer
        self._door = SheetDoor(DAY, of_case=False)
        self._wanted = Wanted(DAY)
        self._made: MadeSheet | None = None
        self._done = False
        self._making: Asked | None = None
        self._printing: Asked | None = None
        self._run: PrintRun | None = None
        self.choice = SheetChoice(words, session)
        self.tongues = Tabs(words, _tongues())
        self._set(words, self.choice, self.tongues, Tabs(words, _sides()), CHOICE_WIDTH, self._tell)
        self.pdf = QuietButton(
            words, lambda words: words("ui.papers.pdf", "Guardar PDF…"), beside=False, parent=self
        )
        self.printer = PrimaryButton(
            words,
            lambda words: words("ui.papers.print", "Imprimir"),
            sign=Sign.PRINTER,
            key="Ctrl+P",
            beside=False,
            parent=self,
        )
        self.set_footer(left=(self.pdf,), right=(self.printer,))
        self._line = ProgressLine(words, _making, self)
        self._connect()
        self.restyle()

    def _connect(self) -> None:
        self.choice.chosen.connect(self.make)
        self.tongues.chosen.connect(lambda _tongue: self.make())
        self.sides.chosen.connect(lambda side: self._side(side == "pages"))
        self.preview.page_changed.connect(self._turned)
        self.pdf.clicked.connect(self.save)
        self.printer.clicked.connect(self.print_sheet)
        self.choice.saved.acted.connect(self.stop_printing)
        key_of_sheets(self, self.print_sheet)
        self.head.went_back.connect(self.go_back)
        self.went_back.connect(self.go_back)
        self.went_on.connect(self.print_sheet)
        self.room_changed.connect(lambda _room: self._fit())

    # --- filling

    def enter(self, what: object = None) -> None:
        if isinstance(what, SheetDoor):
            self._door = what
            self.choice.offer(what)
            # The clinic reads its own list in one tongue; what a person takes along speaks both.
            self.tongues.choose("es" if what.kind == DAY else "es+ht")
        self.sides.choose("choice")
        self.split.show_right(False)
        back = _BACK.get(self._door.back[0], _cases)
        if self._door.of_case:
            self.head.about(_title, back=back)
        else:
            self.head.tell(_title, back=back)
            self.head.saved.hide()
        self.make()
        self._fit()
        self.printer.setFocus(Qt.FocusReason.OtherFocusReason)

    def make(self) -> None:
        """Makes the sheet beside the window. What was asked before is dropped."""
        self.stop()
        self.choice.saved.hide()
        self._made, self._done = None, False
        self._wanted = wanted = self.choice.wanted(self.tongues.at)
        office, case, folder = self.session.require_office(), self._case(), self.session.folder
        today = self._today()
        width = round(self.preview.page_width() * self.devicePixelRatioF())
        self._making = self.session.background.run_steps(
            lambda: sheet_steps(office, case, folder, today, wanted, width),
            self._step,
            self._ready,
            lambda _fault: self._ready(MadeSheet(wanted, fault=KonbitError("No se pudo preparar el papel."))),
            owner=self,
            calm=True,
        )
        self._patience.start()
        self._tell()

    def stop(self) -> None:
        """Lets go of the sheet that is being made. What goes to the printer goes on."""
        if self._making is not None:
            self._making.cancel()
            self._making = None
            self._patience.stop()

    def leave(self) -> None:
        self.stop()

    def _case(self) -> Case | None:
        interview = self.session.interview
        return interview.case if self._door.of_case and interview is not None else None

    def _today(self) -> date:
        return self.session.findings().today if self._case() is not None else self.session.today

    def _step(self, made: MadeSheet) -> None:
        self._made = made
        if made.data:
            self.preview.show_pages(made.pages)
        if not self._patience.isActive():
            self._tell()

    def _ready(self, made: MadeSheet) -> None:
        self._making, self._made, self._done = None, made, True
        self._patience.stop()
        self.preview.show_pages(made.pages)
        self._tell()

    def _tell(self) -> None:
        """Says all again from what was made so far."""
        made = self._made
        shown = made is not None and bool(made.pages)
        # A line that says so only where it takes long: most sheets are there before it could be read.
        soon = not shown and not self._done and self._patience.isActive()
        self.preview.setVisible(shown or soon)
        self._page.setVisible(shown)
        self.message.setVisible(not shown and not soon)
        able = not self._done or (made is not None and made.fault is None)
        for button in (self.pdf, self.printer):
            button.setEnabled(able)
        self.choice.tell(None)
        if made is not None and made.fault is not None:
            self.message.tell(
                lambda words: words("ui.sheets.cannot", "Esta hoja no se puede preparar"),
                of_fault(made.fault),
            )
        elif shown and made is not None:
            self._turned(self.preview.page, len(made.pages))
            if made.count > len(made.pages) and self._done:
                count, seen = made.count, len(made.pages)
                self.choice.tell(
                    lambda words: words(
                        "ui.sheets.more",
                        "Son {count} páginas. Aquí se ven las primeras {seen}; se imprimen y se guardan todas.",
                        count=count,
                        seen=seen,
                    )
                )
        else:
            self.message.tell(_making, self._reading(made))

    @staticmethod
    def _reading(made: MadeSheet | None) -> Say:
        if made is None or not made.total or made.data:
            return nothing
        read, total = made.read, made.total
        return lambda words: words(
            "ui.sheets.reading", "Casos leídos: {read} de {total}", read=read, total=total
        )

    def _turned(self, page: int, pages: int) -> None:
        count = self._made.count if self._made is not None and self._made.count else pages
        self._say_page(page, count)

    # --- acts

    def go_back(self) -> None:
        """To where one came from."""
        self.went.emit(*self._door.back)

    @property
    def _whole(self) -> MadeSheet | None:
        """The sheet, once it is all there."""
        made = self._made
        return made if self._done and made is not None and made.fault is None else None

    def save(self) -> None:
        """Asks where, and writes what is on show, whole. No person's name stands in the suggested one."""
        made = self._whole
        if made is None:
            return
        case = self._case()
        name = made.wanted.file_name(case.code if case else "", self._today())
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        title = str(self.words("ui.papers.save_as", "Guardar como"))
        chosen = self.ask_path(self, title, str(Path(folder) / name), "PDF (*.pdf)")
        if not chosen:
            return
        place = Path(chosen)
        if place.suffix.lower() != ".pdf":
            place = place.with_name(f"{place.name}.pdf")

        def job() -> Path:
            write_whole(place, made.data)
            return place

        self.session.background.run(job, self._saved, self._not_done, owner=self)

    def _saved(self, place: Path) -> None:
        told = str(place)
        self.choice.saved.tell(
            Level.DONE, lambda words: words("ui.papers.saved", "Guardado en {place}", place=told)
        )
        self._side(False)

    def _not_done(self, fault: KonbitError | None) -> None:
        say: Say = lambda words: words("ui.papers.failed", "No se pudo terminar. Inténtelo de nuevo.")  # noqa: E731
        self.choice.saved.tell(Level.RED, of_fault(fault) if fault is not None else say)
        self._side(False)

    def print_sheet(self) -> None:
        """Asks for a printer and draws the pages on it one by one, from memory; no file in between."""
        made = self._whole
        if made is None or self._run is not None:
            return
        printer = new_printer(made.size)
        if not self.ask_printer(printer, self):
            return
        self._run, data, count = PrintRun(printer), made.data, made.count
        if count > _FEW:
            self.choice.saved.tell(
                Level.AMBER,
                lambda words: words(
                    "ui.sheets.printing", "Se envían {count} páginas a la impresora…", count=count
                ),
                act=lambda words: words("ui.sheets.stop", "Detener"),
            )
            self._side(False)
        self._printing = self.session.background.run_steps(
            lambda: printed_one_by_one(data), self._print, self._printed, self._not_printed, owner=self
        )

    def _print(self, page: tuple[QSizeF, QImage]) -> None:
        if self._run is None or self._printing is None:
            return
        if not self._run.page(*page):
            self._printing.cancel()
            self._not_printed(None)
        elif self._made is not None and self._made.count > _FEW:
            self._line.at(self._run.count, self._made.count)

    def _printed(self, _last: object) -> None:
        run, self._run, self._printing = self._run, None, None
        if run is None or not run.end():
            self._not_done(None)
            return
        count = run.count
        self.choice.saved.tell(
            Level.DONE,
            lambda words: words("ui.papers.printed", "Páginas enviadas a la impresora: {count}", count=count),
        )

    def stop_printing(self) -> None:
        """Nothing more goes to the printer, and it is asked to throw away what it has."""
        if self._printing is not None:
            self._printing.cancel()
            self._not_printed(None, told=False)
            self.choice.saved.hide()

    def _not_printed(self, fault: KonbitError | None, *, told: bool = True) -> None:
        if self._run is not None:
            self._run.abandon()
        self._run, self._printing = None, None
        self._line.at(0, 0)
        if told:
            self._not_done(fault)

    # --- room

    def _side(self, pages: bool) -> None:
        self.sides.choose("pages" if pages else "choice")
        self.split.show_right(pages)

    def _fit(self) -> None:
        super()._fit()
        if not self._door.of_case:
            self.head.saved.hide()


def _tongues() -> tuple[tuple[str, Say], ...]:
    """Each tongue is named in itself."""
    return (
        ("es+ht", fixed("Español + Kreyòl")),
        ("es", fixed("Español")),
        ("ht", fixed("Kreyòl")),
    )


def _sides() -> tuple[tuple[str, Say], ...]:
    return (
        ("choice", lambda words: words("ui.sheets.which", "Qué hoja")),
        ("pages", lambda words: words("ui.sheets.see", "Ver la hoja")),
    )


def _title(words: Words) -> Said:
    return words("ui.sheets", "Hojas")


def _making(words: Words) -> Said:
    return words("ui.papers.making", "Preparando las páginas…")


def _cases(words: Words) -> Said:
    return words("ui.cases", "Casos")


_BACK: dict[str, Say] = {
    "cases": _cases,
    "findings": lambda words: words("ui.days.back", "Resultado"),
    "days": lambda words: words("ui.findings.terms_button", "Plazos"),
}
