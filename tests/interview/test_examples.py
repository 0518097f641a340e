"""The worked examples that ship with the bundled bank, and the drafts that they make.

After a change that is meant, write the drafts again with UPDATE_GOLDEN=1 and read them aloud.
"""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

from interview.answers_file import play
from outputs.formats import FORMATS
from questions.load import bundled, load

DRAFTS = Path(__file__).parent / "drafts"
EVENING = dt.datetime(2027, 3, 4, 19, 42)
EXAMPLES = sorted((bundled() / "examples").glob("*.toml"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_makes_its_draft(path: Path) -> None:
    """Byte for byte: a change of the bank's words shows in what a committee would read."""
    session = play(path, load(bundled()), lambda: EVENING, path.stem)
    made = FORMATS["md"].write(session.agreement())
    draft = DRAFTS / f"{path.stem}.md"
    if os.environ.get("UPDATE_GOLDEN"):
        draft.write_bytes(made)
    assert made == draft.read_bytes()


def test_no_draft_is_left_over() -> None:
    """Each draft belongs to an example that there still is."""
    assert {path.stem for path in DRAFTS.iterdir()} == {path.stem for path in EXAMPLES}
