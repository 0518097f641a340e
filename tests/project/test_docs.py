"""What the documentation lists is what the program has.

Run as a program, this file renews the lists: python -m tests.project.test_docs
"""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import click

from interview.actions import ACTIONS, shown_key
from interview.answers_file import play
from interview.cli import cli
from questions.load import bundled, load

ROOT = Path(__file__).parents[2]
ARCHITECTURE, README = ROOT / "ARCHITECTURE.md", ROOT / "README.md"
RENEW = "To renew it: python -m tests.project.test_docs"
MARK = "<!-- keys -->"


def key_table() -> str:
    """The table of keys, as Markdown, made from the table of actions."""
    rows = ["| letter | always | does | where |", "|---|---|---|---|"]
    for action in ACTIONS:
        letter = f"`{action.letter}`" if action.letter else ""
        always = f"`{shown_key(action.key)}`" if action.key else ""
        rows.append(f"| {letter} | {always} | {action.help} | {', '.join(action.places)} |")
    return "\n".join(rows) + "\n"


def with_key_table(text: str) -> str:
    """The text with the table as it should be, after its mark."""
    return re.sub(
        rf"{MARK}\n+(?:\|.*\n)*",
        lambda _: f"{MARK}\n\n{key_table()}",
        f"{text.rstrip()}\n",
        count=1,
    )


def test_the_key_table_is_that_of_the_program() -> None:
    """ARCHITECTURE.md holds the table of keys, word for word."""
    text = ARCHITECTURE.read_text(encoding="utf-8")
    assert MARK in text, f"ARCHITECTURE.md lacks the mark {MARK}"
    assert key_table() in text, RENEW


def test_every_command_and_option_is_in_the_readme() -> None:
    """A command that the program has and README.md lacks is a command that nobody finds."""
    readme = README.read_text(encoding="utf-8")
    for name, command in cli.commands.items():
        for sub in command.commands if isinstance(command, click.Group) else [""]:
            assert f"joint-working {f'{name} {sub}'.strip()}" in readme, name


def test_the_example_in_the_readme_is_a_real_answers_file(tmp_path: Path) -> None:
    """The answers file that README.md shows plays without a mistake."""
    readme = README.read_text(encoding="utf-8")
    (shown,) = re.findall(r"```toml\n(.*?)```", readme, re.DOTALL)
    partner = '[[partner]]\nid = "the-hub"\nname = "The Hub"\n\n'
    path = tmp_path / "answers.toml"
    path.write_text(shown.replace("[answers]", f"{partner}[answers]", 1), encoding="utf-8")
    session = play(path, load(bundled()), dt.datetime.now, "shown")
    assert session.entry("decide").positions["lunch-club"].stance == "agree"


if __name__ == "__main__":
    ARCHITECTURE.write_text(
        with_key_table(ARCHITECTURE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n"
    )
