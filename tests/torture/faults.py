"""Everything that a disk can do, at every moment: `python -m tests.torture faults`.

Each fault is made for real (a full disk, a stick pulled out, a kernel that answers with an error),
while the program runs in a real terminal. What was seen becomes a table, docs/faults.md. What this
computer cannot make is named in it, with the reason. Disks are mounted where no other program sees
them; that needs root, as do faults that concern somebody without rights.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from tests.torture import faults_more
from tests.torture.faults_judge import Seen, table
from tests.torture.faults_kinds import FAULTS, MOMENTS, Fault
from tests.torture.faults_run import run

_APART: Final = "JOINT_WORKING_FAULTS_APART"
"""Set once we run where nobody else sees our disks."""

_HEAD: Final = """\
# Faults of the disk

Made by `python -m tests.torture faults`, which makes each fault for real, in a real terminal, and
ends with status 1 if a promise is broken. *new* holds the last answer that was taken, *old* does
not; folders are those of the run: `disk` holds the agreement, `store` is the same disk looked at
from outside, `home` is the person’s own.

"""


def main(given: Sequence[str]) -> int:
    """Make the faults, write the table; 1 if a promise was broken."""
    asked = _asked(given)
    if (apart := _apart(given)) is not None:
        return apart
    wanted = [f for f in FAULTS if asked.only in f.name]
    pairs = [(f, m) for f in wanted for m in MOMENTS if not asked.moment or m == asked.moment]
    top = Path(tempfile.mkdtemp(prefix="jw-faults-"))
    top.chmod(0o755)

    def play(pair: tuple[Fault, str]) -> Seen:
        place = top / f"{pair[0].name}-{pair[1]}".replace(" ", "-").replace("→", "to")
        seen = run(*pair, place)
        _say(seen)
        return seen

    with ThreadPoolExecutor(asked.at_once) as pool:
        rows = list(pool.map(play, pairs))
    for more in faults_more.PLAYS if not asked.moment else ():
        if asked.only in more.name:
            rows.append(more.play(top / more.name.replace(" ", "-")))
            _say(rows[-1])
    if asked.output:
        asked.output.write_text(_HEAD + "\n".join(table(rows)) + "\n", "utf-8")
    broken = [row for row in rows if row.broken]
    skipped = sum(bool(row.skipped) for row in rows)
    print(f"{len(rows) - skipped} faults made, {skipped} not tried, {len(broken)} broke a promise.")
    if not list(top.iterdir()):
        top.rmdir()
    return 1 if broken else 0


def _asked(given: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.torture faults")
    parser.add_argument("--only", default="", help="faults with this in their names")
    parser.add_argument("--moment", choices=MOMENTS)
    parser.add_argument("--at-once", type=int, default=2)
    parser.add_argument("--output", type=Path, help="where the table goes, such as docs/faults.md")
    return parser.parse_args(given)


def _apart(given: Sequence[str]) -> int | None:
    """Run all of it again where nobody else sees our disks; None if that is so, or cannot be."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if _APART in os.environ or not root or shutil.which("unshare") is None:
        return None
    command = ["unshare", "--mount", "--propagation", "private", sys.executable, "-m"]
    again = [*command, "tests.torture", "faults", *given]
    return subprocess.run(again, env={**os.environ, _APART: "1"}, check=False).returncode


def _say(seen: Seen) -> None:
    how = "BROKEN: " + "; ".join(seen.broken) if seen.broken else "kept"
    print(f"{seen.fault}, {seen.moment}: {f'not tried: {seen.skipped}' if seen.skipped else how}")
    sys.stdout.flush()
