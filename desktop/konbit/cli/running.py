"""Runs one command and turns its faults into one sentence and an exit code."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any, TextIO

from konbit.cli.arguments import parser
from konbit.cli.commands import COMMANDS
from konbit.errors import BadPack, KonbitError
from konbit.tongues.catalogue import Catalogue, load_catalogue
from konbit.tongues.speaking import Speaker
from konbit.work.office import folders_at, shipped_folders

DONE, INTERNAL, BAD_INPUT = 0, 1, 2


def run_command(words: list[str], out: TextIO | None = None, err: TextIO | None = None) -> int:
    """Runs `konbit WORDS…`. Returns 0 done, 2 bad input (one sentence on `err`), 1 internal fault."""
    printed: TextIO = out or sys.stdout
    told: TextIO = err or sys.stderr
    for stream in (printed, told):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")
    speaker = Speaker(Catalogue("es"))
    as_json = "--json" in words
    try:
        speaker = Speaker(_catalogue(_word_after(words, "--lang") or "es", _word_after(words, "--pack")))
        given = parser().parse_args(words)
        return _run(given, speaker, printed)
    except KonbitError as error:
        _tell(error, speaker, as_json, printed, told)
        return BAD_INPUT
    except BrokenPipeError:
        return DONE


def _run(given: argparse.Namespace, speaker: Speaker, out: TextIO) -> int:
    result = COMMANDS[given.command](given, speaker)
    if given.json:
        print(json.dumps(result.data, ensure_ascii=False), file=out)
    else:
        print(result.text, file=out)
    return result.code


def _catalogue(tongue: str, pack: str) -> Catalogue:
    if tongue not in ("ht", "en"):
        return Catalogue("es")
    folders = folders_at(Path(pack)) if pack else shipped_folders()
    return load_catalogue(tongue, folders.translations)


def _word_after(words: list[str], name: str) -> str:
    for number, word in enumerate(words):
        if word == name and number + 1 < len(words):
            return words[number + 1]
        if word.startswith(name + "="):
            return word.partition("=")[2]
    return ""


def _tell(error: KonbitError, speaker: Speaker, as_json: bool, out: TextIO, err: TextIO) -> None:
    sentence = speaker.fault(error)
    print(f"konbit: {sentence}", file=err)
    if as_json:
        data: dict[str, Any] = {"error": sentence, "file": error.file, "key": error.key}
        if isinstance(error, BadPack):
            data["problems"] = [str(problem) for problem in error.problems]
        print(json.dumps(data, ensure_ascii=False), file=out)
