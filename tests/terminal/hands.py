"""A group's hands on the keyboard: a quick session from the first screen to the last."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.terminal.driver import Terminal

PROGRAM = [sys.executable, "-m", "interview"]


@dataclass(frozen=True)
class Member:
    """A partner as it is typed in: Enter after each, an empty text for none."""

    name: str
    short: str = ""
    body: str = "community group"
    contact: str = "Ann Price"
    stand_in: str = "Dev Shah"

    @property
    def typed(self) -> tuple[str, ...]:
        return (self.name, self.short, self.body, self.contact, self.stand_in)


THREE = (
    Member("Tuesday Lunch Club", "Lunch Club"),
    Member("St Anne’s Church", "St Anne’s", "church", "Kay Obi", "Jo Bell"),
    Member("The Hub", "", "youth club", "Bo Li", "Sam Fox"),
)


@dataclass(frozen=True)
class Step:
    """One question: text that tells that it has come, and the keys that answer it."""

    code: str
    shows: str
    keys: tuple[str, ...] = ("enter",)
    talk: bool = False


QUICK = (
    Step(
        "W3",
        "What can we do together",
        ("1", "enter", "~cook lunch", "enter", "~our members", "enter", "~25 people come", "enter"),
        talk=True,
    ),
    Step(
        "E1",
        "What will each of us do or bring",
        (
            *("~cook", "enter", "~six hours a week", "enter", "~the key", "enter", "~the hub"),
            *("ctrl+n", "~open the hall", "enter", "~two hours a week"),
            *("ctrl+n", "~wash up", "enter", "~an hour a week", "ctrl+s"),
        ),
        talk=True,
    ),
    Step("E2", "How will we treat each other"),
    Step("E4", "How do we keep in touch"),
    Step("T1", "When do we start"),
    Step("T2", "What are the first jobs"),
    Step("T5", "On what day do we look"),
    Step("A1a", "In general, who decides"),
    Step("A1", "For each kind of decision", talk=True),
    Step("A2", "When it is for all of us"),
    Step("N1", "If somebody is worried", talk=True),
    Step("N3", "If a promise is not kept, what", talk=True),
    Step("N5", "If nothing has worked"),
    Step("X1", "If one of us has to leave"),
    Step("S1", "binding in law"),
    Step("S2", "say yes before it counts"),
)
"""Every quick question after the partners, when no trigger is ticked; usual choices taken."""


def keystrokes(step: Step) -> int:
    """The keys that a question takes beside what has to be typed, and the key that ends a text."""
    ends_a_text = [before.startswith("~") for before in ("", *step.keys)]
    rest = [k for k, ends in zip(step.keys, ends_a_text, strict=False) if not ends and k[:1] != "~"]
    return len(rest) + step.talk + len(["e"])


@dataclass
class Hands:
    """Types a session into a terminal, waiting as a person would for each screen."""

    terminal: Terminal

    def type(self, *keys: str) -> None:
        """Press keys by name; a text begins with ~."""
        for key in keys:
            if key.startswith("~"):
                self.terminal.type(key[1:])
            else:
                self.terminal.send(key)

    def begin(self) -> None:
        """Past the sheet of who is here, without filling it."""
        self.terminal.wait_for("Ctrl+S go on")
        self.type("ctrl+s")

    def to_partners(self) -> None:
        """To the table of who takes part, with nothing ticked; it has come to rest."""
        self.begin()
        self.terminal.wait_for("Which of these are true")
        self.type("enter")
        self.terminal.wait_for("Full name")
        self.terminal.settle(0.5)

    def to_a_sentence(self) -> None:
        """On the small bank: to the first line that takes words, past its round."""
        self.begin()
        self.terminal.wait_for("Which of these are true")
        self.type("enter")
        self.terminal.wait_for("A round")
        self.type("enter")
        self.terminal.wait_for("We will")

    def partners(self, members: tuple[Member, ...] = THREE) -> None:
        """Fill the table of partners, and agree to both its clauses."""
        for member in members:
            self.terminal.wait_for("(new)")
            for text in member.typed:
                self.type(f"~{text}", "enter")
        self.terminal.wait_for("(new)")
        self.type("enter")
        self.agree()

    def answer(self, step: Step) -> None:
        """End the round if there is one, then answer."""
        self.terminal.wait_for(step.shows)
        if step.talk:
            self.terminal.wait_for("A round")
            self.type("enter")
            self.terminal.wait_gone("A round")
        self.type(*step.keys)

    def quick(self, then: Callable[[str], None] = lambda _: None) -> None:
        """The whole quick session; `then` is called after each question, with its code."""
        self.begin()
        self.terminal.wait_for("What are we doing together")
        self.type("enter")
        shown = self.terminal.wait_for(re.compile("There is more here|Full name"))
        if shown.group() != "Full name":  # a small window hides some of the ticks at first
            self.type("enter")
        self.partners()
        then("A4")
        for step in QUICK:
            self.answer(step)
            self.agree()
            then(step.code)
        self.terminal.wait_for("You have a draft")

    def agree(self) -> None:
        """Wait until the answer is taken and the partners are asked, then press e."""
        self.terminal.wait_for(re.compile("▸ .*\n(.*\n)*.*1 agrees"))
        self.terminal.settle(0.4)  # e decides, so it is not taken while earlier keys wait
        self.type("e")


def new(folder: Path) -> list[str]:
    """The command that starts an agreement in a folder."""
    return [*PROGRAM, "new", str(folder), "--title", "Mill Lane"]
