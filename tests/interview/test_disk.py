"""The agreement's file on the disk: what is said, and what lies where, whatever happens to it."""

from __future__ import annotations

import errno
import os
import stat
import time
from pathlib import Path

import pytest

from interview import atomic
from interview.disk import AgreementFile


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the agreement lies."""
    folder = tmp_path / "ours"
    folder.mkdir()
    return folder / "agreement.toml"


def saved(path: Path) -> AgreementFile:
    """A file that holds "one", written by us."""
    file = AgreementFile(path, None)
    assert file.write(b"one").kind == "saved"
    return file


def names(path: Path) -> list[str]:
    """What lies in the folder."""
    return sorted(each.name for each in path.parent.iterdir())


def test_theirs_is_left_and_ours_lies_beside_it_however_often_it_is_saved(path: Path) -> None:
    """Edited elsewhere: one file of ours beside it, always the latest; theirs untouched."""
    file = saved(path)
    path.write_bytes(b"theirs")
    for text in (b"two", b"three"):
        state = file.write(text)
        assert state.kind == "changed"
        assert file.changed
        assert state.path.read_bytes() == text
    assert path.read_bytes() == b"theirs"
    assert len(names(path)) == 2


def test_a_file_of_ours_that_was_changed_as_well_is_left_too(path: Path) -> None:
    """Even what lies beside is never written over once somebody has been at it."""
    file = saved(path)
    path.write_bytes(b"theirs")
    first = file.write(b"two").path
    first.write_bytes(b"theirs as well")
    second = file.write(b"three").path
    assert second != first
    assert first.read_bytes() == b"theirs as well"
    assert second.read_bytes() == b"three"


def test_after_the_choice_ours_is_in_its_place_and_nothing_of_ours_lies_beside(path: Path) -> None:
    """What others wrote is let go of, and only that: a later change of theirs stops us again."""
    file = saved(path)
    path.write_bytes(b"theirs")
    file.write(b"two")
    file.let_go_of(b"theirs")
    assert file.write(b"two").kind == "saved"
    assert not file.changed
    assert (path.read_bytes(), names(path)) == (b"two", ["agreement.toml"])
    path.write_bytes(b"theirs, again")
    assert file.write(b"three").kind == "changed"


def test_when_their_change_is_taken_back_we_go_on_in_the_file(path: Path) -> None:
    """The old bytes are there again, or our own came back from another laptop."""
    file = saved(path)
    for back in (b"one", b"two"):
        path.write_bytes(b"theirs")
        assert file.write(b"two").kind == "changed"
        path.write_bytes(back)
        assert file.write(b"two").kind == "saved"
        assert names(path) == ["agreement.toml"]
        assert file.write(b"one").kind == "saved"


def test_a_deleted_file_is_written_again_and_that_is_said(path: Path) -> None:
    """There is nothing to write over, and the promise is that it is on the disk."""
    file = saved(path)
    path.unlink()
    assert file.lost() == b"one"
    state = file.write(b"one")
    assert (state.kind, state.why) == (
        "saved",
        "The file was deleted elsewhere, so it was written again.",
    )
    assert file.lost() is None


def test_ours_beside_is_written_again_if_it_is_deleted(path: Path) -> None:
    """It is where our words are, until the group has chosen."""
    file = saved(path)
    path.write_bytes(b"theirs")
    beside = file.write(b"two").path
    assert file.lost() is None
    beside.unlink()
    assert file.lost() == b"two"
    assert file.write(b"two").path.read_bytes() == b"two"
    assert file.lost() is None


def test_a_folder_that_is_gone_is_not_made_again(path: Path) -> None:
    """It may only be called something else now; a new one would part the group's papers."""
    file = saved(path)
    path.parent.rename(path.parent.with_name("renamed"))
    with pytest.raises(FileNotFoundError) as caught:
        file.write(b"two")
    assert atomic.reason(caught.value) == "the folder is gone"
    assert not path.parent.exists()
    path.parent.with_name("renamed").rename(path.parent)
    assert file.write(b"two").kind == "saved"


def test_a_file_that_another_program_holds_is_tried_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows refuses to replace a file that is open elsewhere; often only for a moment."""
    file = saved(path)
    refusals = [PermissionError(errno.EACCES, "The process cannot access the file")] * 2
    replace = Path.replace

    def sometimes(new: Path, target: Path) -> Path:
        if refusals:
            raise refusals.pop()
        return replace(new, target)

    monkeypatch.setattr(atomic, "_PATIENCE", (0.0, 0.0, 0.0))
    monkeypatch.setattr(Path, "replace", sometimes)
    assert file.write(b"two").kind == "saved"
    assert path.read_bytes() == b"two"


def test_a_file_that_stays_held_gets_ours_beside_it_until_it_is_let_go(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside it, and said so; once it can be replaced, it is, and the other one goes."""
    file = saved(path)
    replace = Path.replace

    def never(new: Path, target: Path) -> Path:
        if target == path:
            raise PermissionError(errno.EACCES, "The process cannot access the file")
        return replace(new, target)

    with monkeypatch.context() as held:
        held.setattr(Path, "replace", never)
        for text in (b"two", b"three"):
            state = file.write(text)
            assert state.kind == "aside"
            assert not file.changed
            assert state.path.read_bytes() == text
            assert "Another program holds the file" in state.why
    assert path.read_bytes() == b"one"
    assert file.write(b"four").kind == "saved"
    assert (path.read_bytes(), names(path)) == (b"four", ["agreement.toml"])


def test_a_disk_that_fails_after_the_renaming_is_no_change_elsewhere(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What lies there is ours, though it is not called saved until the disk says so."""
    file = saved(path)
    fsync = os.fsync

    def fails_on_folders(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EIO, "Input/output error")
        fsync(handle)

    with monkeypatch.context() as failing:
        failing.setattr(os, "fsync", fails_on_folders)
        with pytest.raises(OSError, match="Input/output"):
            file.write(b"two")
    assert file.write(b"three").kind == "saved"
    assert (path.read_bytes(), names(path)) == (b"three", ["agreement.toml"])


def test_what_a_write_left_behind_is_swept_and_nothing_else(path: Path) -> None:
    """Our own at once, others’ once they are old; a file of the group's stays, whatever its name."""
    stays = [".notes.tmp", ".agreement.toml.tmp", "agreement.toml", ".letter.docx.abcd1234.tmp"]
    for name in (*stays, ".agreement.toml.abcd1234.tmp", ".old.docx.abcd_123.tmp"):
        (path.parent / name).write_bytes(b"")
    an_hour_ago = time.time() - 3600
    os.utime(path.parent / ".old.docx.abcd_123.tmp", (an_hour_ago, an_hour_ago))
    atomic.sweep(path.parent, path.name)
    assert names(path) == sorted(stays)


def test_a_disk_that_flushes_and_renames_nothing_still_takes_a_last_copy(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Better a new file that the disk may not keep than none; and that is said."""

    def fault(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    file = saved(path)
    monkeypatch.setattr(os, "fsync", fault)
    state = file.rescue(b"two", folder_too=True)
    assert state.kind == "aside"
    assert state.path.parent == path.parent
    assert state.path.read_bytes() == b"two"
    assert state.path.stat().st_mode & 0o077 == 0
    assert "copy it somewhere else" in state.why
    assert path.read_bytes() == b"one"


def test_the_plainest_way_writes_over_nothing(path: Path) -> None:
    """What is there already stays, and the next place is tried."""
    path.write_bytes(b"theirs")
    with pytest.raises(FileExistsError):
        atomic.write_plainly(path, b"ours")
    assert path.read_bytes() == b"theirs"
