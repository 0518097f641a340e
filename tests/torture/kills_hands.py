"""Hands that stop the program at the moment that the plan names, whatever they were doing."""

from __future__ import annotations

import contextlib
import os
import signal
import time
from collections.abc import Callable
from random import Random
from typing import Final

from tests.terminal.driver import ESCAPE_GAP, KEY_GAP, Terminal, key
from tests.torture.kills_plan import Plan
from tests.torture.kills_watch import Claim, Sentence, Watch, now
from tests.torture.kills_world import World

LONGEST_RUN: Final = 10.0
"""Seconds after which a run that never came to its moment is stopped all the same."""

_SAVE_BEGINS: Final = 0.5
"""Seconds to wait for a save to begin, when that is the moment."""


class Stopped(Exception):
    """The moment has come, and the program was stopped, or has ended by itself."""


class Hands:
    """One person at the keyboard. Everything they do may end in `Stopped`."""

    def __init__(self, terminal: Terminal, watch: Watch, plan: Plan, world: World) -> None:
        self.terminal, self.watch, self.plan, self.world = terminal, watch, plan, world
        self.chance = Random(f"hands {plan.seed}")
        self.stopped_at = 0.0
        self.stopped_in = ""
        """The moment it was stopped at; "" while it runs, and if it ended by itself."""
        self.last_key = 0.0
        self.owners: list[str] = []
        """Who takes on what was put off; to answer after all lets them go."""
        self.did: list[str] = []
        self.last_frame = ""
        """The last whole frame before it was stopped."""
        self._began = now()
        self._count: dict[str, int] = {}

    @property
    def text(self) -> str:
        return self.watch.text

    @property
    def wants_words(self) -> bool:
        """Whether the moment comes while something is typed or handed over."""
        return self.plan.moment in ("typing", "after Enter", "saving")

    # Keys

    def press(self, *names: str) -> None:
        """Press keys by name, one at a time."""
        for name in names:
            self._send(name)
            self.pause(ESCAPE_GAP if name == "escape" else KEY_GAP)

    def write(self, text: str) -> Sentence:
        """Type a sentence at this typist's speed."""
        sentence = Sentence(text)
        self.watch.sentences.append(sentence)
        here = self._is_now("typing")
        for place, letter in enumerate(text):
            sentence.sent.append(now())
            self._send(letter)
            self.pause(self.plan.pace * self.chance.uniform(0.5, 1.5))
            if here and place >= self.plan.letter * (len(text) - 1):
                self.stop("typing")
        return sentence

    def hand_over(self, *names: str) -> None:
        """Press the keys that hand an answer over: the moments at which something is saved."""
        self.did.append("hand over")
        for name in names[:-1]:
            self.press(name)
        for sentence in self.watch.sentences:
            sentence.handed_over = True
        self._send(names[-1], hands_over=True)
        if self._is_now("after Enter"):
            self.stop("after Enter")
        if self._is_now("saving") and self._save_begins():
            self.stop("saving")
        self.pause(KEY_GAP)

    def claim(self, words: str, seen: Callable[[str], bool]) -> None:
        """From now on, frames tell whether these words are done and called saved."""
        self.watch.claims.append(Claim(words, seen))

    def answer_after_all(self) -> None:
        """An answer comes for what may have been put off."""
        while self.owners:
            self.watch.forget(self.owners.pop())

    # Waiting

    def pause(self, seconds: float) -> None:
        """Let the program do as it likes for so long, and look."""
        self.terminal.pump(seconds)
        self.watch.look()
        if now() - self._began > LONGEST_RUN and self.plan.moment != "not at all":
            self.stop(self.plan.moment, late=True)

    def until(self, seen: Callable[[str], bool], timeout: float = 1.5) -> bool:
        """Wait until the screen shows something; False if it does not."""
        end = now() + timeout
        while not seen(self.text):
            if now() > end:
                return False
            if ended(self.terminal):
                self.pause(0)
                raise Stopped
            self.pause(0.01)
        return True

    def rest(self) -> None:
        """Nobody does anything for a while."""
        self.did.append("rest")
        if self._is_now("at rest"):
            self.stop("at rest")
        self.pause(self.chance.uniform(0.02, 0.25))

    # The moment

    def comes(self, moment: str) -> None:
        """A moment of this name has come: stop the program if it is the one."""
        if self._is_now(moment):
            self.stop(moment)

    def stop(self, moment: str, *, late: bool = False) -> None:
        """Stop the program, after the plan's delay."""
        end = now() + (0 if late else self.plan.delay)
        while (left := end - now()) > 0:
            if left > 0.01:
                self.terminal.pump(min(left, 0.02))
                self.watch.look()
        self.stopped_in = f"{moment}, late" if late else moment
        self.last_frame = self.text
        self.stopped_at = now()
        if self.plan.stop == "window":
            self.terminal.hang_up()
        else:
            with contextlib.suppress(ProcessLookupError):
                self.terminal.kill(signal.Signals[f"SIG{self.plan.stop}"])
        raise Stopped

    def _send(self, name: str, *, hands_over: bool = False) -> None:
        self.watch.look()
        self.watch.key(hands_over=hands_over)
        self.last_key = now()
        self.terminal.burst(key(name) or name)

    def _is_now(self, moment: str) -> bool:
        self._count[moment] = self._count.get(moment, 0) + 1
        return self.plan.moment == moment and self._count[moment] == self.plan.nth

    def _save_begins(self) -> bool:
        """Wait, as closely as can be, until the file that is to take the place is there."""
        end = time.perf_counter() + _SAVE_BEGINS
        while time.perf_counter() < end:
            with contextlib.suppress(OSError):
                if any(name.endswith(".tmp") for name in os.listdir(self.world.ours)):  # noqa: PTH208 - quicker than a Path a name
                    return True
            self.terminal.pump(0)
        return False


def ended(terminal: Terminal) -> bool:
    """Whether the program has ended, without taking its exit code from who waits for it."""
    try:
        return os.waitid(os.P_PID, terminal.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None
    except ChildProcessError:
        return True
