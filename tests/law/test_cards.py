"""Rights cards: what the law says has its norm, what is unsure is never said as a fact, and each card says whom to call."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from konbit.law.cards import LineKind, load_cards
from konbit.law.norms import Confidence
from konbit.law.pack import Pack
from konbit.law.table import Problems
from konbit.law.texts import pack_texts

CARDS = ("control", "detencion", "escuela", "salud", "trabajo", "arriendo", "violencia")


def read(pack: Pack, root: Path, text: str) -> list[str]:
    """The problems of a file of cards."""
    (root / "comun").mkdir(exist_ok=True)
    (root / "comun" / "tarjetas.toml").write_text(text, encoding="utf-8")
    problems = Problems()
    load_cards(root, pack.norms, pack.contacts, problems)
    return [f"{one.key}: {one.message}" for one in problems.found]


def card(*lines: str, more: str = "") -> str:
    head = f'[[tarjeta]]\nid = "x"\ntitulo = "T"\npara = "P"\n{more}\n'
    return head + "".join(f"[[tarjeta.frase]]\n{line}\n" for line in lines)


KNOWN = 'clase = "sabe"\ntexto = "A"\nnorma = ["21325:9"]'


def test_the_pack_has_a_card_for_every_moment(pack: Pack) -> None:
    assert tuple(pack.cards) == CARDS


@pytest.mark.parametrize("ident", CARDS)
def test_a_card_says_what_the_law_says_what_to_do_what_to_say_and_what_not(pack: Pack, ident: str) -> None:
    made = pack.cards[ident]
    for kind in (LineKind.KNOW, LineKind.DO, LineKind.SAY, LineKind.NOT):
        assert len(made.of_kind(kind)) >= 2, kind
    assert made.contacts
    for line in made.lines:
        assert len(line.text.split()) <= 26, line.text
        sure = {pack.norms[name].confidence for name in line.norms}
        assert Confidence.UNSURE not in sure
        assert line.norms or line.kind != LineKind.KNOW


def test_every_sentence_goes_to_the_translator(pack: Pack) -> None:
    told = {one.text for one in pack_texts(pack)}
    for made in pack.cards.values():
        assert {made.title, made.when, *(line.text for line in made.lines)} <= told


def test_what_is_said_of_the_law_needs_its_norm(pack: Pack, tmp_path: Path) -> None:
    assert read(pack, tmp_path, card(KNOWN)) == []
    problems = read(pack, tmp_path, card(KNOWN, 'clase = "sabe"\ntexto = "B"'))
    assert problems == ["tarjeta.0.frase.1.norma: lo que se dice de la ley lleva su norma"]
    assert read(pack, tmp_path, card('clase = "haga"\ntexto = "B"')) == [
        'tarjeta.0.frase: falta una frase de clase "sabe"'
    ]


def test_an_unsure_norm_is_no_fact(pack: Pack, tmp_path: Path) -> None:
    norms = dict(pack.norms)
    unsure = next((name for name, one in norms.items() if one.confidence == Confidence.UNSURE), "")
    if not unsure:
        unsure = "21325:9"
        from dataclasses import replace

        norms[unsure] = replace(norms[unsure], confidence=Confidence.UNSURE)
    (tmp_path / "comun").mkdir()
    for kind, found in (("sabe", 1), ("haga", 1), ("verificar", 0)):
        line = f'clase = "{kind}"\ntexto = "B"\nnorma = ["{unsure}"]'
        text = card('clase = "sabe"\ntexto = "A"\nnorma = ["21325:3"]', line)
        (tmp_path / "comun" / "tarjetas.toml").write_text(text, encoding="utf-8")
        problems = Problems()
        load_cards(tmp_path, norms, pack.contacts, problems)
        assert len(problems.found) == found, kind


def test_slips_are_told_with_the_near_miss(pack: Pack, tmp_path: Path) -> None:
    told = read(pack, tmp_path, card(KNOWN, more='contactos = ["indhh"]'))
    assert len(told) == 1 and "indh" in told[0] and "contactos" in told[0]
    told = read(pack, tmp_path, card(KNOWN, 'clase = "sabes"\ntexto = "B"\nnorma = ["21325:9"]'))
    assert any('"sabes" no se conoce' in one for one in told)
    told = read(pack, tmp_path, card(KNOWN) + card(KNOWN))
    assert any("está dos veces" in one for one in told)
    told = read(pack, tmp_path, card(KNOWN, 'clase = "no"\ntexto = "B"\ntexo = "C"'))
    assert any("texo" in one for one in told)


def test_a_pack_may_have_no_cards(pack: Pack, tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / "comun", ignore_errors=True)
    problems = Problems()
    assert load_cards(tmp_path, pack.norms, pack.contacts, problems) == {}
    assert problems.found == []
