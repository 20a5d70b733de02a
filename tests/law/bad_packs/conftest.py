"""The copy in which the slips are planted, and the one assertion about all of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from konbit.law.pack import PackFolders

from .pack_copy import PackCopy, copied
from .slips import END, Slip


@pytest.fixture(scope="module")
def copy(folders: PackFolders, tmp_path_factory: pytest.TempPathFactory) -> PackCopy:
    """A sound copy; a test that breaks a file mends it again."""
    return copied(folders, tmp_path_factory.mktemp("pack"))


@pytest.fixture
def is_one_sentence(copy: PackCopy) -> Callable[[Slip], None]:
    """Asserts that a copy with this slip says that one sentence, with its place, and nothing else."""

    def check(slip: Slip) -> None:
        before = copy.text(slip.file)
        if slip.old == END:
            after = before + slip.new
        else:
            assert slip.old in before, "the pack changed: this slip needs a new place"
            after = before.replace(slip.old, slip.new, 1)
        with copy.with_file(slip.file, after.encode("utf-8")):
            found = copy.problems()
        if slip.at == END:
            assert [problem.split(":", 2)[2].strip() for problem in found] == [slip.says]
            return
        expected = slip.expected(after)
        assert expected in found
        assert set(found) == {expected}, "a slip that drags others along hides the cause"

    return check
