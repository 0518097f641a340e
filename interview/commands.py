"""Everything that can be said to a session, as data. The front ends send nothing else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TypeAlias

from attrs import field, frozen

from interview.record import Record
from outputs.agreement import Job, Stance
from questions import values
from questions.model import Depth


@frozen
class Answer:
    """Decide: the whole answer, blanks and rows included. It also ends parking."""

    question: str
    answer: values.Answer


@frozen
class Strike:
    """Leave one suggested sentence out."""

    question: str
    sentence: str


@frozen
class Restore:
    """Take a sentence that was struck out back in."""

    question: str
    sentence: str


@frozen
class Reword:
    """Put one sentence in the group's own words."""

    question: str
    sentence: str
    text: str


@frozen
class RestoreSuggested:
    """Give up the group's own words for a sentence, and take the suggested ones."""

    question: str
    sentence: str


@frozen
class AddSentence:
    """Add a sentence of the group's own at the end of a clause."""

    question: str
    text: str


@frozen
class TakePosition:
    """One partner's view of the clause as it now reads."""

    question: str
    partner: str
    stance: Stance
    reason: str = ""
    would_change: str = ""
    print_reason: bool = False


@frozen
class EveryoneAgrees:
    """Every partner in the room that has not said otherwise agrees."""

    question: str


@frozen
class ClearPosition:
    """Take one partner's view back: it is open again."""

    question: str
    partner: str


@frozen
class KeepPositions:
    """Only spelling changed: what partners said of the old words holds for the new."""

    question: str


@frozen
class Park:
    """Put a question off, with who takes it on and by when."""

    question: str
    owner: str = ""
    by: dt.date | None = None


@frozen
class Disagree:
    """Keep both views, each side in its own words, by partner."""

    question: str
    views: Mapping[str, str]
    owner: str = ""
    by: dt.date | None = None


@frozen
class LeaveUndecided:
    """Not decided yet."""

    question: str


@frozen
class NotRelevant:
    """Not for us: the question makes no clause."""

    question: str


@frozen
class TakeUpAgain:
    """Back from parked, disputed, undecided or not for us to the answer as it was."""

    question: str


@frozen
class TakeAsUsual:
    """Take the usual clauses of the short way but those left out, and put its other ones off."""

    left_out: tuple[str, ...] = ()
    owner: str = ""
    by: dt.date | None = None


@frozen
class Note:
    """A jotting beside a question; it is not printed."""

    question: str
    text: str


@frozen
class ParkItem:
    """Put off something that no question asks."""

    what: str
    owner: str = ""
    by: dt.date | None = None


@frozen
class DropItem:
    """Take an item off the parked list, by its place in it (from 0)."""

    index: int


@frozen
class AddPartner:
    """An organisation joins; its id is made from its name."""

    name: str
    short: str = ""
    body: str = ""
    committee: str = ""


@frozen
class ChangePartner:
    """Rename or describe a partner. None leaves a thing as it is."""

    partner: str
    name: str | None = None
    short: str | None = None
    body: str | None = None
    committee: str | None = None


@frozen
class RemovePartner:
    """A partner drops out. What was said of it is kept, and it can come back."""

    partner: str


@frozen
class BringBack:
    """A partner that was removed is with us again."""

    partner: str


@frozen
class Begin:
    """Who is in the room, and for how long, as it was typed: partners and people by name.

    An organisation that is not a partner yet becomes one. ``planned`` is minutes, 0 if nobody
    said; ``jobs`` are the names of who begins with them; no ``ground_rules`` are the bank's.
    """

    planned: int = 0
    people: tuple[tuple[str, str], ...] = ()
    """Each a name, and the organisation it is here for ("" if that was not said)."""
    called: str = ""
    funds: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    rings: str = ""
    rings_by: dt.date | None = None
    jobs: Mapping[Job, str] = field(factory=dict)
    ground_rules: tuple[str, ...] = ()


@frozen
class ParkTheRest:
    """It is late: put off whatever has not been talked about, but how the evening ends."""

    owner: str = ""
    by: dt.date | None = None


@frozen
class Meant:
    """What a rule asks about is meant so (or, with ``meant`` false, asked about again)."""

    question: str
    rule: str
    meant: bool = True


@frozen
class SetAbsent:
    """Whether a partner is missing from the room tonight."""

    partner: str
    absent: bool = True


@frozen
class SetLead:
    """Which partner leads (answers to a funder); "" for none."""

    partner: str


@frozen
class SetTitle:
    """What the work together is called."""

    title: str


@frozen
class SetDepth:
    """Short, quick or full."""

    depth: Depth


@frozen
class HandOut:
    """Make a numbered version of the agreement as it stands."""


@frozen
class GoTo:
    """Open a question that is asked now."""

    question: str


@frozen
class Next:
    """Go on to the next question."""


@frozen
class Back:
    """Go back to the question before."""


@frozen
class GoDeeper:
    """Ask more: from short to quick, from quick to full; and on to the first that is left."""


@frozen
class Type:
    """What is half typed on a question, by editor field; not an answer yet."""

    question: str
    texts: Mapping[str, str] = field(factory=dict)


@frozen
class Undo:
    """Take the last change back."""


@frozen
class Redo:
    """Make the change again that was taken back."""


@frozen
class BringBackVersion:
    """Make everything said what it was in an earlier state.

    Its number, what was handed out and the meetings since stay: they happened.
    """

    record: Record


EntryChange: TypeAlias = (
    Answer
    | Strike
    | Restore
    | Reword
    | RestoreSuggested
    | AddSentence
    | TakePosition
    | EveryoneAgrees
    | ClearPosition
    | KeepPositions
    | Park
    | Disagree
    | LeaveUndecided
    | NotRelevant
    | TakeUpAgain
    | Note
    | Meant
)
"""Commands that change what was said about one question."""

Change: TypeAlias = (
    EntryChange
    | TakeAsUsual
    | ParkItem
    | DropItem
    | AddPartner
    | ChangePartner
    | RemovePartner
    | BringBack
    | Begin
    | ParkTheRest
    | SetAbsent
    | SetLead
    | SetTitle
    | SetDepth
    | HandOut
    | BringBackVersion
)
"""Commands that change the record."""

Command: TypeAlias = Change | GoTo | Next | Back | GoDeeper | Type | Undo | Redo
