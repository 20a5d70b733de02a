"""What a field takes: text, a box's state, a choice. Wrong values are refused with the field and the near miss."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from konbit.errors import BadForm
from konbit.papers.pdf import fields as kinds
from konbit.papers.pdf import textstring
from konbit.papers.pdf.fields import Field

Given = str | bool | list[str]
OFF = b"Off"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to tell without refusing: a Spanish template with named fields. str() is the sentence."""

    template: str
    fields: Mapping[str, object]

    def __str__(self) -> str:
        return self.template.format_map(self.fields)


@dataclass(frozen=True, slots=True)
class Chosen:
    """Options chosen in a choice field. indices: positions in /Opt; empty for text typed into an editable one."""

    texts: tuple[str, ...]
    labels: tuple[str, ...]
    raws: tuple[bytes, ...]
    indices: tuple[int, ...]


def unknown_field(name: str, known: Iterable[str]) -> BadForm:
    """The error for a name that the form has not, with the likeliest one that it has."""
    return BadForm("El formulario no tiene el campo «{key}».{near}", key=name, near=_near(name, known))


def _near(given: str, known: Iterable[str]) -> str:
    known = list(known)
    found = get_close_matches(given, known, n=1, cutoff=0.5)
    if not found:  # the last part of a long XFA name is what people copy
        tails = {name.rsplit(".", 1)[-1].split("[", 1)[0].casefold(): name for name in known}
        tail = get_close_matches(
            given.rsplit(".", 1)[-1].split("[", 1)[0].casefold(), list(tails), n=1, cutoff=0.7
        )
        found = [tails[tail[0]]] if tail else []
    return f" ¿Quiso decir «{found[0]}»?" if found else ""


def as_text(field: Field, value: Given) -> str:
    """The text as it will be stored: NFC, one kind of line end, tabs as spaces. Raises BadForm."""
    if not isinstance(value, str):
        raise BadForm(
            "El campo «{key}» es de texto y se le dio {given}.", key=field.name, given=_shown(value)
        )
    text = unicodedata.normalize("NFC", value).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    if not field.flags & kinds.MULTILINE:
        text = text.rstrip("\n").replace("\n", " ")
    if field.max_length is not None and len(text) > field.max_length:
        raise BadForm(
            "El campo «{key}» admite {limit} caracteres y el texto tiene {length}: «{text}».",
            key=field.name,
            limit=field.max_length,
            length=len(text),
            text=_short(text),
        )
    return text


def joins_lines(field: Field, value: Given) -> bool:
    """Whether storing the text loses line breaks that it had."""
    return (
        isinstance(value, str)
        and not field.flags & kinds.MULTILINE
        and bool({"\n", "\r"} & set(value.rstrip()))
    )


def unprintable(field: Field, char: str) -> BadForm:
    """The error for a character that not even the shipped font has."""
    return BadForm(
        "El campo «{key}» tiene un carácter que no se puede imprimir: {char} (U+{code}, {name}).",
        key=field.name,
        char=char if char.isprintable() else "invisible",
        code=f"{ord(char):04X}",
        name=unicodedata.name(char, "sin nombre"),
    )


def as_state(field: Field, value: Given) -> bytes:
    """The state of a box or radio group, as the bytes of its name; `Off` for none. Raises BadForm."""
    states = field.states
    if value is False:
        return OFF
    if value is True and len(states) == 1:
        return states[0]
    if value is True and states:
        raise BadForm(
            "El campo «{key}» tiene varias opciones; diga cuál: {states}.",
            key=field.name,
            states=_listed(states),
        )
    if isinstance(value, str):
        for spelling in (value, value.removeprefix("/")):
            if spelling == "Off":
                return OFF
            for state in states:
                if spelling in (textstring.of_name(state), _escaped(state)):
                    return state
        labelled = _by_label(field, value)
        if labelled is not None:
            return labelled
        stripped = [
            state for state in states if textstring.of_name(state).strip() == value.removeprefix("/").strip()
        ]
        if len(stripped) == 1:
            return stripped[0]
    near = _near(value, map(textstring.of_name, states)) if isinstance(value, str) else ""
    raise BadForm(
        "El campo «{key}» no tiene el estado {given}; admite: {states}.{near}",
        key=field.name,
        given=_shown(value),
        states=_listed(states),
        near=near,
    )


def _by_label(field: Field, value: str) -> bytes | None:
    """The state of the one widget whose /Opt label is the value: labels stand in the order of the widgets."""
    found = {
        widget.states[0]
        for widget, label in zip(field.widgets, field.labels, strict=False)
        if label == value and widget.states
    }
    return found.pop() if len(found) == 1 else None


def as_choice(field: Field, value: Given) -> Chosen:
    """Options by export value or label; typed text where the field may be edited. Raises BadForm."""
    several = bool(field.flags & kinds.MULTI_SELECT) and not field.flags & kinds.COMBO
    wanted = value if isinstance(value, list) else [value]
    if not all(isinstance(item, str) for item in wanted):
        raise BadForm(
            "El campo «{key}» es de lista y se le dio {given}.", key=field.name, given=_shown(value)
        )
    if len(wanted) > 1 and not several:
        raise BadForm(
            "El campo «{key}» admite una sola opción y se le dieron {count}.",
            key=field.name,
            count=len(wanted),
        )
    texts, labels, raws, indices = [], [], [], []
    for item in (unicodedata.normalize("NFC", str(item)) for item in wanted):
        if item == "":
            continue
        index = _option(field, item)
        if index is not None:
            option = field.options[index]
            texts.append(option.export)
            labels.append(option.label)
            raws.append(option.raw)
            indices.append(index)
        elif field.flags & kinds.COMBO and field.flags & kinds.EDIT:
            texts.append(item)
            labels.append(item)
            raws.append(textstring.encode(item))
        else:
            known = [option.export for option in field.options] + [option.label for option in field.options]
            raise BadForm(
                "El campo «{key}» no tiene la opción {given}.{near}",
                key=field.name,
                given=_shown(item),
                near=_near(item, known),
            )
    return Chosen(tuple(texts), tuple(labels), tuple(raws), tuple(sorted(indices)))


def _option(field: Field, item: str) -> int | None:
    for spelling in (item, item.strip()):
        for index, option in enumerate(field.options):
            if unicodedata.normalize("NFC", option.export) == spelling:
                return index
        for index, option in enumerate(field.options):
            if unicodedata.normalize("NFC", option.label) == spelling:
                return index
    return None


def _escaped(state: bytes) -> str:
    from konbit.papers.pdf.syntax import write_name

    return write_name(state)[1:].decode("ascii")


def _listed(states: Iterable[bytes]) -> str:
    return ", ".join(f"«{textstring.of_name(state)}»" for state in states)


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"«{_short(str(value))}»"


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
