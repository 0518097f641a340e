"""The values that an answer can hold, and their plain form.

A *plain* value is what a TOML file can hold: text, a whole number, true or false,
a date, or a list of texts. Each kind turns its own values to plain ones and back.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Final, TypeAlias

from attrs import field, frozen

ID: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""What an id may look like. A group's own words never match: they are written "other: …"."""

OTHER: Final = "other"
"""The id that stands for "something else" wherever option ids are asked for."""

ANSWER: Final = "answer"
"""The name under which a question's own value stands beside its fields."""

Plain: TypeAlias = str | int | bool | dt.date | list[str]


class Mistake(ValueError):
    """What is wrong with a value, as one sentence for the person who gave it."""


@frozen
class Own:
    """Words of the group's own, where the bank offered something else."""

    text: str


@frozen
class Period:
    """A length of time: a whole number of one unit."""

    count: int
    unit: str


Item: TypeAlias = str | Own
"""An option or partner id, or the group's own words."""

Value: TypeAlias = str | int | bool | dt.date | Own | Period | tuple[Item, ...]
"""What one field or cell holds. Money is an ``int`` of pence."""


@frozen
class Row:
    """One row of a table: an id that never changes, and its filled cells by column id."""

    id: str
    cells: Mapping[str, Value] = field(factory=dict)


@frozen
class Answer:
    """What a group decided on one question.

    ``value`` is the answer of a simple kind, ``rows`` that of a table, and ``fields``
    fills the blanks in the sentences. Empty fields and cells are never kept.
    """

    value: Value | None = None
    fields: Mapping[str, Value] = field(factory=dict)
    rows: tuple[Row, ...] = ()
