"""The program with one thing in it broken, as a programmer might have broken it."""

from __future__ import annotations

import sys

SECRET = "what the group said"
"""Stands in the exception's message and in a variable; it may stand nowhere else afterwards."""

_SCRIPT = """
import sys
def broken(*_, **__):
    said = "{secret}"
    raise ZeroDivisionError(said)
{breaking}
from interview.__main__ import main
main()
"""


def program(breaking: str) -> list[str]:
    """A command that first runs a line or two of Python, in which ``broken`` raises."""
    return [sys.executable, "-c", _SCRIPT.format(secret=SECRET, breaking=breaking)]
