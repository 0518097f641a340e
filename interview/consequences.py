"""What a change does to the rest of the draft: hides, asks, rewrites, opens again. Pure."""

from __future__ import annotations

from attrs import frozen

from interview import events as e
from interview import flow as flows
from interview.clauses import Renderer
from interview.flow import Flow
from interview.record import Record
from questions.group import Group
from questions.model import Bank


@frozen
class State:
    """A record with what was worked out from it."""

    record: Record
    flow: Flow
    group: Group


def between(
    bank: Bank, old: State, new: Record, about: tuple[str, ...], renderer: Renderer
) -> tuple[e.Consequence, ...]:
    """How the new record differs from the old, beyond the questions that the change is about."""
    flow, group = flows.walk(bank, new), new.group(old.group.today)
    before, after = old.flow.place, flow.place
    hides = tuple(q for q in before if q not in after and old.record.entry(q).dealt_with)
    shows = tuple(q for q in after if q not in before)
    rewrites: list[str] = []
    again: list[e.Consequence] = []
    for question in old.flow.path:
        if question.id not in after:
            continue
        old_words = renderer.words(question, old.record, old.flow.facts, old.group)
        new_words = renderer.words(question, new, flow.facts, group)
        if old_words == new_words:
            continue
        entry = old.record.entry(question.id)
        if question.id not in about and entry.dealt_with:
            rewrites.append(question.id)
        kept = new.entry(question.id).positions
        lost = tuple(
            p
            for p, held in entry.positions.items()
            if held.saw == old_words and p in kept and kept[p].saw != new_words
        )
        if lost:
            again.append(e.AskAgain(question.id, lost))
    found: list[e.Consequence] = []
    if hides:
        found.append(e.Hidden(hides))
    if shows:
        found.append(e.Asked(shows))
    if rewrites:
        found.append(e.Rewritten(tuple(rewrites)))
    return (*found, *again)
