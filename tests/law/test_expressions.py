"""The language of criteria: what it means, and what it says of mistakes."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from konbit.law.expressions import ExpressionError, Scope, parse
from konbit.law.tree import (
    And,
    Arithmetic,
    Call,
    Choice,
    Compare,
    DatedValue,
    FactRef,
    Node,
    Not,
    NumberValue,
    OneOf,
    Or,
    TruthValue,
    facts_of,
)


@dataclass(frozen=True)
class Word:
    """The little that the parser asks of a fact."""

    kind: str
    choices: dict[str, str] = field(default_factory=dict)
    owner: str = "persona"


SCOPE = Scope(
    facts={
        "casado": Word("bool"),
        "orden": Word("bool"),
        "ingreso": Word("opcion", {"habilitado": "Sí", "no_habilitado": "No", "desconocido": "?"}),
        "salida_modo": Word("opcion", {"habilitado": "Sí"}),
        "victima": Word("opciones", {"trata": "Trata", "vif": "VIF"}),
        "meses": Word("entero"),
        "ausencias": Word("decimal"),
        "nacimiento": Word("fecha_parcial"),
        "hoy": Word("fecha"),
        "detencion": Word("fecha_hora"),
        "nacionalidad": Word("pais"),
        "comuna": Word("comuna"),
        "nombre": Word("texto"),
        "hijo": Word("lista"),
        "hijo_nacimiento": Word("fecha_parcial", owner="hijo"),
        "hijo_dias": Word("entero", owner="hijo"),
    },
    deadlines=("reposicion", "proteccion"),
    countries=("HTI", "VEN"),
    values={"utm": "number"},
)

CASADO, ORDEN, MESES = FactRef("casado"), FactRef("orden"), FactRef("meses")
HOY, NACIMIENTO = FactRef("hoy"), FactRef("nacimiento")


def bare(node: Node) -> Node:
    """The tree without its positions."""
    match node:
        case And(items=items):
            return And(tuple(bare(one) for one in items))
        case Or(items=items):
            return Or(tuple(bare(one) for one in items))
        case Not(item=item):
            return Not(bare(item))
        case Compare(op=op, left=left, right=right):
            return Compare(op, bare(left), bare(right))
        case Arithmetic(op=op, left=left, right=right):
            return Arithmetic(op, bare(left), bare(right))
        case OneOf(item=item, names=names, member=member):
            return OneOf(bare(item), names, member)
        case Call(name=name, args=args, subject=subject, named=named):
            return Call(
                name, tuple(bare(one) for one in args), subject, tuple((k, bare(v)) for k, v in named)
            )
        case FactRef(fact=fact):
            return FactRef(fact)
        case NumberValue(value=value):
            return NumberValue(value)
        case TruthValue(value=value):
            return TruthValue(value)
        case Choice(name=name):
            return Choice(name)
        case DatedValue(name=name):
            return DatedValue(name)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("casado", CASADO),
        ("not casado", Not(CASADO)),
        ("true", TruthValue(True)),
        ("False", TruthValue(False)),
        ("casado and orden", And((CASADO, ORDEN))),
        ("casado or orden and casado", Or((CASADO, And((ORDEN, CASADO))))),
        ("(casado or orden) and casado", And((Or((CASADO, ORDEN)), CASADO))),
        ("not casado or orden", Or((Not(CASADO), ORDEN))),
        ("ingreso == habilitado", Compare("==", FactRef("ingreso"), Choice("habilitado"))),
        ("ingreso != habilitado", Compare("!=", FactRef("ingreso"), Choice("habilitado"))),
        ("ingreso == salida_modo", Compare("==", FactRef("ingreso"), FactRef("salida_modo"))),
        (
            "ingreso in {habilitado, desconocido}",
            OneOf(FactRef("ingreso"), ("habilitado", "desconocido")),
        ),
        ("ingreso not in {habilitado}", Not(OneOf(FactRef("ingreso"), ("habilitado",)))),
        ("nacionalidad in {HTI}", OneOf(FactRef("nacionalidad"), ("HTI",))),
        ("trata in victima", OneOf(FactRef("victima"), ("trata",), True)),
        ("trata not in victima", Not(OneOf(FactRef("victima"), ("trata",), True))),
        ("meses >= 24", Compare(">=", MESES, NumberValue(24))),
        (
            "0 < meses <= 36",
            And((Compare("<", NumberValue(0), MESES), Compare("<=", MESES, NumberValue(36)))),
        ),
        ("meses > -1", Compare(">", MESES, NumberValue(-1))),
        ("meses == utm", Compare("==", MESES, DatedValue("utm"))),
        (
            "ausencias * 2 - 1 < meses / 30 + 0.5",
            Compare(
                "<",
                Arithmetic("-", Arithmetic("*", FactRef("ausencias"), NumberValue(2)), NumberValue(1)),
                Arithmetic("+", Arithmetic("/", MESES, NumberValue(30)), NumberValue(0.5)),
            ),
        ),
        ("hoy <= detencion", Compare("<=", HOY, FactRef("detencion"))),
        ("edad(nacimiento, hoy) < 18", Compare("<", Call("edad", (NACIMIENTO, HOY)), NumberValue(18))),
        (
            "hoy <= sumar(nacimiento, anios=5, dias=-1)",
            Compare(
                "<=",
                HOY,
                Call(
                    "sumar",
                    (NACIMIENTO,),
                    "",
                    (("anios", NumberValue(5)), ("dias", NumberValue(-1))),
                ),
            ),
        ),
        (
            "hoy > ultima(nacimiento, hoy, detencion)",
            Compare(">", HOY, Call("ultima", (NACIMIENTO, HOY, FactRef("detencion")))),
        ),
        ("hoy <= vence(reposicion)", Compare("<=", HOY, Call("vence", (), "reposicion"))),
        (
            "suma(hijo, hijo_dias) < 2",
            Compare("<", Call("suma", (FactRef("hijo_dias"),), "hijo"), NumberValue(2)),
        ),
        ("cuenta(hijo) > 0", Compare(">", Call("cuenta", (), "hijo"), NumberValue(0))),
        (
            "cuenta(hijo, edad(hijo_nacimiento, hoy) < 18) > 0",
            Compare(
                ">",
                Call(
                    "cuenta",
                    (Compare("<", Call("edad", (FactRef("hijo_nacimiento"), HOY)), NumberValue(18)),),
                    "hijo",
                ),
                NumberValue(0),
            ),
        ),
        ("cuenta(victima) > 1", Compare(">", Call("cuenta", (), "victima"), NumberValue(1))),
        ("casado\n   and\n orden", And((CASADO, ORDEN))),
    ],
)
def test_meaning(text: str, tree: Node) -> None:
    assert bare(parse(text, SCOPE)) == tree


@pytest.mark.parametrize(
    ("text", "wants", "message"),
    [
        ("casad", "bool", 'no hay ningún hecho "casad" ¿Quiso decir "casado"? (columna 1)'),
        ("orden and casad", "bool", 'no hay ningún hecho "casad" ¿Quiso decir "casado"? (columna 11)'),
        ("xyzzy", "bool", 'no hay ningún hecho "xyzzy" (columna 1)'),
        ("meses", "bool", "se espera un valor de tipo bool y este es de tipo number (columna 1)"),
        ("casado and meses", "bool", "se espera un valor de tipo bool y este es de tipo number (columna 12)"),
        ("casado", "date", "se espera un valor de tipo date y este es de tipo bool (columna 1)"),
        ("sumar(hoy, dias=1)", "bool", "se espera un valor de tipo bool y este es de tipo date (columna 1)"),
        ("not meses", "bool", "se espera un valor de tipo bool y este es de tipo number (columna 5)"),
        (
            "meses + casado > 1",
            "bool",
            "se espera un valor de tipo number y este es de tipo bool (columna 9)",
        ),
        (
            "ingreso == habilitada",
            "bool",
            '"habilitada" no es una opción de ingreso ¿Quiso decir "habilitado"? (columna 12)',
        ),
        (
            "ingreso in {habilitado, prohibido}",
            "bool",
            '"prohibido" no es una opción de ingreso (columna 25)',
        ),
        (
            "nacionalidad in {HTU}",
            "bool",
            '"HTU" no es una opción de nacionalidad ¿Quiso decir "HTI"? (columna 18)',
        ),
        ("vuf in victima", "bool", '"vuf" no es una opción de victima ¿Quiso decir "vif"? (columna 1)'),
        ("ingreso < habilitado", "bool", 'no hay ningún hecho "habilitado" (columna 11)'),
        ("ingreso > salida_modo", "bool", "las opciones no tienen orden (columna 1)"),
        ("habilitado == ingreso", "bool", 'no hay ningún hecho "habilitado" (columna 1)'),
        ("hoy > 5", "bool", "no se comparan date y number (columna 1)"),
        ("casado == orden", "bool", "no se comparan bool y bool (columna 1)"),
        ("nombre == nombre", "bool", "no se comparan text y text (columna 1)"),
        (
            "casado in {habilitado}",
            "bool",
            "a la izquierda de «in {…}» va un hecho de una opción (columna 1)",
        ),
        ("ingreso in {1}", "bool", "dentro de { } van nombres de opciones (columna 13)"),
        (
            "trata in ingreso",
            "bool",
            "a la derecha de «in» va { } o un hecho de varias opciones (columna 10)",
        ),
        ("ingreso is habilitado", "bool", "esta comparación no se admite (columna 1)"),
        (
            "edat(nacimiento, hoy) < 18",
            "bool",
            'no hay ninguna función "edat" ¿Quiso decir "edad"? (columna 1)',
        ),
        ("edad(nacimiento) < 18", "bool", "edad toma 2 valor(es) y aquí hay 1 (columna 1)"),
        ("edad(nacimiento, hoy, hoy) < 18", "bool", "edad toma 2 valor(es) y aquí hay 3 (columna 1)"),
        ("ultima() < hoy", "bool", "ultima toma 1 valor(es) y aquí hay 0 (columna 1)"),
        (
            "edad(casado, hoy) < 1",
            "bool",
            "se espera un valor de tipo date y este es de tipo bool (columna 6)",
        ),
        ("sumar(hoy, semanas=1) > hoy", "bool", 'sumar no tiene "semanas" (columna 20)'),
        ("sumar(hoy, mes=1) > hoy", "bool", 'sumar no tiene "mes" ¿Quiso decir "meses"? (columna 16)'),
        (
            "edad(nacimiento, hoy, dias=1) < 2",
            "bool",
            'edad no tiene "dias" (columna 28)',
        ),
        (
            "hoy <= vence(reposision)",
            "bool",
            'no hay ningún plazo "reposision" ¿Quiso decir "reposicion"? (columna 8)',
        ),
        ("hoy <= vence(1)", "bool", "aquí va un nombre (columna 14)"),
        ("suma(meses, meses) < 1", "bool", "meses no es una lista (columna 6)"),
        ("cuenta(victima, casado) < 1", "bool", "victima no es una lista (columna 8)"),
        ("cuenta(hujo) < 1", "bool", 'no hay ningún hecho "hujo" ¿Quiso decir "hijo"? (columna 8)'),
        (
            "suma(hijo, casado) < 1",
            "bool",
            "se espera un valor de tipo number y este es de tipo bool (columna 12)",
        ),
        ("conocido(casado)", "bool", "«conocido» no puede estar en un criterio (columna 1)"),
        ("'HTI' == nacionalidad", "bool", "esta forma no se admite: 'HTI' (columna 1)"),
        ("nombre.upper()", "bool", "esta forma no se admite: nombre.upper() (columna 1)"),
        ("hijo[0]", "bool", "esta forma no se admite: hijo[0] (columna 1)"),
        ("[x for x in hijo]", "bool", "esta forma no se admite: [x for x in hijo] (columna 1)"),
        ("lambda: casado", "bool", "esta forma no se admite: lambda: casado (columna 1)"),
        ("__import__('os')", "bool", 'no hay ninguna función "__import__" (columna 1)'),
        ("meses ** 2 > 1", "bool", "esta forma no se admite: meses ** 2 (columna 1)"),
        (
            "casado if orden else casado",
            "bool",
            "esta forma no se admite: casado if orden else casado (columna 1)",
        ),
    ],
)
def test_mistakes_name_the_column_and_the_near_miss(text: str, wants: str, message: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        parse(text, SCOPE, wants)
    assert str(caught.value) == message


def test_conocido_only_outside_criteria() -> None:
    loose = Scope(SCOPE.facts, allow_known=True)
    assert bare(parse("conocido(casado)", loose)) == Call("conocido", (), "casado")
    with pytest.raises(ExpressionError, match="no hay ningún hecho"):
        parse("conocido(casad)", loose)


@pytest.mark.parametrize(
    "text", ["casado and", "casado = orden", "", "casado orden", "(casado", "casado; orden"]
)
def test_what_python_cannot_parse_is_shown_whole(text: str) -> None:
    with pytest.raises(ExpressionError, match=r"no se entiende la expresión \(columna \d+\): ") as caught:
        parse(text, SCOPE)
    assert str(caught.value).endswith(f": {text}")


@pytest.mark.parametrize("text", ["casado\x00", "(" * 3000 + "casado" + ")" * 3000, "not " * 5000 + "casado"])
def test_hostile_text_is_an_error_like_any_other(text: str) -> None:
    with pytest.raises(ExpressionError, match="no se entiende"):
        parse(text, SCOPE)


def test_positions_are_columns() -> None:
    tree = parse("casado and edad(nacimiento, hoy) < 18", SCOPE)
    assert isinstance(tree, And)
    assert [item.pos for item in tree.items] == [0, 11]


def test_facts_of_an_expression() -> None:
    tree = parse(
        "casado and (ingreso in {habilitado} or hoy <= sumar(nacimiento, meses=meses))"
        " and cuenta(hijo, hijo_dias > 1) > 0 and hoy <= vence(reposicion)",
        SCOPE,
    )
    assert facts_of(tree) == {"casado", "ingreso", "hoy", "nacimiento", "meses", "hijo", "hijo_dias"}
