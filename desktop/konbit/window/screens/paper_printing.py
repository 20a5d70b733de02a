"""Printing from memory: the pages are drawn on the printer as pictures, no file in between."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget


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


def print_pages(printer: QPrinter, pages: Sequence[tuple[QSizeF, QImage]]) -> bool:
    """Draws the pages, each (size in points, picture). False where the printer did not take them."""
    painter = QPainter()
    for number, (size, image) in enumerate(pages):
        _fit(printer, size)
        if number == 0:
            if not painter.begin(printer):
                return False
        elif not printer.newPage():
            painter.end()
            return False
        painter.drawImage(QRectF(painter.viewport()), image)
    return painter.end() if pages else False


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
