"""Foreign PDFs are opened in a child process with a clock, a memory and a CPU limit.

A crash, a hang or any error of the child is one BadForm sentence; the program goes on. The child answers in JSON
and bytes, never in pickles: what it says is checked like any other foreign input.

The child is `python -m konbit.papers.pdf.jail`; in a frozen program it is the program itself with the one
argument `--jail`, which `konbit.__main__` must hand to `serve()` before anything else.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, cast

from konbit.errors import BadForm, KonbitError

if TYPE_CHECKING:
    from konbit.law.forms import DrawnBox
    from konbit.papers.pdf.compiled import CompiledForm
    from konbit.papers.pdf.inspecting import Inspection
    from konbit.papers.pdf.survey import Survey

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
    """Run one of `inspect`, `survey`, `compile`, `page_png` on foreign bytes in a child. Raises BadForm."""
    question = _question(function, data, arguments, file, limits)
    try:
        done = subprocess.run(
            _command(),
            input=question,
            capture_output=True,
            timeout=limits.seconds,
            env=_environment(),
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired as error:
        raise _too_long(file) from error
    except OSError as error:
        raise _no_child(file) from error
    try:
        value, answer = _unpack(done.stdout)
    except (ValueError, UnicodeDecodeError) as error:
        raise _broken(file) from error
    return _told(value, answer)


class Cell:
    """One child that opens many files, one after the other; another takes its place when it dies.

    For a bundle of two hundred photos, which must not start two hundred processes. Close it, or use it in a `with`.
    """

    def __init__(self, limits: Limits = USUAL) -> None:
        self._limits = limits
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Cell:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def ask(
        self, function: str, data: bytes, arguments: Mapping[str, Any] | None = None, *, file: str = ""
    ) -> Answer:
        """As `run_jailed`; the limits are of each question, the memory of the child. Raises BadForm."""
        question = _question(function, data, arguments, file, self._limits)
        try:
            child = self._child or self._started()
        except OSError as error:
            raise _no_child(file) from error
        assert child.stdin is not None and child.stdout is not None
        overdue = threading.Event()

        def end() -> None:
            overdue.set()
            child.kill()

        clock = threading.Timer(self._limits.seconds, end)
        clock.start()
        try:
            child.stdin.write(question)
            child.stdin.flush()
            value, answer = _read(child.stdout)
        except (OSError, ValueError) as error:
            self.close()
            raise (_too_long(file) if overdue.is_set() else _broken(file)) from error
        finally:
            clock.cancel()
        return _told(value, answer)

    def _started(self) -> subprocess.Popen[bytes]:
        self._child = subprocess.Popen(
            _command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        return self._child

    def close(self) -> None:
        """End the child."""
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        for stream in (child.stdin, child.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()
        child.wait()


def _question(
    function: str, data: bytes, arguments: Mapping[str, Any] | None, file: str, limits: Limits
) -> bytes:
    if function not in _JOBS:
        raise ValueError(f"the jail knows no {function!r}")
    question = {"function": function, "arguments": {**(arguments or {}), "file": file}}
    return _pack(question | {"memory": limits.memory, "cpu": limits.cpu_seconds}, data)


def _too_long(file: str) -> BadForm:
    return BadForm("El archivo {file} tarda demasiado en abrirse y se dejó de lado.", file=file or "PDF")


def _no_child(file: str) -> BadForm:
    return BadForm("El archivo {file} no se pudo abrir en un proceso aparte.", file=file or "PDF")


def _broken(file: str) -> BadForm:
    return BadForm("El archivo {file} está dañado y no se puede abrir.", file=file or "PDF")


def _told(value: Any, answer: bytes) -> Answer:
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


def survey_foreign(data: bytes, *, file: str = "", limits: Limits = USUAL) -> Survey:
    """`survey.survey` in a child. Raises BadForm."""
    from konbit.papers.pdf.survey import survey_of_json

    return survey_of_json(run_jailed("survey", data, file=file, limits=limits).value)


def compile_foreign(
    data: bytes,
    *,
    file: str = "",
    tight: bool = False,
    drawn: Collection[DrawnBox] = (),
    limits: Limits = USUAL,
) -> CompiledForm:
    """Compile bytes that a child has already compiled, mended and decrypted without coming to harm. Raises BadForm.

    drawn: the boxes to fill of a PDF that has no fields (`konbit.papers.pdf.drawn`).
    """
    from konbit.papers.pdf.compiled import compile_form

    answer = run_jailed("compile", data, file=file, limits=limits)
    if drawn:
        from konbit.papers.pdf.drawn import file_fingerprint, with_boxes

        form = compile_form(with_boxes(answer.data, drawn, file=file), file=file)
        form.fingerprint = file_fingerprint(data)
    else:
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
    return _MARK + b"%d %d\n" % (len(line), len(data)) + line + data


def _unpack(packed: bytes) -> tuple[Any, bytes]:
    return _read(io.BytesIO(packed))


def _read(source: IO[bytes]) -> tuple[Any, bytes]:
    """One question or answer. Raises ValueError where there is none, or not a whole one."""
    if source.read(len(_MARK)) != _MARK:
        raise ValueError("no answer")
    sizes = source.readline(40).split()
    head, size = (int(part) for part in sizes)
    if not 0 <= head <= _MOST_ANSWER or not 0 <= size <= _MOST_ANSWER:
        raise ValueError("no answer")
    line, data = source.read(head), source.read(size)
    if len(line) != head or len(data) != size:
        raise ValueError("no answer")
    return json.loads(line), data


# -- in the child ---------------------------------------------------------------------------------------------


def _inspect(data: bytes, arguments: Mapping[str, Any]) -> Answer:
    from dataclasses import asdict

    from konbit.papers.pdf.inspecting import inspect

    return Answer(asdict(inspect(data, file=arguments["file"])), b"")


def _survey(data: bytes, arguments: Mapping[str, Any]) -> Answer:
    from konbit.papers.pdf.survey import survey

    return Answer(survey(data, file=arguments["file"]).as_json(), b"")


def _compile(data: bytes, arguments: Mapping[str, Any]) -> Answer:
    from konbit.papers.pdf.compiled import compile_form

    form = compile_form(data, file=arguments["file"])
    return Answer({"encrypted": form.encrypted}, form.base)


def _page_png(data: bytes, arguments: Mapping[str, Any]) -> Answer:
    from konbit.papers.pdf.render import page_png

    return Answer(None, page_png(data, int(arguments["page"]), float(arguments["scale"])))


def _look(data: bytes, arguments: Mapping[str, Any]) -> Answer:
    from konbit.papers.bundle.foreign import look

    return Answer(look(data, arguments["file"]), b"")


def _sheets(data: bytes, arguments: Mapping[str, Any]) -> Answer:
    from konbit.papers.bundle.sheets import read_sheets

    return Answer(*read_sheets(data, arguments))


_JOBS: Mapping[str, Callable[[bytes, Mapping[str, Any]], Answer]] = {
    "inspect": _inspect,
    "survey": _survey,
    "compile": _compile,
    "page_png": _page_png,
    "look": _look,
    "sheets": _sheets,
}


def serve() -> None:
    """The child's whole life: questions on standard input, an answer to each on standard output."""
    source = cast(io.BufferedReader, sys.stdin.buffer)
    with os.fdopen(os.dup(1), "wb") as out, Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), 1)  # native libraries may print
        while source.peek(1):
            out.write(_answer(*_read(source)))
            out.flush()


def _answer(question: Any, data: bytes) -> bytes:
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
    used = resource.getrusage(resource.RUSAGE_SELF)
    spent = int(used.ru_utime + used.ru_stime) + cpu + 1  # counted over the child's whole life
    for kind, amount in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, spent),
        (resource.RLIMIT_CORE, 0),
    ):
        most = resource.getrlimit(kind)[1]
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (amount, most))


if __name__ == "__main__":
    serve()
