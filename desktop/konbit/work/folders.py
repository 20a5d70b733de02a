"""Where Konbit keeps what belongs to the person at this desk."""

from __future__ import annotations

from pathlib import Path


def case_folder() -> Path:
    """The folder of plain case files, until the encrypted case base takes them. Only its owner can read it."""
    from platformdirs import user_data_path

    folder = user_data_path("konbit", appauthor=False) / "casos"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def kept_pack() -> Path:
    """The file that holds the pack's TOML as it was last read. It may be gone at any time: nothing depends on it."""
    from platformdirs import user_cache_path

    return user_cache_path("konbit", appauthor=False) / "paquete.json"
