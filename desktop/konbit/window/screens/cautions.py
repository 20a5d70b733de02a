"""Red warnings in place: what holds already of the route or writ the person came for, said while she is here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from konbit.law.routes import Level as CautionLevel
from konbit.reasoning.asking import Target
from konbit.reasoning.examining import Examination
from konbit.reasoning.verdicts import Caution
from konbit.window.pack_words import of_pack
from konbit.window.parts.banner import Banner, Level
from konbit.window.parts.lettering import Say
from konbit.window.parts.room import Room
from konbit.window.tongue import Said, Words


def red_cautions(found: Examination, targets: Sequence[Target]) -> list[tuple[str, Caution]]:
    """Of what was asked for, each once, with the name of the route or writ it is about."""
    aims = {(target.kind, target.id) for target in targets}
    judged = [
        *(("escrito", ident, one.writ.name, one.cautions) for ident, one in found.writs.items()),
        *(("ruta", ident, one.route.name, one.cautions) for ident, one in found.routes.items()),
    ]
    told: dict[str, tuple[str, Caution]] = {}
    for kind, ident, name, cautions in judged:
        if (kind, ident) in aims:
            for caution in cautions:
                if caution.level == CautionLevel.RED:
                    told.setdefault(caution.text, (name, caution))
    return list(told.values())


class CautionBanner(Banner):
    """The first red warning in full, the others counted; hidden where there is none. It tells a new one once."""

    def __init__(self, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(words, parent=parent)
        self._told: tuple[str, ...] = ()
        self.hide()

    def tell_of(self, found: Examination, targets: Sequence[Target], room: Room = Room.WIDE) -> None:
        """Shows what holds now; when narrow in one tongue, for the question needs the room."""
        cautions = red_cautions(found, targets)
        texts = (room.value, *(caution.text for _, caution in cautions))
        if texts == self._told:
            return
        self._told = texts
        if not cautions:
            self.hide()
            return
        say, rest = of_pack(texts[1]), len(cautions) - 1
        said = _first_only(say) if room is Room.NARROW else _with_rest(say, rest)
        self.tell(Level.RED, said, lead=_about(of_pack(cautions[0][0])))


def _first_only(say: Say) -> Say:
    return lambda words: Said(str(say(words)), "", words.first, "")


def _about(name: Say) -> Say:
    return lambda words: words("ui.caution.about", "{name}:", name=name(words))


def _with_rest(first: Say, rest: int) -> Say:
    if not rest:
        return first
    if rest == 1:
        return lambda words: words(
            "ui.caution.one_more", "{first} (y otra advertencia, en el resultado)", first=first(words)
        )
    return lambda words: words(
        "ui.caution.more",
        "{first} (y {count} advertencias más, en el resultado)",
        first=first(words),
        count=rest,
    )
