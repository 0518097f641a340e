"""Golden frames: what each screen looks like, as text, in the two windows we care most about.

A frame that changed on purpose is renewed with: pytest tests/tui/test_frames.py --snapshot-update
Look at the difference before it is committed: a frame is only as good as the eye that passed it.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from interview import commands as c
from interview.workspace import Workspace
from questions.values import Answer, Period, Row
from tests.tui.hands import Hands, app_of, frame, opened, until, words

SIZES = [(80, 24), (100, 30)]
HOME = Path("/a/Documents/Joint working/Mill Lane/agreement.toml")


@pytest.fixture
def said(evening: Workspace, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """Most of the evening is over."""
    rows = (
        Row("lunch-club", {"contact": "Ann Price", "can": "draft"}),
        Row("st-annes", {"contact": "Ruth Cole", "can": "all"}),
    )
    for question, answer in (
        ("together", Answer(("share", "run"))),
        ("money", Answer(True)),
        ("place", Answer(False)),
        ("who-we-are", Answer(rows=tuple(_only(row, "contact") for row in rows))),
        (
            "mandate",
            Answer(None, {"answer_time": Period(28, "day")}, tuple(_only(r, "can") for r in rows)),
        ),
        ("purpose", Answer("provide", {"do_what": "keep the hall warm"})),
        ("decide", Answer("every-yes", {"wait": Period(7, "day")})),
    ):
        evening.apply(c.Answer(question, answer))
    evening.apply(c.EveryoneAgrees("purpose"))
    evening.apply(c.TakePosition("decide", "lunch-club", "cannot-accept", "We meet monthly"))
    evening.apply(c.Park("story", "Ann Price"))
    monkeypatch.setattr(Workspace, "path", HOME)
    return evening


def _only(row: Row, column: str) -> Row:
    return Row(row.id, {column: row.cells[column]})


async def settled(pilot: Hands) -> str:
    """The frame, once the disk has been told about; the time of day is always the same."""
    await until(pilot, lambda: words(pilot, "#header-saved").startswith("Saved"))
    return re.sub(r"Saved \d\d:\d\d", "Saved 19:42", frame(pilot))


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "100x30"])
async def test_start(snapshot: SnapshotAssertion, size: tuple[int, int]) -> None:
    """The first thing anybody sees."""
    async with opened(None, size=size) as pilot:
        assert frame(pilot) == snapshot


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "100x30"])
async def test_opening(bare: Workspace, snapshot: SnapshotAssertion, size: tuple[int, int]) -> None:
    """What we do together."""
    async with opened(bare, size=size) as pilot:
        await pilot.press("space", "down")
        assert await settled(pilot) == snapshot


QUESTIONS = ("who-we-are", "purpose", "holder", "decide", "table", "brings")


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "100x30"])
@pytest.mark.parametrize("question", QUESTIONS)
async def test_question(
    said: Workspace, snapshot: SnapshotAssertion, question: str, size: tuple[int, int]
) -> None:
    """Partners; a choice with blanks; a form; a choice with a reason; rows; a row a partner."""
    async with opened(said, at=question, size=size) as pilot:
        assert await settled(pilot) == snapshot


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "100x30"])
async def test_round(
    evening: Workspace, snapshot: SnapshotAssertion, size: tuple[int, int]
) -> None:
    """While everyone speaks, nothing is there that could be read out."""
    async with opened(evening, at="purpose", size=size) as pilot:
        assert await settled(pilot) == snapshot


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "100x30"])
async def test_positions(
    said: Workspace, snapshot: SnapshotAssertion, size: tuple[int, int]
) -> None:
    """After Enter: who agrees, and the keys that say so."""
    async with opened(said, at="decide", size=size) as pilot:
        await pilot.press("enter")
        assert await settled(pilot) == snapshot


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "100x30"])
@pytest.mark.parametrize("place", ["check", "finish"])
async def test_list(
    said: Workspace, snapshot: SnapshotAssertion, place: str, size: tuple[int, int]
) -> None:
    """The draft to read through, and the end of the evening."""
    async with opened(said, at="decide", size=size) as pilot:
        await getattr(app_of(pilot), f"do_{place}")()
        await pilot.pause()
        assert await settled(pilot) == snapshot


@pytest.mark.parametrize("size", [(60, 20), *SIZES], ids=["60x20", "80x24", "100x30"])
async def test_usual_clauses(
    short: Workspace, snapshot: SnapshotAssertion, size: tuple[int, int]
) -> None:
    """The page of the short way, with one of its clauses left out."""
    async with opened(short, at="treat", size=size) as pilot:
        await pilot.press("2")
        assert await settled(pilot) == snapshot
