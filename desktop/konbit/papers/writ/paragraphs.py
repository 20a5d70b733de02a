"""Paragraphs that are read and broken into lines once: a writ is boilerplate, and the next one breaks the same lines."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

_MOST = 4096


@dataclass(slots=True)
class _Laid:
    """What is kept of one text in one style: its pieces, and its lines by width."""

    pieces: list[Any]
    lines: dict[tuple[float, ...], Any] = field(default_factory=dict[tuple[float, ...], Any])


class KeptParagraph(Paragraph):
    """reportlab's paragraph, whose lines may come from an earlier one of the same text and style."""

    laid: _Laid | None = None

    def breakLines(self, width: Any) -> Any:  # noqa: N802
        if self.laid is None:
            return super().breakLines(width)
        key = tuple(width) if isinstance(width, list | tuple) else (width,)
        lines = self.laid.lines.get(key)
        if lines is None:
            lines = self.laid.lines[key] = super().breakLines(width)
        return lines


class _Kept:
    """The texts laid out so far, the least used forgotten first."""

    def __init__(self) -> None:
        self._found: OrderedDict[Any, _Laid] = OrderedDict()

    def of(self, text: str, style: ParagraphStyle, number: str | None) -> _Laid | None:
        key = (text, _look(style), number)
        found = self._found.get(key)
        if found is not None:
            self._found.move_to_end(key)
        return found

    def keep(self, text: str, style: ParagraphStyle, number: str | None, pieces: list[Any]) -> _Laid:
        made = self._found[text, _look(style), number] = _Laid(pieces)
        if len(self._found) > _MOST:
            self._found.popitem(last=False)
        return made


@lru_cache(maxsize=1)
def _kept() -> _Kept:
    return _Kept()


def paragraph(text: str, style: ParagraphStyle, number: str | None = None) -> KeptParagraph:
    """The paragraph of reportlab's markup in a style, with a hanging number or none."""
    laid = _kept().of(text, style, number)
    if laid is None:
        made = KeptParagraph(text, style, bulletText=number)
        laid = _kept().keep(text, style, number, made.frags)
    else:
        made = KeptParagraph("", style, bulletText=number, frags=laid.pieces)
    made.laid = laid
    return made


def _look(style: ParagraphStyle) -> tuple[Any, ...]:
    """What of a style decides how lines break."""
    return (
        style.fontName, style.fontSize, style.leading, style.alignment, style.firstLineIndent,
        style.leftIndent, style.rightIndent, style.bulletIndent, style.bulletFontSize,
    )  # fmt: skip


def forget() -> None:
    """Lets go of every text laid out so far: they are of people's papers."""
    _kept.cache_clear()
