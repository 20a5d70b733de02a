"""A bundle as a person reads it in a terminal."""

from __future__ import annotations

from konbit.tongues.speaking import Speaker
from konbit.work.bundle import MEGABYTE, BundleFile, notice_text


def bundle_done(made: BundleFile, say: Speaker) -> str:
    """The answer to `bundle`."""
    size = f"{made.size / MEGABYTE:.2f}".replace(".", ",")
    lines = [
        say(
            "cli.bundle.done",
            "{file}: {pages} páginas, {size} MB",
            file=made.file,
            pages=made.pages,
            size=size,
        )
    ]
    lines += [
        say(
            "cli.bundle.document",
            "  {number}. {title}: hojas {sheets}, desde el folio {start}",
            number=one.number,
            title=one.title,
            sheets=one.sheets,
            start=one.start,
        )
        for one in made.documents
    ]
    lines += [notice_text(one, say) for one in made.notices]
    return "\n".join(lines)
