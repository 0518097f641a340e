# ruff: noqa: ARG002 - each kind gets the field and the group, whether or not it looks at them
"""`who`: partners, all of us, the lead, or a person by name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from questions import language
from questions.group import Group
from questions.kinds.base import Kind
from questions.model import Field
from questions.text import clean
from questions.values import ID, Item, Mistake, Own, Plain, Value

ALL: Final = "all"
LEAD: Final = "lead"
FIRST: Final = "first"  # in a bank's default only: whoever is first on the list
_SAID: Final = {ALL: "all of us", LEAD: "the lead"}
_OWN: Final = "other: "


class Who(Kind):
    """Partners, all of us, the lead, or people by name."""

    name = "who"
    example = "a partner, “all of us” or a name"

    def read(self, typed: str, field: Field, group: Group) -> Value:
        text = clean(typed)
        whole = _meaning(text, group)
        if not isinstance(whole, Own):  # a partner's own name may hold "and" or a comma
            return (whole,)
        parts = [clean(p) for p in re.split(";" if ";" in text else r",|\band\b|&", text)]
        return tuple(dict.fromkeys(_meaning(p, group) for p in parts if p))

    def say(self, value: Value, field: Field, group: Group) -> str:
        assert isinstance(value, tuple)
        said = (language.inside(_name(item, group)) for item in value)
        return language.join([name for name in said if name])

    def check(self, plain: object, field: Field, group: Group) -> Value:
        if isinstance(plain, str):
            plain = [plain]
        if not isinstance(plain, list) or not all(isinstance(p, str) for p in plain):
            raise Mistake(f'{plain!r} should be a list of partner ids: ["riverside"]')
        return tuple(dict.fromkeys(_item(p, group) for p in plain if clean(p)))

    def plain(self, value: Value, field: Field) -> Plain:
        assert isinstance(value, tuple)
        return [f"{_OWN}{i.text}" if isinstance(i, Own) else i for i in value]

    def typed(self, value: Value, field: Field, group: Group) -> str:
        assert isinstance(value, tuple)
        names = [_typed(item, group) for item in value]
        return "; ".join(names) + (";" if len(names) == 1 and _splits(names[0], group) else "")

    def suggestions(self, field: Field, group: Group) -> Sequence[str]:
        lead = ["the lead"] if group.lead else []
        return [*(p.said for p in group.partners), "all of us", *lead]


def _meaning(text: str, group: Group) -> Item:
    """The partner, group or person that typed words mean."""
    words = text.casefold()
    if party := group.named(text):  # first: a partner may be called Everyone
        return party.id
    if words in {"all", "all of us", "everyone", "every partner", "us", "we"}:
        return ALL
    if words in {"lead", "the lead"}:
        return LEAD
    return Own(text)


def _typed(item: Item, group: Group) -> str:
    """The item as ``read`` takes it back: the lead stays the lead, whoever that is."""
    return item.text if isinstance(item, Own) else _SAID.get(item) or _name(item, group)


def _splits(name: str, group: Group) -> bool:
    """Whether a person's name would be taken apart if it were typed alone."""
    return isinstance(_meaning(name, group), Own) and bool(re.search(r",|\band\b|&", name))


def _item(plain: str, group: Group) -> Item:
    if plain.startswith(_OWN):
        return Own(clean(plain.removeprefix(_OWN)))
    if plain == FIRST:
        return group.partners[0].id if group.partners else ALL
    if plain in _SAID or (ID.fullmatch(plain) and group.known(plain)):
        return plain
    known = ", ".join([*(p.id for p in group.partners), *_SAID])
    raise Mistake(
        f'there is no partner "{plain}"; use one of {known}, or "other: {plain}" for a name'
    )


def _name(item: Item, group: Group) -> str:
    if isinstance(item, Own):
        return language.phrase(item.text)
    if item == LEAD and group.lead:
        item = group.lead
    if item in _SAID:
        return _SAID[item]
    party = group.known(item)
    return party.said if party else item
