"""Spells the Spanish of the program and the pack with hunspell's Chilean dictionary and the project's own words.

python docs/spell_spanish.py           prints each word not known with one place where it stands; exit 1 when there is one
python docs/spell_spanish.py --spare   prints the own words (translations/es/palabras.txt) that no text needs any more

Quotations of norms are not spelt: they stand as they were published.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections.abc import Iterator

from collect_texts import ROOT, all_messages
from jinja2 import Environment, nodes

from konbit.tongues.markup import without_markup

OWN = ROOT / "translations" / "es" / "palabras.txt"
WORD = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]+)*")
LEFT_OUT = re.compile(
    r"@otrosi\b|\[\[\w+\]\]|--[\w-]+|\"[^\"]*\"|https?://\S+|\S+@\S+|\bwww\.\S+|\b[\w-]+(?:\.[\w-]+)+\b|\b\w*[\d_]\w*\b"
)
"""Options, keys in straight quotes, addresses, file names, and what holds a figure or an underscore: ids, not words."""


def texts() -> Iterator[tuple[str, str]]:
    """Every Spanish text with its place: those shown, and the words of the writs."""
    for message in all_messages():
        if not message.context.startswith("qt."):
            yield message.context, without_markup(message.msgid)
            if message.plural:
                yield message.context, without_markup(message.plural)
    environment = Environment()
    for path in sorted((ROOT / "templates").rglob("*.j2")):
        if path.name.startswith("ht") or "_ht" in path.name or "/ht/" in path.as_posix():
            continue
        place = path.relative_to(ROOT).as_posix()
        for data in environment.parse(path.read_text(encoding="utf-8")).find_all(nodes.TemplateData):
            yield place, data.data


def words() -> dict[str, str]:
    """Each word with the first place where it stands."""
    found: dict[str, str] = {}
    for place, text in texts():
        for word in WORD.findall(LEFT_OUT.sub(" ", text)):
            found.setdefault(word, place)
    return found


def unknown(every: list[str]) -> list[str]:
    """What hunspell does not know. Raises FileNotFoundError when hunspell is not installed."""
    told = subprocess.run(
        ["hunspell", "-i", "utf-8", "-d", "es_CL", "-l"],
        input="\n".join(every),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return told.stdout.split()


def own_words() -> set[str]:
    """The project's list: one a line, `#` begins a remark."""
    lines = OWN.read_text(encoding="utf-8").splitlines()
    return {line.partition("#")[0].strip() for line in lines} - {""}


def main() -> int:
    """Runs the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--spare", action="store_true")
    spare = parser.parse_args().spare
    found, own = words(), own_words()
    bad = unknown(sorted(found))
    if spare:
        needed = set(bad) | {word.lower() for word in bad}
        print("\n".join(sorted(own - needed)))
        return 0
    left = sorted(word for word in set(bad) if word not in own and word.lower() not in own)
    for word in left:
        print(f"{word}\t{found.get(word, '')}")
    print(f"{len(found)} words, {len(left)} not known", file=sys.stderr)
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
