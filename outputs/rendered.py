"""What comes of writing a document in a format: its bytes and what to say, or one sentence."""

from __future__ import annotations

from attrs import frozen


@frozen
class Rendered:
    """A document in one format. Each of ``notes`` is a sentence on what it could not hold."""

    data: bytes
    notes: tuple[str, ...] = ()


class CannotWrite(Exception):
    """This computer cannot make that format: one sentence, with what to do instead."""
