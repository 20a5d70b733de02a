"""Printing from memory: the pages are drawn on the printer as pictures, no file in between."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

AskPath = Callable[[QWidget, str, str, str], str]
"""Asks a person for a file's name: parent, title, suggested name, kinds; empty when she will not say."""


def new_printer(first: QSizeF) -> QPrinter:
    """A printer set for paper of a size in points: the page is drawn edge to edge, as the paper has its margins."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    printer.setCreator("Konbit")
    _fit(printer, first)
    return printer


def ask_printer(printer: QPrinter, parent: QWidget) -> bool:
    """Lets a person choose the printer and the copies."""
    dialog = QPrintDialog(printer, parent)
    return dialog.exec() == QPrintDialog.DialogCode.Accepted


def ask_path(parent: QWidget, title: str, suggested: str, kinds: str) -> str:
    """Lets a person choose where to save."""
    return QFileDialog.getSaveFileName(parent, title, suggested, kinds)[0]


def print_pages(printer: QPrinter, pages: Sequence[tuple[QSizeF, QImage]]) -> bool:
    """Draws the pages, each (size in points, picture). False where the printer did not take them."""
    run = PrintRun(printer)
    for size, image in pages:
        if not run.page(size, image):
            break
    return run.end()


class PrintRun:
    """Pages drawn on a printer one after another, so that many need not be in memory at once."""

    def __init__(self, printer: QPrinter) -> None:
        self._printer, self._painter = printer, QPainter()
        self.count = 0
        self._ok = True

    def page(self, size: QSizeF, image: QImage) -> bool:
        """One more page (its size in points). False where the printer does not take it; then none of the others."""
        if not self._ok:
            return False
        _fit(self._printer, size)
        self._ok = self._painter.begin(self._printer) if not self.count else self._printer.newPage()
        if self._ok:
            self._painter.drawImage(QRectF(self._painter.viewport()), image)
            self.count += 1
        return self._ok

    def end(self) -> bool:
        """Hands the pages to the printer. False where it did not take them all, or there was none."""
        ended = self._painter.end() if self._painter.isActive() else False
        return self._ok and ended

    def abandon(self) -> None:
        """Lets go of what is not whole: the printer is to throw it away."""
        self._ok = False
        if self._painter.isActive():
            self._printer.abort()
            self._painter.end()


def _fit(printer: QPrinter, size: QSizeF) -> None:
    turned = size.width() > size.height()
    upright = size.transposed() if turned else size
    paper = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    printer.setPageLayout(
        QPageLayout(
            paper,
            QPageLayout.Orientation.Landscape if turned else QPageLayout.Orientation.Portrait,
            QMarginsF(0, 0, 0, 0),
        )
    )
