"""Drafts made by hand: plain answers in, and the draft that rules look at."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final

from questions.answers import PlainAnswer, chosen, from_plain
from questions.conditions import Facts
from questions.draft import Draft
from questions.group import Group, Party
from questions.kinds import PER_PARTNER
from questions.model import Bank

TODAY: Final = dt.date(2027, 3, 4)
PARTIES: Final = (
    Party("lunch-club", "Tuesday Lunch Club", "The Lunch Club"),
    Party("st-annes", "St Anne’s Church", "St Anne’s"),
    Party("the-hub", "The Hub"),
    Party("south-park", "Friends of South Park"),
    Party("new-voices", "New Voices"),
)


def day(text: str) -> dt.date:
    """A day, as in a file."""
    return dt.date.fromisoformat(text)


def group_of(partners: int = 3, lead: str = "") -> Group:
    """So many partners."""
    return Group(PARTIES[:partners], lead=lead, today=TODAY)


def draft_with(
    bank: Bank, answers: Mapping[str, Any], partners: int = 3, lead: str = "", **more: Any
) -> Draft:
    """A draft in which these questions are settled.

    An answer is a plain value, a list of rows (tables in a list), or {"answer", "fields", "rows"}.
    """
    group = group_of(partners, lead)
    made, facts = {}, {}
    for id, given in answers.items():
        question = bank.find(id)
        assert question is not None, id
        plain = given if isinstance(given, dict) else {"answer": given}
        if isinstance(given, list) and given and isinstance(given[0], dict):
            plain = {"rows": given}
        answer, mistakes = from_plain(question, PlainAnswer(**plain), group)
        assert mistakes == [], (id, mistakes)
        made[id], facts[id] = answer, chosen(question, answer)
    return Draft(
        answers=made,
        facts=Facts(facts, {}, partners),
        group=group,
        by_partner=frozenset(q.id for q in bank.questions if q.kind == PER_PARTNER),
        **more,
    )
