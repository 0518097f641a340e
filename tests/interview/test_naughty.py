"""Strings that break programs come back as they were typed: from the file, and from every paper."""

from __future__ import annotations

from functools import cache

import pytest

from interview import commands as c
from interview.reopen import reopen
from interview.session import Session
from outputs import toml
from outputs.agreement import Agreement
from questions.text import clean
from tests.interview.naughty import NAUGHTY, NOTHING, gathered, said_of
from tests.interview.talking import KINDS, Clock, printed, refusal, talk


@cache
def everything() -> tuple[Agreement, ...]:
    """An agreement for each string, in which it stands wherever it could be typed."""
    return tuple(said_of(text).agreement() for text in NAUGHTY)


def test_every_string_comes_back_from_the_file_as_it_was_typed() -> None:
    """Written, read and reopened, each is what the gate left of it, wherever it was typed."""
    for text, agreement in zip(NAUGHTY, everything(), strict=True):
        read = toml.read(toml.write(agreement).encode())
        assert read == agreement
        reopened = reopen(read, KINDS)
        assert reopened.noticed == ()
        again = Session(KINDS, reopened.record, Clock(), reopened.at).agreement()
        assert again == agreement
        _assert_kept(again, text)


def _assert_kept(agreement: Agreement, text: str) -> None:
    line, lines = clean(text), clean(text, lines=True)
    aim, name, decide, jobs, brings, holder = (
        found
        for question in ("aim", "name", "decide", "jobs", "brings", "holder")
        if (found := printed(agreement, question))
    )
    assert agreement.about.title == line
    assert agreement.partners[2].name == line[:200].rstrip()
    assert aim.answer == lines
    assert (name.answer, name.wording[-1], name.note) == (line, line, lines)
    assert (decide.answer, decide.wording[-1]) == (f"other: {line}", line)
    assert jobs.rows[0]["what"] == line
    assert agreement.partners[0].people[0].name == line
    assert brings.rows[0]["more"] == lines
    (position,) = name.positions
    assert (position.reason, position.would_change) == (lines, lines)
    assert (holder.views[0].words, holder.owner) == (lines, line)
    assert [(item.what, item.owner) for item in agreement.parked] == [(line, line)]


@pytest.mark.parametrize("text", NOTHING)
def test_a_string_of_which_nothing_is_left_is_refused_or_left_out(text: str) -> None:
    """Nothing nameless joins, no empty sentence is printed, and the title stays."""
    session = talk(KINDS, "Lunch Club")
    assert refusal(session, c.AddPartner(text)) == "Please type the organisation’s name."
    assert refusal(session, c.ParkItem(text)) == "Please say what is put off."
    session.apply(c.SetTitle(text))
    assert session.record.title == "Mill Lane"
    session.apply(c.Note("aim", text))
    assert session.record.entry("aim").note == ""
