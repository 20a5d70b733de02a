"""Take out of a picture what is not picture: the camera's notes and place (EXIF, XMP, IPTC), thumbnails, comments."""

from __future__ import annotations

_ALONE = {0x01, *range(0xD0, 0xD8)}
_KEPT_NOTES = {0xE0, 0xEE}
"""JFIF, and Adobe's note on how the colours are stored."""
_COMMENT = 0xFE


class NotPlainError(Exception):
    """Bytes that do not follow the format; internal, never shown to a person."""


def bare_jpeg(data: bytes) -> bytes:
    """The same JPEG without APPn notes (JFIF's and Adobe's small ones stay) and comments. Raises NotPlainError.

    Ends at the end of the picture: what a camera keeps behind it (a second picture, a video) goes too.
    """
    if data[:2] != b"\xff\xd8":
        raise NotPlainError("no start")
    out = bytearray(b"\xff\xd8")
    at = 2
    while True:
        while data[at : at + 2] == b"\xff\xff":
            at += 1
        if at + 2 > len(data) or data[at] != 0xFF:
            raise NotPlainError("no marker")
        marker = data[at + 1]
        if marker == 0xD9:
            return bytes(out + b"\xff\xd9")
        if marker in _ALONE:
            out += data[at : at + 2]
            at += 2
            continue
        size = int.from_bytes(data[at + 2 : at + 4], "big")
        end = at + 2 + size
        if size < 2 or end > len(data):
            raise NotPlainError("cut short")
        if _stays(marker, data[at + 4 : end]):
            out += _without_thumbnail(data[at:end]) if marker == 0xE0 else data[at:end]
        at = end
        if marker == 0xDA:
            after = _after_scan(data, at)
            out += data[at:after]
            at = after


def _stays(marker: int, body: bytes) -> bool:
    if marker == 0xE0:
        return body.startswith(b"JFIF\0")
    if marker == 0xEE:
        return body.startswith(b"Adobe") and len(body) <= 14
    return not (0xE0 <= marker <= 0xEF or marker == _COMMENT)


def _without_thumbnail(segment: bytes) -> bytes:
    return b"\xff\xe0\x00\x10" + segment[4:16] + b"\0\0" if len(segment) >= 18 else segment


def _after_scan(data: bytes, at: int) -> int:
    """Where the coded data of a scan end: at the first marker that is no stuffing and no restart."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            raise NotPlainError("cut short")
        following = data[at + 1]
        if following == 0 or 0xD0 <= following <= 0xD7:
            at += 2
        elif following == 0xFF:
            at += 1
        else:
            return at


_NOTE_BOXES = (b"uuid", b"xml ", b"uinf")


def bare_jp2(data: bytes) -> bytes:
    """A JPEG 2000 file without the boxes that hold notes; a bare codestream as it is. Raises NotPlainError."""
    if data.startswith(b"\xff\x4f"):
        return data
    out, at = bytearray(), 0
    while at < len(data):
        size, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if size == 1:
            size = int.from_bytes(data[at + 8 : at + 16], "big")
        elif size == 0:
            size = len(data) - at
        if size < 8 or at + size > len(data):
            raise NotPlainError("box")
        if kind not in _NOTE_BOXES:
            out += data[at : at + size]
        at += size
    return bytes(out)
