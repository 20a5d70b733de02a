"""What many tests share: the pack of this repository, loaded and compiled once; how hard Hypothesis tries."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

from konbit.case.reading import CaseReader
from konbit.law.loader import load_pack
from konbit.law.pack import Pack, PackFolders
from konbit.reasoning.engine import Engine

ROOT = Path(__file__).resolve().parents[1]


def pytest_configure(config: pytest.Config) -> None:
    """Nothing that a test opens is kept in the folders of whoever runs it."""
    del config
    os.environ["XDG_CACHE_HOME"] = os.environ["LOCALAPPDATA"] = tempfile.mkdtemp(prefix="konbit-test-")


_COMMON = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large]}
settings.register_profile("quick", max_examples=25, **_COMMON)
settings.register_profile("ci", max_examples=25, derandomize=True, print_blob=True, **_COMMON)
settings.register_profile("deep", max_examples=1500, **_COMMON)
settings.register_profile(
    "once", max_examples=5, phases=(Phase.explicit, Phase.reuse, Phase.generate), **_COMMON
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "quick"))


@pytest.fixture(scope="session")
def folders() -> PackFolders:
    """The three folders of the pack in this repository."""
    return PackFolders(ROOT / "forms", ROOT / "templates", ROOT / "translations")


@pytest.fixture(scope="session")
def pack(folders: PackFolders) -> Pack:
    """The pack of this repository. Immutable, so one for all tests."""
    return load_pack(folders)


@pytest.fixture(scope="session")
def engine(pack: Pack) -> Engine:
    """The pack compiled."""
    return Engine(pack)


@pytest.fixture(scope="session")
def reader(pack: Pack) -> CaseReader:
    """Reads cases against the pack's vocabulary."""
    return CaseReader(pack.facts, pack.blocks, pack.places, pack.day_fact)
