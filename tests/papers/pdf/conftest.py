"""Small forms written by hand, so that each test shows the very bytes it is about."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Builder = Callable[..., bytes]

WINANSI = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"


def build_pdf(
    *fields: bytes,
    catalog: bytes = b"",
    form: bytes = b"",
    page: bytes = b"",
    extra: tuple[bytes, ...] = (),
    as_stream: bool = False,
) -> bytes:
    """A one-page PDF. Objects: 1 catalog, 2 pages, 3 page, 4 Helvetica, 5 form, 6 content, then fields, then extra.

    Each field is the inside of its dictionary; `%d` in `extra` is not replaced: numbers go on from the last field.
    A field whose text has /Kids is no widget and stands only in /Fields; one with /Parent stands only on the page.
    """
    first = 7
    numbers = range(first, first + len(fields))
    roots = b" ".join(b"%d 0 R" % n for n, f in zip(numbers, fields, strict=True) if b"/Parent" not in f)
    shown = b" ".join(b"%d 0 R" % n for n, f in zip(numbers, fields, strict=True) if b"/Kids" not in f)
    content = b"0.8 g 20 20 30 30 re f"
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R/AcroForm 5 0 R%b>>" % catalog,
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 300]/Resources<<>>/Contents 6 0 R/Annots[%b]%b>>"
        % (shown, page),
        WINANSI,
        b"<</Fields[%b]/DA(/Helv 0 Tf 0 g)/DR<</Font<</Helv 4 0 R>>>>%b>>" % (roots, form),
        b"<</Length %d>>\nstream\n%b\nendstream" % (len(content), content),
        *(b"<<%b>>" % field for field in fields),
        *extra,
    ]
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, body in enumerate(bodies, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start, size = len(out), len(bodies) + 1
    if as_stream:
        offsets.append(start)
        rows = b"\0\0\0\0\xff" + b"".join(b"\1" + offset.to_bytes(3, "big") + b"\0" for offset in offsets)
        out += b"%d 0 obj\n<</Type/XRef/Size %d/W[1 3 1]/Root 1 0 R/Length %d>>\nstream\n" % (
            size,
            size + 1,
            len(rows),
        )
        out += rows + b"\nendstream\nendobj\n"
    else:
        out += b"xref\n0 %d\n0000000000 65535 f \n" % size
        out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
        out += b"trailer\n<</Size %d/Root 1 0 R>>\n" % size
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def text_field(name: str = "nombre", rect: bytes = b"20 200 220 220", more: bytes = b"") -> bytes:
    return b"/Type/Annot/Subtype/Widget/F 4/FT/Tx/T(%b)/Rect[%b]%b" % (name.encode("latin-1"), rect, more)


def box_look(mark: bytes = b"2 2 m 8 8 l 2 8 m 8 2 l S") -> bytes:
    return b"<</Type/XObject/Subtype/Form/BBox[0 0 10 10]/Length %d>>\nstream\n%b\nendstream" % (
        len(mark),
        mark,
    )


@pytest.fixture(scope="session")
def build() -> Builder:
    return build_pdf


@pytest.fixture(scope="session")
def text() -> Callable[..., bytes]:
    return text_field


@pytest.fixture(scope="session")
def look() -> Callable[..., bytes]:
    return box_look


@pytest.fixture(scope="session")
def one_text() -> bytes:
    return build_pdf(text_field())


@pytest.fixture(scope="session")
def stored() -> Callable[[bytes], dict[str, object]]:
    """Values by full name as pypdf, which did not write them, reads them."""

    def read(data: bytes) -> dict[str, object]:
        from pypdf import PdfReader

        return {
            name: field.get("/V") for name, field in (PdfReader(io.BytesIO(data)).get_fields() or {}).items()
        }

    return read


@pytest.fixture
def sound(tmp_path: Path) -> Callable[[bytes], None]:
    """Assert that qpdf finds nothing wrong, where qpdf is installed."""

    def check(data: bytes) -> None:
        if shutil.which("qpdf") is None:
            return
        path = tmp_path / "out.pdf"
        path.write_bytes(data)
        told = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
        # 3 = warnings: the hint tables of linearized originals no longer fit once anything is appended
        complaints = [line for line in told.stderr.splitlines() if "hint table" not in line]
        complaints = [
            line for line in complaints if "shared identifier" not in line and "operation succ" not in line
        ]
        assert told.returncode in (0, 3), told.stderr
        assert not complaints, complaints

    return check


@pytest.fixture(scope="session")
def gray() -> Callable[..., object]:
    """A page as a grey image through pypdfium2, one pixel a point unless told."""

    def draw(data: bytes, page: int = 1, scale: float = 1.0) -> object:
        from konbit.papers.pdf.render import page_images

        return list(page_images(data, scale, gray=True))[page - 1].convert("L")

    return draw


@pytest.fixture(scope="session")
def ink() -> Callable[..., int]:
    """Pixels that differ between two images inside a box (left, top, right, bottom)."""

    def count(one: object, other: object, box: tuple[int, int, int, int] | None = None) -> int:
        from PIL import ImageChops

        changed = ImageChops.difference(one, other).point([255 if level > 24 else 0 for level in range(256)])
        return (changed.crop(box) if box else changed).histogram()[255]

    return count


@pytest.fixture(scope="session")
def forms_real() -> Path:
    """The folder of real forms; tests that need it skip where it is absent."""
    told = os.environ.get("KONBIT_FORMS_REAL")
    folder = Path(told) if told else Path(__file__).resolve().parents[3].parent / "shared" / "forms-real"
    if not folder.is_dir():
        pytest.skip("the real forms are not on this machine (KONBIT_FORMS_REAL)")
    return folder
