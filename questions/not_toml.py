"""Bytes that are no TOML, in words: the line, what stands there, and what to do about it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from typing import Any, Final

Explain = Callable[[str, tomllib.TOMLDecodeError], object]

_AT: Final = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)")
_LONGEST: Final = 60
_NOT_UTF_8: Final = (
    "is not UTF-8 text{where}; save it again as UTF-8 "
    "(in Notepad: File, Save as, and choose UTF-8 beside Encoding)"
)


def read(data: bytes, explain: Explain | None = None) -> dict[str, Any] | str:
    """What a TOML file holds; or else a text that says why it cannot be read.

    ``explain`` says what is behind a syntax error, where somebody knows better than the parser.
    """
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):  # UTF-16: every line is as wrong as the first
            return _NOT_UTF_8.format(where="")
        return _NOT_UTF_8.format(where=f" in line {data.count(bytes([10]), 0, error.start) + 1}")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return f"is not TOML: {explain(text, error)}" if explain else _told(text, str(error))
    except ValueError:  # digits by the thousand
        return "has a number in it that is far too large"
    except RecursionError:
        return "is nested too deeply"


def _told(text: str, reason: str) -> str:
    """A syntax error: where it was noticed, what stands there, and what the parser says."""
    lines = text.split("\n")
    at = _AT.search(reason)
    number = int(at[1]) if at and at[1] else len(lines)
    while number > 1 and not lines[number - 1].strip():
        number -= 1  # a blank line shows nothing: what came before it was not ended
    there = " ".join(lines[number - 1][:200].split())[:_LONGEST]
    shown = "".join(c if c.isprintable() else "�" for c in there)
    return f"is not TOML in line {number}, “{shown}”: {_AT.sub('', reason)}"
