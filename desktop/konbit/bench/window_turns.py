"""`konbit bench window`: the longest turn of the event loop, measured in a process of its own (see `window/turns`)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

_MEASURE = "import sys; from konbit.window.turns import main; main(sys.argv[1:])"


def bench_window(screens: tuple[str, ...] = ()) -> dict[str, Any]:
    """By screen and act (theme, tongue, letter) of a full example case: the longest turn in ms, by the clock and as work
    of the window's thread, and all of it. Beside it the control, a plain Python loop of 300 000 turns.

    screens: some of them only.
    """
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    done = subprocess.run(
        [sys.executable, "-c", _MEASURE, *screens],
        env=environment, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures
