"""A home of its own for every run of the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.terminal.driver import hermetic


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """An environment that leads nowhere but into a new folder."""
    folder = tmp_path / "home"
    folder.mkdir()
    return hermetic(folder)
