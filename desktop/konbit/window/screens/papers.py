"""A writ or a form: what it lacks at the left, its pages at the right. Saved or printed only when asked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSizeF, QStandardPaths, Qt
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from konbit.errors import KonbitError
from konbit.reasoning.asking import Target
from konbit.window.background import Asked
from konbit.window.pack_words import of_fault, of_pack
from konbit.window.parts.banner import Level
from konbit.window.parts.button import PrimaryButton, QuietButton
from konbit.window.parts.lettering import Say
from konbit.window.parts.signs import Sign
from konbit.window.screens.pages_screen import PagesScreen
from konbit.window.screens.paper_making import AID, Made, Paper, PaperDoor, Shelf, paper_steps, printed_pages
from konbit.window.screens.paper_notes import PaperNotes
from konbit.window.screens.paper_printing import AskPath, ask_path, ask_printer, new_printer, print_pages
from konbit.window.screens.paper_telling import first_fileable, lacking_first, notes_of
from konbit.window.screens.tabs import Tabs
from konbit.window.session import Session
from konbit.window.tongue import Said, Words
from konbit.work.aid import offers_aid

NOTES_WIDTH = 400
_FILTERS = {".pdf": "PDF (*.pdf)", ".docx": "DOCX (*.docx)"}


class PapersScreen(PagesScreen):
    """`enter` takes `escrito:ID` or `formulario:ID` (alone or in a `PaperDoor`), or None for the first writ to file.

    ask_path, ask_printer: how a person is asked for a file and a printer; tests answer for her.
    """

    def __init__(self, words: Words, session: Session, *, parent: QWidget | None = None) -> None:
        super().__init__(words, session, parent=parent)
        self.ask_path: AskPath = ask_path
        self.ask_printer: Callable[[QPrinter, QWidget], bool] = ask_printer
        self._paper: Paper | None = None
        self._card: str | None = None
        self._made: Made | None = None
        self._shelf = Shelf()
        self._making: Asked | None = None
        self.notes = PaperNotes(words)
        self.editions = Tabs(words, _editions())
        self._set(words, self.notes, self.editions, Tabs(words, _sides()), NOTES_WIDTH, self._late)
        self.docx = QuietButton(
            words, lambda words: words("ui.papers.docx", "Guardar DOCX…"), beside=False, parent=self
        )
        self.printer = QuietButton(
            words,
            lambda words: words("ui.papers.print", "Imprimir"),
            sign=Sign.PRINTER,
            key="Ctrl+P",
            beside=False,
            parent=self,
        )
        self.pdf = PrimaryButton(
            words, lambda words: words("ui.papers.pdf", "Guardar PDF…"), beside=False, parent=self
        )
        self.set_footer(left=(self.docx,), right=(self.printer, self.pdf))
        self._connect()
        self.restyle()

    def _connect(self) -> None:
        self.editions.chosen.connect(self._turn)
        self.sides.chosen.connect(lambda side: self._side(side == "pages"))
        self.notes.asked.connect(self.ask)
        self.message.acted.connect(self._ask_first)
        self.preview.page_changed.connect(self._say_page)
        self.docx.clicked.connect(lambda: self.save(".docx"))
        self.pdf.clicked.connect(lambda: self.save(".pdf"))
        self.printer.clicked.connect(self.print_paper)
        # Not the button's own shortcut: setting its text (at every change of tongue) would take it away.
        QShortcut(
            QKeySequence("Ctrl+P"),
            self,
            self.print_paper,
            context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
        )
        self.head.went_back.connect(self.go_back)
        self.went_back.connect(self.go_back)
        self.went_on.connect(lambda: self.save(".pdf"))
        self.room_changed.connect(lambda _room: self._fit())

    # --- filling

    def enter(self, what: object = None) -> None:
        office = self.session.require_office()
        self._card = what.back if isinstance(what, PaperDoor) else None
        what = what.key if isinstance(what, PaperDoor) else what
        key = what if isinstance(what, str) and what else first_fileable(self.session)
        kind, _, ident = key.partition(":")
        known = ident in (office.pack.writs if kind == "escrito" else office.pack.forms)
        self._paper = Paper(kind, ident, "es") if known else None
        self._made = None
        self.preview.show_pages(())
        self.notes.saved.hide()
        self.head.follow()
        self.editions.choose("es")
        self.editions.setVisible(kind == "escrito" and known)
        self.editions.offer(AID, kind == "escrito" and known and offers_aid(office.pack, ident))
        self.sides.choose("notes")
        self.split.show_right(False)
        code = self._code()
        name = self._name()
        self.head.tell(
            lambda words: words("ui.papers.title", "{paper} · {code}", paper=name(words), code=code),
            lambda words: Said(name(words).beside, "", name(words).second or "es", ""),
            back=lambda words: words("ui.days.back", "Resultado"),
        )
        self.make()
        self._tell()
        self._fit()
        if self._paper is not None:
            self.pdf.setFocus(Qt.FocusReason.OtherFocusReason)

    def _code(self) -> str:
        return self.session.interview.case.code if self.session.interview else ""

    def _name(self) -> Say:
        pack = self.session.require_office().pack
        if self._paper is None:
            return lambda words: words("ui.papers.papers", "Papeles")
        group = pack.writs if self._paper.kind == "escrito" else pack.forms
        return of_pack(group[self._paper.id].name)

    def make(self) -> None:
        """Makes the paper beside the window, once the screen stands. What was asked before is dropped."""
        self.stop()
        paper, interview = self._paper, self.session.interview
        if paper is None or interview is None:
            return
        office, case = self.session.require_office(), interview.case
        today, shelf = self.session.findings().today, self._shelf
        width = round(self.preview.page_width() * self.devicePixelRatioF())
        self._making = self.session.background.run_steps(
            lambda: paper_steps(office, case, today, paper, width, shelf),
            lambda _made: None,
            self._done,
            lambda _fault: self._done(Made(paper, fault=KonbitError("No se pudo preparar el papel."))),
            owner=self,
            calm=True,
        )
        self._patience.start()

    def stop(self) -> None:
        """Lets go of the paper that is being made."""
        if self._making is not None:
            self._making.cancel()
            self._making = None
            self._patience.stop()

    def leave(self) -> None:
        self.stop()

    def _done(self, made: Made) -> None:
        self._making, self._made = None, made
        self._patience.stop()
        self.preview.show_pages(made.pages)
        self._tell()

    def _late(self) -> None:
        if self._made is None:
            self._tell()

    def _tell(self) -> None:
        """Says all again from what was made."""
        made, paper = self._made, self._paper
        ready = made is not None and made.fault is None
        # A line that says so only where it takes long: most papers are there before it could be read.
        soon = made is None and self._patience.isActive()
        self.preview.setVisible(ready or soon)
        self._page.setVisible(ready)
        self.message.setVisible(not ready and not soon)
        # While it is being made they stay: a button that goes grey under the keyboard would lose the focus.
        able = ready or (made is None and paper is not None)
        for button in (self.pdf, self.printer):
            button.setEnabled(able)
        if paper is None:
            self.docx.setEnabled(False)
            self.message.tell(
                lambda words: words("ui.papers.none", "Ningún papel se puede preparar aún"),
                lambda words: words(
                    "ui.papers.none_text", "Vuelva al resultado y elija una ruta o un escrito."
                ),
            )
            self.notes.setVisible(False)
            return
        self.notes.setVisible(True)
        self.docx.setEnabled(able and paper.kind == "escrito" and paper.edition in ("es", "ht"))
        self.docx.setVisible(paper.kind == "escrito")
        self.notes.show_notes(notes_of(self.session, paper, made), self.session.require_office().pack.norms)
        if made is None:
            self.message.tell(lambda words: words("ui.papers.making", "Preparando las páginas…"))
        elif made.fault is not None:
            self._tell_fault(made.fault)
        else:
            self._say_page(self.preview.page, len(self.preview.images))

    def _tell_fault(self, fault: KonbitError) -> None:
        assert self._paper is not None
        lacks = lacking_first(self.session, self._paper)
        self.message.tell(
            lambda words: words("ui.papers.cannot", "Todavía no se puede preparar"),
            (
                lambda words: words(
                    "ui.papers.cannot_text", "Falta saber en qué se funda. Responda lo que falta y vuelva."
                )
            )
            if lacks
            else of_fault(fault),
            act=(lambda words: words("ui.findings.ask", "Preguntar lo que falta")) if lacks else None,
        )

    def _turn(self, edition: str) -> None:
        if self._paper is not None and self._paper.edition != edition:
            self._paper = Paper(self._paper.kind, self._paper.id, edition)
            self.make()

    # --- acts

    def ask(self, fact: str) -> None:
        """Goes to the question that fills a blank; then the interview asks on for this paper."""
        if self._paper is not None:
            self.session.aim((Target(self._paper.kind, self._paper.id),))
        self.went.emit("interview", fact)

    def _ask_first(self) -> None:
        lacks = lacking_first(self.session, self._paper) if self._paper is not None else ""
        if lacks:
            self.ask(lacks)

    def go_back(self) -> None:
        """To the findings, on the card one came from, or on that of this writ."""
        own = self._paper.key if self._paper is not None and self._paper.kind == "escrito" else None
        self.went.emit("findings", self._card or own)

    def save(self, ending: str) -> None:
        """Asks where, and writes the file whole. The suggested name holds the code of the case, never a person's."""
        paper, made = self._paper, self._made
        if paper is None or made is None or made.fault is not None:
            return
        tail = {"es": "", "ht": "-kreyol", "es+ht": "-dos-columnas", AID: "-ayuda"}[paper.edition]
        own = f"{self._code() or 'caso'}-{paper.id}{tail}"
        name = f"{Path(made.upload.name).stem if made.upload else own}{ending}"  # what is filed: a name for its portal
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        title = str(self.words("ui.papers.save_as", "Guardar como"))
        chosen = self.ask_path(self, title, str(Path(folder) / name), _FILTERS[ending])
        if chosen:
            place = Path(chosen)
            self._write(
                paper, place if place.suffix.lower() == ending else place.with_name(place.name + ending)
            )

    def _write(self, paper: Paper, place: Path) -> None:
        assert self.session.interview is not None
        office, case, today = (
            self.session.require_office(),
            self.session.interview.case,
            self.session.findings().today,
        )

        def job() -> Path:
            if paper.edition == AID:
                from konbit.work.aid import write_aid_sheet

                write_aid_sheet(office, paper.id, case, today, place)
            elif paper.kind == "escrito":
                from konbit.work.write import write_writ

                write_writ(office, paper.id, case, today, place, paper.edition)
            else:
                from konbit.work.forms import fill_form

                fill_form(office, paper.id, case, today, place)
            return place

        self.session.background.run(job, self._saved, self._not_done)

    def _saved(self, place: Path) -> None:
        told = str(place)
        self.notes.saved.tell(
            Level.DONE,
            lambda words: words("ui.papers.saved", "Guardado en {place}", place=told),
        )
        self._side(False)

    def _not_done(self, fault: KonbitError | None) -> None:
        say: Say = lambda words: words("ui.papers.failed", "No se pudo terminar. Inténtelo de nuevo.")  # noqa: E731
        self.notes.saved.tell(Level.RED, of_fault(fault) if fault is not None else say)
        self._side(False)

    def print_paper(self) -> None:
        """Asks for a printer and draws the pages on it, from memory."""
        made = self._made
        if made is None or made.fault is not None:
            return
        data = made.data
        self.session.background.run_steps(
            lambda: printed_pages(data), lambda _pages: None, self._print, self._not_done, owner=self
        )

    def _print(self, pages: tuple[tuple[QSizeF, QImage], ...]) -> None:
        printer = new_printer(pages[0][0])
        if not self.ask_printer(printer, self):
            return
        if not print_pages(printer, pages):
            self._not_done(None)
            return
        count = len(pages)
        self.notes.saved.tell(
            Level.DONE,
            lambda words: words("ui.papers.printed", "Páginas enviadas a la impresora: {count}", count=count),
        )

    # --- room

    def _side(self, pages: bool) -> None:
        self.sides.choose("pages" if pages else "notes")
        self.split.show_right(pages)


def _editions() -> tuple[tuple[str, Say], ...]:
    return (
        ("es", lambda words: words("ui.papers.filed", "Se presenta: español")),
        ("ht", lambda words: words("ui.papers.copy", "Copia para leer: kreyòl")),
        ("es+ht", lambda words: words("ui.papers.columns", "Dos columnas")),
        (AID, lambda words: words("ui.papers.aid", "Hoja de ayuda gratuita")),
    )


def _sides() -> tuple[tuple[str, Say], ...]:
    return (
        ("notes", lambda words: words("ui.papers.side_notes", "Datos")),
        ("pages", lambda words: words("ui.papers.side_pages", "Ver el papel")),
    )
