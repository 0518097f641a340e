"""What is said, taken back and said again leaves the same behind at both doors."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from interview import commands as c
from interview.tui.app import JointWorking
from interview.tui.widgets.editors.fields import FieldInput
from interview.tui.widgets.editors.table import RowList
from tests.parity.hands import Hands
from tests.parity.interviews import all_interviews, head_and_tables, headless, opened
from tests.plain.scripted import answer_plainly

KINDS = next(each for each in all_interviews() if each.name == "kinds")


async def _picked_backwards(hands: Hands) -> None:
    await hands.press("2", "1", "enter", "e")


async def _a_row_too_many(hands: Hands) -> None:
    rows = hands.screen.query_one(RowList)
    await hands.tab_to(rows)
    await hands.press("plus")
    who, day, *_ = hands.screen.query(FieldInput)
    await hands.fill([(who, "The Hub"), (day, "6 June 2027")])
    await hands.row(rows, 0)
    await hands.press("delete", "plus")
    who, *_ = hands.screen.query(FieldInput)
    await hands.fill([(who, "all of us")])
    await hands.press("ctrl+s", "e")


@pytest.mark.parametrize(
    ("question", "on_screens", "lines"),
    [
        ("share", _picked_backwards, ["2, 1", "e"]),
        (
            "rota",
            _a_row_too_many,
            [
                *("a", "The Hub", "6 June 2027", "", ""),
                "d 1",
                *("a", "all of us", "", "", ""),
                *("", "e"),
            ],
        ),
    ],
)
async def test_both_doors_keep_the_same(
    question: str,
    on_screens: Callable[[Hands], Awaitable[None]],
    lines: list[str],
    tmp_path: Path,
    hurried: None,
) -> None:
    """Options in another order are the same options, and a row taken out is gone."""
    target = headless(KINDS, tmp_path)
    made = []
    for door in ("screens", "lines"):
        workspace = opened(KINDS, target, tmp_path / door)
        workspace.apply(c.GoTo(question))
        if door == "lines":
            answer_plainly(workspace, lines)
        else:
            app = JointWorking(workspace)
            async with app.run_test(size=(100, 40)):
                await on_screens(Hands(app))
            workspace.close()
        assert len(workspace.session.entry(question).positions) == 3
        made.append(head_and_tables(workspace.path.read_text("utf-8")))
    assert made[0] == made[1]
