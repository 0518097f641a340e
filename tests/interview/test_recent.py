"""The list of what was opened lately, whatever has become of the files on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from interview.recent import recent, remember

HEAD = '[agreement]\ntitle = "Mill Lane"\nchanged = 2027-03-04 19:00:00\nanswered = 1\nasked = 2\n'


@pytest.mark.parametrize(
    "text",
    [
        HEAD.replace("19:00:00", "19:00:00Z"),
        HEAD.replace("answered = 1", "answered = inf"),
        HEAD.replace("answered = 1", 'answered = "one"'),
        HEAD + "x = " + "[" * 5000,
        HEAD + "x = " + "9" * 5000,
        "\0",
        "",
    ],
    ids=["a zone", "no end", "words", "deep", "digits", "not text", "empty"],
)
def test_a_file_that_somebody_has_edited_hides_no_other(tmp_path: Path, text: str) -> None:
    """The first screen comes, and shows what can be read."""
    for name, content in (("good", HEAD), ("odd", text)):
        path = tmp_path / name / "agreement.toml"
        path.parent.mkdir()
        path.write_text(content, "utf-8")
        remember(tmp_path / "state", path)
    assert tmp_path / "good" / "agreement.toml" in [
        each.path for each in recent(tmp_path / "state")
    ]


@pytest.mark.parametrize("text", ["[" * 100_000, "{}", "[1]", '["\\u0000"]', "\0", "null"])
def test_a_broken_list_is_an_empty_one(tmp_path: Path, text: str) -> None:
    """It is only a list of where to look."""
    (tmp_path / "recent.json").write_text(text, "utf-8")
    assert recent(tmp_path) == []
