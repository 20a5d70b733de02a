"""The one Qt style: Fusion, with text boxes, their frames and scroll bars drawn from the tokens.

Everything else on a screen paints itself (`parts`). No style sheet: with one, Qt polishes every widget of the
application anew at each change of theme (see docs/adr/0010).
"""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QLineEdit,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionComplex,
    QStyleOptionSlider,
    QWidget,
)

RADIUS = 6
_LEAST_HANDLE = 36
_AIR = 2
"""px between the handle of a scroll bar and the sides of its groove."""
_FAULT = "konbit_fault"


def ring_fault(box: QWidget, fault: bool) -> None:
    """Have a text box drawn with the red edge of a fault, or without."""
    setattr(box, _FAULT, fault)
    box.update()


def has_fault(box: QWidget) -> bool:
    """Whether a text box has the red edge."""
    return bool(getattr(box, _FAULT, False))


class TokenStyle(QProxyStyle):
    """Overrides only what is asked for seldom: Qt asks a style for sizes thousands of times in a layout."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == QStyle.PrimitiveElement.PE_PanelLineEdit and isinstance(widget, QLineEdit):
            if widget.hasFrame():
                _box(painter, option, widget)
        elif element == QStyle.PrimitiveElement.PE_Frame and isinstance(widget, QAbstractScrollArea):
            _box(painter, option, widget)
        else:
            super().drawPrimitive(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if control == QStyle.ComplexControl.CC_ScrollBar:
            handle = _of_scroll_bar(cast(QStyleOptionSlider, option), QStyle.SubControl.SC_ScrollBarSlider)
            pressed = bool(option.activeSubControls & QStyle.SubControl.SC_ScrollBarSlider)
            over = bool(option.state & QStyle.StateFlag.State_MouseOver)
            role = QPalette.ColorRole.PlaceholderText if pressed and over else QPalette.ColorRole.Mid
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(option.palette.color(role))
            inner = QRectF(handle).adjusted(_AIR, _AIR, -_AIR, -_AIR)
            round_ = min(inner.width(), inner.height()) / 2
            painter.drawRoundedRect(inner, round_, round_)
            painter.restore()
        else:
            super().drawComplexControl(control, option, painter, widget)

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        if control == QStyle.ComplexControl.CC_ScrollBar:
            return _of_scroll_bar(cast(QStyleOptionSlider, option), part)
        return super().subControlRect(control, option, part, widget)  # type: ignore[arg-type]


def _box(painter: QPainter, option: QStyleOption, widget: QWidget) -> None:
    """A text box or list: its ground and its edge, rounded."""
    roles, fault = QPalette.ColorRole, has_fault(widget)
    thick = 2 if fault else 1
    half = thick / 2
    edge = option.palette.color(roles.BrightText if fault else roles.Mid)
    enabled = widget.isEnabled()
    ground = option.palette.color(roles.Base if enabled else roles.AlternateBase)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, thick))
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(option.rect).adjusted(half, half, -half, -half), RADIUS, RADIUS)
    painter.restore()


def _of_scroll_bar(bar: QStyleOptionSlider, part: QStyle.SubControl) -> QRect:
    """A groove without arrows, and a handle as long as the share of the page in sight, at least 36 px."""
    parts, whole = QStyle.SubControl, bar.rect
    upright = bar.orientation == Qt.Orientation.Vertical
    length = whole.height() if upright else whole.width()
    span = bar.maximum - bar.minimum
    handle = length
    if span > 0:
        handle = max(min(_LEAST_HANDLE, length), round(length * bar.pageStep / (span + bar.pageStep)))
    at = QStyle.sliderPositionFromValue(
        bar.minimum, bar.maximum, bar.sliderPosition, length - handle, bar.upsideDown
    )

    def stretch(start: int, size: int) -> QRect:
        if upright:
            return QRect(whole.x(), whole.y() + start, whole.width(), size)
        return QRect(whole.x() + start, whole.y(), size, whole.height())

    match part:
        case parts.SC_ScrollBarGroove:
            return stretch(0, length)
        case parts.SC_ScrollBarSlider:
            return stretch(at, handle)
        case parts.SC_ScrollBarSubPage:
            return stretch(0, at)
        case parts.SC_ScrollBarAddPage:
            return stretch(at + handle, length - at - handle)
        case _:
            return QRect()
