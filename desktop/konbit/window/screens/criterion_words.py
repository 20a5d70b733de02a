"""What a criterion says of the person: never the condition itself where she does not meet it."""

from __future__ import annotations

from konbit.reasoning.verdicts import CriterionState
from konbit.window.pack_words import of_pack
from konbit.window.parts.chip import State
from konbit.window.parts.lettering import Say
from konbit.window.parts.signs import Sign
from konbit.work.wording import not_met_words


def sentence(one: CriterionState, shown: State) -> Say:
    """The sentence beside a state. Where it is shown as no fault of hers (not her case, not needed), the condition."""
    return unmet(one) if one.value is False and shown.sign is Sign.CROSS_RING else of_pack(one.text)


def unmet(one: CriterionState) -> Say:
    """What is true when a criterion is not met: the pack's own sentence, or the condition said not to be met."""
    if one.unmet:
        return of_pack(one.unmet)
    told = of_pack(one.text)
    return lambda words: not_met_words(words, told(words))
