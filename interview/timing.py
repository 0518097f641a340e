"""The time plan: how the minutes of a meeting are shared over what is still to be asked.

Pure, and made afresh whenever somebody looks: so it is shared again as the group is early or
late, as questions appear and vanish, and as more are asked for. All times are in minutes.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from attrs import frozen

from interview.flow import Flow, names_people
from questions.language import count_of
from questions.model import Bank, Depth, Question

_ESTIMATED_FOR: Final = 3
"""Partners that the bank's minutes are for."""

_SHORT_IS_FOR: Final = 7
"""Partners that the minutes of the short way are enough for."""

_BLOCK: Final = 3.0
"""How long its page of usual clauses takes."""

_MOST: Final = 1.5
"""How many times its estimate a question may have when there is time to spare."""

_LATE: Final = 2 / 3
"""Below this share of their estimates, what is left no longer fits by talking faster."""

_LAST_PART: Final = 1 / 3
"""Share of the meeting in which it can get late: before that it is only a long agenda."""

_SHORTFALL: Final = 5.0
"""Minutes short from which another depth is worth offering."""


@frozen
class Plan:
    """What is left of a meeting, and of the open question.

    Attributes:
        left: of the meeting.
        here: of the open question; None if it is dealt with, below 0 if it has had its share.
        shares: for each question that is left to ask.
        needed: what the bank would allow for those.
        late: whether what is left is better put off than hurried through.
    """

    have: float
    left: float
    here: float | None
    shares: Mapping[str, float]
    needed: float
    late: bool

    @property
    def spare(self) -> float:
        """What would be over if everything took as long as the bank allows."""
        return max(0.0, self.left - self.needed)

    @property
    def used(self) -> float:
        """How much of the meeting is over, from 0 to 1."""
        return 1 - self.left / self.have if self.have else 1.0


def estimate(question: Question, partners: int) -> float:
    """How long a question takes this many partners.

    Each partner more or fewer than three is a minute more or less where each speaks in turn.
    """
    each_speaks = question.weight == "talk" or names_people(question)
    more = (partners or _ESTIMATED_FOR) - _ESTIMATED_FOR if each_speaks else 0
    return max(1.0, question.minutes + more)


def estimates(bank: Bank, flow: Flow, depth: Depth, partners: int) -> dict[str, float]:
    """How long each question on the path takes; the short way is hurried to its own length."""
    if depth != "short" or bank.short is None:
        return {q.id: estimate(q, partners) for q in flow.path}
    whole = sum(_raw(flow, partners).values())
    of_its_size = sum(_raw(flow, _SHORT_IS_FOR).values())
    minutes = bank.short.minutes * max(1.0, whole / of_its_size)
    return {id: raw * minutes / whole for id, raw in _raw(flow, partners).items()}


def _raw(flow: Flow, partners: int) -> dict[str, float]:
    """Estimates with the page of usual clauses as one thing, since it is read out once."""
    page = _BLOCK / max(1, len(flow.block))
    return {q.id: page if q.id in flow.block else estimate(q, partners) for q in flow.path}


def plan(
    allowed: Mapping[str, float],
    left_to_ask: Collection[str],
    at: str,
    have: float,
    used: float,
    here: float,
) -> Plan:
    """Share what is left.

    Args:
        allowed: the estimate for each question on the path.
        left_to_ask: those that are not dealt with.
        at: the open question.
        have: how long the meeting is.
        used: how much of it is over.
        here: how much of that went into the open question.
    """
    left = max(0.0, have - used)
    todo = {id: minutes for id, minutes in allowed.items() if id in left_to_ask}
    others = sum(minutes for id, minutes in todo.items() if id != at)
    mine = todo.get(at)
    if mine is None:
        pace = _pace(left, others)
        remains = None
    else:
        # As if the open question began now; what it has had already is its own.
        pace = _pace(left + here, others + mine)
        remains = mine * pace - here
        pace = _pace(left - max(0.0, min(remains, left)), others)
    shares = {id: minutes * pace for id, minutes in todo.items() if id != at}
    if remains is not None:
        shares[at] = max(0.0, remains)
    late = bool(others) and pace < _LATE and left <= have * _LAST_PART
    needed = others + max(0.0, (mine or 0.0) - here)
    return Plan(have, left, remains, shares, needed, late)


def _pace(left: float, needed: float) -> float:
    return min(_MOST, left / needed) if needed else _MOST


@frozen
class Fit:
    """Whether the questions fit in the time there is; ``instead`` is a depth that fits better."""

    needed: int
    said: str
    instead: Depth | None = None


def fit(bank: Bank, depth: Depth, partners: int, left: float, have: float) -> Fit:
    """An honest estimate for this many partners, and what to do if it is too long.

    ``left`` is what the questions that are left would take; ``have`` is 0 if nobody said.
    """
    needed = round(left)
    whom = f" for {count_of(partners, 'partner')}" if partners else ""
    said = f"These questions take about {needed} minutes{whom}."
    short_of = round(needed - have)
    if not have or short_of < _SHORTFALL:
        return Fit(needed, said)
    said += f" That is {short_of} more than you have."
    if depth != "short" and bank.short is not None and bank.short.minutes < needed:
        said += f" The short way takes about {bank.short.minutes}; the rest can follow another day."
        return Fit(needed, said, "short")
    return Fit(needed, f"{said} What does not fit can be put off, with a name and a date.")


def in_words(minutes: float) -> str:
    """What is left, as people say it: "about 4 minutes left", "a minute left", "time is up"."""
    if minutes < 0.5:
        return "time is up"
    whole = max(1, round(minutes))
    return "a minute left" if whole == 1 else f"about {whole} minutes left"
