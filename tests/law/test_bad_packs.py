"""Packs with something wrong: each is the real law with one slip, and says the file, the line, the key and the near miss."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from konbit.errors import BadPack
from konbit.law.loader import load_pack
from konbit.law.pack import Pack, PackFolders

ROUTES = ("prorroga", "rd", "rt_nna", "rt_reunificacion")
WRITS = ("proteccion", "reclamacion_141")


@dataclass(frozen=True)
class PackCopy:
    """A copy of the pack of which single files are broken for a moment."""

    root: Path

    @contextmanager
    def with_file(self, name: str, content: bytes | None) -> Iterator[None]:
        """The copy while one file has other content, or is not there (None)."""
        path = self.root / name
        before = path.read_bytes() if path.exists() else None
        try:
            if content is None:
                path.unlink()
            else:
                path.write_bytes(content)
            yield
        finally:
            if before is None:
                path.unlink()
            else:
                path.write_bytes(before)

    def text(self, name: str) -> str:
        return (self.root / name).read_text(encoding="utf-8")

    def load(self) -> Pack:
        return load_pack(
            PackFolders(self.root / "forms", self.root / "templates", self.root / "translations")
        )

    def problems(self) -> list[str]:
        """Every problem as it is printed."""
        with pytest.raises(BadPack) as caught:
            self.load()
        return [str(problem) for problem in caught.value.problems]


@pytest.fixture(scope="module")
def copy(folders: PackFolders, tmp_path_factory: pytest.TempPathFactory) -> PackCopy:
    root = tmp_path_factory.mktemp("pack")
    shutil.copytree(folders.forms / "comun", root / "forms" / "comun")
    shutil.copy(folders.forms / "paquete.toml", root / "forms")
    reason = '[[motivo]]\nid = "hijo"\ntexto = "t"\nobjetivos = ["ruta:rt_nna", "escrito:proteccion"]\n'
    (root / "forms" / "comun" / "motivos.toml").write_text(reason, encoding="utf-8")
    for route in ROUTES:
        (root / "forms" / route).mkdir()
        for name in ("reglas.toml", "tramite.toml"):
            shutil.copy(folders.forms / route / name, root / "forms" / route)
    for writ in WRITS:
        (root / "templates" / writ).mkdir(parents=True)
        shutil.copy(folders.templates / writ / "escrito.toml", root / "templates" / writ)
    return PackCopy(root)


def test_the_copy_itself_is_sound(copy: PackCopy) -> None:
    pack = copy.load()
    assert set(pack.routes) == set(ROUTES)
    assert set(pack.writs) == set(WRITS)


@dataclass(frozen=True)
class Slip:
    """One edit of one file and what the loader says. The line is where `at` stands after the edit (0: no line)."""

    name: str
    file: str
    old: str
    new: str
    says: str
    at: str = ""

    def expected(self, text: str) -> str:
        folder, _, inner = self.file.partition("/")
        assert folder in ("forms", "templates")
        lines = text.splitlines()
        whole = [number for number, one in enumerate(lines, 1) if one == self.at]
        held = [number for number, one in enumerate(lines, 1) if self.at in one]
        line = [*whole, *held][0] if self.at else 0
        return f"{inner}:{line}: {self.says}" if line else f"{inner}: {self.says}"


HECHOS, NORMAS, PLAZOS = "forms/comun/hechos.toml", "forms/comun/normas.toml", "forms/comun/plazos.toml"
REGLAS, COMUNES = "forms/rt_nna/reglas.toml", "forms/comun/requisitos.toml"
TRAMITE, CALENDARIO = "forms/rt_nna/tramite.toml", "forms/comun/calendario.toml"
UNIDADES, BLOQUES = "forms/comun/unidades.toml", "forms/comun/bloques.toml"
PROTECCION, RECLAMACION = "templates/proteccion/escrito.toml", "templates/reclamacion_141/escrito.toml"
MENOR = 'id = "es_menor_de_edad"\nsi = "es_menor"\n'
END = "\x00end"
"""Stands for the end of the file."""


def criterion(ident: str, si: str, more: str = "") -> str:
    return f'\n[[requisito]]\nid = "{ident}"\nsi = "{si}"\ntexto = "t"\nnorma = ["21325:41"]\n{more}\n'


def menor(si: str) -> str:
    return MENOR.replace('"es_menor"\n', f'"{si}"\n')


SLIPS = (
    # ---------- keys ----------
    Slip(
        "unknown key of a criterion",
        REGLAS,
        MENOR,
        MENOR + 'textto = "x"\n',
        'requisito.0.textto: clave desconocida "textto" ¿Quiso decir "texto"?',
        "textto",
    ),
    Slip(
        "unknown key of a route",
        REGLAS,
        "requiere = [",
        'exepto = ["nacio_chileno"]\nrequiere = [',
        'ruta.exepto: clave desconocida "exepto" ¿Quiso decir "excepto"?',
        "exepto",
    ),
    Slip(
        "unknown table",
        REGLAS,
        END,
        '\n[[requisitos]]\nid = "x"\n',
        'requisitos: clave desconocida "requisitos" ¿Quiso decir "requisito"?',
    ),
    Slip(
        "missing key of a criterion",
        REGLAS,
        'texto = "Tiene menos de 18 años"\n',
        "",
        'requisito.0: falta "texto"',
        "[[requisito]]",
    ),
    Slip(
        "missing key of the card",
        TRAMITE,
        'en_simple = "Papeles para su hija o su hijo. Los puede tener aunque sus padres no tengan papeles. Es gratis."\n',
        "",
        'falta "en_simple"',
    ),
    Slip("wrong type of a text", REGLAS, 'texto = "Está en Chile"', "texto = 5", "requisito.1.texto: debe ser un texto", "texto = 5"),
    Slip("wrong type of a date", REGLAS, "desde = 2022-02-12", 'desde = "2022-02-12"', "requisito.0.desde: debe ser una fecha", 'desde = "'),
    Slip("wrong type of a flag", HECHOS, "sensible = true", 'sensible = "true"', "nombres.sensible: debe ser true o false", 'sensible = "true"'),
    Slip("wrong type of a list", REGLAS, 'norma = ["21325:41"]', "norma = [21325]", "requisito.0.norma: debe ser una lista de textos", "norma = [21325]"),
    Slip("empty text", TRAMITE, 'nombre = "Residencia temporal para niños, niñas y adolescentes"', 'nombre = ""', "nombre: no puede estar vacío", 'nombre = ""'),
    Slip("a table that is a number", PROTECCION, "[escrito.por_omision]\ndias_pedidos = 30\n", "por_omision = 30\n", "escrito.por_omision: debe ser una tabla", "por_omision"),
    # ---------- criteria and their versions ----------
    Slip(
        "duplicate criterion",
        REGLAS,
        END,
        criterion("esta_en_chile", "en_chile", "desde = 2022-02-12"),
        'requisito.3.desde: el requisito "esta_en_chile" está dos veces para la misma fecha',
        END,
    ),
    Slip(
        "criterion that is already shared",
        "forms/prorroga/reglas.toml",
        END,
        criterion("sin_b32_5", "en_chile"),
        'requisito.4.id: el requisito "sin_b32_5" ya está en los criterios comunes',
        'id = "sin_b32_5"',
    ),
    Slip(
        "gap between versions",
        REGLAS,
        'norma = ["21325:41", "21325:69"]\ndesde = 2022-02-12\n',
        'norma = ["21325:41", "21325:69"]\ndesde = 2022-02-12\nhasta = 2024-01-01\n'
        + criterion("esta_en_chile", "en_chile", "desde = 2024-06-01"),
        'requisito.2.desde: el requisito "esta_en_chile" no tiene versión entre 2024-01-01 y 2024-06-01',
        "desde = 2024-06-01",
    ),
    Slip(
        "overlap of versions",
        REGLAS,
        'norma = ["21325:41", "21325:69"]\ndesde = 2022-02-12\n',
        'norma = ["21325:41", "21325:69"]\ndesde = 2022-02-12\nhasta = 2024-06-01\n'
        + criterion("esta_en_chile", "en_chile", "desde = 2024-01-01"),
        'requisito.2.desde: el requisito "esta_en_chile" está dos veces para la misma fecha',
        "desde = 2024-01-01",
    ),
    Slip(
        "criterion that nobody uses",
        REGLAS,
        END,
        criterion("suelto", "en_chile"),
        'ruta.requiere: el requisito "suelto" está escrito y nadie lo usa',
        "requiere = [",
    ),
    Slip(
        "criterion without a norm",
        REGLAS,
        'norma = ["21325:41"]\ndesde',
        "desde",
        'requisito.0: el requisito "es_menor_de_edad" no cita ninguna norma',
        "[[requisito]]",
    ),
    Slip(
        "route that requires what is not written",
        REGLAS,
        '"esta_en_chile"]',
        '"esta_en_chile", "sin_b32_55"]',
        'ruta.requiere: no hay ningún requisito "sin_b32_55" ¿Quiso decir "sin_b32_5"?',
        "requiere = [",
    ),
    Slip(
        "ways that are no lists",
        REGLAS,
        "requiere = [",
        "alguno = 3\nrequiere = [",
        "ruta.alguno: debe ser una lista de listas de textos",
        "alguno = 3",
    ),
    Slip(
        "unknown nature",
        REGLAS,
        '"reglada"',
        '"regalada"',
        'ruta.naturaleza: "regalada" no se conoce aquí ¿Quiso decir "reglada"?',
        "naturaleza",
    ),
    Slip(
        "legal date that is no fact",
        REGLAS,
        "requiere = [",
        'fecha_legal = "fecha_solicitud"\nrequiere = [',
        'ruta.fecha_legal: no hay ningún hecho "fecha_solicitud" ¿Quiso decir "fecha_solicitud_refugio"?',
        "fecha_legal",
    ),
    Slip(
        "dangling warning",
        REGLAS,
        '["autodenuncia_no_exigible"]',
        '["autodenuncia_exigible"]',
        'ruta.advertencias: no hay ningún advertencia "autodenuncia_exigible" ¿Quiso decir "autodenuncia_no_exigible"?',
        "advertencias",
    ),
    Slip(
        "dangling milestone",
        REGLAS,
        '["mayoria_edad"]',
        '["mayoria"]',
        'ruta.hitos: no hay ningún hito "mayoria" ¿Quiso decir "mayoria_edad"?',
        "hitos = ",
    ),
    Slip(
        "unknown level of a warning",
        REGLAS,
        'nivel = "rojo"',
        'nivel = "roja"',
        'advertencia.0.nivel: "roja" no se conoce aquí ¿Quiso decir "rojo"?',
        'nivel = "roja"',
    ),
    # ---------- expressions ----------
    Slip(
        "fact that does not exist",
        REGLAS,
        MENOR,
        menor("es_menorr"),
        'requisito.0.si: no hay ningún hecho "es_menorr" ¿Quiso decir "es_menor"? (columna 1)',
        "es_menorr",
    ),
    Slip(
        "choice that is not of the fact",
        REGLAS,
        MENOR,
        menor("tipo_ingreso == habilitada"),
        'requisito.0.si: "habilitada" no es una opción de tipo_ingreso ¿Quiso decir "habilitado"? (columna 17)',
        "habilitada",
    ),
    Slip(
        "unknown function",
        REGLAS,
        MENOR,
        menor("edda(fecha_nacimiento, fecha_evaluacion) < 18"),
        'requisito.0.si: no hay ninguna función "edda" ¿Quiso decir "edad"? (columna 1)',
        "edda",
    ),
    Slip(
        "wrong number of arguments",
        REGLAS,
        MENOR,
        menor("edad(fecha_nacimiento) < 18"),
        "requisito.0.si: edad toma 2 valor(es) y aquí hay 1 (columna 1)",
        "edad(fecha_nacimiento) ",
    ),
    Slip(
        "types that do not compare",
        REGLAS,
        MENOR,
        menor("fecha_nacimiento < 18"),
        "requisito.0.si: no se comparan date y number (columna 1)",
        "fecha_nacimiento < 18",
    ),
    Slip(
        "conocido in a criterion",
        REGLAS,
        MENOR,
        menor("conocido(run)"),
        "requisito.0.si: «conocido» no puede estar en un criterio (columna 1)",
        "conocido(run)",
    ),
    Slip(
        "deadline that does not exist",
        REGLAS,
        MENOR,
        menor("fecha_evaluacion <= vence(reposision)"),
        'requisito.0.si: no hay ningún plazo "reposision" ¿Quiso decir "reposicion"? (columna 21)',
        "reposision",
    ),
    Slip(
        "milestone that is no date",
        REGLAS,
        END,
        '\n[[hito]]\nid = "h"\nfecha = "es_menor"\ntexto = "t"\n',
        "hito.0.fecha: se espera un valor de tipo date y este es de tipo bool (columna 1)",
        'fecha = "es_menor"',
    ),
    Slip(
        "code in a criterion",
        REGLAS,
        MENOR,
        menor("().__class__"),
        "requisito.0.si: esta forma no se admite: ().__class__ (columna 1)",
        "__class__",
    ),
    # ---------- references to norms ----------
    Slip(
        "norm that does not exist",
        REGLAS,
        '"21325:41", "21325:69"',
        '"21325:41", "21325:699"',
        'requisito.1.norma: no hay ninguna norma "21325:699" ¿Quiso decir "21325:69"?',
        "21325:699",
    ),
    Slip(
        "norm verified on no date",
        NORMAS,
        END,
        '\n["99999:1"]\nnorma = "Ley 99.999"\nconfianza = "C"\nverificado = "en abril"\n',
        "99999:1.verificado: debe ser una fecha, o un texto como 2026-02",
        "en abril",
    ),
    Slip(
        "norm without confidence",
        NORMAS,
        END,
        '\n["99999:1"]\nnorma = "Ley 99.999"\n',
        '99999:1: falta "confianza"',
        '["99999:1"]',
    ),
    # ---------- facts ----------
    Slip(
        "unknown kind of fact",
        HECHOS,
        'etiqueta = "Nombres"\ntipo = "texto"',
        'etiqueta = "Nombres"\ntipo = "textos"',
        'nombres.tipo: "textos" no se conoce aquí ¿Quiso decir "texto"?',
        '"textos"',
    ),
    Slip(
        "unknown owner",
        HECHOS,
        'etiqueta = "Nombres"\ntipo = "texto"\nde = "persona"',
        'etiqueta = "Nombres"\ntipo = "texto"\nde = "personas"',
        'nombres.de: "personas" no es dueño de hechos ¿Quiso decir "persona"?',
        '"personas"',
    ),
    Slip(
        "unknown block",
        HECHOS,
        'etiqueta = "Nombres"\ntipo = "texto"\nde = "persona"\nbloque = "identidad"',
        'etiqueta = "Nombres"\ntipo = "texto"\nde = "persona"\nbloque = "identidades"',
        'nombres.bloque: no hay ningún bloque "identidades" ¿Quiso decir "identidad"?',
        '"identidades"',
    ),
    Slip(
        "choice fact without choices",
        HECHOS,
        END,
        '\n[color]\netiqueta = "Color"\ntipo = "opcion"\nde = "persona"\nbloque = "identidad"\npregunta = "¿Color?"\n',
        'color: falta "opciones"',
        "[color]",
    ),
    Slip(
        "fact that nobody asks and nothing gives",
        HECHOS,
        END,
        '\n[mudo]\netiqueta = "Mudo"\ntipo = "bool"\nde = "persona"\nbloque = "identidad"\n',
        'mudo: falta "pregunta" o "derivado"',
        "[mudo]",
    ),
    Slip(
        "bound that is no date",
        HECHOS,
        'no_despues_de = "fecha_evaluacion"',
        'no_despues_de = "nombres"',
        'fecha_nacimiento.no_despues_de: "nombres" no es un hecho con fecha ¿Quiso decir "nombres"?',
        'no_despues_de = "nombres"',
    ),
    Slip(
        "unknown way of not knowing",
        HECHOS,
        'sin = ["no_sabe", "reserva", "espera_documento"]',
        'sin = ["no_sabe", "reservado", "espera_documento"]',
        'fecha_evaluacion.sin: "reservado" no es una forma de no saber ¿Quiso decir "reserva"?',
        "reservado",
    ),
    Slip(
        "fact derived with the wrong type",
        HECHOS,
        'derivado = "not en_chile"',
        'derivado = "fecha_ingreso"',
        "solicita_desde_exterior.derivado: se espera un valor de tipo bool y este es de tipo date (columna 1)",
        'derivado = "fecha_ingreso"',
    ),
    Slip(
        "fact derived from itself",
        HECHOS,
        END,
        '\n[huevo]\netiqueta = "Huevo"\ntipo = "bool"\nde = "persona"\nbloque = "identidad"\nderivado = "not huevo"\n',
        "huevo: se deriva de sí mismo: huevo → huevo",
        "[huevo]",
    ),
    Slip(
        "block without a name",
        BLOQUES,
        END,
        "\n[sobra]\norden = 999\n",
        'sobra: falta "nombre"',
        "[sobra]",
    ),
    # ---------- deadlines, units, holidays ----------
    Slip(
        "unknown unit",
        PLAZOS,
        'unidad = "corridos"',
        'unidad = "corrridos"',
        'proteccion.unidad: no hay ninguna unidad "corrridos" ¿Quiso decir "corridos"?',
        "corrridos",
    ),
    Slip(
        "deadline without event",
        PLAZOS,
        'evento = [{ hecho = "acto_conocido" }]\n',
        "",
        'proteccion: falta "evento"',
        "[proteccion]",
    ),
    Slip(
        "event that is no date",
        PLAZOS,
        '{ hecho = "acto_conocido" }',
        '{ hecho = "acto_tipo" }',
        'proteccion.evento.0.hecho: "acto_tipo" no es un hecho con fecha ¿Quiso decir "acto_tipo"?',
        '"acto_tipo"',
    ),
    Slip(
        "unknown medium",
        PLAZOS,
        'medio = ["personal"]',
        'medio = ["personalmente"]',
        'reclamacion_141.evento.0.medio: "personalmente" no es un medio ¿Quiso decir "personal"?',
        "evento = [",
    ),
    Slip(
        "deadline that starts some other way",
        PLAZOS,
        'desde = "dia_siguiente"',
        'desde = "mismo_dia"',
        'reclamacion_141.desde: "mismo_dia" no se conoce aquí',
        'desde = "mismo_dia"',
    ),
    Slip(
        "amount from a fact that does not exist",
        PLAZOS,
        'cantidad_de = "abandono_dias"',
        'cantidad_de = "abandono_dia"',
        'abandono_orden.cantidad_de: no hay ningún hecho "abandono_dia" ¿Quiso decir "abandono_dias"?',
        '"abandono_dia"',
    ),
    Slip(
        "bad weekday",
        UNIDADES,
        '"lunes"',
        '"lune"',
        'corridos.cuentan: "lune" no es un día de la semana ¿Quiso decir "lunes"?',
        '"lune"',
    ),
    Slip(
        "unit of days that says no days",
        UNIDADES,
        END,
        '\n[raros]\nnombre = "días raros"\nexplica = "e"\nmide = "dias"\n',
        'raros: una unidad de días lleva "cuentan" y "cuentan_feriados"',
        "[raros]",
    ),
    Slip(
        "holiday without source",
        CALENDARIO,
        END,
        '\n[feriado.carnaval]\nnombre = "Carnaval"\nregla = "pascua"\ndesplazamiento = -47\nconfianza = "K"\n',
        'feriado.carnaval: un feriado lleva "norma" o "fuente"',
        "[feriado.carnaval]",
    ),
    Slip(
        "holiday in doubt",
        CALENDARIO,
        END,
        '\n[feriado.carnaval]\nnombre = "Carnaval"\nregla = "pascua"\ndesplazamiento = -47\nfuente = "f"\nconfianza = "U"\n',
        'feriado.carnaval.confianza: "U" no se conoce aquí',
        'confianza = "U"',
    ),
    Slip(
        "holiday on a day that does not exist",
        CALENDARIO,
        'dia = "01-01"',
        'dia = "13-01"',
        "feriado.anio_nuevo.dia: debe ser mes-día, como 06-29",
        '"13-01"',
    ),
    Slip(
        "holiday listed as no list",
        CALENDARIO,
        END,
        '\n[feriado.uno]\nnombre = "Uno"\nregla = "tabla"\nfechas = 2026-01-02\nfuente = "f"\nconfianza = "K"\n',
        "feriado.uno.fechas: debe ser una lista de fechas",
        "fechas = 2026-01-02",
    ),
    Slip("calendar without its end", CALENDARIO, "hasta = 2030-12-31", "", 'calendario: falta "hasta"', "[calendario]"),
    # ---------- writs ----------
    Slip(
        "writ with a court and an authority",
        PROTECCION,
        'tribunal = "corte_apelaciones"',
        'tribunal = "corte_apelaciones"\nautoridad = "sermig"',
        'escrito: lleva "tribunal" o "autoridad", una de las dos',
        "[escrito]",
    ),
    Slip(
        "writ before nobody",
        PROTECCION,
        'tribunal = "corte_apelaciones"\n',
        "",
        'escrito: lleva "tribunal" o "autoridad", una de las dos',
        "[escrito]",
    ),
    Slip(
        "writ that excludes an unknown one",
        PROTECCION,
        END,
        '\n[[incompatible_con]]\nescrito = "reclamacion_14"\ntexto = "t"\n',
        'incompatible_con.0.escrito: no hay ningún escrito "reclamacion_14" ¿Quiso decir "reclamacion_141"?',
        'escrito = "reclamacion_14"',
    ),
    Slip(
        "writ with an unknown deadline",
        RECLAMACION,
        'plazo = ["reclamacion_141"]',
        'plazo = ["reclamacion_142"]',
        'escrito.plazo: no hay ningún plazo "reclamacion_142" ¿Quiso decir "reclamacion_141"?',
        "plazo = [",
    ),
    Slip(
        "writ that asks an unknown fact",
        RECLAMACION,
        'pide = ["orden_expulsion"',
        'pide = ["orden_de_expulsion"',
        'escrito.pide: no hay ningún hecho "orden_de_expulsion" ¿Quiso decir "orden_expulsion"?',
        "pide = [",
    ),
    Slip(
        "writ with the same cause twice",
        PROTECCION,
        'id = "rechazo_ilegal"',
        'id = "negativa_recibir"',
        'escrito: la causa "negativa_recibir" está dos veces',
        "[escrito]",
    ),
    Slip(
        "lawyer neither demanded nor not",
        RECLAMACION,
        'abogado = "exigido"',
        'abogado = "exigida"',
        'escrito.abogado: "exigida" no se conoce aquí ¿Quiso decir "exigido"?',
        '"exigida"',
    ),
    Slip(
        "reason that leads nowhere",
        "forms/comun/motivos.toml",
        "ruta:rt_nna",
        "ruta:rt_nina",
        'motivo.0.objetivos: no hay nada llamado "ruta:rt_nina" ¿Quiso decir "ruta:rt_nna"?',
        "objetivos",
    ),
    Slip(
        "edition that names an unknown fact",
        "forms/paquete.toml",
        'domicilio = "domicilio_comuna"',
        'domicilio = "domicilio"',
        'hechos.domicilio: no hay ningún hecho "domicilio" ¿Quiso decir "domicilio_comuna"?',
    ),
    Slip(
        "edition without the day of its law",
        "forms/paquete.toml",
        "verificado = 2026-04-24\n",
        "",
        'paquete: falta "verificado"',
        "[paquete]",
    ),
)  # fmt: skip


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_one_slip_is_one_sentence_with_its_place(copy: PackCopy, slip: Slip) -> None:
    before = copy.text(slip.file)
    if slip.old == END:
        after = before + slip.new
    else:
        assert slip.old in before, "the pack changed: this slip needs a new place"
        after = before.replace(slip.old, slip.new, 1)
    with copy.with_file(slip.file, after.encode("utf-8")):
        found = copy.problems()
    if slip.at == END:
        assert [problem.split(":", 2)[2].strip() for problem in found] == [slip.says]
        return
    expected = slip.expected(after)
    assert expected in found
    assert set(found) == {expected}, "a slip that drags others along hides the cause"


def test_versions_that_follow_one_another_are_sound(copy: PackCopy) -> None:
    old = 'norma = ["21325:41", "21325:69"]\ndesde = 2022-02-12\n'
    more = criterion("esta_en_chile", "en_chile", "desde = 2024-06-01")
    text = copy.text(REGLAS).replace(old, f"{old}hasta = 2024-06-01\n{more}", 1)
    with copy.with_file(REGLAS, text.encode("utf-8")):
        versions = copy.load().own_rules["rt_nna"].criteria["esta_en_chile"]
    assert [one.until for one in versions] == [date(2024, 6, 1), None]


def test_not_toml(copy: PackCopy) -> None:
    with copy.with_file(REGLAS, b'[ruta]\nnaturaleza = "reglada"\nrequiere = [\n= 3\n'):
        assert copy.problems() == ["rt_nna/reglas.toml:4: no es TOML válido"]


def test_duplicate_key_is_not_toml(copy: PackCopy) -> None:
    text = copy.text(TRAMITE) + "\ndos = 1\ndos = 2\n"
    line = text.count("\n")
    with copy.with_file(TRAMITE, text.encode("utf-8")):
        assert copy.problems() == [f"rt_nna/tramite.toml:{line}: no es TOML válido"]


def test_not_utf_8(copy: PackCopy) -> None:
    with copy.with_file(REGLAS, "[ruta]\n# año\n".encode("latin-1")):
        assert copy.problems() == ["rt_nna/reglas.toml: el archivo no está en UTF-8"]


def test_a_mark_that_notepad_puts_first_is_no_problem(copy: PackCopy) -> None:
    marked = b"\xef\xbb\xbf"
    for name in (REGLAS, "forms/comun/comunas.csv"):
        with copy.with_file(name, marked + (copy.root / name).read_bytes()):
            assert set(copy.load().routes) == set(ROUTES)


@pytest.mark.parametrize(
    "name", ["bloques.toml", "unidades.toml", "calendario.toml", "plazos.toml", "normas.toml"]
)
def test_missing_file(copy: PackCopy, name: str) -> None:
    with copy.with_file(f"forms/comun/{name}", None):
        found = copy.problems()
    assert f"comun/{name}: falta este archivo" in found


def test_missing_card_of_a_route(copy: PackCopy) -> None:
    with copy.with_file(TRAMITE, None):
        assert copy.problems() == ["rt_nna/tramite.toml: falta este archivo"]


def test_comuna_of_an_unknown_court(copy: PackCopy) -> None:
    name = "forms/comun/comunas.csv"
    lines = copy.text(name).splitlines(keepends=True)
    number = next(n for n, line in enumerate(lines) if ",Ñuñoa," in line)
    lines[number] = lines[number].replace(",Santiago,CONFIRMED", ",Ñuñoa,CONFIRMED")
    with copy.with_file(name, "".join(lines).encode("utf-8")):
        assert copy.problems() == [f'comun/comunas.csv:{number + 1}: Ñuñoa: no hay ninguna corte en "Ñuñoa"']


def test_table_of_comunas_without_a_column(copy: PackCopy) -> None:
    name = "forms/comun/comunas.csv"
    text = copy.text(name).replace("court_of_appeals", "court", 1)
    with copy.with_file(name, text.encode("utf-8")):
        assert copy.problems() == [
            'comun/comunas.csv:1: court_of_appeals: falta la columna "court_of_appeals"'
        ]


def test_row_of_comunas_that_stops_early(copy: PackCopy) -> None:
    name = "forms/comun/comunas.csv"
    text = copy.text(name).rstrip("\n") + "\n13,Metropolitana,Santiago\n"
    with copy.with_file(name, text.encode("utf-8")):
        assert copy.problems() == [f"comun/comunas.csv:{text.count(chr(10))}: a esta fila le faltan columnas"]


FORM = """[formulario]
nombre = "Hoja"
pdf = "F99.pdf"
edicion = "2026-11"
huella = "0"
fuente = "clínica"
pide = ["relato"]

[campo]
"nombre" = "nombres"
"dia" = { de = "fecha_nacimiento", parte = "dia" }

[casilla]
"sexo" = { de = "sexo", estados = { mujer = "/F", hombre = "/M" } }
"chile" = { de = "en_chile", estados = { si = "/Yes", no = "/Off" } }

[tabla]
"salidas" = { de = "salida", filas = 8, columnas = { salida_desde = "desde_{n}" } }
"""


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ('"nombres"', '"nombress"', 10, 'campo.nombre: no hay ningún hecho "nombress" ¿Quiso decir "nombres"?'),
        ('parte = "dia"', 'parte = "día"', 11, 'campo.dia.parte: "día" no se conoce aquí ¿Quiso decir "dia"?'),
        ("mujer =", "mujeres =", 14, 'casilla.sexo.estados: "mujeres" no es una opción de sexo ¿Quiso decir "mujer"?'),
        ("si = ", "sí = ", 15, 'casilla.chile.estados: "sí" no es una opción de en_chile ¿Quiso decir "si"?'),
        ("salida_desde =", "salida_dede =", 18, 'tabla.salidas.columnas: no hay ningún hecho "salida_dede" ¿Quiso decir "salida_desde"?'),
        ('["relato"]', '["relatos"]', 7, 'formulario.pide: no hay ningún hecho "relatos" ¿Quiso decir "relato"?'),
        ("F99.pdf", "F98.pdf", 3, 'formulario.pdf: no está el archivo "F98.pdf"'),
        ("filas = 8", 'filas = "8"', 18, "tabla.salidas.filas: debe ser un número entero"),
    ],
)  # fmt: skip
def test_map_of_a_form(copy: PackCopy, old: str, new: str, line: int, says: str) -> None:
    assert old in FORM
    text = FORM.replace(old, new, 1)
    if "sí" in new:
        text = text.replace("sí = ", '"sí" = ')
    with (
        copy.with_file("forms/rt_nna/F99.pdf", b"%PDF-1.7\n"),
        copy.with_file("forms/rt_nna/F99.toml", text.encode("utf-8")),
    ):
        assert copy.problems() == [f"rt_nna/F99.toml:{line}: {says}"]


def test_sound_map_of_a_form(copy: PackCopy) -> None:
    with (
        copy.with_file("forms/rt_nna/F99.pdf", b"%PDF-1.7\n"),
        copy.with_file("forms/rt_nna/F99.toml", FORM.encode("utf-8")),
    ):
        form = copy.load().forms["F99"]
    assert form.facts == (
        "relato",
        "nombres",
        "fecha_nacimiento",
        "sexo",
        "en_chile",
        "salida",
        "salida_desde",
    )


def test_form_that_two_routes_bring(copy: PackCopy) -> None:
    with (
        copy.with_file("forms/rd/F99.pdf", b"%PDF-1.7\n"),
        copy.with_file("forms/rd/F99.toml", FORM.encode("utf-8")),
        copy.with_file("forms/rt_nna/F99.pdf", b"%PDF-1.7\n"),
        copy.with_file("forms/rt_nna/F99.toml", FORM.encode("utf-8")),
    ):
        assert copy.problems() == ['rt_nna/F99.toml: el formulario "F99" está dos veces']


def test_all_problems_come_at_once(copy: PackCopy) -> None:
    rules = copy.text(REGLAS).replace(MENOR, menor("es_menorr")).replace('"21325:173"', '"21325:1733"')
    units = copy.text(UNIDADES).replace('"lunes"', '"lune"', 1)
    writ = copy.text(RECLAMACION).replace('abogado = "exigido"', 'abogado = "exigida"')
    facts = copy.text(HECHOS).replace('bloque = "identidad"', 'bloque = "identidades"', 1)
    with (
        copy.with_file(REGLAS, rules.encode("utf-8")),
        copy.with_file(UNIDADES, units.encode("utf-8")),
        copy.with_file(RECLAMACION, writ.encode("utf-8")),
        copy.with_file(HECHOS, facts.encode("utf-8")),
        copy.with_file(TRAMITE, None),
        pytest.raises(BadPack) as caught,
    ):
        copy.load()
    found = [str(problem) for problem in caught.value.problems]
    assert [problem.rpartition(": ")[2].split(" ¿")[0] for problem in found] == [
        'no hay ningún bloque "identidades"',
        '"lune" no es un día de la semana',
        "falta este archivo",
        '"exigida" no se conoce aquí',
    ]
    assert str(caught.value) == (f"El paquete legal tiene 4 problema(s). El primero: {found[0]}")
