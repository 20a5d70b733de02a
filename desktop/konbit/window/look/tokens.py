"""The two palettes. Every colour of the program is one of these; none is written anywhere else."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Palette:
    """Colours as `#RRGGBB`. Text reaches 4.5:1 and edges 3:1 on every ground it may stand on (see `PAIRS`)."""

    ground: str  # behind everything
    sheet: str  # cards and boxes
    sunken: str  # header, quiet grounds
    ink: str
    ink2: str  # hints, notes
    edge: str  # the edge of a control
    line: str  # decoration only: never the sole mark of a control
    primary: str
    on_primary: str
    primary_soft: str
    creole: str
    creole_soft: str
    red: str
    red_soft: str
    amber: str
    amber_soft: str
    green: str
    green_soft: str
    focus: str
    paper: str  # a page of a document stays paper in both themes
    paper_ink: str


LIGHT = Palette(
    ground="#F4F2ED",
    sheet="#FFFFFF",
    sunken="#E9E5DC",
    ink="#1D2226",
    ink2="#51585F",
    edge="#7D766A",
    line="#D3CCBF",
    primary="#17536B",
    on_primary="#FFFFFF",
    primary_soft="#DDEBF0",
    creole="#5F3566",
    creole_soft="#F3EDF5",
    red="#9C1C17",
    red_soft="#FBE8E5",
    amber="#744600",
    amber_soft="#FDF0D0",
    green="#1A5F36",
    green_soft="#E2F1E7",
    focus="#17536B",
    paper="#FFFFFF",
    paper_ink="#1D2226",
)

DARK = Palette(
    ground="#15191C",
    sheet="#1E2327",
    sunken="#2A3137",
    ink="#ECE9E2",
    ink2="#B3BAC1",
    edge="#838D97",
    line="#3B444C",
    primary="#86C8DD",
    on_primary="#08222B",
    primary_soft="#1D3843",
    creole="#DDB6E4",
    creole_soft="#30253A",
    red="#FFA59C",
    red_soft="#411F1D",
    amber="#F4C766",
    amber_soft="#392C12",
    green="#93D8AA",
    green_soft="#173325",
    focus="#F4C766",
    paper="#F2EFE8",
    paper_ink="#1D2226",
)

TEXT, EDGE = 4.5, 3.0

# (what is drawn, what it is drawn on, least ratio). The parts draw no pair that is not listed here.
PAIRS: tuple[tuple[str, str, float], ...] = (
    *((ink, on, TEXT) for ink in ("ink", "ink2") for on in ("ground", "sheet", "sunken")),
    *(
        (ink, on, TEXT)
        for ink in ("primary", "creole", "red", "amber", "green")
        for on in ("ground", "sheet")
    ),
    *((ink, on, TEXT) for ink in ("primary", "creole", "red") for on in ("sunken",)),
    *((ink, on, TEXT) for ink in ("ink", "ink2", "creole", "primary") for on in ("primary_soft",)),
    *((ink, f"{tint}_soft", TEXT) for tint in ("creole", "red", "amber", "green") for ink in ("ink", tint)),
    ("creole", "red_soft", TEXT),
    ("creole", "amber_soft", TEXT),
    ("creole", "green_soft", TEXT),
    ("on_primary", "primary", TEXT),
    ("sheet", "red", TEXT),
    ("sheet", "amber", TEXT),
    ("sheet", "ink", TEXT),
    ("paper_ink", "paper", TEXT),
    *(("edge", on, EDGE) for on in ("ground", "sheet", "sunken", "primary_soft")),
    *(("focus", on, EDGE) for on in ("ground", "sheet", "sunken")),
    *(("primary", on, EDGE) for on in ("ground", "sheet", "sunken")),
)


def luminance(colour: str) -> float:
    """Relative luminance of `#RRGGBB`, 0 (black) to 1 (white), as WCAG 2.2 defines it."""

    def linear(channel: int) -> float:
        value = channel / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)
