"""What the draft still lacks, each put as a question with the question that mends it.

Pure: a function of the session's bank, record and flow. A gap is never a fault.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from attrs import frozen

from interview.session import Session
from questions.answers import is_table
from questions.draft import says
from questions.kinds import PER_PARTNER
from questions.model import Field, Question
from questions.rules import asked
from questions.values import Answer, Value


@frozen
class Gap:
    """Something missing, vague or contradictory: where it is mended, and how to ask about it."""

    question: str
    code: str
    ask: str
    rule: str = ""
    """The rule that asks, if it is one: the group may answer that it is meant so."""


def gaps(session: Session) -> tuple[Gap, ...]:
    """Every gap in the draft, in the order of the questions."""
    found: list[Gap] = []
    rules = asked(session.bank.rules, session.draft)
    for question in session.path:
        meant = session.entry(question.id).meant
        found += [Gap(question.id, question.code, ask) for ask in _asks(session, question)]
        found += [
            Gap(question.id, question.code, rule.ask, rule.id)
            for rule in rules
            if rule.mend == question.id and rule.id not in meant
        ]
    return tuple(found)


def still_empty(session: Session, question: Question, answer: Answer) -> Field | None:
    """The blank that has to be filled before the answer says anything at all; None if it does."""
    if not question.makes_clause or session.table(question, answer):
        return None
    if any(not s.struck for s in session.sentences(question, answer)):
        return None
    live = session.live_fields(question, answer)
    return next((f for f in live if f.required and f.id not in answer.fields), None)


def unsaid(session: Session, question: Question, answer: Answer) -> str:
    """What is typed in a row and makes no sentence, since its main cell is empty; "" if nothing."""
    for row in answer.rows:
        lacks = [c.label for c in question.columns if c.required and c.id not in row.cells]
        typed = [id for id, value in row.cells.items() if isinstance(value, str) and value]
        own = [c.id for c in question.columns if c.id in typed and not c.default]
        if lacks and own:
            who = _row_name(session, question, row.id, row.cells)
            return f"{who}: “{lacks[0]}” is empty, so the rest of that line says nothing yet."
    return ""


def soft_line(session: Session, question: Question, answer: Answer) -> str:
    """What to ask beside a field where a word leaves it open; "" where none does."""
    for text in _typed(session, question, answer):
        for word in vague_words(session, text, question):
            return f"“{word}”: {question.follow_up or 'by when? how often? who decides?'}"
    return ""


def vague_words(session: Session, text: str, question: Question | None = None) -> tuple[str, ...]:
    """The words in a text that leave open who, when or how much."""
    words = (*session.bank.vague, *(question.weak if question else ()))
    text = text.replace("'", "’")  # as a bank writes it
    lowered = text.lower()  # to look closely only for the few words that may be there
    return tuple(w for w, lower in _in_small_letters(words) if lower in lowered and says(text, w))


@cache
def _in_small_letters(words: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((word, word.lower()) for word in dict.fromkeys(words))


def _asks(session: Session, question: Question) -> Iterator[str]:
    entry = session.entry(question.id)
    title = question.heading or question.ask
    if not entry.dealt_with:
        yield f"“{title}” has not been talked about. What do we say?"
        return
    if entry.standing == "parked":
        if not entry.owner or not entry.by:
            yield f"“{title}” is parked. Who takes it on, and by when?"
        return
    if entry.standing == "undecided" and question.makes_clause:
        yield f"“{title}” is not decided yet. Who will bring it back?"
    elif entry.standing == "disputed":
        if not entry.owner or not entry.by:
            yield f"We see “{title}” in two ways. Who takes it on, and by when?"
    elif entry.standing == "decided" and entry.answer:
        if not entry.talked_through:
            yield f"“{title}” was taken as usual and not talked through. Does it suit us?"
        yield from _in_answer(session, question, entry.answer)
        yield from _in_positions(session, question)


def _in_answer(session: Session, question: Question, answer: Answer) -> Iterator[str]:
    title = question.heading or question.ask
    for field in session.live_fields(question, answer):
        if field.required and field.id not in answer.fields:
            yield f"“{title}” does not say this yet: {field.label.lower()}?"
    if is_table(question):
        yield from _in_rows(session, question, answer)
    said = session.sentences(question)
    if question.makes_clause and not any(not s.struck for s in said) and not answer.rows:
        yield f"“{title}” has no sentence left. Is it not for us, or what do we say?"
    for sentence in said:
        if sentence.outdated and not sentence.suggested and not sentence.struck:
            yield f"“{title}” keeps a sentence from an earlier answer: “{sentence.text}” Still so?"
    for name in _dropped_out(session, answer):
        yield f"“{title}” names {name}, which is no longer with us. Who takes that on?"
    for word in dict.fromkeys(
        word
        for text in _typed(session, question, answer)
        for word in vague_words(session, text, question)
    ):
        yield f"“{title}” says “{word}”. {question.follow_up or 'Who, by when, how much?'}"


def _in_rows(session: Session, question: Question, answer: Answer) -> Iterator[str]:
    asked_for = [c for c in question.columns if c.required]
    rows = {row.id: row for row in answer.rows}
    if question.kind == PER_PARTNER:
        for party in session.group.partners:
            if not rows.get(party.id) or not rows[party.id].cells:
                yield f"“{question.heading}” says nothing of {party.said} yet. What would it say?"
    for row in answer.rows:
        name = _row_name(session, question, row.id, row.cells)
        for column in asked_for:
            if column.id not in row.cells and (
                question.kind != PER_PARTNER or session.group.party(row.id)
            ):
                yield f"{question.heading}, {name}: {column.label.lower()}?"


def _row_name(
    session: Session, question: Question, row: str, cells: dict[str, Value] | object
) -> str:
    party = session.group.party(row)
    if party:
        return party.said
    first = cells.get(question.columns[0].id) if isinstance(cells, dict) else None
    return f"“{first}”" if first else "one row"


def _in_positions(session: Session, question: Question) -> Iterator[str]:
    if not question.makes_clause:
        return
    for partner in session.record.present:
        view = session.view(question.id, partner.id)
        held = session.entry(question.id).positions.get(partner.id)
        if view == "ask-again":
            yield f"“{question.heading}” has changed since {partner.said} saw it. What does it say now?"
        elif view == "stands" and held and held.stance == "cannot-accept":
            yield f"{partner.said} cannot accept “{question.heading}” as it stands. What would change that?"


def _dropped_out(session: Session, answer: Answer) -> Iterator[str]:
    values = [answer.value, *answer.fields.values()]
    values += [cell for row in answer.rows for cell in row.cells.values()]
    former = {p.id: p.said for p in session.group.former}
    named = {item for value in values if isinstance(value, tuple) for item in value}
    yield from (name for id, name in former.items() if id in named)


def _typed(session: Session, question: Question, answer: Answer) -> Iterator[str]:
    """The group's own words in an answer: only these are looked through for vague ones."""

    def own(field: Field, value: Value | None) -> bool:
        return isinstance(value, str) and field.kind in {"text", "paragraph"}

    yield from (
        str(answer.fields[f.id]) for f in question.fields if own(f, answer.fields.get(f.id))
    )
    for row in answer.rows:
        yield from (str(row.cells[c.id]) for c in question.columns if own(c, row.cells.get(c.id)))
    if question.kind in {"text", "paragraph"}:
        yield str(answer.value)
    yield from (r.text for r in session.entry(question.id).reworded.values())
