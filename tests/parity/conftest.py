"""A home of its own for every agreement."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.screen import Screen

from interview import workspace
from interview.tui import keys


@pytest.fixture(autouse=True)
def no_time_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    """However slow the machine, a meeting takes no time unless a test says so."""
    monkeypatch.setattr(workspace, "monotonic", lambda: 0.0)


@pytest.fixture(autouse=True)
def at_home(state: Path) -> None:
    """Every test here has a state folder of its own."""


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Screens that are laid out but not drawn, since nobody looks; and no wait for the next key."""
    monkeypatch.setattr(keys, "LULL", 0.0)
    monkeypatch.setattr(keys, "TYPING", 0.0)
    monkeypatch.setattr(Screen, "_compositor_refresh", lambda _: None)
