"""A few faults of the disk, made for real; `python -m tests.torture faults` makes all of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.torture import faults_more
from tests.torture.faults_kinds import FAULTS
from tests.torture.faults_run import run

pytestmark = pytest.mark.terminal
BY_NAME = {fault.name: fault for fault in FAULTS}


@pytest.mark.parametrize(
    ("fault", "moment"),
    [
        ("folder deleted", "saving"),
        ("folder renamed", "typing"),
        ("edited in Notepad", "saving"),
        ("file deleted", "leaving"),
        ("state folder unusable", "typing"),
        ("held, as on Windows (stand-in)", "saving"),
    ],
)
def test_a_fault_of_the_disk_breaks_no_promise(tmp_path: Path, fault: str, moment: str) -> None:
    """Nothing saved is lost or half, what is not saved is said, and it is saved when it can be."""
    seen = run(BY_NAME[fault], moment, tmp_path / "world")
    assert not seen.skipped
    assert seen.broken == [], seen.saw


def test_a_second_window_changes_nothing(tmp_path: Path) -> None:
    """It is told who holds the agreement, and may look."""
    (play,) = (more for more in faults_more.PLAYS if more.name == "second window")
    assert play.play(tmp_path / "world").broken == []
