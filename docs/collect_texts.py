"""Collects every Spanish text of the program and the pack into the catalogues of `translations/`.

python docs/collect_texts.py           brings them in; prints what is new, changed, gone
python docs/collect_texts.py --check   changes nothing; exit 1 when a catalogue lacks a text or a translation
python docs/collect_texts.py --export ht DIR [--parts N]   untranslated texts as tab-separated files
python docs/collect_texts.py --import ht FILE…             translations from such files, as drafts
"""

from __future__ import annotations

import argparse
import ast
import csv
import hashlib
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from jinja2 import Environment, nodes

from konbit.law.texts import pack_texts
from konbit.tongues.collecting import Message, merge, missing
from konbit.tongues.faults import hint_texts
from konbit.tongues.recording import Rendering, record
from konbit.work.office import open_office

ROOT = Path(__file__).resolve().parents[1]
FAULTS = (
    "KonbitError",
    "BadCase",
    "BadArgument",
    "BadBatch",
    "BadBundle",
    "BadContacts",
    "BadDays",
    "BadForm",
    "BadReview",
    "BadTemplate",
    "CannotWrite",
    "bad",
)
WORDS = ("words", "say", "speaker", "_words", "told")
KEPT = ("qt.", "comun.")
"""Families that come from elsewhere than the sources scanned here."""


def program_texts() -> Iterator[Message]:
    """Texts written in the program: `words("id", "Spanish")`, plurals, and the sentences of faults."""
    for path in sorted((ROOT / "desktop" / "konbit").rglob("*.py")):
        place = path.relative_to(ROOT / "desktop" / "konbit").as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield from _called(node, place)


def _called(node: ast.Call, place: str) -> Iterator[Message]:
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    texts = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
    if name in FAULTS and node.args and isinstance(node.args[0], ast.Constant) and texts:
        kind = name if name != "bad" else "BadCase"
        yield Message(texts[0], f"error.{kind}", f"error, {place}")
        return
    direct = name in WORDS or (isinstance(node.func, ast.Attribute) and node.func.attr in ("text", "words"))
    if direct and len(texts) >= 2 and "." in texts[0] and " " not in texts[0]:
        yield Message(texts[1], texts[0], place)


def note_texts() -> Iterator[Message]:
    """What the writs tell who reviews them: `nota("…")` and `|por_verificar("…")`.

    The id holds a mark of the words, for they have no name.
    """
    for path in sorted((ROOT / "templates").rglob("*es.md.j2")):
        writ = path.parent.name
        tree = Environment().parse(path.read_text(encoding="utf-8"))
        calls = [c for c in tree.find_all(nodes.Call) if getattr(c.node, "name", "") == "nota"]
        told = [*calls, *(f for f in tree.find_all(nodes.Filter) if f.name == "por_verificar")]
        for text in (arg.value for one in told for arg in one.args if isinstance(arg, nodes.Const)):
            mark = hashlib.sha256(str(text).encode()).hexdigest()[:8]
            yield Message(str(text), f"nota.{writ}.{mark}", f"nota del escrito {writ}")


def all_messages() -> list[Message]:
    """Everything to translate, each id once."""
    found: dict[tuple[str, str], Message] = {}
    for message in program_texts():
        found.setdefault(message.identity, message)
    for context, text in hint_texts():
        found.setdefault(Message(text, context).identity, Message(text, context, "dentro de un error"))
    for message in note_texts():
        found.setdefault(message.identity, message)
    for text in pack_texts(open_office().pack):
        found.setdefault(Message(text.text, text.id).identity, Message(text.text, text.id, text.where))
    return list(found.values())


def catalogue(tongue: str) -> Path:
    """The .po of a tongue."""
    return ROOT / "translations" / tongue / "LC_MESSAGES" / "konbit.po"


def collect() -> int:
    """Merges into every catalogue."""
    messages = all_messages()
    owns = sorted({message.context.split(".")[0] + "." for message in messages} - set(KEPT))
    for tongue in ("ht", "en"):
        report = merge(catalogue(tongue), messages, owns=owns)
        print(
            f"{tongue}: {len(report.added)} new, {len(report.changed)} changed, {len(report.vanished)} gone, {report.total} in all"
        )
    return 0


def check() -> int:
    """Whether the Creole catalogue has every text, translated and not stale."""
    messages = all_messages()
    lacking = missing(catalogue("ht"), messages)
    for message in lacking[:40]:
        print(f"ht lacks {message.context}: {message.msgid[:70]}")
    print(f"ht: {len(messages) - len(lacking)} of {len(messages)} texts translated")
    return 1 if lacking else 0


ONLY_CREOLE = ("nota.", "hoja.", "tarjeta.", "legal.tarjeta.")
"""Families that stand on papers alone: English is for the screen of volunteers."""


def check_english() -> int:
    """Whether the English catalogue has every text of the screen."""
    lacking = [
        one for one in missing(catalogue("en"), all_messages()) if not one.context.startswith(ONLY_CREOLE)
    ]
    for message in lacking[:40]:
        print(f"en lacks {message.context}: {message.msgid[:70]}")
    print(f"en: {len(lacking)} texts of the screen without English")
    return 1 if lacking else 0


def export(tongue: str, folder: Path, parts: int) -> int:
    """Writes the untranslated texts of a tongue: id, where, Spanish, and an empty column."""
    lacking = missing(catalogue(tongue), all_messages())
    folder.mkdir(parents=True, exist_ok=True)
    size = -(-len(lacking) // parts) if lacking else 1
    for number in range(0, len(lacking), size):
        with (folder / f"{tongue}-{number // size + 1:02}.tsv").open(
            "w", encoding="utf-8", newline=""
        ) as stream:
            writer = csv.writer(stream, delimiter="\t", lineterminator="\n")
            writer.writerow(["id", "where", "es", tongue])
            for message in lacking[number : number + size]:
                writer.writerow([message.context, message.comment, message.msgid, ""])
    print(f"{len(lacking)} texts")
    return 0


def bring_in(tongue: str, files: list[Path]) -> int:
    """Records translations as drafts."""
    renderings: list[Rendering] = []
    for path in files:
        with path.open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream, delimiter="\t"):
                if row[tongue]:
                    renderings.append(Rendering(row["id"], (row[tongue],), row["es"]))
    report = record(catalogue(tongue), renderings, by="konbit", day=date.today())
    print(
        f"written {len(report.written)}, stale {len(report.stale)}, unknown {len(report.unknown)}, unfit {len(report.unfit)}"
    )
    for name in (*report.stale, *report.unknown, *report.unfit):
        print("  not taken:", name)
    return 0


def main() -> int:
    """Runs the command line of this script."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--export", nargs=2, metavar=("TONGUE", "DIR"))
    parser.add_argument("--parts", type=int, default=1)
    parser.add_argument("--import", dest="bring", nargs="+", metavar="TONGUE FILE")
    given = parser.parse_args()
    if given.check:
        return max(check(), check_english())
    if given.export:
        return export(given.export[0], Path(given.export[1]), given.parts)
    if given.bring:
        return bring_in(given.bring[0], [Path(name) for name in given.bring[1:]])
    return collect()


if __name__ == "__main__":
    sys.exit(main())
