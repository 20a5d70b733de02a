"""A fault of the binding, kept away from the person's work.

PySide6 6.12.0 (its abi3 wheel, on Python 3.11) gives away a reference to None with every call that returns
nothing: `setText`, `update`, `hide`. Each costs one; after some five thousand the interpreter aborts with
"none_dealloc: deallocating None", which would lose the window in the middle of an interview. From Python 3.12 on
None is immortal and nothing happens. `tests/window/test_look.py` says when the fault is gone.
"""

from __future__ import annotations

import ctypes
import sys

_PLENTY = 1 << 40  # at a million calls a second, twelve days of them


def keep_none_alive() -> None:
    """Give None references enough for the life of the program. Does nothing where None is immortal."""
    if sys.implementation.name == "cpython" and sys.version_info < (3, 12):
        ctypes.c_ssize_t.from_address(id(None)).value += _PLENTY
