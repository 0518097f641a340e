"""What is measured, always of two programs side by side, so that the machine's mood cancels out.

Times run to the moment when a chunk left the pseudo-terminal. Which chunk it was that finished
the frame is found out afterwards, so drawing the screen is in no figure.
"""

from __future__ import annotations

import random
import re
import string
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

import psutil

from tests.terminal.driver import Terminal, hermetic

ROOT = Path(__file__).parents[2]

Step = Callable[[Terminal], object]
"""Something done at the terminal: `lambda terminal: terminal.send("enter")`."""

QUIET = 0.15
"""Seconds without a byte after which what has come is looked at."""

KEY_TIME = 0.075
"""Seconds given to each key: somebody who types well, and well under the pause after which our
program catches up with what was typed."""

OPENING, WORD = "zqx", 12
"""Each word typed starts with letters that are next to each other nowhere else on a screen, and
has so many more, which are measured: enough to be short of any field's width."""


@dataclass(frozen=True)
class Scenario:
    """How to get to the screen that is measured: a command, what to do then, how to tell.

    `ready` is a regular expression for the text of the screen. The command runs in `cwd`.
    """

    command: Sequence[str]
    ready: str
    steps: Sequence[Step] = ()
    cwd: Path = ROOT


@dataclass(frozen=True)
class Figure:
    """One row of the table: ours and the bare program's, what that makes, what it may be."""

    name: str
    unit: str
    ours: float
    bare: float
    ratio: float
    budget: float

    @property
    def met(self) -> bool:
        return self.ratio <= self.budget


def first_paint(ours: Scenario, bare: Scenario, runs: int, budget: float) -> Figure:
    """From the start of the process to the first whole frame that shows `ready`.

    `steps` are not taken. The ratio is the median of the ratios of the pairs.
    """
    both = (ours, bare)
    for scenario in both:  # once unmeasured, for .pyc files and the page cache
        _start_time(scenario)
    pairs = []
    for run in range(runs):
        first, second = both if run % 2 == 0 else both[::-1]
        times = _start_time(first), _start_time(second)
        pairs.append(times if first is ours else times[::-1])
    return Figure(
        "first paint",
        "ms",
        median(pair[0] for pair in pairs) * 1000,
        median(pair[1] for pair in pairs) * 1000,
        median(pair[0] / pair[1] for pair in pairs),
        budget,
    )


def keys(
    ours: Terminal, bare: Terminal, count: int, p50: float, p95: float, size: float
) -> list[Figure]:
    """Time from a key to the frame that shows it, and the bytes it costs; keys alternate.

    Both stand where a letter goes into an empty field.
    """
    both = (ours, bare)
    letters = random.Random(1)
    times: dict[Terminal, list[float]] = {ours: [], bare: []}
    sizes: dict[Terminal, list[int]] = {ours: [], bare: []}
    done = 0
    while done < count:
        word = OPENING
        for terminal in both:
            terminal.send(*word)
            terminal.wait_for(word)
        for terminal in both:
            terminal.settle()
        for _ in range(min(WORD, count - done)):
            word += letters.choice(string.ascii_lowercase)
            for terminal in both if done % 2 == 0 else both[::-1]:
                taken, written = _echo(terminal, word)
                times[terminal].append(taken * 1000)
                sizes[terminal].append(written)
            done += 1
        for terminal in both:
            terminal.send(*["backspace"] * len(word))
            terminal.wait_gone(OPENING)
    return [
        _figure("key echo, p50", "ms", median(times[ours]), median(times[bare]), p50),
        _figure("key echo, p95", "ms", _p95(times[ours]), _p95(times[bare]), p95),
        _figure("bytes per key", "B", median(sizes[ours]), median(sizes[bare]), size),
    ]


def memory(ours: Terminal, bare: Terminal, budget: float) -> Figure:
    """Memory now: each program's share of what it holds (PSS) where that can be had, else RSS."""
    kind, used = "memory, PSS", [_memory(terminal, "pss") for terminal in (ours, bare)]
    if not all(used):
        kind, used = "memory, RSS", [_memory(terminal, "rss") for terminal in (ours, bare)]
    return _figure(kind, "MB", used[0] / 1e6, used[1] / 1e6, budget)


def idle(ours: Terminal, bare: Terminal, seconds: float, budget: float) -> Figure:
    """Processor time used while nobody does anything, both at the same time."""
    both = (ours, bare)
    for terminal in both:
        terminal.pump(1)  # for what still follows the last key
    before = [_processor(terminal) for terminal in both]
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        for terminal in both:
            terminal.pump(0.1)
    used = [
        (_processor(terminal) - start) * 1000 for terminal, start in zip(both, before, strict=True)
    ]
    return _figure(f"idle CPU, {seconds:.0f} s", "ms", used[0], used[1], budget)


@contextmanager
def at(*scenarios: Scenario) -> Iterator[list[Terminal]]:
    """Terminals that stand where each scenario leads, all open at once."""
    with ExitStack() as stack:
        yield [stack.enter_context(_arrived(scenario)) for scenario in scenarios]


def until(
    terminal: Terminal, ready: str, since: float, timeout: float = 30, quiet: float = QUIET
) -> float:
    """Seconds from `since` to the first whole frame that shows `ready`.

    What has come is looked at only after `quiet` seconds without a byte, so that looking does not
    put off the stamp of what comes next.
    """
    pattern = re.compile(ready)
    while True:
        while terminal.pump(quiet) and time.perf_counter() - since < timeout:
            pass
        while chunk := terminal.show_next():
            if not terminal.painting and pattern.search("\n".join(terminal.shown)):
                return chunk.at - since
        if time.perf_counter() - since > timeout:
            raise AssertionError(f"{ready!r} not shown after {timeout} s:\n{terminal.frame()}")


def open_and_save(
    scenario: Scenario, save: Step, saved: str, runs: int = 5
) -> tuple[list[float], list[float]]:
    """Seconds to open (from the start of the process to `ready`) and to save, of each run.

    `steps` lead from there to where `save` is a single act; `saved` is what the screen shows once
    it is on the disk, and does not show before.
    """
    opened, stored = [], []
    for _ in range(runs):
        with _running(scenario) as terminal:
            opened.append(until(terminal, scenario.ready, terminal.started))
            for step in scenario.steps:
                step(terminal)
            terminal.settle()
            _ = terminal.screen  # what came before is not looked at again
            start = time.perf_counter()
            save(terminal)
            stored.append(until(terminal, saved, start))
    return opened, stored


@contextmanager
def _running(scenario: Scenario) -> Iterator[Terminal]:
    """The scenario's program, just started, with a home of its own."""
    with tempfile.TemporaryDirectory() as home:
        environment = hermetic(Path(home))
        with Terminal(list(scenario.command), env=environment, cwd=scenario.cwd) as terminal:
            yield terminal


@contextmanager
def _arrived(scenario: Scenario) -> Iterator[Terminal]:
    with _running(scenario) as terminal:
        for step in scenario.steps:
            step(terminal)
        terminal.wait_for(re.compile(scenario.ready))
        terminal.settle()
        yield terminal


def _start_time(scenario: Scenario) -> float:
    with _running(scenario) as terminal:
        return until(terminal, scenario.ready, terminal.started)


def _echo(terminal: Terminal, word: str) -> tuple[float, int]:
    """Send the last letter of `word`: seconds until the frame that shows it, and bytes written."""
    terminal.pump(0)
    while terminal.show_next():
        pass
    first = len(terminal.chunks)
    start = time.perf_counter()
    terminal.burst(word[-1])
    terminal.pump(KEY_TIME)
    written = sum(len(chunk.data) for chunk in terminal.chunks[first:])
    return until(terminal, word, start, quiet=0.005), written


def _memory(terminal: Terminal, kind: str) -> int:
    info = psutil.Process(terminal.pid).memory_full_info()
    return int(getattr(info, kind, 0))


def _processor(terminal: Terminal) -> float:
    """Seconds of processor time used so far. Linux counts in nanoseconds where psutil has ticks."""
    tasks = list(Path(f"/proc/{terminal.pid}/task").glob("*/schedstat"))
    if tasks:
        return sum(int(task.read_text().split()[0]) for task in tasks) / 1e9
    used = psutil.Process(terminal.pid).cpu_times()
    return float(used.user + used.system)


def _p95(values: Sequence[float]) -> float:
    return quantiles(values, n=20)[-1]


def _figure(name: str, unit: str, ours: float, bare: float, budget: float) -> Figure:
    return Figure(name, unit, ours, bare, ours / bare if bare else float("inf"), budget)
