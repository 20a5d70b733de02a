"""Lists in a sentence: "a, b y c", "a, b ak c", "a, b and c".

Spanish changes "y" to "e" before the sound /i/ and "o" to "u" before /o/ (RAE, Diccionario panhispánico de dudas).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from types import MappingProxyType
from typing import Literal

_WORDS = MappingProxyType(
    {("es", "and"): "y", ("es", "or"): "o", ("ht", "and"): "ak", ("ht", "or"): "oswa", ("en", "and"): "and", ("en", "or"): "or"}
)  # fmt: skip

_OPENING = r"[\s«“\"'(\[¿¡*_]*"
# "e Irma", "e hijos", "e Yves"; but "y hierro", "y iones", "y Yolanda": a diphthong or a consonant, not /i/.
_SOUNDS_I = re.compile(_OPENING + r"(?:h?[ií](?![aeou])|y(?=[b-df-hj-np-tv-zñ]))", re.IGNORECASE)
# "u otro", "u hoja"; figures are read aloud: "7 u 8", "70 u 80", "10 u 11", "u 11.000".
_SOUNDS_O = re.compile(_OPENING + r"(?:h?[oó]|8|11(?!\d))", re.IGNORECASE)


def join_list(items: Sequence[str], tongue: str, kind: Literal["and", "or"] = "and") -> str:
    """Join the items of a sentence; "" for none. Raises ValueError for a tongue without its word."""
    if (tongue, kind) not in _WORDS:
        raise ValueError(f"no way to join in «{tongue}»")
    if len(items) < 2:
        return "".join(items)
    word = _WORDS[tongue, kind]
    if word == "y" and _SOUNDS_I.match(items[-1]):
        word = "e"
    elif word == "o" and _SOUNDS_O.match(items[-1]):
        word = "u"
    return f"{', '.join(items[:-1])} {word} {items[-1]}"
