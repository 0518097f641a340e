"""The small world that a chain of runs happens in: a home, an agreement, the questions it is of."""

from __future__ import annotations

import datetime as dt
import shutil
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Final

from interview import half_typed
from interview.answers_file import play
from interview.places import FILE_NAME
from interview.reopen import reopen
from interview.session import Session
from interview.workspace import CannotOpen, load
from outputs import toml
from outputs.problems import BadAgreement
from questions.load import load as load_bank
from questions.model import Bank

ROOT: Final = Path(__file__).parents[2]
BUNDLED: Final = "questions/banks/ncvo"
BEGINNINGS: Final[tuple[tuple[str, str], ...]] = (
    (BUNDLED, ""),
    (BUNDLED, "questions/banks/ncvo/examples"),
    (BUNDLED, "questions/banks/ncvo/examples"),
    ("tests/banks/small", ""),
    ("tests/banks/small", "tests/parity/small.toml"),
    ("tests/banks/kinds", "tests/parity/kinds.toml"),
    ("tests/banks/short", "tests/parity/short.toml"),
    ("tests/banks/evening", ""),
)
"""What an agreement begins as: a bank, and answers to it (one of a folder's), or none."""


@dataclass(frozen=True)
class Kept:
    """What somebody who opened the agreement now would find."""

    saved: str
    """The file, in small letters."""
    half_typed: str
    """What is half typed and would come back, in small letters."""
    done: tuple[int, int]
    version: int

    @property
    def all(self) -> str:
        return f"{self.saved}\n{self.half_typed}"


@dataclass(frozen=True)
class World:
    """A folder with a home and an agreement in it; `bank` is a path from the project's root."""

    folder: Path
    bank: str

    @property
    def home(self) -> Path:
        return self.folder / "home"

    @property
    def ours(self) -> Path:
        return self.folder / "ours"

    @property
    def path(self) -> Path:
        return self.ours / FILE_NAME

    @property
    def state(self) -> Path:
        return self.home / ".local" / "state" / "joint-working"

    def command(self, *, plain: bool) -> list[str]:
        """Open the agreement, or start it where there is none yet."""
        bank = [] if self.bank == BUNDLED else ["--bank", str(ROOT / self.bank)]
        how = ["open", str(self.path)] if self.path.exists() else ["new", str(self.ours)]
        return [sys.executable, "-m", "interview", *how, *bank, *(["--plain"] if plain else [])]

    def kept(self) -> Kept | None:
        """What is on the disk; None if there is no file.

        Raises:
            CannotOpen, BadAgreement: there is one, and it cannot be read.
        """
        if not self.path.exists():
            return None
        agreement, bank = load(self.path), _bank(self.bank)
        reopened = reopen(agreement, bank)
        draft = half_typed.path_for(self.state, reopened.record.id)
        half = half_typed.load(draft, reopened.record, bank)
        progress = Session(bank, reopened.record, dt.datetime.now, reopened.at).progress()
        return Kept(
            self.path.read_text("utf-8").casefold(),
            "\n".join(text for texts in half.values() for text in texts.values()).casefold(),
            (progress.done, progress.total),
            agreement.about.version or 0,
        )

    def temporary(self) -> list[Path]:
        """Files that were to become others, and did not."""
        return [p for folder in (self.ours, self.state) for p in folder.rglob(".*.tmp")]

    def broken(self) -> Iterator[str]:
        """Every file under its real name that is empty, half, or cannot be read."""
        for path in sorted(p for p in self.ours.rglob("*") if p.is_file()):
            if path.name.startswith("."):
                continue
            data = path.read_bytes()
            ends = data.rstrip().endswith(_ENDS.get(path.suffix, b""))
            if not data or not ends or (path.suffix == ".docx" and not zipfile.is_zipfile(path)):
                yield f"{path.relative_to(self.ours)} is half a file ({len(data)} bytes)"
            elif path.suffix == ".toml":
                try:
                    load(path)
                except (CannotOpen, BadAgreement) as error:
                    yield f"{path.relative_to(self.ours)} cannot be read: {error}"

    def copy(self, to: Path) -> None:
        """Put it aside as it is, in place of what is there."""
        shutil.rmtree(to, ignore_errors=True)
        shutil.copytree(self.folder, to, ignore=shutil.ignore_patterns(".cache"))


_ENDS: Final = {".pdf": b"%%EOF", ".html": b"</html>", ".ics": b"END:VCALENDAR"}
"""How a whole file of some formats ends."""


def begin(folder: Path, seed: int) -> World:
    """A new world in an empty folder."""
    chance = Random(f"world {seed}")
    bank, answers = chance.choice(BEGINNINGS)
    world = World(folder, bank)
    world.home.mkdir(parents=True)
    if answers:
        given = ROOT / answers
        if given.is_dir():
            given = chance.choice(sorted(given.glob("*.toml")))
        session = play(given, _bank(bank), dt.datetime.now, f"{chance.getrandbits(32):08x}")
        world.ours.mkdir()
        world.path.write_text(toml.write(session.agreement()), "utf-8")
    (folder / "bank").write_text(bank, "utf-8")
    return world


def again(folder: Path, kept: Path) -> World:
    """The world that was put aside, in an empty folder."""
    shutil.copytree(kept, folder, dirs_exist_ok=True)
    return World(folder, (folder / "bank").read_text("utf-8"))


@cache
def _bank(path: str) -> Bank:
    return load_bank(ROOT / path)
