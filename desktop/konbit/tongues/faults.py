"""The one sentence of a fault, in a tongue: its template, its hint, and the words of ours among its fields."""

from __future__ import annotations

from konbit.errors import KonbitError
from konbit.law.near import HINT, Hint
from konbit.tongues.catalogue import Catalogue

_WORDS = ("un número entero", "un número")
"""Spanish that `konbit.case.values` puts into sentences; the catalogue has each under `error.`."""


def fault_sentence(error: KonbitError, catalogue: Catalogue) -> str:
    """The sentence for a person. What somebody typed comes out as typed; labels and hints are in the tongue."""
    fields = {name: _field(value, catalogue) for name, value in error.fields.items()}
    return catalogue.anywhere(error.template, **fields)


def _field(value: object, catalogue: Catalogue) -> object:
    if isinstance(value, Hint):
        return catalogue.text(HINT, "error.hint", best=value.best) if value.best else ""
    return catalogue.anywhere(value) if isinstance(value, str) and value else value


def hint_texts() -> tuple[tuple[str, str], ...]:
    """(context, Spanish) of what stands inside fault sentences, for the catalogues."""
    return (("error.hint", HINT), *((f"error.word.{number}", text) for number, text in enumerate(_WORDS)))
