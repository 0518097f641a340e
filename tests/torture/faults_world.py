"""The small world of one fault: a home, a disk with an agreement on it, and who works there."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from interview import commands as c
from interview.places import FILE_NAME
from interview.record import Record
from interview.session import Session
from outputs import toml
from questions.load import load as load_bank
from questions.model import Bank
from questions.values import Answer
from tests.terminal.driver import hermetic

ROOT: Final = Path(__file__).parents[2]
BANK: Final = ROOT / "tests" / "banks" / "small"
NOBODY: Final = 65534


@dataclass(frozen=True)
class World:
    """A folder in which everything of one run lies.

    Attributes:
        store: where what lies on the disk can be looked at, even once the disk is pulled out.
        disk: where the program finds it.
        nobody: whether the program runs as a user who may not do everything.
        mounted: whether the disk is one of its own.
    """

    folder: Path
    nobody: bool = False
    mounted: bool = False

    @property
    def home(self) -> Path:
        return self.folder / "home"

    @property
    def state(self) -> Path:
        return self.home / ".local" / "state" / "joint-working"

    @property
    def store(self) -> Path:
        return self.folder / "store"

    @property
    def disk(self) -> Path:
        return self.folder / "disk"

    @property
    def ours(self) -> Path:
        """The folder of the agreement."""
        return self.disk / "ours"

    @property
    def path(self) -> Path:
        return self.ours / FILE_NAME

    @property
    def real(self) -> Path:
        """The agreement, looked at from outside."""
        return self.store / "ours" / FILE_NAME if self.mounted else self.path

    @property
    def env(self) -> dict[str, str]:
        """An environment that leads nowhere but into this world."""
        there = [str(ROOT), *(p for p in sys.path if p.endswith("site-packages"))]
        more = {"PYTHONPATH": os.pathsep.join(there), "PYTHONDONTWRITEBYTECODE": "1"}
        return hermetic(self.home, TMPDIR=str(self.folder / "tmp"), **more)

    def command(self) -> list[str]:
        """Open the agreement."""
        return self.program("open", str(self.path), "--bank", str(BANK))

    def program(self, *words: str) -> list[str]:
        """The program, as whoever works here."""
        if not self.nobody:
            return [sys.executable, "-m", "interview", *words]
        python = python_for_nobody()
        assert python is not None
        ids = [f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
        return ["setpriv", *ids, python, "-m", "interview", *words]

    def build(self) -> None:
        """Make the folders, and an agreement in them with two partners and one answer."""
        for folder in (self.home / "Documents", self.folder / "tmp", self.store, self.disk):
            folder.mkdir(parents=True)

    def furnish(self) -> None:
        """Put the agreement on the disk, once the disk is there."""
        self.ours.mkdir()
        self.path.write_text(_agreement(), "utf-8", newline="\n")
        if self.nobody:
            for path in (self.folder, *self.folder.rglob("*")):
                os.chown(path, NOBODY, NOBODY)

    def files(self) -> Iterator[Path]:
        """Every file that a person could find, on the disk or off it."""
        disk = self.store if self.mounted else self.disk
        for folder in (disk, self.home, self.folder / "tmp"):
            for path in folder.rglob("*"):
                if path.is_file() and self.state not in path.parents:
                    yield path

    def outside(self, path: Path) -> Path:
        """Where a file that the program names can be looked at from outside."""
        there = self.mounted and path.is_relative_to(self.disk)
        return self.store / path.relative_to(self.disk) if there else path

    def agreements(self) -> list[Path]:
        """Those of them that are agreements by their name."""
        return [path for path in self.files() if path.suffix == ".toml"]

    def forget(self) -> None:
        """Take all of it away."""
        shutil.rmtree(self.folder, ignore_errors=True)


@cache
def _bank() -> Bank:
    return load_bank(BANK)


def _agreement() -> str:
    now = dt.datetime.now().replace(microsecond=0)
    record = Record(id="fault", title="Mill Lane", created=now.date(), changed=now, depth="quick")
    session = Session(_bank(), record, dt.datetime.now)
    session.apply(c.Begin())
    for name in ("Meadow Lane Lunch Club", "The Hub"):
        session.apply(c.AddPartner(name))
    session.apply(c.Answer("money", Answer(False)))
    session.apply(c.GoTo("purpose"))
    return toml.write(session.agreement())


@cache
def python_for_nobody() -> str | None:
    """A Python that a user without rights can run, and that has what the program needs."""
    import subprocess

    world = World(Path("/nonexistent"))
    ids = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    for python in (sys.executable, "/usr/bin/python3"):
        tried = subprocess.run(
            [*ids, python, "-c", "import interview.tui.app, interview.workspace"],
            env=world.env,
            capture_output=True,
            check=False,
        )
        if tried.returncode == 0:
            return python
    return None
