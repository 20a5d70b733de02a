"""The installed program as a process: the contract of the command line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "forms" / "ejemplos"


def konbit(*words: str | Path, **options: Any) -> subprocess.CompletedProcess[str]:
    """Runs `konbit WORDS` with a clean environment of its own."""
    return subprocess.run(
        [sys.executable, "-m", "konbit", *map(str, words)],
        capture_output=True, text=True, encoding="utf-8", check=False, timeout=120, **options,
    )  # fmt: skip


def answer(*words: str | Path) -> dict[str, Any]:
    """The one JSON object that a command prints with --json."""
    done = konbit(*words, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_check_gives_verdicts_terms_writs_and_court() -> None:
    data = answer("check", EXAMPLES / "padre_27_meses.toml", "--on", "2026-11-23")
    assert set(data) >= {"pack", "rutas", "plazos", "escritos", "conflictos", "corte"}
    assert data["corte"]["nombre"] == "Corte de Apelaciones de Santiago"
    writ = next(one for one in data["escritos"] if one["id"] == "proteccion")
    assert writ["resultado"] == "procede_con_riesgo"
    term = next(one for one in data["plazos"] if one["id"] == "proteccion_omision")
    assert (term["vence"], term["estado"]) == ("2026-12-10", "abierto")
    for route in data["rutas"].values():
        assert route["resultado"] == route["posibles"][0] or len(route["posibles"]) > 1
        assert {one["estado"] for one in route["requisitos"]} <= {"cumple", "no_cumple", "desconocido"}


def test_next_asks_danger_first_for_nobody_in_particular(tmp_path: Path) -> None:
    case = tmp_path / "nadie.json"
    case.write_text('{"hechos": {}}', encoding="utf-8")
    data = answer("next", case)
    assert data["pantalla"] == "peligro"
    assert data["hechos"] and data["quedan"] > 0


def test_next_for_a_writ_asks_what_it_prints(tmp_path: Path) -> None:
    case = tmp_path / "demora.json"
    case.write_text('{"hechos": {"acto_tipo": "demora"}}', encoding="utf-8")
    data = answer("next", case, "--for", "escrito:proteccion", "--on", "2026-11-23")
    assert data["pantalla"] in {"solicitud", "acto"}


@pytest.mark.parametrize(
    ("words", "due", "other"),
    [
        (("reposicion", "--from", "2026-10-08", "--medio", "correo"), "2026-10-19", "2026-10-21"),
        (("reclamacion_141", "--from", "2026-11-28", "--medio", "personal"), "2026-12-08", None),
        (("apelacion_amparo", "--from", "2026-11-23T15:30"), "2026-11-24T15:30", "2026-11-28"),
    ],
)
def test_deadline_counts_in_both_readings(words: tuple[str, ...], due: str, other: str | None) -> None:
    data = answer("deadline", *words)
    assert data["vence"] == due
    assert data.get("alternativo") == other
    assert data["dias"][-1]["fecha"] <= due[:10]


def test_court_forgives_case_and_accents() -> None:
    assert answer("court", "NUNOA")["nombre"] == "Corte de Apelaciones de Santiago"
    assert answer("court", "puente", "alto")["nombre"] == "Corte de Apelaciones de San Miguel"


def test_write_gives_a_final_writ_of_at_least_three_pages(tmp_path: Path) -> None:
    out = tmp_path / "recurso.pdf"
    data = answer("write", "proteccion", EXAMPLES / "padre_27_meses.toml", "-o", out)
    assert (data["estado"], data["por_completar"]) == ("final", [])
    assert data["paginas"] >= 3
    assert out.read_bytes().startswith(b"%PDF")


def test_a_writ_that_needs_a_lawyer_stays_a_draft(tmp_path: Path) -> None:
    out = tmp_path / "reclamacion.docx"
    data = answer("write", "reclamacion_141", EXAMPLES / "expulsion_nueve_dias.toml", "-o", out)
    assert data["estado"] == "borrador"
    assert data["falta_abogado"] is True
    assert out.is_file()


def test_fill_gives_a_proved_form(tmp_path: Path) -> None:
    out = tmp_path / "f04.pdf"
    data = answer("fill", "F04", EXAMPLES / "padre_27_meses.toml", "-o", out)
    assert data["proof"] == {"ok": True, "problems": []}
    assert data["fields_set"] > 40
    fields = answer("inspect", out)["fields"]
    assert {one["name"] for one in fields} >= {"nombres", "apellido_paterno"}


def test_fill_data_fills_one_file_or_many(tmp_path: Path) -> None:
    form = ROOT / "forms" / "rd" / "F04.pdf"
    one = tmp_path / "uno.json"
    one.write_text('{"nombres": "Łucja “Ñandú” Pérez"}', encoding="utf-8")
    assert answer("fill-data", form, one, "-o", tmp_path / "uno.pdf")["proof"]["ok"]
    rows = tmp_path / "filas.jsonl"
    rows.write_text('{"nombres": "Ana"}\n{"nombres": "Rosa"}\n', encoding="utf-8")
    assert len(answer("fill-data", form, rows, "-o", tmp_path / "varios")["files"]) == 2
    assert len(list((tmp_path / "varios").glob("*.pdf"))) == 2


def test_lint_finds_nothing_wrong_in_the_shipped_pack() -> None:
    assert answer("lint")["problemas"] == []


def test_demo_does_the_whole_job(tmp_path: Path) -> None:
    data = answer("demo", "-o", tmp_path)
    names = {path.name for path in tmp_path.iterdir()}
    assert set(data["archivos"]) == names
    for tongue in ("es", "ht", "es+ht"):
        assert f"padre_27_meses.proteccion.{tongue}.pdf" in names
    for stem in data["casos"]:
        assert {f"{stem}.caso.json", f"{stem}.F04.pdf"} <= names
        assert answer("check", tmp_path / f"{stem}.caso.json")["rutas"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('{"hechos": {"fecha_nacimient": "2000-01-01"}}', ("fecha_nacimient", "fecha_nacimiento")),
        ('{"hechos": {"fecha_nacimiento": "2000-06-31"}}', ("fecha_nacimiento", "2000-06-31")),
        ('{"hechos": {"fecha_nacimiento": "2090-01-01"}}', ("fecha_nacimiento", "después")),
        ('{"hechos": {"fecha_nacimiento": "2000", "fecha_ingreso": "1999"}}', ("fecha_ingreso", "antes")),
        ('{"hechos": {"run": "12.345.678-9"}}', ("run", "verificador")),
        ('{"hechos": {"domicilio_comuna": "Quilicra"}}', ("domicilio_comuna", "Quilicura")),
        ('{"hechos": {"nombres": "' + "x" * 300 + '"}}', ("nombres", "300")),
        ('{"hechos": {"nomb', ("caso.json", "cortado")),
        ("[1, 2]", ("caso.json", "tabla")),
    ],
)
def test_bad_input_is_one_sentence_and_exit_2(tmp_path: Path, content: str, words: tuple[str, ...]) -> None:
    case = tmp_path / "caso.json"
    case.write_text(content, encoding="utf-8")
    done = konbit("check", case)
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
    assert all(word in done.stderr for word in words), done.stderr
    as_data = konbit("check", case, "--json")
    assert as_data.returncode == 2
    assert set(json.loads(as_data.stdout)) >= {"error", "file", "key"}


@pytest.mark.parametrize(
    "words",
    [
        ("write", "proteccion", EXAMPLES / "nina_sin_papeles.toml"),
        ("write", "proteccio", EXAMPLES / "padre_27_meses.toml"),
        ("fill", "F99", EXAMPLES / "padre_27_meses.toml"),
    ],
)
def test_nothing_is_written_when_it_cannot_be_done(tmp_path: Path, words: tuple[str | Path, ...]) -> None:
    done = konbit(*words, "-o", tmp_path / "x.pdf")
    assert done.returncode == 2, done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_foreign_or_damaged_pdf_is_told_in_one_sentence(tmp_path: Path) -> None:
    bad = tmp_path / "malo.pdf"
    bad.write_bytes(b"%PDF-1.4\nnothing of the kind")
    done = konbit("inspect", bad)
    assert done.returncode == 2
    assert "malo.pdf" in done.stderr


def test_faults_and_answers_speak_creole(tmp_path: Path) -> None:
    case = tmp_path / "caso.json"
    case.write_text('{"hechos": {"fecha_nacimient": "2000-01-01"}}', encoding="utf-8")
    spanish, creole = konbit("check", case).stderr, konbit("check", case, "--lang", "ht").stderr
    assert creole != spanish
    assert "Quiso decir" not in creole
    told = konbit("check", EXAMPLES / "nina_sin_papeles.toml", "--lang", "ht").stdout
    assert "timoun" in told.lower()


def test_a_broken_pack_is_told_with_file_and_line(tmp_path: Path) -> None:
    for name in ("forms", "templates", "translations"):
        (tmp_path / name).mkdir()
    (tmp_path / "forms" / "paquete.toml").write_text(
        '[paquete]\nversion = "1"\nverificad = 2026-01-01\n', encoding="utf-8"
    )
    done = konbit("check", EXAMPLES / "nina_sin_papeles.toml", "--pack", tmp_path)
    assert done.returncode == 2
    assert "paquete.toml" in done.stderr
    assert konbit("lint", tmp_path).returncode == 2
