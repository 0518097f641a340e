"""One file of a bank, read with care: a bank may come from anybody.

A file lies straight in the bank's folder. No name in a bank leads to any other place, and what is
no file, or far too large for one, is not read.
"""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Any, Final

from questions import not_toml
from questions.problems import Problem

MOST_BYTES: Final = 1_000_000


def read(folder: Path, name: str, problems: list[Problem]) -> dict[str, Any] | None:
    """What the file of that name holds; or None, and why among the problems."""
    if Path(name).name != name or not name.endswith(".toml") or "\\" in name or ":" in name:
        what = f'"{name}" is not the name of a bank’s file; one is in the bank’s folder: money.toml'
        problems.append(Problem("bank.toml", "theme", what))
        return None
    try:
        return _parsed(folder, name)
    except FileNotFoundError:
        what = f"is missing; a bank keeps it in the folder {folder.name}"
    except _NotRead as why:
        what = str(why)
    except OSError as error:
        what = f"cannot be read: {error.strerror or 'the disk said no'}"
    problems.append(Problem(name, "", what))
    return None


class _NotRead(Exception):
    """Why nothing in a file is used."""


def _parsed(folder: Path, name: str) -> dict[str, Any]:
    path = folder / name
    found = path.stat()
    if path.resolve().parent != folder.resolve():
        raise _NotRead("is a link that leads out of the bank’s folder; put the file itself there")
    if not stat.S_ISREG(found.st_mode):
        raise _NotRead("is not a file")
    if found.st_size > MOST_BYTES:
        raise _NotRead("is too large for a bank file; split it")
    data = not_toml.read(path.read_bytes())
    if isinstance(data, str):
        raise _NotRead(data)
    return data
