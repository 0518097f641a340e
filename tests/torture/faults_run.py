"""One fault at one moment: somebody works, it happens, they go on, and leave."""

from __future__ import annotations

import contextlib
import re
import time
from pathlib import Path

from tests.terminal.driver import Terminal
from tests.torture.faults_judge import WORD, Seen, judge, look
from tests.torture.faults_kinds import Fault, Mend, injection, mount, unmount
from tests.torture.faults_world import World, python_for_nobody

SENTENCE = "keep the hall warm"
LONGEST = 9.0
"""Seconds until the header must have said how it is: a save is tried again every five."""


def run(fault: Fault, moment: str, folder: Path) -> Seen:
    """Play it, and say what was seen."""
    seen = Seen(fault.name, moment)
    why_not = fault.why_not(python_for_nobody() if fault.nobody else None)
    if why_not or moment not in fault.moments:
        seen.skipped = why_not or "it has no meaning then"
        return seen
    world = World(folder, fault.nobody, fault.mounted)
    world.build()
    if fault.mounted:
        mount(world)
    try:
        world.furnish()
        _Play(fault, world, seen).play(moment)
    except AssertionError as error:
        seen.broken.append(f"the program stood still: {str(error).splitlines()[0]}")
        (folder.parent / f"{folder.name}.txt").write_text(str(error), "utf-8")
    except OSError as error:
        seen.broken.append(f"it cannot be mended: {error.strerror}")
    finally:
        if fault.mounted:
            unmount(world)
        world.forget()
    return seen


class _Play:
    def __init__(self, fault: Fault, world: World, seen: Seen) -> None:
        self.fault, self.world, self.seen = fault, world, seen
        self.mend: Mend | None = None
        self.before = b""

    def play(self, moment: str) -> None:
        if moment == "start":
            self._make(0)
        command = self.world.command()
        if moment == "start" and self.fault.inject:
            tracer = ["strace", "-f", "-qq", "--seccomp-bpf", "-o", "/dev/null"]
            command = [*tracer, *injection(self.fault.inject, "EIO"), *command]
        if self.fault.patch:
            at = command.index("-m")
            command[at : at + 2] = ["-c", self.fault.patch]
        with Terminal(command, 180, 30, env=self.world.env) as terminal:
            self.terminal = terminal
            if moment != "start" or self._opened():
                getattr(self, f"_{moment}")()
            self._end()

    def _make(self, pid: int) -> None:
        self.before = self.world.real.read_bytes()
        self.mend = self.fault.make(self.world, pid)
        if self.fault.theirs:
            self.before = self.world.real.read_bytes()

    def _opened(self) -> bool:
        """Whether it came up, or said why not and left."""
        try:
            self.terminal.wait_for("A round")
        except AssertionError:
            self.terminal.wait_exit(0.1)  # or it hangs
            return False
        return True

    # The moments

    def _start(self) -> None:
        self._to_a_line()
        self._answer(SENTENCE)
        self._look()
        self._leave()

    def _typing(self) -> None:
        self._to_a_line()
        self.terminal.type(SENTENCE[:9])
        self._make(self.terminal.pid)
        self.terminal.type(SENTENCE[9:])
        self.terminal.settle(0.8)
        self._look()
        self._answer("")
        self._look()
        self._mended()
        self._leave()

    def _saving(self) -> None:
        self._to_a_line()
        self.terminal.type(SENTENCE)
        self.terminal.settle(0.8)
        self._make(self.terminal.pid)
        self._answer("")
        self._look()
        self._leave()

    def _exporting(self) -> None:
        self._to_a_line()
        self._answer(SENTENCE)
        self.terminal.wait_for(re.compile(r"Saved \d"))
        self.terminal.send("f")
        self.terminal.wait_for("Hand out a version")
        self._make(self.terminal.pid)
        self.terminal.send("enter")
        with contextlib.suppress(AssertionError):  # or the disk had something to say after that
            self.terminal.wait_for(re.compile(r"Version 1( is numbered|: \w+ files? in)"), 12)
        self._look()
        self._mended()
        self._leave()

    def _leaving(self) -> None:
        self._to_a_line()
        self._answer(SENTENCE)
        self.terminal.wait_for(re.compile(r"Saved \d"))
        self._make(self.terminal.pid)
        self._leave()

    # What a person does

    def _to_a_line(self) -> None:
        self.terminal.wait_for("A round")
        self.terminal.send("enter")
        self.terminal.wait_for("We will")
        self.terminal.settle(0.3)

    def _answer(self, text: str) -> None:
        self.terminal.type(text)
        self.terminal.send("enter")
        self.terminal.wait_for(f"Together we will {SENTENCE}")
        self.terminal.wait_for(re.compile(r"▸ .*\n(.*\n)*.*1 agrees"))
        self.seen.accepted = SENTENCE

    def _look(self) -> str:
        """Wait until it says how it is, then see whether that is so."""
        end = time.monotonic() + LONGEST
        self.terminal.settle(0.4)
        while "Saving…" in WORD.findall(self.terminal.text) and time.monotonic() < end:
            self.terminal.pump(0.1)
        word = look(self.seen, self.terminal, self.world)
        if word == "Saving…":
            self.seen.broken.append("the header says Saving… for ever")
        return word

    def _mended(self) -> None:
        """The fault goes away: it is saved again, and nobody has to do anything."""
        if self.mend is None:
            return
        self.mend()
        self.mend = None
        self.seen.note("(mended)")
        end = time.monotonic() + LONGEST
        while not re.search(r"Saved \d", self.terminal.text):
            if time.monotonic() > end:
                self.seen.broken.append("mended, and not saved again by itself")
                break
            self.terminal.pump(0.1)
        self._look()

    def _leave(self) -> None:
        self.terminal.send("ctrl+q")
        if self.fault.theirs:
            self.terminal.pump(1)
            if "Before you leave" in self.terminal.text:
                self.seen.note("“Before you leave: which of the two is it to be?”")
                self.terminal.send("ctrl+q")

    def _end(self) -> None:
        code = self.terminal.wait_exit(25)
        if not self.terminal.restored():
            self.seen.broken.append(f"the terminal is not as it was: {self.terminal.restored()}")
        told = "".join(self.terminal.screen)  # a long line goes on in the next row
        if self.mend is not None:
            self.mend()  # only to look at what is there
        judge(self.seen, self.fault, self.world, self.before, (code, told))
