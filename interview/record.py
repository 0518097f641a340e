"""Everything that a group has said, as one immutable record.

A change makes a new record, so undo is keeping the old one. What is printed from it is worked
out by ``interview.clauses``; nothing here is derived.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Final, Literal

from attrs import evolve, field, frozen

from outputs.agreement import Clause, Meeting, Parked, Signature, Stance, Theme, Version
from questions.group import Group, Party
from questions.model import Depth
from questions.values import Answer

Standing = Literal["decided", "undecided", "disputed", "parked", "not-for-us"]

SHEET: Final = "@sheet"
"""What the half-typed sheet of a meeting is kept under; no question can have such an id."""

OURS: Final = "ours-"
"""What the key of a sentence that the group added begins with."""


@frozen
class Reworded:
    """A sentence in the group's own words, and what was suggested when it wrote them."""

    text: str
    suggested: str = ""


@frozen
class Position:
    """One partner's view of the words it ``saw``, in the room, on that day."""

    stance: Stance
    on: dt.date
    saw: str
    reason: str = ""
    would_change: str = ""
    print_reason: bool = False


@frozen
class Entry:
    """What was said about one question. The answer stays, whatever its standing."""

    answer: Answer | None = None
    standing: Standing = "decided"
    owner: str = ""
    by: dt.date | None = None
    talked_through: bool = True
    """False where the usual was taken, or the question put off or left open, unread."""
    struck: frozenset[str] = frozenset()
    reworded: Mapping[str, Reworded] = field(factory=dict)
    positions: Mapping[str, Position] = field(factory=dict)
    views: Mapping[str, str] = field(factory=dict)
    note: str = ""
    meant: frozenset[str] = frozenset()
    """The rules (ids) whose question the group has answered with "it is meant so"."""

    @property
    def settled(self) -> bool:
        """Whether there is an answer that the rest of the interview may lean on."""
        return self.answer is not None and self.standing == "decided"

    @property
    def dealt_with(self) -> bool:
        """Whether the group has been here: an answer, or a decision not to give one yet."""
        return self.answer is not None or self.standing != "decided"


@frozen
class Partner:
    """An organisation taking part. One that is removed stays, in case it comes back."""

    id: str
    name: str
    short: str = ""
    body: str = ""
    committee: str = "committee"
    removed: bool = False

    @property
    def party(self) -> Party:
        """The partner as sentences name it."""
        return Party(self.id, self.name, self.short, self.committee)

    @property
    def said(self) -> str:
        """The name it goes by."""
        return self.party.said


@frozen
class Record:
    """One agreement in the making."""

    id: str
    title: str
    created: dt.date
    changed: dt.datetime
    depth: Depth = "quick"
    lead: str = ""
    partners: tuple[Partner, ...] = ()
    entries: Mapping[str, Entry] = field(factory=dict)
    meetings: tuple[Meeting, ...] = ()
    parked: tuple[Parked, ...] = ()
    signatures: tuple[Signature, ...] = ()
    versions: tuple[Version, ...] = ()
    foreign: tuple[Clause, ...] = ()
    """Clauses of questions that this bank does not have: kept, and printed, as they are."""
    foreign_answers: tuple[Clause, ...] = ()
    """The same for what made no clause, or was hidden: kept, and not printed."""
    foreign_themes: tuple[Theme, ...] = ()
    """The themes of those that this bank does not have."""

    def entry(self, question: str) -> Entry:
        """What was said about a question; an empty entry if nothing was."""
        return self.entries.get(question, _NOTHING_SAID)

    def with_entry(self, question: str, entry: Entry) -> Record:
        """The record with this said about a question."""
        entries = {**self.entries, question: entry}
        if entry == _NOTHING_SAID:
            del entries[question]
        return evolve(self, entries=entries)

    @property
    def present(self) -> tuple[Partner, ...]:
        """The partners who have not been removed."""
        return tuple(p for p in self.partners if not p.removed)

    @property
    def absent(self) -> tuple[str, ...]:
        """The partners (ids) who are not in the room at the latest meeting."""
        return self.meetings[-1].absent if self.meetings else ()

    def partner(self, id: str) -> Partner | None:
        """The partner with that id, removed or not."""
        return next((p for p in self.partners if p.id == id), None)

    def group(self, today: dt.date) -> Group:
        """The partners as the wording needs them."""
        lead = self.partner(self.lead)
        return Group(
            partners=tuple(p.party for p in self.present),
            lead=self.lead if lead and not lead.removed else "",
            today=today,
            former=tuple(p.party for p in self.partners if p.removed),
        )


_NOTHING_SAID: Final = Entry()
