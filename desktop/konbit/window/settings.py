"""What the window remembers from one day to the next: tongue, theme, letter. Nothing of any case."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from konbit.errors import KonbitError
from konbit.papers.output import write_whole
from konbit.window.look.theme import Theme
from konbit.window.tongue import TONGUES

FORMAT = 1
LEAST, MOST, STEP = 0.9, 2.0, 0.1
"""Text scale."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How the window looks and speaks. scale: 0.9 to 2.0."""

    tongue: str = "es+ht"
    dark: bool = False
    scale: float = 1.0

    @property
    def theme(self) -> Theme:
        return Theme(dark=self.dark, scale=self.scale)

    def larger(self, steps: int) -> Settings:
        """With a larger letter (or a smaller one, by negative steps), within what the screens are made for."""
        return replace(self, scale=round(min(MOST, max(LEAST, self.scale + steps * STEP)), 2))


def settings_file() -> Path:
    """Where this person's settings are kept."""
    from platformdirs import user_config_path

    return user_config_path("konbit", appauthor=False) / "ventana.json"


def read_settings(path: Path) -> Settings:
    """The settings kept in a file. One that is missing, damaged or of a newer version gives the usual ones."""
    try:
        data: Any = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(data, dict) or data.get("version") != FORMAT:
        return Settings()
    usual = Settings()
    tongue, dark, scale = data.get("tongue"), data.get("dark"), data.get("scale")
    sized = isinstance(scale, float | int) and not isinstance(scale, bool) and LEAST <= scale <= MOST
    return Settings(
        tongue if tongue in TONGUES else usual.tongue,
        dark if isinstance(dark, bool) else usual.dark,
        float(scale) if sized and scale else usual.scale,
    )


def write_settings(settings: Settings, path: Path) -> bool:
    """Keeps them, whole or not at all. Whether it worked: a window that cannot remember still works."""
    data = {"version": FORMAT, **asdict(settings)}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, json.dumps(data, indent=1).encode("utf-8"))
    except (OSError, KonbitError):
        return False
    return True
