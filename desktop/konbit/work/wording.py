"""The words for ids that both doors show: outcomes, states, units of waiting, ways of not knowing.

`say("id", "Spanish", **fields)` is the words of a window or of the command line.
"""

from __future__ import annotations

from typing import Protocol, TypeVar

Text = TypeVar("Text", bound=str, covariant=True)


class Say(Protocol[Text]):
    """Gives a text in the tongue that is spoken."""

    def __call__(self, context: str, spanish: str, /, **fields: object) -> Text: ...


def outcome_words(say: Say[Text], outcome: str) -> Text:
    """The short word for the outcome of a route or a writ."""
    match outcome:
        case "elegible":
            return say("resultado.elegible", "Se puede")
        case "elegible_con_riesgo":
            return say("resultado.elegible_con_riesgo", "Se puede, con riesgo")
        case "solicitable":
            return say("resultado.solicitable", "Se puede pedir; la autoridad decide")
        case "esperar":
            return say("resultado.esperar", "Hay que esperar")
        case "falta_informacion":
            return say("resultado.falta_informacion", "Falta información")
        case "no_elegible":
            return say("resultado.no_elegible", "No por ahora")
        case "no_aplica":
            return say("resultado.no_aplica", "No corresponde")
        case "cerrado":
            return say("resultado.cerrado", "Cerrado")
        case "procede":
            return say("resultado.procede", "Se puede presentar")
        case "procede_con_riesgo":
            return say("resultado.procede_con_riesgo", "Se puede presentar, con riesgo")
        case "extemporaneo":
            return say("resultado.extemporaneo", "El plazo ya venció")
        case _:
            return say("resultado.improcedente", "No corresponde presentarlo")


def state_words(say: Say[Text], value: bool | None) -> Text:
    """Whether a criterion is met."""
    if value is None:
        return say("estado.desconocido", "No se sabe")
    return say("estado.cumple", "Cumple") if value else say("estado.no_cumple", "No cumple")


def not_met_words(say: Say[Text], sentence: object) -> Text:
    """A criterion that is not met and has no sentence of its own for that. sentence: the criterion, in the tongue."""
    return say("estado.no_se_cumple", "No se cumple: {sentence}", sentence=sentence)


def term_state_words(say: Say[Text], state: str, days_left: int) -> Text:
    """How a deadline stands. days_left: calendar days from today to the last day."""
    if state == "vencido":
        return say("plazo.vencido", "Venció")
    if state == "hoy":
        return say("plazo.hoy", "Vence hoy")
    if days_left == 1:
        return say("plazo.manana", "Vence mañana")
    return say("plazo.quedan", "Quedan {n} días", n=days_left)


def unknown_words(say: Say[Text], reason: str) -> Text:
    """A way of not knowing."""
    match reason:
        case "no_sabe":
            return say("respuesta.no_sabe", "No sabe")
        case "reserva":
            return say("respuesta.reserva", "Prefiere no decir")
        case "espera_documento":
            return say("respuesta.espera_documento", "Espera documento")
        case _:
            return say("respuesta.no_preguntado", "No preguntado")


def source_words(say: Say[Text], source: str) -> Text:
    """Where an answer comes from."""
    match source:
        case "documento":
            return say("fuente.documento", "visto en un documento")
        case "importado":
            return say("fuente.importado", "importado")
        case "inferido":
            return say("fuente.inferido", "calculado")
        case _:
            return say("fuente.dicho", "dicho por la persona")


def day_reason_words(say: Say[Text], reason: str, holiday: str) -> Text:
    """Why a day of a count counts or not. holiday: its name, already in the tongue."""
    match reason:
        case "evento":
            return say("dia.evento", "ocurrió")
        case "aviso":
            return say("dia.aviso", "notificado")
        case "sabado":
            return say("dia.sabado", "sábado, no cuenta")
        case "domingo":
            return say("dia.domingo", "domingo, no cuenta")
        case "feriado":
            return say("dia.feriado", "feriado, no cuenta: {holiday}", holiday=holiday)
        case "feriado_que_cuenta":
            return say("dia.feriado_que_cuenta", "feriado, pero cuenta: {holiday}", holiday=holiday)
        case "vence":
            return say("dia.vence", "vence")
        case "vence_trasladado":
            return say("dia.vence_trasladado", "vence, trasladado a un día hábil")
        case _:
            return say("dia.cuenta", "cuenta")
