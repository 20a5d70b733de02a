"""A Jinja environment that a hostile template cannot leave, exhaust or fool.

Only the constructions listed in `_ALLOWED` compile: no arithmetic, no string building, no recursion of loops. Loops,
calls and printed characters have a budget for each rendering. Attributes exist on rows of facts and on `loop` only.
Names that nobody defined are faults wherever they are read, also in a test.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from types import CodeType
from typing import NoReturn

from jinja2 import (
    BaseLoader,
    BytecodeCache,
    Environment,
    StrictUndefined,
    TemplateNotFound,
    nodes,
    pass_context,
)
from jinja2.bccache import Bucket
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from konbit.papers.writ.literal import PLACE_CLOSE, PLACE_OPEN
from konbit.papers.writ.unknown import Row, Unknown
from konbit.papers.writ.vocabulary import Choice, VocabularyError

_NAME = re.compile(r"[A-Za-z0-9_]+(?:/[A-Za-z0-9_]+)*(?:\.[A-Za-z0-9_]+)*")

_ALONE = re.compile(r"[ \t]*(?:(?:\{%(?:(?!%\}).)*%\}|\{#(?:(?!#\}).)*#\})[ \t]*)+")
_TAG_END = re.compile(r"(-?[%#]\})[ \t]*$")

_ALLOWED = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.If, nodes.For, nodes.Macro, nodes.Assign),
    *(nodes.Include, nodes.FromImport, nodes.Name, nodes.Const, nodes.Tuple, nodes.List, nodes.Keyword),
    *(nodes.Getattr, nodes.Getitem, nodes.Call, nodes.Filter, nodes.Test, nodes.Compare, nodes.Operand),
    *(nodes.And, nodes.Or, nodes.Not, nodes.CondExpr),
)


@dataclass(frozen=True, slots=True)
class Limits:
    """The budget of one rendering; `file` is in bytes and for each template."""

    characters: int = 2_000_000
    file: int = 500_000
    loops: int = 5_000
    calls: int = 5_000


class OverspentError(Exception):
    """A template that prints, loops or calls beyond its budget; `template` has `{limit}`."""

    def __init__(self, template: str, limit: int) -> None:
        self.template, self.limit = template, limit
        super().__init__(template)


class ForbiddenError(Exception):
    """A construction that templates do not have."""

    def __init__(self, file: str, line: int, what: str) -> None:
        self.file, self.line, self.what = file, line, what
        super().__init__(what)


class UnknownNameError(Exception):
    """A name that neither the facts nor the vocabulary have."""

    def __init__(self, name: str, hint: str) -> None:
        self.name, self.hint = name, hint
        super().__init__(name)


class Strict(StrictUndefined):
    """Undefined in Jinja's sense: an `UnknownNameError` as soon as anything touches it."""

    __slots__ = ()

    def _fail_with_undefined_error(self, *_: object, **__: object) -> NoReturn:
        raise UnknownNameError(str(self._undefined_name or ""), self._undefined_hint or "")

    __iter__ = __str__ = __len__ = __eq__ = __ne__ = __bool__ = __hash__ = __contains__ = (
        _fail_with_undefined_error
    )
    __call__ = __getitem__ = __lt__ = __le__ = __gt__ = __ge__ = _fail_with_undefined_error


class Folders(BaseLoader):
    """Templates by their name below the folders of a pack; an earlier folder wins."""

    def __init__(self, folders: Iterable[Path], limits: Limits) -> None:
        self._folders = tuple(folders)
        self._limits = limits

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002
        """Text and name of a template; the name, never a path of this machine, is what errors show."""
        if not _NAME.fullmatch(template):
            raise TemplateNotFound(template)
        for folder in self._folders:
            path = folder / template
            if path.is_file():
                if path.stat().st_size > self._limits.file:
                    raise OverspentError("más de {limit} bytes en un archivo", self._limits.file)
                return _swallow_lone_tags(path.read_text(encoding="utf-8")), template, lambda: True
        raise TemplateNotFound(template)

    def list_templates(self) -> list[str]:
        """Every template there is, for the near miss."""
        return sorted(
            {path.relative_to(folder).as_posix() for folder in self._folders for path in folder.rglob("*.j2")}
        )


class Compiled(BytecodeCache):
    """Compiled templates kept between renderings; they hold no fact."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002
        """The template's own name: readable, and unique below one loader."""
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fills the bucket when the same text was compiled before."""
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps what was compiled."""
        if bucket.code:
            self._codes[bucket.key, bucket.checksum] = bucket.code

    def get_source_checksum(self, source: str) -> str:
        """SHA-256 of the text."""
        return sha256(source.encode()).hexdigest()


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment of one rendering."""

    def __init__(
        self,
        loader: Folders,
        compiled: Compiled,
        limits: Limits,
        names: Mapping[str, object],
        filters: Mapping[str, Callable[..., object]],
        tests: Mapping[str, Callable[..., bool]],
    ) -> None:
        super().__init__(
            loader=loader,
            bytecode_cache=compiled,
            undefined=Strict,
            autoescape=False,
            optimized=False,  # or a filter with constant words would run once, at compile time, and cite nothing
            finalize=self._printer(),
        )
        self._limits = limits
        self._characters = self._loops = self._calls = 0
        self.globals = dict(names)
        self.filters = {name: self._weighed(each) for name, each in filters.items()} | {
            "_vueltas": self._turns
        }
        self.tests = {name: _on_defined(test) for name, test in tests.items()}

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        _check(source, name or "")
        _mark_places(source, name or "")
        return super()._generate(source, name, filename, defer_init)

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:  # noqa: ARG002
        """Only `loop` has attributes; the names of a row are looked up as its items."""
        return isinstance(obj, LoopContext) and not attr.startswith("_")

    def wrap_str_format(self, value: object) -> None:
        """No `format` on strings: it would be an attribute."""

    def call(self, context: Context, obj: object, /, *args: object, **kwargs: object) -> object:
        """Every call passes here and is counted."""
        self._calls += 1
        if self._calls > self._limits.calls:
            raise OverspentError("más de {limit} llamadas", self._limits.calls)
        return super().call(context, obj, *args, **kwargs)

    def _turns(self, items: object) -> Iterator[object]:
        if isinstance(items, Row | Unknown) or not isinstance(items, Iterable) or isinstance(items, str):
            iter(items)  # pyright: ignore[reportArgumentType, reportCallIssue]  unknown, undefined: their own fault
            raise VocabularyError("«for» recorre una lista, y esto no lo es")
        for item in items:
            self._loops += 1
            if self._loops > self._limits.loops:
                raise OverspentError("más de {limit} vueltas", self._limits.loops)
            yield item

    def _printer(self) -> Callable[[Context, object], str]:
        @pass_context
        def printed(_: Context, value: object) -> str:
            if isinstance(value, Unknown | Strict):
                return str(value)
            if isinstance(value, Choice):
                raise VocabularyError("«{id}» es una opción: use el filtro «elige»", id=str(value))
            if isinstance(value, bool) or not isinstance(value, str | int):
                kind = type(value).__name__
                raise VocabularyError("no sé escribir un valor de tipo {kind}: use un filtro", kind=kind)
            text = str(value)
            self._spend(text)
            return text

        return printed

    def _weighed(self, filter_: Callable[..., object]) -> Callable[..., object]:
        """What filters make counts too: lists of lists could else grow unprinted."""

        def weighed(value: object, *more: object, **named: object) -> object:
            made = filter_(value, *more, **named)
            if isinstance(made, str):
                self._spend(made)
            return made

        return weighed

    def _spend(self, text: str) -> None:
        self._characters += len(text)
        if self._characters > self._limits.characters:
            raise OverspentError("más de {limit} caracteres", self._limits.characters)


def _swallow_lone_tags(text: str) -> str:
    """A line of nothing but `{% … %}` leaves no line behind: its newline moves into the tag, so that lines still count.

    A tag at the end of a line of text keeps its newline (Jinja's own `trim_blocks` would glue two words together).
    """
    lines = text.split("\n")
    joined: list[str] = []
    for line in lines[:-1]:
        joined.append(_TAG_END.sub(r"\n\1", line.lstrip(" \t")) if _ALONE.fullmatch(line) else f"{line}\n")
    return "".join([*joined, lines[-1]])


def _on_defined(test: Callable[..., bool]) -> Callable[..., bool]:
    def careful(value: object, *more: object) -> bool:
        for each in (value, *more):
            if isinstance(each, Strict):
                str(each)
        return test(value, *more)

    return careful


def _check(tree: nodes.Template, file: str) -> None:
    line = 1

    def visit(node: nodes.Node) -> None:
        nonlocal line
        line = getattr(node, "lineno", None) or line
        wrong = not isinstance(node, _ALLOWED)
        wrong = wrong or (isinstance(node, nodes.For) and node.recursive)
        wrong = wrong or (
            isinstance(node, nodes.Call | nodes.Filter) and bool(node.dyn_args or node.dyn_kwargs)
        )
        wrong = wrong or (isinstance(node, nodes.Include) and not isinstance(node.template, nodes.Const))
        if wrong:
            raise ForbiddenError(file, line, type(node).__name__.lower())
        for child in node.iter_child_nodes():
            visit(child)
        if isinstance(node, nodes.For):
            node.iter = nodes.Filter(node.iter, "_vueltas", [], [], None, None, lineno=node.lineno)

    visit(tree)


def _mark_places(tree: nodes.Template, file: str) -> None:
    """Puts the file and line before each line of a template's own text, so that the markup can tell where it fails."""
    for data in tree.find_all(nodes.TemplateData):
        lines = data.data.split("\n")
        data.data = "\n".join(
            f"{PLACE_OPEN}{file}:{data.lineno + n}{PLACE_CLOSE}{line}" if line.strip() else line
            for n, line in enumerate(lines)
        )
