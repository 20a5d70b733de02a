"""The sentences of the form workshop."""

from __future__ import annotations

from konbit.window.parts.lettering import Say
from konbit.window.tongue import Said, Words


def where(number: int, count: int, page: int, pages: int) -> Say:
    if not number:
        return lambda words: words("ui.papers.page", "Página {page} de {pages}", page=page, pages=pages)
    return lambda words: words(
        "ui.workshop.where",
        "Campo {number} de {count} · página {page} de {pages}",
        number=number,
        count=count,
        page=page,
        pages=pages,
    )


def takes(taken: Say, may_be_blank: bool) -> Say:
    def say(words: Words) -> Said:
        told = taken(words)
        first = words("ui.workshop.takes", "Lleva: {what}", what=str(told))
        second = words("ui.workshop.takes", "Lleva: {what}", what=told.beside or str(told))
        tail = words("ui.workshop.may_blank", " (puede quedar en blanco)") if may_be_blank else Said("")
        beside = second.beside + (tail.beside or str(tail)) if words.second else ""
        return Said(str(first) + str(tail), beside, words.first, words.second)

    return say


def sides() -> tuple[tuple[str, Say], ...]:
    return (
        ("fields", lambda words: words("ui.workshop.side_fields", "Campos")),
        ("page", lambda words: words("ui.workshop.side_page", "Ver la página")),
    )


def title(words: Words) -> Said:
    return words("ui.workshop.title", "Taller de formularios")


def back(words: Words) -> Said:
    return words("ui.own_days.back", "Volver")


def try_out(words: Words) -> Said:
    return words("ui.workshop.try", "Probar")


def keep(words: Words) -> Said:
    return words("ui.workshop.keep", "Guardar")


def choose(words: Words) -> Said:
    return words("ui.workshop.choose", "Elegir un PDF…")


def drop_title(words: Words) -> Said:
    return words("ui.workshop.drop", "Suelte aquí el PDF")


def drop_text(words: Words) -> Said:
    return words(
        "ui.workshop.drop_text", "Con campos para llenar o escaneado: en un escaneo las cajas se dibujan."
    )


def opening(words: Words) -> Said:
    return words("ui.workshop.opening", "Abriendo el PDF… Esc: dejarlo.")


def trying(words: Words) -> Said:
    return words("ui.workshop.trying", "Llenando y revisando… Esc: dejarlo.")


def keeping(words: Words) -> Said:
    return words("ui.workshop.keeping", "Guardando y leyendo de vuelta…")


def failed(words: Words) -> Said:
    return words("ui.papers.failed", "No se pudo terminar. Inténtelo de nuevo.")


def signed(words: Words) -> Said:
    return words("ui.workshop.signed", "Este PDF está firmado: al llenarlo, su firma deja de valer.")


def unsaved(words: Words) -> Said:
    return words(
        "ui.workshop.unsaved", "Lo unido todavía no está guardado. Ctrl+S lo guarda; Esc otra vez lo deja."
    )


def free(words: Words) -> Said:
    return words("ui.workshop.free", "Todavía no lleva nada.")


def none_drawn(words: Words) -> Said:
    return words("ui.workshop.no_box", "Aquí no hay ninguna caja. Dibuje una, o Ctrl+D.")


def nothing_proposed(words: Words) -> Said:
    return words("ui.workshop.no_offer", "Escriba una palabra del dato que va aquí.")


def nothing_found(words: Words) -> Said:
    return words("ui.workshop.not_found", "Ningún dato tiene esas palabras.")


def nothing_linked(words: Words) -> Said:
    return words("ui.workshop.nothing", "Todavía no se unió ningún campo con un dato.")


def not_right(words: Words) -> Said:
    return words("ui.workshop.not_right", "La prueba encontró problemas:")
