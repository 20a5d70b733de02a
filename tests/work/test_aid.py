"""The free legal aid sheet: one page, both tongues, the right day, nobody's name, and where to go by region."""

from __future__ import annotations

import io
import shutil
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from konbit.case.case import Case
from konbit.cli.running import run_command
from konbit.errors import BadArgument, BadTemplate
from konbit.law.directory import load_directory, load_referrals, referrals_for
from konbit.law.loader import load_pack
from konbit.law.pack import Pack, PackFolders
from konbit.law.table import Problems
from konbit.work.aid import make_aid_sheet, needs_aid, offers_aid, write_aid_sheet
from konbit.work.cases import read_case
from konbit.work.office import Office, office_of

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "forms" / "ejemplos" / "expulsion_nueve_dias.toml"
TODAY = date(2026, 11, 23)
WRIT = "reclamacion_141"


@pytest.fixture(scope="module")
def office(pack: Pack) -> Office:
    return office_of(pack)


def case_of(office: Office, *without: str, **more: Any) -> Case:
    data = tomllib.loads(EXAMPLE.read_text(encoding="utf-8"))
    data["hechos"] |= more
    for name in without:
        del data["hechos"][name]
    return read_case(office, data, "caso.json")


def text_of(data: bytes) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(data)).pages)


def sheet(office: Office, case: Case, writ: str = WRIT) -> str:
    """The text of a sheet that is one page."""
    data = make_aid_sheet(office, writ, case, TODAY)
    assert len(PdfReader(io.BytesIO(data)).pages) == 1
    return text_of(data)


def test_the_day_stands_in_both_tongues_with_its_weekday(office: Office) -> None:
    text = sheet(office, case_of(office))
    assert "Último día: martes 24 de noviembre de 2026 · tiempo: 1 día" in text
    assert "Dènye jou: madi 24 novanm 2026 · tan ki rete: 1 jou" in text
    assert "Corte de Apelaciones de San Miguel" in text
    assert "Caso EJ-3 · 23-11-2026" in text


def test_a_term_that_ends_on_a_saturday_is_told_as_the_friday_before(office: Office) -> None:
    made = case_of(office, fecha_notif_expulsion="2026-11-18")
    text = sheet(office, made)
    assert "Último día: viernes 27 de noviembre de 2026 · tiempo: 4 días" in text
    assert "vandredi 27 novanm 2026" in text
    assert "28 de noviembre" not in text


def test_on_the_saturday_itself_the_saturday_is_the_last_day(office: Office) -> None:
    made = case_of(office, fecha_notif_expulsion="2026-11-13", fecha_evaluacion="2026-11-23")
    assert "Último día: HOY, lunes 23 de noviembre de 2026" in sheet(office, made)
    weekend = case_of(office, fecha_notif_expulsion="2026-11-18", fecha_evaluacion="2026-11-28")
    assert "Último día: HOY, sábado 28 de noviembre de 2026" in sheet(office, weekend)


def test_between_the_two_readings_of_an_e_mail_it_names_both(office: Office) -> None:
    made = case_of(
        office, "fecha_notif_expulsion", notif_expulsion_medio="correo", notif_expulsion_enviada="2026-11-11"
    )
    text = sheet(office, made)
    assert "Vaya HOY: según cómo se cuente, el plazo pudo vencer" in text
    assert "sábado 21 de noviembre de 2026" in text
    assert "jueves 26 de noviembre de 2026" in text
    assert "jedi 26 novanm 2026" in text
    assert "Último día" not in text


def test_a_term_that_is_over_says_so_and_what_is_left(office: Office) -> None:
    text = sheet(office, case_of(office, fecha_notif_expulsion="2026-11-01"))
    assert "Venció el miércoles 11 de noviembre de 2026. Vaya igual, hoy" in text
    assert office.pack.deadlines[WRIT].when_late in text
    assert "suspende" not in text, "nothing filed late suspends"


def test_an_unknown_day_of_notice_is_told_as_unknown(office: Office) -> None:
    text = sheet(office, case_of(office, "fecha_notif_expulsion"))
    assert "No sabemos el último día" in text
    assert "Nou pa konnen dènye jou a" in text
    assert "Último día:" not in text


def test_the_right_is_quoted_word_for_word(office: Office) -> None:
    quote = office.pack.norms["21325:141.defensa"].quote
    text = sheet(office, case_of(office))
    assert quote.startswith("Los extranjeros afectados por una medida de expulsión tendrán derecho")
    assert quote in text
    assert "gen dwa pou Corporaciones de Asistencia Judicial defann yo" in text
    assert quote not in sheet(office, case_of(office), "apelacion_proteccion"), "that right is of expulsions"


def test_it_asks_for_an_interpreter_in_the_words_to_say(office: Office) -> None:
    text = sheet(office, case_of(office, idioma="creole_haitiano", requiere_interprete=True))
    assert "Necesito intérprete de creole haitiano." in text
    assert "Mwen bezwen yon entèprèt kreyòl." in text
    assert "tiene derecho a un intérprete" in text
    assert "Necesito intérprete" not in sheet(office, case_of(office, requiere_interprete=False))
    assert "Necesito intérprete." in sheet(office, case_of(office, "requiere_interprete", "idioma"))


def test_no_name_stands_on_it_or_in_the_data_of_the_file(office: Office) -> None:
    data = make_aid_sheet(office, WRIT, case_of(office), TODAY)
    reader = PdfReader(io.BytesIO(data))
    told = " ".join(str(value) for value in (reader.metadata or {}).values()) + text_of(data)
    for word in ("Yorgelis", "Rondón", "Peña", "21.345.678", "yorgelis.rondon", "Santiago Rondón", "Maitén"):
        assert word not in told
        assert word.encode() not in data
    assert (reader.metadata or {})["/Producer"] == "Konbit"
    assert not (reader.metadata or {}).get("/Author")


def test_every_letter_is_embedded_and_both_tongues_have_one_size(office: Office) -> None:
    data = make_aid_sheet(office, WRIT, case_of(office), TODAY)
    page: Any = PdfReader(io.BytesIO(data)).pages[0]
    fonts: Any = page["/Resources"]["/Font"]
    names = set()
    for font in fonts.values():
        entry = font.get_object()
        names.add(str(entry["/BaseFont"]).partition("+")[2])
        assert "/FontFile2" in entry["/FontDescriptor"].get_object()
    assert names == {"NotoSans-Regular", "NotoSans-Bold"}
    sizes: dict[str, float] = {}

    def seen(text: str, _cm: Any, matrix: Any, _font: Any, size: float) -> None:
        for word in ("Resolución", "Rezolisyon", "No deje pasar", "Pa kite dat", "Último día", "Dènye jou"):
            if word in text:
                sizes[word] = round(size * abs(matrix[0]), 2)

    page.extract_text(visitor_text=seen)
    assert sizes["Resolución"] == sizes["Rezolisyon"] >= 9.5
    assert sizes["No deje pasar"] == sizes["Pa kite dat"]
    assert sizes["Último día"] == sizes["Dènye jou"] == 13


def test_the_same_case_gives_the_same_bytes(office: Office) -> None:
    made = case_of(office)
    assert make_aid_sheet(office, WRIT, made, TODAY) == make_aid_sheet(office, WRIT, made, TODAY)


def test_every_writ_that_needs_a_lawyer_has_its_sheet_on_one_page(office: Office) -> None:
    offered = [ident for ident in office.pack.writs if offers_aid(office.pack, ident)]
    assert WRIT in offered
    assert "proteccion" not in offered
    assert "amparo" not in offered
    for ident in offered:
        text = sheet(office, case_of(office, idioma="creole_haitiano", requiere_interprete=True), ident)
        assert office.pack.writs[ident].name in text
        assert "POR COMPLETAR" not in text


def test_it_is_offered_until_a_lawyer_is_named(office: Office) -> None:
    assert needs_aid(office, WRIT, case_of(office), TODAY)
    assert not needs_aid(office, WRIT, case_of(office, abogado_nombre="Carla Soto"), TODAY)
    assert not needs_aid(office, "proteccion", case_of(office), TODAY)
    assert not needs_aid(office, "no_hay", case_of(office), TODAY)


# -- where to go ----------------------------------------------------------------------------------------------


def test_every_region_is_sent_to_one_corporation(pack: Pack) -> None:
    codes = {comuna.region_code for comuna in pack.places.comunas.values()}
    assert len(codes) == 16
    for code in codes:
        assert len(referrals_for(pack.referrals, code)) == 1, code
    assert referrals_for(pack.referrals, "") == pack.referrals


def test_the_region_of_the_comuna_decides_and_nothing_is_invented(office: Office) -> None:
    arica = sheet(office, case_of(office, domicilio_comuna="Arica"))
    assert "Corporación de Asistencia Judicial de las Regiones de Tarapacá y Antofagasta" in arica
    assert "Región Metropolitana" not in arica
    assert "Dirección · adrès: ____" in arica
    assert "Teléfono · telefòn: ____" in arica
    unknown = sheet(office, case_of(office, "domicilio_comuna"))
    assert unknown.count("Corporación de Asistencia Judicial de la") == len(office.pack.referrals)
    assert "la Corte de Apelaciones del lugar donde usted vive" in unknown


def copied(folders: PackFolders, tmp_path: Path) -> PackFolders:
    made = PackFolders(tmp_path / "forms", tmp_path / "templates", folders.translations)
    shutil.copytree(folders.forms, made.forms)
    shutil.copytree(folders.templates, made.templates)
    return made


def test_an_address_that_somebody_read_is_printed(folders: PackFolders, tmp_path: Path) -> None:
    mine = copied(folders, tmp_path)
    path = mine.forms / "comun" / "directorio.toml"
    text = path.read_text(encoding="utf-8")
    entry = 'id = "caj_metropolitana"\n'
    assert entry in text
    more = 'direccion = "Calle Inventada 123, Santiago"\ntelefono = "600 000 0000"\nfuente = "visita de la clínica"\n'
    path.write_text(text.replace(entry, entry + more), encoding="utf-8")
    office = office_of(load_pack(mine))
    told = sheet(office, case_of(office))
    assert "Dirección · adrès: Calle Inventada 123, Santiago" in told
    assert "Teléfono · telefòn: 600 000 0000" in told


def test_the_directory_is_strict(pack: Pack, tmp_path: Path) -> None:
    (tmp_path / "comun").mkdir()
    (tmp_path / "comun" / "directorio.toml").write_text(
        '[[contacto]]\nid = "a"\nnombre = "A"\npara = "x"\nregiones = ["70"]\nrutas = ["refugi"]\nconfianza = "VERIFICAR"\n'
        '[[contacto]]\nid = "a"\nnombre = "A"\npara = "x"\ntelefono = "1"\nfono = "2"\nconfianza = "CASI"\n',
        encoding="utf-8",
    )
    problems = Problems()
    load_directory(tmp_path, pack.places, pack.routes, pack.writs, problems)
    told = "\n".join(str(problem) for problem in problems.found)
    for words in ('ninguna región "70"', '¿Quiso decir "refugio"?', "dos veces", "su fuente", "CASI"):
        assert words in told
    assert 'clave desconocida "fono"' in told
    assert "comun/directorio.toml:5" in told


def test_a_sheet_that_sends_to_nobody_known_is_a_problem(
    pack: Pack, folders: PackFolders, tmp_path: Path
) -> None:
    folder = tmp_path / "hoja_asistencia"
    shutil.copytree(folders.templates / "hoja_asistencia", folder)
    (folder / "ht.md.j2").unlink()
    (folder / "hoja.toml").write_text(
        '[[adonde]]\ncontacto = "caj_metropolitan"\nregiones = ["99"]\n', encoding="utf-8"
    )
    problems = Problems()
    assert load_referrals(tmp_path, pack.contacts, pack.places, problems) == ()
    told = "\n".join(str(problem) for problem in problems.found)
    assert '¿Quiso decir "caj_metropolitana"?' in told
    assert 'no hay ninguna región "99"' in told
    assert "hoja_asistencia/ht.md.j2: falta este archivo" in told


def test_tongues_with_other_blocks_are_refused(folders: PackFolders, tmp_path: Path) -> None:
    mine = copied(folders, tmp_path)
    path = mine.templates / "hoja_asistencia" / "ht.md.j2"
    path.write_text(path.read_text(encoding="utf-8") + "\n+ Youn anplis.\n", encoding="utf-8")
    office = office_of(load_pack(mine))
    with pytest.raises(BadTemplate, match="las dos lenguas"):
        make_aid_sheet(office, WRIT, case_of(office), TODAY)


def test_a_pack_without_the_sheet_says_so(folders: PackFolders, tmp_path: Path) -> None:
    mine = copied(folders, tmp_path)
    shutil.rmtree(mine.templates / "hoja_asistencia")
    office = office_of(load_pack(mine))
    assert not needs_aid(office, WRIT, case_of(office), TODAY)
    with pytest.raises(BadArgument, match="no trae la hoja"):
        make_aid_sheet(office, WRIT, case_of(office), TODAY)


# -- the command ----------------------------------------------------------------------------------------------


def test_faults_are_one_sentence(office: Office, tmp_path: Path) -> None:
    with pytest.raises(BadArgument, match='¿Quiso decir "reclamacion_141"'):
        make_aid_sheet(office, "reclamacion_14", case_of(office), TODAY)
    with pytest.raises(BadArgument, match="no exige abogada o abogado"):
        make_aid_sheet(office, "proteccion", case_of(office), TODAY)
    with pytest.raises(BadArgument, match=r"\.pdf"):
        write_aid_sheet(office, WRIT, case_of(office), TODAY, tmp_path / "hoja.docx")
    assert not list(tmp_path.iterdir())


def test_the_command_writes_it_and_write_mentions_it(tmp_path: Path) -> None:
    said, out = io.StringIO(), tmp_path / "hoja.pdf"
    assert run_command(["aid", WRIT, str(EXAMPLE), "-o", str(out), "--json"], said) == 0
    assert '"ultimo_dia": "2026-11-24"' in said.getvalue()
    assert out.read_bytes().startswith(b"%PDF-")
    said = io.StringIO()
    writ = tmp_path / "escrito.pdf"
    assert run_command(["write", WRIT, str(EXAMPLE), "-o", str(writ)], said) == 0
    assert "konbit aid reclamacion_141" in said.getvalue()


def test_who_is_detained_is_told_to_have_a_relative_go(office: Office) -> None:
    assert "pida avisar hoy a un familiar" in sheet(office, case_of(office, detenido=True))
    assert "mande pou yo fè yon fanmi ou konnen" in sheet(office, case_of(office, detenido=True))
    assert "pida avisar" not in sheet(office, case_of(office))
