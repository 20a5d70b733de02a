"""The near miss: what somebody probably meant to write."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable


def folded(text: str) -> str:
    """Lower case without accents, for comparing what people type (`Ñuñoa` = `nunoa`)."""
    spread = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in spread if not unicodedata.combining(letter)).strip()


def near_miss(word: str, known: Iterable[str]) -> str:
    """The known word nearest to `word`, or an empty text when none is near."""
    by_fold = {folded(name): name for name in known}
    found = difflib.get_close_matches(folded(word), list(by_fold), n=1, cutoff=0.6)
    return by_fold[found[0]] if found else ""


HINT = ' ¿Quiso decir "{best}"?'


class Hint(str):
    """The Spanish question after a near miss; `best` is the word meant, for asking it in another tongue."""

    __slots__ = ("best",)

    best: str

    def __new__(cls, best: str) -> Hint:
        made = super().__new__(cls, HINT.format(best=best) if best else "")
        made.best = best
        return made


def did_you_mean(word: str, known: Iterable[str]) -> Hint:
    """` ¿Quiso decir "…"?` with its leading space, or an empty text."""
    return Hint(near_miss(word, known))
