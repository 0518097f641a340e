"""What one run is to be: when it is stopped and how, which door, how quick the typist. By seed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Final

MOMENTS: Final[Mapping[str, int]] = {
    "starting": 9,
    "typing": 26,
    "after Enter": 20,
    "saving": 18,
    "handing out": 8,
    "leaving": 7,
    "at rest": 8,
    "not at all": 4,
}
"""When a run is stopped, and how often. "Not at all" opens, looks and leaves: nothing may change."""

STOPS: Final[Mapping[str, int]] = {"KILL": 70, "TERM": 9, "HUP": 6, "INT": 8, "window": 7}
"""How a run is stopped, and how often: by a signal, or by closing the window."""

SIZES: Final = ((80, 24), (120, 40))
_PLAIN: Final = 0.25
"""How many of the runs are line by line."""


@dataclass(frozen=True)
class Plan:
    """One run. The moment is the `nth` of its kind, and `delay` seconds after it began."""

    seed: int
    plain: bool
    size: tuple[int, int]
    stop: str
    moment: str
    nth: int
    delay: float
    letter: float
    """How far into the sentence a typist is stopped, from 0 to 1."""
    pace: float
    """Seconds between two letters."""


def plan(seed: int) -> Plan:
    """The run with this seed."""
    chance = Random(f"plan {seed}")
    moment = chance.choices(list(MOMENTS), list(MOMENTS.values()))[0]
    return Plan(
        seed=seed,
        plain=chance.random() < _PLAIN,
        size=chance.choice(SIZES),
        stop=chance.choices(list(STOPS), list(STOPS.values()))[0],
        moment=moment,
        nth=chance.choice((1, 1, 1, 1, 2, 3)) if moment not in ("handing out", "leaving") else 1,
        delay=_delay(moment, chance),
        letter=chance.random(),
        pace=chance.uniform(0.02, 0.1),
    )


def _delay(moment: str, chance: Random) -> float:
    """Where half of what can go wrong happens within milliseconds, half of the runs stop there."""
    if moment == "after Enter":
        return chance.choice((chance.uniform(0, 0.01), chance.uniform(0, 0.15)))
    longest = {
        "starting": 1.0,
        "typing": 0.1,
        "saving": 0.004,
        "handing out": 2.0,
        "leaving": 0.25,
        "at rest": 1.8,
    }
    return chance.uniform(0, longest.get(moment, 0))
