"""Put a finished paper in its place: whole, or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from konbit.errors import CannotWrite

_FLUSHES_ALL = hasattr(os, "sync")
"""Where the system has no such call, each file is flushed as it is written."""


def write_whole(path: Path, data: bytes, *, flush: bool = True) -> None:
    """Write to a new name in the same folder, flush to the disk, then rename over `path`.

    A reader, a crash or a full disk never sees half a paper. Raises CannotWrite; nothing is left behind.
    flush: without it the power must hold until `flush_all`; for batches, whose ledger counts only what was flushed.
    """
    with whole_file(path, flush=flush) as file:
        file.write(data)


@contextmanager
def whole_file(path: Path, *, flush: bool = True) -> Iterator[BinaryIO]:
    """A new file to write and read that takes the place of `path` at the end, as of `write_whole`.

    An error inside leaves `path` as it was and nothing beside it; one of the disk's comes out as CannotWrite.
    """
    path = Path(path)
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=".konbit-", suffix=".part", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(handle, "w+b") as file:
            yield file
            if flush or not _FLUSHES_ALL:
                file.flush()
                os.fsync(file.fileno())
        _usual_permissions(temporary)
        temporary.replace(path)
        temporary = None
    except OSError as error:
        raise CannotWrite(
            "No se pudo escribir {file}: {reason}.",
            file=str(path),
            reason=error.strerror or type(error).__name__,
        ) from error
    finally:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink()
    if flush:
        _flush_folder(path.parent)


def flush_all() -> None:
    """Everything written so far is on the disk after this."""
    if _FLUSHES_ALL:
        os.sync()


def _usual_permissions(path: Path) -> None:
    """Only the owner reads it: the papers name people. (What mkstemp gives; said here so that it stays.)"""
    if os.name == "posix":
        path.chmod(0o600)


def _flush_folder(folder: Path) -> None:
    """On POSIX a rename is on the disk only once its folder is; elsewhere the system sees to it."""
    if os.name != "posix":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
