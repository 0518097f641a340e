"""A day as somebody types it, where it belongs to no question: by when, and by when to ring."""

from __future__ import annotations

import datetime as dt
from typing import Final

from questions.group import Group
from questions.kinds import SIMPLE
from questions.model import Field

_BY: Final = Field("by", "By when", "date")


def read_day(text: str, group: Group) -> dt.date | None:
    """The day that a text means; None if it is empty.

    Raises:
        Mistake: it means no day.
    """
    found = SIMPLE["date"].read(text, _BY, group) if text.strip() else None
    assert isinstance(found, dt.date | None)
    return found
