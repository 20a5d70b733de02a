"""A whole batch: a sheet in, papers and a sheet to mend out; stopped, it goes on; nothing is half-written."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from pypdf import PdfReader

from konbit.cli.running import run_command
from konbit.errors import BadBatch
from konbit.work.batch.plan import load_plan
from konbit.work.batch.running import BatchDone, run_batch
from konbit.work.batch.sheet import rows_of
from konbit.work.office import Office, open_office

DAY = date(2026, 11, 24)
PLAN = """
[plan]
nombre = "Definitivas"
[[papel]]
formulario = "F04"
[planilla]
codigo = "Nº"
[columnas]
"Nombres" = "nombres"
"Apellido" = "apellido_paterno"
"Sexo" = "sexo"
"Nació" = "fecha_nacimiento"
"""
TITLE = ["Nº", "Nombres", "Apellido", "Sexo", "Nació"]
GOOD = [["A/1", "Marie", "Pierre", "Mujer", "03-05-1990"], ["A 2", "Łucja", "Ñuñez", "hombre", ""]]
BAD = ["A 3", "Jean", "=1+1", "hombre", "31-06-1990"]


@pytest.fixture(scope="module")
def office() -> Office:
    return open_office()


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.toml"
    path.write_text(PLAN, encoding="utf-8")
    return path


def sheet(path: Path, rows: list[list[str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([TITLE, *rows])
    return path


def ended(steps: Any) -> BatchDone:
    last = list(steps)[-1]
    assert isinstance(last, BatchDone)
    return last


def values(path: Path) -> dict[str, Any]:
    return {name: field.get("/V") for name, field in (PdfReader(path).get_fields() or {}).items()}


def test_good_rows_become_papers_and_bad_ones_a_sheet_to_mend(
    office: Office, plan: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    done = ended(run_batch(office, plan, sheet(tmp_path / "f.csv", [*GOOD, BAD]), out, DAY, workers=1))
    assert (done.done, done.files, [row for row, _ in done.failed]) == (2, 2, [3])
    assert "«Nació»" in done.failed[0][1]
    assert "1990-06-31" in done.failed[0][1]
    assert sorted(path.name for path in out.glob("*.pdf")) == ["00001-A-1-F04.pdf", "00002-A-2-F04.pdf"]
    assert values(out / "00001-A-1-F04.pdf")["nombres"] == "Marie"
    assert values(out / "00002-A-2-F04.pdf")["nombres"] == "Łucja"
    assert values(out / "00002-A-2-F04.pdf").get("fecha_nacimiento") in (None, "")
    told = load_workbook(out / "informe.xlsx").worksheets[0]
    title, row = (list(one) for one in told.iter_rows(values_only=True))
    assert title == ["fila", "motivo", *TITLE]
    assert row[:2] == [3, done.failed[0][1]]
    assert row[2:] == BAD
    assert told["E2"].data_type == "s"  # what looks like a formula stays text


def test_the_mended_sheet_is_taken_back(office: Office, plan: Path, tmp_path: Path) -> None:
    ended(run_batch(office, plan, sheet(tmp_path / "f.csv", [BAD]), tmp_path / "out", DAY, workers=1))
    book = load_workbook(tmp_path / "out" / "informe.xlsx")
    book.worksheets[0]["G2"].value = "30-06-1990"
    book.save(tmp_path / "corregida.xlsx")
    done = ended(run_batch(office, plan, tmp_path / "corregida.xlsx", tmp_path / "dos", DAY, workers=1))
    assert (done.done, done.failed, done.report) == (1, (), "")


def test_a_formula_is_never_believed(office: Office, plan: Path, tmp_path: Path) -> None:
    book = Workbook()
    for row in (TITLE, ["A1", "=A1&A1", "Pierre", "mujer", ""]):
        book.worksheets[0].append(row)
    book.save(tmp_path / "f.xlsx")
    done = ended(run_batch(office, plan, tmp_path / "f.xlsx", tmp_path / "out", DAY, workers=1))
    assert done.failed == ((1, "columna «Nombres»: tiene una fórmula; péguela como valor"),)
    assert list((tmp_path / "out").glob("*.pdf")) == []


def test_stopped_it_goes_on_and_does_nothing_twice(office: Office, plan: Path, tmp_path: Path) -> None:
    cases = sheet(tmp_path / "f.csv", [[f"C{n}", "Marie", "Pierre", "mujer", ""] for n in range(150)])
    out, begun = tmp_path / "out", time.monotonic()
    first = ended(
        run_batch(
            office,
            plan,
            cases,
            out,
            DAY,
            workers=1,
            stopped=lambda: any(out.glob("*.pdf")) or time.monotonic() - begun > 60,
        )
    )
    assert first.stopped
    assert 0 < first.done < 150
    stamps = {path.name: path.stat().st_mtime_ns for path in out.glob("*.pdf")}
    with pytest.raises(BadBatch, match="--resume"):
        ended(run_batch(office, plan, cases, out, DAY, workers=1))
    second = ended(run_batch(office, plan, cases, out, DAY, workers=1, resume=True))
    assert (second.done, second.files, second.stopped) == (150, 150, False)
    assert all((out / name).stat().st_mtime_ns == stamp for name, stamp in stamps.items())


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_killed_it_goes_on_and_leaves_no_half_paper(plan: Path, tmp_path: Path, office: Office) -> None:
    cases = sheet(tmp_path / "f.csv", [[f"C{n}", "Marie", "Pierre", "mujer", ""] for n in range(60)])
    out = tmp_path / "out"
    words = [sys.executable, "-m", "konbit", "batch", str(plan), str(cases), "-o", str(out), "--workers", "1"]
    process = subprocess.Popen(
        words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    until = time.monotonic() + 90
    while not list(out.glob("*.pdf"))[3:] and time.monotonic() < until and process.poll() is None:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    done = ended(run_batch(office, plan, cases, out, DAY, workers=1, resume=True))
    assert (done.done, done.failed) == (60, ())
    found = sorted(out.glob("*.pdf"))
    assert len(found) == 60
    assert all(values(path)["nombres"] == "Marie" for path in found)


def test_a_foreign_form_by_its_own_field_names(office: Office, tmp_path: Path) -> None:
    source = office.pack.folders.forms / office.pack.forms["F04"].file
    (tmp_path / "otro.pdf").write_bytes(source.read_bytes())
    (tmp_path / "plan.toml").write_text('[plan]\nprueba = 100\n[[papel]]\npdf = "otro.pdf"\n')
    rows = [{"nombres": f"Ana {n}"} for n in range(3)] + [{"nombrez": "x"}]
    (tmp_path / "f.jsonl").write_text("\n".join(map(json.dumps, rows)) + "\n[1]\n")
    done = ended(
        run_batch(office, tmp_path / "plan.toml", tmp_path / "f.jsonl", tmp_path / "out", DAY, workers=1)
    )
    assert done.done == 3
    assert [row for row, _ in done.failed] == [4, 5]
    assert "«nombres»" in done.failed[0][1]
    assert values(tmp_path / "out" / "00002-otro.pdf")["nombres"] == "Ana 1"


def test_only_where_the_route_comes_out_so(office: Office, tmp_path: Path) -> None:
    (tmp_path / "plan.toml").write_text(
        '[[papel]]\nformulario = "F04"\nsi = { ruta = "rt_nna", resultado = ["elegible", "elegible_con_riesgo"] }\n'
    )
    cases = office.pack.folders.forms / "ejemplos"
    done = ended(run_batch(office, tmp_path / "plan.toml", cases, tmp_path / "out", DAY, workers=1))
    assert done.done == len(list(rows_of(load_plan(tmp_path / "plan.toml", office), cases)))
    assert 0 < done.files < done.done


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[plan]\n", 'falta "papel"'),
        ('[[papel]]\nformulario = "F40"\n', 'ningún formulario "F40"'),
        ('[[papel]]\nescrito = "protecion"\n', 'ningún escrito "protecion".*proteccion'),
        ('[[papel]]\nformulario = "F04"\nescrito = "proteccion"\n', "lleva uno de"),
        ('[[papel]]\npdf = "../x.pdf"\n', "no está el archivo"),
        ('[[papel]]\nformulario = "F04"\nlenguas = ["ht"]\n', "son de los escritos"),
        ('[[papel]]\nformulario = "F04"\nsi = { ruta = "rdd" }\n', 'ninguna ruta "rdd"'),
        ('[[papel]]\nformulario = "F04"\n[columnas]\nA = "nombrez"\n', 'ningún hecho "nombrez"'),
        ('[[papel]]\nformulario = "F04"\ncolor = "rojo"\n', 'clave desconocida "color"'),
        ("[[papel]\n", "no es TOML válido"),
    ],
)
def test_a_bad_plan_is_told_in_one_sentence(office: Office, tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "plan.toml").write_text(text)
    with pytest.raises(BadBatch, match=rf"(?s)plan\.toml.*{told}"):
        load_plan(tmp_path / "plan.toml", office)


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("f.csv", "Nº;Nombres\nA;Marie\n".encode(), "no tiene la columna «Apellido»"),
        ("f.csv", ";".join(TITLE).encode("latin-1") + b"\nA;Jos\xe9;;;\n", "UTF-8"),
        ("f.csv", (";".join(TITLE) + "\nA;B;C;D;E;F\n").encode(), "más celdas que el título"),
        ("f.xlsx", b"no es una planilla", "no se puede leer como planilla"),
        ("f.ods", b"", "carpeta o en .csv"),
    ],
)
def test_a_bad_sheet_is_told_and_nothing_is_written(
    plan: Path, tmp_path: Path, name: str, data: bytes, told: str, capsys
) -> None:
    (tmp_path / name).write_bytes(data)
    assert run_command(["batch", str(plan), str(tmp_path / name), "-o", str(tmp_path / "out")]) == 2
    assert told in capsys.readouterr().err
    assert not list((tmp_path / "out").glob("*.pdf"))
