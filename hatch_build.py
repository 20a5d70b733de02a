"""Compiles the catalogues into .mo while a wheel is built (git ignores .mo, so they would be missing)."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface):
    """Writes LC_MESSAGES/konbit.mo beside each konbit.po, with the program's own compiler."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        # The package is not installed yet; its compiler needs only the standard library.
        checkout = str(Path(self.root, "desktop"))
        sys.path.insert(0, checkout)
        try:
            from konbit.tongues.compiling import compile_po
        finally:
            sys.path.remove(checkout)

        for source in sorted(Path(self.root, "translations").glob("*/LC_MESSAGES/konbit.po")):
            source.with_suffix(".mo").write_bytes(compile_po(source.read_bytes(), str(source)))
