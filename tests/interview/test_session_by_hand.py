"""A file that somebody edited, taken up again."""

from __future__ import annotations

from attrs import evolve

from interview import commands as c
from interview.reopen import reopen
from interview.session import Session
from outputs import toml
from questions.values import Answer, Own
from tests.interview.talking import (
    SMALL,
    again,
    decide,
    do,
    printed,
    words,
)


class TestByHand:
    """A file that somebody edited."""

    def test_a_sentence_changed(self, session: Session) -> None:
        """Words in the file win: a changed sentence is ours, and is asked about again."""
        decide(session)
        do(session, c.EveryoneAgrees("decide"))
        reopened = again(session, ("2 If we cannot agree", "2 Where we cannot agree"))
        entry = reopened.record.entry("decide")
        assert entry.reworded["stuck"].text.startswith("Where we cannot agree")
        assert entry.reworded["stuck"].suggested.startswith("If we cannot agree")
        assert len(reopened.noticed) == 1
        after = Session(SMALL, reopened.record, session.clock)
        assert after.view("decide", "riverside") == "ask-again"

    def test_a_sentence_added(self, session: Session) -> None:
        """A line added to the wording is a sentence of ours; the others are what they were."""
        decide(session)
        reopened = again(session, ("\n2 If we", "\n2 We drink tea.\n3 If we"))
        entry = reopened.record.entry("decide")
        assert [r.text for r in entry.reworded.values()] == ["We drink tea."]
        assert entry.struck == frozenset()
        assert "added or taken out" in reopened.noticed[0]
        assert again(Session(SMALL, reopened.record, session.clock)).noticed == ()

    def test_a_sentence_deleted(self, session: Session) -> None:
        """A line taken out of the wording is struck out."""
        decide(session)
        line = "2 If we cannot agree, we will wait seven days and try once more.\n"
        reopened = again(session, (line, ""))
        entry = reopened.record.entry("decide")
        assert (entry.struck, entry.reworded) == (frozenset({"stuck"}), {})

    def test_a_struck_sentence_put_back(self, session: Session) -> None:
        """A line put back in the wording by hand is printed, whatever was struck out."""
        decide(session)
        do(session, c.Strike("decide", "stuck"))
        line = "If we cannot agree, we will wait seven days and try once more."
        reopened = again(session, ('says yes.\n"""', f'says yes.\n{line}\n"""'))
        assert reopened.record.entry("decide").struck == frozenset()
        assert words(Session(SMALL, reopened.record, session.clock), "decide")[1] == line

    def test_a_struck_sentence_of_ours_takes_no_other_ones_place(self, session: Session) -> None:
        """A line added by hand is not mistaken for a sentence of ours that was struck out."""
        decide(session)
        do(session, c.AddSentence("decide", "We sing."), c.Strike("decide", "ours-1"))
        reopened = again(session, ("\n2 If we", "\n2 We drink tea.\n3 If we"))
        after = words(Session(SMALL, reopened.record, session.clock), "decide")
        assert "We drink tea." in after
        assert "We sing." not in after

    def test_a_wrong_option(self, session: Session) -> None:
        """The answer is noticed and left open; the wording that was agreed is printed still."""
        decide(session)
        do(session, c.EveryoneAgrees("decide"))
        before = words(session, "decide")
        reopened = again(session, ('answer = "all-say-yes"', 'answer = "all-say-yea"'))
        assert 'did you mean "all-say-yes"?' in reopened.noticed[0]
        after = Session(SMALL, reopened.record, session.clock)
        clause = printed(after.agreement(), "decide")
        assert clause is not None
        assert sorted(clause.wording) == sorted(before)
        assert clause.status == "undecided"
        assert after.view("decide", "riverside") == "ask-again"
        assert before[0] in after.entry("decide").positions["riverside"].saw

    def test_an_unknown_question_is_kept_and_printed(self, session: Session) -> None:
        """A clause of a question that the bank does not have stays, with its theme."""
        decide(session)
        agreement = session.agreement()
        clause = printed(agreement, "decide")
        assert clause is not None
        foreign = evolve(clause, question="gone", theme="old-theme")
        secret = evolve(clause, question="gone-too", theme="old-theme")
        theme = evolve(agreement.themes[0], id="old-theme", title="What was")
        edited = evolve(
            agreement,
            themes=(*agreement.themes, theme),
            clauses=(*agreement.clauses, foreign),
            other_answers=(*agreement.other_answers, secret),
        )
        reopened = reopen(toml.read(toml.write(edited).encode()), SMALL)
        assert sum("no longer asked" in each for each in reopened.noticed) == 2
        after = Session(SMALL, reopened.record, session.clock)
        saved = toml.read(toml.write(after.agreement()).encode())
        assert printed(saved, "gone") == foreign
        assert printed(saved, "gone-too") is None, "what was not printed is not printed now"
        assert secret in saved.other_answers
        assert theme in saved.themes

    def test_a_clause_that_is_always_there(self, session: Session) -> None:
        """The bank's own clauses read as the bank has them; a change is noticed, not kept."""
        reopened = again(session, ("we will call 999", "we will wait"))
        assert reopened.noticed == (
            "“What comes first” always reads the same; a change is not kept.",
        )

    def test_hostile_text_in_a_file_is_harmless(self, session: Session) -> None:
        """What commands a terminal does not get past the door, wherever it stands in the file."""
        decide(session)
        do(session, c.ParkItem("Insurance", "Ann"), c.EveryoneAgrees("decide"))
        evil = "\\u001b]0;owned\\u0007"
        text = toml.write(session.agreement())
        for word in ("Insurance", "Ann", "Mill Lane", "St Anne’s", "says yes."):
            text = text.replace(word, f"{word}{evil}")
        reopened = reopen(toml.read(text.encode()), SMALL)
        assert "\x1b" not in repr(reopened.record)
        assert "\\x1b" not in repr(reopened.record)
        assert reopened.record.parked[0].what == "Insurance"

    def test_a_very_long_answer_is_whole(self, session: Session) -> None:
        """A sentence may be longer than any one text in it, and is not taken for an edit."""
        do(session, c.Answer("purpose", Answer(fields={"what": "word " * 6000})))
        reopened = again(session)
        assert reopened.noticed == ()
        assert reopened.record == session.record

    def test_former_answers_are_told_apart_by_their_own_words(self, session: Session) -> None:
        """An answer of the group's own is kept as it was written, braces and all."""
        do(session, c.Answer("decide", Answer(Own("We draw {lots}; other: no"))))
        assert words(session, "decide")[0] == "We draw {lots}; other: no."
        assert again(session).record == session.record
