# ruff: noqa: ARG002 - each kind gets the field and the group, whether or not it looks at them
"""`choice`: one option, or something else. `choices`: any number. `yes_no`: a yes or a no.

In a file, the answer to a question is kept by option id, since conditions look at it. A
blank or a cell is kept in words, so that the file reads, and prints, without the bank.
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from typing import Final

from questions import language
from questions.group import Group
from questions.kinds.base import Kind
from questions.model import Field
from questions.text import clean
from questions.values import ANSWER, Item, Mistake, Own, Plain, Value

_OWN: Final = "other: "


class Choice(Kind):
    """One option, or the group’s own words."""

    name = "choice"
    example = "one from the list, or your own words"

    def read(self, typed: str, field: Field, group: Group) -> Value:
        return _meaning(clean(typed), field)

    def say(self, value: Value, field: Field, group: Group) -> str:
        assert isinstance(value, str | Own)
        return _words(value, field)

    def check(self, plain: object, field: Field, group: Group) -> Value:
        return _item(plain, field)

    def plain(self, value: Value, field: Field) -> Plain:
        assert isinstance(value, str | Own)
        return _kept(value, field)

    def typed(self, value: Value, field: Field, group: Group) -> str:
        assert isinstance(value, str | Own)
        return _typed(value, field)

    def suggestions(self, field: Field, group: Group) -> Sequence[str]:
        return [_words(o.id, field) for o in field.options]


class Choices(Kind):
    """Any number of options, and of the group’s own words."""

    name = "choices"
    example = "any from the list, with commas"

    def read(self, typed: str, field: Field, group: Group) -> Value:
        text = clean(typed)
        whole = _meaning(text, field)
        if not isinstance(whole, Own):  # an option's own words may hold a comma
            return (whole,)
        parts = (part.strip() for part in text.split(";" if ";" in text else ","))
        return tuple(dict.fromkeys(_meaning(part, field) for part in parts if part))

    def say(self, value: Value, field: Field, group: Group) -> str:
        assert isinstance(value, tuple)
        said = (_words(item, field) for item in value)
        return language.join([words for words in said if words])

    def check(self, plain: object, field: Field, group: Group) -> Value:
        if not isinstance(plain, list):
            raise Mistake(f'{plain!r} should be a list of options: ["one", "another"]')
        return tuple(dict.fromkeys(_item(each, field) for each in plain))

    def plain(self, value: Value, field: Field) -> Plain:
        assert isinstance(value, tuple)
        return [_kept(item, field) for item in value]

    def typed(self, value: Value, field: Field, group: Group) -> str:
        assert isinstance(value, tuple)
        items = [_typed(item, field) for item in value]
        if not any("," in item for item in items):
            return ", ".join(items)
        return "; ".join(items) + (";" if len(items) == 1 else "")

    def suggestions(self, field: Field, group: Group) -> Sequence[str]:
        return [_words(o.id, field) for o in field.options]


class YesNo(Kind):
    """A yes or a no."""

    name = "yes_no"
    example = "yes or no"

    def read(self, typed: str, field: Field, group: Group) -> Value:
        word = typed.strip().casefold()
        if word in {"y", "yes"}:
            return True
        if word in {"n", "no"}:
            return False
        raise Mistake("Please type yes or no.")

    def say(self, value: Value, field: Field, group: Group) -> str:
        return "yes" if value else "no"

    def check(self, plain: object, field: Field, group: Group) -> Value:
        if not isinstance(plain, bool):
            raise Mistake(f"{plain!r} should be true or false, without quotation marks")
        return plain

    def suggestions(self, field: Field, group: Group) -> Sequence[str]:
        return ("yes", "no")


def _words(item: Item, field: Field) -> str:
    if isinstance(item, Own):
        return language.phrase(item.text)
    option = next((o for o in field.options if o.id == item), None)
    return (option.words or language.lower_first(option.label)) if option else item


def _typed(item: Item, field: Field) -> str:
    return item.text if isinstance(item, Own) else _words(item, field)


def _kept(item: Item, field: Field) -> str:
    if field.id != ANSWER:
        return _typed(item, field)
    return f"{_OWN}{item.text}" if isinstance(item, Own) else item


def _meaning(text: str, field: Field) -> Item:
    """The option that typed words name, or the group's own words."""
    if not text:
        return Own("")  # nothing said, and not the first option that has no ``words``
    wanted = text.casefold()
    for option in field.options:
        if wanted in {option.id, option.label.casefold(), option.words.casefold()}:
            return option.id
    return Own(text)


def _item(plain: object, field: Field) -> Item:
    if not isinstance(plain, str):
        raise Mistake(f"{plain!r} should be an option in quotation marks")
    if field.id != ANSWER:
        return _meaning(clean(plain), field)
    if plain.startswith(_OWN):
        return Own(clean(plain.removeprefix(_OWN)))
    ids = [o.id for o in field.options]
    if plain in ids:
        return plain
    near = difflib.get_close_matches(plain, ids, n=1)
    hint = f'did you mean "{near[0]}"?' if near else f"use one of {', '.join(ids)}"
    raise Mistake(f'there is no option "{plain}"; {hint} Or write "other: …" for your own words.')
