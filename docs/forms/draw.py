"""Draws the preparation sheets from their layouts (f01.py … beside this file). Same bytes on every run.

    python docs/forms/draw.py                     every sheet, each into the folder of its route under forms/
    python docs/forms/draw.py F04                 one
    python docs/forms/draw.py F04 OUT.pdf         elsewhere
    python docs/forms/draw.py all FOLDER          every sheet, there

Tells each sheet's fingerprint. After a change of fields: a new edition in the layout and in the map beside the PDF,
and the new fingerprint into the map. The Creole is a draft.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

from parts import Layout
from sheet import FORMS

from konbit.papers.pdf.compiled import compile_form

LAYOUTS = sorted(path.stem for path in Path(__file__).parent.glob("f[0-9][0-9].py"))


def layout_of(code: str) -> Layout:
    """The layout of a sheet by its code."""
    return importlib.import_module(code.lower()).LAYOUT


def main(code: str = "all", out: str = "") -> None:
    """One sheet, or all; into a file, or a folder that is there."""
    for name in LAYOUTS if code == "all" else [code]:
        layout = layout_of(name)
        data = layout.draw()
        path = Path(out) if out else FORMS / layout.folder
        if path.is_dir():
            path /= f"{layout.code}.pdf"
        path.write_bytes(data)
        print(layout.code, compile_form(data).fingerprint)


if __name__ == "__main__":
    main(*sys.argv[1:])
