"""The closed set of kinds.

``SIMPLE`` kinds hold one value each and have an object that reads, says and checks it.
The ``COMPOUND`` kinds (`form`, `rows`, `per_partner`) are made of named fields, each of a
simple kind; what is special about them is told in ``questions.answers``.
"""

from __future__ import annotations

from typing import Final

from questions.kinds.base import Kind
from questions.kinds.choice import Choice, Choices, YesNo
from questions.kinds.date import Date
from questions.kinds.numbers import Money, Number
from questions.kinds.period import PeriodKind
from questions.kinds.text import Paragraph, Text
from questions.kinds.who import Who

SIMPLE: Final[dict[str, Kind]] = {
    kind.name: kind
    for kind in (
        Choice(),
        Choices(),
        YesNo(),
        Text(),
        Paragraph(),
        Number(),
        Money(),
        Date(),
        PeriodKind(),
        Who(),
    )
}
FORM: Final = "form"
ROWS: Final = "rows"
PER_PARTNER: Final = "per_partner"
TABLES: Final = (ROWS, PER_PARTNER)
COMPOUND: Final = (FORM, *TABLES)
KINDS: Final = (*SIMPLE, *COMPOUND)

__all__ = ["COMPOUND", "FORM", "KINDS", "PER_PARTNER", "ROWS", "SIMPLE", "TABLES", "Kind"]
