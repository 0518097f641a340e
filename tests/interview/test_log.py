"""What is noted of a fault: where it was, and nothing that anybody said."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest

from interview import log, places

SECRET = "we never liked the Hub"


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A state folder that only this test knows."""
    folder = tmp_path / "state"
    monkeypatch.setattr(places, "state_folder", lambda: folder)
    return folder


def _fail(said: str) -> None:
    try:
        int(said)
    except ValueError:
        raise KeyError(said) from None


def _fault() -> Exception:
    try:
        _fail(SECRET)
    except KeyError as error:
        return error
    raise AssertionError  # it fails


def test_a_fault_is_noted_with_its_place_and_its_causes() -> None:
    """The kinds, the function and our own line; each cause once."""
    path = log.note(_fault())
    assert path is not None
    noted = path.read_text("utf-8")
    assert "joint-working 0" in noted
    assert "\nValueError\n" in noted
    assert "\nKeyError\n" in noted
    assert "in _fail: raise KeyError(said) from None" in noted


def test_nothing_that_was_said_is_noted() -> None:
    """Neither what an exception says nor what a variable holds, nor whose folder it was in."""
    path = log.note(_fault())
    assert path is not None
    noted = path.read_text("utf-8")
    assert SECRET not in noted
    assert str(Path(__file__).parents[2]) not in noted


def test_the_log_stays_small_and_keeps_the_latest(
    state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whole entries go, the oldest first."""
    monkeypatch.setattr(log, "MOST_BYTES", 2000)
    for number in range(50):
        log.note_all([(f"Fault{number}", [("a.py", number, "f")])])
        assert (state / "log.txt").stat().st_size <= 2000
    noted = (state / "log.txt").read_text("utf-8")
    assert "Fault49" in noted
    assert "Fault0\n" not in noted
    assert noted[:2] == "20"  # the year: it begins where an entry begins


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_only_its_owner_can_read_the_log(state: Path) -> None:
    """Even where somebody had opened it to others."""
    state.mkdir()
    (state / "log.txt").touch(0o644)
    path = log.note(_fault())
    assert path is not None
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_log_that_cannot_be_kept_is_no_second_fault(state: Path) -> None:
    """A file stands where the folder would be."""
    state.write_text("in the way", "utf-8")
    assert log.note(_fault()) is None


def test_a_thread_that_fails_is_noted_and_prints_nothing(
    monkeypatch: pytest.MonkeyPatch, state: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody waits for a thread, and its traceback would be drawn over the screen."""
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)  # put back afterwards
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    log.watch()

    def fail() -> None:
        raise ValueError(SECRET)

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert "ValueError" in (state / "log.txt").read_text("utf-8")
    assert capsys.readouterr().err == ""
