"""Asking for a whole answer: one value and its blanks, a form, a row a partner, or free rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from interview.plain.draft import Draft, answer_slot, cell_slot, field_slot
from interview.plain.manners import MANNERS
from interview.plain.prompts import ask_value
from interview.plain.talk import Talk
from interview.typed import new_row_texts
from questions.answers import chosen
from questions.kinds import FORM, PER_PARTNER, ROWS
from questions.model import Field

Prompt = Callable[[Talk, Draft], None]
"""Fills a draft by asking."""


def ask_answer(talk: Talk, draft: Draft) -> None:
    """Ask whatever the question's kind needs."""
    PROMPTS[draft.question.kind](talk, draft)


def _simple(talk: Talk, draft: Draft) -> None:
    """The value, then the blanks that it leaves."""
    usual = talk.session.usual(draft.question)
    ask_value(talk, answer_slot(draft), chosen(draft.question, usual) if usual else frozenset())
    if draft.answer.value is not None:
        _fields(talk, draft, talk.session.live_fields(draft.question, draft.answer))


def _form(talk: Talk, draft: Draft) -> None:
    _fields(talk, draft, draft.question.fields)


def _per_partner(talk: Talk, draft: Draft) -> None:
    """Row by row; rows of partners who dropped out are kept where they are."""
    group = talk.session.group
    kept = [row for row in draft.rows if group.known(row)]
    draft.put_rows([*kept, *(p.id for p in group.partners if p.id not in kept)])
    if not group.partners:
        talk.say("There is nobody to ask yet: /partners says who takes part.")
    for party in group.partners:
        talk.say(f"{party.said}:")
        _cells(talk, draft, party.id, offer=party is group.partners[0])
    _fields(talk, draft, draft.question.fields)


def _rows(talk: Talk, draft: Draft) -> None:
    """The rows as a list: take them, change one, add one, delete one."""
    _list_rows(talk, draft)
    while typed := talk.ask("Enter takes them, 1 changes row 1, d 1 deletes it, a adds:"):
        _row_command(talk, draft, typed.casefold())
        _list_rows(talk, draft)
    _fields(talk, draft, draft.question.fields)


def _row_command(talk: Talk, draft: Draft, typed: str) -> None:
    rows = draft.rows
    if typed in ("a", "add"):
        new = draft.add_row()
        starts = new_row_texts(talk.session, draft.question)
        for column in draft.question.columns:
            cell_slot(draft, new, column).text = starts.get(column.id, "")
        _cells(talk, draft, new)
    elif typed.startswith("d"):
        at = talk.ask_number(typed.lstrip("delt "), len(rows))
        if at is not None:
            draft.put_rows([row for n, row in enumerate(rows) if n != at])
    else:
        at = talk.ask_number(typed, len(rows))
        if at is not None:
            _cells(talk, draft, rows[at])


def _list_rows(talk: Talk, draft: Draft) -> None:
    if not draft.rows:
        talk.say("There are no rows yet.")
    for n, row in enumerate(draft.rows, 1):
        slots = (cell_slot(draft, row, column) for column in draft.question.columns)
        said = [f"{slot.field.label}: {slot.text}" for slot in slots if slot.text]
        talk.say("; ".join(said) or "empty", indent=2, mark=str(n))


def _cells(talk: Talk, draft: Draft, row: str, *, offer: bool = True) -> None:
    for column in draft.question.columns:
        ask_value(talk, cell_slot(draft, row, column), offer=offer)


def _fields(talk: Talk, draft: Draft, fields: Iterable[Field]) -> None:
    for field in fields:
        ask_value(talk, field_slot(draft, field))


PROMPTS: Final[Mapping[str, Prompt]] = {
    **dict.fromkeys(MANNERS, _simple),
    FORM: _form,
    PER_PARTNER: _per_partner,
    ROWS: _rows,
}
