"""A bank from a stranger: it opens no file but its own, commands no terminal, and hangs nothing."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from questions.files import MOST_BYTES
from questions.load import load
from questions.problems import MOST_PROBLEMS, BadBank
from questions.text import MOST
from tests.questions.house import HEAD, QUESTIONS, write

SOON = 5.0
"""Seconds in which the worst bank must be refused or read; on a quiet machine it takes one."""

needs_links = pytest.mark.skipif(os.name != "posix", reason="Windows lets few people make links")


def told(folder: Path) -> str:
    """What is said of a bank that cannot be used."""
    began = time.monotonic()
    with pytest.raises(BadBank) as error:
        load(folder)
    assert time.monotonic() - began < SOON
    return str(error.value)


@pytest.mark.parametrize(
    "name",
    [
        "../secret.toml",
        "/etc/passwd",
        "..\\\\secret.toml",
        "C:secret.toml",
        "sub/t.toml",
        "CON",
        "",
    ],
)
def test_a_theme_names_a_file_and_no_place(tmp_path: Path, name: str) -> None:
    """No path in a bank is ever opened, though the file be there."""
    bank = tmp_path / "bank"
    (bank / "sub").mkdir(parents=True)
    for place in (tmp_path / "secret.toml", bank / "sub" / "t.toml"):
        place.write_text(QUESTIONS, "utf-8")
    write(bank, {'"t.toml"': f'"{name}"'})
    assert "is not the name of a bank’s file" in told(bank)


@needs_links
@pytest.mark.parametrize("name", ["bank.toml", "t.toml", "rules.toml"])
def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path, name: str) -> None:
    """Nor to a device; a bank whose whole folder is a link is a bank."""
    bank = tmp_path / "bank"
    bank.mkdir()
    write(bank)
    (tmp_path / "linked").symlink_to(bank)
    assert load(tmp_path / "linked").questions
    for target in (tmp_path / "secret.toml", Path("/dev/zero")):
        (tmp_path / "secret.toml").write_text("secret = 1", "utf-8")
        (bank / name).unlink(missing_ok=True)
        (bank / name).symlink_to(target)
        assert "leads out of the bank’s folder" in told(bank)


@needs_links
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """Nobody will ever write into it."""
    write(tmp_path)
    (tmp_path / "t.toml").unlink()
    os.mkfifo(tmp_path / "t.toml")
    assert "t.toml: is not a file" in told(tmp_path)


def test_what_is_wrong_with_it_commands_no_terminal(tmp_path: Path) -> None:
    """A key, an id and a value are shown without what they hide, and cut to length."""
    write(tmp_path, {'id = "decide"': 'id = "\\u001b]0;x\\u0007"\n"\\u001b[2J\\u202e" = 1'})
    said = told(tmp_path)
    assert not set(said) & {"\x1b", "\x07", "\u202e"}
    write(
        tmp_path, {'kind = "choice"': f'kind = "{"x" * 15_000}"\nwhen = {{ x = "{"y" * 15_000}" }}'}
    )
    assert max(map(len, told(tmp_path).split("\n"))) < 1000


@pytest.mark.parametrize(
    ("theme", "expected"),
    [
        ("#" * (MOST_BYTES + 1), "too large for a bank file"),
        ("x = " + "[" * 100_000, "nested too deeply"),
        ("".join(f"x{n} = 1\n" for n in range(60_000)), 'there is no key "x'),
        ("[[question]]\nz = 1\n" * 5_000, "is missing"),
        ("n = " + "1" * 10_000, "far too large"),
    ],
)
def test_a_file_made_to_take_long_is_refused_soon(
    tmp_path: Path, theme: str, expected: str
) -> None:
    """With a sentence, and not with a hundred thousand of them."""
    write(tmp_path)
    (tmp_path / "t.toml").write_text(theme, "utf-8")
    said = told(tmp_path)
    assert expected in said
    assert said.count("\n") <= MOST_PROBLEMS + 1


def test_themes_and_questions_without_end_are_refused(tmp_path: Path) -> None:
    """So many that nobody could be asked them."""
    write(tmp_path)
    themes = "".join(f'[[theme]]\nid = "t{n}"\ntitle = "T"\nfile = "t.toml"\n' for n in range(5000))
    (tmp_path / "bank.toml").write_text(HEAD + themes, "utf-8")
    assert "5001 themes; a bank has 50 at most" in told(tmp_path)
    write(tmp_path)
    one = '[[question]]\nid = "q{}"\ncode = "Q"\nkind = "text"\nask = "?"\n'
    many = "".join(one.format(n) for n in range(3000))
    (tmp_path / "t.toml").write_text(many, "utf-8")
    assert "3000 questions; a bank has 1000 at most" in told(tmp_path)


def test_a_condition_in_conditions_without_end_is_refused(tmp_path: Path) -> None:
    """Nobody could be told why they are asked."""
    inner = '{ question = "money", is = ["yes"] }'
    for _ in range(60):
        inner = f"{{ not = {inner} }}"
    write(tmp_path, {'when = { question = "money", is = ["yes"] }': f"when = {inner}"})
    assert "nested too deeply to be understood" in told(tmp_path)


def test_a_sentence_of_blanks_and_a_text_without_end_are_read_soon(tmp_path: Path) -> None:
    """A text of a bank is as long as one of a group at most; a sentence cut short is refused."""
    write(
        tmp_path,
        {
            "we will wait {wait}": "we wait " + "{wait} " * 2_500,
            'hint = "7 days"': f'hint = "{"x" * 900_000}"',
        },
    )
    began = time.monotonic()
    (decide,) = (q for q in load(tmp_path).questions if q.id == "decide")
    assert time.monotonic() - began < SOON
    assert len(decide.fields[0].hint) == MOST
    write(tmp_path, {"we will wait {wait}": "we wait " + "{wait} " * 10_000})
    assert 'question "decide", sentence "stuck": a blank is written {name}' in told(tmp_path)
