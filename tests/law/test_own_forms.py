"""The map of a clinic's form: what is written reads back the same; ids that clash are refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konbit.errors import BadForm
from konbit.law.forms import BoxLink, Computed, DrawnBox, Form, TextLink, Wording
from konbit.law.load_forms import load_form
from konbit.law.own_forms import check_id, load_own_form, load_own_forms, with_own_forms, write_form
from konbit.law.pack import Pack
from konbit.law.table import Problems

NAMES = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=12)
FORM = Form("X1", "Hoja", "X1.pdf", "2021", "aa", "la clínica", True, texts=(TextLink("n", "nombres"),))


def kept(form: Form, folder: Path) -> Path:
    place = folder / form.id
    place.mkdir(parents=True)
    (place / f"{form.id}.pdf").write_bytes(b"%PDF-1.7\n")
    (place / f"{form.id}.toml").write_text(write_form(form), encoding="utf-8")
    return place


def test_every_map_of_the_pack_reads_back_as_it_is_written(pack: Pack, tmp_path: Path) -> None:
    for form in pack.forms.values():
        folder = tmp_path / form.id
        folder.mkdir()
        (folder / Path(form.file).name).write_bytes(b"%PDF-1.7\n")
        (folder / f"{form.id}.toml").write_text(write_form(form), encoding="utf-8")
        problems = Problems()
        found = load_form(folder / f"{form.id}.toml", folder, pack.facts, problems)
        assert problems.found == []
        assert found and replace(found, file=form.file) == form


@given(
    fields=st.lists(NAMES, min_size=5, max_size=5, unique=True),
    name=NAMES,
    source=NAMES,
    unused=st.lists(NAMES, max_size=3, unique=True),
)
def test_any_names_read_back(
    pack: Pack,
    tmp_path_factory: pytest.TempPathFactory,
    fields: list[str],
    name: str,
    source: str,
    unused: list[str],
) -> None:
    form = replace(
        FORM, name=name, source=source, unused=tuple(unused),
        texts=(
            TextLink(fields[0], "nombres", joined=("apellido_paterno", "apellido_materno")),
            TextLink(fields[1], "fecha_nacimiento", Wording("anio")),
            TextLink(fields[2], "run", Wording(style="sin_puntos")),
        ),
        boxes=(BoxLink(fields[3], "sexo", {"mujer": name}),),
        computed=(Computed(fields[4], "hoy"),),
    )  # fmt: skip
    place = kept(form, tmp_path_factory.mktemp("propios"))
    assert replace(load_own_form(place, pack), folder="") == form


def test_drawn_boxes_read_back(pack: Pack, tmp_path: Path) -> None:
    form = replace(FORM, drawn=(DrawnBox("n", 2, (1.5, 2.0, 30.25, 44.0), "parrafo"),))
    assert replace(load_own_form(kept(form, tmp_path), pack), folder="") == form


def test_a_link_to_a_box_that_nobody_drew_is_told(pack: Pack, tmp_path: Path) -> None:
    form = replace(FORM, drawn=(DrawnBox("m", 1, (1, 2, 30, 44), "texto"),))
    with pytest.raises(BadForm, match='el campo "n" no está dibujado'):
        load_own_form(kept(form, tmp_path), pack)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('n = "nombres"', 'n = "nombrez"', '"nombrez"'),
        ('n = "nombres"', 'n = { de = ["nombres"] }', "dos hechos"),
        ('n = "nombres"', 'n = { de = "nombres", formato = "sin_puntos" }', "no es un RUN"),
        ("[campo]", '[dibujo]\nn = { pagina = 0, caja = [1, 2, 3], tipo = "texto" }\n[campo]', "desde 1"),
        ("oficial", "ofisial", "ofisial"),
    ],
)
def test_a_slip_in_the_map_is_told(pack: Pack, tmp_path: Path, old: str, new: str, sentence: str) -> None:
    path = kept(FORM, tmp_path) / "X1.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(BadForm, match=sentence):
        load_own_form(tmp_path / "X1", pack)


def test_one_bad_form_keeps_no_other_out(pack: Pack, tmp_path: Path) -> None:
    kept(FORM, tmp_path)
    kept(replace(FORM, id="X2", file="X2.pdf", texts=(TextLink("n", "nadie"),)), tmp_path)
    (tmp_path / ".taller-1").mkdir()
    found, faults = load_own_forms(tmp_path, pack)
    assert list(found) == ["X1"]
    assert [fault.file for fault in faults] == ["X2.toml"]
    again = with_own_forms(with_own_forms(pack, found), {})
    assert again.forms == pack.forms


@pytest.mark.parametrize(
    ("ident", "sentence"),
    [
        ("F04", "un formulario del paquete"),
        ("f04", "un formulario del paquete"),
        ("rd", "una ruta"),
        ("MIO", "otro formulario de la clínica"),
        ("../x", "no sirve como código"),
        ("con", "no sirve como código"),
        ("ñandú", "no sirve como código"),
        ("", "no sirve como código"),
    ],
)
def test_an_id_that_clashes_is_refused(pack: Pack, ident: str, sentence: str) -> None:
    with pytest.raises(BadForm, match=sentence):
        check_id(ident, pack, ["mio"])
