"""What a deadline is made of: how much time, in which unit, from which event, for whom.

The pack's `forms/comun/unidades.toml`, one table per unit:

    [habiles_adm]
    nombre = "días hábiles administrativos"      # for people
    explica = "…"                                # one sentence: which days count
    mide = "dias"                                # dias | horas | meses | anios
    cuentan = ["lunes", "martes", …]             # dias: weekdays that count
    cuentan_feriados = false                     # dias
    prorroga_inhabil = true                      # a last day on Saturday, Sunday or holiday moves on
    norma = ["ley:articulo"]

and `forms/comun/plazos.toml`, one table per deadline:

    [un_plazo]
    nombre = "…"  para = "…"                     # para: one plain sentence, what the time is for
    cantidad = 10  unidad = "corridos"
    unidad_alternativa = "habiles_adm"           # the other reading where the law does not say the unit
    cantidad_alternativa = 5                     # only where the other reading has another amount
    cantidad_de = "un_entero"                    # a fact that gives the amount; `cantidad` = the floor until it is known
    suma_si = [{ hecho = "un_si_o_no", cantidad = 10 }]
    menos_dias = 1                               # months and years: the last day is so many days before the counted one
    ampliable_en = 5                             # most that the authority may add if asked and granted in time
    prorroga_inhabil = true                      # months and years: the other reading moves an inhábil last day on
    desde = "dia_siguiente"                      # the only value: day 1 is the day after the event
    corre_para = "persona"                       # persona (default) | autoridad: whose time it is
    evento = [{ hecho = "…", medio = ["personal"], inicio = "mismo_dia", alternativo = "dia_tercero", norma = […] }]
    si = "expression"                            # false: the deadline does not concern this person
    norma = […]  confianza = "C"
    si_vencido = "…"  consejo = "…"

`evento` is in order of preference: where several facts are known the first listed acts, never two.
An event needs only `hecho`; `medio` absent = any, `inicio` absent = mismo_dia.
Required: nombre, para, cantidad, unidad, evento, norma, confianza, si_vencido, consejo. Of a unit: nombre, explica,
mide, norma, and where it measures days, cuentan and cuentan_feriados.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from konbit.law.tree import Node

Measure = Literal["dias", "horas", "meses", "anios"]
Start = Literal["mismo_dia", "dia_tercero", "envio", "correo_mismo_dia"]
Medium = Literal["personal", "correo", "carta"]


@dataclass(frozen=True, slots=True)
class DayUnit:
    """How time is measured.

    weekdays: weekdays that count (Monday = 0); holidays_count and weekdays speak only for days.
    moves_on: a last day on Saturday, Sunday or a holiday becomes the next day that is none of them.
    """

    id: str
    name: str
    explanation: str
    measure: Measure
    weekdays: frozenset[int] = frozenset(range(7))
    holidays_count: bool = True
    moves_on: bool = False
    norms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoticeEvent:
    """A fact from which a term may run.

    fact: id of a date fact. media: how the notice came; empty = any.
    start: how the day of notice (day 0) follows from the fact: that day (`mismo_dia`; `envio` and
    `correo_mismo_dia` say why), or the third day after it (`dia_tercero`).
    other: the later reading of the day of notice, if the law leaves one open.
    """

    fact: str
    media: tuple[Medium, ...] = ()
    start: Start = "mismo_dia"
    other: Literal["dia_tercero"] | None = None
    norms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Addition:
    """An amount added to the term, in its unit, while a yes/no fact is true."""

    fact: str
    amount: int


@dataclass(frozen=True, slots=True)
class Deadline:
    """One term of the law. Field by field as the TOML keys in the module's docstring.

    amount: whole number in `unit`. condition: None = concerns everybody.
    days_back: of months and years, last day that many days before the counted one (the eve of a birthday = 1).
    extensible_by: most that the authority may add, 0 = not on record.
    moves_on: for months and years, the later reading moves a last inhábil day on; the safe one never.
    """

    id: str
    name: str
    purpose: str
    amount: int
    unit: str
    events: tuple[NoticeEvent, ...]
    norms: tuple[str, ...]
    confidence: Literal["C", "S", "K", "U"]
    when_late: str
    advice: str
    other_unit: str | None = None
    other_amount: int | None = None
    amount_fact: str | None = None
    additions: tuple[Addition, ...] = ()
    days_back: int = 0
    extensible_by: int = 0
    moves_on: bool = False
    runs_for: Literal["persona", "autoridad"] = "persona"
    condition: Node | None = None
