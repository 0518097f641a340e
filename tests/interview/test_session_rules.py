"""What a session promises: going about, answers, undoing, refusing."""

from __future__ import annotations

import datetime as dt

import pytest

from interview import commands as c
from interview import events as e
from interview.session import Session
from outputs import toml
from outputs.numbering import fingerprint
from questions.values import Answer, Row
from tests.interview.talking import (
    KEEP_WARM,
    KINDS,
    SMALL,
    START,
    Clock,
    ask,
    decide,
    do,
    printed,
    refusal,
    talk,
    words,
)


class TestGoingAbout:
    def test_back_from_anywhere(self, session: Session) -> None:
        """From any question, back leads to the one that is asked before it."""
        do(session, c.Answer("money", Answer(True)))
        for before, here in zip(session.path[:-1], session.path[1:], strict=True):
            do(session, c.GoTo(here.id))
            assert do(session, c.Back()) == (e.Moved(before.id),)

    def test_back_from_a_question_that_was_hidden(self, session: Session) -> None:
        """Standing on a question that is no longer asked, next and back lead off it."""
        do(session, c.Answer("money", Answer(True)), c.GoTo("holder"))
        do(session, c.Answer("money", Answer(False)))
        assert session.at == "holder"
        do(session, c.Back())
        assert session.at == "purpose"
        do(session, c.Answer("money", Answer(True)), c.GoTo("holder"))
        do(session, c.Answer("money", Answer(False)), c.Next())
        assert session.at == "decide"

    def test_the_ends(self, session: Session) -> None:
        """There is nothing before the first question or after the last, and it says so."""
        assert session.apply(c.Back()) == (e.AtTheStart(),)
        do(session, c.GoTo("brings"))
        assert session.apply(c.Next()) == (e.AtTheEnd(),)
        assert session.at == "brings"

    def test_it_opens_where_nobody_has_been(self, session: Session) -> None:
        """A session opens at the first question that is not dealt with."""
        do(session, c.Answer("money", Answer(False)), c.LeaveUndecided("purpose"))
        assert Session(SMALL, session.record, session.clock).at == "decide"

    @pytest.mark.parametrize("at", ["", "gone-from-the-bank"])
    def test_an_unknown_place_is_the_first_open_one(self, session: Session, at: str) -> None:
        """A file may name a question that the bank no longer has."""
        do(session, c.Answer("money", Answer(False)))
        assert Session(SMALL, session.record, session.clock, at).at == "purpose"

    def test_a_former_id_still_leads_to_its_question(self) -> None:
        """What an old file calls a question is understood, and called by its new name."""
        session = talk(KINDS, "Riverside")
        assert Session(KINDS, session.record, session.clock, "former-end").at == "old-end"
        do(session, c.Answer("former-end", Answer(dt.date(2028, 1, 1))))
        assert "old-end" in session.record.entries
        do(session, c.GoTo("aim"), c.Undo())
        assert session.at == "old-end"


class TestAnswers:
    def test_a_hidden_answer_is_kept_and_not_printed(self, session: Session) -> None:
        """An answer whose question is no longer asked stays in the record, out of the document."""
        do(session, c.Answer("money", Answer(True)), c.Answer("holder", Answer(("riverside",))))
        assert printed(session.agreement(), "holder")
        assert do(session, c.Answer("money", Answer(False))) == (
            e.Changed("money"),
            e.Hidden(("holder",)),
        )
        assert printed(session.agreement(), "holder") is None
        assert "holder" in {a.question for a in session.agreement().other_answers}

    def test_it_is_back_when_its_question_is(self, session: Session) -> None:
        """Asked again, a question has the answer and the positions that it had."""
        do(session, c.Answer("money", Answer(True)), c.Answer("holder", Answer(("riverside",))))
        do(session, c.EveryoneAgrees("holder"))
        do(session, c.Answer("money", Answer(False)), c.Answer("money", Answer(True)))
        assert words(session, "holder") == ["Riverside will keep the shared money apart."]
        assert session.view("holder", "riverside") == "stands"
        assert printed(session.agreement(), "holder")

    def test_progress_counts_what_is_asked(self, session: Session) -> None:
        """Questions that are not asked count neither as done nor as to do."""
        assert (session.progress().done, session.progress().total) == (0, 4)
        do(session, c.Answer("money", Answer(True)), c.Answer("holder", Answer(("all",))))
        assert (session.progress().done, session.progress().total) == (2, 5)
        do(session, c.Answer("money", Answer(False)))
        assert (session.progress().done, session.progress().total) == (1, 4)

    @pytest.mark.parametrize(
        "putting_by",
        [
            c.NotRelevant("money"),
            c.LeaveUndecided("money"),
            c.Park("money", "Ann", dt.date(2027, 1, 1)),
            c.Disagree("money", {"riverside": "Yes", "the-hub": "No"}),
        ],
        ids=lambda command: type(command).__name__,
    )
    def test_an_answer_put_by_satisfies_no_condition(
        self, session: Session, putting_by: c.Command
    ) -> None:
        """Not relevant, undecided, parked, disputed: the questions that lean on it go."""
        do(session, c.Answer("money", Answer(True)))
        assert "holder" in session.flow.place
        assert do(session, putting_by)[0] == e.Changed("money")
        assert "holder" not in session.flow.place
        assert session.progress().done == 1, "it counts as dealt with"
        assert do(session, c.TakeUpAgain("money"))[1:] == (e.Asked(("holder",)),)
        assert session.entry("money").answer == Answer(True)

    def test_answering_ends_parking(self, session: Session) -> None:
        """An answer takes a question off the parked list, its owner and date with it."""
        do(session, c.Park("purpose", "Ann", dt.date(2027, 1, 1)), c.Answer("purpose", KEEP_WARM))
        entry = session.entry("purpose")
        assert (entry.standing, entry.owner, entry.by) == ("decided", "", None)

    def test_an_empty_answer_is_not_decided_yet(self, session: Session) -> None:
        """Taking everything out of an answer leaves the question undecided, not answered."""
        do(
            session,
            c.Answer("purpose", KEEP_WARM),
            c.Answer("purpose", Answer(fields={"what": ""})),
        )
        assert session.entry("purpose").answer is None
        assert session.entry("purpose").standing == "undecided"

    def test_blanks_round_a_choice_not_made_decide_nothing(self, session: Session) -> None:
        """Accepting the blanks alone keeps them, and leaves the choice undecided."""
        start = session.starting_answer(ask(session, "decide"))
        do(session, c.Answer("decide", start))
        assert session.entry("decide").answer == start
        assert session.entry("decide").standing == "undecided"

    def test_what_is_handed_in_is_cleaned(self, session: Session) -> None:
        """Whoever hands an answer in, it passes the same gate as a file."""
        do(session, c.Answer("purpose", Answer(fields={"what": " Keep\x1b[31m  warm\u202e "})))
        assert session.entry("purpose").answer == Answer(fields={"what": "Keep warm"})

    @pytest.mark.parametrize(
        ("question", "answer", "names"),
        [
            ("decide", Answer("all-say-no"), "all-say-yes"),
            ("holder", Answer(("riversid",)), "riverside"),
            ("brings", Answer(rows=(Row("nobody", {"does": "cook"}),)), "nobody"),
        ],
    )
    def test_an_answer_that_means_nothing_here_is_refused(
        self, session: Session, question: str, answer: Answer, names: str
    ) -> None:
        """An option or a partner that there is not never gets into the record."""
        why = refusal(session, c.Answer(question, answer))
        assert names in why
        assert why[0] == why[0].upper()
        assert why.endswith((".", "!", "?"))

    def test_the_same_answer_again_changes_nothing(self, session: Session) -> None:
        """Accepting what was there leaves nothing to undo."""
        do(session, c.Answer("purpose", KEEP_WARM))
        before = session.record
        assert session.apply(c.Answer("purpose", KEEP_WARM)) == ()
        assert session.record is before

    def test_starting_answer_has_the_defaults(self, session: Session) -> None:
        """A question opens with its blanks filled and no choice made."""
        assert session.starting_answer(ask(session, "purpose")) == Answer(
            fields={"end": dt.date(2027, 11, 23)}
        )
        assert session.starting_answer(ask(session, "decide")).value is None

    def test_the_usual_choice_depends_on_the_group(self, session: Session) -> None:
        """What suits three partners does not suit four."""
        usual = session.usual(ask(session, "decide"))
        assert usual is not None
        assert usual.value == "all-say-yes"
        do(session, c.AddPartner("A fourth"))
        usual = session.usual(ask(session, "decide"))
        assert usual is not None
        assert usual.value == "no-objection"

    def test_a_new_partner_gets_a_row(self, session: Session) -> None:
        """A table by partner offers a row to whoever joined since it was filled."""
        do(session, c.Answer("brings", Answer(rows=(Row("riverside", {"does": "cook"}),))))
        offered = session.starting_answer(ask(session, "brings"))
        assert [row.id for row in offered.rows] == ["riverside", "st-annes", "the-hub"]


class TestConsequences:
    @pytest.mark.parametrize(
        "command",
        [
            c.Answer("money", Answer(False)),
            c.Answer("decide", Answer("no-objection")),
            c.Strike("decide", "stuck"),
            c.Reword("decide", "stuck", "We toss a coin."),
            c.ChangePartner("riverside", name="The River Trust"),
            c.RemovePartner("st-annes"),
            c.AddPartner("The Fourth"),
            c.KeepPositions("decide"),
            c.SetAbsent("the-hub"),
            c.Note("decide", "hm"),
            c.TakePosition("decide", "nobody", "agree"),
        ],
        ids=lambda command: type(command).__name__,
    )
    def test_they_are_what_then_happens(self, session: Session, command: c.Change) -> None:
        """What a change is said to bring about is what it brings about, and asking changes nothing."""
        do(session, c.Answer("money", Answer(True)), c.Answer("holder", Answer(("riverside",))))
        decide(session)
        do(session, c.EveryoneAgrees("decide"), c.EveryoneAgrees("holder"))
        before = session.record
        foretold = session.consequences(command)
        assert session.record is before
        events = session.apply(command)
        assert tuple(x for x in events if not isinstance(x, e.Changed | e.Refused)) == foretold

    def test_a_partner_renamed_rewrites_what_names_it(self, session: Session) -> None:
        """A new name changes clauses elsewhere, and opens the positions on them again."""
        do(session, c.Answer("money", Answer(True)), c.Answer("holder", Answer(("riverside",))))
        do(session, c.EveryoneAgrees("holder"))
        events = do(session, c.ChangePartner("riverside", name="The River Trust"))
        assert events == (
            e.Changed(""),
            e.Rewritten(("holder",)),
            e.AskAgain("holder", ("riverside", "st-annes", "the-hub")),
        )
        assert words(session, "holder") == ["The River Trust will keep the shared money apart."]


class TestUndo:
    def test_it_goes_to_the_question_changed(self, session: Session) -> None:
        """Undo and redo open the question where the change was."""
        do(session, c.Answer("purpose", KEEP_WARM), c.GoTo("brings"))
        assert do(session, c.Undo()) == (e.Changed("purpose"), e.Moved("purpose"))
        assert session.entry("purpose").answer is None
        do(session, c.GoTo("decide"), c.Redo())
        assert session.at == "purpose"
        assert session.entry("purpose").answer is not None

    def test_moves_are_not_undone(self, session: Session) -> None:
        """Undo is of what was said, not of where one went."""
        do(session, c.Answer("money", Answer(False)), c.Next(), c.Next(), c.Undo())
        assert session.entry("money").answer is None

    def test_a_change_ends_what_could_be_redone(self, session: Session) -> None:
        """After something new is said, the old future is gone."""
        do(session, c.Answer("money", Answer(False)), c.Undo(), c.SetTitle("Else"))
        assert not session.can_redo
        assert refusal(session, c.Redo()) == "There is nothing that was taken back."

    def test_nothing_to_undo(self) -> None:
        """Undoing at the very start is refused with a sentence."""
        assert refusal(talk(SMALL), c.Undo()) == "There is nothing to take back."

    def test_a_position_is_undone_with_its_words(self, session: Session) -> None:
        """Taking back an edit makes the positions stand again that it had opened."""
        decide(session)
        do(session, c.EveryoneAgrees("decide"), c.Strike("decide", "stuck"), c.Undo())
        assert session.view("decide", "riverside") == "stands"


class TestRefusals:
    @pytest.mark.parametrize(
        "command",
        [
            c.Answer("nowhere", Answer(True)),
            c.GoTo("nowhere"),
            c.GoTo("holder"),
            c.EveryoneAgrees("money"),
            c.TakePosition("decide", "nobody", "agree"),
            c.ChangePartner("nobody", name="X"),
            c.ChangePartner("riverside", name=""),
            c.ChangePartner("riverside", name="The Hub"),
            c.RemovePartner("nobody"),
            c.BringBack("nobody"),
            c.SetAbsent("nobody"),
            c.SetLead("nobody"),
            c.ParkItem(" "),
            c.Reword("decide", "stuck", " "),
            c.AddSentence("purpose", "Words."),
            c.Redo(),
        ],
        ids=lambda command: type(command).__name__,
    )
    def test_they_are_sentences(self, session: Session, command: c.Command) -> None:
        """Whatever makes no sense is refused in words for the person who asked."""
        decide(session)
        why = refusal(session, command)
        assert why[0] in "“ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        assert why[-1] in ".!?"


class TestHalfTyped:
    def test_it_is_not_part_of_the_record(self, session: Session) -> None:
        """What is being typed is kept beside the record, and the file does not have it."""
        before = session.agreement()
        revision = session.revision
        assert session.apply(c.Type("purpose", {"what": "Keep the h"})) == ()
        assert session.agreement() is before
        assert session.revision == revision
        assert session.half_typed == {"purpose": {"what": "Keep the h"}}
        assert not any("Keep the h" in line for line in toml.write(session.agreement()).split("\n"))

    def test_answering_ends_it(self, session: Session) -> None:
        """Once the answer is accepted, nothing of it is half typed."""
        do(session, c.Type("purpose", {"what": "Keep"}), c.Type("decide", {"answer": "toss"}))
        do(session, c.Answer("purpose", KEEP_WARM))
        assert session.half_typed == {"decide": {"answer": "toss"}}
        do(session, c.Type("decide", {}))
        assert session.half_typed == {}

    def test_a_refused_answer_does_not_end_it(self, session: Session) -> None:
        """Words are not lost to an answer that was not taken."""
        do(session, c.Type("decide", {"answer": "toss"}))
        refusal(session, c.Answer("decide", Answer("no-such")))
        assert session.half_typed == {"decide": {"answer": "toss"}}


class TestVersions:
    def test_handing_out_numbers_what_stands(self, session: Session, clock: Clock) -> None:
        """Each version has the next number, the time, and the fingerprint of the words."""
        decide(session)
        mark = fingerprint(session.agreement())
        do(session, c.HandOut(), c.Strike("decide", "stuck"))
        clock.now += dt.timedelta(days=1)
        do(session, c.HandOut())
        first, second = session.record.versions
        assert (first.number, first.fingerprint, first.on) == (1, mark, START)
        assert (second.number, second.on) == (2, START + dt.timedelta(days=1))
        assert second.fingerprint != mark


def test_a_clause_without_words_takes_no_position(session: Session) -> None:
    """Once every sentence is struck out, there is nothing to say yes or no to."""
    question = next(q for q in session.path if q.makes_clause and session.usual(q))
    usual = session.usual(question)
    assert usual is not None
    session.apply(c.Answer(question.id, usual))
    for sentence in session.sentences(question):
        session.apply(c.Strike(question.id, sentence.key))
    assert isinstance(session.apply(c.EveryoneAgrees(question.id))[0], e.Refused)
    assert isinstance(
        session.apply(c.TakePosition(question.id, session.record.present[0].id, "agree"))[0],
        e.Refused,
    )
