"""The program has a fault: the terminal is given back, all is saved, and one sentence says so."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from interview.exits import FAULT
from interview.workspace import load
from tests.terminal.broken import SECRET, program
from tests.terminal.driver import Terminal
from tests.terminal.hands import Hands

pytestmark = pytest.mark.terminal
ROOT = Path(__file__).parents[2]
SMALL = ["--bank", str(ROOT / "tests" / "banks" / "small")]

_AT_F1 = """
from interview.tui.screens.question import QuestionScreen
async def work():
    broken()
async def do_help(self):
    {}
QuestionScreen.do_help = do_help
"""
BREAKINGS = {
    "a key": "broken()",
    "a timer": "self.set_timer(0.01, broken)",
    "a worker": "self.run_worker(work())",
    "a thread": "import asyncio; self.run_worker(asyncio.to_thread(broken))",
    "drawing": "QuestionScreen.render_lines = broken; self.refresh()",
    "a screen": "self.compose = broken; await self.recompose()",
    "leaving": "type(self.app).on_unmount = broken; self.shell.leave(0)",
    "the keyboard’s thread": "type(self.app._driver).process_message = broken",
}


def logged(home: dict[str, str]) -> str:
    """The log, which nobody else can read and which holds nothing that anybody said."""
    (path,) = Path(home["HOME"]).rglob("log.txt")
    assert path.stat().st_mode & 0o777 == 0o600
    text = path.read_text("utf-8")
    assert SECRET not in text
    return text


def half_typed(home: dict[str, str]) -> str:
    """All that is kept of what was being typed."""
    drafts = Path(home["HOME"]).rglob("drafts/*.json")
    return " ".join(str(json.loads(path.read_text("utf-8"))) for path in drafts)


def check_told(terminal: Terminal, path: Path) -> None:
    """One sentence, on one line, and not a word for programmers."""
    assert terminal.restored()
    assert "Traceback" not in terminal.written.decode()
    assert SECRET not in terminal.text
    told = re.sub(r"\n", "", terminal.text)
    assert "Something went wrong in the program, but nothing is lost" in told
    assert f"lies in {path}" in told
    assert "log.txt" in told


@pytest.mark.parametrize("where", BREAKINGS)
def test_a_fault_in_the_full_screen_loses_nothing_and_is_told_in_a_sentence(
    home: dict[str, str], tmp_path: Path, where: str
) -> None:
    """Wherever it is: what was typed a moment before is kept, the rest is in the file."""
    path = tmp_path / "ours" / "agreement.toml"
    command = [*program(_AT_F1.format(BREAKINGS[where])), "new", str(path.parent), *SMALL]
    with Terminal(command, 200, 30, env=home, cwd=ROOT) as terminal:
        Hands(terminal).to_a_sentence()
        terminal.type("keep the hall war")
        terminal.wait_for("keep the hall war")
        terminal.send("f1")
        if where == "the keyboard’s thread":
            terminal.settle(0.3)
            terminal.type("x")
        assert terminal.wait_exit() == FAULT
        check_told(terminal, path)
    assert "keep the hall war" in half_typed(home)
    assert load(path).about.title == "ours"
    assert "ZeroDivisionError\n" in logged(home)


def test_a_fault_before_anything_is_drawn(home: dict[str, str], tmp_path: Path) -> None:
    """The style sheet, the first screen: the terminal never gets into another state."""
    breaking = "from interview.tui.app import JointWorking as J; J.on_mount = broken"
    with Terminal(program(breaking), 200, 30, env=home, cwd=ROOT) as terminal:
        assert terminal.wait_exit() == FAULT
        assert terminal.restored()
        assert "Something went wrong in the program, but nothing is lost" in terminal.text
        assert "Traceback" not in terminal.text
    assert "ZeroDivisionError\n" in logged(home)


@pytest.mark.parametrize(
    "breaking",
    [
        "import interview.plain.run as r; r.ask_question = broken",
        "from interview.plain.draft import Draft; Draft.put = broken",
    ],
)
def test_a_fault_in_the_plain_form(home: dict[str, str], tmp_path: Path, breaking: str) -> None:
    """Between two prompts, or at a key in the middle of one."""
    path = tmp_path / "ours" / "agreement.toml"
    command = [*program(breaking), "new", str(path.parent), "--plain", *SMALL]
    with Terminal(command, 200, 30, env=home, cwd=ROOT) as terminal:
        terminal.wait_for("Shall we do that now?")
        terminal.send("enter")
        terminal.wait_for("Name of the organisation")
        for line in ("Meadow Lane", "", "", "", "", "", "n", "", "Run a lunch"):
            terminal.type(f"{line}\n")
        assert terminal.wait_exit() == FAULT
        check_told(terminal, path)
    logged(home)


def test_a_fault_in_a_command_that_asks_nothing(home: dict[str, str], tmp_path: Path) -> None:
    """The same sentence, and the file as it was."""
    breaking = "import outputs.schema as s; s.schema = broken"
    ran = subprocess.run(
        [*program(breaking), "schema"],
        env=home,
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert ran.returncode == FAULT
    assert ran.stdout == ""
    assert ran.stderr.count("\n") == 1
    assert "Something went wrong in the program, but nothing is lost" in ran.stderr
    assert "ZeroDivisionError\n" in logged(home)
