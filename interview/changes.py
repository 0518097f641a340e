"""What each command does to the record. Pure: a record in, a record out, or a ``Refusal``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Final, assert_never

from attrs import evolve, field, frozen

from interview import commands as c
from interview import meetings, partners
from interview.record import OURS, Entry, Position, Record, Reworded, Standing
from interview.refusal import Refusal
from interview.taking import Block, park_the_rest, take_as_usual
from outputs.agreement import Parked, Version
from questions.answers import from_plain, is_empty, to_plain
from questions.group import Group
from questions.kinds import PER_PARTNER, SIMPLE
from questions.language import sentence
from questions.model import Bank, Question
from questions.text import clean
from questions.values import Answer, Own, Row, Value
from questions.wording import has_table

_SAYS_NOTHING: Final = (
    *(c.TakePosition, c.EveryoneAgrees, c.ClearPosition, c.KeepPositions, c.Note, c.Meant),
)
"""What can be done with a clause that nobody has talked through, and leaves it so."""


@frozen
class Scene:
    """What a change may look at besides the record."""

    bank: Bank
    now: dt.datetime
    words: str = ""
    """The clause that the command is about, as a partner would agree to it now."""
    suggested: Mapping[str, str] = field(factory=dict)
    """Its suggested sentences, by key."""
    before: str = ""
    """The clause as it read before its latest change, or "" if that is not known."""
    fingerprint: str = ""
    """That of the whole agreement."""
    block: Block = field(factory=Block)
    """The page of usual clauses, for the command that takes them."""
    left: tuple[str, ...] = ()
    """What has not been talked about, for the command that puts it off."""


def change(record: Record, command: c.Change, scene: Scene) -> Record:
    """The record after a command.

    Raises:
        Refusal: when the command makes no sense here; the record is as it was.
    """
    match command:
        case c.AddPartner() | c.ChangePartner() | c.RemovePartner() | c.BringBack():
            return partners.change(record, command)
        case c.SetAbsent():
            return meetings.absent(record, command, meetings.evening(scene.now))
        case c.Begin():
            return meetings.begin(record, command, meetings.evening(scene.now))
        case c.ParkTheRest():
            return park_the_rest(record, command, scene.left)
        case c.SetLead(partner):
            if partner and partner not in {p.id for p in record.present}:
                raise Refusal("There is no such partner.")
            return evolve(record, lead=partner)
        case c.SetTitle(title):
            return evolve(record, title=clean(title) or record.title)
        case c.TakeAsUsual():
            return take_as_usual(record, command, scene.block)
        case c.SetDepth(depth):
            if depth == "short" and scene.bank.short is None:
                raise Refusal("These questions have no short way.")
            return evolve(record, depth=depth)
        case c.ParkItem(what, owner, by):
            if not clean(what):
                raise Refusal("Please say what is put off.")
            return evolve(record, parked=(*record.parked, Parked(clean(what), clean(owner), by)))
        case c.DropItem(index):
            kept = tuple(item for n, item in enumerate(record.parked) if n != index)
            return evolve(record, parked=kept)
        case c.BringBackVersion(earlier):
            return _brought_back(earlier, record)
        case c.HandOut():
            number = record.versions[-1].number + 1 if record.versions else 1
            if record.versions and record.versions[-1].fingerprint == scene.fingerprint:
                raise Refusal(f"Nothing has changed since version {number - 1}.")
            version = Version(number, scene.now.replace(microsecond=0), scene.fingerprint)
            return evolve(record, versions=(*record.versions, version))
        case _:
            question = scene.bank.find(command.question)
            if question is None:
                raise Refusal(f"There is no question “{command.question}”.")
            entry = record.entry(question.id)
            said = _said(entry, command, question, record, scene)
            if not isinstance(command, _SAYS_NOTHING):
                said = evolve(said, talked_through=True)
            return record.with_entry(question.id, said)


def _brought_back(earlier: Record, record: Record) -> Record:
    """An earlier state; what happened since stays, and so does who joined: out, and asked back."""
    known = {partner.id for partner in earlier.partners}
    since = (evolve(p, removed=True) for p in record.partners if p.id not in known)
    return evolve(
        earlier,
        id=record.id,
        created=record.created,
        partners=(*earlier.partners, *since),
        meetings=record.meetings,
        versions=record.versions,
    )


def _said(
    entry: Entry, command: c.EntryChange, question: Question, record: Record, scene: Scene
) -> Entry:
    match command:
        case c.Answer(answer=answer):
            kept = tidy(question, _fitting(question, answer, record.group(scene.now.date())))
            standing: Standing = "decided" if settles(question, kept) else "undecided"
            entry = _without_rows_gone(entry, kept)
            return evolve(entry, answer=kept, standing=standing, owner="", by=None)
        case c.Strike(sentence=key):
            if key not in scene.suggested:
                raise Refusal("That sentence is no longer in the clause.")
            return evolve(entry, struck=entry.struck | {key})
        case c.Restore(sentence=key):
            return evolve(entry, struck=entry.struck - {key})
        case c.Reword() | c.RestoreSuggested() | c.AddSentence():
            return _reworded(entry, command, scene, makes_clause=question.makes_clause)
        case c.TakePosition() | c.EveryoneAgrees() | c.ClearPosition() | c.KeepPositions():
            return _positioned(entry, command, question, record, scene)
        case c.Park(owner=owner, by=by):
            return evolve(entry, standing="parked", owner=clean(owner), by=by)
        case c.Disagree(views=views, owner=owner, by=by):
            said = {p: clean(v, lines=True) for p, v in views.items() if record.partner(p)}
            return evolve(
                entry,
                standing="disputed",
                views={p: v for p, v in said.items() if v},
                owner=clean(owner),
                by=by,
            )
        case c.LeaveUndecided():
            return evolve(entry, standing="undecided", owner="", by=None)
        case c.NotRelevant():
            return evolve(entry, standing="not-for-us", owner="", by=None)
        case c.TakeUpAgain():
            return evolve(entry, standing="decided", owner="", by=None)
        case c.Note(text=text):
            return evolve(entry, note=clean(text, lines=True))
        case c.Meant(rule=rule, meant=meant):
            return evolve(entry, meant=entry.meant | {rule} if meant else entry.meant - {rule})
        case _:
            assert_never(command)


def _without_rows_gone(entry: Entry, answer: Answer | None) -> Entry:
    """The entry without what was struck or reworded in rows that the new answer has not."""
    there = {row.id for row in answer.rows} if answer else set()
    gone = {row.id for row in entry.answer.rows if row.id not in there} if entry.answer else set()

    def kept(key: str) -> bool:
        return key.rpartition("_")[2] not in gone

    return evolve(
        entry,
        struck=frozenset(filter(kept, entry.struck)),
        reworded={key: ours for key, ours in entry.reworded.items() if kept(key)},
    )


def _fitting(question: Question, answer: Answer, group: Group) -> Answer:
    """The answer as a file would give it back: one gate, whoever hands it in.

    Raises:
        Refusal: when it names an option or a partner that there is not.
    """
    again, mistakes = from_plain(question, to_plain(question, answer), group)
    if mistakes:
        raise Refusal(sentence(mistakes[0]))
    return again


def settles(question: Question, answer: Answer | None) -> bool:
    """Whether an answer decides its question; blanks filled round a choice not made do not."""
    return answer is not None and (answer.value is not None or question.kind not in SIMPLE)


def tidy(question: Question, answer: Answer) -> Answer | None:
    """The answer with empty fields, cells and rows left out; None if nothing is left.

    A partner's row stays when it is empty: that it has nothing to say is an answer too.
    """

    def filled(cells: Mapping[str, Value]) -> dict[str, Value]:
        return {key: value for key, value in cells.items() if not is_empty(value)}

    value = answer.value
    if isinstance(value, tuple):
        value = tuple(item for item in value if not (isinstance(item, Own) and not item.text))
    rows = (Row(row.id, filled(row.cells)) for row in answer.rows)
    kept = Answer(
        None if is_empty(value) else value,
        filled(answer.fields),
        tuple(row for row in rows if row.cells or question.kind == PER_PARTNER),
    )
    return None if kept == Answer() else kept


def _reworded(
    entry: Entry,
    command: c.Reword | c.RestoreSuggested | c.AddSentence,
    scene: Scene,
    *,
    makes_clause: bool,
) -> Entry:
    reworded = dict(entry.reworded)
    match command:
        case c.RestoreSuggested(sentence=key):
            reworded.pop(key, None)
            struck = entry.struck - {key} if key.startswith(OURS) else entry.struck
            return evolve(entry, reworded=reworded, struck=struck)
        case c.AddSentence(text=text):
            if not makes_clause or not entry.dealt_with:
                raise Refusal("There is no clause yet to add a sentence to.")
            taken = {*reworded}
            key = next(k for n in range(1, len(taken) + 2) if (k := f"{OURS}{n}") not in taken)
            suggested = ""
        case c.Reword(sentence=key, text=text):
            suggested = scene.suggested.get(key, "")
            if key not in scene.suggested:
                raise Refusal("That sentence is no longer in the clause.")
    if not clean(text):
        raise Refusal("Please type the sentence, or strike it out.")
    if clean(text) == suggested:
        reworded.pop(key, None)
    else:
        # Where nothing is suggested any more, what last was stays beside our words.
        last = reworded[key].suggested if key in reworded else ""
        reworded[key] = Reworded(clean(text), suggested or last)
    return evolve(entry, reworded=reworded)


def _positioned(
    entry: Entry,
    command: c.TakePosition | c.EveryoneAgrees | c.ClearPosition | c.KeepPositions,
    question: Question,
    record: Record,
    scene: Scene,
) -> Entry:
    words = scene.words
    today = meetings.evening(scene.now)
    positions = dict(entry.positions)
    if isinstance(command, c.ClearPosition):
        positions.pop(command.partner, None)
        return evolve(entry, positions=positions)
    if not question.makes_clause or not entry.settled or not _has_words(entry, question, scene):
        raise Refusal("There is no wording yet to say yes or no to.")
    match command:
        case c.TakePosition(partner=partner, stance=stance):
            who = record.partner(partner)
            if who is None or who.removed:
                raise Refusal("There is no such partner.")
            if partner in record.absent:
                raise Refusal(f"{who.said} is not here tonight, so its view stays open.")
            if stance == "stand-aside" and not question.stand_aside:
                raise Refusal(
                    "This one works for all of us or for none, so nobody can stand aside. "
                    "Agree, live with it, or say “not as it stands”."
                )
            positions[partner] = Position(
                stance,
                today,
                words,
                clean(command.reason, lines=True),
                clean(command.would_change, lines=True),
                command.print_reason,
            )
        case c.EveryoneAgrees():
            here = [p.id for p in record.present if p.id not in record.absent]
            for id in here:
                held = positions.get(id)
                if held and (held.saw == words or held.stance == "cannot-accept"):
                    continue  # a no is taken back by the partner that said it, not by the room
                positions[id] = Position("agree", today, words)
        case c.KeepPositions():
            positions = _kept(positions, record, words, scene.before)
    return evolve(entry, positions=positions)


def _has_words(entry: Entry, question: Question, scene: Scene) -> bool:
    """Whether the clause says anything: a sentence that is not struck out, or a table."""
    rows = entry.answer.rows if entry.answer else ()
    return not entry.struck.issuperset(scene.suggested) or bool(rows and has_table(question))


def _kept(
    positions: Mapping[str, Position], record: Record, words: str, before: str
) -> dict[str, Position]:
    """Positions given on the wording just before, lifted onto the words as they are now.

    Raises:
        Refusal: partners saw different wordings, and which was the last is not known.
    """
    present = {p.id for p in record.present}
    stale = {p: held for p, held in positions.items() if p in present and held.saw != words}
    if not before and len({held.saw for held in stale.values()}) > 1:
        raise Refusal("Partners saw different wordings, so please ask each of them again.")
    lifted = {p: evolve(held, saw=words) for p, held in stale.items() if before in ("", held.saw)}
    return {**positions, **lifted}
