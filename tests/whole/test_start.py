"""The window as a real process: it opens with its cases, and what is heavy is not imported for it."""

from __future__ import annotations

import os
import subprocess
import sys

_OPEN = """
import sys
from konbit.window.start import run
code = run(["--demo"], until="loaded")
heavy = ("pypdf", "reportlab", "jinja2", "babel", "pypdfium2", "docx", "PIL")
print(code, *(name for name in heavy if name in sys.modules))
"""


def test_the_window_opens_and_imports_nothing_heavy() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _OPEN],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.split() == ["0"], done.stdout


def test_the_command_line_needs_no_qt() -> None:
    script = (
        "import sys; sys.modules['PySide6'] = None\n"
        "from konbit.__main__ import main\n"
        "code = main(['court', 'Arica'])\n"
        "assert code == 0"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
