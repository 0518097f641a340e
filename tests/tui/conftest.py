"""Agreements open on the screens, in a home of their own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from interview import commands as c
from interview import workspace
from interview.tui import keys
from interview.workspace import Workspace
from questions.load import bundled, load
from questions.values import Answer

EVENING = dt.datetime(2027, 3, 4, 19, 0)
EVENING_BANK = Path(__file__).parents[1] / "banks" / "evening"
SMALL = Path(__file__).parents[1] / "banks" / "small"
SHORT = Path(__file__).parents[1] / "banks" / "short"


@pytest.fixture(autouse=True)
def no_time_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    """However slow the machine, a meeting takes no time unless a test says so."""
    monkeypatch.setattr(workspace, "monotonic", lambda: 0.0)


@pytest.fixture(autouse=True)
def at_home(state: Path) -> None:
    """Every test here has a state folder of its own."""


@pytest.fixture(autouse=True)
def no_lull(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look for a key's effects at once: the wait is for the eye, and adds up over many keys."""
    monkeypatch.setattr(keys, "LULL", 0)
    monkeypatch.setattr(keys, "TYPING", 0)


@pytest.fixture
def evening(tmp_path: Path) -> Iterator[Workspace]:
    """A new agreement on an evening in little, with three partners; one is not here tonight."""
    opened = workspace.start(
        tmp_path / "evening",
        "Mill Lane",
        "quick",
        load(EVENING_BANK),
        clock=lambda: EVENING,
        id="e",
    )
    for name in ("Lunch Club", "St Anne’s", "The Hub"):
        opened.apply(c.AddPartner(name))
    opened.apply(c.SetAbsent("the-hub"))
    yield opened
    opened.close()


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Workspace]:
    """A new agreement on the same bank, with nobody in it yet."""
    opened = workspace.start(
        tmp_path / "bare", "Mill Lane", "quick", load(EVENING_BANK), clock=lambda: EVENING, id="b"
    )
    opened.apply(c.Begin())
    yield opened
    opened.close()


@pytest.fixture
def ours(tmp_path: Path) -> Iterator[Workspace]:
    """A new agreement on the bundled bank."""
    opened = workspace.start(
        tmp_path / "ours", "Mill Lane", "quick", load(bundled()), clock=lambda: EVENING, id="parity"
    )
    opened.apply(c.Begin())
    yield opened
    opened.close()


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Workspace]:
    """A new agreement on five questions."""
    opened = workspace.start(
        tmp_path / "small", "Mill Lane", "quick", load(SMALL), clock=lambda: EVENING, id="parity"
    )
    opened.apply(c.Begin())
    yield opened
    opened.close()


def in_a_hurry(folder: Path, bank: Path) -> Workspace:
    """A short interview of two partners, with money involved."""
    made = workspace.start(folder, "Mill Lane", "short", load(bank), clock=lambda: EVENING, id="s")
    for name in ("Lunch Club", "St Anne’s"):
        made.apply(c.AddPartner(name))
    made.apply(c.Answer("money", Answer(True)))
    return made


@pytest.fixture
def short(tmp_path: Path) -> Iterator[Workspace]:
    """A short interview on a bank in little, whose page of usual clauses is ``treat`` and on."""
    made = in_a_hurry(tmp_path / "short", SHORT)
    yield made
    made.close()
