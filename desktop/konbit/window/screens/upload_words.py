"""What a portal takes of a writ: its name for the file, its weight, and what speaks against handing it in as it is."""

from __future__ import annotations

from konbit.law.norms import Confidence
from konbit.law.pack import Pack
from konbit.window.pack_words import of_pack
from konbit.window.parts.banner import Level
from konbit.window.parts.lettering import Say
from konbit.window.screens.finding_view import Notice
from konbit.window.tongue import Said, Words
from konbit.work.upload import Upload

_MILLION = 1_000_000


def portal_words(pack: Pack, key: str) -> Say | None:
    """Before there is a file: where `escrito:ID` goes up, and how heavy it may be. None where it goes to no portal."""
    kind, _, ident = key.partition(":")
    if kind != "escrito" or ident not in pack.writs:
        return None
    rule = pack.filings.file_rule(ident, court=pack.writs[ident].court)
    if rule is None:
        return None
    channel, most = of_pack(pack.filings.channels[rule.channel]), rule.most_bytes
    if most is None:
        return lambda words: words(
            "ui.upload.no_limit",
            "{channel}: no se sabe cuánto puede pesar el archivo. Mírelo ahí antes de subirlo.",
            channel=channel(words),
        )
    size = megabytes(most)
    if rule.confidence is Confidence.CONFIRMED:
        return lambda words: words(
            "ui.upload.limit", "{channel}: recibe hasta {most} MB.", channel=channel(words), most=size
        )
    return lambda words: words(
        "ui.upload.limit_unsure",
        "{channel}: recibe hasta {most} MB, según lo leído. Confírmelo ahí.",
        channel=channel(words),
        most=size,
    )


def upload_notice(pack: Pack, file: Upload) -> Notice | None:
    """What speaks against handing a file in: it weighs too much, or the portal takes no such file. None: nothing."""
    if not file.channel:
        return None
    channel = of_pack(pack.filings.channels[file.channel])
    if file.fits is False:
        size, most = megabytes(file.size), megabytes(file.most or 0)
        return Notice(
            Level.AMBER,
            lambda words: words(
                "ui.upload.heavy",
                "Pesa {size} MB y {channel} recibe hasta {most} MB. Divídalo, o baje la resolución de las fotos.",
                size=size,
                most=most,
                channel=channel(words),
            ),
            _too_heavy,
        )
    if file.format_ok is False:
        return Notice(
            Level.AMBER,
            lambda words: words(
                "ui.upload.format",
                "{channel}: no recibe este tipo de archivo. Guárdelo como PDF.",
                channel=channel(words),
            ),
        )
    return None


def weight_words(pack: Pack, file: Upload) -> Say | None:
    """«Para subirlo: pesa 0,1 MB. …»: its weight beside the limit, or that nobody knows one."""
    if not file.channel or file.fits is False:
        return None
    size, channel = megabytes(file.size), of_pack(pack.filings.channels[file.channel])
    if file.most is None:
        return lambda words: words(
            "ui.upload.weighs_unknown",
            "El PDF pesa {size} MB. {channel}: no se sabe cuánto recibe; mírelo ahí.",
            size=size,
            channel=channel(words),
        )
    most = megabytes(file.most)
    return lambda words: words(
        "ui.upload.weighs",
        "El PDF pesa {size} MB. {channel}: recibe hasta {most} MB.",
        size=size,
        channel=channel(words),
        most=most,
    )


def megabytes(size: int) -> str:
    """Millions of bytes with one decimal, as Chileans write them, and rounded up: what is over never looks equal.

    >>> megabytes(2_000_000), megabytes(2_000_001), megabytes(70_000)
    ('2', '2,1', '0,1')
    """
    whole, tenth = divmod(-(-size * 10 // _MILLION), 10)
    return f"{whole},{tenth}" if tenth else str(whole)


def _too_heavy(words: Words) -> Said:
    return words("ui.upload.too_heavy", "Pesa demasiado.")
