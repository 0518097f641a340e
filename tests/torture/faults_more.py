"""Faults that need another beginning: a path that is too long, a second window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.terminal.driver import Terminal
from tests.torture.faults_judge import Seen, short
from tests.torture.faults_world import BANK, World


@dataclass(frozen=True)
class More:
    """A fault at the start, and what plays it."""

    name: str
    how: Callable[[World, Seen], None]

    def play(self, folder: Path) -> Seen:
        seen = Seen(self.name, "start")
        world = World(folder)
        world.build()
        try:
            world.furnish()
            self.how(world, seen)
        except AssertionError as error:
            seen.broken.append(f"the program stood still: {str(error).splitlines()[0]}")
        finally:
            world.forget()
        return seen


def _long(part: str, times: int) -> Callable[[World, Seen], None]:
    def play(world: World, seen: Seen) -> None:
        folder = world.disk.joinpath(*[part] * times)
        command = world.program("new", str(folder), "--bank", str(BANK))
        with Terminal(command, 180, 30, env=world.env) as terminal:
            code = terminal.wait_exit()
            seen.note(f"exit {code}: “{_cut(short(terminal.text, world))}”")
            if (
                code != 3
                or "Traceback" in terminal.text
                or "name is too long" not in _one_line(terminal)
            ):
                seen.broken.append("not told that the name is too long")
            if not terminal.restored():
                seen.broken.append("the terminal is not as it was")
        if [p for p in world.disk.rglob("*.toml") if p != world.path]:
            seen.broken.append("something was left there")
        seen.lies = "nothing"

    return play


def _second(world: World, seen: Seen) -> None:
    before = world.path.read_bytes()
    with Terminal(world.command(), 180, 30, env=world.env) as first:
        first.wait_for("A round")
        with Terminal(world.command(), 180, 30, env=world.env) as second:
            second.wait_for("in another window")
            seen.note("“… is open in another window … Close it there first, or look at it …”")
            second.settle(0.3)
            second.send("ctrl+q")
            if second.wait_exit() not in (0, 3) or not second.restored():
                seen.broken.append("the second window does not end well")
        if world.path.read_bytes() != before:
            seen.broken.append("the second window wrote to the file")
        first.send("ctrl+q")
        if first.wait_exit() != 0:
            seen.broken.append("the first window was disturbed")
    seen.lies = "the first window’s"


def _one_line(terminal: Terminal) -> str:
    return "".join(terminal.screen)


def _cut(text: str) -> str:
    return text if len(text) < 160 else f"{text[:60]} … {text[-80:]}"


PLAYS: Final = (
    More("name of 300 letters", _long("n" * 300, 1)),
    More("path of 4096 letters", _long("n" * 200, 21)),
    More("second window", _second),
)
