"""Measure the program beside a bare Textual app: `python -m tests.benchmarks`.

Prints a table of ratios with the budget of each. The exit status is 0 whether or not they are
met: it is a measurement, and the machine it runs on may be doing something else.
`--floor` measures the bare app beside itself: what differs from 1.00 then is noise.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path
from statistics import median

from tests.benchmarks.measure import Figure, at, first_paint, idle, keys, memory, open_and_save
from tests.benchmarks.scenarios import BARE, PARTNERS, QUESTIONS, START, made_bank, question
from tests.terminal.hands import QUICK, keystrokes

STARTS, KEYS, IDLE = 15, 150, 10
FIRST_PAINT, ECHO_P50, ECHO_P95, BYTES, MEMORY, IDLE_CPU = 1.20, 1.4, 1.5, 1.0, 1.5, 0.5
"""The budgets: what each may be at most, as a multiple of the bare app's."""


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--floor", action="store_true", help="the bare app beside itself")
    floor = parser.parse_args().floor
    began = time.perf_counter()
    _print_head()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        start = BARE if floor else START
        asked = BARE if floor else question(folder)
        _print_row(first_paint(start, BARE, STARTS, FIRST_PAINT))
        with at(asked, BARE) as (ours, bare):
            for figure in keys(ours, bare, KEYS, ECHO_P50, ECHO_P95, BYTES):
                _print_row(figure)
            _print_row(memory(ours, bare, MEMORY))
            _print_row(idle(ours, bare, IDLE, IDLE_CPU))
        if not floor:
            made = made_bank(folder)
            with at(made.scenario, BARE) as (ours, bare):
                for figure in keys(ours, bare, KEYS, ECHO_P50, ECHO_P95, BYTES):
                    _print_row(figure)
                _print_row(memory(ours, bare, MEMORY))
                _print_row(idle(ours, bare, IDLE, IDLE_CPU))
            opened, saved = open_and_save(made.scenario, made.save, made.saved)
            print(f"{QUESTIONS:,} questions, {PARTNERS} partners: ", end="")
            print(f"open {median(opened):.2f} s, save {median(saved) * 1000:.0f} ms ", end="")
            print(f"(medians of {len(opened)})")
    print(f"keys beside what is typed: {_keystrokes()}")
    print(f"measured in {time.perf_counter() - began:.0f} s")


def _keystrokes() -> str:
    """What a quick draft takes that accepts whatever is usual: a question, and in all."""
    counts = {step.code: keystrokes(step) for step in QUICK}
    each = ", ".join(f"{code} {count}" for code, count in counts.items())
    return f"{sum(counts.values())} in all ({each})"


def _print_head() -> None:
    print(f"{'':16}{'ours':>10}{'bare':>10}{'':4}{'ratio':>8}{'budget':>8}", flush=True)


def _print_row(figure: Figure) -> None:
    met = "met" if figure.met else "NOT MET"
    print(
        f"{figure.name:16}{figure.ours:10.1f}{figure.bare:10.1f} {figure.unit:3}"
        f"{figure.ratio:8.2f}{figure.budget:8.2f}  {met}",
        flush=True,
    )


if __name__ == "__main__":
    main()
