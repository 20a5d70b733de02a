"""Starts the window or the command line."""

from __future__ import annotations

import sys


def main(argv: list[str] | None = None) -> int:
    """Runs Konbit. Without words, or with only `--demo` or `--lang`, it opens the window.

    Returns the exit code: 0 done, 2 bad input, 1 internal fault.
    """
    words = sys.argv[1:] if argv is None else argv
    if not words or words[0] == "--demo" or (words[0] == "--lang" and len(words) <= 3):
        from konbit.window.start import run

        return run(words)
    from konbit.cli.running import run_command

    return run_command(words)


if __name__ == "__main__":
    raise SystemExit(main())
