"""A bundle put together from pictures and PDFs made here: order, stamps, size, cleanliness, refusals."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from konbit.errors import BadBundle, BadForm
from konbit.papers.bundle.binding import Bound, bind
from konbit.papers.bundle.bundle_file import Annex, Bundle, Part
from konbit.papers.bundle.foreign import clean
from konbit.papers.bundle.paper import BAND, Content, place
from konbit.papers.bundle.pictures import read_picture
from konbit.papers.pdf.render import page_images

SECRET = b"CAMARA-SECRETA"


def marked(size: tuple[int, int] = (900, 1200), mode: str = "RGB") -> Image.Image:
    """White, with a red square at the upper left."""
    image = Image.new("RGB", size, (255, 255, 255))
    ImageDraw.Draw(image).rectangle((0, 0, size[0] // 3, size[1] // 4), fill=(200, 0, 0))
    return image.convert(mode)


def saved(path: Path, image: Image.Image, **options: Any) -> Path:
    image.save(path, **options)
    return path


def located(orientation: int) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = SECRET.decode()
    exif.get_ifd(0x8825)[2] = (33.0, 27.0, 0.0)
    return exif


def pdf(path: Path, pages: int = 1, size: tuple[float, float] = (612, 792), **catalog: Any) -> Path:
    """Pages whose only ink is a black square in the middle, as many points wide as 20 times the page's number."""
    with pikepdf.new() as document:
        for number in range(1, pages + 1):
            page = document.add_blank_page(page_size=size)
            side = 20 * number
            square = f"{size[0] / 2 - side / 2} {size[1] / 2 - side / 2} {side} {side} re f".encode()
            page.Contents = document.make_stream(square)
        for key, value in catalog.items():
            document.Root["/" + key] = value
        document.save(path)
    return path


def bound(*annexes: Annex, **options: Any) -> tuple[bytes, Bound]:
    out = io.BytesIO()
    made = bind(Bundle(annexes, **options), out)
    assert len(out.getvalue()) == made.size
    return out.getvalue(), made


def one(path: Path, **options: Any) -> Annex:
    return Annex("Documento de prueba", (Part(path, **options),))


def sheets(data: bytes, scale: float = 0.5) -> list[Image.Image]:
    return list(page_images(data, scale))


def test_cover_index_bookmarks_and_every_sheet_in_order(tmp_path: Path) -> None:
    photo, paper = saved(tmp_path / "a.jpg", marked()), pdf(tmp_path / "b.pdf", 3)
    data, made = bound(
        Annex("Acta", (Part(photo),)), Annex("Carta", (Part(photo, 90), Part(paper, pages=(3, 1))))
    )
    assert made.pages == 6
    assert [(row.number, row.sheets, row.start) for row in made.documents] == [(1, 1, 3), (2, 3, 4)]
    with pikepdf.open(io.BytesIO(data)) as document:
        assert document.pdf_version == "1.7"
        with document.open_outline() as outline:
            assert [item.title for item in outline.root] == ["Carátula", "Índice", "1. Acta", "2. Carta"]
        assert len(document.pages[1].Annots) == 2
        assert set(document.docinfo.keys()) == {"/Title", "/Creator", "/Producer"}
        assert "/Metadata" not in document.Root
    drawn = sheets(data)
    middle = [
        sum(1 for tone in image.convert("L").crop((60, 100, 250, 300)).tobytes() if tone < 100)
        for image in drawn
    ]
    assert middle[4] > middle[5] > 0, "page 3 of the PDF comes before its page 1"


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    annex = one(saved(tmp_path / "a.png", marked(mode="P")))
    assert bound(annex)[0] == bound(annex)[0]


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_qpdf_finds_nothing(tmp_path: Path) -> None:
    kinds = [
        saved(tmp_path / "a.jpg", marked(mode="CMYK")),
        saved(tmp_path / "b.png", marked(mode="1")),
        saved(tmp_path / "c.png", marked(mode="P")),
        pdf(tmp_path / "d.pdf", 2),
    ]
    (tmp_path / "out.pdf").write_bytes(bound(*map(one, kinds))[0])
    assert (
        subprocess.run(["qpdf", "--check", tmp_path / "out.pdf"], capture_output=True, check=False).returncode
        == 0
    )


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_stands_as_the_camera_was_held(tmp_path: Path, orientation: int) -> None:
    undone = {
        1: None, 2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[orientation]  # fmt: skip
    image = marked() if undone is None else marked().transpose(undone)
    path = saved(tmp_path / "foto.jpg", image, exif=located(orientation), quality=90)
    data, _ = bound(one(path))
    page = sheets(data)[2].convert("RGB")
    assert page.height > page.width
    assert page.getpixel((40, 60))[0] > 150 and page.getpixel((40, 60))[1] < 80
    assert min(page.getpixel((40, 350))) > 230 and min(page.getpixel((280, 60))) > 230


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_given_turn_is_clockwise_after_the_cameras(tmp_path: Path, turn: int) -> None:
    path = saved(
        tmp_path / "foto.jpg", marked((900, 900)).transpose(Image.Transpose.ROTATE_90), exif=located(6)
    )
    page = sheets(bound(one(path, turn=turn))[0])[2].convert("RGB")
    box = place(Content(900, 900, grows=True), "carta").box
    left, top, right, foot = (box[0] / 2, 396 - box[3] / 2, box[2] / 2, 396 - box[1] / 2)
    corner = {90: (right - 20, top + 20), 180: (right - 20, foot - 20), 270: (left + 20, foot - 20)}[turn]
    assert page.getpixel(tuple(map(int, corner)))[1] < 80


def test_nothing_of_the_camera_survives(tmp_path: Path) -> None:
    photo = saved(tmp_path / "a.jpg", marked((1200, 1600)), exif=located(1), quality=60, comment=SECRET)
    inside = tmp_path / "b.pdf"
    with pikepdf.new() as document:
        page = document.add_blank_page()
        image = document.make_stream(photo.read_bytes(), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image,
            Width=1200, Height=1600, ColorSpace=pikepdf.Name.DeviceRGB, BitsPerComponent=8, Filter=pikepdf.Name.DCTDecode)  # fmt: skip
        image.Metadata = document.make_stream(SECRET)
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=image))
        page.Contents = document.make_stream(b"612 0 0 792 0 0 cm /I Do")
        document.docinfo["/Author"] = SECRET.decode()
        document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=SECRET)
        document.save(inside)
    data, made = bound(one(photo), one(inside))
    assert made.notices == ()
    with pikepdf.open(io.BytesIO(data)) as document:
        for entry in document.objects:
            if isinstance(entry, pikepdf.Stream):
                raw = entry.read_raw_bytes()
                assert SECRET not in raw and b"Exif" not in raw
            assert SECRET not in entry.unparse()
            assert b"JavaScript" not in entry.unparse()
    assert b"a.jpg" not in data


def test_the_stamps_cover_nothing(tmp_path: Path) -> None:
    """Without its stamp a head that is black up to the edge is never higher than the stamp's band."""
    black = saved(tmp_path / "negro.png", Image.new("L", (850, 1100), 0))
    full = tmp_path / "lleno.pdf"
    with pikepdf.new() as document:
        document.add_blank_page(page_size=(612, 792)).Contents = document.make_stream(b"0 0 612 792 re f")
        document.save(full)
    for page in sheets(bound(one(black), one(full))[0], 1.0)[2:]:
        band = page.convert("L").crop((0, 0, 612, int(BAND) - 1))
        assert sum(1 for tone in band.tobytes() if tone < 128) < band.width * band.height * 0.06
        assert page.convert("L").getpixel((306, int(BAND) + 4)) == 0


def test_a_page_with_a_white_head_keeps_its_size(tmp_path: Path) -> None:
    page = sheets(bound(one(pdf(tmp_path / "a.pdf")))[0], 1.0)[2].convert("L")
    below = page.crop((0, 40, 612, 792)).point(lambda tone: 255 if tone < 128 else 0).getbbox()
    assert below is not None
    assert (below[2] - below[0], below[3] - below[1]) == (20, 20)


def test_a_clear_picture_stands_on_white_and_grey_of_sixteen_bits_is_grey(tmp_path: Path) -> None:
    clear = Image.new("RGBA", (600, 800), (0, 0, 0, 0))
    deep = Image.new("I;16", (600, 800), 128 * 257)
    data, _ = bound(one(saved(tmp_path / "a.png", clear)), one(saved(tmp_path / "b.png", deep)))
    white, grey = (page.convert("L").getpixel((150, 200)) for page in sheets(data)[2:])
    assert white == 255 and abs(grey - 128) < 4


def test_black_and_white_is_packed_as_a_fax(tmp_path: Path) -> None:
    image = marked((1700, 2200)).convert("L").point(lambda tone: 255 if tone > 128 else 0).convert("1")
    data, _ = bound(one(saved(tmp_path / "a.png", image, dpi=(200, 200))))
    assert b"CCITTFaxDecode" in data
    page = sheets(data)[2].convert("L")
    assert page.getpixel((60, 60)) == 0 and page.getpixel((200, 300)) == 255


def noisy(path: Path, size: tuple[int, int] = (1500, 2000), seed: int = 1) -> Path:
    side = Image.frombytes("L", (500, 500), bytes((i * i * seed // 7) % 256 for i in range(250_000)))
    return saved(path, side.resize(size), quality=92)


def test_it_fits_its_limit_at_the_finest_level_that_does(tmp_path: Path) -> None:
    annexes = [one(noisy(tmp_path / f"{n}.jpg", seed=n)) for n in (1, 2, 3)]
    free, whole = bound(*annexes)
    assert whole.level == 0
    limit = int(len(free) * 0.7)
    data, made = bound(*annexes, limit=limit)
    assert len(data) <= limit and made.level > 0
    assert [notice.kind for notice in made.notices] == ["reduced"]


def test_what_cannot_fit_names_the_heaviest_file(tmp_path: Path) -> None:
    with pytest.raises(BadBundle, match=r"límite es 0,05 MB.*pesada\.jpg"):
        bound(one(noisy(tmp_path / "pesada.jpg")), one(pdf(tmp_path / "a.pdf")), limit=50_000)


@settings(max_examples=6, deadline=None)
@given(st.lists(st.lists(st.integers(1, 3), min_size=1, max_size=2), min_size=1, max_size=3))
def test_every_page_of_every_document_once_and_in_order(
    tmp_path_factory: pytest.TempPathFactory, wanted: list[list[int]]
) -> None:
    path = pdf(tmp_path_factory.mktemp("legajo") / "a.pdf", 3)
    data, made = bound(*(one(path, pages=tuple(pages)) for pages in wanted))
    assert [row.sheets for row in made.documents] == list(map(len, wanted))
    sides = []
    for page in sheets(data, 1.0)[2:]:
        ink = page.convert("L").crop((0, 40, 612, 792)).point(lambda tone: 255 if tone < 128 else 0).getbbox()
        assert ink is not None
        sides.append((ink[2] - ink[0]) // 20)
    assert sides == [number for pages in wanted for number in pages]


def enormous(path: Path) -> Path:
    """A page of two thousand million points."""
    pdf(path)
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        document.pages[0].MediaBox = pikepdf.Array([0, 0, 2_000_000_000, 100])
        document.save(path)
    return path


def refused(tmp_path: Path, name: str, content: bytes) -> str:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(BadForm) as caught:
        bound(one(path))
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_what_cannot_be_used_is_one_sentence_with_the_file(tmp_path: Path) -> None:
    whole = io.BytesIO()
    marked().save(whole, "JPEG")
    assert "iPhone" in refused(tmp_path, "f.heic", b"\0\0\0\x18ftypheic" + b"\0" * 40)
    assert "no es PDF, JPEG ni PNG" in refused(tmp_path, "f.txt", b"hola")
    assert "Word" in refused(tmp_path, "f.docx", b"PK\x03\x04" + b"\0" * 40)
    assert "vacío" in refused(tmp_path, "f.jpg", b"")
    assert "incompleta" in refused(tmp_path, "cortada.jpg", whole.getvalue()[:3000])
    assert "cortado.pdf" in refused(tmp_path, "cortado.pdf", b"%PDF-1.7\n1 0 obj")
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(tmp_path / "clave.pdf", encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(BadForm, match=r"clave\.pdf pide una contraseña"):
        bound(one(tmp_path / "clave.pdf"))
    with pytest.raises(BadForm, match=r"enorme\.pdf"):
        bound(one(enormous(tmp_path / "enorme.pdf")))


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    out = io.BytesIO()
    Image.new("1", (60_000, 8_000)).save(out, "PNG")
    path = tmp_path / "bomba.png"
    path.write_bytes(out.getvalue())
    with pytest.raises(BadForm, match=r"bomba\.png mide 60000 × 8000"):
        read_picture(path.read_bytes(), file="bomba.png", turn=0, paper="carta")


def real_forms() -> list[Path]:
    folder = Path(
        os.environ.get("KONBIT_FORMS_REAL", Path(__file__).resolve().parents[4] / "shared" / "forms-real")
    )
    return sorted(folder.glob("*.pdf"))


@pytest.mark.skipif(not real_forms(), reason="the real forms are not here")
def test_real_forms_are_carried_as_they_look() -> None:
    drawn = {
        path.name
        for path in real_forms()
        for leaf in clean(path.read_bytes(), path.name, (1,)).leaves
        if not leaf.faithful
    }
    assert drawn <= {"libreoffice-form.pdf"}, "only a form whose fields a viewer must draw"
