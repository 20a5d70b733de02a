"""How far a translation has been reviewed: the `# status:` comment of its entry.

Form: `status: draft|checked|native; by: NAME; date: YYYY-MM-DD; source: DIGEST`. The digest of the Spanish that
was reviewed is optional, except for legal texts, whose approval lapses when the Spanish changes.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, cast, get_args

from konbit.tongues.po_file import Entry

Status = Literal["draft", "checked", "native"]
STATUSES: tuple[Status, ...] = get_args(Status)

_FORM = re.compile(
    r"status:\s*(?P<status>\w+)\s*;\s*by:\s*(?P<by>[^;]+?)\s*;\s*date:\s*(?P<date>\d{4}-\d\d-\d\d)"
    r"(?:\s*;\s*source:\s*(?P<source>[0-9a-f]+))?\s*"
)


@dataclass(frozen=True, slots=True)
class Review:
    """status: draft (machine or non-native), checked (second person), native (approved by a native speaker).

    by: who. day: when. source: `source_digest` of the Spanish at that time, or "".
    """

    status: Status
    by: str
    day: date
    source: str = ""

    def __str__(self) -> str:
        line = f"status: {self.status}; by: {self.by}; date: {self.day.isoformat()}"
        return f"{line}; source: {self.source}" if self.source else line


def source_digest(msgid: str, plural: str | None = None) -> str:
    """Ten hexadecimal digits that change when the Spanish changes."""
    return hashlib.sha256("\0".join((msgid, plural or "")).encode()).hexdigest()[:10]


def is_status_line(comment: str) -> bool:
    return comment.lstrip().lower().startswith("status:")


def review_of(entry: Entry) -> Review | None:
    """The review that an entry carries; None where the comment is absent or not well formed."""
    for comment in entry.comments:
        found = _FORM.fullmatch(comment.strip())
        if found is None or found["status"] not in STATUSES:
            continue
        try:
            day = date.fromisoformat(found["date"])
        except ValueError:
            continue
        return Review(cast(Status, found["status"]), found["by"], day, found["source"] or "")
    return None


def with_review(entry: Entry, review: Review) -> Entry:
    """The entry carrying this review in place of any earlier one; other comments stay."""
    kept = tuple(comment for comment in entry.comments if not is_status_line(comment))
    return replace(entry, comments=(*kept, str(review)))
