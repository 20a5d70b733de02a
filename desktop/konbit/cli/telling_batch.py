"""A batch as a person reads it in a terminal."""

from __future__ import annotations

from konbit.tongues.speaking import Speaker
from konbit.work.batch.running import BatchDone, Progress


def batch_progress(step: Progress, say: Speaker) -> str:
    """One line while a batch runs."""
    minutes = 0 if step.left is None else max(1, round(step.left / 60))
    return say(
        "cli.batch.step",
        "{done} de {total} listas, {failed} con problemas; faltan unos {minutes} min",
        done=step.done,
        total=step.total,
        failed=step.failed,
        minutes=minutes,
    )


def batch_done(found: BatchDone, say: Speaker) -> str:
    """The answer to `batch`."""
    lines = [
        say(
            "cli.batch.done",
            "Filas listas: {done}. Archivos: {files}. Con problemas: {failed}.",
            done=found.done,
            files=found.files,
            failed=len(found.failed),
        )
    ]
    lines += [
        say("cli.batch.failed", "Fila {row}: {reason}", row=number, reason=reason)
        for number, reason in found.failed[:10]
    ]
    if found.report:
        lines.append(
            say(
                "cli.batch.report",
                "Las filas por corregir están en {file}; corríjalas y vuelva a darlas.",
                file=found.report,
            )
        )
    return "\n".join(lines)
