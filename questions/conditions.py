"""`when`: a condition as data. What it looks at, whether it holds, and how to say it.

In a bank it is written as one of::

    { question = "money", is = ["yes"] }        { question = "purpose", answered = true }
    { partners = { at_least = 4 } }             { all = [...] }  { any = [...] }  { not = {...} }

It looks only at earlier questions. An answer that is hidden, not decided, parked or
disputed satisfies no `is` and is not `answered`; `all`, `any` and `not` then decide.

What is asked about the whole draft can look at more: see ``questions.looks``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, TypeAlias

from attrs import field, frozen

from questions.values import Mistake

_DEEPEST: Final = 20
"""How deep all, any and not may stand in each other: nobody could say a deeper one aloud."""


@frozen
class Facts:
    """What earlier questions settled: chosen ids by question id, dates by "question.field"."""

    chosen: Mapping[str, frozenset[str]] = field(factory=dict)
    dates: Mapping[str, dt.date] = field(factory=dict)
    partners: int = 0


@frozen
class Is:
    """The question was answered with one of these options."""

    question: str
    options: tuple[str, ...]


@frozen
class Answered:
    """The question was answered, in whatever way."""

    question: str


@frozen
class Partners:
    """So many partners take part; both limits count in."""

    at_least: int = 0
    at_most: int | None = None


@frozen
class All:
    """Every one of them holds."""

    of: tuple[Condition, ...]


@frozen
class AnyOf:
    """At least one of them holds."""

    of: tuple[Condition, ...]


@frozen
class Not:
    """It does not hold."""

    of: Condition


class Look:
    """A look at the whole draft. Only rules, rehearsals and stop signs have any."""

    __slots__ = ()

    @property
    def places(self) -> tuple[str, ...]:
        """What it looks at: "question.field", or a question."""
        return ()


Leaf: TypeAlias = Is | Answered | Partners | Look
Condition: TypeAlias = Leaf | All | AnyOf | Not


def holds(condition: Condition | None, facts: Facts) -> bool:
    """Whether the condition is true; no condition always is."""
    match condition:
        case None:
            return True
        case Is(question, options):
            return not facts.chosen.get(question, frozenset()).isdisjoint(options)
        case Answered(question):
            return question in facts.chosen
        case Partners(at_least, at_most):
            return at_least <= facts.partners and (at_most is None or facts.partners <= at_most)
        case All(of):
            return all(holds(each, facts) for each in of)
        case AnyOf(of):
            return any(holds(each, facts) for each in of)
        case Not(of):
            return not holds(of, facts)
        case Look():
            raise TypeError(f"{condition} looks at a whole draft: ask questions.rules")


def leaves(condition: Condition | None) -> Iterator[Leaf]:
    """Every simple condition inside this one."""
    match condition:
        case None:
            return
        case All(of) | AnyOf(of):
            for each in of:
                yield from leaves(each)
        case Not(of):
            yield from leaves(of)
        case leaf:
            yield leaf


def in_words(condition: Condition | None, label: Callable[[str, str], str]) -> str:
    """Say why something is asked; ``label(question, option)`` puts an answer in words.

    With "" as the option, ``label`` names the question itself.
    """
    match condition:
        case None:
            return ""
        case Is(question, options):
            return "you said " + " or ".join(f"“{label(question, o)}”" for o in options)
        case Answered(question):
            return f"you answered “{label(question, '')}”"
        case Partners(at_least, None):
            return f"there are {at_least} or more of you"
        case Partners(0, at_most):
            return f"there are no more than {at_most} of you"
        case Partners(at_least, at_most):
            return f"there are {at_least} to {at_most} of you"
        case All(of):
            return " and ".join(in_words(each, label) for each in of)
        case AnyOf(of):
            return " or ".join(in_words(each, label) for each in of)
        case Not(of):
            return f"it is not so that {in_words(of, label)}"
        case Look():
            raise TypeError(f"{condition} is nothing that a question is asked because of")


def parse(
    data: Any,
    look: Callable[[Mapping[str, Any]], Look | None] = lambda _: None,
    depth: int = 0,
) -> Condition:
    """Read a condition from a bank's plain data; ``look`` reads those that only rules can use.

    Raises:
        Mistake: with what is wrong and what to write instead.
    """
    if not isinstance(data, dict):
        raise Mistake('a condition is written { question = "…", is = ["…"] }')
    if depth > _DEEPEST:
        raise Mistake("this condition is nested too deeply to be understood")
    match data:
        case {"question": str(question), "is": [*options], **rest} if options and not rest:
            if all(isinstance(o, str) for o in options):
                return Is(question, tuple(options))
        case {"question": str(question), "answered": True, **rest} if not rest:
            return Answered(question)
        case {"partners": dict(limits), **rest} if limits and not rest:
            if set(limits) <= {"at_least", "at_most"} and all(
                type(n) is int for n in limits.values()
            ):
                return Partners(limits.get("at_least", 0), limits.get("at_most"))
        case {"all": [*of], **rest} if of and not rest:
            return All(tuple(parse(each, look, depth + 1) for each in of))
        case {"any": [*of], **rest} if of and not rest:
            return AnyOf(tuple(parse(each, look, depth + 1) for each in of))
        case {"not": of, **rest} if not rest:
            return Not(parse(of, look, depth + 1))
    if found := look(data):
        return found
    raise Mistake(
        f"{data!r} is not a condition; use question with is or answered, "
        "partners with at_least or at_most, or all, any, not"
    )
