"""A page pasted into the program in a real terminal, full screen and line by line."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from interview.workspace import load
from tests.terminal.driver import Terminal
from tests.terminal.hands import Hands, new

pytestmark = pytest.mark.terminal
ROOT = Path(__file__).parents[2]
SMALL = ["--bank", str(ROOT / "tests" / "banks" / "small")]
PAGE = "warm hall " * 10_000
ENOUGH = 20
"""Seconds for what takes one: the machine may be busy, and nothing here is measured."""


def _pasted(text: str) -> str:
    """As a terminal hands over a paste."""
    return f"\x1b[200~{text}\x1b[201~"


def _paste(terminal: Terminal, text: str) -> None:
    """In pieces, while what is written meanwhile is taken in: a pseudo-terminal holds little."""
    whole = _pasted(text)
    for at in range(0, len(whole), 1000):
        terminal.burst(whole[at : at + 1000])
        terminal.pump(0.001)


def test_a_page_pasted_into_a_line_is_kept_and_left_with(
    home: dict[str, str], tmp_path: Path
) -> None:
    """The program answers the next key, closes, and the file reads."""
    with Terminal([*new(tmp_path / "ours"), *SMALL], env=home) as terminal:
        Hands(terminal).to_a_sentence()
        _paste(terminal, PAGE)
        terminal.wait_for("warm hall", ENOUGH)
        began = time.monotonic()
        terminal.send("enter")
        terminal.wait_for("Together we will warm hall", ENOUGH)
        terminal.send("ctrl+q")
        assert terminal.wait_exit(ENOUGH) == 0
        assert time.monotonic() - began < ENOUGH
        assert terminal.restored()
    [said] = [c for c in load(tmp_path / "ours").clauses if c.question == "purpose"]
    assert said.wording[0].count("warm hall") > 1000


def test_a_page_pasted_at_a_plain_prompt_is_kept(home: dict[str, str], tmp_path: Path) -> None:
    """Half a page is kept too, and Ctrl+C saves."""
    with Terminal([*new(tmp_path / "ours"), "--plain", *SMALL], env=home) as terminal:
        terminal.wait_for("Shall we do that now?")
        terminal.send("enter")
        terminal.wait_for("Name of the organisation")
        _paste(terminal, PAGE)
        terminal.send("enter")
        terminal.wait_for("A short name for it", ENOUGH)
        terminal.send("ctrl+c")
        terminal.wait_exit(ENOUGH)
        assert "Traceback" not in terminal.text
    load(tmp_path / "ours")


def test_a_page_without_the_marks_of_a_paste_is_as_quick(
    home: dict[str, str], tmp_path: Path
) -> None:
    """As old consoles paste: letters that wait for one line go into it as one piece, in order."""
    with Terminal([*new(tmp_path / "ours"), *SMALL], env=home) as terminal:
        Hands(terminal).to_a_sentence()
        page = " ".join(f"{number} chairs and" for number in range(400))
        for at in range(0, len(page), 1000):
            terminal.burst(page[at : at + 1000])
            terminal.pump(0.001)
        terminal.send("enter")
        terminal.wait_for("Together we will 0 chairs and", ENOUGH)
        terminal.send("ctrl+q")
        assert terminal.wait_exit(ENOUGH) == 0
    [said] = [c for c in load(tmp_path / "ours").clauses if c.question == "purpose"]
    assert page in said.wording[0]
