"""The short way: its page of usual clauses, what is marked, and going on to quick and full."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from interview import block
from interview import commands as c
from interview import events as e
from interview.gaps import gaps
from interview.session import Session
from outputs import markdown, toml
from outputs.document import document_of
from questions.load import load
from questions.model import Depth
from questions.values import Answer
from tests.interview.talking import BANKS, SMALL, Clock, again, do, printed, refusal, talk, words

SHORT = load(BANKS / "short")
MARK = "Usual wording, not talked through."
BY = dt.date(2026, 12, 21)


def talk_short(depth: Depth = "short") -> Session:
    """Two partners, money involved, and everything dealt with before the page."""
    session = talk(SHORT, "Riverside", "The Hub")
    do(session, c.SetDepth(depth), c.Answer("money", Answer(True)))
    for id in ("start", "decide"):
        take_usual(session, id)
    return session


def take_usual(session: Session, id: str) -> None:
    """Answer a question with what is usual."""
    question = SHORT.find(id)
    assert question is not None
    usual = session.usual(question)
    assert usual is not None
    do(session, c.Answer(id, usual))


@pytest.fixture
def short() -> Session:
    """A short interview that has got as far as the page."""
    return talk_short()


def asked(session: Session) -> list[str]:
    """The ids of the path."""
    return [q.id for q in session.path]


class TestThePath:
    def test_each_depth_has_its_order(self, short: Session) -> None:
        """Short asks the page late; quick and full ask each where it stands in the bank."""
        page = ["treat", "early", "tell", "jobs", "last-step"]
        assert asked(short) == ["money", "start", "decide", *page, "status"]
        do(short, c.SetDepth("quick"))
        together = ["money", "treat", "start", "jobs"]
        keeping = ["decide", "early", "last-step", "tell", "status"]
        assert asked(short) == [*together, *keeping]
        do(short, c.SetDepth("full"))
        assert asked(short) == ["money", "treat", "aims", "start", "jobs", *keeping]

    def test_the_page_is_one(self, short: Session) -> None:
        """From the question before it next leads to it; its questions are asked together."""
        do(short, c.GoTo("decide"), c.Next())
        assert short.page.kind == "block"
        assert [q.id for q in short.page.questions] == [
            *("treat", "early", "tell", "jobs", "last-step")
        ]

    def test_quick_has_no_such_page(self) -> None:
        """There each of them is a question like any other."""
        session = talk_short("quick")
        do(session, c.GoTo("early"))
        assert session.page.kind == "question"

    def test_a_hidden_clause_is_not_on_the_page(self, short: Session) -> None:
        """Without money there is no funder to tell, and nothing of it is taken."""
        do(short, c.Answer("money", Answer(False)), c.GoTo("treat"))
        assert "tell" not in [q.id for q in short.page.questions]
        do(short, c.TakeAsUsual())
        assert "tell" not in short.record.entries

    def test_a_bank_without_a_short_way(self) -> None:
        """It cannot be asked for, and there is no page to take."""
        session = talk(SMALL, "Riverside")
        assert "no short way" in refusal(session, c.SetDepth("short"))
        assert "no page of usual clauses" in refusal(session, c.TakeAsUsual())


class TestTaking:
    def test_all_is_taken_or_put_off_in_one_step(self, short: Session) -> None:
        """The usual words, the marks, who takes on the rest; and one undo takes all of it back."""
        before = short.record
        do(short, c.GoTo("treat"), c.TakeAsUsual((), "Ann Price", BY))
        assert words(short, "treat") == [
            "We will let each other finish.",
            "We will thank each other.",
        ]
        for id in ("treat", "early", "tell"):
            assert short.entry(id).settled
            assert not short.entry(id).talked_through
        for id in ("jobs", "last-step"):
            entry = short.entry(id)
            assert (entry.standing, entry.owner, entry.by) == ("parked", "Ann Price", BY)
        after = short.record
        do(short, c.Undo())
        assert short.record == before
        assert short.at == "treat"
        do(short, c.Redo())
        assert short.record == after

    def test_what_is_left_out_stays_open(self, short: Session) -> None:
        """It is not decided, makes no words, and is listed under what is still to agree."""
        do(short, c.TakeAsUsual(("early",)))
        entry = short.entry("early")
        assert (entry.standing, entry.answer) == ("undecided", None)
        page = markdown.render(document_of(short.agreement())).split("## Still to agree")[1]
        assert "We have left these open, and not talked about them:" in page
        assert "Saying it early" in page

    def test_only_a_usual_clause_can_be_left_out(self, short: Session) -> None:
        """The command is refused as a whole."""
        assert "“jobs” is not one" in refusal(short, c.TakeAsUsual(("jobs",)))

    def test_what_the_group_said_for_itself_stays(self, short: Session) -> None:
        """Taking the page changes no answer that somebody gave."""
        own = Answer("meeting")
        do(short, c.Answer("early", own), c.Answer("last-step", Answer("part")))
        do(short, c.TakeAsUsual())
        assert short.entry("early").answer == own
        assert short.entry("early").talked_through
        assert short.entry("last-step").standing == "decided"

    def test_the_page_can_be_done_again(self, short: Session) -> None:
        """Left out after all, and taken again: the same words, still marked."""
        do(short, c.TakeAsUsual())
        do(short, c.TakeAsUsual(("treat",)))
        assert short.entry("treat").standing == "undecided"
        do(short, c.TakeAsUsual((), "Ann Price", BY))
        assert short.entry("treat").settled
        assert not short.entry("treat").talked_through
        assert short.entry("jobs").owner == "Ann Price"
        assert short.apply(c.TakeAsUsual((), "Ann Price", BY)) == ()

    def test_the_page_says_what_it_would_be(self, short: Session) -> None:
        """The numbers of the clauses as they will be, and a month to think about the rest."""
        do(short, c.GoTo("treat"))
        numbers = block.numbers(short)
        page = block.page_of(short)
        assert (page.left_out, page.owner, page.by) == (frozenset(), "", BY)
        do(short, c.TakeAsUsual())
        assert numbers == {id: short.number(id) for id in numbers}
        assert numbers["early"] == "2.2"

    def test_a_clause_has_one_number_whatever_the_depth(self, short: Session) -> None:
        """Going on to more questions moves no clause that is there already."""
        do(short, c.TakeAsUsual())
        take_usual(short, "status")
        before = {q.id: short.number(q.id) for q in short.path}
        do(short, c.SetDepth("quick"))
        assert before == {q.id: short.number(q.id) for q in short.path}


class TestTheMark:
    def test_it_is_kept_in_the_file(self, short: Session) -> None:
        """Saved and reopened it is there; where all was talked through the file has no such key."""
        assert "talked_through" not in toml.write(short.agreement())
        do(short, c.TakeAsUsual(("early",), "Ann Price", BY))
        assert toml.write(short.agreement()).count("talked_through = false") == 5
        reopened = again(short)
        assert reopened.noticed == ()
        assert reopened.record == short.record

    def test_it_is_printed_below_the_clause(self, short: Session) -> None:
        """And nowhere else."""
        do(short, c.TakeAsUsual(("early",)))
        assert markdown.render(document_of(short.agreement())).count(MARK) == 2

    def test_the_draft_asks_about_it_once(self, short: Session) -> None:
        """One question a clause, which leads to the question that mends it."""
        do(short, c.TakeAsUsual(), c.SetDepth("quick"))
        asks = [gap for gap in gaps(short) if "not talked through" in gap.ask]
        assert [gap.question for gap in asks] == ["treat", "early", "tell"]
        assert asks[0].ask == (
            "“How we treat each other” was taken as usual and not talked through. Does it suit us?"
        )

    @pytest.mark.parametrize(
        "command",
        [
            c.Answer("treat", Answer(("listen", "thank"))),
            c.Reword("treat", "listen", "We will listen."),
            c.AddSentence("treat", "We will not shout."),
            c.Strike("treat", "thank"),
            c.LeaveUndecided("treat"),
            c.Park("treat", "Ann Price"),
        ],
    )
    def test_it_falls_away_once_the_group_says_something_of_it(
        self, short: Session, command: c.Change
    ) -> None:
        """Even the same answer, given by the group, has been talked through."""
        do(short, c.TakeAsUsual(), command)
        assert short.entry("treat").talked_through
        assert not short.entry("early").talked_through

    def test_a_position_stands_on_it_like_on_any_other(self, short: Session) -> None:
        """Saying yes is not talking it through, and the yes stands once it is."""
        do(short, c.TakeAsUsual(), c.EveryoneAgrees("treat"), c.Note("treat", "Ask Kit."))
        assert not short.entry("treat").talked_through
        assert short.view("treat", "the-hub") == "stands"
        do(short, c.Answer("treat", Answer(("listen", "thank"))))
        assert short.view("treat", "the-hub") == "stands"
        do(short, c.Reword("treat", "listen", "We will listen."))
        assert short.view("treat", "the-hub") == "ask-again"

    def test_a_hidden_one_keeps_it(self, short: Session) -> None:
        """Out of sight and back, the clause is still unread."""
        do(short, c.TakeAsUsual(), c.Answer("money", Answer(False)))
        assert printed(short.agreement(), "tell") is None
        assert again(short).record == short.record
        do(short, c.Answer("money", Answer(True)))
        assert not short.entry("tell").talked_through

    def test_own_words_are_no_usual_wording(self, short: Session) -> None:
        """Though the answer they were put to is gone: somebody has talked about it."""
        take_usual(short, "last-step")
        do(short, c.Reword("last-step", "part", "We will part, and stay friends."))
        do(short, c.Answer("last-step", Answer()), c.TakeUpAgain("last-step"), c.TakeAsUsual())
        assert short.entry("last-step").standing == "parked"
        assert short.entry("last-step").talked_through


class TestGoingOn:
    def test_from_short_to_quick_and_full_without_redoing(self, short: Session) -> None:
        """Each step asks only what is left: first what was unread, then what is new."""
        do(short, c.TakeAsUsual(("early",)))
        take_usual(short, "status")
        said = short.record.entries
        seen = []
        do(short, c.GoDeeper())
        for _ in range(5):
            seen.append(short.at)
            take_usual(short, short.at)
            events = do(short, c.Next())
        assert seen == ["treat", "jobs", "early", "last-step", "tell"]
        assert events == (e.AtTheEnd(),)
        assert do(short, c.GoDeeper())[-1] == e.Moved("aims")
        assert short.record.depth == "full"
        do(short, c.Answer("aims", Answer("tea")))
        assert do(short, c.Next()) == (e.AtTheEnd(),)
        kept = ("money", "start", "decide", "status")
        assert {id: said[id] for id in kept} == {id: short.entry(id) for id in kept}
        assert "every question" in refusal(short, c.GoDeeper()).lower()

    def test_back_goes_one_question_at_a_time_again(self, short: Session) -> None:
        """Somebody who looks back wants to see what is there, and then all of it."""
        do(short, c.TakeAsUsual(), c.GoDeeper())
        assert short.at == "treat"
        assert do(short, c.Next()) == (e.Moved("jobs"),)
        assert do(short, c.Back()) == (e.Moved("start"),)
        assert do(short, c.Next()) == (e.Moved("jobs"),)
        assert do(short, c.Back(), c.Back(), c.Next()) == (e.Moved("start"),)

    def test_going_on_can_be_taken_back(self, short: Session) -> None:
        """Undo brings the depth back, and the place."""
        do(short, c.TakeAsUsual(), c.GoTo("status"), c.GoDeeper(), c.Undo())
        assert (short.record.depth, short.at) == ("short", "status")
        assert not short.going_on

    def test_nothing_is_left_of_the_short_way_once_its_page_is_done(self) -> None:
        """A session on it opens where nobody has been, not at what is marked."""
        session = talk_short()
        do(session, c.TakeAsUsual())
        assert Session(SHORT, session.record, Clock()).at == "status"
        quick = evolve(session.record, depth="quick")
        assert Session(SHORT, quick, Clock()).at == "treat"

    def test_typing_on_the_page_goes_with_it(self, short: Session) -> None:
        """What was half typed there is done with once the page is taken."""
        do(short, c.GoTo("treat"), c.Type("treat", {"aside.block.owner": "An"}))
        do(short, c.TakeAsUsual())
        assert short.half_typed == {}
