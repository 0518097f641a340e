"""The plain form in a real terminal: what arrives there, and how it ends."""

from __future__ import annotations

import json
import re
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("pexpect", reason="a pseudo-terminal is a thing of Unix")

from tests.terminal.driver import Terminal, hermetic

pytestmark = [pytest.mark.terminal]

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def kind() -> str:
    """What the terminal says that it is."""
    return "xterm-256color"


@pytest.fixture
def terminal(kind: str, tmp_path: Path) -> Iterator[Terminal]:
    """A terminal with the first question in it, and one partner said to be here."""
    command = [sys.executable, "-m", "interview", "new", str(tmp_path / "ours"), "--plain"]
    env = hermetic(tmp_path, TERM=kind, PYTHONPATH=str(ROOT))
    with Terminal([*command, "--bank", "tests/banks/small"], env=env, cwd=ROOT) as opened:
        opened.wait_for("Shall we do that now?")
        opened.send("enter")
        opened.wait_for("Name of the organisation")
        _lines(opened, "Meadow Lane", "", "", "", "", "")
        opened.wait_for("y for yes, n for no:")
        yield opened


def _lines(terminal: Terminal, *lines: str) -> None:
    for line in lines:
        terminal.type(f"{line}\n")


def _half_typed(home: Path) -> dict[str, str]:
    draft = next((home / ".local/state").rglob("drafts/*.json"))
    texts: dict[str, str] = json.loads(draft.read_text("utf-8"))["typed"]["purpose"]["texts"]
    return texts


def _to_half_a_sentence(terminal: Terminal) -> None:
    _lines(terminal, "n", "")
    terminal.wait_for("We will:")
    terminal.type("Run a lun")
    terminal.wait_for("Run a lun")


@pytest.mark.parametrize("kind", ["xterm-256color", "dumb"])
def test_an_answer_is_typed_saved_and_left(terminal: Terminal, tmp_path: Path, kind: str) -> None:
    """A dumb terminal gets not one control sequence; none gets a colour."""
    _lines(terminal, "n", "", "Run a lunch", "")
    terminal.wait_for("Does everyone here agree?")
    _lines(terminal, "e", "/leave")
    assert terminal.wait_exit() == 0
    assert "Saved: " in terminal.text
    assert terminal.restored()
    saved = (tmp_path / "ours" / "agreement.toml").read_text("utf-8")
    assert "Together we will run a lunch" in saved
    sent = set(re.findall(rb"\x1b\[[\d;]*m", terminal.written))
    assert sent <= {b"\x1b[0m"}
    assert (b"\x1b" in terminal.written) is (kind != "dumb")


@pytest.mark.parametrize("how", ["ctrl+c", "SIGTERM", "SIGHUP"])
def test_an_interruption_saves_and_gives_the_terminal_back(
    terminal: Terminal, tmp_path: Path, how: str
) -> None:
    """Half a sentence is kept, and the exit code says 130."""
    _to_half_a_sentence(terminal)
    if how.startswith("SIG"):
        terminal.kill(signal.Signals[how])
    else:
        terminal.send(how)
    assert terminal.wait_exit() == 130
    assert "Saved: " in terminal.text
    assert terminal.restored()
    assert _half_typed(tmp_path)["fields.what"] == "Run a lun"


def test_a_closed_window_loses_nothing(terminal: Terminal, tmp_path: Path) -> None:
    """There is nobody left to tell, and it is on the disk."""
    _to_half_a_sentence(terminal)
    terminal.hang_up()
    assert terminal.wait_exit() in (0, 130)  # whichever is noticed first
    assert _half_typed(tmp_path)["fields.what"] == "Run a lun"


def test_what_is_typed_ahead_is_shown_once(terminal: Terminal) -> None:
    """Lines typed faster than the questions come are shown where they belong."""
    terminal.burst("n\r\rRun a lunch\r")
    terminal.wait_for("By [")
    assert terminal.text.count("Run a lunch") == 1


def test_control_d_on_an_empty_line_leaves(terminal: Terminal) -> None:
    """The end of the input is a way of leaving like any other."""
    terminal.send("ctrl+d")
    assert terminal.wait_exit() == 0
    assert "Saved: " in terminal.text
