"""Draws every registered specimen of the window to PNG, in each tongue, theme and text scale.

    python docs/gallery.py OUT                        all of them
    python docs/gallery.py OUT --only answers         those whose name contains "answers"
    python docs/gallery.py OUT --tongue es+ht --scale 1.0 --light

A specimen is a name, a size and a function that builds a widget from words. A screen registers by adding its
specimens to `specimens()`; nothing registers itself on import. Only made-up people and cases.
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from types import ModuleType

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from konbit.tongues.catalogue import Catalogue, load_catalogue
from konbit.window.look.theme import Theme, wear
from konbit.window.look.type import load_fonts
from konbit.window.parts.part import discard
from konbit.window.tongue import Words, fill

HERE = Path(__file__).resolve().parent
TRANSLATIONS = HERE.parent / "translations"
TONGUES = ("es", "es+ht", "ht", "en")
SCALES = (1.0, 2.0)


@dataclass(frozen=True)
class Specimen:
    """`build` gets the words and returns a widget; it is shown at `size` (pixels), as a window of that size.

    `height` 0 lets the widget be as high as it needs.
    """

    name: str
    build: Callable[[Words], QWidget]
    size: tuple[int, int] = (1366, 690)


class DraftWords:
    """The project's catalogue of a tongue, and what it lacks from the draft table beside this file."""

    def __init__(self, tongue: str, table: dict[str, str]) -> None:
        self._table = table
        try:
            self._finished: Catalogue | None = load_catalogue(tongue, TRANSLATIONS)
        except Exception as fault:  # noqa: BLE001  a gallery is drawn before the first translation exists
            print(f"{tongue}: {fault}", file=sys.stderr)
            self._finished = None

    def text(self, msgid: str, context: str = "", **fields: object) -> str:
        if self._finished is not None and self._finished.has(msgid, context):
            return self._finished.text(msgid, context, **fields)
        return fill(self._table.get(context, msgid), fields)


def draft_catalogues() -> dict[str, DraftWords]:
    """Creole and English as far as they are written."""
    with (HERE / "gallery_words.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader((row for row in file if not row.startswith("#")), delimiter="\t"))
    return {tongue: DraftWords(tongue, {row["id"]: row[tongue] for row in rows}) for tongue in ("ht", "en")}


def sibling(name: str) -> ModuleType:
    """A module beside this file, which is no package."""
    spec = importlib.util.spec_from_file_location(f"konbit_docs_{name}", HERE / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def specimens() -> Iterator[Specimen]:
    """Every specimen there is. Screens add their own here."""
    yield from (Specimen(*one) for one in sibling("gallery_parts").parts())
    yield from (Specimen(*one) for one in sibling("gallery_screens").parts())
    yield from (Specimen(*one) for one in sibling("gallery_findings").parts())


def draw(widget: QWidget, size: tuple[int, int], app: QApplication) -> QImage:
    """The widget as it stands on screen, shown without a screen."""
    width, height = size
    widget.resize(width, height or 100)
    widget.show()
    app.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    if not height:
        layout = widget.layout()
        needed = (
            layout.totalHeightForWidth(width)
            if layout and layout.hasHeightForWidth()
            else widget.sizeHint().height()
        )
        widget.resize(width, needed)
        app.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    image.fill(app.palette().window().color())
    painter = QPainter(image)
    painter.drawPixmap(0, 0, widget.grab())
    painter.end()
    return image


def render(
    out: Path, only: str, tongues: Iterable[str], scales: Iterable[float], darks: Iterable[bool]
) -> list[Path]:
    """Draw to `out` and return the files written."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    load_fonts()
    out.mkdir(parents=True, exist_ok=True)
    words = Words(draft_catalogues())
    written: list[Path] = []
    wanted = [one for one in specimens() if only in one.name]
    for dark, scale in product(darks, scales):
        wear(app, Theme(dark=dark, scale=scale))
        for tongue, specimen in product(tongues, wanted):
            words.speak(tongue)
            widget = specimen.build(words)
            image = draw(widget, specimen.size, app)
            name = f"{specimen.name}-{tongue}-{'dark' if dark else 'light'}-{round(scale * 100)}.png"
            image.save(str(out / name))
            written.append(out / name)
            discard(widget)
    return written


def main(arguments: list[str] | None = None) -> int:
    asked = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    asked.add_argument("out", type=Path)
    asked.add_argument("--only", default="")
    asked.add_argument("--tongue", choices=TONGUES, action="append")
    asked.add_argument("--scale", type=float, action="append")
    asked.add_argument("--light", action="store_true")
    asked.add_argument("--dark", action="store_true")
    given = asked.parse_args(arguments)
    both = given.light == given.dark
    darks = [dark for dark in (False, True) if both or dark == given.dark]
    written = render(given.out, given.only, given.tongue or TONGUES, given.scale or SCALES, darks)
    print(f"{len(written)} pictures in {given.out}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
