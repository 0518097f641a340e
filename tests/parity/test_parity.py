"""One interview, the same clock, the same ids: every door writes the same agreement."""

from __future__ import annotations

from pathlib import Path

import pytest

from outputs import toml
from tests.parity.by_lines import script
from tests.parity.by_screens import answer_on_screens
from tests.parity.interviews import Interview, all_interviews, head_and_tables, headless, opened
from tests.plain.scripted import answer_plainly

pytestmark = pytest.mark.slow

INTERVIEWS = [pytest.param(each, id=each.name) for each in all_interviews()]


@pytest.mark.parametrize("interview", INTERVIEWS)
async def test_the_screens_write_what_is_written_headless(
    interview: Interview, tmp_path: Path, hurried: None
) -> None:
    """Ticks, rows, numbers, lines and letters on the screens lead to the same file."""
    target = headless(interview, tmp_path)
    workspace = opened(interview, target, tmp_path / "ours")
    await answer_on_screens(workspace, target)
    made = head_and_tables(workspace.path.read_text("utf-8"))
    assert made == head_and_tables(toml.write(target.agreement()))


@pytest.mark.parametrize("interview", INTERVIEWS)
def test_the_plain_door_writes_what_is_written_headless(
    interview: Interview, tmp_path: Path
) -> None:
    """Lines typed one after another lead to the same file."""
    target = headless(interview, tmp_path)
    workspace = opened(interview, target, tmp_path / "ours")
    printed = answer_plainly(workspace, script(target, ready=interview.ready))
    made = head_and_tables(workspace.path.read_text("utf-8"))
    assert made == head_and_tables(toml.write(target.agreement())), printed
