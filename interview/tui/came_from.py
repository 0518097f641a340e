"""Where somebody was before going off to change one thing, so that they come back there."""

from __future__ import annotations

from attrs import frozen

from interview import actions

LISTS = (actions.CHECK, actions.PARKED, actions.FINISH)


@frozen
class CameFrom:
    """A list, or else a question; of those that share a page, perhaps ``alone``."""

    place: str
    at: str
    alone: bool

    @property
    def is_list(self) -> bool:
        return self.place in LISTS
