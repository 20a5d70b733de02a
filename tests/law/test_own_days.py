"""The clinic's own holidays: read strictly, written back whole, counted with their reason."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konbit.errors import BadDays
from konbit.law.own_days import OwnDay, load_own_days, with_own_days, write_own_days
from konbit.law.pack import Pack
from konbit.reasoning.calendar import Calendar

DAY = '[[dia]]\nfecha = 2026-12-09\nmotivo = "Feriado comunal"\n'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "dias_propios.toml"


def read(file: Path, text: str, pack: Pack) -> tuple[OwnDay, ...]:
    file.write_text(text, encoding="utf-8")
    return load_own_days(file, pack.places)


def test_without_a_file_there_are_none(file: Path, pack: Pack) -> None:
    assert load_own_days(file, pack.places) == ()


def test_places_by_name_or_code(file: Path, pack: Pack) -> None:
    texts = (
        DAY, DAY + 'comuna = "iquique"\n', DAY + 'region = "Tarapaca"\n', DAY + 'region = "Región de Tarapacá"\n',
        DAY + 'region = "La Araucanía"\n', DAY + 'region = "09"\n',
    )  # fmt: skip
    assert [read(file, text, pack)[0].territory for text in texts] == ["", "01101", "01", "01", "09", "09"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[dia", "dias_propios.toml: no es TOML válido"),
        ("dias = []", "dias_propios.toml: dias: no se conoce esta clave. ¿Quiso decir \"dia\"?"),
        ("dia = 3", "dias_propios.toml: dia: debe ser una lista de tablas [[dia]]"),
        ('[[dia]]\nfecha = "9 de diciembre"\nmotivo = "x"', "dias_propios.toml: dia.1.fecha: debe ser una fecha, como 2026-12-09"),
        ("[[dia]]\nfecha = 2026-12-09T10:00:00\nmotivo = \"x\"", "dias_propios.toml: dia.1.fecha: debe ser una fecha, como 2026-12-09"),
        ("[[dia]]\nfecha = 2026-12-09", "dias_propios.toml: dia.1.motivo: falta el motivo del feriado"),
        ("[[dia]]\nfecha = 2026-12-09\nmotivo = \" \"", "dias_propios.toml: dia.1.motivo: falta el motivo del feriado"),
        (DAY + "lugar = \"Iquique\"", "dias_propios.toml: dia.1.lugar: no se conoce esta clave."),
        (DAY + 'comuna = "Iqique"', 'dias_propios.toml: dia.1.comuna: no se conoce la comuna "Iqique". ¿Quiso decir "Iquique"?'),
        (DAY + 'region = "Tarapaká"', 'dias_propios.toml: dia.1.region: no se conoce la región "Tarapaká".'),
        (DAY + 'region = "01"\ncomuna = "Iquique"', "dias_propios.toml: dia.1.comuna: lleva región o comuna, no las dos"),
        (DAY + DAY, "dias_propios.toml: dia.2.fecha: ese día ya está anotado para ese lugar: 2026-12-09"),
        (DAY.replace("2026", "1026"), "dias_propios.toml: dia.1.fecha: no puede ser del año 1026"),
        (DAY.replace("comunal", "x" * 130), "dias_propios.toml: dia.1.motivo: el texto tiene 138 letras y caben 120"),
    ],
)  # fmt: skip
def test_a_slip_is_one_sentence_with_file_and_key(file: Path, pack: Pack, text: str, says: str) -> None:
    with pytest.raises(BadDays) as caught:
        read(file, text, pack)
    assert str(caught.value).startswith(says)


days = st.builds(
    OwnDay,
    st.dates(date(2000, 1, 1), date(2100, 12, 31)),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60).map(str.strip).filter(bool),
    st.sampled_from(["", "01", "13", "01101", "16101"]),
)


@given(st.lists(days, max_size=6, unique_by=lambda one: (one.day, one.territory)))
def test_what_is_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, pack: Pack, made: list[OwnDay]
) -> None:
    path = tmp_path_factory.mktemp("dias") / "dias_propios.toml"
    path.write_text(write_own_days(made, pack.places), encoding="utf-8")
    assert load_own_days(path, pack.places) == tuple(sorted(made))


def test_a_day_counts_in_its_place_only_and_says_why(pack: Pack) -> None:
    made = with_own_days(pack, [OwnDay(date(2026, 12, 9), "Feriado comunal", "01101")])
    calendar = Calendar(made.holidays)
    found = calendar.holiday(date(2026, 12, 9), "01101")
    assert found is not None and found.name == "Feriado comunal"
    assert calendar.holiday(date(2026, 12, 9), "01107") is None
    assert calendar.holiday(date(2026, 12, 9)) is None


def test_days_replace_those_there_were(pack: Pack) -> None:
    one = with_own_days(pack, [OwnDay(date(2026, 12, 9), "Uno")])
    assert with_own_days(one, []).holidays == pack.holidays
    two = with_own_days(one, [OwnDay(date(2026, 12, 10), "Dos")])
    assert Calendar(two.holidays).holiday(date(2026, 12, 9)) is None
