"""A text as TOML writes it, for the settings files that the program writes itself."""

from __future__ import annotations

import json


def quoted(text: str) -> str:
    """A TOML basic string: JSON's escapes are TOML's, once DEL is escaped too."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
