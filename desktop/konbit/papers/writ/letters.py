"""The shipped fonts inside reportlab, and inline text that no font is missing a letter for.

Writs are set in Liberation Serif, the reading copies in Noto Sans; a letter that the first lacks is taken from the
other. What neither has is told by `missing_letters` and blocks "ready to sign".
"""

from __future__ import annotations

import functools
import unicodedata
from importlib import resources
from io import BytesIO
from typing import Literal, cast
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from konbit.papers.writ.blocks import Run, Runs, Writ, runs_of

Face = Literal["KonbitSerif", "KonbitSans"]

_MOST_WORDS = 20_000
_FILES = (
    ("KonbitSerif", "LiberationSerif-Regular.ttf"),
    ("KonbitSerif-Bold", "LiberationSerif-Bold.ttf"),
    ("KonbitSerif-Italic", "LiberationSerif-Italic.ttf"),
    ("KonbitSerif-BoldItalic", "LiberationSerif-BoldItalic.ttf"),
    ("KonbitSans", "NotoSans-Regular.ttf"),
    ("KonbitSans-Bold", "NotoSans-Bold.ttf"),
    ("KonbitSans-Italic", "NotoSans-Italic.ttf"),
)


class _Measured(TTFont):
    """A font that keeps the widths of the words it has measured: a writ is mostly the words of the one before."""

    def __init__(self, name: str, file: BytesIO) -> None:
        super().__init__(name, file)
        self._known: dict[str, int] = {}

    def stringWidth(self, text: str | bytes, size: float, encoding: str = "utf8") -> float:  # noqa: N802
        words = text.decode(encoding) if isinstance(text, bytes) else text
        wide = self._known.get(words)
        if wide is None:
            if len(self._known) >= _MOST_WORDS:
                self._known.clear()
            face = self.face
            wide = sum(face.charWidths.get(ord(letter), face.defaultWidth) for letter in words)
            self._known[words] = wide
        return 0.001 * wide * size


def register() -> None:
    """Tells reportlab of the fonts, once in a process. Raises OSError when the installation lacks them."""
    if _FILES[-1][0] in pdfmetrics.getRegisteredFontNames():
        return
    for name, file in _FILES:
        data = resources.files("konbit").joinpath("assets", "fonts", file).read_bytes()
        pdfmetrics.registerFont(_Measured(name, BytesIO(data)))
    rl_config.useA85 = 0  # binary streams: smaller, and a fifth of the time of a page
    serif, sans = "KonbitSerif", "KonbitSans"
    pdfmetrics.registerFontFamily(serif, serif, f"{serif}-Bold", f"{serif}-Italic", f"{serif}-BoldItalic")
    pdfmetrics.registerFontFamily(sans, sans, f"{sans}-Bold", f"{sans}-Italic", f"{sans}-Bold")


@functools.cache
def _has(face: Face) -> frozenset[int]:
    register()
    return frozenset(cast("TTFont", pdfmetrics.getFont(face)).face.charToGlyph)


@functools.cache
def _drawn(face: Face) -> frozenset[str]:
    """The letters that a face draws as they are."""
    return frozenset(chr(code) for code in _has(face) if unicodedata.category(chr(code)) != "Cc")


def missing_letters(writ: Writ) -> str:
    """The letters of a writ that no shipped font draws, each once; empty when all can be printed."""
    text = {letter for block in writ.blocks for runs in runs_of(block) for run in runs for letter in run.text}
    known = _has("KonbitSerif") | _has("KonbitSans")
    return "".join(sorted(each for each in text if each not in "\n\t" and ord(each) not in known))


def markup(runs: Runs, face: Face, size: float, *, boxed: bool = False) -> str:
    """Reportlab's own inline markup for a stretch of text; blanks stand between two rules when `boxed`."""
    return "".join(_one(run, face, size, boxed) for run in runs)


def capitals(runs: Runs) -> Runs:
    """The same in capitals, letters and accents kept."""
    return tuple(Run(run.text.upper(), run.bold, run.italic, run.blank) for run in runs)


def _one(run: Run, face: Face, size: float, boxed: bool) -> str:
    unbroken = run.text.replace("N° ", "N°\u00a0")  # a number never stands at the head of the next line
    text = "<br/>".join(_covered(line, face) for line in unbroken.replace("\t", "    ").split("\n"))
    if run.bold or run.blank:
        text = f"<b>{text}</b>"
    if run.italic:
        text = f"<i>{text}</i>"
    if run.blank and boxed:
        low, high, width = -0.28 * size, 0.92 * size, 0.6
        text = (
            f'<span backColor="#e4e4e4"><u offset="{low:.2f}" width="{width}">'
            f'<strike offset="{high:.2f}" width="{width}">{text}</strike></u></span>'
        )
    return text


def _covered(text: str, face: Face) -> str:
    """Escaped text; letters that the face lacks and the other has are set in the other. Controls are shown as U+FFFD."""
    if _drawn(face).issuperset(text):
        return escape(text)
    shown = "".join("\ufffd" if unicodedata.category(letter) == "Cc" else letter for letter in text)
    has = _has(face)
    if all(ord(letter) in has for letter in shown):
        return escape(shown)
    other: Face = "KonbitSans" if face == "KonbitSerif" else "KonbitSerif"
    parts: list[str] = []
    for letter in shown:
        lacks = ord(letter) not in has and ord(letter) in _has(other)
        parts.append(f'<font name="{other}">{escape(letter)}</font>' if lacks else escape(letter))
    return "".join(parts)
