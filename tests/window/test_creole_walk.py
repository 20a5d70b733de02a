"""Walks every screen in Creole and fails on a Spanish text that has none: nothing on screen bypasses the catalogue."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from konbit.tongues.catalogue import Catalogue, load_catalogue
from konbit.window.parts.part import discard
from konbit.window.tongue import Words

DOCS = Path(__file__).resolve().parents[2] / "docs"
TRANSLATIONS = DOCS.parent / "translations"


def sibling(name: str) -> ModuleType:
    """A script of docs/, which is no package."""
    full = f"konbit_docs_{name}"
    if full in sys.modules:
        return sys.modules[full]
    spec = importlib.util.spec_from_file_location(full, DOCS / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[full] = module
    spec.loader.exec_module(module)
    return module


SPECIMENS = [
    (name, build)
    for module in ("gallery_screens", "gallery_findings")
    if (DOCS / f"{module}.py").is_file()
    for name, build, *_ in sibling(module).parts()
]


@pytest.fixture(scope="module")
def creole() -> Catalogue:
    return load_catalogue("ht", TRANSLATIONS)


@pytest.fixture(scope="module")
def spanish_only(creole: Catalogue) -> frozenset[str]:
    """Spanish texts of program and pack that read otherwise in Creole: none of them may stand on a Creole screen."""
    texts = {message.msgid for message in sibling("collect_texts").all_messages()}
    own_names = {"Español"}  # each tongue is called by its own name on the switch
    return frozenset(text for text in texts - own_names if creole.anywhere(text) != text and "{" not in text)


def said(widget: QWidget) -> Iterator[str]:
    """What a widget shows or tells a screen reader."""
    for child in (widget, *widget.findChildren(QWidget)):
        if child.isVisibleTo(widget) or child is widget:
            yield child.accessibleName()
            yield child.accessibleDescription()
            text = getattr(child, "text", None)
            if callable(text):
                found = text()
                yield found if isinstance(found, str) else ""


def test_every_text_has_its_creole() -> None:
    assert sibling("collect_texts").check() == 0


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize(("name", "build"), SPECIMENS, ids=[name for name, _ in SPECIMENS])
def test_no_spanish_stands_on_a_creole_screen(
    name: str, build, app: QApplication, creole: Catalogue, spanish_only: frozenset[str]
) -> None:
    lacking: set[tuple[str, str]] = set()

    class Listening(Catalogue):
        """Says what was asked of it and is not there."""

        def text(self, msgid: str, context: str = "", **fields: object) -> str:
            if any(letter.isalpha() for letter in msgid) and not creole.has(msgid, context):
                lacking.add((context, msgid))
            return creole.text(msgid, context, **fields)

        def anywhere(self, msgid: str, **fields: object) -> str:
            return creole.anywhere(msgid, **fields)

    words = Words({"es": Catalogue("es"), "ht": Listening("ht")}, "ht")
    widget = build(words)
    app.processEvents()
    found = sorted({text for text in said(widget) if text.strip() in spanish_only})
    discard(widget)
    assert not found, found
    assert not lacking, sorted(lacking)
