"""Where in the file a fault is: in words, and its line.

A path is what leads to a value in the file's data: ("clause", 3, "position", 0, "on").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeAlias

from outputs.problems import short, shown

Path: TypeAlias = tuple[str | int, ...]

_HEADER: Final = re.compile(r"\s*(\[\[?)([\w\-.\"' ]+)\]\]?\s*(?:#.*)?$")
_KEY: Final = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([\w\-]+))\s*=""")
_LONGEST: Final = 20_100  # longer than any key with its value; longer lines are only slow to search
_BLOCK: Final = re.compile(r'"""|\'\'\'')


def place(path: Path, content: Mapping[str, Any], lines: Mapping[Path, int]) -> str:
    """Where a fault is: 'line 57, clause "decide", position 1, on'.

    Args:
        path: leads to what is wrong; it may go on where the data does not.
        content: the file's data, which names the tables.
        lines: where the file's tables and keys begin, from ``lines_of``; {} if nobody knows.
    """
    line = _nearest(path, lines)
    return ", ".join([*([f"line {line}"] if line else []), *_named(path, content)])


def lines_of(text: str) -> dict[Path, int]:
    """The line on which each table and key of a file begins."""
    return dict(_lines(text))


def _nearest(path: Path, lines: Mapping[Path, int]) -> int:
    """The line of a key, or else that of the nearest table round it; 0 if there is none."""
    for end in range(len(path), 0, -1):
        if found := lines.get(path[:end]) or lines.get((*path[:end], 0)):
            return found
    return 0


def _named(path: Path, content: Mapping[str, Any]) -> list[str]:
    named: list[str] = []
    here: Any = content
    for step in path:
        if isinstance(step, str):
            here = here.get(step) if isinstance(here, Mapping) else None
            named.append(short(step) or shown(step))
            continue
        here = here[step] if isinstance(here, list) and step < len(here) else None
        label = here.get("question", here.get("id")) if isinstance(here, Mapping) else None
        if isinstance(label, str) and label:
            named[-1] += f" {shown(label)}"
        else:
            named[-1] += f" {step + 1}"
    return named


def _lines(text: str) -> Iterator[tuple[Path, int]]:
    table: Path = ()
    counts: dict[Path, int] = {}
    block = ""
    for number, line in enumerate(text.split("\n"), start=1):
        inside = block
        for quotes in _BLOCK.findall(line):
            block = ("" if block == quotes else block) if block else quotes
        if inside or len(line) > _LONGEST:
            continue
        if header := _HEADER.match(line):
            table = _table(header[2], counts, repeated=header[1] == "[[")
            yield table, number
        elif key := _KEY.match(line):
            yield (*table, key[1] or key[2] or key[3]), number


def _table(name: str, counts: dict[Path, int], *, repeated: bool) -> Path:
    """The path of a header: each [[table]] in it is the latest of its name."""
    steps = [step.strip(" \"'") for step in name.split(".")]
    path: Path = ()
    for at, step in enumerate(steps):
        path = (*path, step)
        if repeated and at == len(steps) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path
