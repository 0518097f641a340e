# ruff: noqa: ARG002 - each kind gets the field and the group, whether or not it looks at them
"""`text`: one line of the group's own words. `paragraph`: as many lines as they like."""

from __future__ import annotations

from questions.group import Group
from questions.kinds.base import Kind
from questions.language import lower_first, phrase
from questions.model import Field
from questions.text import clean
from questions.values import Mistake, Value


class Text(Kind):
    """One line of words."""

    name = "text"
    example = "a few words"
    lines = False

    def read(self, typed: str, field: Field, group: Group) -> Value:
        return clean(typed, lines=self.lines)

    def say(self, value: Value, field: Field, group: Group) -> str:
        said = phrase(str(value))
        return lower_first(said) if field.lower and not _begins_with_a_name(said, group) else said

    def check(self, plain: object, field: Field, group: Group) -> Value:
        if not isinstance(plain, str):
            raise Mistake(f"{plain!r} should be text in quotation marks")
        return clean(plain, lines=self.lines)

    def typed(self, value: Value, field: Field, group: Group) -> str:
        return str(value)


class Paragraph(Text):
    """Words on as many lines as it takes."""

    name = "paragraph"
    example = "a sentence or two"
    lines = True


def _begins_with_a_name(text: str, group: Group) -> bool:
    return any(text.startswith((p.name, p.said)) for p in group.partners)
