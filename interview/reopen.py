"""An ``Agreement`` becomes a record again, with a list of what was noticed on the way.

The words in the file are what the partners agreed to, so they win: a sentence that differs
from what the bank would say today is kept as the group's own.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from itertools import count

from attrs import evolve, frozen

from interview import assemble
from interview import flow as flows
from interview.changes import settles, tidy
from interview.clauses import Renderer, people_columns, sentences
from interview.gate import safe_agreement
from interview.record import OURS, Entry, Partner, Position, Record, Reworded, Standing
from outputs import agreement as out
from outputs.agreement import Agreement, Clause
from outputs.numbering import short_hash, words_of
from outputs.words import names
from questions.answers import PlainAnswer, from_plain
from questions.conditions import Facts
from questions.group import Group
from questions.model import Bank, Question
from questions.text import clean

_ALIKE = 0.6  # how alike two sentences are when one is taken for a correction of the other


@frozen
class Reopened:
    """A record, the question that was open, and sentences about what was noticed."""

    record: Record
    at: str
    noticed: tuple[str, ...]


def reopen(agreement: Agreement, bank: Bank) -> Reopened:
    """Take an agreement up where it was left."""
    noticed: list[str] = []
    agreement = safe_agreement(agreement)
    about = agreement.about
    if about.bank != bank.id:
        noticed.append(f"It was made with the questions “{about.bank}”; these are “{bank.id}”.")
    elif about.bank_version != bank.version:
        was = f"It was made with version {clean(about.bank_version)} of these questions"
        noticed.append(f"{was}; this is version {bank.version}.")
    record = Record(
        id=about.id,
        title=clean(about.title),
        created=about.created,
        changed=about.changed,
        depth=about.depth,
        lead=next((p.id for p in agreement.partners if p.lead), ""),
        partners=tuple(_partner(p) for p in agreement.partners),
        meetings=agreement.meetings,
        parked=agreement.parked,
        signatures=agreement.signatures,
        versions=agreement.versions,
    )
    always = {clause.id: assemble.always(clause) for clause in bank.always}
    saved: dict[str, tuple[Question, Clause]] = {}
    foreign: list[Clause] = []
    for clause in (*agreement.clauses, *agreement.other_answers):
        question = bank.find(clause.question)
        if clause.question in always:
            if clause.wording != always[clause.question].wording:
                noticed.append(f"“{clause.heading}” always reads the same; a change is not kept.")
        elif question:
            saved[question.id] = (question, clause)
        elif clause.status == "always":
            noticed.append(f"“{clause.heading}” is no longer printed.")
        else:
            foreign.append(clause)
            noticed.append(f"“{clause.heading or clause.asked}” is no longer asked. It is kept.")
    record = _with_foreign(record, agreement, foreign, bank)
    group = record.group(about.created)
    for question, clause in saved.values():
        entry, faults = _answered(question, clause, agreement, group)
        noticed += [f"{question.code} {clause.heading or clause.asked}: {f}" for f in faults]
        record = record.with_entry(question.id, entry)
    facts = flows.walk(bank, record).facts
    renderer = Renderer()
    for question, clause in saved.values():
        entry, faults = _worded(question, clause, record.entry(question.id), facts, group)
        noticed += [f"{question.code} {clause.heading}: {f}" for f in faults]
        record = record.with_entry(question.id, entry)
        words = renderer.words(question, record, facts, group)
        in_file = words_of(clause, names(agreement))
        entry = evolve(entry, positions=dict(_positions(clause, words, in_file)))
        record = record.with_entry(question.id, entry)
    done = flows.progress(flows.walk(bank, record), record).done
    if done < about.answered:
        noticed.append(
            f"Questions dealt with, by its own count: {about.answered}. There are {done} in it. "
            "Perhaps the end of the file is missing; an earlier state may have the rest."
        )
    return Reopened(record, about.current, tuple(noticed))


def _with_foreign(
    record: Record, agreement: Agreement, foreign: list[Clause], bank: Bank
) -> Record:
    """The record with what this bank does not ask, and the themes that belong to it."""
    printed = {clause.question for clause in agreement.clauses}
    themes = {clause.theme for clause in foreign} - {theme.id for theme in bank.themes}
    return evolve(
        record,
        foreign=tuple(c for c in foreign if c.question in printed),
        foreign_answers=tuple(c for c in foreign if c.question not in printed),
        foreign_themes=tuple(t for t in agreement.themes if t.id in themes),
    )


def _partner(partner: out.Partner) -> Partner:
    return Partner(
        partner.id,
        clean(partner.name),
        clean(partner.short),
        clean(partner.body),
        clean(partner.committee),
        partner.removed,
    )


def _answered(
    question: Question, clause: Clause, agreement: Agreement, group: Group
) -> tuple[Entry, list[str]]:
    """The entry with its answer, before its wording is looked at."""
    rows: list[dict[str, out.Plain]] = [dict(row) for row in clause.rows]
    for column, role in people_columns(question).items():
        for partner in agreement.partners:
            name = next((p.name for p in partner.people if p.role == role), "")
            row = next((r for r in rows if r.get("id") == partner.id), None)
            if row is None and name:
                row = {"id": partner.id}
                rows.append(row)
            if row is not None and name:
                row[column] = name
    plain = PlainAnswer(clause.answer, clause.fields, rows)
    given, faults = from_plain(question, plain, group)
    answer = tidy(question, given)
    standing: Standing = "decided" if clause.status == "always" else clause.status
    if faults and standing == "decided" and not settles(question, answer):
        standing = "undecided"  # so that its wording, which is kept, is printed still
    entry = Entry(
        answer=answer,
        standing=standing,
        owner=clean(clause.owner),
        by=clause.by,
        talked_through=clause.talked_through,
        meant=frozenset(clause.meant),
        views={view.partner: clean(view.words, lines=True) for view in clause.views},
        note=clean(clause.note, lines=True),
    )
    return entry, faults


def _worded(
    question: Question, clause: Clause, entry: Entry, facts: Facts, group: Group
) -> tuple[Entry, list[str]]:
    """The entry with what was struck out and what the group put in its own words."""
    fresh = {s.key: s.suggested for s in sentences(question, entry, facts, group)}
    keys = list(clause.sentences)
    noticed: list[str] = []
    if len(keys) != len(clause.wording) or len(set(keys)) != len(keys):
        keys = _matched(clause, fresh)
        noticed.append("sentences were added or taken out in the file; they are kept so")
    struck = {key: _whole(text) for key, text in clause.struck.items() if key not in keys}
    if noticed:
        struck |= {key: text for key, text in fresh.items() if key not in (*keys, *struck)}
    reworded: dict[str, Reworded] = {}
    for key, text in (*zip(keys, map(_whole, clause.wording), strict=True), *struck.items()):
        if not text:  # struck out, and not made when the file was saved
            continue
        if key in clause.suggested:
            reworded[key] = Reworded(text, _whole(clause.suggested[key]))
        elif key not in fresh:
            reworded[key] = Reworded(text)
        elif text != fresh[key]:
            reworded[key] = Reworded(text, fresh[key])
            noticed.append(f"“{text}” is not what is suggested now; it is kept as yours")
    return evolve(entry, struck=frozenset(struck), reworded=reworded), noticed


def _matched(clause: Clause, fresh: dict[str, str]) -> list[str]:
    """A key for each line: that of the suggested sentence it is, or nearly is, or one of ours."""
    left = {key: text for key, text in fresh.items() if text}
    own = (k for n in count(1) if (k := f"{OURS}{n}") not in clause.struck)
    keys: list[str] = []
    for line in clause.wording:
        near = difflib.get_close_matches(line, left.values(), n=1, cutoff=_ALIKE)
        key = next((k for k, text in left.items() if near and text == near[0]), None) or next(own)
        left.pop(key, None)
        keys.append(key)
    return keys


def _whole(text: str) -> str:
    """A sentence on one line, however long: what it is made of was cut to length before."""
    return clean(text, most=len(text) * 3)


def _positions(clause: Clause, words: str, in_file: str) -> Iterator[tuple[str, Position]]:
    """Each position with the words it saw, if they are those of now, or of the file."""
    for each in clause.positions:
        saw = next((w for w in (words, in_file) if short_hash(w) == each.words), each.saw)
        yield (
            each.partner,
            Position(
                stance=each.stance,
                on=each.on,
                saw=saw,
                reason=clean(each.reason, lines=True),
                would_change=clean(each.would_change, lines=True),
                print_reason=each.print_reason,
            ),
        )
