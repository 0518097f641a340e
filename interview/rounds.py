"""In which order partners speak. Pure.

The order moves on by one with each question that has a round. Whoever called the meeting, leads
or funds another speaks last; there is no other ranking, and none is shown.
"""

from __future__ import annotations

from interview.flow import Flow
from interview.record import Partner, Record


def speaks_last(record: Record) -> frozenset[str]:
    """The partners (ids) that others would follow if they spoke first."""
    met = record.meetings[-1:]
    called = {m.called for m in met} | {record.lead}
    return frozenset((called | {id for m in met for id in m.funds}) - {""})


def order(record: Record, flow: Flow, question: str) -> tuple[Partner, ...]:
    """Who speaks, first to last, in the round on a question; those who are not here do not."""
    here = [p for p in record.present if p.id not in record.absent]
    last = speaks_last(record)
    equals = [p for p in here if p.id not in last]
    rounds = [q.id for q in flow.path if q.weight == "talk"]
    by = rounds.index(question) % len(equals) if question in rounds and equals else 0
    return (*equals[by:], *equals[:by], *(p for p in here if p.id in last))
