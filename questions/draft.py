"""A whole draft, as rules, rehearsals and stop signs see it: frozen, and only what is settled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from attrs import field, frozen

from questions.conditions import Facts
from questions.group import Group
from questions.kinds.who import ALL, LEAD
from questions.values import Answer, Own, Row, Value

_BETWEEN_NAMES: Final = re.compile(r"[,;&+/\n]|\band\b")


@frozen
class Draft:
    """What was settled, and by whom.

    Attributes:
        answers: the settled answers of the questions that are asked, by question. In a table by
            partner only the rows of those who take part; ``by_partner`` names these questions.
        absent: by question, the partners (ids) who are not here and have not said where they
            stand on it.
        struck: by question, the sentences that were struck out, by key without the row.
        bodies: what sort of body each partner is, in its own words.
        stances: how often each partner took each position.
    """

    answers: Mapping[str, Answer] = field(factory=dict)
    facts: Facts = field(factory=Facts)
    group: Group = field(factory=Group)
    by_partner: frozenset[str] = frozenset()
    absent: Mapping[str, frozenset[str]] = field(factory=dict)
    struck: Mapping[str, frozenset[str]] = field(factory=dict)
    bodies: tuple[str, ...] = ()
    stances: Mapping[str, Mapping[str, int]] = field(factory=dict)

    def values(self, place: str) -> tuple[Value, ...] | None:
        """What stands at a place, a column's cells in order; None where nothing is settled."""
        question, _, name = place.partition(".")
        answer = self.answers.get(question)
        if answer is None:
            return None
        if not name:
            return () if answer.value is None else (answer.value,)
        if name in answer.fields:
            return (answer.fields[name],)
        return tuple(row.cells[name] for row in answer.rows if name in row.cells)

    def rows(self, question: str) -> tuple[Row, ...] | None:
        """The rows of a table; None where nothing is settled."""
        answer = self.answers.get(question)
        return None if answer is None else answer.rows

    def partners_at(self, place: str) -> frozenset[str]:
        """The partners (ids) named at a place, or whose row of a table by partner it is in."""
        question, _, name = place.partition(".")
        if question in self.by_partner:
            return frozenset(row.id for row in self.rows(question) or () if name in row.cells)
        found: set[str] = set()
        for value in self.values(place) or ():
            found.update(self.partners_in(value))
        return frozenset(found)

    def partners_in(self, value: Value) -> Iterator[str]:
        """The partners (ids) that a value names, by id or in words."""
        if isinstance(value, tuple):
            for item in value:
                if item == LEAD and self.group.lead:
                    yield self.group.lead
                elif isinstance(item, Own):
                    yield from self.partners_in(item)
                elif self.group.party(item):
                    yield item
        elif text := text_of(value):
            for party in self.group.partners:
                if any(says(text, name) for name in (party.name, party.short)):
                    yield party.id

    def names(self, value: Value) -> Iterator[str]:
        """Every name in a value: partners as they are called, people as they were typed."""
        if not isinstance(value, tuple):
            yield from filter(None, (n.strip(" .") for n in _BETWEEN_NAMES.split(text_of(value))))
            return
        for item in value:
            party = self.group.party(self.group.lead if item == LEAD else str(item))
            if isinstance(item, Own):
                yield from self.names(item)
            elif party:
                yield party.said
            elif item == ALL:
                yield from (p.said for p in self.group.partners)


def text_of(value: Value) -> str:
    """The words of a text or of an answer of their own; "" for any other value."""
    if isinstance(value, Own):
        return value.text
    return value if isinstance(value, str) else ""


def says(text: str, words: str) -> bool:
    """Whether these words stand in a text, whole, in whatever letters and with either apostrophe."""
    found = re.escape(_as_a_bank_writes(words.strip()))
    text = _as_a_bank_writes(text)
    return bool(found and re.search(rf"(?<!\w){found}(?!\w)", text, re.IGNORECASE))


def _as_a_bank_writes(text: str) -> str:
    return text.replace("'", "’")
