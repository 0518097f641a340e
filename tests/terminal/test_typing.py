"""What is typed: in bursts, half, hostile, and when the window is closed in the middle."""

from __future__ import annotations

import json
import re
import signal
import time
from pathlib import Path

import pytest

from interview.workspace import load
from tests.terminal.driver import Terminal
from tests.terminal.hands import PROGRAM, Hands, new

pytestmark = pytest.mark.terminal
ROOT = Path(__file__).parents[2]
SMALL = ["--bank", str(ROOT / "tests" / "banks" / "small")]


def test_a_burst_puts_each_word_where_a_typist_expects_it(
    home: dict[str, str], tmp_path: Path
) -> None:
    """`Ann<enter>Bob` sent in one write: Ann in the first line, Bob in the second."""
    with Terminal(new(tmp_path / "ours"), env=home) as terminal:
        Hands(terminal).to_partners()
        terminal.burst("Ann\rBob")
        terminal.wait_for(re.compile(r"^ Full name +Ann ", re.M))
        terminal.wait_for(re.compile(r"^ What we call it +Bob ", re.M))


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_saves_and_leaves_the_terminal_as_it_was(
    home: dict[str, str], tmp_path: Path, sent: signal.Signals
) -> None:
    """A closed window or a shut-down in the middle of a word loses neither word nor terminal."""
    with Terminal(new(tmp_path / "ours"), env=home) as terminal:
        Hands(terminal).to_partners()
        terminal.type("The Riverside Tru")
        terminal.settle(1.5)
        terminal.kill(sent)
        assert terminal.wait_exit() == 130
        assert terminal.restored()
    path = tmp_path / "ours" / "agreement.toml"
    with Terminal([*PROGRAM, "open", str(path)], env=home) as terminal:
        terminal.wait_for("The Riverside Tru")


def test_a_closed_window_is_left_as_after_any_signal(home: dict[str, str], tmp_path: Path) -> None:
    """Nobody is there to be told where it is saved; the word and the exit code are right."""
    with Terminal(new(tmp_path / "ours"), env=home) as terminal:
        Hands(terminal).to_partners()
        terminal.type("The Riverside Tru")
        terminal.wait_for("The Riverside Tru")
        terminal.settle(0.8)
        terminal.hang_up()
        assert terminal.wait_exit() == 130
    (draft,) = Path(home["HOME"]).rglob("drafts/*.json")
    assert "The Riverside Tru" in draft.read_text("utf-8")


def test_typing_is_on_the_disk_within_a_second_and_gone_once_accepted(
    home: dict[str, str], tmp_path: Path
) -> None:
    """The draft file holds what is half typed, can be read by its owner alone, and goes."""
    with Terminal([*new(tmp_path / "ours"), *SMALL], env=home) as terminal:
        Hands(terminal).to_a_sentence()
        terminal.type("keep the hall warm")
        typed = time.monotonic()
        while not (found := list(Path(home["HOME"]).rglob("drafts/*.json"))):
            assert time.monotonic() - typed < 10  # one second is for the bench, not for a test
            terminal.pump(0.02)
        terminal.settle(1.0)
        texts = json.loads(found[0].read_text("utf-8"))["typed"]["purpose"]["texts"]
        assert texts["fields.what"] == "keep the hall warm"
        assert found[0].stat().st_mode & 0o077 == 0
        terminal.send("enter")
        terminal.wait_for("Together we will keep the hall warm")
        terminal.send("g")
        terminal.wait_for("how do we decide?")
        terminal.settle(1.0)
        assert not found[0].exists()


def test_text_that_lands_outside_a_line_decides_nothing(
    home: dict[str, str], tmp_path: Path
) -> None:
    """A burst of the letters that decide, where letters are commands, settles no question."""
    with Terminal(new(tmp_path / "ours"), env=home) as terminal:
        hands = Hands(terminal)
        Hands(terminal).begin()
        terminal.wait_for("Which of these are true")
        terminal.send("enter")
        hands.partners()
        terminal.wait_for("What can we do together")
        terminal.burst("x" * 12 + "e" * 12 + "n" * 12)
        terminal.settle(1.0)
        terminal.send("ctrl+q")
        assert terminal.wait_exit() == 0
    settled = [c.code for c in load(tmp_path / "ours").clauses if c.status != "always"]
    # W1 and A4, and hardly more: a terminal may deliver one burst in a few pieces.
    assert len(settled) <= 6


HOSTILE = (
    "[/]",
    "[bold]x[/bold]",
    "[@click=app.exit]go[/]",
    "Canolfan Gymunedol Llŷn",
    "مركز الحي",
    "Hub 👩‍👩‍👧 🎪",
)


def test_hostile_and_foreign_names_are_shown_literally_and_kept(
    home: dict[str, str], tmp_path: Path
) -> None:
    """Markup, Welsh, Arabic and emoji as partners' names: literal on the screen and in the file."""
    with Terminal(new(tmp_path / "ours"), env=home) as terminal:
        Hands(terminal).to_partners()
        hands = Hands(terminal)
        for name in HOSTILE:
            terminal.wait_for("(new)")
            hands.type(f"~{name}", *["enter"] * 5)
        terminal.wait_for("(new)")
        terminal.send("enter")
        hands.agree()
        terminal.wait_for("What can we do together")
        terminal.send("t")
        terminal.wait_for("[bold]x[/bold]")
        terminal.send("ctrl+q")
        assert terminal.wait_exit() == 0
    assert [p.name for p in load(tmp_path / "ours").partners] == list(HOSTILE)
