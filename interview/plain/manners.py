"""How each simple kind is asked for on a line: what may be picked by number, what the line means.

A line becomes the text that ``interview.typed`` keeps, so that it reads the same from every
form: option ids (or "other: …") for the answer to a choice, words everywhere else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from attrs import frozen

from interview.plain.draft import Slot
from interview.plain.talk import LONGEST_NUMBER
from outputs.problems import short
from questions.group import Group
from questions.kinds import SIMPLE
from questions.values import Item, Mistake, Own

_SHORTEST_OWN: Final = 3
"""Letters that own words need: less is a slip, such as the e of “everyone agrees”."""


@frozen
class Manner:
    """How a kind is asked for. ``many`` values may stand on a line; ``lines`` may follow it."""

    means: Callable[[str, Slot, Group], str]
    picks: Callable[[Slot, Group], Sequence[str]] | None = None
    many: bool = False
    lines: bool = False


def _words(typed: str, slot: Slot, group: Group) -> str:
    """The line as it stands, once the kind has understood it."""
    SIMPLE[slot.field.kind].read(typed, slot.field, group)
    return typed


def _yes_no(typed: str, slot: Slot, group: Group) -> str:
    return "yes" if SIMPLE["yes_no"].read(typed, slot.field, group) else "no"


def _choice(typed: str, slot: Slot, group: Group) -> str:
    ids = [o.id for o in slot.field.options]
    picked = _picked(typed, ids) if typed.isdecimal() else typed
    item = SIMPLE["choice"].read(picked, slot.field, group)
    assert isinstance(item, str | Own)
    return _kept([item], slot, group)


def _choices(typed: str, slot: Slot, group: Group) -> str:
    ids = [o.id for o in slot.field.options]
    whole = SIMPLE["choice"].read(typed, slot.field, group)
    if isinstance(whole, str):  # a label may have a comma in it
        return _kept([whole], slot, group)
    parts = "; ".join(_picked(p, ids) if p.isdecimal() else p for p in _parts(typed))
    items = SIMPLE["choices"].read(parts, slot.field, group)
    assert isinstance(items, tuple)
    return _kept(items, slot, group)


def _who(typed: str, slot: Slot, group: Group) -> str:
    names = SIMPLE["who"].suggestions(slot.field, group)
    parts = _parts(typed)
    if any(part.isdecimal() for part in parts):
        typed = "; ".join(_picked(p, names) if p.isdecimal() else p for p in parts)
    return _words(typed, slot, group)


def _names(slot: Slot, group: Group) -> Sequence[str]:
    return SIMPLE["who"].suggestions(slot.field, group)


MANNERS: Final[Mapping[str, Manner]] = {
    "choice": Manner(_choice),
    "choices": Manner(_choices, many=True),
    "yes_no": Manner(_yes_no),
    "text": Manner(_words),
    "paragraph": Manner(_words, lines=True),
    "number": Manner(_words),
    "money": Manner(_words),
    "date": Manner(_words),
    "period": Manner(_words),
    "who": Manner(_who, _names, many=True),
}


def own_words(text: str) -> str:
    """How the group's own words are kept as, or among, the answers to a choice."""
    return f"other: {' '.join(text.split())}"


def something_else(slot: Slot) -> int:
    """The number that "something else" has in the list, or 0."""
    offered = slot.is_answer and slot.field.options and slot.draft.question.something_else
    return len(slot.field.options) + 1 if offered else 0


def keeping(slot: Slot, before: str, so_far: str = "") -> Callable[[str], None]:
    """What keeps a line while it is typed, so that half a sentence is never lost.

    While there is nothing on the line, what was there ``before`` is kept.
    """

    def keep(text: str) -> None:
        if not text.strip():
            slot.text = so_far or before
        elif not slot.is_answer or slot.field.kind not in ("choice", "choices", "yes_no"):
            slot.text = f"{so_far}{text}"
        elif something_else(slot) and len(text) >= _SHORTEST_OWN and not text[0].isdecimal():
            slot.text = own_words(text)

    return keep


def _parts(typed: str) -> list[str]:
    if re.fullmatch(r"\d+(?:\s+(?:and\s+)?\d+)*", typed):
        return re.findall(r"\d+", typed)
    apart = [part.strip() for part in typed.split(";" if ";" in typed else ",")]
    last = re.fullmatch(r"(\d+)\s+and\s+(\d+)", apart[-1])
    return [p for p in [*apart[:-1], *(last.groups() if last else apart[-1:])] if p]


def _picked(number: str, picks: Sequence[str]) -> str:
    if len(number) > LONGEST_NUMBER or not 0 < int(number) <= len(picks):
        raise Mistake(f"There is no {short(number)} in the list.")
    return picks[int(number) - 1]


def _kept(items: Sequence[Item], slot: Slot, group: Group) -> str:
    """Options and own words as text."""
    for item in items:
        if isinstance(item, Own):
            _check_own(item, slot)
    if slot.is_answer:
        return "\n".join(own_words(i.text) if isinstance(i, Own) else i for i in items)
    value = tuple(items) if slot.field.kind == "choices" else items[0]
    return SIMPLE[slot.field.kind].typed(value, slot.field, group)


def _check_own(own: Own, slot: Slot) -> None:
    numbers = f"a number from 1 to {len(slot.field.options)}"
    if slot.is_answer and not slot.draft.question.something_else:
        raise Mistake(f"Please type {numbers}.")
    if len(own.text) < _SHORTEST_OWN:
        raise Mistake(f"Please type {numbers}, or a few words of your own.")
