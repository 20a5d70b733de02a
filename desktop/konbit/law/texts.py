"""Every text of a pack that people read, with the id under which it is translated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from konbit.law.pack import Pack
from konbit.law.routes import Rules


@dataclass(frozen=True, slots=True)
class PackText:
    """A Spanish text, its id (legal ones begin `legal.`), and where it shows, for the translator."""

    id: str
    text: str
    where: str


def pack_texts(pack: Pack) -> Iterator[PackText]:
    """All texts of the pack that are shown or said, in the pack's order. Empty ones are left out."""
    for found in (
        *_facts(pack),
        *_rules(pack),
        *_routes(pack),
        *_terms(pack),
        *_writs(pack),
        *_contacts(pack),
        *_cards(pack),
    ):
        if found.text:
            yield found


def _facts(pack: Pack) -> Iterator[PackText]:
    for reason in pack.reasons.values():
        yield PackText(f"motivo.{reason.id}", reason.text, "por qué viene la persona")
    for block in pack.blocks.values():
        yield PackText(f"bloque.{block.id}.nombre", block.name, "tema de la entrevista")
        yield PackText(f"bloque.{block.id}.intro", block.intro, "se dice al empezar el tema")
    for shape in pack.documents.shapes:
        kinds = "_".join(shape.kinds)
        yield PackText(f"documento.{shape.country}.{kinds}", shape.text, "duda sobre un número de documento")
    for number in pack.documents.numbers:
        yield PackText(
            f"documento.{'_'.join(number.facts)}", number.text, "duda sobre un número que da Chile"
        )
    for fact in pack.facts.values():
        base = f"hecho.{fact.id}"
        yield PackText(f"{base}.etiqueta", fact.label, "nombre corto en listas, 45 letras")
        yield PackText(f"{base}.pregunta", fact.question, "pregunta de la entrevista")
        yield PackText(f"{base}.guion", fact.script, "lo que se dice en voz alta")
        yield PackText(f"{base}.ayuda", fact.help, "ayuda bajo la pregunta")
        yield PackText(f"{base}.por_que", fact.why, "por qué preguntamos")
        for choice, label in fact.choices.items():
            yield PackText(f"{base}.opcion.{choice}", label, "respuesta posible")


def _rules(pack: Pack) -> Iterator[PackText]:
    groups: list[tuple[str, Rules]] = [("comun", pack.shared)]
    groups += list(pack.own_rules.items())
    groups += [(f"escrito.{ident}", writ.rules) for ident, writ in pack.writs.items()]
    for owner, rules in groups:
        for ident, versions in rules.criteria.items():
            for number, one in enumerate(versions):
                base = f"legal.requisito.{owner}.{ident}" + (f".{number + 1}" if number else "")
                yield PackText(f"{base}.texto", one.text, "requisito, frase de abogado")
                yield PackText(f"{base}.no_cumple", one.unmet, "lo que se dice cuando no se cumple")
                yield PackText(f"{base}.falta", one.advice, "qué traer o hacer")
        for kind, group in (("riesgo", rules.risks), ("advertencia", rules.warnings)):
            for ident, cautions in group.items():
                for number, caution in enumerate(cautions):
                    base = f"legal.{kind}.{owner}.{ident}" + (f".{number + 1}" if number else "")
                    yield PackText(base, caution.text, "advertencia")
        for ident, milestones in rules.milestones.items():
            for number, milestone in enumerate(milestones):
                base = f"legal.hito.{owner}.{ident}" + (f".{number + 1}" if number else "")
                yield PackText(base, milestone.text, "fecha que hay que saber")


def _routes(pack: Pack) -> Iterator[PackText]:
    for route in pack.routes.values():
        base = f"ruta.{route.id}"
        yield PackText(f"{base}.nombre", route.name, "nombre de la ruta")
        yield PackText(f"{base}.en_simple", route.plain, "la ruta en palabras simples")
        yield PackText(f"{base}.donde", route.where, "dónde se presenta")
        yield PackText(f"{base}.arancel", route.fee if not route.fee.isdigit() else "", "cuánto cuesta")
        yield PackText(f"{base}.hasta", route.by_when, "hasta cuándo")
        for way in route.ways:
            yield PackText(f"{base}.via.{way.id}", way.text, "manera de cumplir")
        for paper in route.papers:
            yield PackText(f"{base}.papel.{paper.id}", paper.text, "qué llevar")


def _terms(pack: Pack) -> Iterator[PackText]:
    for unit in pack.units.values():
        yield PackText(f"legal.unidad.{unit.id}.nombre", unit.name, "unidad de plazo")
        yield PackText(f"legal.unidad.{unit.id}.explica", unit.explanation, "cómo se cuenta")
    for deadline in pack.deadlines.values():
        base = f"legal.plazo.{deadline.id}"
        yield PackText(f"{base}.nombre", deadline.name, "nombre del plazo")
        yield PackText(f"{base}.para", deadline.purpose, "para qué es el plazo")
        yield PackText(f"{base}.si_vencido", deadline.when_late, "qué mirar si venció")
        yield PackText(f"{base}.consejo", deadline.advice, "consejo")
    for ident, text in pack.filings.channels.items():
        yield PackText(f"presentacion.canal.{ident}", text, "por dónde se presentó")
    for ident, text in pack.filings.results.items():
        yield PackText(f"presentacion.resultado.{ident}", text, "cómo terminó lo presentado")
    for name in dict.fromkeys(rule.name for rule in pack.holidays.rules):
        ident = next(rule.id for rule in pack.holidays.rules if rule.name == name)
        yield PackText(f"feriado.{ident}", name, "feriado")


def _writs(pack: Pack) -> Iterator[PackText]:
    for writ in pack.writs.values():
        base = f"escrito.{writ.id}"
        yield PackText(f"{base}.nombre", writ.name, "nombre del escrito")
        yield PackText(f"{base}.en_simple", writ.plain, "el escrito en palabras simples")
        yield PackText(f"legal.{base}.efecto", writ.effect, "qué efecto tiene")
        for cause in writ.causes:
            yield PackText(f"legal.{base}.causa.{cause.id}", cause.text, "causa del escrito")
        for number, exclusion in enumerate(writ.excludes):
            yield PackText(f"legal.{base}.incompatible.{number + 1}", exclusion.text, "elija una sola vía")
    for form in pack.forms.values():
        yield PackText(f"formulario.{form.id}.nombre", form.name, "nombre del formulario")


def _contacts(pack: Pack) -> Iterator[PackText]:
    for one in pack.contacts.values():
        yield PackText(f"contacto.{one.id}.para", one.serves, "a quién llamar: para qué sirve")
        yield PackText(f"contacto.{one.id}.visto", one.seen, "cuándo se leyó una dirección o un teléfono")


def _cards(pack: Pack) -> Iterator[PackText]:
    for card in pack.cards.values():
        base = f"tarjeta.{card.id}"
        yield PackText(f"{base}.titulo", card.title, "tarjeta de derechos: título")
        yield PackText(f"{base}.para", card.when, "tarjeta de derechos: cuándo sirve")
        for number, line in enumerate(card.lines, 1):
            where = f"tarjeta de derechos: {line.kind.value}"
            yield PackText(f"legal.{base}.{number}", line.text, where)
