"""Each code of the linter is pinned by a bad example; good Creole passes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from konbit.tongues.collecting import empty_po
from konbit.tongues.glossary import Term, load_terms
from konbit.tongues.linting import CODES, Finding, lint_catalogue
from konbit.tongues.markup import creole_words
from konbit.tongues.po_file import Entry, PoFile, format_po
from konbit.tongues.review import Review, source_digest, with_review

TERMS = (
    Term("plazo", "delè", "deadline", "own", "OWN"),
    Term("creole haitiano", "kreyòl ayisyen", "Creole", "own", "OWN"),
    Term("recurso de protección", "rekou pwoteksyon (Recurso de Protección)", "writ", "own", "OWN"),
    Term("permiso de trabajo", "pèmi travay; otorizasyon travay", "permit", "own", "OWN"),
    Term("ayer", "yè", "yesterday", "own", "OWN"),
)
DRAFT = Review("draft", "AB", date(2026, 11, 24))


def lint(
    tmp_path: Path, *entries: Entry, tongue: str = "ht", review: Review | None = DRAFT, header: str = ""
) -> list[Finding]:
    place = tmp_path / tongue / "LC_MESSAGES"
    place.mkdir(parents=True, exist_ok=True)
    shown = [with_review(entry, review) if review else entry for entry in entries]
    text = format_po(PoFile(empty_po(tongue).header, tuple(shown)))
    (place / "konbit.po").write_text(
        header + text if not header else text.replace(*header.split("→")), encoding="utf-8"
    )
    return lint_catalogue(place / "konbit.po", TERMS, lambda text: "es" if "abogado" in text else "tr")


GOOD = [
    ("Siguiente", "Swivan"),
    ("¿Está seguro?", "Èske ou si?"),
    ("¿Cuándo entró usted a Chile?", "Kilè ou te antre nan Chili?"),
    ("El plazo es de 30 días corridos.", "Delè a se 30 jou kalandriye (tout jou yo konte)."),
    ("5 días hábiles", "5 jou ouvrab"),
    ("Notificado el 1 de noviembre de 2026", "Yo te notifye w premye novanm 2026"),
    ("Recurso de protección", "Rekou pwoteksyon (Recurso de Protección)"),
    (
        "Presente el recurso en la Corte de Apelaciones de Santiago.",
        "Depoze rekou a nan Corte de Apelaciones de Santiago.",
    ),
    ("Vaya al SERMIG con su RUN", "Ale nan SERMIG ak RUN ou"),
    ("Pulse «Ingresar solicitud»", "Peze «Ingresar solicitud»"),
    ("Cédula de identidad", "Kat idantite (cédula)"),
    ("Caso {codigo} guardado", "Nou sove dosye {codigo}"),
    ("<b>Importante</b>\n**Hoy**", "<b>Enpòtan</b>\n**Jodi a**"),
    ("Tiene derecho a un intérprete.", "Ou gen dwa jwenn yon entèprèt."),
    ("¿Qué es esto?", "Kisa sa ye?"),
    ("Permisos de trabajo", "Otorizasyon travay"),
]


@pytest.mark.parametrize(("spanish", "creole"), GOOD)
def test_good_creole_passes(tmp_path: Path, spanish: str, creole: str) -> None:
    assert lint(tmp_path, Entry(spanish, "x", strings=(creole,))) == []


BAD = [
    ("untranslated", "Siguiente", ""),
    ("fields", "Caso {codigo}", "Dosye"),
    ("fields", "Caso {codigo}", "Dosye {kod}"),
    ("fields", "Caso {codigo}", "Dosye { codigo }"),
    ("fields", "<b>Hoy</b>", "Jodi a"),
    ("fields", "&Guardar", "Anrejistre"),
    ("fields", "Uno\nDos", "En De"),
    ("fields", "Son %(n)s", "Se %(m)s"),
    ("edges", "Mostrar ", "Montre"),
    ("equal", "Guardar", "Guardar"),
    ("figures", "Tiene 30 días", "Ou gen 3 jou"),
    ("figures", "El 3 de noviembre", "Nan mwa novanm"),
    ("figures", "Vuelva el lunes", "Tounen lendi a 10 è"),
    ("nfc", "Ayuda", "E\u0300d"),
    ("inverted", "¿Cuándo?", "¿Kilè?"),
    ("punctuation", "Hable hoy.", "Pale jodi a"),
    ("length", "Guardar", "Anrejistre tout sa ou sot ekri nan paj sa a"),
    ("letter", "Caso", "Caz"),
    ("letter", "Pregunta", "Qesyon"),
    ("letter", "Escuela", "Lékòl"),
    ("letter", "Bueno", "Bun"),
    ("letter", "Guardar el caso", "Guardar dosye a"),
    ("spelling", "Dirección", "Addrèss"),
    ("spelling", "Notificación", "Notifikation"),
    ("foreign", "El documento", "Dokiman el"),
    ("foreign", "22 de noviembre", "22 novembre"),
    ("foreign", "Su nombre", "Your non"),
    ("foreign", "Guardar el caso", "Guardar le dosye"),
    ("language", "Usted tiene un abogado", "Ou gen yon abogado ki gratis jodi a"),
    ("days", "Son 30 días corridos", "Se 30 jou"),
    ("days", "Son 5 días hábiles", "Se 5 jou"),
    ("days", "Son 5 días", "Se 5 jou ouvrab"),
    ("days", "Son 5 días", "Se 5 jou kalandriye"),
    ("question", "¿Tiene hijos?", "Ou gen pitit?"),
    ("question", "¿Tiene hijos?", "Eske ou gen pitit?"),
    ("accent", "Hable creole", "Pale kreyol"),
    ("term", "Recurso de protección", "Apèl pou pwoteje"),
    ("term", "El plazo", "Dat la"),
    ("force", "Debe firmar", "Siyen"),
    ("force", "No puede salir", "Pa soti"),
    ("force", "Hágalo antes de salir", "Fè li lè w ap soti"),
    ("force", "Solo usted firma", "Ou siyen"),
    ("force", "Su derecho", "Sa ou dwe"),
    ("frightens", "La decisión", "Desizyon ekspilsyon an"),
    ("frightens", "Hable con ellos", "Pale ak polis"),
    ("false-friend", "Mandato", "Manda"),
    ("false-friend", "Su solicitud", "Aplikasyon ou"),
    ("false-friend", "Suba el archivo", "Telechaje fichye a"),
    ("false-friend", "La Corte Suprema", "Lakou Kasasyon"),
    ("false-friend", "El recurrente", "Akize a"),
    ("space", "Fecha: hoy", "Dat : jodi a"),
    ("quote", "Pulse «Guardar»", 'Peze "Anrejistre"'),
    ("hyphen", "Su dirección", "Adrès-ou"),
    ("contraction", "Su casa", "Kay m"),
    ("contraction", "No va", "Li pap ale"),
    ("contraction", "Su trabajo", "Pitit w"),
    ("glued", "El documento {nombre}", "{nombre} la"),
    ("number-yo", "Son 3 documentos", "Se 3 dokiman yo"),
    ("long", "Texto", "Ou " + "ale " * 20 + "lakay"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "spanish", "creole"), BAD)
def test_bad_creole_is_told(tmp_path: Path, code: str, spanish: str, creole: str) -> None:
    findings = lint(tmp_path, Entry(spanish, "x", strings=(creole,)))
    assert code in {finding.code for finding in findings}
    assert all(finding.level == CODES[finding.code] and finding.line > 0 for finding in findings)


def test_words_that_ought_to_be_creole() -> None:
    def words(source: str, text: str) -> list[str]:
        return list(creole_words(source, text))

    assert words("&Copiar", "Ko&pye l{n} <b>la</b> %1") == ["Kopye", "l", "la"]
    assert words("Vaya a la Corte de Apelaciones.", "Ale nan Corte de Apelaciones.") == ["Ale", "nan"]
    assert words("El Registro Civil.", "Registro Civil (biwo) la") == ["la"]
    assert words("Pida ayuda. Firme", "Firme la") == ["Firme", "la"], "opens a sentence: no name"
    assert words("Vaya a Chile", "Ale Chile") == ["Ale"]
    assert words("RUN del niño", "RUN timoun nan") == ["timoun", "nan"]
    assert words("Pulse «Firmar»", "Peze «Firmar» oswa «Siyen»") == ["Peze", "oswa", "Siyen"]


def codes(findings: list[Finding]) -> list[str]:
    return [finding.code for finding in findings]


def test_header(tmp_path: Path) -> None:
    assert codes(lint(tmp_path, header="n > 1→n != 1")) == ["header"]
    assert codes(lint(tmp_path, header="UTF-8→latin-1")) == ["header"]
    assert "header" in codes(lint(tmp_path, header="Language: ht→Language: fr"))


def test_context_and_duplicates(tmp_path: Path) -> None:
    assert codes(lint(tmp_path, Entry("Siguiente", strings=("Swivan",)))) == ["context"]
    twice = Entry("Siguiente", "x", strings=("Swivan",))
    assert codes(lint(tmp_path, twice, twice)) == ["duplicate"]
    assert codes(lint(tmp_path, twice, Entry("Seguir", "x", strings=("Kontinye",)))) == ["duplicate"]
    words = [
        Entry(word, "qt.X", strings=(text,)) for word, text in (("Save", "Anrejistre"), ("Open", "Louvri"))
    ]
    assert lint(tmp_path, *words) == []


def test_ambiguous(tmp_path: Path) -> None:
    no, name = Entry("No", "a", strings=("Non",)), Entry("Nombre", "b", strings=("Non",))
    assert codes(lint(tmp_path, no, name)) == ["ambiguous"]
    assert lint(tmp_path, no, Entry("No", "b", strings=("Non",))) == []


def test_plural_forms(tmp_path: Path) -> None:
    def check(first: str, second: str, tongue: str = "ht") -> list[str]:
        return codes(lint(tmp_path, Entry("un día", "x", "{n} días", strings=(first, second)), tongue=tongue))

    assert check("{n} jou", "{n} jou") == []
    assert check("{n} jou", "") == ["plural-forms"]
    assert check("yon jou", "{n} jou") == ["fields"], "form 0 also stands for zero"
    assert check("one day", "{n} days", "en") == []


def test_status(tmp_path: Path) -> None:
    entry = Entry("Siguiente", "x", strings=("Swivan",))
    assert codes(lint(tmp_path, entry, review=None)) == ["status"]
    for line in (
        "status: listo; by: AB; date: 2026-11-24",
        "status: draft",
        "status: draft; by: AB; date: 2026-13-01",
    ):
        wrong = Entry("Siguiente", "x", strings=("Swivan",), comments=(line,))
        assert codes(lint(tmp_path, wrong, review=None)) == ["status-form"]


def test_fuzzy_and_legal_texts(tmp_path: Path) -> None:
    fuzzy = Entry("Siguiente", "x", strings=("Swivan",), flags=("fuzzy",))
    assert codes(lint(tmp_path, fuzzy)) == ["fuzzy"]
    legal = Entry("Firme aquí", "legal.x", strings=("Siyen isit la",))
    assert lint(tmp_path, legal) == []
    assert codes(lint(tmp_path, legal, review=Review("native", "MJ", DRAFT.day))) == ["legal-changed"]
    old = Review("native", "MJ", DRAFT.day, source_digest("Firme allí"))
    assert codes(lint(tmp_path, legal, review=old)) == ["legal-changed"]
    assert lint(tmp_path, legal, review=Review("native", "MJ", DRAFT.day, source_digest("Firme aquí"))) == []
    stale = Entry("Firme aquí", "legal.x", strings=("Siyen isit la",), flags=("fuzzy",))
    assert codes(lint(tmp_path, stale)) == ["legal-fuzzy"]


def test_a_finding_can_be_silenced_but_not_a_firm_one(tmp_path: Path) -> None:
    kept = Entry("Total", "x", strings=("Total",), comments=("same-ok",))
    assert lint(tmp_path, kept) == []
    assert (
        codes(
            lint(tmp_path, Entry("Hable.", "x", strings=("Pale",), comments=("lint-ok: punctuation, term",)))
        )
        == []
    )
    lost = Entry("Caso {a}", "x", strings=("Dosye",), comments=("lint-ok: fields",))
    assert codes(lint(tmp_path, lost)) == ["fields"]


def test_english_and_spanish_are_checked_for_structure(tmp_path: Path) -> None:
    english = lint(tmp_path, Entry("Son 30 días", "x", strings=("It is 3 days",)), tongue="en")
    assert codes(english) == ["figures"]
    assert lint(tmp_path, Entry("Siguiente", "x"), tongue="en") == []
    plural = Entry("{n} día", "x", "{n} días", strings=("{n} día", "{n} días"))
    assert lint(tmp_path, plural, tongue="es") == []


def test_obsolete_entries_are_left_alone(tmp_path: Path) -> None:
    assert lint(tmp_path, Entry("Caso {a}", "x", strings=("Caz",), obsolete=True)) == []


def test_every_code_is_pinned_here() -> None:
    text = Path(__file__).read_text(encoding="utf-8")
    assert [code for code in CODES if f'"{code}"' not in text] == []


def test_words_taken_for_spanish_or_french_are_no_creole_of_the_glossary() -> None:
    from konbit.tongues.creole_spelling import ENGLISH_WORDS, FRENCH_WORDS, SPANISH_WORDS

    terms = load_terms(Path(__file__).parents[2] / "translations" / "glosario.csv")
    creole = {word.lower() for term in terms for text in term.renderings for word in text.split()}
    assert creole & (SPANISH_WORDS | FRENCH_WORDS | ENGLISH_WORDS) == set()
