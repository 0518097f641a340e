"""A home for every test that asks for one; how thoroughly those that try everything do so."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

import pytest
from hypothesis import settings

from interview import places, workspace

THOROUGH: Final = bool(os.environ.get("JOINT_WORKING_THOROUGH"))
"""Set the variable for a night's worth of tries, each time others."""

# Without it every run tries the same, on a fast machine and on a slow one: a test that fails
# here fails everywhere.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("thorough", derandomize=False, deadline=None, max_examples=1000)
settings.load_profile("thorough" if THOROUGH else "steady")


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A state folder that only this test knows."""
    folder = tmp_path / "state"
    for module in (places, workspace):
        monkeypatch.setattr(module, "state_folder", lambda: folder)
    return folder
