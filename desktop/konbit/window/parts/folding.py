"""Letters compared as a person types them: without accents, without case."""

from __future__ import annotations

import unicodedata


def folded(text: str) -> str:
    """`Ñuñoa` → `nunoa`; runs of blanks become one."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(letter for letter in plain if not unicodedata.combining(letter)).split())
