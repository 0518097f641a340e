"""What the record makes: sentences, clauses, and the agreement that is saved and printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from attrs import evolve, frozen

from interview.record import OURS, Entry, Record
from outputs import agreement as out
from outputs.numbering import short_hash, words_of
from outputs.words import Names
from questions import wording
from questions.answers import to_plain
from questions.conditions import Facts
from questions.group import Group
from questions.kinds import PER_PARTNER
from questions.model import Field, Question

PEOPLE: Mapping[str, out.PersonRole] = {"contact": "contact", "stand_in": "stand-in"}
"""Column roles whose cells are kept with the partner, as its people."""


@frozen
class Sentence:
    """One sentence of a clause as the group sees it, printed or struck out.

    ``suggested`` is what the bank now says, or "" when it no longer says this sentence.
    """

    key: str
    text: str
    suggested: str
    ours: bool = False
    struck: bool = False
    outdated: bool = False
    """It is ours, and what was suggested has changed since we wrote it."""


def sentences(question: Question, entry: Entry, facts: Facts, group: Group) -> tuple[Sentence, ...]:
    """The clause's sentences in order; those of ours with no suggestion left come last."""
    suggested = wording.suggest(question, entry.answer, facts, group) if entry.answer else ()
    made = [_sentence(line.key, line.text, entry) for line in suggested]
    known = {line.key for line in suggested}
    left = [_sentence(key, "", entry) for key in entry.reworded if key not in known]
    return (*made, *left)


def _sentence(key: str, suggested: str, entry: Entry) -> Sentence:
    ours = entry.reworded.get(key)
    return Sentence(
        key,
        ours.text if ours else suggested,
        suggested,
        ours=ours is not None,
        struck=key in entry.struck,
        outdated=bool(ours and ours.suggested != suggested and not key.startswith(OURS)),
    )


def clause(question: Question, entry: Entry, facts: Facts, group: Group) -> out.Clause:
    """The clause that an entry makes, without positions."""
    said = sentences(question, entry, facts, group)
    printed = [s for s in said if not s.struck]
    plain = to_plain(question, entry.answer) if entry.answer else None
    return out.Clause(
        question=question.id,
        code=question.code,
        theme=question.chapter,
        asked=question.ask,
        heading=question.heading,
        status=entry.standing,
        owner=entry.owner,
        by=entry.by,
        talked_through=entry.talked_through,
        meant=tuple(sorted(entry.meant)),
        concerns=question.concerns,
        note=entry.note,
        answer=plain.answer if plain else None,
        wording=tuple(s.text for s in printed),
        sentences=tuple(s.key for s in printed),
        fields=plain.fields if plain else {},
        struck={s.key: s.text for s in said if s.struck} | _struck_and_gone(said, entry),
        suggested={
            k: r.suggested for k, r in sorted(entry.reworded.items()) if not k.startswith(OURS)
        },
        columns=tuple(_columns(question)) if plain and plain.rows else (),
        rows=tuple(
            {k: v for k, v in row.items() if k not in people_columns(question)}
            for row in (plain.rows if plain else ())
        ),
        views=tuple(out.View(partner, words) for partner, words in entry.views.items()),
    )


def _struck_and_gone(said: Iterable[Sentence], entry: Entry) -> dict[str, str]:
    """Sentences that are struck out and not made now; they stay so if they come back."""
    return dict.fromkeys(sorted(entry.struck - {s.key for s in said}), "")


def people_columns(question: Question) -> dict[str, out.PersonRole]:
    """The columns whose cells name a partner's people, with what those people are."""
    if question.kind != PER_PARTNER:
        return {}
    return {c.id: PEOPLE[c.role] for c in question.columns if c.role in PEOPLE}


def _columns(question: Question) -> Iterator[out.Column]:
    people = people_columns(question)
    shown: list[Field] = [c for c in question.columns if c.id not in people]
    if not wording.has_table(question):
        return
    if question.kind == PER_PARTNER:
        yield out.Column("id", "Partner", "who")
    yield from (out.Column(c.id, c.label, c.kind) for c in shown)


_Seen: TypeAlias = tuple[Entry, Group, tuple[frozenset[str] | None, ...]]


class Renderer:
    """Clauses and their words, each made again only when what it depends on has changed."""

    def __init__(self) -> None:
        self._leans_on: dict[str, tuple[str, ...]] = {}
        self._made: dict[str, list[tuple[_Seen, out.Clause, str]]] = {}

    def clause(self, question: Question, record: Record, facts: Facts, group: Group) -> out.Clause:
        """The clause, with the partners' positions."""
        return self._render(question, record, facts, group)[0]

    def words(self, question: Question, record: Record, facts: Facts, group: Group) -> str:
        """Everything of the clause that a partner agrees to."""
        return self._render(question, record, facts, group)[1]

    def _render(
        self, question: Question, record: Record, facts: Facts, group: Group
    ) -> tuple[out.Clause, str]:
        entry = record.entry(question.id)
        if question.id not in self._leans_on:
            self._leans_on[question.id] = wording.leans_on(question)
        seen = tuple(facts.chosen.get(q) for q in self._leans_on[question.id])
        made = self._made.setdefault(question.id, [])
        for (old_entry, old_group, old_seen), clause_made, words in made:
            if old_entry is entry and old_group == group and old_seen == seen:
                return clause_made, words
        new = clause(question, entry, facts, group)
        words = words_of(new, names_of(group))
        new = evolve(new, positions=tuple(_positions(entry, group, words)))
        made.insert(0, ((entry, group, seen), new, words))
        del made[2:]  # the record as it is, and as a change would make it
        return new, words


def _positions(entry: Entry, group: Group, words: str) -> Iterator[out.Position]:
    seen = short_hash(words) if entry.positions else ""
    for partner in (*group.partners, *group.former):
        if held := entry.positions.get(partner.id):
            stands = held.saw == words
            yield out.Position(
                partner=partner.id,
                stance=held.stance,
                on=held.on,
                words=seen if stands else short_hash(held.saw),
                reason=held.reason,
                would_change=held.would_change,
                print_reason=held.print_reason,
                saw="" if stands else held.saw,
            )


def names_of(group: Group) -> Names:
    """What the partners are called, for the outputs."""
    called = {p.id: p.said for p in (*group.partners, *group.former)}
    return Names(called, group.lead, frozenset(p.id for p in group.former))
