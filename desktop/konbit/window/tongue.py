"""Words on screen: in one tongue or two at once, changed live in every window, Qt's own words included.

es      Spanish                     es+ht   Spanish first, Creole beside it
ht      Creole                      ht+es   Creole first, Spanish beside it (the client's window, F8)
en      English (for visitors; never beside another)
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QTranslator

TONGUES = ("es", "es+ht", "ht", "ht+es", "en")
_FIELD = re.compile(r"\{([a-z_][a-z0-9_]*)\}")


class CatalogueLike(Protocol):
    """What this module asks of a catalogue: the msgid itself, filled, where there is no translation."""

    def text(self, msgid: str, context: str = "", **fields: object) -> str: ...


class Said(str):
    """What is said, in the tongue that comes first; `beside` is the same in the second tongue, or empty.

    It is a string, so that whatever takes a string takes it; only what shows two tongues looks at `beside`.
    """

    __slots__ = ("beside", "first", "second")

    beside: str
    first: str  # tongue of the string itself: "es", "ht", "en"
    second: str  # tongue of `beside`, or ""

    def __new__(cls, text: str = "", beside: str = "", first: str = "es", second: str = "ht") -> Said:
        made = super().__new__(cls, text)
        made.beside = "" if beside == text else beside
        made.first = first
        made.second = second if made.beside else ""
        return made

    @property
    def both(self) -> str:
        """Both tongues on one line, for a button or a title."""
        return f"{self} · {self.beside}" if self.beside else str(self)

    def same(self, other: Said) -> bool:
        """Whether the very same is said, in the same tongues."""
        return (
            self == other
            and self.beside == other.beside
            and self.first == other.first
            and self.second == other.second
        )


def fill(template: str, fields: Mapping[str, object]) -> str:
    """Put fields into `{name}` places. Only plain names: a template can reach no attribute of a value."""
    return _FIELD.sub(lambda found: str(fields.get(found[1], found[0])), template)


class Words:
    """The words of one window. `words("ui.next", "Seguir")` gives them in the tongue it speaks now."""

    def __init__(self, catalogues: Mapping[str, CatalogueLike] | None = None, tongue: str = "es") -> None:
        self._catalogues = dict(catalogues or {})
        self._tongue = tongue

    @property
    def tongue(self) -> str:
        return self._tongue

    @property
    def first(self) -> str:
        """The tongue that comes first: "es", "ht" or "en"."""
        return self._tongue.split("+")[0]

    @property
    def second(self) -> str:
        return self._tongue.partition("+")[2]

    def speak(self, tongue: str) -> None:
        """Change tongue. Nothing is redrawn until `announce` (or `switch`) tells the windows."""
        if tongue not in TONGUES:
            raise ValueError(f"unknown tongue {tongue!r}; one of {', '.join(TONGUES)}")
        self._tongue = tongue

    def __call__(self, msgctxt_id: str, spanish_text: str, **fields: object) -> Said:
        """A field that is itself Said (the name of a month) is put in each tongue's text in that tongue."""
        text = self.in_tongue(self.first, msgctxt_id, spanish_text, **fields)
        if not self.second:
            return Said(text, "", self.first, "")
        others = {
            name: value.beside or value if isinstance(value, Said) else value
            for name, value in fields.items()
        }
        return Said(
            text, self.in_tongue(self.second, msgctxt_id, spanish_text, **others), self.first, self.second
        )

    def in_tongue(self, tongue: str, msgctxt_id: str, spanish_text: str, **fields: object) -> str:
        """One tongue, whichever the window speaks. Without a translation it is the Spanish."""
        catalogue = self._catalogues.get(tongue)
        if catalogue is None:
            return fill(spanish_text, fields)
        return catalogue.text(spanish_text, msgctxt_id, **fields)

    def in_one(self, tongue: str) -> Words:
        """The same words, always in one tongue: to read aloud, to compare with what was typed."""
        return Words(self._catalogues, tongue)

    def catalogue(self, tongue: str) -> CatalogueLike | None:
        return self._catalogues.get(tongue)


class QtWords(QTranslator):
    """Qt's own words (buttons of dialogs, menus of text boxes) from our catalogue, context `qt.<QtContext>`.

    Qt takes None as "ask the next translator"; an empty string would leave a button blank. One is installed for
    the life of the program, over Qt's `qtbase_es`, and follows `words` from tongue to tongue.
    """

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words

    def isEmpty(self) -> bool:
        return False

    def translate(  # type: ignore[override]
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        del disambiguation
        catalogue = self._words.catalogue(self._words.first)
        if catalogue is None or not source:
            return None
        fields = {"n": n} if n >= 0 else {}
        found = catalogue.text(source, f"qt.{context}", **fields)
        return found if found and found != source else None


def announce(app: QCoreApplication) -> None:
    """Tell every window that the words have changed: each part hears LanguageChange and re-words itself."""
    QCoreApplication.sendEvent(app, QEvent(QEvent.Type.LanguageChange))


def switch(words: Words, tongue: str, app: QCoreApplication) -> None:
    """Speak another tongue from now on, in all windows that share these words."""
    if tongue != words.tongue:
        words.speak(tongue)
        announce(app)
