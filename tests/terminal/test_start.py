"""The start screen, in a real terminal, with the keyboard and with the mouse."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.terminal.driver import Terminal
from tests.terminal.hands import PROGRAM

pytestmark = pytest.mark.terminal


def test_a_new_agreement_is_found_again_at_the_next_start(home: dict[str, str]) -> None:
    """Enter, a name, Enter: it lies in Documents; killed, it stands on the start screen."""
    with Terminal(PROGRAM, env=home) as terminal:
        terminal.wait_for("Start a new agreement")
        terminal.send("enter")
        terminal.wait_for("What do you call")
        terminal.send("end", *["backspace"] * 20)
        terminal.type("Mill Lane")
        terminal.send("enter")
        terminal.wait_for("Ctrl+S go on")
        terminal.wait_for("Saved")
        terminal.kill(signal.SIGKILL)
        terminal.wait_exit()
    (path,) = Path(home["HOME"]).rglob("agreement.toml")
    assert path.parent.name == "Mill Lane"
    with Terminal(PROGRAM, env=home) as terminal:
        terminal.wait_for("Go on with Mill Lane")
        terminal.wait_for("▸ Go on with Mill Lane")
        terminal.send("enter")
        terminal.wait_for("Ctrl+S go on")
        terminal.send("ctrl+q")
        assert terminal.wait_exit() == 0
        assert terminal.restored()


def test_the_mouse_alone_gets_from_the_start_to_an_answer(home: dict[str, str]) -> None:
    """The example opens and closes, an agreement starts, and a tick is set, all by clicking."""
    with Terminal(PROGRAM, 120, 40, env=home) as terminal:
        terminal.wait_for("Look at a finished example")
        terminal.click("Look at a finished example")
        terminal.wait_for("Warm Hall Tuesdays")
        terminal.click("Esc close")
        terminal.wait_for("Start a new agreement, quick")
        terminal.click("Start a new agreement, quick")
        terminal.wait_for("What do you call")
        terminal.send("enter")
        terminal.wait_for("Ctrl+S go on")
        terminal.send("ctrl+s")
        terminal.wait_for("Is any money involved")
        terminal.click("Is any money involved")
        terminal.wait_for("[x] Is any money involved")
        terminal.click("h help")
        terminal.wait_for("This agreement is kept in")
        terminal.click("Esc close")
        terminal.wait_for("[x] Is any money involved")
