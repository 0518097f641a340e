"""Keeps the time of a meeting with a clock that never jumps, and stops when nobody is there."""

from __future__ import annotations

import datetime as dt
import time
from collections import defaultdict
from collections.abc import Callable
from typing import Final

Monotonic = Callable[[], float]
"""Seconds from some moment; only ever more of them."""

_ASLEEP: Final = 60 * 60.0
"""Seconds between two looks after which the lid must have been shut: the rest does not count."""

_TEA: Final = 45 * 60.0
"""Seconds since the last pause after which tea is due."""

_TEA_SAID: Final = "tea"


class Timekeeper:
    """Counts the seconds of a sitting, and how many went into each question.

    It is told often enough (``tick``) where the group is; what passes between is put down there.
    """

    def __init__(self, monotonic: Monotonic = time.monotonic, asleep: float = _ASLEEP) -> None:
        self._monotonic = monotonic
        self._asleep, self._closely = asleep, False
        self._seen = monotonic()
        self._paused = False
        self._since_pause = 0.0
        self._said: set[str] = set()
        self.seconds = 0.0
        self.evening: dt.date | None = None
        """The evening that is being counted; None until somebody says."""
        self._spent: defaultdict[str, float] = defaultdict(float)

    def watch_closely(self, asleep: float) -> None:
        """From now on somebody looks often: a silence longer than this (seconds) is a shut lid."""
        self._asleep, self._closely = asleep, True

    def tick(self, at: str) -> None:
        """Put down what has passed since the last look to the question that is open."""
        now = self._monotonic()
        passed, self._seen = now - self._seen, now
        if self._paused:
            return
        if passed > self._asleep:  # a long break; what came before it may still have been talk
            self._since_pause = 0.0
            passed = 0.0 if self._closely else self._asleep
        self.seconds += passed
        self._since_pause += passed
        self._spent[at] += passed

    def pause(self, at: str) -> None:
        """Take five: the clock stops."""
        self.tick(at)
        self._paused = True

    def go_on(self) -> None:
        """Everyone is back. Tea has been had."""
        self._seen = self._monotonic()
        self._paused = False
        self._since_pause = 0.0
        self._said.discard(_TEA_SAID)

    def spent(self, question: str) -> float:
        """Minutes that went into a question in this sitting."""
        return self._spent.get(question, 0.0) / 60

    def start_again(self) -> None:
        """Another evening: what was counted belongs to the one before."""
        self.seconds = self._since_pause = 0.0
        self._spent.clear()
        self._said.clear()

    @property
    def minutes(self) -> float:
        """How long this sitting has taken."""
        return self.seconds / 60

    def tea_is_due(self) -> bool:
        """Whether to suggest a pause; said once until there has been one."""
        return self._since_pause >= _TEA and self.once(_TEA_SAID)

    def once(self, what: str) -> bool:
        """Whether this is the first time in a sitting that something is to be said."""
        new = what not in self._said
        self._said.add(what)
        return new
