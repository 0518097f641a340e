"""The lines that somebody types at the plain door to reach the same answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from interview.plain.manners import MANNERS
from interview.record import Entry
from interview.session import Session
from interview.typed import cell_key, field_key, new_row_texts, row_ids, texts_of
from questions.kinds import FORM, PER_PARTNER
from questions.language import date
from questions.model import Field, Question
from questions.values import ANSWER, Answer
from tests.parity.interviews import before, offered, page_of_usual, said_to

_OWN = "other: "


def script(target: Session, *, ready: bool) -> list[str]:
    """Everything typed, from the first partner to leaving; ``ready`` if the partners are there."""
    lines = [] if ready else list(_partners(target))
    for question in target.path:
        if question.id not in target.flow.block:
            lines += _question(target, question)
        elif question.id == page_of_usual(target)[0].id:
            lines += _usual_clauses(target)
    return [*lines, "q"]


def _partners(target: Session) -> Iterator[str]:
    record = target.record
    for partner in record.partners:
        yield from (partner.name, partner.short, partner.body, partner.committee)
        yield "n" if partner.id in record.absent else "y"
    yield ""  # no more of them
    if len(record.partners) > 1:
        ids = [p.id for p in record.partners]
        yield str(ids.index(record.lead) + 1) if record.lead else ""


def _question(target: Session, question: Question) -> Iterator[str]:
    entry = target.entry(question.id)
    if entry.note:
        yield f"/note {entry.note}"
    if entry.answer is None:
        yield from _standing(target, entry) if entry.dealt_with else ["/skip"]
        return
    if question.weight == "talk":
        yield ""  # the round is done
    yield from _answer(target, question)
    if not question.makes_clause:
        return
    yield from _words(target, question)
    if entry.standing != "decided":
        yield from _standing(target, entry)
    else:
        yield from _positions(target, question)


def _usual_clauses(target: Session) -> Iterator[str]:
    """The page of the short way: what is left out, who takes on the rest, and who agrees."""
    assert target.bank.short is not None
    page = page_of_usual(target)
    usual = [q for q in page if q.id in target.bank.short.usual]
    taken = [q for q in usual if target.entry(q.id).settled]
    yield ", ".join(str(n) for n, q in enumerate(usual, 1) if q not in taken)
    if len(page) > len(usual):
        put_off = target.entry(page[-1].id)
        yield from (_safe(put_off.owner), _day(put_off.by) or "-")
    if taken:
        yield from _positions(target, taken[0])


# Answers


def _answer(target: Session, question: Question) -> Iterator[str]:
    group = target.group
    wanted = texts_of(question, said_to(target, question), group)
    there = texts_of(question, offered(target, question), group)
    if question.kind == "rows":
        new = new_row_texts(before(target, question), question)
        yield from _rows(question, wanted, there, new)
    elif question.kind == PER_PARTNER:
        for partner in group.partners:
            yield from _cells(question, partner.id, wanted, there)
    elif question.kind != FORM:
        yield from _value(question, wanted.get(ANSWER, ""), there.get(ANSWER, ""))
        value = said_to(target, question).value
        live = before(target, question).live_fields(question, Answer(value))
        yield from _fields(live, wanted, there)
        return
    yield from _fields(question.fields, wanted, there)


def _value(question: Question, wanted: str, there: str) -> Iterator[str]:
    if question.kind not in ("choice", "choices"):
        yield from _text(wanted, there, long=MANNERS[question.kind].lines)
        return
    if wanted == there:
        yield ""
        return
    ids = [o.id for o in question.options]
    chosen = wanted.split("\n")
    own = next((each.removeprefix(_OWN) for each in chosen if each.startswith(_OWN)), "")
    numbers = [ids.index(each) + 1 for each in chosen if each in ids]
    if own:
        numbers.append(len(ids) + 1)
    yield ", ".join(map(str, numbers))
    if own:
        yield _safe(own)


def _rows(
    question: Question, wanted: Mapping[str, str], there: Mapping[str, str], new: Mapping[str, str]
) -> Iterator[str]:
    rows, old = row_ids(wanted), row_ids(there)
    for n in reversed(range(len(old))):
        if old[n] not in rows:
            yield f"d {n + 1}"
    kept = [row for row in old if row in rows]
    assert rows[: len(kept)] == kept, f"{question.id}: rows are added at the end, never moved"
    for n, row in enumerate(rows, 1):
        keys = [cell_key(row, column) for column in question.columns]
        if row not in kept:
            yield "a"
            starts = {cell_key(row, c): new.get(c.id, "") for c in question.columns}
            yield from _cells(question, row, wanted, starts)
        elif any(wanted.get(key, "") != there.get(key, "") for key in keys):
            yield str(n)
            yield from _cells(question, row, wanted, there)
    yield ""  # takes them


def _cells(
    question: Question, row: str, wanted: Mapping[str, str], there: Mapping[str, str]
) -> Iterator[str]:
    for column in question.columns:
        key = cell_key(row, column)
        long = MANNERS[column.kind].lines
        yield from _text(wanted.get(key, ""), there.get(key, ""), long=long)


def _fields(
    fields: Iterable[Field], wanted: Mapping[str, str], there: Mapping[str, str]
) -> Iterator[str]:
    for field in fields:
        key = field_key(field)
        long = MANNERS[field.kind].lines
        yield from _text(wanted.get(key, ""), there.get(key, ""), long=long)


def _text(wanted: str, there: str, *, long: bool = False) -> Iterator[str]:
    """Enter keeps what is there, "-" empties it, anything else is typed."""
    if wanted == there:
        yield ""
    elif not wanted:
        yield "-"
    else:
        yield from map(_safe, wanted.split("\n"))
        if long:
            yield ""


def _safe(text: str) -> str:
    return f"/{text}" if text.startswith("/") else text


# Words, standing, positions


def _words(target: Session, question: Question) -> Iterator[str]:
    entry = target.entry(question.id)
    if not entry.reworded and not entry.struck:
        return
    keys = [s.key for s in target.sentences(question)]
    suggested = {s.key for s in target.sentences(question) if s.suggested}
    yield "/words"
    for key, ours in entry.reworded.items():
        yield str(keys.index(key) + 1) if key in suggested else "a"
        yield _safe(ours.text)
    for key in sorted(entry.struck, key=keys.index):
        yield f"s {keys.index(key) + 1}"
    yield ""  # done


def _standing(target: Session, entry: Entry) -> Iterator[str]:
    taken_on = [_safe(entry.owner), _day(entry.by)]
    match entry.standing:
        case "parked":
            yield from ("/park", *taken_on)
        case "disputed":
            present = target.record.present
            views = [_safe(entry.views.get(p.id, "")) for p in present]
            yield from ("/disagree", *views, *taken_on)
        case "undecided":
            yield "/undecided"
        case "not-for-us":
            yield "/notforus"
        case "decided":
            raise AssertionError(entry)


def _day(day: dt.date | None) -> str:
    return date(day) if day else ""


def _positions(target: Session, question: Question) -> Iterator[str]:
    held = target.entry(question.id).positions
    here = [p.id for p in target.record.present if p.id not in target.record.absent]
    if not here:
        return
    if all(p in held and held[p].stance == "agree" and not held[p].reason for p in here):
        yield "e"
        return
    yield ""  # each in turn
    stances = ["agree", "can-live-with-it", "stand-aside", "cannot-accept"]
    if not question.stand_aside:
        stances.remove("stand-aside")
    for partner in here:
        if partner not in held:
            yield ""
            continue
        position = held[partner]
        number = str(stances.index(position.stance) + 1)
        if position.stance != "cannot-accept":
            yield f"{number} r" if position.reason else number
        else:
            yield number
        if position.stance == "cannot-accept" or position.reason:
            yield from (_safe(position.reason), _safe(position.would_change))
            if position.reason:
                yield "y" if position.print_reason else "n"
