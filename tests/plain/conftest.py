"""Agreements open for a plain sitting, in a home of their own."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable
from pathlib import Path

import pytest

from interview import commands as c
from interview import places, workspace
from interview.workspace import Workspace
from questions.load import load
from questions.model import Bank

EVENING = dt.datetime(2027, 3, 4, 19, 0)
BANKS = Path(__file__).parents[1] / "banks"


@functools.cache
def _bank(name: str) -> Bank:
    return load(BANKS / name)


Open = Callable[[str], Workspace]
"""Opens the agreement of this test on the bank of that name; at first a new one."""


@pytest.fixture(autouse=True)
def at_home(state: Path) -> None:
    """Every test here has a state folder of its own."""


@pytest.fixture
def reopen(tmp_path: Path) -> Open:
    """Open the agreement, new or again, with nobody in it yet."""

    def open(bank: str) -> Workspace:
        folder = tmp_path / bank
        if (folder / places.FILE_NAME).exists():
            return workspace.resume(folder, _bank(bank), clock=lambda: EVENING)
        made = workspace.start(
            folder, "Mill Lane", "quick", _bank(bank), clock=lambda: EVENING, id="plain"
        )
        made.apply(c.Begin())
        return made

    return open


@pytest.fixture
def small(reopen: Open) -> Workspace:
    """A new agreement on five questions, with two partners."""
    return _with_two(reopen("small"))


@pytest.fixture
def kinds(reopen: Open) -> Workspace:
    """A new agreement on a bank with every kind, with two partners."""
    return _with_two(reopen("kinds"))


def _with_two(opened: Workspace) -> Workspace:
    opened.apply(c.AddPartner("Meadow Lane Lunch Club", "Meadow Lane"))
    opened.apply(c.AddPartner("The Hub"))
    return opened
