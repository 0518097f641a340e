"""The agreement: the record that is saved, reopened, and turned into every document.

Each class is one table of ``agreement.toml``, key by key and in the file's order; the
reader, the writer and the JSON Schema are all made from these classes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

from attrs import field, frozen

FORMAT: Final = 1

Plain: TypeAlias = bool | int | str | dt.date | list[str]
"""What an answer, a field or a cell is in the file. Money is whole pence."""

Status = Literal["decided", "undecided", "disputed", "parked", "not-for-us", "always"]
PersonRole = Literal["contact", "stand-in"]
Job = Literal["types", "reads", "keeps-time", "watches"]
Concern = Literal["purpose", "sign-up", "money", "risk", "people", "details", "leaving"]
Stance = Literal["agree", "can-live-with-it", "stand-aside", "cannot-accept"]


@frozen
class About:
    """[agreement]: what this is and how far it has got."""

    id: str
    title: str
    document: str
    status: Literal["draft"]
    version: int
    created: dt.date
    changed: dt.datetime
    bank: str
    bank_version: str
    note: str
    depth: Literal["short", "quick", "full"]
    current: str = ""
    answered: int = 0
    asked: int = 0


@frozen
class Theme:
    """[[theme]]: a chapter that clauses are printed under."""

    id: str
    title: str


@frozen
class Person:
    """[[partner.person]]: somebody of a partner, and what they are for it."""

    name: str
    role: PersonRole


@frozen
class Partner:
    """[[partner]]: an organisation taking part."""

    id: str
    name: str
    short: str = ""
    body: str = ""
    committee: str = "committee"
    lead: bool = False
    removed: bool = False
    people: tuple[Person, ...] = ()

    @property
    def said(self) -> str:
        """The name it goes by."""
        return self.short or self.name


@frozen
class Attendee:
    """[[meeting.person]]: somebody who was in the room, for whom, and the jobs they began with.

    ``partner`` is an id, "" where that was not said. The jobs: to type, to read aloud, to keep
    time, and to watch that everyone is heard. They move on at each theme.
    """

    name: str
    partner: str = ""
    jobs: tuple[Job, ...] = ()


@frozen
class Meeting:
    """[[meeting]]: an evening the partners talked, and who was not there.

    ``planned`` and ``took`` are minutes, 0 where nobody said. ``called`` is the partner that
    called the meeting, ``funds`` are those that fund, house or employ another; they and
    ``absent`` are partner ids. ``rings`` is who rings the absent, until ``rings_by``.
    ``ground_rules`` are kept where the group changed those of the bank.
    """

    date: dt.date
    absent: tuple[str, ...] = ()
    planned: int = 0
    took: int = 0
    called: str = ""
    funds: tuple[str, ...] = ()
    rings: str = ""
    rings_by: dt.date | None = None
    ground_rules: tuple[str, ...] = ()
    people: tuple[Attendee, ...] = ()


@frozen
class Column:
    """[[clause.column]]: a column of the clause's table."""

    id: str
    label: str
    kind: str


@frozen
class Position:
    """[[clause.position]]: one partner's view in the room, tied to the words it saw.

    ``words`` is the fingerprint of those words; ``saw`` keeps them once they have changed.
    """

    partner: str
    stance: Stance
    on: dt.date
    words: str
    reason: str = ""
    would_change: str = ""
    print_reason: bool = False
    saw: str = ""


@frozen
class View:
    """[[clause.view]]: what one side says, in its own words, where we disagree."""

    partner: str
    words: str


@frozen
class Clause:
    """[[clause]] or [[other_answer]]: one question's answer and the wording it makes.

    ``wording`` is what is printed, one sentence each; ``sentences`` names what each was made
    from; ``struck`` and ``suggested`` keep the text of sentences struck out or reworded.
    ``talked_through`` is false where the usual wording was taken, or the question put off or
    left open, without a talk about it. ``meant`` names rules over the draft that asked about
    this clause, and were told that it is meant so. ``concerns`` says what a committee asks about
    that it answers.
    """

    question: str
    code: str
    theme: str
    asked: str
    heading: str
    status: Status
    owner: str = ""
    by: dt.date | None = None
    talked_through: bool = True
    note: str = ""
    meant: tuple[str, ...] = ()
    concerns: tuple[Concern, ...] = ()
    answer: Plain | None = None
    wording: tuple[str, ...] = ()
    sentences: tuple[str, ...] = ()
    fields: Mapping[str, Plain] = field(factory=dict)
    struck: Mapping[str, str] = field(factory=dict)
    suggested: Mapping[str, str] = field(factory=dict)
    columns: tuple[Column, ...] = ()
    rows: tuple[Mapping[str, Plain], ...] = ()
    positions: tuple[Position, ...] = ()
    views: tuple[View, ...] = ()


@frozen
class Parked:
    """[[parked]]: something put off that no question raised."""

    what: str
    owner: str = ""
    by: dt.date | None = None


@frozen
class Signature:
    """[[signature]]: who signed for a partner, and the meeting that agreed it."""

    partner: str
    name: str
    on: dt.date
    agreed_on: dt.date | None = None


@frozen
class Version:
    """[[version]]: a state of the agreement that was handed out."""

    number: int
    on: dt.datetime
    fingerprint: str


@frozen
class Agreement:
    """A whole agreement, in the order of its file."""

    about: About
    themes: tuple[Theme, ...] = ()
    partners: tuple[Partner, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    clauses: tuple[Clause, ...] = ()
    other_answers: tuple[Clause, ...] = ()
    parked: tuple[Parked, ...] = ()
    signatures: tuple[Signature, ...] = ()
    versions: tuple[Version, ...] = ()

    @property
    def present(self) -> tuple[Partner, ...]:
        """The partners who have not been removed."""
        return tuple(p for p in self.partners if not p.removed)
