"""The disk: what is said, what is on it, and what happens when it says no."""

from __future__ import annotations

import errno
import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from interview import atomic, saver
from interview.disk import AgreementFile, SaveState
from interview.saver import Saver
from outputs.limits import MOST_BYTES


class Told:
    """Gathers the states that a saver tells, and waits for one."""

    def __init__(self) -> None:
        self.states: list[SaveState] = []
        self._news = threading.Condition()

    def __call__(self, state: SaveState) -> None:
        with self._news:
            self.states.append(state)
            self._news.notify_all()

    def wait(self, kind: str) -> SaveState:
        """The first state of that kind."""
        with self._news:
            found = self._news.wait_for(lambda: [s for s in self.states if s.kind == kind], 10)
        return found[0]


@pytest.fixture
def told() -> Told:
    """Who the saver tells."""
    return Told()


@pytest.fixture
def ours(tmp_path: Path, told: Told) -> Iterator[Saver]:
    """A saver of a file that is not there yet."""
    folder = tmp_path / "ours"
    folder.mkdir()
    file = AgreementFile(folder / "agreement.toml", None)
    made = Saver(file, tmp_path / "drafts" / "draft.json", told)
    yield made
    made.close()


def test_saved_is_said_when_the_file_is_on_the_disk(
    ours: Saver, told: Told, tmp_path: Path
) -> None:
    """The state becomes saved only once the bytes are there."""
    ours.put("one")
    assert ours.state.kind in ("saving", "saved")
    told.wait("saved")
    assert (tmp_path / "ours" / "agreement.toml").read_text() == "one"


def test_the_latest_wins(ours: Saver, tmp_path: Path) -> None:
    """However many changes come in a row, the last is what lies there at the end."""
    for n in range(200):
        ours.put(str(n))
    assert ours.close().kind == "saved"
    assert (tmp_path / "ours" / "agreement.toml").read_text() == "199"


def test_a_full_disk_is_told_in_plain_words_and_tried_again(
    ours: Saver, told: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Work goes on; when there is room again the file is written without being asked."""
    full = True
    write = atomic.write

    def maybe(path: Path, data: bytes, *, private: bool = False) -> None:
        if full:
            raise OSError(errno.ENOSPC, "No space left on device")
        write(path, data, private=private)

    monkeypatch.setattr(atomic, "write", maybe)
    monkeypatch.setattr(saver, "RETRY", 0.02)
    ours.put("one")
    assert told.wait("failed").why == "the disk is full"
    full = False
    told.wait("saved")
    assert (tmp_path / "ours" / "agreement.toml").read_text() == "one"


def test_what_could_not_be_opened_again_is_not_called_saved(
    ours: Saver, told: Told, tmp_path: Path
) -> None:
    """The old file stays, and it is said what to do; once some text is cut, it is saved."""
    ours.put("one")
    told.wait("saved")
    ours.put("x" * (MOST_BYTES + 1))
    assert "please cut some" in told.wait("failed").in_words
    assert (tmp_path / "ours" / "agreement.toml").read_text() == "one"
    ours.put("two")
    assert ours.close().kind == "saved"
    assert (tmp_path / "ours" / "agreement.toml").read_text() == "two"


def test_a_folder_that_cannot_even_be_looked_at_is_one_that_is_gone(
    ours: Saver, told: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A lost network share raises at every look; saving lives on, and on leaving it is rescued."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setattr("platformdirs.user_documents_path", lambda: home)
    folder, look = tmp_path / "ours", os.stat

    def lost(path: str | Path, *args: Any, **more: Any) -> os.stat_result:
        if Path(path).is_relative_to(folder):
            raise OSError(errno.ENOTCONN, "Transport endpoint is not connected")
        return look(path, *args, **more)

    monkeypatch.setattr("os.stat", lost)
    ours.put("not lost")
    assert told.wait("failed").why == "the folder is gone"
    state = ours.close()
    assert state.path.parent == home
    assert state.path.read_text() == "not lost"


def test_on_the_way_out_it_writes_wherever_it_can(
    told: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the folder cannot be written, the agreement goes to the next place, and says where."""
    blocked = tmp_path / "a file, not a folder"
    blocked.write_text("in the way")
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setattr(Path, "home", lambda: home)
    monkeypatch.setattr("platformdirs.user_documents_path", lambda: blocked / "Documents")
    ours = Saver(AgreementFile(blocked / "agreement.toml", None), tmp_path / "draft.json", told)
    ours.put("not lost")
    state = ours.close()
    assert state.kind == "aside"
    assert state.path.parent == home
    assert state.path.read_text() == "not lost"
    assert state.path.stat().st_mode & 0o077 == 0
    assert state.why == "The usual place could not be written."


def test_a_file_that_changed_meanwhile_is_never_written_over(
    ours: Saver, told: Told, tmp_path: Path
) -> None:
    """Somebody edits the file in Notepad: theirs stays, ours is beside it."""
    path = tmp_path / "ours" / "agreement.toml"
    ours.put("one")
    told.wait("saved")
    path.write_text("edited by hand")
    ours.put("two")
    beside = told.wait("changed")
    assert path.read_text() == "edited by hand"
    assert beside.path.read_text() == "two"
    assert beside.path.name in beside.why


def test_a_failed_write_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Never half a file, never an empty one, and no temporary file left behind."""
    path = tmp_path / "agreement.toml"
    atomic.write(path, b"old")

    def fail(handle: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(OSError, match="Input/output"):
        atomic.write(path, b"new")
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["agreement.toml"]


def test_a_draft_waits_little_and_goes_when_it_is_empty(ours: Saver, tmp_path: Path) -> None:
    """Half-typed text is on the disk soon, for its owner alone, and an empty one removes it."""
    draft = tmp_path / "drafts" / "draft.json"
    began = time.monotonic()
    ours.put_draft("{}")
    while not draft.exists():
        assert time.monotonic() - began < 5
        time.sleep(0.01)
    assert draft.stat().st_mode & 0o077 == 0
    ours.put_draft("")
    while draft.exists():
        assert time.monotonic() - began < 5
        time.sleep(0.01)


def test_a_folder_that_was_renamed_is_not_made_again_by_a_copy(
    ours: Saver, told: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy kept beside the file waits with it until the folder is back."""
    monkeypatch.setattr(saver, "RETRY", 0.02)
    folder, other = tmp_path / "ours", tmp_path / "ours, old"
    folder.rename(other)
    ours.keep(folder / "versions" / "beginning.toml", b"before")
    ours.put("one")
    assert told.wait("failed").why == "the folder is gone"
    assert not folder.exists()
    other.rename(folder)
    told.wait("saved")
    assert (folder / "agreement.toml").read_text() == "one"
    assert (folder / "versions" / "beginning.toml").read_bytes() == b"before"
