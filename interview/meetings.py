"""Who was in the room, and for how long: what commands about a meeting do to the record. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final

from attrs import evolve

from interview import commands as c
from interview import partners
from interview.record import Partner, Record
from interview.refusal import Refusal
from outputs.agreement import Attendee, Meeting
from questions.model import Question
from questions.text import clean
from questions.values import Answer, Row

_MOST_MINUTES: Final = 24 * 60


_MORNING: Final = dt.timedelta(hours=5)
"""Until so late after midnight it is still the evening before."""


def evening(now: dt.datetime) -> dt.date:
    """The day that a meeting is of: one that runs past midnight is that of the evening before."""
    return (now - _MORNING).date()


def at_meeting(record: Record, today: dt.date) -> Record:
    """The record with a meeting today; who is absent, and who funds another, carries over."""
    before = record.meetings[-1] if record.meetings else None
    if before is not None and before.date == today:
        return record
    funds = before.funds if before else ()
    return evolve(record, meetings=(*record.meetings, Meeting(today, record.absent, funds=funds)))


def absent(record: Record, command: c.SetAbsent, today: dt.date) -> Record:
    """The record with a partner marked as missing, or as here.

    Raises:
        Refusal: there is no such partner.
    """
    if not record.partner(command.partner):
        raise Refusal("There is no such partner.")
    if command.absent == (command.partner in record.absent):
        return record
    record = at_meeting(record, today)
    others = tuple(p for p in record.absent if p != command.partner)
    missing = (*others, command.partner) if command.absent else others
    return _with_meeting(record, evolve(record.meetings[-1], absent=missing))


def with_people_here(question: Question, answer: Answer, record: Record) -> Answer:
    """The answer with whoever is here for a partner first as the person who speaks for it."""
    column = next((c.id for c in question.columns if c.role == "contact"), "")
    people = record.meetings[-1].people if record.meetings else ()
    here = {p.partner: p.name for p in reversed(people)}

    def row(of: Row) -> Row:
        known = column in of.cells or of.id not in here
        return of if known else evolve(of, cells={**of.cells, column: here[of.id]})

    return evolve(answer, rows=tuple(map(row, answer.rows))) if column else answer


def begin(record: Record, command: c.Begin, today: dt.date) -> Record:
    """The record with who is here tonight, for how long, and who does what.

    Raises:
        Refusal: a name that has to be one of the partners is not, or the minutes make no sense.
    """
    if not 0 <= command.planned <= _MOST_MINUTES:
        raise Refusal("Please type how many minutes you have, such as 90.")
    named = [(clean(name), clean(whom)) for name, whom in command.people if clean(name)]
    for whom in filter(None, [*(whom for _, whom in named), *map(clean, command.missing)]):
        if _find(record, whom) is None:
            record = partners.change(record, c.AddPartner(whom))
    people = tuple(Attendee(name, _id(record, whom)) for name, whom in named)
    record = at_meeting(record, today)
    meeting = evolve(
        record.meetings[-1],
        planned=command.planned,
        called=_whose(record, people, command.called),
        funds=_ids(_whose(record, people, each) for each in command.funds),
        absent=_ids(_id(record, whom) for whom in command.missing),
        rings=clean(command.rings),
        rings_by=command.rings_by,
        ground_rules=tuple(filter(None, map(clean, command.ground_rules))),
        people=_with_jobs(people, command),
    )
    return _with_meeting(record, meeting)


def attendees(record: Record, command: c.Begin) -> tuple[list[Attendee], frozenset[str]]:
    """Who is here as it is being typed, and the partners (their names) that speak last.

    Nothing is made of it yet: an organisation that is not a partner stands under its own name.
    """
    people = [
        Attendee(name, (_id(record, whom) or whom).casefold()) for name, whom in command.people
    ]
    by_name = {p.name.casefold(): p.partner for p in people}

    def partner(said: str) -> str:
        return by_name.get(said.casefold(), (_id(record, said) or said).casefold())

    last = {record.lead, *map(partner, (command.called, *command.funds))}
    return people, frozenset(last - {""})


def _with_meeting(record: Record, meeting: Meeting) -> Record:
    return evolve(record, meetings=(*record.meetings[:-1], meeting))


def _with_jobs(people: tuple[Attendee, ...], command: c.Begin) -> tuple[Attendee, ...]:
    """The people with their jobs; who has one and is not listed is in the room as well."""
    jobs = {job: clean(name) for job, name in command.jobs.items() if clean(name)}
    listed = {p.name.casefold() for p in people}
    others = dict.fromkeys(name for name in jobs.values() if name.casefold() not in listed)
    everyone = (*people, *(Attendee(name) for name in others))
    found: list[Attendee] = []
    for person in everyone:
        theirs = [job for job, name in jobs.items() if name.casefold() == person.name.casefold()]
        jobs = {job: name for job, name in jobs.items() if job not in theirs}
        found.append(evolve(person, jobs=tuple(theirs)))
    return tuple(found)


def _find(record: Record, name: str) -> Partner | None:
    """The partner of that name, long or short, as it would be kept."""
    wanted = clean(name)[: partners.NAME_LENGTH].rstrip().casefold()
    if not wanted:
        return None
    return next(
        (p for p in record.present if wanted in (p.name.casefold(), p.said.casefold())), None
    )


def _ids(found: Iterable[str]) -> tuple[str, ...]:
    """Each once, without what named nobody."""
    return tuple(dict.fromkeys(filter(None, found)))


def _id(record: Record, name: str) -> str:
    found = _find(record, name)
    return found.id if found else ""


def _whose(record: Record, people: Iterable[Attendee], name: str) -> str:
    """The partner that a name means: its own, or that of somebody who is here for it."""
    wanted = clean(name).casefold()
    if not wanted:
        return ""
    theirs = next((p.partner for p in people if p.name.casefold() == wanted and p.partner), "")
    if found := _id(record, wanted) or theirs:
        return found
    raise Refusal(
        f"“{clean(name)}” is not one of the partners. Please type a name as it stands above."
    )
