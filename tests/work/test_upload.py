"""The file that goes up to a portal: a name that names nobody, and what is known of the limits, never a guess."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konbit.case.case import Case
from konbit.law.norms import Confidence
from konbit.law.pack import Pack
from konbit.tongues.speaking import Speaker
from konbit.work.cases import open_case
from konbit.work.office import Office, office_of, tongue_of
from konbit.work.upload import Upload, upload_of
from konbit.work.write import write_writ

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def office(pack: Pack) -> Office:
    return office_of(pack)


def opened(office: Office, folder: Path, code: str, **facts: object) -> Case:
    path = folder / "caso.json"
    path.write_text(json.dumps({"codigo": code, "hechos": facts}), encoding="utf-8")
    return open_case(office, path, TODAY)


def asked(office: Office, writ: str, code: str = "K-14", size: int = 90_000, **more: str) -> Upload:
    return upload_of(office, office.pack.writs[writ], Case(code), TODAY, size, more.get("ending", ".pdf"))


def test_the_name_is_the_writ_the_code_and_the_day(office: Office) -> None:
    assert asked(office, "proteccion").name == "proteccion-K-14-2026-11-24.pdf"
    assert asked(office, "F12", "Ñuñoa nº 3").name == "F12-Nunoa-no-3-2026-11-24.pdf"
    assert asked(office, "F12", "").name == "F12-2026-11-24.pdf"
    assert asked(office, "reposicion", ending=".docx").name == "reposicion-K-14-2026-11-24.docx"


@pytest.mark.parametrize("code", ["desrosiers-2", "Caso Wilnér", "261234564", "26.123.456-4", "2-NADEGE"])
def test_a_code_that_holds_a_name_or_a_number_of_somebody_is_left_out(
    office: Office, tmp_path: Path, code: str
) -> None:
    case = opened(
        office,
        tmp_path,
        code,
        nombres="Wilner",
        apellido_paterno="Desrosiers",
        run="26.123.456-4",
        mandatario_nombre="Nadège Fleury",
    )
    made = upload_of(office, office.pack.writs["reposicion"], case, TODAY, 1, ".pdf")
    assert made.name == "reposicion-2026-11-24.pdf"


@given(code=st.text(max_size=60))
def test_any_code_gives_a_name_that_every_system_takes(office: Office, code: str) -> None:
    name = asked(office, "proteccion", code).name
    assert re.fullmatch(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*\.pdf", name)
    assert len(name) <= 80


def test_the_office_portal_takes_two_megabytes_of_pdf_as_a_copy_of_its_page_says(office: Office) -> None:
    light, heavy = asked(office, "reposicion", size=2_000_000), asked(office, "reposicion", size=2_000_001)
    assert (light.channel, light.most, light.fits, light.confidence) == ("portal", 2_000_000, True, "S")
    assert heavy.fits is False
    assert light.format_ok is True
    assert asked(office, "reposicion", ending=".docx").format_ok is False


def test_what_nobody_has_read_of_the_courts_portal_stays_unknown(office: Office) -> None:
    for writ in ("proteccion", "amparo", "F13", "amparo_garantia"):
        made = asked(office, writ, size=50_000_000)
        assert (made.channel, made.most, made.fits, made.format_ok) == ("ojv", None, None, None)
        assert made.confidence == "U"


def test_what_is_signed_elsewhere_goes_to_no_portal(office: Office) -> None:
    for made in (
        asked(office, "F12"),
        asked(office, "amparo_cplt"),
        asked(office, "presentar_en_papel"),
    ):
        assert (made.channel, made.fits, made.confidence) == ("", None, "")


def test_a_limit_always_says_how_it_is_known(office: Office) -> None:
    for rule in office.pack.filings.files:
        assert rule.channel in office.pack.filings.channels
        assert rule.most_bytes is None or (rule.verified and rule.confidence is not Confidence.UNSURE)


def test_writing_tells_it(office: Office, tmp_path: Path) -> None:
    case = opened(office, tmp_path, "K-14", solicitud_pendiente_tipo="rd")
    made = write_writ(office, "estado_resolverse", case, TODAY, tmp_path / "X.pdf")
    told = made.as_json()["archivo"]
    assert told["nombre"] == "estado-resolverse-K-14-2026-11-24.pdf"
    copy = write_writ(office, "estado_resolverse", case, TODAY, tmp_path / "Y.pdf", "ht")
    assert copy.as_json()["archivo"] is None
    assert told["bytes"] == (tmp_path / "X.pdf").stat().st_size
    assert (told["canal"], told["maximo_bytes"], told["cabe"], told["confianza"]) == (
        "portal",
        2_000_000,
        True,
        "S",
    )


def test_a_terminal_warns_of_what_is_over_and_of_what_is_not_known(office: Office, tmp_path: Path) -> None:
    from konbit.cli.telling import written

    case = opened(office, tmp_path, "K-14", solicitud_pendiente_tipo="rd")
    made = write_writ(office, "estado_resolverse", case, TODAY, tmp_path / "X.pdf")
    say = Speaker(tongue_of(office, "es"))
    channels = office.pack.filings.channels

    def told(upload: Upload) -> str:
        return written(replace(made, upload=upload), say, channels)

    assert "Nombre para subirlo: reposicion-K-14-2026-11-24.pdf" in told(asked(office, "reposicion"))
    heavy = told(asked(office, "reposicion", size=2_000_001))
    assert "Pesa 2,01 MB" in heavy
    assert "hasta 2:" in heavy
    assert "no recibe este tipo" in told(asked(office, "reposicion", ending=".docx"))
    assert "No se ha leído cuánto recibe: Oficina Judicial Virtual" in told(asked(office, "proteccion"))
    assert "MB" not in told(asked(office, "F12"))
