"""The file of a bundle: read strictly, every refusal with file, line and key."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from konbit.errors import BadBundle
from konbit.papers.bundle.bundle_file import load_bundle

GOOD = """[legajo]
titulo = "Documentos del recurso"
limite_mb = 2.5
hoja = "oficio"
[[documento]]
titulo = "Acta"
archivo = "acta.pdf"
giro = 90
paginas = "1-3, 5"
[[documento]]
titulo = "Contrato"
[[documento.parte]]
archivo = "fotos/uno.jpg"
[[documento.parte]]
archivo = "fotos/dos.jpg"
giro = 180
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "fotos").mkdir()
    for name in ("acta.pdf", "fotos/uno.jpg", "fotos/dos.jpg"):
        (tmp_path / name).write_bytes(b"x")
    return tmp_path


def written(folder: Path, text: str, name: str = "legajo.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_everything_of_a_good_file_is_read(folder: Path) -> None:
    bundle = load_bundle(written(folder, GOOD))
    assert (bundle.title, bundle.limit, bundle.paper) == ("Documentos del recurso", 2_500_000, "oficio")
    first, second = bundle.annexes
    assert (first.parts[0].turn, first.parts[0].pages) == (90, (1, 2, 3, 5))
    assert [(part.path.name, part.turn) for part in second.parts] == [("uno.jpg", 0), ("dos.jpg", 180)]


def test_json_with_the_same_keys_is_the_same(folder: Path) -> None:
    data = {"documento": [{"titulo": "Acta", "archivo": "acta.pdf"}]}
    toml = written(folder, '[[documento]]\ntitulo = "Acta"\narchivo = "acta.pdf"\n')
    assert load_bundle(written(folder, json.dumps(data), "legajo.json")) == load_bundle(toml)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("giro = 90", "giro = 45", "legajo.toml:8: documento.0.giro: debe ser 0, 90, 180 o 270"),
        ("limite_mb = 2.5", "limite_mb = 0", "legajo.toml:3: legajo.limite_mb: debe ser más que 0"),
        ('titulo = "Acta"', 'titulos = "Acta"', 'clave desconocida "titulos" ¿Quiso decir "titulo"?'),
        ('"acta.pdf"', '"acta1.pdf"', 'no está el archivo "acta1.pdf"'),
        ('"acta.pdf"', '"../acta.pdf"', "debe estar junto al legajo"),
        ('"acta.pdf"', '"/etc/hostname"', "debe estar junto al legajo"),
        ('"1-3, 5"', '"3-1"', "no se entiende"),
        ('"Acta"', '"Acta \u200b"', "U+200B"),
        ('"Acta"', f'"{"a" * 161}"', "tiene 161 letras y caben 160"),
        ('hoja = "oficio"', 'hoja = "A5"', "no se conoce aquí"),
        ("[[documento.parte]]", "[[documento.partes]]", 'clave desconocida "partes"'),
        ("[legajo]", "[legajo", "no es TOML válido"),
    ],
)
def test_a_mistake_is_told_with_its_place(folder: Path, before: str, after: str, told: str) -> None:
    with pytest.raises(BadBundle) as caught:
        load_bundle(written(folder, GOOD.replace(before, after)))
    assert told in str(caught.value) or told in str(caught.value.fields)
    assert "legajo.toml" in str(caught.value)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "no es JSON"),
        ("[]", "debe ser un objeto"),
        ('{"documento": 1, "documento": 2}', "dos veces"),
        ("{}", "falta"),
    ],
)
def test_bad_json_is_told(folder: Path, text: str, told: str) -> None:
    with pytest.raises(BadBundle, match=told):
        load_bundle(written(folder, text, "legajo.json"))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BadBundle, match="falta este archivo"):
        load_bundle(tmp_path / "legajo.toml")
