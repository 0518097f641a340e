"""Rehearsals: a story played back in the draft's own words, and where the draft says nothing.

Pure: a function of the session's bank, record and flow.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from interview.record import Entry
from interview.session import Session
from questions import language
from questions.kinds import SIMPLE
from questions.kinds.period import after
from questions.model import AlwaysClause, Moment, Question, Rehearsal
from questions.rules import so
from questions.values import Period, Row

SILENT = "The draft says nothing here."


@frozen
class Played:
    """One moment: which clause speaks (``question`` mends it), and what it says.

    Where it says nothing, ``asks`` is what to ask; ``left`` says who took it on, if anyone did.
    """

    day: str
    question: str
    clause: str
    said: tuple[str, ...] = ()
    left: str = ""
    asks: str = ""


@frozen
class Rehearsed:
    """One story, moment by moment."""

    id: str
    title: str
    story: str
    moments: tuple[Played, ...]


def rehearse(session: Session) -> tuple[Rehearsed, ...]:
    """Every story that could happen to this group, as its draft has it."""
    found = (_rehearsed(session, r) for r in session.bank.rehearsals if so(r.when, session.draft))
    return tuple(story for story in found if story.moments)


def in_lines(story: Rehearsed) -> Iterator[str]:
    """A story to be read out, line by line; what the draft says is indented."""
    yield story.story
    for moment in story.moments:
        yield f"{moment.day} ({moment.clause})"
        yield from (f"  {text}" for text in moment.said)
        if moment.asks:
            yield f"  {moment.left or SILENT} {moment.asks}"


def _rehearsed(session: Session, story: Rehearsal) -> Rehearsed:
    played = (_played(session, moment) for moment in story.moments)
    return Rehearsed(
        story.id, story.title, story.story, tuple(moment for moment in played if moment)
    )


def _played(session: Session, moment: Moment) -> Played | None:
    """The moment, or None if its question is not asked: it cannot come up here."""
    always = next((a for a in session.bank.always if a.id == moment.question), None)
    if always is not None:
        return Played(moment.day, always.id, _named(always), always.says)
    question = session.bank.find(moment.question)
    if question is None or question.id not in session.flow.place:
        return None
    entry = session.entry(question.id)
    said = tuple(_said(session, question, entry, moment)) if entry.settled else ()
    return Played(
        moment.day,
        question.id,
        _named(question),
        said,
        left="" if said else _left_open(entry),
        asks="" if said else moment.silent,
    )


def _named(clause: Question | AlwaysClause) -> str:
    return f"{clause.code} {clause.heading}"


def _left_open(entry: Entry) -> str:
    """Who took it on, and by when, if the group has been here and settled nothing."""
    if entry.settled or not entry.dealt_with:
        return ""
    if entry.standing == "not-for-us":
        return "We said that this is not for us."
    day = language.date(entry.by) if entry.by else ""
    taken = ", ".join(filter(None, (entry.owner, day)))
    return f"We left this open{f': {taken}' if taken else ''}."


def _said(session: Session, question: Question, entry: Entry, moment: Moment) -> Iterator[str]:
    """What the clause says at this moment, in the group's wording, without what was struck."""
    if moment.sentences or not (moment.rows or moment.steps):
        for sentence in session.sentences(question):
            key = sentence.key.partition("_")[0]
            if not sentence.struck and (not moment.sentences or key in moment.sentences):
                yield sentence.text
    rows = entry.answer.rows if entry.answer else ()
    yield from (_row_said(session, question, row) for row in rows if row.id in moment.rows)
    if moment.steps:
        yield from _steps(session, question, rows)


def _steps(session: Session, question: Question, rows: tuple[Row, ...]) -> Iterator[str]:
    """Each step with its days added up; nothing if no step has any: that is what to ask about."""
    column = next(c.id for c in question.columns if c.kind == "period")
    if not any(column in row.cells for row in rows):
        return
    start = day = session.group.today
    for row in rows:
        length = row.cells.get(column)
        said = _row_said(session, question, row, without=column)
        if isinstance(length, Period):
            day = after(day, length)
            days = (day - start).days
            yield f"{f'By day {days}' if days else 'That day'}: {said}"
        else:
            yield f"On no day: {said}"


def _row_said(session: Session, question: Question, row: Row, without: str = "") -> str:
    """A row in words: "Talk. Who: the two contacts."."""
    said: list[str] = []
    for column in question.columns:
        if column.id in row.cells and column.id != without:
            text = SIMPLE[column.kind].say(row.cells[column.id], column, session.group)
            said.append(language.sentence(f"{column.label}: {text}" if said else text))
    return " ".join(said)
