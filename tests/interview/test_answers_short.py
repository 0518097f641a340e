"""The short way in an answers file: the page of usual clauses, taken without a screen."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from interview.answers_file import BadAnswers, play
from interview.examples import examples
from interview.session import Session
from questions.load import load
from tests.interview.talking import BANKS, START

HEAD = """
[agreement]
depth = "short"

[[partner]]
id = "hub"
name = "The Hub"
"""


def played(folder: Path, text: str, bank: str = "short") -> Session:
    """The session that this text leads to."""
    path = folder / "answers.toml"
    path.write_text(HEAD + text, encoding="utf-8")
    return play(path, load(BANKS / bank), lambda: START, "ab")


def problems(folder: Path, text: str, bank: str = "short") -> str:
    """Everything that is wrong with this text."""
    with pytest.raises(BadAnswers) as bad:
        played(folder, text, bank)
    return str(bad.value)


def test_the_page_is_taken_as_the_table_says(tmp_path: Path) -> None:
    """Left out, put off with a name and a day, and agreed to by everyone in the room."""
    session = played(
        tmp_path,
        '[short]\nleave_out = ["early"]\nowner = "Ann Price"\nby = 2027-01-04\nagree = true\n',
    )
    assert session.entry("early").standing == "undecided"
    assert session.entry("treat").positions["hub"].stance == "agree"
    jobs = session.entry("jobs")
    assert (jobs.owner, jobs.by) == ("Ann Price", dt.date(2027, 1, 4))
    assert not session.entry("treat").talked_through
    assert session.at == "money"


def test_an_empty_table_takes_everything(tmp_path: Path) -> None:
    """With four weeks for what is put off, as on the screen."""
    session = played(tmp_path, "[short]\n")
    assert session.entry("early").settled
    assert session.entry("jobs").by == START.date() + dt.timedelta(28)


def test_without_the_table_the_page_is_still_to_do(tmp_path: Path) -> None:
    """A file that does not speak of it takes nothing."""
    session = played(tmp_path, "")
    assert not session.entry("treat").dealt_with
    assert session.page.questions


def test_an_answer_of_the_groups_own_is_talked_through(tmp_path: Path) -> None:
    """It comes after the page, and takes the mark away."""
    session = played(tmp_path, '[short]\n[answers]\nearly = "meeting"\n')
    assert session.entry("early").talked_through
    assert not session.entry("treat").talked_through


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('[short]\nleave_out = ["eary"]', 'no usual clause "eary"; did you mean "early"?'),
        ('[short]\nleave_out = ["jobs"]', 'no usual clause "jobs"'),
        ("[short]\nleave = []", 'there is no key "leave"; did you mean "leave_out"?'),
        ('[short]\nby = "soon"', "should be a date such as 2027-06-30"),
        ("[short]\nagree = 1", "agree: 1 should be true or false"),
    ],
)
def test_each_mistake_of_the_table_is_named(text: str, problem: str, tmp_path: Path) -> None:
    """With what to write instead."""
    assert problem in problems(tmp_path, text)


def test_the_table_is_for_the_short_way_only(tmp_path: Path) -> None:
    """Elsewhere there is no page; and a bank may have no short way at all."""
    path = tmp_path / "quick.toml"
    path.write_text("[short]\n", encoding="utf-8")
    with pytest.raises(BadAnswers, match='only for depth = "short"'):
        play(path, load(BANKS / "short"), lambda: START, "ab")
    assert "these questions have no short way" in problems(tmp_path, "", "small")


def test_an_example_says_what_it_shows(tmp_path: Path) -> None:
    """In a key of its own; else the first sentence of its comment does."""
    folder = tmp_path / "examples"
    folder.mkdir()
    (folder / "a.toml").write_text(
        '# A worked example: two\n# groups meet. Not more.\n[agreement]\ntitle = "A"\n', "utf-8"
    )
    (folder / "b.toml").write_text('[agreement]\ntitle = "B"\nshows = "The short way."\n', "utf-8")
    (folder / "c.toml").write_text("", "utf-8")
    assert [(each.title, each.shows) for each in examples(tmp_path)] == [
        ("A", "Two groups meet."),
        ("B", "The short way."),
        ("c", ""),
    ]
