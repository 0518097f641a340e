"""Stop signs in words: what can happen, whom to ask, and what they are called in each nation."""

from __future__ import annotations

from typing import Final

from questions.model import Bank, Helper, StopSign

HEADING: Final = "Ask before you sign"
LABEL: Final = "Worth knowing"


def in_full(bank: Bank, sign: StopSign) -> tuple[str, ...]:
    """Its two sentences as one text, then a line for each sort of helper that they name."""
    text = " ".join(sign.says)
    named = [helper for helper in bank.helpers if helper.name in text]
    return (text, *map(_in_each_nation, named))


def _in_each_nation(helper: Helper) -> str:
    return (
        f"{helper.name[0].upper()}{helper.name[1:]}: {helper.england} (England), "
        f"{helper.wales} (Wales), {helper.scotland} (Scotland), "
        f"{helper.northern_ireland} (Northern Ireland)."
    )
