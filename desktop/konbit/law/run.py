"""RUN and RUT, the Chilean roll numbers: digits and a check character (modulus 11, weights 2..7 cyclic).

A RUN says nothing of nationality or status, and nothing here infers any.

>>> check_character(12345678)
'5'
>>> normal("12.345.678-5")
'12345678-5'
"""

from __future__ import annotations

import re

_SHAPE = re.compile(r"(\d{1,9})-?([\dkK])")


def check_character(digits: int) -> str:
    """The character that belongs behind `digits`: 0-9 or K."""
    total, weight = 0, 2
    while digits:
        digits, last = divmod(digits, 10)
        total += last * weight
        weight = 2 if weight == 7 else weight + 1
    rest = 11 - total % 11
    return {11: "0", 10: "K"}.get(rest, str(rest))


def normal(text: str) -> str:
    """`12.345.678-5`, `123456785` and the like as `12345678-5`. Raises ValueError for another shape."""
    found = _SHAPE.fullmatch(re.sub(r"[.\s]", "", text))
    if not found:
        raise ValueError(text)
    return f"{int(found[1])}-{found[2].upper()}"


def is_right(text: str) -> bool:
    """Whether the check character fits. Raises ValueError when it has not the shape of a RUN."""
    digits, character = normal(text).split("-")
    return check_character(int(digits)) == character


def dotted(text: str) -> str:
    """As Chilean papers print it: `12.345.678-5`."""
    digits, character = normal(text).split("-")
    return f"{int(digits):,}".replace(",", ".") + f"-{character}"
