"""Stop the program at random moments, many times, and count what it lost."""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from tests.torture.kills_judge import Verdict
from tests.torture.kills_plan import plan
from tests.torture.kills_run import run
from tests.torture.kills_table import lines
from tests.torture.kills_world import ROOT, again, begin

FAILURES: Final = ROOT / ".torture"
CHAIN: Final = 20
"""Runs on one agreement, one after the other, before a new one is begun."""


@dataclass(frozen=True)
class Chain:
    """Seeds of runs on one agreement, where failures are kept, and when to begin no more."""

    seeds: Sequence[int]
    failures: Path
    until: float


def main(given: Sequence[str]) -> int:
    """Run, print the table, and say by the exit status whether a promise was broken."""
    parser = argparse.ArgumentParser(prog="python -m tests.torture kills", description=__doc__)
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument(
        "--seed", type=int, default=0, help="of the first run; the next has one more"
    )
    parser.add_argument("--at-once", type=int, default=2)
    parser.add_argument("--minutes", type=float, default=0, help="begin no run after so long")
    parser.add_argument("--keep", type=Path, default=FAILURES, help="the folder for what broke")
    asked = parser.parse_args(given)
    until = time.time() + asked.minutes * 60 if asked.minutes else float("inf")
    end = asked.seed + asked.runs
    chains = [
        Chain(range(first, min(first + CHAIN, end)), asked.keep, until)
        for first in range(asked.seed, end, CHAIN)
    ]
    began = time.perf_counter()
    verdicts = list(_all(chains, asked.at_once))
    print("\n".join(lines(verdicts, time.perf_counter() - began)))
    return int(any(verdict.problems for verdict in verdicts))


def _all(chains: Sequence[Chain], at_once: int) -> Iterator[Verdict]:
    """Every run's verdict as its chain ends; what broke is told at once."""
    with ProcessPoolExecutor(at_once) as pool:
        for done in as_completed([pool.submit(play, chain) for chain in chains]):
            for verdict in done.result():
                for name, what in verdict.problems:
                    print(f"run {verdict.seed}: {name}: {what}", flush=True)
                yield verdict


def play(chain: Chain) -> list[Verdict]:
    """Play the runs of a chain, each on what the one before left."""
    verdicts = []
    with tempfile.TemporaryDirectory() as name:
        folder, before = Path(name) / "world", Path(name) / "before"
        kept = chain.failures / f"kills-{chain.seeds[0]}"
        alone = len(chain.seeds) == 1 and kept.exists()
        world = again(folder, kept) if alone else begin(folder, chain.seeds[0])
        for seed in chain.seeds:
            if time.time() > chain.until:
                break
            world.copy(before)
            verdict = run(plan(seed), world)
            verdicts.append(verdict)
            if verdict.problems and not alone:
                _keep(verdict, before, chain.failures)
    return verdicts


def _keep(verdict: Verdict, before: Path, failures: Path) -> None:
    """Put aside what is needed to play a run again: the world as it was, and what was seen."""
    kept = failures / f"kills-{verdict.seed}"
    shutil.rmtree(kept, ignore_errors=True)
    failures.mkdir(parents=True, exist_ok=True)
    shutil.copytree(before, kept)
    with (failures / "kills.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(asdict(verdict), ensure_ascii=False) + "\n")
