"""The pack's table of deadlines."""

from __future__ import annotations

from .terms import DEADLINES, UNITS


def test_every_deadline_names_units_of_the_pack_and_speaks_plainly() -> None:
    for deadline in DEADLINES.values():
        assert deadline.unit in UNITS
        assert deadline.other_unit is None or deadline.other_unit in UNITS
        assert deadline.amount > 0
        for text in (deadline.name, deadline.purpose, deadline.when_late, deadline.advice):
            assert text[0].isupper()
        assert deadline.purpose.endswith(".")
        assert len(deadline.purpose) <= 110, deadline.id


def test_only_terms_whose_unit_the_law_leaves_open_have_another() -> None:
    assert {ident for ident, one in DEADLINES.items() if one.other_unit} == {
        *(
            "descargos_91",
            "descargos_132",
            "recurso_frontera_131",
            "refugio_presentarse",
            "refugio_domicilio",
        ),
        *("cedula", "cedula_permiso_nuevo", "abandono_orden", "amparo_cplt", "apelacion_amparo"),
    }
