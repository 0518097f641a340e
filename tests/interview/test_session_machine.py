"""Any sequence of commands, with whatever people may type: what is always so afterwards.

``JOINT_WORKING_THOROUGH=1`` (tests/conftest.py) tries many more and longer conversations.
"""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any, Final, TypeGuard, get_args

from attrs import evolve, frozen
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from interview import commands as c
from interview import events as e
from interview.record import Record
from interview.reopen import reopen
from interview.session import CHANGES, Session, View
from outputs import toml
from outputs.agreement import Stance
from outputs.numbering import fingerprint
from questions.load import load
from questions.model import Depth, Question
from questions.values import OTHER, Answer, Own, Period, Row
from tests.conftest import THOROUGH
from tests.interview.strategies import BRACES, answers, dates, texts

BANK: Final = load(Path(__file__).parents[1] / "banks" / "kinds")
IDS: Final = [q.id for q in BANK.questions]
assert BANK.short is not None
SHORT: Final = BANK.short
DEPTHS: Final = get_args(Depth)
NAMES: Final = (
    *("The Riverside Trust", "The Hub", "St Anne’s", "all", "Lead", "المركز", "協会", "[/]"),
    *("riverside", "Bread and Roses", "Cymdeithas Llŷn", "Other", "A; B", "the bread co", ""),
)
_UNFILLED: Final = re.compile(r"\{(partners|lead|how_many|partner|committee)\b")
WHOLE: Final = {
    "aim": Answer("Keep the hall warm.\nAnd open."),
    "name": Answer("Friends of the hall"),
    "money": Answer(True),
    "pot": Answer(50000, {"most": 5000}),
    "size": Answer(3),
    "begin": Answer(
        fields={
            "start": dt.date(2027, 1, 1),
            "end": dt.date(2028, 1, 1),
            "opener": ("riverside",),
            "style": "loudly",
            "tell": ("press", Own("the vicar")),
        }
    ),
    "old-end": Answer(dt.date(2028, 2, 1), {"look": dt.date(2028, 5, 1)}),
    "decide": Answer("all-say-yes", {"wait": Period(7, "day")}),
    "share": Answer(("van", Own("a kettle"))),
    "notice": Answer(Period(1, "month")),
    "holder": Answer(("lead",), {"spare": (Own("Ann Price"),), "ever": False}),
    "jobs": Answer(rows=(Row("r1", {"who": ("all",), "what": "Sweep", "often": "weekly"}),)),
    "brings": Answer(rows=(Row("riverside", {"brings": ("time",), "contact": "Ann"}),)),
    "rota": Answer(rows=(Row("r1", {"who": ("riverside",), "keys": True}),)),
    "gives": Answer(rows=(Row("riverside", {"hours": 3}),)),
}
"""An answer to everything, for conversations that begin in the middle."""


@frozen
class _Shown:
    """A clause when a position was taken: what could be read, and the rows behind it."""

    words: tuple[str, ...]
    rows: tuple[Any, ...]


_Model = dict[tuple[str, str], _Shown]


class Conversation(RuleBasedStateMachine):
    """A session, and beside it our own account of which words each position was given on."""

    @initialize(
        partners=st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True),
        about=st.lists(st.sampled_from(IDS), min_size=1, max_size=2, unique=True),
        under_way=st.sampled_from([True, True, True, False]),
    )
    def begin(self, partners: list[str], about: list[str], under_way: bool) -> None:
        """Mostly an agreement well under way, and questions that keep being come back to."""
        self.now = dt.datetime(2026, 11, 23, 19, 0)
        record = Record("ab", "Mill Lane", self.now.date(), self.now, depth="full")
        self.session = Session(BANK, record, lambda: self.now)
        self.first = record
        self.looked_at: Record | None = None
        self.model: _Model = {}
        self.past: list[_Model] = []
        self.future: list[_Model] = []
        self.about = about
        self.kept: list[tuple[Record, _Model]] = [(record, {})]
        self.do(c.AddPartner("The Riverside Trust", "Riverside"))
        for name in partners:
            self.do(c.AddPartner(name))
        if under_way:
            for id, answer in WHOLE.items():
                self.do(c.Answer(id, answer))
            for id in about:
                self.do(c.EveryoneAgrees(id))

    def do(self, command: c.Command) -> tuple[e.Event, ...]:
        """Apply a command, keep our account, and look at what is true of every command."""
        session = self.session
        before, at = session.record, session.at
        foretold: tuple[e.Consequence, ...] = ()
        views = self.views(command)
        if _is_change(command):
            foretold = session.consequences(command)
            assert (session.record, session.at) == (before, at), "looking ahead changes nothing"
        events = session.apply(command)
        for event in events:
            if isinstance(event, e.Refused):
                assert event.why[0] != " "
                assert event.why[-1] in ".!?", event.why
                assert session.record is before
                assert len(events) == 1
        changed = any(isinstance(event, e.Changed) for event in events)
        assert changed == (session.record is not before)
        if _is_change(command):
            if changed:
                assert events[1:] == foretold
                if not isinstance(command, c.HandOut):  # what is on paper is not taken back
                    self.past.append(dict(self.model))
                    self.future.clear()
                self.account(command, before, views)
            elif not events:
                assert foretold == ()
        elif isinstance(command, c.Undo) and changed:
            self.future.append(self.model)
            self.model = self.past.pop()
        elif isinstance(command, c.Redo) and changed:
            self.past.append(self.model)
            self.model = self.future.pop()
        return events

    def views(self, command: c.Command) -> dict[str, View]:
        """Where each partner stands on the clause that a command is about."""
        question = getattr(command, "question", "")
        return {p.id: self.session.view(question, p.id) for p in self.session.record.present}

    def account(self, command: c.Change, before: Record, views: dict[str, View]) -> None:
        """Keep our own book of positions, from the command alone."""
        match command:
            case c.TakePosition(question, partner):
                self.model[question, partner] = self.shown(question)
            case c.EveryoneAgrees(question):
                held = before.entry(question).positions
                for each, view in views.items():
                    if view == "stands" or (each in held and held[each].stance == "cannot-accept"):
                        assert self.session.entry(question).positions[each] == held[each]
                    elif each not in self.session.record.absent:
                        assert self.session.entry(question).positions[each].stance == "agree"
                        self.model[question, each] = self.shown(question)
            case c.KeepPositions(question):
                again = {each for each, view in views.items() if view == "ask-again"}
                kept = [p for p in again if self.session.view(question, p) == "stands"]
                assert len({self.model[question, p].words for p in kept}) <= 1, "one wording lifted"
                for each in kept:
                    self.model[question, each] = self.shown(question)
            case c.BringBackVersion(earlier):
                self.model = next(dict(model) for kept, model in self.kept if kept is earlier)
            case c.ClearPosition(question, partner):
                self.model.pop((question, partner), None)
            case _:
                pass

    def shown(self, question: str) -> _Shown:
        """The words of a clause as somebody would read them off the screen."""
        session = self.session
        found = _find(question)
        said = [s.text for s in session.sentences(found) if not s.struck]
        table = ("|".join(row) for row in session.table(found))
        words = (found.heading, *said, *table)
        return _Shown(words, (session.clause(found).rows, session.group.partners))

    def question(self, data: st.DataObject) -> str:
        """Mostly one of those that this conversation is about."""
        return data.draw(st.sampled_from([*self.about * 9, *IDS]))

    def partner(self, data: st.DataObject) -> str:
        """One of the partners, removed or not, and now and then nobody's id."""
        return data.draw(
            st.sampled_from([*[p.id for p in self.session.record.partners] * 3, "nobody"])
        )

    def sentence(self, data: st.DataObject, question: str) -> str:
        """The key of one of a clause's sentences, and now and then of none."""
        found = _find(question)
        keys = [s.key for s in self.session.sentences(found)]
        return data.draw(st.sampled_from([*keys * 3, "nothing"]))

    # What the group decides

    @rule(data=st.data())
    def answer(self, data: st.DataObject) -> None:
        question = self.question(data)
        found = _find(question)
        self.do(c.Answer(question, data.draw(answers(found, self.session.group))))

    @rule(data=st.data())
    def take_the_usual(self, data: st.DataObject) -> None:
        question = self.question(data)
        found = _find(question)
        usual = self.session.usual(found) or self.session.starting_answer(found)
        self.do(c.Answer(question, usual))

    @rule(data=st.data(), text=texts, by=st.none() | dates)
    def put_by(self, data: st.DataObject, text: str, by: dt.date | None) -> None:
        question, who = self.question(data), self.partner(data)
        put_by: list[c.Command] = [
            c.TakeUpAgain(question),
            c.Park(question, text, by),
            c.Disagree(question, {who: text}, text, by),
            c.LeaveUndecided(question),
            c.NotRelevant(question),
            c.Note(question, text),
        ]
        self.do(data.draw(st.sampled_from(put_by)))

    @rule(data=st.data())
    def take_up_again(self, data: st.DataObject) -> None:
        self.do(c.TakeUpAgain(self.question(data)))

    @rule(
        left=st.lists(st.sampled_from(SHORT.usual), unique=True).map(tuple),
        owner=texts,
        by=st.none() | dates,
        short=st.sampled_from([True, True, False]),
    )
    def take_as_usual(
        self, left: tuple[str, ...], owner: str, by: dt.date | None, short: bool
    ) -> None:
        """The page of the short way, and now and then where there is none."""
        if short:
            self.do(c.SetDepth("short"))
        before = self.session.record
        events = self.do(c.TakeAsUsual(left, owner, by))
        if self.session.record.depth != "short":
            assert isinstance(events[0], e.Refused)
            return
        for id in SHORT.block:
            was, entry = before.entry(id), self.session.entry(id)
            assert entry.dealt_with
            assert entry.positions == was.positions
            if was.settled and id not in left:
                assert entry == was
            elif not was.dealt_with:
                assert not entry.talked_through or entry.reworded or entry.struck

    @rule()
    def go_deeper(self) -> None:
        """Never to less, and onto something that is left, past what is done."""
        depth = self.session.record.depth
        self.do_deeper()
        after = self.session.record.depth
        assert DEPTHS.index(after) >= DEPTHS.index(depth)

    def do_deeper(self) -> None:
        """It changes the record and moves, so it keeps our account by its change."""
        record, model = self.session.record, dict(self.model)
        events = self.session.apply(c.GoDeeper())
        if self.session.record is not record:
            self.past.append(model)
            self.future.clear()
        if isinstance(events[-1], e.Moved):
            entry = self.session.entry()
            assert not entry.dealt_with or not entry.talked_through

    # What it does with the wording

    @rule(data=st.data(), text=texts)
    def reword(self, data: st.DataObject, text: str) -> None:
        question = self.question(data)
        self.do(c.Reword(question, self.sentence(data, question), text))

    @rule(
        data=st.data(),
        how=st.sampled_from([c.Strike, c.Restore, c.RestoreSuggested]),
    )
    def mend(self, data: st.DataObject, how: Any) -> None:
        question = self.question(data)
        self.do(how(question, self.sentence(data, question)))

    @rule(data=st.data(), text=texts)
    def add_sentence(self, data: st.DataObject, text: str) -> None:
        question = self.question(data)
        self.do(c.AddSentence(question, text))

    # What each partner thinks of it

    @rule(
        data=st.data(),
        stance=st.sampled_from(get_args(Stance)),
        reason=texts,
        aloud=st.booleans(),
    )
    def take_position(self, data: st.DataObject, stance: Stance, reason: str, aloud: bool) -> None:
        question = self.question(data)
        who = self.partner(data)
        self.do(c.TakePosition(question, who, stance, reason, reason, print_reason=aloud))

    @rule(
        data=st.data(), how=st.sampled_from([c.EveryoneAgrees, c.EveryoneAgrees, c.KeepPositions])
    )
    def all_at_once(self, data: st.DataObject, how: Any) -> None:
        question = self.question(data)
        self.do(how(question))

    @rule(data=st.data())
    def clear_position(self, data: st.DataObject) -> None:
        question = self.question(data)
        self.do(c.ClearPosition(question, self.partner(data)))

    # Both, as it goes in a meeting: agreed, then changed, then looked at again

    @rule(data=st.data(), text=texts, keep=st.booleans())
    def agree_and_reword(self, data: st.DataObject, text: str, keep: bool) -> None:
        question, who = self.question(data), self.partner(data)
        self.do(c.EveryoneAgrees(question))
        self.do(c.TakePosition(question, who, "can-live-with-it", text))
        self.do(c.Reword(question, self.sentence(data, question), text))
        self.do(c.KeepPositions(question) if keep else c.EveryoneAgrees(question))

    @rule(data=st.data(), text=texts)
    def mend_and_answer_otherwise(self, data: st.DataObject, text: str) -> None:
        question = self.question(data)
        self.do(c.EveryoneAgrees(question))
        self.do(c.Reword(question, self.sentence(data, question), text))
        self.do(c.Strike(question, self.sentence(data, question)))
        self.do(c.Answer(question, data.draw(answers(_find(question), self.session.group))))
        self.do(c.Reword(question, self.sentence(data, question), text))
        self.do(c.Answer(question, WHOLE[question]))

    @rule(data=st.data())
    def leave_and_come_back(self, data: st.DataObject) -> None:
        question, who = self.question(data), self.partner(data)
        self.do(c.EveryoneAgrees(question))
        self.do(c.RemovePartner(who))
        self.do(c.EveryoneAgrees(question))
        self.do(c.BringBack(who))

    @rule(data=st.data())
    def without_money(self, data: st.DataObject) -> None:
        for question in ("pot", self.question(data)):
            self.do(c.EveryoneAgrees(question))
        away: list[c.Command] = [c.NotRelevant("money"), c.Park("money")]
        again: list[c.Command] = [c.Undo(), c.TakeUpAgain("money"), c.Next()]
        self.do(data.draw(st.sampled_from(away)))
        self.do(data.draw(st.sampled_from(again)))

    # Who is there

    @rule(name=st.sampled_from(NAMES) | texts, short=st.sampled_from(["", "The Hub", "Us"]))
    def add_partner(self, name: str, short: str) -> None:
        self.do(c.AddPartner(name, short, committee="trustees" if short else ""))

    @rule(data=st.data(), name=st.none() | st.sampled_from(NAMES) | texts, short=st.none() | texts)
    def change_partner(self, data: st.DataObject, name: str | None, short: str | None) -> None:
        self.do(c.ChangePartner(self.partner(data), name, short, short, name))

    @rule(data=st.data(), how=st.sampled_from([c.RemovePartner, c.BringBack, c.SetLead]))
    def partners_come_and_go(self, data: st.DataObject, how: Any) -> None:
        self.do(how(self.partner(data)))

    @rule(data=st.data(), absent=st.booleans())
    def absent(self, data: st.DataObject, absent: bool) -> None:
        self.do(c.SetAbsent(self.partner(data), absent))

    # The agreement as a whole

    @rule(
        command=st.one_of(
            st.builds(c.SetTitle, texts),
            st.builds(c.SetDepth, st.sampled_from(["short", "quick", "full"])),
            st.builds(c.ParkItem, texts, texts, st.none() | dates),
            st.builds(c.DropItem, st.integers(-1, 3)),
        )
    )
    def aside(self, command: c.Command) -> None:
        self.do(command)

    @rule()
    def hand_out(self) -> None:
        self.do(c.HandOut())
        assert self.session.record.versions[-1].fingerprint == fingerprint(self.session.agreement())

    @rule()
    def keep_a_state(self) -> None:
        self.kept.append((self.session.record, dict(self.model)))

    @rule(data=st.data())
    def bring_a_state_back(self, data: st.DataObject) -> None:
        earlier, _ = data.draw(st.sampled_from(self.kept))
        self.do(c.BringBackVersion(earlier))

    # Going about, and thinking again

    @rule(
        question=st.sampled_from([*IDS, "nowhere", "former-end"]),
        to=st.sampled_from([c.Next(), c.Back()]),
    )
    def go_about(self, question: str, to: c.Command) -> None:
        self.do(c.GoTo(question))
        here = self.session.at
        going_on = self.session.going_on
        (event,) = self.do(to)
        if going_on and isinstance(to, c.Next):
            return  # past what is done, and that is not undone by going back one
        if isinstance(event, e.Moved) and here in {q.id for q in self.session.path}:
            self.do(c.Back() if isinstance(to, c.Next) else c.Next())
            assert self.session.at == here, "back undoes next"

    @rule(data=st.data(), text=texts)
    def type(self, data: st.DataObject, text: str) -> None:
        question = self.question(data)
        before = self.session.agreement()
        self.do(c.Type(question, {"answer": text}))
        assert self.session.agreement() is before

    @rule(how=st.sampled_from([c.Undo(), c.Undo(), c.Redo()]))
    def think_again(self, how: c.Command) -> None:
        self.do(how)

    @precondition(lambda self: self.session.can_undo)
    @rule()
    def undo_everything_and_redo_it(self) -> None:
        last, times = self.session.record, len(self.past)
        while self.session.can_undo:
            self.do(c.Undo())
        assert self.session.record == evolve(self.first, versions=last.versions)
        for _ in range(times):
            self.do(c.Redo())
        assert self.session.record == last

    @rule(days=st.integers(0, 3))
    def another_evening(self, days: int) -> None:
        self.now += dt.timedelta(days=days, minutes=7)

    @rule()
    def close_and_open_again(self) -> None:
        reopened = reopen(toml.read(toml.write(self.session.agreement()).encode()), BANK)
        assert reopened.at == self.session.at
        self.session = Session(BANK, reopened.record, lambda: self.now, reopened.at)
        self.first = reopened.record
        self.past, self.future = [], []

    # What is always so

    @invariant()
    def the_file_holds_everything(self) -> None:
        """Written, read and reopened, it is the same record, and nothing is remarked on."""
        if self.session.record is self.looked_at:
            return
        self.looked_at = self.session.record
        agreement = toml.read(toml.write(self.session.agreement()).encode())
        assert agreement == self.session.agreement()
        reopened = reopen(agreement, BANK)
        assert reopened.noticed == ()
        assert reopened.record == self.session.record

    @invariant()
    def it_is_somewhere(self) -> None:
        """The open question is one of the bank's, and so is every question on the path."""
        assert self.session.at in IDS
        path = [q.id for q in self.session.path]
        assert sorted(path, key=IDS.index) == [q.id for q in self.session.in_order]
        block = [id for id in SHORT.block if id in self.session.flow.block]
        others = [id for id in path if id not in block]
        assert others == sorted(others, key=IDS.index)
        if block:
            last = path.index(SHORT.before)
            assert path[last - len(block) : last] == block

    @invariant()
    def what_was_not_talked_through_has_no_words_of_ours(self) -> None:
        """Whoever changed a sentence or put it in their own words has talked about it."""
        for entry in self.session.record.entries.values():
            assert entry.talked_through or not (entry.reworded or entry.struck)

    @invariant()
    def only_what_is_settled_adds_questions(self) -> None:
        """The pot is asked about just when it is settled that money is involved."""
        money = self.session.entry("money")
        settled = money.standing == "decided" and money.answer is not None
        involved = settled and money.answer is not None and money.answer.value is True
        assert ("pot" in self.session.flow.place) == involved

    @invariant()
    def progress_is_of_the_path(self) -> None:
        """Never more done than is asked, and the themes add up to the whole."""
        whole = self.session.progress()
        parts = [self.session.progress(theme.id) for theme in BANK.themes]
        assert whole.done <= whole.total == len(self.session.path)
        assert (whole.done, whole.total) == (
            sum(p.done for p in parts),
            sum(p.total for p in parts),
        )

    @invariant()
    def positions_stand_only_on_words_that_were_shown(self) -> None:
        """A position never stands on other words, and does on the same made of the same."""
        for (question, partner), then in self.model.items():
            view, now = self.session.view(question, partner), self.shown(question)
            assert view in ("stands", "ask-again")
            if view == "stands":
                assert then.words == now.words
            if then == now:
                assert view == "stands"

    @invariant()
    def nobody_has_a_view_that_was_not_given(self) -> None:
        """Every position in the record is in our own book."""
        held = {
            (id, partner)
            for id, entry in self.session.record.entries.items()
            for partner in entry.positions
        }
        assert held == set(self.model)

    @invariant()
    def suggested_wording_is_whole(self) -> None:
        """No blank is left unfilled, nothing is said of a value that is not there."""
        for question in BANK.questions:
            for sentence in self.session.sentences(question):
                if sentence.ours or _in_own_words(question, sentence.key):
                    continue
                assert "  " not in sentence.text
                assert "\n" not in sentence.text
                assert not _UNFILLED.search(sentence.text.replace(BRACES, "")), sentence
                assert "None" not in sentence.text
                assert sentence.text.rstrip("\"'”’)")[-1] in ".!?…"
                assert not re.search(r"[.!?…]\.$", sentence.text), sentence


def _find(question: str) -> Question:
    found = BANK.find(question)
    assert found is not None
    return found


def _is_change(command: c.Command) -> TypeGuard[c.Change]:
    return isinstance(command, CHANGES)


def _in_own_words(question: Question, key: str) -> bool:
    return key.startswith(OTHER) and question.kind in {"choice", "choices"}


TestConversation = Conversation.TestCase
TestConversation.settings = settings(
    max_examples=2000 if THOROUGH else 60,
    stateful_step_count=60 if THOROUGH else 30,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
