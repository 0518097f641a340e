"""Keys, clicks, pastes and sizes at random for minutes, on every screen.

The program stays up and answers, and each agreement's file reads and says what was said. A seed begins each agreement; the same seed does the same again.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import secrets
import tempfile
import time
import traceback
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from random import Random
from typing import Final
from unittest import mock

import click

from interview import commands as c
from interview import workspace
from interview.workspace import Workspace
from questions.load import load
from questions.values import Answer
from tests.interview.talking import BANKS
from tests.torture.mashing import MOST_SECONDS, Mashed, click_everywhere, is_kept, mash, to
from tests.tui.hands import opened

_TIMES: Final = 150
_CLICK_EVERY: Final = 10
"""One agreement in so many has a screen of it clicked cell by cell instead."""

KEPT: Final = Path(".torture")
PLACES: Final = (
    *("room", "check", "parked", "finish", "help", "partners"),
    *("together", "who-we-are", "purpose", "holder", "story", "decide", "table", "brings", "keys"),
)


def main(given: Sequence[str]) -> int:
    """Mash until the time is up; 1 if the program stopped, was slow, or did not keep a word."""
    parser = argparse.ArgumentParser(prog="python -m tests.torture mash", description=__doc__)
    parser.add_argument("--minutes", type=float, default=1)
    parser.add_argument("--seed", type=int, default=0, help="that of an earlier run")
    args = parser.parse_args(given)
    os.environ.update({"HOME": (home := tempfile.mkdtemp()), "XDG_STATE_HOME": home})
    seed, until = args.seed or secrets.randbelow(10**9), time.monotonic() + args.minutes * 60
    agreements, things, slowest, failures = 0, 0, Mashed(), 0
    while time.monotonic() < until:
        mashed = Mashed()
        why = _one(seed, mashed)
        failures += bool(why)
        if why:
            print(f"seed {seed}: {why} (all of it: {_kept(seed, why, mashed)})", flush=True)
        agreements, things, seed = agreements + 1, things + len(mashed.done), seed + 1
        slowest = max(slowest, mashed, key=lambda each: each.slowest)
    print(
        f"mash: {agreements} agreements, {things} things done, the slowest took "
        f"{slowest.slowest:.2f} s ({slowest.what}), {failures} failures"
    )
    return 1 if failures else 0


def _one(seed: int, mashed: Mashed) -> str:
    """Mash one agreement; what went wrong, or "" for nothing."""
    with tempfile.TemporaryDirectory() as folder:
        made = workspace.start(Path(folder), "Mill Lane", "full", load(BANKS / "evening"))
        for name in ("Lunch Club", "St Anne’s", "The Hub"):
            made.apply(c.AddPartner(name))
        made.apply(c.Answer("money", Answer(True)))
        made.apply(c.Begin())
        try:
            # A key may ask to show the folder: no window is to be opened for it.
            with mock.patch.object(click, "launch", return_value=0):
                asyncio.run(_mash(made, Random(seed), mashed))
        except Exception:  # whatever it is, it is what we are looking for
            return traceback.format_exc()
        finally:
            made.close()
        if not is_kept(made):
            return "the file does not say what was said"
    slow = mashed.slowest > MOST_SECONDS
    return f"{mashed.slowest:.1f} s for {mashed.what}" if slow else ""


async def _mash(made: Workspace, chance: Random, mashed: Mashed) -> None:
    place = chance.choice(PLACES)
    async with opened(made, size=(80, 24)) as pilot:
        if chance.randrange(_CLICK_EVERY):
            await to(pilot, place)
            await mash(pilot, chance, _TIMES, mashed)
        else:
            await click_everywhere(pilot, partial(to, place=place), (1, 1), mashed)


def _kept(seed: int, why: str, mashed: Mashed) -> Path:
    KEPT.mkdir(exist_ok=True)
    file = KEPT / f"mash-{seed}.txt"
    file.write_text("\n".join([why, *mashed.done]), "utf-8", "backslashreplace")
    return file
