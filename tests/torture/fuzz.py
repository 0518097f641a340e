"""Made-up files, banks, answers and conversations against the program, for minutes on end.

Each target runs in a process of its own, so that its time and memory can be watched. What fails is
kept in ``.torture/``; it is tried first the next time, so running the same target again replays it.
"""

from __future__ import annotations

import argparse
import json
import secrets
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from tests.torture.watch import MOST_MEGABYTES, MOST_SECONDS

TARGETS: Final = ("agreement", "bank", "wording", "session")
KEPT: Final = Path(".torture")
_ROW: Final = "{:10} {:>9} {:>8} {:>11} {:>10}  {}"


def main(given: Sequence[str]) -> int:
    """Run the targets one after the other, and say what came of each; 1 if anything failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.torture fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10, help="for each target")
    parser.add_argument("--only", default=",".join(TARGETS), help="with commas between")
    parser.add_argument("--seed", type=int, default=0, help="that of an earlier run")
    args = parser.parse_args(given)
    first = args.seed or secrets.randbelow(10**9)
    KEPT.mkdir(exist_ok=True)
    rows = [_ROW.format("target", "examples", "seconds", "slowest (s)", "most (MB)", "failures")]
    failures: list[str] = []
    for name in args.only.split(","):
        print(f"{name}: seed {first}, {args.minutes:g} minutes", flush=True)
        done = _run(name, args.minutes * 60, first)
        rows.append(_in_a_row(name, done))
        failures += [f"{name}: {failure}" for failure in done["failures"]]
    print("\n" + "\n".join(rows))
    print(f"An example may take {MOST_SECONDS:g} s and {MOST_MEGABYTES:g} MB.")
    for failure in failures:
        print(f"\n{failure}")
    if failures:
        print(f"\nTo replay: python -m tests.torture fuzz --seed {first} --only <target>")
    return 1 if failures else 0


def _run(name: str, seconds: float, first: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.torture.fuzz_target", name, str(seconds), str(first)]
    ran = subprocess.run(
        [*command, str(KEPT.resolve())], capture_output=True, text=True, check=False
    )
    (KEPT / f"{name}.log").write_text(ran.stdout + ran.stderr, "utf-8")
    try:
        done: dict[str, Any] = json.loads(ran.stdout.rpartition("\n")[2])
    except ValueError:
        why = f"the process ended with {ran.returncode} (all of it: {KEPT / f'{name}.log'})"
        return {"examples": 0, "seconds": 0.0, "slowest": 0.0, "most": 0.0, "failures": [why]}
    return done


def _in_a_row(name: str, done: dict[str, Any]) -> str:
    return _ROW.format(
        name,
        done["examples"],
        f"{done['seconds']:.0f}",
        f"{done['slowest']:.2f}",
        f"{done['most']:.0f}",
        len(done["failures"]),
    )
