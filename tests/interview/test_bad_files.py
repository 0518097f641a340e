"""A file that cannot be opened lies there afterwards as it lay before, whoever tried."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from interview import workspace
from interview.answers_file import BadAnswers, play
from interview.cli import cli
from outputs import toml
from outputs.problems import BadAgreement
from tests.interview.talking import SMALL, START, talk

TEXT = toml.write(talk(SMALL, "Riverside", "The Hub").agreement())
LONG_AGO = 1_700_000_000

BAD = {
    "empty": b"",
    "only comments": b"# a comment\n",
    "noise": bytes(range(256)),
    "another encoding": TEXT.replace("Mill", "Café").encode("cp1252"),
    "wide": TEXT.encode("utf-16"),
    "Word": b"PK\x03\x04",
    "conflict": TEXT.replace("[agreement]", "<<<<<<< HEAD\n[agreement]").encode(),
    "newer": TEXT.replace("format = 1", "format = 2").encode(),
    "cut off": TEXT.encode()[:1200],
    "no such day": TEXT.replace("2026-11-23", "2026-02-30").encode(),
    "two of one id": TEXT.replace('id = "the-hub"', 'id = "riverside"').encode(),
    "very large": b"#" * 50_000_000,
}


@pytest.fixture(params=BAD)
def bad(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A bad agreement, alone in its folder, last written long ago."""
    path = tmp_path / "ours" / "agreement.toml"
    path.parent.mkdir()
    path.write_bytes(BAD[request.param])
    os.utime(path, (LONG_AGO, LONG_AGO))
    return path


def untouched(path: Path, data: bytes) -> bool:
    """Whether it is the one file in its folder still, of these bytes and that age."""
    alone = [each.name for each in path.parent.iterdir()] == [path.name]
    return alone and path.read_bytes() == data and path.stat().st_mtime == LONG_AGO


def test_resuming_leaves_it_as_it_is(bad: Path) -> None:
    """It is refused in words, and neither moved, mended nor put beside anything."""
    data = bad.read_bytes()
    with pytest.raises((BadAgreement, workspace.CannotOpen)) as caught:
        workspace.resume(bad, SMALL)
    assert str(caught.value)
    assert untouched(bad, data)


@pytest.mark.parametrize("command", [["open", "--plain"], ["check"], ["export", "--to", "md,pdf"]])
def test_the_commands_leave_it_as_it_is(bad: Path, command: list[str]) -> None:
    """Each says why, tells the shell, and makes nothing."""
    data = bad.read_bytes()
    result = CliRunner().invoke(cli, [*command, str(bad)], catch_exceptions=False)
    assert result.exit_code == 3
    assert result.stderr.strip()
    assert "Traceback" not in result.stderr
    assert untouched(bad, data)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"[answers]\naim = \xe9", "is not UTF-8 text in line 2; save it again as UTF-8 (in Notepad"),
        ("[answers]\naim = 1".encode("utf-16"), "is not UTF-8 text; save it again as UTF-8"),
        ("[answers]\naim = “Warm”".encode(), "is not TOML: line 2: 'aim = “Warm”': the value is in curly"),
        (b"[answers]\nby = 2027-02-30", "line 2: 'by = 2027-02-30': there is no such day"),
        (b"<<<<<<< HEAD\n[answers]", "left two versions of these lines here"),
        (b"x = " + b"9" * 5000, "has a number in it that is far too large"),
        (b"x = " + b"[" * 5000, "is nested too deeply"),
        (b"[answers]\na\0b = 1", "line 2: "),
    ],
)  # fmt: skip
def test_an_answers_file_is_refused_in_the_same_words(
    data: bytes, told: str, tmp_path: Path
) -> None:
    """The file, the line, what stands there, and what to type instead."""
    path = tmp_path / "answers.toml"
    path.write_bytes(data)
    with pytest.raises(BadAnswers) as caught:
        play(path, SMALL, lambda: START, "ab")
    assert str(caught.value).startswith("answers.toml: ")
    assert told in str(caught.value)
