"""What a session says back after a command. Front ends turn these into words or redraws."""

from __future__ import annotations

from typing import TypeAlias

from attrs import frozen


@frozen
class Changed:
    """The record is a new one. ``question`` is where the change was, if it was at one."""

    question: str = ""


@frozen
class Moved:
    """Another question is open now."""

    question: str


@frozen
class AtTheEnd:
    """There is no next question."""


@frozen
class AtTheStart:
    """There is no question before this."""


@frozen
class Hidden:
    """Questions that had answers and are no longer asked; the answers are kept."""

    questions: tuple[str, ...]


@frozen
class Asked:
    """Questions that are asked now and were not before."""

    questions: tuple[str, ...]


@frozen
class Rewritten:
    """Other questions whose clause reads differently now."""

    questions: tuple[str, ...]


@frozen
class AskAgain:
    """Partners whose view was given on words that have changed."""

    question: str
    partners: tuple[str, ...]


@frozen
class Refused:
    """Nothing happened, and why, as a sentence."""

    why: str


Consequence: TypeAlias = Hidden | Asked | Rewritten | AskAgain
Event: TypeAlias = Changed | Moved | AtTheEnd | AtTheStart | Refused | Consequence
