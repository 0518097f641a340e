"""What the bench runs: the start screen, a question, and a large agreement."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.measure import Scenario, Step
from tests.terminal.driver import Terminal

BARE = Scenario([sys.executable, "-m", "tests.benchmarks.floor"], ready="Type here")
START = Scenario([sys.executable, "-m", "interview"], ready="Start a new agreement")

QUESTIONS, PARTNERS = 1000, 40


@dataclass(frozen=True)
class Made:
    """A large agreement: how to open it, what to do so that it is saved, what tells that it is."""

    scenario: Scenario
    save: Step
    saved: str


def question(folder: Path) -> Scenario:
    """A question of the bundled bank, at an empty line, with three partners and a clause."""
    answers = folder / "answers.toml"
    answers.write_text(
        """
        [agreement]
        title = "Mill Lane"
        [[partner]]
        id = "lunch-club"
        name = "Tuesday Lunch Club"
        [[partner]]
        id = "st-annes"
        name = "St Anne’s Church"
        [[partner]]
        id = "the-hub"
        name = "The Hub"
        [answers]
        together = ["share"]
        money = false
        at-risk = false
        personal-details = false
        side-by-side = false
        shared-place = false
        speaking-out = false
        shared-logins = false
        who-we-are = { rows = [{ id = "lunch-club", contact = "Ann Price" }] }
        mandate = { rows = [{ id = "lunch-club", can = "this draft, for discussion" }] }
        """,
        encoding="utf-8",
    )
    agreement = _draft(answers, folder / "question.toml")
    return Scenario(
        [sys.executable, "-m", "interview", "open", str(agreement)],
        ready="Together we will",
        steps=[_end_the_round],
    )


def made_bank(folder: Path) -> Made:
    """A bank of 1,000 questions, half of them answered by 40 partners."""
    bank = folder / "bank"
    bank.mkdir()
    (bank / "bank.toml").write_text(_BANK, encoding="utf-8")
    asked = "\n".join(_QUESTION.format(n=n) for n in range(1, QUESTIONS + 1))
    (bank / "one.toml").write_text(asked, encoding="utf-8")
    partners = "\n".join(
        f'[[partner]]\nid = "partner-{n}"\nname = "Partner {n}"' for n in range(1, PARTNERS + 1)
    )
    half = QUESTIONS // 2
    said = "\n".join(
        f'q{n} = {{ answer = "open the hall on day {n}", agree = true }}'
        for n in range(1, half + 1)
    )
    answers = folder / "large-answers.toml"
    answers.write_text(f"{partners}\n[answers]\n{said}\n", encoding="utf-8")
    agreement = _draft(answers, folder / "large.toml", "--bank", str(bank))
    command = [sys.executable, "-m", "interview", "open", str(agreement), "--bank", str(bank)]
    return Made(
        Scenario(command, ready=f"Question {half + 1}"),
        lambda terminal: terminal.send("x", "enter"),
        rf"{half + 1} of {QUESTIONS} done *Saved \d",
    )


def _end_the_round(terminal: Terminal) -> None:
    """Enter ends the round; the first option is chosen; Tab goes to its first line."""
    terminal.wait_for(re.compile("A round"))
    terminal.send("enter")
    terminal.wait_for(re.compile("Something else"))
    terminal.send("1")
    terminal.wait_for("Together we will")
    terminal.send("tab")


def _draft(answers: Path, to: Path, *more: str) -> Path:
    command = [sys.executable, "-m", "interview", "draft", str(answers), "-o", str(to), *more]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return to


_BANK = """
[bank]
id = "large"
title = "A thousand questions"
version = "1"
document = "joint working agreement"
about = "Made up."
opening = "Made up."

[[theme]]
id = "one"
title = "One"
file = "one.toml"
"""

_QUESTION = """
[[question]]
id = "q{n}"
code = "Q{n}"
kind = "text"
heading = "Heading {n}"
ask = "Question {n}"
sentence = [{{ id = "does", text = "{{partners}} will {{answer}}." }}]
"""
