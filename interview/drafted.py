"""The draft as the bank's rules, rehearsals and stop signs see it, from the session.

Pure. Only what is settled and asked counts; see ``questions.draft``.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from attrs import evolve

from questions.draft import Draft
from questions.kinds import PER_PARTNER
from questions.model import Question
from questions.values import Answer

if TYPE_CHECKING:  # it asks us for the draft
    from interview.session import Session


def draft_of(session: Session) -> Draft:
    """Everything that is settled on the path as it is now."""
    settled = [q for q in session.path if session.entry(q.id).settled]
    return Draft(
        answers={q.id: _answer(session, q) for q in settled},
        facts=session.flow.facts,
        group=session.group,
        by_partner=frozenset(q.id for q in settled if q.kind == PER_PARTNER),
        absent={q.id: _absent(session, q) for q in settled if q.makes_clause},
        struck={q.id: _struck(session, q) for q in settled},
        bodies=tuple(p.body for p in session.record.present),
        stances=_stances(session),
    )


def _answer(session: Session, question: Question) -> Answer:
    answer = session.entry(question.id).answer
    assert answer is not None, question.id
    if question.kind != PER_PARTNER:
        return answer
    # The row of a partner that dropped out is kept in case it comes back; it says nothing now.
    return evolve(answer, rows=tuple(r for r in answer.rows if session.group.party(r.id)))


def _absent(session: Session, question: Question) -> frozenset[str]:
    """The partners who are not here, and have not said where they stand on this clause."""
    return frozenset(
        id for id in session.record.absent if session.view(question.id, id) == "absent"
    )


def _struck(session: Session, question: Question) -> frozenset[str]:
    return frozenset(key.partition("_")[0] for key in session.entry(question.id).struck)


def _stances(session: Session) -> dict[str, Counter[str]]:
    taken: dict[str, Counter[str]] = {}
    for question in session.path:
        for partner, held in session.entry(question.id).positions.items():
            if session.group.party(partner):
                taken.setdefault(partner, Counter())[held.stance] += 1
    return taken
