"""What each partner would do and need, gathered from the clauses: a function of the agreement.

A sentence belongs to the partners that it names before its first "will", by their own names or
those of their people; a row of a table to the partner in one of its "who" columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from attrs import frozen

from outputs.agreement import Agreement, Clause, Column, Plain
from outputs.numbering import by_theme, title_of
from outputs.still_open import OPEN
from outputs.words import Names, cell, names

_WILL: Final = " will "
_NEEDS: Final = " will need "


@frozen
class Duty:
    """One thing that is asked of a partner, in a clause, as it is printed."""

    partner: str
    question: str
    said: str
    needs: bool = False
    """It is what the partner needs from others, not what it does."""


def duties(agreement: Agreement) -> tuple[Duty, ...]:
    """Every duty and need of every partner, in the order of the clauses."""
    called = names(agreement)
    whose = Whose(_names(agreement))
    found: list[Duty] = []
    for *_, clauses in by_theme(agreement):
        for _, clause in clauses:
            if clause.status not in OPEN:
                found += _in_clause(clause, whose, called)
    return tuple(found)


class Whose:
    """Finds the partners that a text names, by the longest name that stands there."""

    def __init__(self, ids: Mapping[str, str]) -> None:
        self.ids = ids
        longest_first = sorted(ids, key=len, reverse=True)
        self._names = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")

    def named(self, text: str) -> list[str]:
        """The partners' ids, each once, in the order they are named."""
        found = self._names.findall(text) if self.ids else []
        return list(dict.fromkeys(self.ids[name] for name in found))


def _names(agreement: Agreement) -> dict[str, str]:
    """Partner ids by every name that a sentence may use for them."""
    found: dict[str, str] = {}
    for partner in agreement.present:
        found |= {person.name: partner.id for person in partner.people}
    for meeting in agreement.meetings:
        found |= {person.name: person.partner for person in meeting.people if person.partner}
    for partner in agreement.present:
        found |= {partner.name: partner.id, partner.said: partner.id}
    # In the middle of a sentence “The Hub” is “the Hub”.
    found |= {f"the {n[4:]}": id for n, id in found.items() if n.startswith("The ")}
    return {name: id for name, id in found.items() if name}


def _in_clause(clause: Clause, whose: Whose, called: Names) -> Iterator[Duty]:
    said_of: set[str] = set()
    for sentence in clause.wording:
        before, will, _ = sentence.partition(_WILL)
        for partner in whose.named(before) if will else ():
            said_of.add(partner)
            yield Duty(partner, clause.question, sentence, _NEEDS in sentence)
    by_partner = bool(clause.columns) and clause.columns[0].id == "id"
    for row in () if by_partner else clause.rows:
        doers = [c for c in clause.columns if c.kind == "who"]
        for partner in dict.fromkeys(p for c in doers for p in _who(row.get(c.id), whose.ids)):
            said = _row(row, clause.columns, called)
            if said:
                yield Duty(partner, clause.question, f"{title_of(clause)}: {said}.")


def _who(value: Plain | None, whose: Mapping[str, str]) -> list[str]:
    items = value if isinstance(value, list) else [value] if isinstance(value, str) else []
    known = set(whose.values())
    found = (
        each if each in known else whose.get(each.removeprefix("other: "), "") for each in items
    )
    return [id for id in found if id]


def _row(row: Mapping[str, Plain], columns: tuple[Column, ...], called: Names) -> str:
    """A row as a phrase, without who does it: "Cut two keys, by 6 June 2027"."""
    parts: list[str] = []
    for column in columns:
        if column.kind == "who" or column.id not in row:
            continue
        said = cell(row[column.id], column.kind, called)
        parts.append(f"by {said}" if column.kind == "date" else said)
    return ", ".join(parts)
