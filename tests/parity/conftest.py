"""A home of its own for every agreement."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.screen import Screen

from interview import places, workspace
from interview.tui import keys


@pytest.fixture(autouse=True)
def no_time_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    """However slow the machine, a meeting takes no time unless a test says so."""
    monkeypatch.setattr(workspace, "monotonic", lambda: 0.0)


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A state folder that only this test knows."""
    folder = tmp_path / "state"
    for module in (places, workspace):
        monkeypatch.setattr(module, "state_folder", lambda: folder)
    return folder


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Screens that are laid out but not drawn, since nobody looks; and no wait for the next key."""
    monkeypatch.setattr(keys, "LULL", 0.0)
    monkeypatch.setattr(keys, "TYPING", 0.0)
    monkeypatch.setattr(Screen, "_compositor_refresh", lambda _: None)
