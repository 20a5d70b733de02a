"""The copy without a slip is sound; with several, all of them are told."""

from __future__ import annotations

import pytest

from konbit.errors import BadPack

from .pack_copy import ROUTES, WRITS, PackCopy
from .slips import HECHOS, MENOR, RECLAMACION, REGLAS, TRAMITE, UNIDADES, menor


def test_the_copy_itself_is_sound(copy: PackCopy) -> None:
    pack = copy.load()
    assert set(pack.routes) == set(ROUTES)
    assert set(pack.writs) == set(WRITS)


def test_all_problems_come_at_once(copy: PackCopy) -> None:
    rules = copy.text(REGLAS).replace(MENOR, menor("es_menorr")).replace('"21325:173"', '"21325:1733"')
    units = copy.text(UNIDADES).replace('"lunes"', '"lune"', 1)
    writ = copy.text(RECLAMACION).replace('abogado = "exigido"', 'abogado = "exigida"')
    facts = copy.text(HECHOS).replace('bloque = "identidad"', 'bloque = "identidades"', 1)
    with (
        copy.with_file(REGLAS, rules.encode("utf-8")),
        copy.with_file(UNIDADES, units.encode("utf-8")),
        copy.with_file(RECLAMACION, writ.encode("utf-8")),
        copy.with_file(HECHOS, facts.encode("utf-8")),
        copy.with_file(TRAMITE, None),
        pytest.raises(BadPack) as caught,
    ):
        copy.load()
    found = [str(problem) for problem in caught.value.problems]
    assert [problem.rpartition(": ")[2].split(" ¿")[0] for problem in found] == [
        'no hay ningún bloque "identidades"',
        '"lune" no es un día de la semana',
        "falta este archivo",
        '"exigida" no se conoce aquí',
    ]
    assert str(caught.value) == (f"El paquete legal tiene 4 problema(s). El primero: {found[0]}")
