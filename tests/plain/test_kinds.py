"""Every kind of answer, typed on a line."""

from __future__ import annotations

import datetime as dt

import pytest

from interview import commands as c
from interview.plain.compound import PROMPTS
from interview.plain.manners import MANNERS
from interview.workspace import Workspace
from questions.kinds import KINDS, SIMPLE
from questions.values import Answer, Own, Period
from tests.plain.scripted import answer_quickly


def test_every_kind_has_a_prompt() -> None:
    """A kind that this form cannot ask for is named here."""
    assert set(PROMPTS) == set(KINDS)
    assert set(MANNERS) == set(SIMPLE)


def _answer(opened: Workspace, question: str, script: list[str]) -> tuple[Answer, str]:
    opened.apply(c.Answer("money", Answer(True)))
    opened.apply(c.GoTo(question))
    printed = answer_quickly(opened, [*script, "/leave"])
    answer = opened.session.entry(question).answer
    assert answer is not None, printed
    return answer, printed


@pytest.mark.parametrize(
    ("question", "typed", "value"),
    [
        ("name", ["Mill Lane Lunches"], "Mill Lane Lunches"),
        ("pot", ["£250", ""], 25000),
        ("size", ["three"], 3),
        ("notice", ["5 working days"], Period(5, "working day")),
        ("holder", ["2", "", ""], ("the-hub",)),
        ("holder", ["1, Ann Price", "", ""], ("meadow-lane", Own("Ann Price"))),
        ("decide", ["", "2", ""], "no-objection"),
        ("decide", ["", "no serious objection", ""], "no-objection"),
        ("decide", ["", "4", "By tossing a coin", ""], Own("By tossing a coin")),
        ("decide", ["", "By tossing a coin", ""], Own("By tossing a coin")),
        ("share", ["1, 3"], ("room", "tea")),
        ("share", ["1 2 and 3"], ("room", "van", "tea")),
        ("share", ["the van, and its driver"], ("van",)),
        ("share", ["1, 4", "A kettle, red"], ("room", Own("A kettle, red"))),
        ("aim", ["", "To eat.", "Together.", ""], "To eat.\nTogether."),
    ],
)
def test_a_line_becomes_the_value_that_it_means(
    kinds: Workspace, question: str, typed: list[str], value: object
) -> None:
    """Numbers pick from the list, words are read by the kind."""
    if question == "notice":
        kinds.apply(c.Answer("share", Answer(("van",))))
    assert _answer(kinds, question, typed)[0].value == value


def test_a_form_keeps_what_enter_leaves_and_empties_what_a_dash_clears(kinds: Workspace) -> None:
    """Each field shows what stands there now."""
    answer, printed = _answer(kinds, "begin", ["1 May 2027", "-", "", "2", "1, 2"])
    assert answer.fields == {
        "start": dt.date(2027, 5, 1),
        "opener": ("meadow-lane",),
        "style": "loudly",
        "tell": ("press", "friends"),
    }
    assert "From [4 April 2027]:" in printed


def test_rows_can_be_changed_added_and_deleted(kinds: Workspace) -> None:
    """The rows are a numbered list; Enter takes them as they are."""
    change = ["1", "2", "", "6 June 2027", "£5", ""]
    add = ["a", "Ann", "Lock up", "", "", "once"]
    answer, printed = _answer(kinds, "jobs", [*change, *add, "a", "", "", "", "", "", "d 3", ""])
    assert [row.id for row in answer.rows] == ["bins", "r1"]
    assert answer.rows[0].cells == {
        "who": ("the-hub",),
        "what": "Put the bins out",
        "by": dt.date(2027, 6, 6),
        "cost": 500,
        "often": "weekly",
    }
    assert "1 Who: all of us; What: Put the bins out; How often: weekly" in printed


def test_a_table_by_partner_is_asked_row_by_row(kinds: Workspace) -> None:
    """Each partner is named before its cells are asked for."""
    hub = ["", "3", "", "The Hub", "heat"]
    answer, printed = _answer(kinds, "gives", ["2", "1 week", "Ann", "cook", *hub[1:], ""])
    assert answer.rows[0].cells == {
        "hours": 2,
        "length": Period(1, "week"),
        "with": (Own("Ann"),),
        "what": "cook",
    }
    assert printed.index("Meadow Lane:") < printed.index("The Hub:")


def test_what_cannot_be_read_is_explained_and_asked_again(kinds: Workspace) -> None:
    """The sentence says what to type; the next line is a new try."""
    answer, printed = _answer(kinds, "size", ["a few", "3"])
    assert answer.value == 3
    assert "Please type a whole number, such as 3." in printed


def test_a_slip_is_no_answer_in_our_own_words(kinds: Workspace) -> None:
    """A number that is not listed, or a letter, does not become a sentence."""
    answer, printed = _answer(kinds, "decide", ["", "7", "e", "1", ""])
    assert answer.value == "all-say-yes"
    assert "There is no 7 in the list." in printed
    assert "or a few words of your own" in printed


def test_a_question_with_nothing_typed_stays_open(kinds: Workspace) -> None:
    """Enter on an empty line says nothing, and nobody is held up."""
    kinds.apply(c.GoTo("name"))
    printed = answer_quickly(kinds, ["", "/leave"])
    assert not kinds.session.entry("name").dealt_with
    assert "Nothing is said, so this stays open." in printed
