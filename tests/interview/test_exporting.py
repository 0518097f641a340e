"""Papers lie where they were asked for: no link is followed, nothing hangs, nothing is lost."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import evolve

from interview import atomic
from interview.exporting import contacts, export, hand_out, take_home
from interview.places import COMMITTEES, VERSIONS
from outputs.agreement import Agreement
from outputs.formats import FORMATS
from tests.outputs.examples import FULL

MARKDOWN = FORMATS["md"]
NEVER_OURS = ("../../etc/passwd", "..", "a/b\\c", "C:\\x", "nul\x00", "CON", "x" * 255, "😀" * 60)

needs_links = pytest.mark.skipif(os.name != "posix", reason="Windows lets few people make links")


def called(name: str) -> Agreement:
    """An agreement and a partner of that name."""
    first, *others = FULL.partners
    return evolve(
        FULL,
        about=evolve(FULL.about, title=name, version=12),
        partners=(evolve(first, name=name, short=name), *others),
    )


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder that nothing of ours may get into."""
    folder = tmp_path / "outside"
    folder.mkdir()
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of the agreement."""
    folder = tmp_path / "ours"
    folder.mkdir()
    return folder


@pytest.mark.parametrize("name", NEVER_OURS)
def test_no_name_leads_out_of_the_folder(tmp_path: Path, folder: Path, name: str) -> None:
    """Each paper is straight in the folder it was asked for, however a thing is called."""
    agreement = called(name)
    made = [
        export(agreement, MARKDOWN, folder),
        contacts(agreement, MARKDOWN, folder),
        take_home(agreement, agreement.partners[0], folder, ("md",)),
    ]
    assert [each.path.parent for each in made if each.path] == [folder] * 3
    assert [each.name for each in tmp_path.iterdir()] == ["ours"]
    assert len(list(folder.iterdir())) == 3


@needs_links
@pytest.mark.parametrize("name", [VERSIONS, COMMITTEES])
def test_a_folder_that_is_a_link_is_said_and_not_followed(
    folder: Path, outside: Path, name: str
) -> None:
    """Also where it leads nowhere yet."""
    for target in (outside, outside / "not there"):
        (folder / name).symlink_to(target)
        with pytest.raises(OSError, match=name) as error:
            list(hand_out(evolve(FULL, clauses=FULL.clauses[:1]), folder))
        told = f"“{name}” is a link that leads somewhere else"
        assert atomic.reason(error.value) == told
        assert list(outside.iterdir()) == []
        (folder / name).unlink()


def _link(path: Path, outside: Path) -> None:
    secret = outside / "secret"
    secret.write_bytes(b"theirs")
    path.symlink_to(secret)


def _dangling(path: Path, outside: Path) -> None:
    path.symlink_to(outside / "not there")


def _round(path: Path, outside: Path) -> None:
    path.symlink_to(path)


def _pipe(path: Path, outside: Path) -> None:
    os.mkfifo(path)


def _device(path: Path, outside: Path) -> None:
    path.symlink_to("/dev/zero")


def _folder(path: Path, outside: Path) -> None:
    path.mkdir()


def _not_ours_to_read(path: Path, outside: Path) -> None:
    path.write_bytes(b"theirs")
    path.chmod(0)


def _not_ours_to_write(path: Path, outside: Path) -> None:
    path.write_bytes(b"theirs")
    path.chmod(0o400)


@needs_links
@pytest.mark.parametrize(
    "lies_there",
    [_link, _dangling, _round, _pipe, _device, _folder, _not_ours_to_read, _not_ours_to_write],
)
def test_whatever_has_the_name_already_is_left_alone(
    folder: Path, outside: Path, lies_there: Callable[[Path, Path], None]
) -> None:
    """A link, a pipe, a folder or another's file: the paper takes the next name, at once."""
    first = export(FULL, MARKDOWN, folder).path
    assert first is not None
    data = first.read_bytes()
    first.unlink()
    lies_there(first, outside)
    before = first.lstat()
    made = export(FULL, MARKDOWN, folder).path
    assert made == first.with_stem(f"{first.stem} 2")
    assert made.read_bytes() == data
    assert (first.lstat().st_mode, first.lstat().st_size) == (before.st_mode, before.st_size)
    assert [p.read_bytes() for p in outside.iterdir()] in ([], [b"theirs"])


@needs_links
def test_a_link_to_these_very_bytes_is_not_taken_for_the_file(folder: Path, outside: Path) -> None:
    """Or the paper would lie somewhere else."""
    first = export(FULL, MARKDOWN, folder).path
    assert first is not None
    first.rename(outside / "same")
    first.symlink_to(outside / "same")
    assert export(FULL, MARKDOWN, folder).path == first.with_stem(f"{first.stem} 2")


def test_a_file_of_any_length_of_name_can_be_written(tmp_path: Path) -> None:
    """The temporary file beside it has a shorter one."""
    path = tmp_path / f"{'x' * 250}.toml"
    atomic.write(path, b"ours")
    assert path.read_bytes() == b"ours"


@needs_links
@pytest.mark.parametrize("lies_there", [_pipe, _device, _folder])
def test_reading_what_is_no_file_says_so_at_once(
    folder: Path, outside: Path, lies_there: Callable[[Path, Path], None]
) -> None:
    """A pipe that nobody writes into, or a device without an end, is never waited for."""
    path = folder / "agreement.toml"
    lies_there(path, outside)
    with pytest.raises(OSError, match=path.name) as error:
        atomic.read(path, 1000)
    assert atomic.reason(error.value) == "it is not a file"


def test_reading_stops_where_it_is_too_much(tmp_path: Path) -> None:
    """Whatever the disk says of its length."""
    path = tmp_path / "file"
    path.write_bytes(b"x" * 11)
    assert atomic.read(path, 11) == b"x" * 11
    with pytest.raises(atomic.TooLarge):
        atomic.read(path, 10)
