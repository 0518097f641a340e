"""Taking clauses unread, and putting off what there is no time for."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve, field, frozen

from interview import commands as c
from interview.record import Entry, Record
from interview.refusal import Refusal
from questions.text import clean
from questions.values import Answer


@frozen
class Block:
    """What stands on the page now: the usual answer of each clause, and what is to be put off."""

    usual: Mapping[str, Answer] = field(factory=dict)
    park: tuple[str, ...] = ()


def take_as_usual(record: Record, command: c.TakeAsUsual, block: Block) -> Record:
    """The record after the page; what the group has settled for itself stays as it is.

    Raises:
        Refusal: there is no such page now, or something is left out that is not on it.
    """
    if not block.usual and not block.park:
        raise Refusal("There is no page of usual clauses now.")
    for id in command.left_out:
        if id not in block.usual:
            raise Refusal(f"“{id}” is not one of the usual clauses.")
    for id, answer in block.usual.items():
        entry = record.entry(id)
        made = _left_out(entry) if id in command.left_out else _taken(entry, answer)
        record = record.with_entry(id, made)
    for id in block.park:
        record = record.with_entry(id, _put_off(record.entry(id), command))
    return record


def park_the_rest(record: Record, command: c.ParkTheRest, left: tuple[str, ...]) -> Record:
    """The record with everything that is left put off.

    Raises:
        Refusal: there is nothing left to put off.
    """
    if not left:
        raise Refusal("There is nothing left to put off.")
    for id in left:
        record = record.with_entry(id, _put_off(record.entry(id), command))
    return record


def _taken(entry: Entry, usual: Answer) -> Entry:
    """As usual, unless there is an answer: one that was given, or taken here before."""
    if entry.settled:
        return entry
    decided = evolve(entry, standing="decided", owner="", by=None)
    if entry.answer is not None:
        return decided
    return evolve(decided, answer=usual, talked_through=_has_own_words(entry))


def _left_out(entry: Entry) -> Entry:
    if entry.standing != "decided":
        return entry
    return evolve(entry, standing="undecided", talked_through=_was_talked_through(entry))


def _put_off(entry: Entry, command: c.TakeAsUsual | c.ParkTheRest) -> Entry:
    if entry.settled or entry.standing not in ("decided", "parked"):
        return entry
    return evolve(
        entry,
        standing="parked",
        owner=clean(command.owner),
        by=command.by,
        talked_through=_was_talked_through(entry),
    )


def _was_talked_through(entry: Entry) -> bool:
    return _has_own_words(entry) or (entry.dealt_with and entry.talked_through)


def _has_own_words(entry: Entry) -> bool:
    """Whether the group changed a sentence: it may have, and then have emptied the answer."""
    return bool(entry.reworded or entry.struck)
