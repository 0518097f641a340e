"""What keeps a file from commanding the terminal: all that comes out of one passes here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import evolve, fields, has

from outputs.agreement import Agreement
from questions.text import safe


def safe_agreement(agreement: Agreement) -> Agreement:
    r"""The same, with nothing in any of its texts that commands a terminal or hides words.

    TOML can spell any character ("\u001b"), so a file that looks harmless in an editor is not.
    """
    made: Agreement = _safe(agreement)
    return made


def _safe(thing: Any) -> Any:
    match thing:
        case str():
            return safe(thing)
        case tuple() | list():
            return type(thing)(map(_safe, thing))
        case Mapping():
            return {_safe(key): _safe(value) for key, value in thing.items()}
        case _ if has(type(thing)):
            names = [a.name for a in fields(type(thing))]
            return evolve(thing, **{name: _safe(getattr(thing, name)) for name in names})
        case _:
            return thing
