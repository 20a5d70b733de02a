"""Lists in a sentence."""

from __future__ import annotations

import pytest

from konbit.tongues.joining import join_list


@pytest.mark.parametrize(
    ("tongue", "joined"), [("es", "a, b y c"), ("ht", "a, b ak c"), ("en", "a, b and c")]
)
def test_three(tongue: str, joined: str) -> None:
    assert join_list(["a", "b", "c"], tongue) == joined


def test_none_one_two() -> None:
    assert [join_list(items, "ht") for items in ([], ["a"], ["a", "b"])] == ["", "a", "a ak b"]


@pytest.mark.parametrize(
    ("last", "word"),
    [
        ("Irma", "e"), ("hijos", "e"), ("Ícaro", "e"), ("Hilda", "e"), ("Yves", "e"), ("Yvrose", "e"), ("«Irma»", "e"),
        ("hielo", "y"), ("iones", "y"), ("Yolanda", "y"), ("yeso", "y"), ("huella", "y"), ("casa", "y"), ("¿y él?", "y"),
    ],
)  # fmt: skip
def test_and_before_i(last: str, word: str) -> None:
    assert join_list(["a", last], "es") == f"a {word} {last}"


@pytest.mark.parametrize(
    ("last", "word"),
    [
        ("otro", "u"), ("Óscar", "u"), ("hoja", "u"), ("8", "u"), ("80", "u"), ("8.000", "u"), ("11", "u"),
        ("11.000", "u"), ("11.000.000", "u"), ("110", "o"), ("1", "o"), ("18", "o"), ("casa", "o"), ("huella", "o"),
    ],
)  # fmt: skip
def test_or_before_o(last: str, word: str) -> None:
    assert join_list(["7", last], "es", "or") == f"7 {word} {last}"


def test_only_spanish_changes_its_word() -> None:
    assert join_list(["a", "Irma"], "ht") == "a ak Irma"
    assert join_list(["7", "8"], "ht", "or") == "7 oswa 8"
    assert join_list(["7", "8"], "en", "or") == "7 or 8"


def test_a_tongue_without_its_word_is_refused() -> None:
    with pytest.raises(ValueError, match="fr"):
        join_list(["a", "b"], "fr")
