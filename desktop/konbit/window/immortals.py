"""A fault of the binding, kept away from the person's work.

PySide6 6.12.0 (its abi3 wheel, on Python 3.11) takes away a reference to None, True or False with every call that
returns one: `setText`, `update`, `isVisible`. After some thousands of calls the interpreter aborts ("none_dealloc:
deallocating None"), which would lose the window in the middle of an interview. From Python 3.12 on these objects
are immortal and nothing happens. 6.10.2, 6.11.1 and 6.11.3 do not have the fault (measured, 2026-11-24).
"""

from __future__ import annotations

import sys

from PySide6 import __version__ as binding

FAULTY = "6.12.0"
_PLENTY = 1 << 40  # at a million calls a second, twelve days of them


def keep_alive() -> None:
    """Give None, True, False and NotImplemented references enough for the life of the program.

    Does nothing where they are immortal, or where the binding is another.
    """
    if binding == FAULTY and sys.implementation.name == "cpython" and sys.version_info < (3, 12):
        import ctypes

        for one in (None, True, False, NotImplemented):
            ctypes.c_ssize_t.from_address(id(one)).value += _PLENTY
