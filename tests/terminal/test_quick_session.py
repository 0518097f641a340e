"""A whole quick session for three partners, by keyboard alone, in a real terminal."""

from __future__ import annotations

import datetime as dt
import re
import signal
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from interview.workspace import load
from outputs import toml
from outputs.schema import schema
from tests.terminal.driver import Terminal
from tests.terminal.hands import PROGRAM, QUICK, Hands, new

pytestmark = pytest.mark.terminal
ESSENTIALS = {"W1", "A4", *(step.code for step in QUICK)}
HOLES = re.compile(r"[{}]|\bNone\b|TODO|\[\]|  |\.\.|\b1 days\b")


def _as_json(value: Any) -> Any:
    match value:
        case dict():
            return {key: _as_json(each) for key, each in value.items()}
        case list():
            return [_as_json(each) for each in value]
        case dt.date() | dt.datetime():
            return value.isoformat()
        case _:
            return value


def check_whole(path: Path) -> None:
    """The file is a whole agreement: valid, equal when written again, without a hole."""
    text = path.read_text("utf-8")
    agreement = load(path)
    assert toml.write(agreement) == text
    jsonschema.Draft7Validator(schema()).validate(_as_json(tomllib.loads(text)))
    clauses = {clause.code: clause for clause in agreement.clauses}
    assert set(clauses) >= ESSENTIALS
    for clause in agreement.clauses:
        assert clause.wording, clause.heading
        for line in (clause.heading, *clause.wording):
            assert not HOLES.search(line), line


@pytest.mark.parametrize(("columns", "rows"), [(100, 30), (60, 20)])
def test_three_partners_reach_the_finish_by_keyboard_alone(
    home: dict[str, str], tmp_path: Path, columns: int, rows: int
) -> None:
    """From the first screen to a whole agreement that every partner agreed to."""
    with Terminal(new(tmp_path / "ours"), columns, rows, env=home) as terminal:
        Hands(terminal).quick()
        terminal.send("ctrl+q")
        assert terminal.wait_exit() == 0
        assert terminal.restored()
    path = tmp_path / "ours" / "agreement.toml"
    check_whole(path)
    for clause in load(path).clauses:
        if clause.status != "always":
            assert [p.stance for p in clause.positions] == ["agree"] * 3, clause.heading


def test_killed_after_every_answer_nothing_that_was_called_saved_is_lost(
    home: dict[str, str], tmp_path: Path
) -> None:
    """SIGKILL after each answer; reopened, the answers are there and the next question is right."""
    path = tmp_path / "ours" / "agreement.toml"
    with Terminal(new(tmp_path / "ours"), env=home) as terminal:
        hands = Hands(terminal)
        hands.begin()
        terminal.wait_for("Which of these are true")
        terminal.send("enter")
        hands.partners()
        terminal.wait_for(QUICK[0].shows)
        terminal.wait_for(re.compile(r"Saved \d"))
        terminal.kill(signal.SIGKILL)
        terminal.wait_exit()
    for number, step in enumerate(QUICK):
        before = {c.code: c.wording for c in load(path).clauses}
        assert len(before) == number + 3  # W1, A4, and the clause that is always there
        with Terminal([*PROGRAM, "open", str(path)], env=home) as terminal:
            hands = Hands(terminal)
            hands.answer(step)
            hands.agree()
            after = QUICK[number + 1].shows if number + 1 < len(QUICK) else "You have a draft"
            terminal.wait_for(after)
            terminal.wait_for(re.compile(r"Saved \d"))
            terminal.kill(signal.SIGKILL)
            terminal.wait_exit()
        now = {c.code: c.wording for c in load(path).clauses}
        assert {code: now[code] for code in before} == before
        assert step.code in now
    check_whole(path)
