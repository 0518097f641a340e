"""Whole answers: to plain data and back, and what a question starts with."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questions.answers import (
    PlainAnswer,
    chosen,
    from_plain,
    next_row_id,
    start,
    to_plain,
    usual_answer,
    with_new_partners,
)
from questions.conditions import Facts
from questions.group import Group, Party
from questions.load import load
from questions.model import Question
from questions.values import Answer, Own, Period, Plain, Row
from tests.interview.strategies import answers

BANK: Final = load(Path(__file__).parents[1] / "banks" / "kinds")
GROUP: Final = Group(
    (Party("hub", "The Hub"), Party("friends", "Friends")),
    today=dt.date(2026, 11, 30),
    former=(Party("gone", "Gone"),),
)
FACTS: Final = Facts(partners=2)


def ask(id: str) -> Question:
    """The question with that id."""
    found = BANK.find(id)
    assert found is not None
    return found


@pytest.mark.parametrize("asked", BANK.questions, ids=lambda q: q.id)
@settings(max_examples=40)
@given(data=st.data())
def test_plain_and_back(asked: Question, data: st.DataObject) -> None:
    """What a file holds of an answer is an answer again, and from then on always the same."""
    answer, mistakes = from_plain(asked, to_plain(asked, data.draw(answers(asked, GROUP))), GROUP)
    assert mistakes == []
    assert from_plain(asked, to_plain(asked, answer), GROUP) == (answer, [])


class TestMistakes:
    @pytest.mark.parametrize(
        ("id", "plain", "said"),
        [
            ("decide", PlainAnswer("all-say-yea"), 'did you mean "all-say-yes"?'),
            ("begin", PlainAnswer("now"), "it takes fields, not an answer"),
            ("jobs", PlainAnswer("now"), "it takes rows, not an answer"),
            ("decide", PlainAnswer(None, {"weight": "x"}), 'no field "weight"; it has wait'),
            ("aim", PlainAnswer(None, {"x": "x"}), 'no field "x"; it has none'),
            ("decide", PlainAnswer(None, {"wait": "long"}), 'field "wait": Please type a length'),
            ("aim", PlainAnswer(None, {}, [{"id": "r1"}]), "it does not take rows"),
            ("jobs", PlainAnswer(None, {}, [{"wot": "x"}]), 'no column "wot"'),
            ("jobs", PlainAnswer(None, {}, [{"by": "soon"}]), 'column "by"'),
            ("jobs", PlainAnswer(None, {}, [{"id": "a"}, {"id": "a"}]), 'both called "a"'),
            ("brings", PlainAnswer(None, {}, [{"id": "nobody"}]), 'row "nobody" is for no partner'),
        ],
    )
    def test_each_is_named(self, id: str, plain: PlainAnswer, said: str) -> None:
        """A mistake says what is wrong, and where."""
        _, mistakes = from_plain(ask(id), plain, GROUP)
        assert len(mistakes) == 1
        assert said in mistakes[0]

    def test_all_at_once_and_the_rest_is_kept(self) -> None:
        """Every mistake is told, and what was right is in the answer."""
        fields: dict[str, Plain] = {"start": "soon", "end": dt.date(2027, 1, 1), "opener": ["x"]}
        answer, mistakes = from_plain(ask("begin"), PlainAnswer(None, fields), GROUP)
        assert len(mistakes) == 2
        assert answer.fields == {"end": dt.date(2027, 1, 1)}


def test_rows_without_an_id_get_one() -> None:
    """A row that somebody typed into a file needs no id."""
    rows: list[dict[str, Plain]] = [{"what": "cook"}, {"id": "r3", "what": "sing"}, {"what": "x"}]
    answer, _ = from_plain(ask("jobs"), PlainAnswer(None, {}, rows), GROUP)
    assert [row.id for row in answer.rows] == ["r1", "r3", "r2"]
    assert next_row_id(answer.rows) == "r4"


@pytest.mark.parametrize(
    ("id", "answer", "ids"),
    [
        ("money", Answer(True), {"yes"}),
        ("money", Answer(False), {"no"}),
        ("decide", Answer("all-say-yes"), {"all-say-yes"}),
        ("decide", Answer(Own("we sing")), {"other"}),
        ("share", Answer(("room", Own("x"))), {"room", "other"}),
        ("share", Answer(), set()),
        ("aim", Answer("x"), set()),
    ],
)
def test_chosen(id: str, answer: Answer, ids: set[str]) -> None:
    """What conditions look at: option ids, yes or no, other."""
    assert chosen(ask(id), answer) == ids


class TestStart:
    def test_dates_follow_each_other(self) -> None:
        """A default is counted from today, or from a date of the same question."""
        fields = start(ask("begin"), FACTS, GROUP).fields
        assert fields["start"] == dt.date(2026, 12, 30)
        assert fields["end"] == dt.date(2027, 12, 30)
        assert fields["opener"] == ("hub",)
        assert "style" not in fields

    def test_a_date_after_one_that_was_settled(self) -> None:
        """A default may be counted from another question’s date, and from today without it."""
        settled = Facts(dates={"begin.end": dt.date(2028, 2, 1)})
        assert start(ask("old-end"), settled, GROUP).fields == {"look": dt.date(2028, 5, 1)}
        assert start(ask("old-end"), FACTS, GROUP).fields == {"look": dt.date(2027, 2, 28)}

    def test_the_end_of_the_calendar(self) -> None:
        """A date after the last there is, is the last there is."""
        settled = Facts(dates={"begin.end": dt.date.max})
        assert start(ask("old-end"), settled, GROUP).fields == {"look": dt.date.max}

    def test_suggested_rows(self) -> None:
        """Rows are suggested ready filled, those with a condition only while it holds."""
        (bins,) = start(ask("jobs"), FACTS, GROUP).rows
        assert bins == Row("bins", {"who": ("all",), "what": "Put the bins out", "often": "weekly"})
        rows = start(ask("jobs"), Facts(partners=3), GROUP).rows
        assert [row.id for row in rows] == ["bins", "book"]

    def test_a_row_for_each_partner(self) -> None:
        """A table by partner starts with a row for each, its defaults filled in."""
        rows = start(ask("brings"), FACTS, GROUP).rows
        assert [row.id for row in rows] == ["hub", "friends"]
        assert rows[0].cells == {"length": Period(1, "year")}

    def test_nothing_is_chosen(self) -> None:
        """Defaults fill blanks; they never decide."""
        assert start(ask("decide"), FACTS, GROUP) == Answer(None, {"wait": Period(7, "day")})


class TestUsual:
    def test_the_first_that_holds(self) -> None:
        """What most groups of this size choose, with its blanks."""
        usual = usual_answer(ask("decide"), FACTS, GROUP)
        assert usual == Answer("all-say-yes", {"wait": Period(7, "day")})
        usual = usual_answer(ask("decide"), Facts(partners=4), GROUP)
        assert usual is not None
        assert usual.value == "no-objection"

    def test_yes_and_no(self) -> None:
        """The usual answer to a yes or no is one of them."""
        assert usual_answer(ask("money"), FACTS, GROUP) == Answer(False)

    def test_none(self) -> None:
        """Where nothing is usual, nothing is offered; a form offers its defaults."""
        assert usual_answer(ask("aim"), FACTS, GROUP) is None
        assert usual_answer(ask("begin"), FACTS, GROUP) == start(ask("begin"), FACTS, GROUP)


def test_new_partners_get_a_row() -> None:
    """A row to fill for whoever joined since; nobody’s row twice, nobody’s row lost."""
    said = Answer(rows=(Row("friends", {"hours": 3}), Row("gone", {"hours": 1})))
    rows = with_new_partners(ask("brings"), said, FACTS, GROUP).rows
    assert [row.id for row in rows] == ["friends", "gone", "hub"]
    other = Answer("x")
    assert with_new_partners(ask("aim"), other, FACTS, GROUP) is other
