"""What each partner would do, and what is asked of those who were not there."""

from __future__ import annotations

import datetime as dt
from typing import Final

import pytest
from attrs import evolve

from outputs import absent
from outputs.agreement import (
    Agreement,
    Attendee,
    Clause,
    Column,
    Meeting,
    Partner,
    Position,
    Status,
    Theme,
)
from outputs.blocks import Block, Bullets, Heading, Paragraph
from outputs.duties import Duty, duties
from outputs.numbering import short_hash, words_of
from outputs.words import names
from tests.outputs.examples import ABOUT, FIRST, PARTNERS, clause

THEMES: Final = (Theme("purpose", "What we are for"),)


def agreement(*clauses: Clause, meeting: Meeting | None = None) -> Agreement:
    """The usual partners, with these clauses."""
    met = (meeting,) if meeting else ()
    return Agreement(about=ABOUT, themes=THEMES, partners=PARTNERS, meetings=met, clauses=clauses)


def said(*clauses: Clause, meeting: Meeting | None = None) -> list[tuple[str, str, bool]]:
    """Partner, words, and whether it is a need."""
    return [(d.partner, d.said, d.needs) for d in duties(agreement(*clauses, meeting=meeting))]


@pytest.mark.parametrize(
    ("sentence", "partners"),
    [
        ("Riverside will cook.", ["riverside"]),
        ("The Riverside Trust will cook.", ["riverside"]),
        ("Ann Price will ring round.", ["riverside"]),
        ("Riverside, St Anne’s and the Hub will meet.", ["riverside", "st-annes", "hub"]),
        ("We will pay Riverside.", []),
        ("Riverside keeps the key.", []),
        ("Riversiders will cheer.", []),
        ("The Old Library will cook.", []),
    ],
)
def test_a_sentence_is_the_duty_of_whom_it_says_will_of(sentence: str, partners: list[str]) -> None:
    """By any name it goes by, as whole words; nobody who has left."""
    found = said(clause("a", "purpose", "A", sentence))
    assert [partner for partner, *_ in found] == partners


def test_a_need_is_told_apart() -> None:
    """What a partner needs is not what it does."""
    found = said(clause("a", "purpose", "A", "Riverside will need the key from St Anne’s."))
    assert found == [("riverside", "Riverside will need the key from St Anne’s.", True)]


def test_a_row_is_the_duty_of_whoever_stands_in_it() -> None:
    """With its day, under the clause’s heading; somebody in the room counts for their partner."""
    jobs = evolve(
        clause("jobs", "purpose", "Our first jobs", "We will do these."),
        columns=(
            Column("job", "Job", "text"),
            Column("who", "Who", "who"),
            Column("by", "By", "date"),
        ),
        rows=(
            {"job": "Cut two keys", "who": ["hub"], "by": FIRST},
            {"job": "BBC visit", "who": ["other: Di Fox"]},
            {"job": "Sweep", "who": ["all"]},
            {"who": ["hub"]},
        ),
    )
    met = Meeting(FIRST, people=(Attendee("Di Fox", "st-annes"),))
    assert said(jobs, meeting=met) == [
        ("hub", "Our first jobs: Cut two keys, by 6 June 2027.", False),
        ("st-annes", "Our first jobs: BBC visit.", False),
    ]


@pytest.mark.parametrize("status", ["parked", "undecided", "disputed", "not-for-us"])
def test_what_is_not_agreed_is_nobodys_duty(status: Status) -> None:
    """Whatever its wording says."""
    open_still = evolve(clause("a", "purpose", "A", "Riverside will cook."), status=status)
    assert said(open_still) == []


def section(*clauses: Clause, meeting: Meeting) -> list[Block]:
    """The section, as a list."""
    return list(absent.section(agreement(*clauses, meeting=meeting)))


COOK: Final = clause("a", "purpose", "A", "The Hub will cook.")
AWAY: Final = Meeting(FIRST, ("hub",), rings="ann Price", rings_by=dt.date(2027, 6, 9))


def test_what_is_asked_of_one_who_was_not_there_stands_by_itself() -> None:
    """With who rings it, and by when."""
    heading, asked, rings = section(COOK, meeting=AWAY)
    assert heading == Heading(2, "The Hub was not in the room: what is asked of it")
    assert asked == Bullets("It has not said yes to any of this:", ["The Hub will cook."])
    assert rings == Paragraph("Ann Price will ring it by 9 June 2027, and ask what we got wrong.")


def test_what_it_has_said_yes_to_since_is_no_longer_asked() -> None:
    """A yes on another evening counts, and then nothing is asked any more."""
    call = names(agreement())
    yes = Position("hub", "agree", FIRST, short_hash(words_of(COOK, call)))
    assert section(evolve(COOK, positions=(yes,)), meeting=AWAY) == []


def test_of_whom_nothing_is_asked_that_is_said_too() -> None:
    """With who rings it: it may have something to ask."""
    found = section(clause("a", "purpose", "A", "St Anne’s will cook."), meeting=AWAY)
    assert found[1] == Paragraph("Nothing is asked of it by name.")


def test_the_longest_name_that_stands_there_is_meant() -> None:
    """Meadow is not Meadow Lane."""
    two = (*PARTNERS, Partner("meadow", "Meadow"), Partner("meadow-lane", "Meadow Lane"))
    made = evolve(agreement(clause("a", "purpose", "A", "Meadow Lane will cook.")), partners=two)
    assert [d.partner for d in duties(made)] == ["meadow-lane"]


def test_that_nobody_rings_is_said_too() -> None:
    """So that somebody offers."""
    *_, rings = section(COOK, meeting=Meeting(FIRST, ("hub",)))
    assert rings == Paragraph("Who will ring it is not said yet.")


@pytest.mark.parametrize("meeting", [Meeting(FIRST), Meeting(FIRST, ("gone",))])
def test_where_all_were_there_nothing_is_said(meeting: Meeting) -> None:
    """Nor of a partner that has left."""
    assert section(COOK, meeting=meeting) == []


def test_a_duty_says_which_clause_it_is_from() -> None:
    """By the id of its question."""
    assert duties(agreement(COOK)) == (Duty("hub", "a", "The Hub will cook."),)
