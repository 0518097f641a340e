"""What must be so once the program was stopped, looked at from outside."""

from __future__ import annotations

import re
import signal
from dataclasses import dataclass, field
from typing import Final

from interview.workspace import CannotOpen
from outputs.problems import BadAgreement
from tests.torture.kills_hands import Hands
from tests.torture.kills_plan import Plan
from tests.torture.kills_watch import Watch
from tests.torture.kills_world import Kept, World

MOST_LOST: Final = 1.0
"""Seconds of typing that may be lost."""

_QUIET: Final = 1.0
"""Seconds without a key after which what the header counts must be what the file holds."""


@dataclass
class Verdict:
    """One run and what came of it. `problems` are pairs: a short name, and what it was."""

    seed: int
    plain: bool
    stop: str
    moment: str
    problems: list[tuple[str, str]] = field(default_factory=list)
    checked: int = 0
    """How many answers the screen had called saved."""
    lost: float | None = None
    """The age of the oldest letter that was lost, in seconds; None if nothing was typed."""
    temporary: int = 0
    seconds: float = 0.0
    did: list[str] = field(default_factory=list)
    last_frame: str = ""

    def wrong(self, name: str, what: str) -> None:
        self.problems.append((name, what))


def read(world: World, verdict: Verdict) -> Kept | None:
    """What is on the disk, after looking at every file that lies there."""
    for what in world.broken():
        verdict.wrong("unreadable", what)
    try:
        return world.kept()
    except (CannotOpen, BadAgreement):
        return None  # which `broken` said already


def judge(verdict: Verdict, watch: Watch, kept: Kept | None, hands: Hands) -> None:
    """Hold what was seen against what is kept."""
    if kept is None:
        if watch.ever_saved and not verdict.problems:
            verdict.wrong("saved lost", "the screen said “Saved”, and there is no file")
        kept = Kept("", "", (0, 0), 0)
    _saved(verdict, watch, kept)
    _typed(verdict, watch, kept, hands.stopped_at)
    quiet = hands.stopped_at - max(hands.last_key, watch.done_at) > _QUIET
    if quiet and watch.done is not None and verdict.stop == "KILL":
        verdict.checked += 1
        if watch.done != kept.done:
            verdict.wrong("saved lost", f"{watch.done} done on the screen, {kept.done} in the file")


def _saved(verdict: Verdict, watch: Watch, kept: Kept) -> None:
    for claim in watch.claims:
        if claim.called_saved:
            verdict.checked += 1
            missing = [word for word in claim.words.split() if word not in kept.saved]
            if missing:
                verdict.wrong("saved lost", f"called saved, and not in the file: {missing}")
    if watch.version:
        verdict.checked += 1
        if watch.version > kept.version:
            verdict.wrong("saved lost", f"version {watch.version} called saved, not in the file")
    if watch.left_saved:
        for sentence in watch.sentences:
            if sentence.handed_over and sentence.shown:  # or its letters were taken for commands
                verdict.checked += 1
                if sentence.kept(kept.all) < len(sentence.sent):
                    verdict.wrong("saved lost", f"left with “Saved”, without {sentence.text!r}")


def _typed(verdict: Verdict, watch: Watch, kept: Kept, at: float) -> None:
    ages = [(sentence.lost(kept.all, at), sentence) for sentence in watch.sentences]
    if not ages:
        return
    verdict.lost, sentence = max(ages, key=lambda each: each[0])
    if verdict.lost >= MOST_LOST:
        there = sentence.text[: sentence.kept(kept.all)]
        verdict.wrong(
            "typing lost",
            f"{verdict.lost:.2f} s: of {sentence.text[: sentence.shown]!r} there is {there!r}",
        )


def unchanged(verdict: Verdict, before: Kept, after: Kept | None) -> None:
    """Opening and leaving, without a key more, loses not one word."""
    verdict.checked += 1
    words = set(re.findall(r"\w{4,}", before.all))
    gone = words - set(re.findall(r"\w{4,}", after.all if after else ""))
    if gone:
        verdict.wrong("saved lost", f"gone by opening and leaving: {sorted(gone)[:12]}")


def left_well(verdict: Verdict, plan: Plan, hands: Hands, code: int, *, there: bool) -> None:
    """How the program ended: with its own exit code, and the terminal as it was."""
    if plan.stop == "KILL" and hands.stopped_in:
        return
    if not hands.stopped_in:
        wanted: tuple[int, ...] = (0,)
    else:
        # With a window, whichever is noticed first: the signal, or that nobody can type. Once all
        # is saved and said, a signal ends it as it would any program: at once.
        sent = signal.SIGHUP if plan.stop == "window" else signal.Signals[f"SIG{plan.stop}"]
        leaving = "leave" in hands.did[-1:]
        wanted = (130, *((0,) if leaving or plan.stop == "window" else ()))
        wanted += (-sent,) if leaving else ()
    if not there:
        return  # it had not yet said what it does about signals
    if code not in wanted and not verdict.problems:
        verdict.wrong("ended badly", f"exit code {code}, not {wanted}")
    if plan.stop != "window" or not hands.stopped_in:
        restored = hands.terminal.restored()
        if not restored:
            verdict.wrong("not restored", str(restored))
