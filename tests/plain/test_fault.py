"""The program has a fault in a plain sitting: all is saved, and one sentence says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from interview.exits import FAULT
from interview.plain import run
from interview.plain.draft import Draft
from interview.workspace import Workspace, load
from tests.plain.scripted import sit

SECRET = "we never liked the Hub"


def _broken(*_: object) -> None:
    raise ZeroDivisionError(SECRET)


def test_a_fault_between_two_prompts_is_told_in_a_sentence(
    small: Workspace,
    state: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Where it lies and where the rest is written; the answers before it are in the file."""
    monkeypatch.setattr(run, "ask_question", _broken)
    code, printed = sit(small, [])
    told = capsys.readouterr().err
    assert code == FAULT
    assert "Traceback" not in printed + told
    assert told.count("\n") == 1
    assert str(small.path) in told
    assert str(state / "log.txt") in told
    assert SECRET not in told + (state / "log.txt").read_text("utf-8")
    assert len(load(small.path).partners) == 2


def test_a_fault_at_a_key_ends_the_prompt(
    small: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The prompt’s own way would be to print a traceback and wait for Enter."""
    monkeypatch.setattr(Draft, "put", _broken)
    code, printed = sit(small, ["n", ""], then="Run a lun")
    assert code == FAULT
    assert "Traceback" not in printed + capsys.readouterr().err
