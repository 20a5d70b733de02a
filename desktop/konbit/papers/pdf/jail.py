"""Foreign PDFs are opened in a child process with a clock, a memory and a CPU limit.

A crash, a hang or any error of the child is one BadForm sentence; the program goes on. The child answers in JSON
and bytes, never in pickles: what it says is checked like any other foreign input.

The child is `python -m konbit.papers.pdf.jail`; in a frozen program it is the program itself with the one
argument `--jail`, which `konbit.__main__` must hand to `serve()` before anything else.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from konbit.errors import BadForm, KonbitError

if TYPE_CHECKING:
    from konbit.papers.pdf.compiled import CompiledForm
    from konbit.papers.pdf.inspecting import Inspection

ARGUMENT = "--jail"
_MARK = b"KONBIT1\n"
_MOST_ANSWER = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """seconds of the clock; memory in bytes and CPU seconds are kept on POSIX only."""

    seconds: float = 20.0
    cpu_seconds: int = 20
    memory: int = 2 * 1024 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Answer:
    """What the child gave back: a JSON value, and bytes."""

    value: Any
    data: bytes


USUAL = Limits()


def run_jailed(
    function: str,
    data: bytes,
    arguments: Mapping[str, Any] | None = None,
    *,
    file: str = "",
    limits: Limits = USUAL,
) -> Answer:
    """Run one of `inspect`, `compile`, `page_png` on foreign bytes in a child. Raises BadForm."""
    if function not in _JOBS:
        raise ValueError(f"the jail knows no {function!r}")
    question = {"function": function, "arguments": {**(arguments or {}), "file": file}}
    question |= {"memory": limits.memory, "cpu": limits.cpu_seconds}
    try:
        done = subprocess.run(
            _command(),
            input=_pack(question, data),
            capture_output=True,
            timeout=limits.seconds,
            env=_environment(),
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired as error:
        raise BadForm(
            "El archivo {file} tarda demasiado en abrirse y se dejó de lado.", file=file or "PDF"
        ) from error
    except OSError as error:
        raise BadForm(
            "El archivo {file} no se pudo abrir en un proceso aparte.", file=file or "PDF"
        ) from error
    try:
        value, answer = _unpack(done.stdout)
    except (ValueError, UnicodeDecodeError) as error:
        raise BadForm("El archivo {file} está dañado y no se puede abrir.", file=file or "PDF") from error
    if isinstance(value, dict) and "error" in value:
        told = value["error"]
        fields = {str(key): part for key, part in told.get("fields", {}).items()}
        raise BadForm(str(told.get("template", "")), **fields)
    return Answer(value.get("value") if isinstance(value, dict) else None, answer)


def inspect_foreign(data: bytes, *, file: str = "", limits: Limits = USUAL) -> Inspection:
    """`inspecting.inspect` in a child. Raises BadForm."""
    from konbit.papers.pdf.inspecting import InspectedField, Inspection

    told = run_jailed("inspect", data, file=file, limits=limits).value
    rows = []
    for row in told["fields"]:
        tuples = {key: tuple(row[key]) for key in ("rect", "states", "choices", "labels")}
        rows.append(InspectedField(**{**row, **tuples}))
    return Inspection(**{**told, "fields": tuple(rows), "active_kinds": tuple(told["active_kinds"])})


def compile_foreign(
    data: bytes, *, file: str = "", tight: bool = False, limits: Limits = USUAL
) -> CompiledForm:
    """Compile bytes that a child has already compiled, mended and decrypted without coming to harm. Raises BadForm."""
    from konbit.papers.pdf.compiled import compile_form

    answer = run_jailed("compile", data, file=file, limits=limits)
    form = compile_form(answer.data, file=file, tight=tight)
    form.encrypted = bool(answer.value["encrypted"])
    return form


def page_png_foreign(
    data: bytes, page: int, scale: float, *, file: str = "", limits: Limits = USUAL
) -> bytes:
    """`render.page_png` in a child. Raises BadForm."""
    return run_jailed("page_png", data, {"page": page, "scale": scale}, file=file, limits=limits).data


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, ARGUMENT]
    return [sys.executable, "-m", "konbit.papers.pdf.jail"]


def _environment() -> dict[str, str]:
    """The parent's, with the folder this program runs from first on the path (a checkout is not installed)."""
    import konbit

    here = str(Path(konbit.__file__).resolve().parents[1])
    inherited = os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (here, inherited)))}


def _pack(head: Any, data: bytes) -> bytes:
    line = json.dumps(head, ensure_ascii=True).encode()
    return _MARK + b"%d\n" % len(line) + line + data


def _unpack(packed: bytes) -> tuple[Any, bytes]:
    if not packed.startswith(_MARK) or len(packed) > _MOST_ANSWER:
        raise ValueError("no answer")
    end = packed.index(b"\n", len(_MARK))
    length = int(packed[len(_MARK) : end])
    return json.loads(packed[end + 1 : end + 1 + length]), packed[end + 1 + length :]


# -- in the child ---------------------------------------------------------------------------------------------


def _inspect(data: bytes, arguments: Mapping[str, Any]) -> Answer:
    from dataclasses import asdict

    from konbit.papers.pdf.inspecting import inspect

    return Answer(asdict(inspect(data, file=arguments["file"])), b"")


def _compile(data: bytes, arguments: Mapping[str, Any]) -> Answer:
    from konbit.papers.pdf.compiled import compile_form

    form = compile_form(data, file=arguments["file"])
    return Answer({"encrypted": form.encrypted}, form.base)


def _page_png(data: bytes, arguments: Mapping[str, Any]) -> Answer:
    from konbit.papers.pdf.render import page_png

    return Answer(None, page_png(data, int(arguments["page"]), float(arguments["scale"])))


_JOBS: Mapping[str, Callable[[bytes, Mapping[str, Any]], Answer]] = {
    "inspect": _inspect,
    "compile": _compile,
    "page_png": _page_png,
}


def serve() -> None:
    """The child's whole life: one question on standard input, one answer on standard output."""
    with os.fdopen(os.dup(1), "wb") as out, Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), 1)  # native libraries may print
        out.write(_answer(sys.stdin.buffer))


def _answer(source: BinaryIO) -> bytes:
    question, data = _unpack(source.read())
    file = str(question["arguments"].get("file") or "PDF")
    try:
        _limit(int(question["memory"]), int(question["cpu"]))
        answer = _JOBS[question["function"]](data, question["arguments"])
        return _pack({"value": answer.value}, answer.data)
    except KonbitError as error:
        fields = {
            key: part if isinstance(part, int | float) else str(part) for key, part in error.fields.items()
        }
        return _pack({"error": {"template": error.template, "fields": fields}}, b"")
    except MemoryError:
        told = {
            "template": "El archivo {file} pide demasiada memoria y se dejó de lado.",
            "fields": {"file": file},
        }
        return _pack({"error": told}, b"")


def _limit(memory: int, cpu: int) -> None:
    """POSIX only; elsewhere the parent's clock is the limit."""
    try:
        import resource
    except ImportError:
        return
    for kind, amount in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, cpu), (resource.RLIMIT_CORE, 0)):
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (amount, amount))


if __name__ == "__main__":
    serve()
