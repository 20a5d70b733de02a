"""From a pack's template and a case to a `Writ`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from types import MappingProxyType, TracebackType

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError, meta, nodes
from jinja2.exceptions import SecurityError, TemplateRuntimeError

from konbit.errors import BadTemplate
from konbit.law.near import did_you_mean
from konbit.papers.writ import markup
from konbit.papers.writ.blocks import Tongue, Writ
from konbit.papers.writ.context import WritContext
from konbit.papers.writ.sandbox import (
    Compiled,
    Folders,
    ForbiddenError,
    Limits,
    OverspentError,
    Sandbox,
    UnknownNameError,
)
from konbit.papers.writ.unknown import SilentUnknownError
from konbit.papers.writ.vocabulary import Vocabulary, VocabularyError

_COPY = MappingProxyType(
    {
        "es": {
            "blank": "[POR COMPLETAR: {label}]",
            "tribunal": "tribunal competente",
            "abogado_nombre": "abogada o abogado que patrocina",
        },
        "ht": {
            "blank": "[POU RANPLI: {label}]",
            "tribunal": "tribinal ki konpetan an",
            "abogado_nombre": "avoka ki pran ka a",
        },
    }
)
_IMPLIED = MappingProxyType({"genero": "sexo", "abogado": "abogado_nombre"})
_UNCLOSED = re.compile(r"The innermost block that needs to be closed is '(\w+)'")
_NOT_EXPORTED = re.compile(r"the template '([^']+)'.*does not export the requested name '?(\w+)'?")
_NO_SUCH = re.compile(r"No (filter|test) named '(\w+)'")
_UNKNOWN_TAG = re.compile(r"unknown tag '(\w+)'")


class Templates:
    """The templates of a pack, compiled once; safe to keep, for it holds no fact."""

    def __init__(self, folders: Path | Iterable[Path], limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._loader = Folders([folders] if isinstance(folders, Path) else folders, self._limits)
        self._compiled = Compiled()

    def render(self, writ: str, tongue: Tongue, context: WritContext) -> Writ:
        """Renders `<writ>/<tongue>.md.j2`.

        Raises BadTemplate, with file and line, for an unknown name (and the near miss), a missing macro or file, an
        unclosed block, an unknown used as a yes or no, markup that does not close, or a budget that is spent.
        """
        name = f"{writ}/{tongue}.md.j2"
        try:
            words = Vocabulary(context, tongue)
            known = words.globals()
        except VocabularyError as fault:
            raise _bad(fault.template, name, 0, **fault.fields) from fault
        sandbox = Sandbox(self._loader, self._compiled, self._limits, known, words.filters(), words.tests())
        with _Told(self._loader, sandbox, name):
            text = sandbox.get_template(name).render()
            title, blocks, blanks = markup.read(
                text, lambda id: words.asked.get(id) or _label(id, context, tongue), _COPY[tongue]
            )
        return Writ(writ, tongue, title, blocks, blanks, tuple(words.norms), tuple(words.verify.values()))

    def facts(self, writ: str, tongue: Tongue) -> frozenset[str]:
        """Every fact that the writ's template, its includes and its macros read, in any of their branches.

        The facts of items (`hijo_nombre`) are not among them, their lists (`hijo`) are.
        """
        words = Vocabulary(WritContext({}, {}, date.min), tongue)
        sandbox = Sandbox(self._loader, self._compiled, self._limits, {}, words.filters(), words.tests())
        found, own = set[str](), words.globals().keys()
        waiting, seen = [f"{writ}/{tongue}.md.j2"], set[str]()
        imported = set[str]()
        while waiting:
            name = waiting.pop()
            if name in seen:
                continue
            seen.add(name)
            with _Told(self._loader, sandbox, name):
                tree = sandbox.parse(self._loader.get_source(sandbox, name)[0], name, name)
                found |= meta.find_undeclared_variables(tree)
                for node in tree.find_all(nodes.FromImport):
                    imported |= {each if isinstance(each, str) else each[1] for each in node.names}
            waiting += [other for other in meta.find_referenced_templates(tree) if other]
        implied = {_IMPLIED[word] for word in found & _IMPLIED.keys()}
        return frozenset((found - own - imported) | implied)


def render(folders: Path | Iterable[Path], writ: str, tongue: Tongue, context: WritContext) -> Writ:
    """One writ, once; for many keep a `Templates`. Raises BadTemplate as `Templates.render` does."""
    return Templates(folders).render(writ, tongue, context)


def _label(id: str, context: WritContext, tongue: Tongue) -> str:
    return context.labels.get(id) or _COPY[tongue].get(id, id)


class _Told:
    """Turns whatever goes wrong inside a template into one sentence with file and line."""

    def __init__(self, loader: Folders, sandbox: Sandbox, name: str) -> None:
        self._loader, self._sandbox, self._name = loader, sandbox, name

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        if fault is None or isinstance(fault, BadTemplate):
            return
        told = self._told(fault, *_place(trace, self._name))
        if told:
            raise told from fault

    def _told(self, fault: BaseException, file: str, line: int) -> BadTemplate | None:
        match fault:
            case TemplateNotFound():
                missing = str(fault.name or "")
                near = did_you_mean(missing, self._loader.list_templates())
                return _bad(
                    "no existe la plantilla «{missing}».{near}", file, line, missing=missing, near=near
                )
            case TemplateSyntaxError():
                return self._syntax(fault)
            case ForbiddenError():
                return _bad("las plantillas no tienen «{what}»", fault.file, fault.line, what=fault.what)
            case UnknownNameError() if fault.hint:
                return self._hinted(fault.hint, file, line)
            case UnknownNameError():
                near = did_you_mean(fault.name, self._sandbox.globals)
                return _bad("no hay hecho ni palabra «{name}».{near}", file, line, name=fault.name, near=near)
            case SilentUnknownError():
                return _bad(
                    "lee «{fact}» como si siempre se supiera; pregunte antes «{fact} is sabido»",
                    file,
                    line,
                    fact=fault.fact,
                )
            case VocabularyError():
                return _bad(fault.template, file, line, **fault.fields)
            case markup.MarkupError():
                place = fault.place
                return _bad(fault.template, place.file or self._name, place.line, **fault.fields)
            case OverspentError():
                return _bad(
                    "la plantilla no termina o crece demasiado: " + fault.template,
                    file,
                    line,
                    limit=fault.limit,
                )
            case SecurityError() | RecursionError() | MemoryError() | SyntaxError():
                return _bad("la plantilla pide algo que no se permite", file, line)
            case (
                TemplateRuntimeError()
                | UndefinedError()
                | TypeError()
                | ValueError()
                | LookupError()
                | AttributeError()
            ):
                return self._hinted(str(fault), file, line)
            case UnicodeDecodeError() | OSError():
                return _bad("la plantilla no se puede leer", file, line)
            case _:
                return None

    def _syntax(self, fault: TemplateSyntaxError) -> BadTemplate:
        file, line, detail = fault.name or self._name, fault.lineno, fault.message or ""
        if found := _UNCLOSED.search(detail):
            return _bad("falta cerrar «{tag}»", file, line, tag=found[1])
        if found := _UNKNOWN_TAG.search(detail):
            return _bad("no hay instrucción «{tag}»", file, line, tag=found[1])
        return self._hinted(detail, file, line)

    def _hinted(self, detail: str, file: str, line: int) -> BadTemplate:
        if found := _NOT_EXPORTED.search(detail):
            return _bad(
                "la plantilla «{other}» no tiene la macro «{macro}»",
                file,
                line,
                other=found[1],
                macro=found[2],
            )
        if found := _NO_SUCH.search(detail):
            kind, name = found.groups()
            known = self._sandbox.filters if kind == "filter" else self._sandbox.tests
            word = "filtro" if kind == "filter" else "pregunta"
            return _bad(
                "no hay {word} «{name}».{near}",
                file,
                line,
                word=word,
                name=name,
                near=did_you_mean(name, known),
            )
        return _bad("no se entiende ({detail})", file, line, detail=detail)


def _place(trace: TracebackType | None, name: str) -> tuple[str, int]:
    """The innermost line of a template in a traceback; Jinja gives those frames the template's own name."""
    places = [(file, line) for file, line in _frames(trace) if file.endswith(".j2")]
    return places[-1] if places else (name, 0)


def _frames(trace: TracebackType | None) -> Iterator[tuple[str, int]]:
    while trace:
        yield trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next


def _bad(template: str, file: str, line: int, **fields: object) -> BadTemplate:
    return BadTemplate(
        "Plantilla {file}, línea {line}: " + template, file=file, key=str(line), line=line, **fields
    )
