"""A fault on screen is said whole in the tongue that is spoken, what stands inside the sentence too."""

from __future__ import annotations

from konbit.errors import BadCase
from konbit.law.near import did_you_mean
from konbit.tongues.catalogue import Catalogue
from konbit.tongues.faults import HINT
from konbit.window.pack_words import of_fault
from konbit.window.tongue import Words


def test_the_near_miss_is_said_in_creole(spoken: dict[str, Catalogue]) -> None:
    fault = BadCase(
        '{file}: {key}: no existe el dato "{name}"{hint}',
        file="caso.toml",
        key="hechos.nacionalida",
        name="nacionalida",
        hint=did_you_mean("nacionalida", ["nacionalidad"]),
    )
    said = of_fault(fault)(Words(spoken, "es+ht"))
    assert "nacionalidad" in str(said)
    assert "nacionalidad" in said.beside
    spanish = HINT.partition("{")[0].strip()
    assert spanish in str(said)
    assert spanish not in said.beside
