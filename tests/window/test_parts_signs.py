"""Signs and chips: a state is never told by colour alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from konbit.window.parts import chip, signs
from konbit.window.parts.chip import Chip
from konbit.window.parts.lettering import fixed
from konbit.window.parts.signs import Sign
from konbit.window.tongue import Words


def grey(sign: Sign, colour: str) -> QImage:
    image = QImage(48, 48, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    signs.paint(painter, sign, QRectF(0, 0, 48, 48), QColor(colour))
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def test_signs_are_told_apart_in_grey() -> None:
    drawn = {sign: bytes(grey(sign, "#444444").constBits()) for sign in Sign}
    for one, pixels in drawn.items():
        assert min(pixels) < 0x80, f"{one} draws nothing"
        for other, others in drawn.items():
            if one is not other:
                differing = sum(abs(a - b) > 60 for a, b in zip(pixels, others, strict=True))
                assert differing > 40, f"{one} looks like {other}"


def test_every_state_has_a_word_and_its_own_sign_or_tone(app: QApplication, words: Words, qtbot) -> None:
    states = [
        chip.can(),
        chip.can_with_risk(),
        chip.not_now(),
        chip.missing(2),
        chip.wait(fixed("mañana")),
        chip.may_ask(),
        chip.not_applicable(),
        chip.closed(),
    ]
    assert len({state.sign for state in states}) == len(states)
    for state in states:
        shown = Chip(words, state)
        qtbot.addWidget(shown)
        assert shown.text()


@pytest.mark.parametrize(
    ("left", "sign"),
    [
        (0, Sign.OCTAGON),
        (1, Sign.OCTAGON),
        (2, Sign.TRIANGLE),
        (4, Sign.TRIANGLE),
        (5, Sign.CLOCK),
        (-1, Sign.DASH_RING),
    ],
)
def test_urgency(left: int, sign: Sign) -> None:
    assert chip.due(left).sign is sign
