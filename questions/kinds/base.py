# ruff: noqa: ARG002 - each kind gets the field and the group, whether or not it looks at them
"""What a simple kind of answer can do. One file beside this one for each kind."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import ClassVar

from questions.group import Group
from questions.model import Field
from questions.values import Plain, Value


class Kind(ABC):
    """One kind of value: read what was typed, say it in words, to and from plain data.

    Every method takes the ``Field`` that is being filled and the ``Group`` that fills it.
    """

    name: ClassVar[str]
    example: ClassVar[str]
    """What a person might type, shown as a hint."""

    @abstractmethod
    def read(self, typed: str, field: Field, group: Group) -> Value:
        """The value that this text means.

        Raises:
            Mistake: with a sentence that says what to type instead.
        """

    @abstractmethod
    def say(self, value: Value, field: Field, group: Group) -> str:
        """The value as it reads inside a sentence."""

    @abstractmethod
    def check(self, plain: object, field: Field, group: Group) -> Value:
        """The value that this plain data stands for.

        Raises:
            Mistake: when it is of the wrong type or means nothing here.
        """

    def plain(self, value: Value, field: Field) -> Plain:
        """The value as plain data; ``check`` turns it back."""
        assert isinstance(value, str | int), value
        return value

    def typed(self, value: Value, field: Field, group: Group) -> str:
        """The value as text to edit; ``read`` turns it back."""
        return self.say(value, field, group)

    def suggestions(self, field: Field, group: Group) -> Sequence[str]:
        """Texts to pick from, each of which ``read`` understands."""
        return ()
