"""The verbs of the bundle: written whole or not at all, and listed by the writ with the same numbers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from konbit.errors import BadBundle, BadForm, CannotWrite
from konbit.papers.writ.blocks import Documents, plain
from konbit.work.bundle import AnnexList, annexes_of, write_bundle
from konbit.work.cases import open_case
from konbit.work.office import open_office
from konbit.work.write import make_writ

EXAMPLE = Path(__file__).resolve().parents[2] / "forms" / "ejemplos" / "padre_27_meses.toml"
DAY = date(2026, 11, 23)


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    for name in ("uno.png", "dos.png"):
        Image.new("L", (1000, 1300), 200).save(tmp_path / name)
    path = tmp_path / "legajo.toml"
    path.write_text(
        '[[documento]]\ntitulo = "Certificado de matrimonio"\narchivo = "uno.png"\n'
        '[[documento]]\ntitulo = "Contrato de arriendo."\n[[documento.parte]]\narchivo = "dos.png"\n'
        '[[documento.parte]]\narchivo = "uno.png"\n',
        encoding="utf-8",
    )
    return path


def test_the_contract_of_the_command_line(bundle: Path, tmp_path: Path) -> None:
    data = write_bundle(bundle, tmp_path / "salida.pdf").as_json()
    assert list(data) == ["file", "paginas", "bytes", "documentos", "avisos"]
    assert data["documentos"][1] == {"numero": 2, "titulo": "Contrato de arriendo.", "hojas": 2, "desde": 4}
    assert (data["paginas"], data["bytes"]) == (5, (tmp_path / "salida.pdf").stat().st_size)


def test_a_refusal_leaves_nothing_and_what_was_there_stays(bundle: Path, tmp_path: Path) -> None:
    out = tmp_path / "salida.pdf"
    out.write_bytes(b"antes")
    (tmp_path / "dos.png").write_bytes(b"nada")
    with pytest.raises(BadForm, match=r"dos\.png"):
        write_bundle(bundle, out)
    assert out.read_bytes() == b"antes"
    assert not list(tmp_path.glob(".konbit-*"))
    with pytest.raises(CannotWrite):
        write_bundle(bundle, tmp_path / "no" / "salida.pdf")


def test_a_document_is_never_written_over(bundle: Path, tmp_path: Path) -> None:
    (tmp_path / "uno.png").rename(tmp_path / "uno.pdf")
    bundle.write_text(bundle.read_text(encoding="utf-8").replace("uno.png", "uno.pdf"), encoding="utf-8")
    with pytest.raises(BadBundle, match=r"uno\.pdf"):
        write_bundle(bundle, tmp_path / "uno.pdf")


def test_the_writ_lists_the_bundle_in_its_order(bundle: Path) -> None:
    from konbit.case.known import known_values
    from konbit.reasoning.writ_verdicts import judge_writ
    from konbit.work.write import render_writ

    office = open_office()
    case = open_case(office, EXAMPLE, DAY)
    annexes = annexes_of(bundle)
    assert annexes == AnnexList(("Certificado de matrimonio", "Contrato de arriendo."), (1, 2))
    situation = office.engine.situation(known_values(case, office.pack.facts), DAY)
    verdict = judge_writ(office.engine, "proteccion", situation)
    writ = render_writ(
        office, office.pack.writs["proteccion"], verdict, situation, DAY, "es", annexes=annexes
    )
    (listed,) = [block for block in writ.blocks if isinstance(block, Documents)]
    assert [plain(runs) for runs in listed.items] == [
        "Certificado de matrimonio, en una hoja.",
        "Contrato de arriendo, en 2 hojas.",
    ]
    told = make_writ(office, "proteccion", case, DAY, annexes=annexes).verify
    assert not any("legajo" in one for one in told)
