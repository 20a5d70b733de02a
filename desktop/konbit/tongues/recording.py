"""Writing translations and their review into a catalogue: drafts made here, decisions that come back from reviewers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from konbit.tongues.po_file import Entry, PoFile, identity, rewrite_po, without_fuzzy
from konbit.tongues.review import STATUSES, Review, Status, review_of, source_digest, with_review


@dataclass(frozen=True, slots=True)
class Rendering:
    """A translation for one context: one string per form (one, or two for a text with a plural).

    msgid: the Spanish it was made from, where known; if the catalogue has another by now it is not taken. Families of
    contexts that are keyed by their source (`qt.`, `error.`) need it.
    """

    context: str
    strings: tuple[str, ...]
    msgid: str | None = None


@dataclass(frozen=True, slots=True)
class RecordReport:
    """Contexts by what became of them.

    kept: already reviewed further than this. stale: the Spanish is another. unknown: no such live entry.
    unfit: an empty text or the wrong number of forms.
    """

    written: tuple[str, ...]
    kept: tuple[str, ...]
    stale: tuple[str, ...]
    unknown: tuple[str, ...]
    unfit: tuple[str, ...]


def record(
    po_path: Path, renderings: Iterable[Rendering], *, by: str, day: date, status: Status = "draft"
) -> RecordReport:
    """Write translations and the review they carry. A text reviewed further than `status` is never overwritten.

    Lifts the fuzzy mark, since the rendering is of the Spanish as it stands. Raises BadPack, OSError.
    """
    given = {identity(rendering.context, rendering.msgid or ""): rendering for rendering in renderings}
    report: list[RecordReport] = []

    def change(po: PoFile) -> PoFile:
        outcome: dict[str, list[str]] = {"written": [], "kept": [], "stale": [], "unfit": []}
        entries: list[Entry] = []
        left = dict(given)
        for entry in po.entries:
            rendering = None if entry.obsolete else left.pop(entry.identity, None)
            if rendering is None:
                entries.append(entry)
                continue
            fate = _fate(entry, rendering, status)
            outcome[fate].append(entry.context)
            entries.append(_recorded(entry, rendering, by, day, status) if fate == "written" else entry)
        lists = {name: tuple(sorted(contexts)) for name, contexts in outcome.items()}
        report.append(RecordReport(unknown=tuple(sorted(context for context, _ in left)), **lists))
        return PoFile(po.header, tuple(entries))

    rewrite_po(po_path, change)
    return report[-1]


def _fate(entry: Entry, rendering: Rendering, status: Status) -> str:
    if rendering.msgid is not None and rendering.msgid != entry.msgid:
        return "stale"
    if len(rendering.strings) != len(entry.strings) or not all(text.strip() for text in rendering.strings):
        return "unfit"
    review = review_of(entry)
    if review is not None and entry.usable and STATUSES.index(review.status) > STATUSES.index(status):
        return "kept"
    return "written"


def _recorded(entry: Entry, rendering: Rendering, by: str, day: date, status: Status) -> Entry:
    source = "" if status == "draft" else source_digest(entry.msgid, entry.plural)
    return with_review(
        replace(without_fuzzy(entry), strings=rendering.strings), Review(status, by, day, source)
    )
