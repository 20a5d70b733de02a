"""Damaged and hostile variants of a form: read without harm, or refused in one sentence; nothing else."""

from __future__ import annotations

import random

import pytest

from konbit.errors import BadForm
from konbit.papers.pdf.compiled import compile_form

ACTIVE = b"<</S/JavaScript/JS(x)/Next[<</S/Launch/F(x.exe)>>]>>"


@pytest.fixture(scope="module")
def seeds(build, text, look) -> list[bytes]:
    box = (
        b"/Type/Annot/Subtype/Widget/F 4/FT/Btn/T(acepta)/Rect[20 150 30 160]/AP<</N<</S#ED 9 0 R>>>>/AS/Off"
    )
    extra = (look(), ACTIVE)
    where = {"catalog": b"/OpenAction 10 0 R", "page": b"/AA<</O 10 0 R>>", "form": b"/XFA(<x/>)"}
    return [
        build(text(more=b"/A 10 0 R"), box, extra=extra, as_stream=kind, **where) for kind in (False, True)
    ]


def mutate(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 2, 5, 20))):
        place, other = chance.randrange(len(changed)), chance.randrange(len(changed))
        kind = chance.random()
        if kind < 0.5:
            changed[place] = chance.randrange(256)
        elif kind < 0.75:
            changed[place:place] = changed[other : other + chance.randrange(1, 40)]
        else:
            del changed[place : place + chance.randrange(1, 30)]
    return bytes(changed)


@pytest.mark.parametrize("seed", range(8))
def test_mutated_forms(seeds, seed):
    chance = random.Random(seed)
    outcomes = {"filled": 0, "refused": 0}
    for _ in range(60):
        data = mutate(chance.choice(seeds), chance)
        try:
            form = compile_form(data, file="f.pdf")
            given = {name: "Ana" for name, field in form.fields.items() if field.kind == "text"}
            written = form.fill(given).data
            assert compile_form(written).active == ()
            form.fill(given, flat=True)
            outcomes["filled"] += 1
        except BadForm as refusal:
            assert "\n" not in str(refusal)
            outcomes["refused"] += 1
    assert all(outcomes.values()), outcomes
