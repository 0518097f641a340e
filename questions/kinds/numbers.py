# ruff: noqa: ARG002 - each kind gets the field and the group, whether or not it looks at them
"""`number`: a whole number. `money`: pounds and pence, kept as whole pence."""

from __future__ import annotations

import re
from typing import Final

from questions import language
from questions.group import Group
from questions.kinds.base import Kind
from questions.model import Field
from questions.values import Mistake, Value

_MOST: Final = 10**12 - 1  # below a million million: more is a slip of the finger
_WORDS: Final = {language.number(n): n for n in range(1, 10)} | {"none": 0, "zero": 0, "ten": 10}


class Number(Kind):
    """A whole number, not below nought."""

    name = "number"
    example = "3"

    def read(self, typed: str, field: Field, group: Group) -> Value:
        text = _without_commas(typed).casefold()
        if text in _WORDS:
            return _WORDS[text]
        if not re.fullmatch(r"[0-9]{1,12}", text, re.ASCII):
            raise Mistake("Please type a whole number, such as 3.")
        return int(text)

    def say(self, value: Value, field: Field, group: Group) -> str:
        assert isinstance(value, int)
        return language.number(value)

    def check(self, plain: object, field: Field, group: Group) -> Value:
        if type(plain) is not int or not 0 <= plain <= _MOST:
            raise Mistake(f"{plain!r} should be a whole number, such as 3")
        return plain

    def typed(self, value: Value, field: Field, group: Group) -> str:
        return str(value)


class Money(Number):
    """An amount in whole pence."""

    name = "money"
    example = "£250"

    def read(self, typed: str, field: Field, group: Group) -> Value:
        text = re.sub(r"[£\s]", "", _without_commas(typed))
        match = re.fullmatch(r"([0-9]{1,10})(?:\.([0-9]{2}))?", text, re.ASCII)
        if not match:
            raise Mistake("Please type an amount, such as £250 or £12.50.")
        return int(match[1]) * 100 + int(match[2] or 0)

    def say(self, value: Value, field: Field, group: Group) -> str:
        assert isinstance(value, int)
        return language.money(value)

    def check(self, plain: object, field: Field, group: Group) -> Value:
        if type(plain) is not int or not 0 <= plain <= _MOST:
            raise Mistake(f"{plain!r} should be whole pence: 25000 for £250")
        return plain

    def typed(self, value: Value, field: Field, group: Group) -> str:
        return self.say(value, field, group)


def _without_commas(typed: str) -> str:
    """Take out commas before three digits; "12,50" keeps its own, lest it become 1250."""
    return re.sub(r",(?=[0-9]{3}(?![0-9]))", "", typed.strip())
