"""A page of a foreign form with its fields outlined; on a scan, boxes are drawn with the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from konbit.window.parts import signs
from konbit.window.parts.lettering import Say, nothing
from konbit.window.parts.part import Part
from konbit.window.parts.signs import Sign
from konbit.window.tongue import Words

_LEAST_DRAG = 4.0


@dataclass(frozen=True)
class Outline:
    """A place as it is read, in points from the upper left of the page. linked: it takes something already."""

    box: QRectF
    linked: bool


class _Sheet(QWidget):
    def __init__(self, view: PageMap) -> None:
        super().__init__(view)
        self._view = view
        self._start: QPointF | None = None
        self._now = QPointF()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        view, painter = self._view, QPainter(self)
        theme, page = view.theme, QRectF(self.rect())
        painter.fillRect(page, theme.colour("paper"))
        if not view.image.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            painter.drawImage(page, view.image)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, calm = theme.colour("paper_ink"), QPen(theme.colour("edge"), 1, Qt.PenStyle.DashLine)
        for at, one in enumerate(view.outlines):
            box = view.in_pixels(one.box)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(ink, 1.5) if one.linked else calm)
            painter.drawRect(box)
            if one.linked:  # told by a sign as well as by its line
                side = min(box.height(), 14.0)
                place = QRectF(box.right() - side, box.top(), side, side)
                signs.paint(painter, Sign.TICK, place, ink)
            if at == view.current:
                painter.setPen(QPen(ink, 5))
                painter.drawRect(box.adjusted(-4, -4, 4, 4))
                painter.setPen(QPen(theme.colour("amber_soft" if not theme.dark else "focus"), 2))
                painter.drawRect(box.adjusted(-4, -4, 4, 4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._start is not None:
            painter.setPen(QPen(ink, 2, Qt.PenStyle.DashLine))
            painter.drawRect(QRectF(self._start, self._now).normalized())
        painter.setPen(QPen(theme.colour("edge"), 1))
        painter.drawRect(page.adjusted(0, 0, -1, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at = self._view.at(event.position())
        if at is not None:
            self._view.picked.emit(at)
        elif self._view.drawing:
            self._start = self._now = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._start is not None:
            self._now = event.position()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        start, self._start = self._start, None
        if start is None:
            return
        box = QRectF(start, event.position()).normalized().intersected(QRectF(self.rect()))
        self.update()
        if min(box.width(), box.height()) >= _LEAST_DRAG:
            self._view.drawn.emit(self._view.in_points(box))


class PageMap(Part, QScrollArea):
    """One page, fit to width. `picked` tells a place by its number, `drawn` a box in points as it is read."""

    picked = Signal(int)
    drawn = Signal(QRectF)

    WIDTH = 790

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.image = QImage()
        self.outlines: tuple[Outline, ...] = ()
        self.current = -1
        self.drawing = False
        self._size = QSize(1, 1)
        self._about: Say = nothing
        self._sheet = _Sheet(self)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidget(self._sheet)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.settle(words)

    def show_page(self, image: QImage, across: float, down: float) -> None:
        """Another page. across, down: its size as it is read, in points."""
        self.image, self._size = image, QSize(max(round(across), 1), max(round(down), 1))
        self._fit()

    def show_places(self, outlines: Sequence[Outline], current: int, about: Say) -> None:
        """The places of the page, and which one is at hand (-1 for none); `about` says it for the screen reader."""
        self.outlines, self.current, self._about = tuple(outlines), current, about
        self.retranslate()
        self._sheet.update()
        if 0 <= current < len(outlines):
            middle = self.in_pixels(outlines[current].box).center()
            self.ensureVisible(round(middle.x()), round(middle.y()), 0, self.viewport().height() // 3)

    @property
    def scale(self) -> float:
        """Pixels a point."""
        return self._sheet.width() / self._size.width()

    def in_pixels(self, box: QRectF) -> QRectF:
        k = self.scale
        return QRectF(box.x() * k, box.y() * k, box.width() * k, box.height() * k)

    def in_points(self, box: QRectF) -> QRectF:
        k = self.scale
        return QRectF(box.x() / k, box.y() / k, box.width() / k, box.height() / k)

    def at(self, point: QPointF) -> int | None:
        """The number of the place under a point of the page."""
        return next(
            (
                number
                for number, one in enumerate(self.outlines)
                if self.in_pixels(one.box).adjusted(-2, -2, 2, 2).contains(point)
            ),
            None,
        )

    def page_width(self) -> int:
        """Pixels at most, at the letter there is."""
        return self.theme.size(self.WIDTH)

    def _fit(self) -> None:
        width = max(min(self.viewport().width() - self.theme.gap(16), self.page_width()), 50)
        height = round(width * self._size.height() / self._size.width())
        self._sheet.setFixedSize(width, height)
        self._sheet.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def retranslate(self) -> None:
        self.setAccessibleName(str(self._about(self.words)))

    def restyle(self) -> None:
        self._fit()
        super().restyle()
