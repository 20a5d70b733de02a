"""Open any PDF: ours reads sound files as they are; pypdf rewrites damaged or encrypted ones first."""

from __future__ import annotations

import io
import logging
from dataclasses import dataclass

from konbit.errors import BadForm
from konbit.papers.pdf.document import Document, EncryptedError
from konbit.papers.pdf.syntax import DamagedError

LARGEST_FILE = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Opened:
    """document: readable by us. encrypted: it was, with an empty user password. rewritten: not the bytes given."""

    document: Document
    encrypted: bool
    rewritten: bool


def open_pdf(data: bytes, *, file: str = "", rewrite: bool = False) -> Opened:
    """Open a PDF, rewriting it when it has to be (or when told to). Raises BadForm in one sentence."""
    if len(data) > LARGEST_FILE:
        raise BadForm(
            "El archivo {file} pesa {size} MB y el máximo es {limit} MB.",
            file=file or "PDF",
            size=len(data) // 1_048_576,
            limit=LARGEST_FILE // 1_048_576,
        )
    if b"%PDF-" not in data[:1024]:
        raise BadForm("El archivo {file} no es un PDF.", file=file or "entregado")
    try:
        if not rewrite:
            document = Document(data)
            _touch_everything(document)
            return Opened(document, encrypted=False, rewritten=False)
    except (DamagedError, EncryptedError, RecursionError, ValueError, TypeError, OverflowError):
        pass
    mended, encrypted = _rewrite(data, file)
    try:
        document = Document(mended)
        _touch_everything(document)
    except (DamagedError, EncryptedError, RecursionError, ValueError, TypeError, OverflowError) as error:
        raise _broken(file) from error
    return Opened(document, encrypted=encrypted, rewritten=True)


def _touch_everything(document: Document) -> None:
    """Read each object once, so that a damaged one is found now and not half-way through a filling."""
    for number in document.numbers():
        document.get(number)
    if not document.pages():
        raise DamagedError("no pages")


def _broken(file: str) -> BadForm:
    return BadForm("El archivo {file} está dañado o no es un PDF válido.", file=file or "PDF")


def _rewrite(data: bytes, file: str) -> tuple[bytes, bool]:
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import NameObject

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    charsets = NameObject.CHARSETS
    # pypdf's default tries GBK before Latin-1 and reads /A#F1o (Año) as a Chinese name
    NameObject.CHARSETS = ("utf-8", "latin1")  # pyright: ignore[reportAttributeAccessIssue]
    encrypted = False
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        encrypted = reader.is_encrypted
        if encrypted and not reader.decrypt(""):
            raise BadForm(
                "El archivo {file} pide una contraseña para abrirse; guárdelo sin contraseña.",
                file=file or "PDF",
            )
        writer = PdfWriter(clone_from=reader)
        if len(writer.pages) == 0:
            raise _broken(file)
        out = io.BytesIO()
        writer.write(out)
        return out.getvalue(), encrypted
    except BadForm:
        raise
    except Exception as error:  # one mutated PDF in five raises outside pypdf's own family
        raise _broken(file) from error
    finally:
        NameObject.CHARSETS = charsets  # pyright: ignore[reportAttributeAccessIssue]
