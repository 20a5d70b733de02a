"""What a batch has done, on disk: it can be stopped at any moment and goes on where it was.

Outcomes are kept in groups; what was written after the last group is done again, to the same names.
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
create table if not exists fila (numero integer primary key, motivo text not null, archivos text not null, notas text not null);
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
            (one.number, one.reason, json.dumps(one.files), json.dumps(one.notes, ensure_ascii=False))
            for one in outcomes
        ]
        try:
            with self._base:
                self._base.executemany("insert or replace into fila values (?, ?, ?, ?)", rows)
        except sqlite3.Error as error:
            raise CannotWrite(
                "No se pudo escribir {file}: {reason}.", file=NAME, reason=str(error)
            ) from error

    def done(self) -> frozenset[int]:
        """Numbers of the rows whose papers stand."""
        return frozenset(
            number for (number,) in self._base.execute("select numero from fila where motivo = ''")
        )

    def outcomes(self) -> Iterator[Outcome]:
        """Everything kept, by number."""
        with closing(
            self._base.execute("select numero, motivo, archivos, notas from fila order by numero")
        ) as rows:
            for number, reason, files, notes in rows:
                yield Outcome(number, reason, tuple(json.loads(files)), tuple(json.loads(notes)))

    def close(self) -> None:
        """Lets go of the file."""
        self._base.close()
