"""What to type instead, for the slips that people make when they edit TOML by hand."""

from __future__ import annotations

import re
import tomllib
from typing import Final

from outputs.problems import Fault

_LINE: Final = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)")
_VALUE: Final = r"(?:=|\[|,|^)\s*"
_END: Final = r"\s*,?\s*(?:#.*)?$"
_NO_CLOSING_MARK: Final = (
    re.compile(r'=\s*"(?:[^"\\]|\\.)*$'),
    'the closing quotation mark is missing: the line should end in "',
)
CONFLICT: Final = (
    "a program for sharing files (Git) left two versions of these lines here; keep the lines of "
    "one, and delete the others and the lines that begin with <<<<<<<, ======= and >>>>>>>"
)
_SLIPS: Final = (
    (re.compile(r"^(?:<{7}|={7}|>{7})(?: |$)"), CONFLICT),
    (
        re.compile(_VALUE + "[“”„‟«»‘’‚]"),
        'the value is in curly quotation marks; type straight ones: "…"',
    ),
    (
        re.compile(r'"[^"]*\\(?![btnfr"\\]|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})'),
        'a backslash in "…" has a meaning of its own; type two of them: \\\\',
    ),
    (
        re.compile(_VALUE + r"\d{1,2}(?:[/.]\d{1,2}[/.]\d{2,4}|\s+[A-Za-z]{3,})"),
        "a date is written year first, without quotation marks: 2027-06-30",
    ),
    (
        re.compile(_VALUE + r"\d{4}-\d{1,2}-\d{1,2}" + _END),
        "there is no such day; a date is written 2027-06-30",
    ),
    (
        re.compile(_VALUE + r"-?(?:[£$€]\s*\d|\d[\d.]*,\d)"),
        "money is written in pence, with digits alone: £1,002.50 is 100250",
    ),
    (re.compile(r"=\s*(?i:true|false|yes|no)" + _END), "type true or false, in small letters"),
    (
        re.compile(r'=\s*"(?:[^"\\]|\\.)*"\s*[^\s#,\]]'),
        'a quotation mark inside "…" ends the text; type “curly ones” inside, or \\"',
    ),
    (
        re.compile(r"=\s*'[^']*'\s*[^\s#,\]]"),
        "an apostrophe inside '…' ends the text; put it in double quotation marks: \"…\"",
    ),
    (re.compile(r"=" + _END), 'there is nothing after the = sign; type a value, or "" for none'),
    _NO_CLOSING_MARK,
    (re.compile(r"=\s*[^\W\d].*$"), 'text needs quotation marks round it: "…"'),
    (
        re.compile(r"^\s*(?:\[\[[^\]]*\]?|\[[^\[\]]*|\[[^\[\]]*\]\])" + _END),
        "a table’s name has as many brackets after it as before: [[clause]]",
    ),
    (
        re.compile(r'^\s*(?:[\w\-]+\s+"|[^\s=\[\]"][^=\[\]"]*$)'),
        "an = sign is missing between the key and its value",
    ),
)
_SHORT: Final = 30  # lines; somebody may have typed so many by hand
_CUT_OFF: Final = (
    "the file stops here, in the middle, and the rest is missing; look for another copy of it, "
    "in its folder, in the folder “versions”, or on another laptop"
)
_TWICE: Final = re.compile("overwrite|declare|mutate|namespace")
_TWICE_KEY: Final = "this key stands twice in its table; delete one of them"
_TWICE_HEADER: Final = "this table stands twice; or its name has one bracket on each side in one place and two in another"
_HEADER: Final = re.compile(r"\s*\[\[?[^\[\]]+\]\]?\s*(?:#.*)?$")
_OPENS_BLOCK: Final = re.compile(r'\s*[\w\-"]+\s*=\s*"""')
_OPEN_SINGLE: Final = re.compile(r"=\s*'[^']*$")


def explain(text: str, error: tomllib.TOMLDecodeError) -> Fault:
    """The fault behind a TOML syntax error: which line, what is there, what to type."""
    lines = text.split("\n")
    match = _LINE.search(str(error))
    number = int(match[1]) if match and match[1] else len(lines)
    if number == len(lines) > _SHORT and not text.endswith("\n"):  # ours end with a line's end
        return Fault(f"line {number}", f"{_at(lines, number)[:60]!r}: {_CUT_OFF}")
    reason = _LINE.sub("", str(error)).strip()
    at, what = _slip(lines, number, reason)
    return Fault(f"line {at}", f"{_at(lines, at)[:60]!r}: {what}")


def _slip(lines: list[str], number: int, reason: str) -> tuple[int, str]:
    """The line to mend, and how: often not the line on which the parser gave up."""
    if opened := _open_block(lines, number):
        return opened, 'the block of text that begins here is not closed: it should end in """'
    line = _at(lines, number)
    if _TWICE.search(reason):
        return number, _TWICE_HEADER if _HEADER.match(line) else _TWICE_KEY
    if number == len(lines):
        for at, each in enumerate(lines, start=1):
            if _OPEN_SINGLE.search(each):
                return at, _NO_CLOSING_MARK[1]
    for slip, what in _SLIPS:
        if slip.search(line):
            return number, what
    slip, what = _NO_CLOSING_MARK
    if slip.search(_at(lines, number - 1)):
        return number - 1, what
    return number, f"this cannot be read ({reason})"


def _at(lines: list[str], number: int) -> str:
    """A line, with its runs of blanks made one: the patterns would be slow on long ones."""
    return " ".join(lines[number - 1].split()) if 0 < number <= len(lines) else ""


def _open_block(lines: list[str], number: int) -> int:
    '''The line of the """ that was never closed, if that is why line ``number`` is wrong; or 0.'''
    opened = 0
    for at, line in enumerate(lines[:number], start=1):
        if line.count('"""') % 2:
            if opened and _OPENS_BLOCK.match(line):
                return opened  # the next block's beginning was taken for the end of this one
            opened = 0 if opened else at
    return opened if number == len(lines) else 0
