"""Three questions as a pack would ask them."""

from __future__ import annotations

from konbit.window.parts.answer import Choice
from konbit.window.parts.lettering import line
from konbit.window.parts.question import Kind, Question

LETTER = Question(
    "carta",
    Kind.DATE,
    line("demo.letter", "¿Cuándo recibió la última carta o correo de SERMIG?"),
    hint=line("demo.letter.hint", "Si no recuerda el día, basta el mes y el año."),
    why=line("demo.letter.why", "Desde esa fecha se cuenta el plazo."),
    draft=True,
)
HOW = Question(
    "como",
    Kind.CHOICE,
    line("demo.how", "¿Cómo llegó esa carta?"),
    choices=(
        Choice("correo", line("demo.how.email", "Correo electrónico")),
        Choice("carta", line("demo.how.post", "Correo postal")),
    ),
    ways=("no_sabe",),
)
CROSSED = Question("paso", Kind.YES_NO, line("demo.crossing", "¿Entró a Chile por un paso habilitado?"))
