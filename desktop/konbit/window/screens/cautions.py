"""Red warnings in place: what holds already of the routes and writs that are open, said while the person is here."""

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
from konbit.window.tongue import Words

_OPEN = ("elegible", "elegible_con_riesgo", "solicitable", "procede", "procede_con_riesgo")


def red_cautions(found: Examination, targets: Sequence[Target]) -> list[tuple[str, Caution]]:
    """Each once, with the name of the route or writ it is about: what was asked for, or else all that can be done."""
    aims = {(target.kind, target.id) for target in targets}
    judged = [
        *(("escrito", ident, one.writ.name, one.outcome, one.cautions) for ident, one in found.writs.items()),
        *(("ruta", ident, one.route.name, one.outcome, one.cautions) for ident, one in found.routes.items()),
    ]
    told: dict[str, tuple[str, Caution]] = {}
    for kind, ident, name, outcome, cautions in judged:
        if (kind, ident) in aims if aims else outcome in _OPEN:
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

    def tell_of(self, found: Examination, targets: Sequence[Target]) -> None:
        """Shows what holds now."""
        cautions = red_cautions(found, targets)
        texts = tuple(caution.text for _, caution in cautions)
        if texts == self._told:
            return
        self._told = texts
        if not cautions:
            self.hide()
            return
        self.tell(
            Level.RED, _with_rest(of_pack(texts[0]), len(texts) - 1), lead=_about(of_pack(cautions[0][0]))
        )


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
