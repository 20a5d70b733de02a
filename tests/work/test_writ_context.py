"""What a writ is told in each tongue."""

from __future__ import annotations

import io
import tomllib
from datetime import date
from pathlib import Path

from pypdf import PdfReader

from konbit.law.pack import Pack
from konbit.work.cases import read_case
from konbit.work.office import office_of
from konbit.work.write import make_writ

EXAMPLE = Path(__file__).resolve().parents[2] / "forms" / "ejemplos" / "padre_27_meses.toml"


def test_countries_have_their_creole_name_in_the_creole_copy(pack: Pack) -> None:
    office = office_of(pack)
    case = read_case(office, tomllib.loads(EXAMPLE.read_text(encoding="utf-8")), "caso.json")
    data = make_writ(office, "proteccion", case, date(2026, 11, 23), "ht").data
    text = " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(data)).pages)
    assert "Peyi nasyonalite mwen: Ayiti." in text
