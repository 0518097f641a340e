"""Whether something is so of a whole draft: yes, no, or nobody can say yet.

What looks at a question that is not asked, or not settled, is neither so nor not so (None), and
so is its `not`: a group is never asked about what it has not talked about. `answered` is the one
way to ask whether it has.
"""

from __future__ import annotations

from collections.abc import Iterable

from questions.conditions import All, Answered, AnyOf, Condition, Is, Look, Not, Partners, holds
from questions.draft import Draft
from questions.model import Rule
from questions.seen import seen


def asked(rules: Iterable[Rule], draft: Draft) -> tuple[Rule, ...]:
    """The rules that have something to ask of this draft; what mends it must be settled."""
    return tuple(r for r in rules if r.mend in draft.answers and so(r.when, draft))


def so(condition: Condition | None, draft: Draft) -> bool | None:
    """Whether a condition is so; None where nothing is settled that could say."""
    match condition:
        case None:
            return True
        case All(of):
            return _together([so(each, draft) for each in of], decisive=False)
        case AnyOf(of):
            return _together([so(each, draft) for each in of], decisive=True)
        case Not(of):
            found = so(of, draft)
            return None if found is None else not found
        case Is(question, _):
            return holds(condition, draft.facts) if question in draft.answers else None
        case Answered(question):
            return question in draft.answers
        case Partners():
            return holds(condition, draft.facts)
        case Look():
            return seen(condition, draft)


def _together(found: list[bool | None], *, decisive: bool) -> bool | None:
    """All or any: one that decides is enough; otherwise one that cannot say leaves it open."""
    if decisive in found:
        return decisive
    return None if None in found else not decisive
