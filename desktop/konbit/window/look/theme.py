"""A theme is light or dark, at a text scale. It is applied to the whole application and may change live."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from konbit.window.look.style import TokenStyle
from konbit.window.look.tokens import DARK, LIGHT, Palette
from konbit.window.look.type import Role, calm, font

# The running theme belongs to the application object, not to this module. It is a Python attribute and no Qt
# property: in PySide6 6.12 `property()` of a name never set gives None away without owning it, and some two
# thousand reads later the interpreter dies (none_dealloc).
_WORN = "konbit_theme"

_LETTERED = ("QMenu", "QDialog", "QTipLabel")
"""What Qt itself opens over a screen. On the screen every part sees to its own letters."""


@dataclass(frozen=True)
class Theme:
    """`scale` is the text scale, 1.0 to 2.0. Lengths are in pixels at 96 dpi, as Qt's layouts take them."""

    dark: bool = False
    scale: float = 1.0

    @property
    def palette(self) -> Palette:
        return DARK if self.dark else LIGHT

    def colour(self, token: str) -> QColor:
        return QColor(getattr(self.palette, token))

    def font(self, role: Role, *, italic: bool = False) -> QFont:
        return font(role, self.scale, italic=italic)

    def gap(self, pixels: float) -> int:
        """A gap, padding or radius: grows slowly."""
        return round(pixels * calm(self.scale))

    def size(self, pixels: float) -> int:
        """A target or an icon that goes with letters: grows in step with body text."""
        return round(pixels * self.scale)


def running(app: QApplication | None = None) -> Theme:
    """The theme the application wears now; the plain light one before any was applied."""
    worn: Theme | None = getattr(app or QApplication.instance(), _WORN, None)
    return Theme() if worn is None else worn


def wear(app: QApplication, theme: Theme) -> None:
    """Put a theme on, first time or live, and have every widget that draws from it measured anew at once."""
    if put_on(app, theme):
        for widget in app.allWidgets():
            restyle = getattr(widget, "restyle", None)
            if restyle is not None:
                restyle()


def put_on(app: QApplication, theme: Theme) -> bool:
    """Put a theme on and return whether letters changed: then what was measured has to be measured anew (`restyle`).
    Another palette is painted by itself."""
    worn = getattr(app, _WORN, None)
    before = worn if isinstance(worn, Theme) else None
    setattr(app, _WORN, theme)
    if before is None:
        app.setStyle(TokenStyle())
        app.setFont(theme.font(Role.BODY))
    if before is None or before.dark != theme.dark:
        palette = qt_palette(theme.palette)
        app.setPalette(palette)
        QToolTip.setPalette(palette)
    if before is None or before.scale != theme.scale:
        # By class: a font of the application reaches each of 2000 widgets, lays all of them out, and took 100 ms.
        for kind in _LETTERED:
            app.setFont(theme.font(Role.BODY), kind)  # type: ignore[arg-type]  # str, the stub is wrong
        return before is not None
    return False


def qt_palette(colours: Palette) -> QPalette:
    """Qt's own roles, for what the sheet does not reach (dialogs, the text cursor, disabled text)."""
    made = QPalette()
    roles = QPalette.ColorRole
    plain: dict[QPalette.ColorRole, str] = {
        roles.Window: colours.ground,
        roles.WindowText: colours.ink,
        roles.Base: colours.sheet,
        roles.AlternateBase: colours.sunken,
        roles.Text: colours.ink,
        roles.BrightText: colours.red,
        roles.PlaceholderText: colours.ink2,
        roles.Button: colours.sheet,
        roles.ButtonText: colours.ink,
        roles.ToolTipBase: colours.ink,
        roles.ToolTipText: colours.sheet,
        roles.Highlight: colours.primary,
        roles.HighlightedText: colours.on_primary,
        roles.Link: colours.primary,
        roles.LinkVisited: colours.primary,
        roles.Mid: colours.edge,
        roles.Dark: colours.edge,
        roles.Light: colours.sheet,
    }
    for role, colour in plain.items():
        made.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.ink2))
    return made
