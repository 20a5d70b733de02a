"""Pages of a paper, fit to width, as images the caller rendered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from konbit.window.parts.part import Part
from konbit.window.tongue import Words


class _Pages(QWidget):
    """All pages, one below another. Scaled images are kept only for the width they were last drawn at."""

    def __init__(self, preview: PdfPreview) -> None:
        super().__init__(preview)
        self._preview = preview
        self._scaled: dict[int, QImage] = {}
        self._scaled_at = 0

    def places(self) -> list[QRect]:
        """Where each page lies."""
        gap, y, found = self._preview.theme.gap(12), 0, []
        width = max(50, min(self._preview.page_width(), self.width() - 2 * gap))
        left = (self.width() - width) // 2
        for image in self._preview.images:
            y += gap
            height = round(width * image.height() / max(1, image.width()))
            found.append(QRect(left, y, width, height))
            y += height
        return found

    def tall(self) -> int:
        places = self.places()
        return (places[-1].bottom() + self._preview.theme.gap(12)) if places else 0

    def forget(self) -> None:
        self._scaled.clear()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._preview.theme
        ratio = self.devicePixelRatioF()
        for at, place in enumerate(self.places()):
            if not place.intersects(event.rect()):
                continue
            if self._scaled_at != place.width():
                self.forget()
                self._scaled_at = place.width()
            if at not in self._scaled:
                size = QSize(round(place.width() * ratio), round(place.height() * ratio))
                scaled = self._preview.images[at].scaled(
                    size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
                )
                scaled.setDevicePixelRatio(ratio)
                self._scaled[at] = scaled
            painter.fillRect(place, theme.colour("paper"))
            # Multiplied, not laid over: the white of the image takes the tint of the paper (dark theme).
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            painter.drawImage(place.topLeft(), self._scaled[at])
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            painter.setPen(QPen(theme.colour("edge"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place.adjusted(0, 0, -1, -1))


class PdfPreview(Part, QScrollArea):
    """Page Up and Page Down turn pages; `page_changed` tells the one at the top (from 1) and how many."""

    page_changed = Signal(int, int)

    WIDTH = 790

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.images: tuple[QImage, ...] = ()
        self._page = 0
        self._pages = _Pages(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(self._pages)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(lambda _at: self._look())
        self.settle(words)

    def show_pages(self, images: Sequence[QImage]) -> None:
        """Other pages; the place in the paper is kept if it still exists (an edit redraws the same page)."""
        self.images = tuple(images)
        self._pages.forget()
        self._fit()
        self._page = 0
        self._look()
        self._pages.update()

    def page_width(self) -> int:
        """A page is as wide as there is room, at most 790 px at 100 %: a smaller preview is not read."""
        return self.theme.size(self.WIDTH)

    @property
    def page(self) -> int:
        return self._page

    def go_to(self, page: int) -> None:
        """Show a page (from 1) from its top."""
        places = self._pages.places()
        if places:
            at = min(max(page, 1), len(places)) - 1
            self.verticalScrollBar().setValue(places[at].top() - self.theme.gap(12))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()), 0)
        if step:
            self.go_to(self._page + step)
        else:
            super().keyPressEvent(event)

    def _look(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        places = self._pages.places()
        page = next((at + 1 for at, place in enumerate(places) if place.bottom() >= middle), len(places))
        if page != self._page:
            self._page = page
            self.retranslate()
            self.page_changed.emit(page, len(places))

    def _fit(self) -> None:
        width = self.viewport().width()
        self._pages.resize(width, self._pages.height())
        self._pages.resize(width, max(self._pages.tall(), self.viewport().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def retranslate(self) -> None:
        count = len(self.images)
        self.setAccessibleName(
            str(self.words("ui.preview.page", "Página {page} de {count}", page=self._page, count=count))
            if count
            else str(self.words("ui.preview.empty", "Sin páginas"))
        )

    def restyle(self) -> None:
        self._pages.forget()
        self._fit()
        self._pages.update()
        super().restyle()
