"""Filling real forms beside the libraries people use: the same values, to new files, in one process and one run.

A different value in every field and document. Each peer fills what it can of them; what a peer gets wrong (a "?" for a
letter, a box it leaves empty) is told in the README, not here. Peers that are not installed are named as absent.
"""

from __future__ import annotations

import io
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

from konbit.papers.pdf import fields as kinds
from konbit.papers.pdf import textstring
from konbit.papers.pdf.compiled import CompiledForm, compile_form

Values = Mapping[str, Any]
Filler = Callable[[Values], bytes]

FORMS = ("uscis-i-821-decrypted", "uscis-i-765-decrypted", "irs-8879")
ROUNDS = 5
DELETED_EVERY = 200
_WORDS = [
    "José",
    "Peña",
    "Ñuñoa",
    "Chérie",
    "Günther",
    "Pérez",
    "Marie",
    "Santiago",
    "calle",
    "Los",
    "Olivos",
    "número",
    "depto",
    "Haití",
    "Rosa",
    "Núñez",
    "Jean",
    "Estación",
    "Central",
    "pasaje",
    "21",
    "Pierre",
    "Louis",
]


def bench_fill(folder: Path) -> dict[str, Any]:
    """Documents a second for each form of the folder that is there, and how many times each peer.

    folder: holds the forms of FORMS; where there is none of them the figures say so.
    """
    found = [folder / f"{name}.pdf" for name in FORMS if (folder / f"{name}.pdf").is_file()]
    return {
        "forms": {path.stem: _form(path.read_bytes()) for path in found},
        "absent_forms": [name for name in FORMS if not (folder / f"{name}.pdf").is_file()],
        "absent_peers": [name for name, make in _PEERS.items() if make is None],
    }


def _form(data: bytes) -> dict[str, Any]:
    begin = time.perf_counter()
    form = compile_form(data, tight=True)
    compiled = time.perf_counter() - begin
    random = Random(20261124)
    rows = [values_for(form, random) for _ in range(DELETED_EVERY)]
    fillers: dict[str, tuple[Filler, int]] = {"konbit": (lambda row: form.fill(row).data, DELETED_EVERY)}
    for name, make in _PEERS.items():
        if make is not None:
            fillers[name] = (make(data), 3)
    speeds: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as place:
        same = form.fill(rows[0]).data
        for _ in range(ROUNDS):
            for name, (fill, count) in fillers.items():
                speeds.setdefault(name, []).append(_to_files(fill, rows[:count], Path(place)))
            speeds.setdefault("konbit_in_memory", []).append(_in_memory(fillers["konbit"][0], rows))
            speeds.setdefault("same_bytes", []).append(
                _to_files(lambda _row, same=same: same, rows, Path(place))
            )
    return {
        "fields": len(rows[0]),
        "bytes": len(same),
        "compile_s": round(compiled, 3),
        "documents_per_s": {name: round(statistics.median(found), 1) for name, found in speeds.items()},
        "konbit_times": {
            name: round(statistics.median(a / b for a, b in zip(speeds["konbit"], found, strict=True)), 1)
            for name, found in speeds.items()
            if not name.startswith("konbit")
        },
    }


def values_for(form: CompiledForm, random: Random) -> dict[str, Any]:
    """A value for every field that a person fills; text mostly fits, as people's answers do."""
    return dict(_values(form, random))


def _values(form: CompiledForm, random: Random) -> Iterator[tuple[str, Any]]:
    for name, field in form.fields.items():
        if field.flags & kinds.READ_ONLY or form.plans()[name].barcode:
            continue
        if field.kind == "text":
            text = " ".join(random.choice(_WORDS) for _ in range(random.randint(1, 3)))
            room = min((place.frame.width / 5 for place in form.widgets_of(name)), default=40.0)
            text = f"{random.randint(0, 9999)} {text}"[: field.max_length or max(int(room), 4)]
            yield name, text.strip() or "1"
        elif field.kind in ("checkbox", "radio") and field.states:
            yield name, textstring.of_name(random.choice(field.states))
        elif field.kind == "choice" and field.options:
            yield name, random.choice(field.options).export


def _to_files(fill: Filler, rows: Sequence[Values], folder: Path) -> float:
    paths = [folder / f"{number}.pdf" for number in range(len(rows))]
    begin = time.perf_counter()
    for path, row in zip(paths, rows, strict=True):
        path.write_bytes(fill(row))
    taken = time.perf_counter() - begin
    for path in paths:
        path.unlink()
    return len(rows) / taken


def _in_memory(fill: Filler, rows: Sequence[Values]) -> float:
    begin = time.perf_counter()
    for row in rows:
        fill(row)
    return len(rows) / (time.perf_counter() - begin)


# -- peers ----------------------------------------------------------------------------------------------------


def _pikepdf() -> Callable[[bytes], Filler] | None:
    try:
        import pikepdf
        from pikepdf.form import DefaultAppearanceStreamGenerator, Form
    except ImportError:
        return None

    def filler(data: bytes) -> Filler:
        def fill(row: Values) -> bytes:
            pdf = pikepdf.open(io.BytesIO(data))
            form = Form(pdf, DefaultAppearanceStreamGenerator)
            for name, value in row.items():
                if name not in form:
                    continue
                field: Any = form[name]
                if field.is_checkbox:
                    field.checked = value != "Off"
                elif field.is_radio_button:
                    for option in field.options:
                        if str(option.on_value) == f"/{value}":
                            option.select()
                else:
                    field.value = value
            out = io.BytesIO()
            pdf.save(out)
            return out.getvalue()

        return fill

    return filler


def _pypdf() -> Callable[[bytes], Filler] | None:
    import logging

    from pypdf import PdfReader, PdfWriter

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)

    def filler(data: bytes) -> Filler:
        def fill(row: Values) -> bytes:
            writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
            boxes = {name: f"/{value}" if isinstance(value, str) else value for name, value in row.items()}
            for page in writer.pages:
                writer.update_page_form_field_values(
                    page, {**row, **_only_boxes(writer, boxes)}, auto_regenerate=False
                )
            out = io.BytesIO()
            writer.write(out)
            return out.getvalue()

        return fill

    return filler


def _only_boxes(writer: Any, given: Mapping[str, Any]) -> dict[str, Any]:
    fields = writer.get_fields() or {}
    return {name: value for name, value in given.items() if fields.get(name, {}).get("/FT") == "/Btn"}


def _pymupdf() -> Callable[[bytes], Filler] | None:
    try:
        import pymupdf  # pyright: ignore[reportMissingImports]
    except ImportError:
        return None

    def filler(data: bytes) -> Filler:
        def fill(row: Values) -> bytes:
            document = pymupdf.open(stream=data)
            for page in document:
                for widget in page.widgets():
                    if widget.field_name in row:
                        value = row[widget.field_name]
                        widget.field_value = value != "Off" if widget.field_type == 2 else value
                        widget.update()
            return document.tobytes()

        return fill

    return filler


def _pypdfform() -> Callable[[bytes], Filler] | None:
    try:
        from PyPDFForm import PdfWrapper  # pyright: ignore[reportMissingImports]
    except ImportError:
        return None

    def filler(data: bytes) -> Filler:
        def fill(row: Values) -> bytes:
            return PdfWrapper(data).fill(dict(row)).read()

        return fill

    return filler


_PEERS: Mapping[str, Callable[[bytes], Filler] | None] = {
    "pikepdf": _pikepdf(),
    "pypdf": _pypdf(),
    "pymupdf": _pymupdf(),
    "pypdfform": _pypdfform(),
}


def forms_folder() -> Path:
    """Where the real forms lie: KONBIT_FORMS_REAL, else beside the checkout."""
    named = os.environ.get("KONBIT_FORMS_REAL")
    return Path(named) if named else Path(__file__).resolve().parents[3].parent / "shared" / "forms-real"
