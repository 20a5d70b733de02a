"""What a batch has done, on disk: it can be stopped at any moment and goes on where it was.

Outcomes are kept in groups; what was written after the last group is done again, to the same names. Papers are not
flushed one by one: after a power cut, one that is not there in its full length is made again.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from konbit.batch.rows import Outcome
from konbit.errors import BadBatch, CannotWrite

NAME = "avance.sqlite"
_TABLES = """
create table if not exists lote (marca text not null);
create table if not exists fila (numero integer primary key, motivo text not null, archivos text not null,
    bytes text not null, notas text not null);
"""


class Ledger:
    """The outcomes of one batch. mark: stands for its plan and its rows; another batch's ledger is refused."""

    def __init__(self, folder: Path, mark: str, *, resume: bool) -> None:
        """Opens or begins the ledger of a folder. Raises BadBatch (begun before, or of another batch), CannotWrite."""
        path = folder / NAME
        if path.exists() and not resume:
            raise BadBatch(
                "{file}: aquí ya hay un trabajo empezado; siga con --resume o elija otra carpeta",
                file=folder.name,
            )
        try:
            self._base = sqlite3.connect(path)
            self._base.execute("pragma journal_mode=wal")
            self._base.execute("pragma synchronous=normal")
            self._base.executescript(_TABLES)
            found = self._base.execute("select marca from lote").fetchone()
        except sqlite3.DatabaseError as error:
            raise BadBatch(
                "{file}: el registro del avance está dañado; use otra carpeta", file=NAME
            ) from error
        except OSError as error:
            raise CannotWrite(
                "No se pudo escribir {file}: {reason}.", file=NAME, reason=str(error)
            ) from error
        if found is None:
            with self._base:
                self._base.execute("insert into lote values (?)", (mark,))
        elif found[0] != mark:
            self.close()
            raise BadBatch(
                "{file}: el trabajo empezado aquí es de otro plan o de otros casos", file=folder.name
            )

    def keep(self, outcomes: Iterable[Outcome]) -> None:
        """Writes a group of outcomes, all or none. Raises CannotWrite."""
        rows = [
            (
                one.number,
                one.reason,
                json.dumps(one.files),
                json.dumps(one.sizes),
                json.dumps(one.notes, ensure_ascii=False),
            )
            for one in outcomes
        ]
        try:
            with self._base:
                self._base.executemany("insert or replace into fila values (?, ?, ?, ?, ?)", rows)
        except sqlite3.Error as error:
            raise CannotWrite(
                "No se pudo escribir {file}: {reason}.", file=NAME, reason=str(error)
            ) from error

    def standing(self, folder: Path) -> frozenset[int]:
        """Numbers of the rows whose papers stand in the folder, each with the bytes it was written with."""
        return frozenset(
            one.number
            for one in self.outcomes()
            if one.done and all(map(_has, (folder / name for name in one.files), one.sizes))
        )

    def outcomes(self) -> Iterator[Outcome]:
        """Everything kept, by number."""
        words = "select numero, motivo, archivos, bytes, notas from fila order by numero"
        with closing(self._base.execute(words)) as rows:
            for number, reason, files, sizes, notes in rows:
                yield Outcome(number, reason, *(tuple(json.loads(each)) for each in (files, sizes, notes)))

    def close(self) -> None:
        """Lets go of the file."""
        self._base.close()


def _has(path: Path, size: int) -> bool:
    try:
        return path.stat().st_size == size
    except OSError:
        return False
