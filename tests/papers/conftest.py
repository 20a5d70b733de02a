"""The preparation sheets, blank, compiled and filled, once for the tests that look at them."""

from __future__ import annotations

from sheet_cases import blanks, compiled, made, office

__all__ = ["blanks", "compiled", "made", "office"]
