"""What an agreement says is to be done by some day, as a calendar (iCalendar, RFC 5545).

Each is an event that lasts all day, of a date without a time: the right day wherever the calendar
is read. Only what is printed gets in: decided clauses, and what is still to agree.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from attrs import evolve, frozen
from icalendar import Calendar, Event

from outputs import room
from outputs.agreement import Agreement, Clause, Plain
from outputs.blocks import clean, one_line
from outputs.document import footer, title
from outputs.numbering import by_theme, title_of
from outputs.still_open import OPEN
from outputs.words import Names, capital, cell, date, dates_in, join, names

_MADE_BY: Final = "-//joint-working//joint-working//EN"
_PUT_OFF: Final = ("parked", "disputed")
"""Statuses of clauses that somebody is to bring back by a day."""


@frozen
class Day:
    """One day to keep in mind: what for, what is said of it, and what it is known by.

    ``key`` does not hold the date, so that a date which was moved is moved in a calendar as well.
    """

    key: str
    day: dt.date
    what: str
    said: str


def write(agreement: Agreement) -> bytes:
    """The agreement's days as a calendar; those of one agreement keep their ids.

    Days before there was an agreement are history, and nothing to keep in mind.
    """
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", _MADE_BY)
    calendar.add("x-wr-calname", one_line(title(agreement)))
    foot = one_line(footer(agreement))
    keys: Counter[str] = Counter()
    to_come = (each for each in days(agreement) if each.day >= agreement.about.created)
    for each in sorted(to_come, key=lambda each: each.day):
        event = Event()
        event.add("uid", _uid(agreement.about.id, f"{each.key}{' again' * keys[each.key]}"))
        keys[each.key] += 1
        # A calendar wants this in UTC. The laptop's time is taken as it is: it only says which
        # of two copies is the later, and must not depend on where the file is made.
        event.add("dtstamp", agreement.about.changed.replace(tzinfo=dt.UTC, microsecond=0))
        event.add("dtstart", each.day)
        event.add("summary", one_line(each.what))
        event.add("description", clean(f"{each.said}\n{foot}"))
        event.add("transp", "TRANSPARENT")  # nobody is busy all day because of it
        calendar.add_component(event)
    made: bytes = calendar.to_ical()
    return made


def days(agreement: Agreement) -> Iterator[Day]:
    """Every day that the agreement names, in the order it is read."""
    called = names(agreement)
    for *_, clauses in by_theme(agreement):
        for number, clause in clauses:
            if clause.status in _PUT_OFF and clause.by:
                key, what = f"clause {clause.question}", title_of(clause)
                yield _still_open(key, what, clause.owner, clause.by, called)
            elif clause.status not in OPEN:
                where = f"{number} {title_of(clause)}"
                yield from _in_sentences(clause, where)
                yield from _in_table(clause, where, called)
    for item in agreement.parked:
        if item.by:
            yield _still_open(f"parked {item.what}", item.what, item.owner, item.by, called)
    yield from _to_ring(agreement, called)


def _still_open(key: str, what: str, owner: str, by: dt.date, called: Names) -> Day:
    who = "" if owner in called.former else capital(called.of(owner))
    said = f"Who takes this on: {who or 'Nobody yet'}."
    return Day(key, by, _by(f"Still to agree: {what}", who), said)


def _in_sentences(clause: Clause, where: str) -> Iterator[Day]:
    """The days that the words name: where a sentence and its answer differ, the words count."""
    found: dict[dt.date, Day] = {}
    for n, sentence in enumerate(map(one_line, clause.wording)):
        key = clause.sentences[n] if n < len(clause.sentences) else str(n)
        for nth, day in enumerate(dict.fromkeys(dates_in(sentence))):
            before = found.get(day)
            found[day] = (
                evolve(before, said=f"{before.said}\n{sentence}")
                if before
                else Day(f"sentence {clause.question} {key} {nth}", day, title_of(clause), sentence)
            )
    for each in found.values():
        yield evolve(each, said=f"{each.said}\n{where}")


def _in_table(clause: Clause, where: str, called: Names) -> Iterator[Day]:
    for n, row in enumerate(clause.rows):
        who = _who(clause, row, called)
        if who is None:
            continue
        texts = (row.get(c.id) for c in clause.columns if c.kind == "text")
        what = next((text for text in texts if text and isinstance(text, str)), title_of(clause))
        for column in clause.columns:
            day = row.get(column.id)
            if column.kind == "date" and isinstance(day, dt.date):
                key = f"row {clause.question} {row.get('id', n)} {column.id}"
                yield Day(
                    key, day, _by(capital(what), who), f"{column.label}: {date(day)}\n{where}"
                )


def _who(clause: Clause, row: Mapping[str, Plain], called: Names) -> str | None:
    """Who a row is about, in words; None if only partners who have left."""
    cells = [(row[c.id], c.kind) for c in clause.columns if c.kind == "who" and c.id in row]
    ids = [id for value, _ in cells for id in (value if isinstance(value, list) else [str(value)])]
    here = [id for id in dict.fromkeys(ids) if id not in called.former]
    if ids and not here:
        return None
    return cell(here, "who", called)


def _to_ring(agreement: Agreement, called: Names) -> Iterator[Day]:
    if not agreement.meetings:
        return
    met = agreement.meetings[-1]
    missing = [called.of(p.id) for p in agreement.present if p.id in met.absent]
    if missing and met.rings_by:
        said = f"We met on {date(met.date)}.{room.not_there(missing)} Ask what we got wrong."
        what = _by(f"Ring {join(missing)}", capital(met.rings))
        yield Day(f"ring {met.date.isoformat()}", met.rings_by, what, said)


def _by(what: str, who: str) -> str:
    return f"{what} ({who})" if who else what


def _uid(agreement: str, key: str) -> str:
    """An id that no other event has; it is the same each time, and for no other agreement."""
    digest = hashlib.sha256(f"{agreement}\n{key}".encode()).hexdigest()[:16]
    return f"{re.sub('[^a-z0-9-]', '', agreement)}-{digest}"
