"""What the interview says when something stands in the way: short, and in the question's own words."""

from __future__ import annotations

from konbit.window.parts.lettering import Say
from konbit.window.tongue import Said, Words


def of_question(label: Say, problem: Say) -> Say:
    """«Fecha de la carta: el 31 de junio no existe»."""
    return lambda words: words("ui.errors.of", "{label}: {fault}", label=label(words), fault=problem(words))


def unanswered(words: Words) -> Said:
    """Nothing was answered, and a way of not knowing would do."""
    return words("ui.ask.open", "responda, o marque cómo no se sabe.")


def needed(words: Words) -> Said:
    """Nothing was answered, and not knowing is no answer to this."""
    return words("ui.ask.needed", "hace falta una respuesta.")


def kept_blank(words: Words) -> Said:
    """A box was emptied: that deletes nothing."""
    return words(
        "ui.ask.blank",
        "La respuesta de antes sigue guardada. Para quitarla, marque «No sabe» o escriba otra.",
    )


def rest_open(words: Words) -> Said:
    """Nothing was said of what is not marked."""
    return words("ui.none.open", "Diga también de lo no marcado: «Ninguno de estos», o cómo no se sabe.")


def list_open(words: Words) -> Said:
    """Nothing was said of a list."""
    return words("ui.list.open", "Diga «No hay» o «No hay más», o marque cómo no se sabe.")
