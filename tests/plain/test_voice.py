"""What is said: wrapped, literal, and without a control sequence."""

from __future__ import annotations

import io
import sys

import pytest
from prompt_toolkit.utils import get_cwidth

from interview import commands as c
from interview.plain.voice import Voice, wrapped
from interview.workspace import Workspace
from tests.plain.scripted import answer_plainly, sit


def _said(monkeypatch: pytest.MonkeyPatch, text: str, columns: int = 80, **how: object) -> str:
    printed = io.StringIO()
    monkeypatch.setattr(sys, "stdout", printed)
    monkeypatch.setenv("COLUMNS", str(columns))
    Voice().say(text, **how)  # type: ignore[arg-type]  # passed on as given
    return printed.getvalue()


@pytest.mark.parametrize("columns", [30, 80, 200])
def test_no_line_is_wider_than_the_terminal_or_than_eighty(
    monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    """Wide letters count as the two cells that they take."""
    printed = _said(monkeypatch, "Wir 漢字漢字 say this. " * 30, columns, indent=2, mark="10")
    assert max(get_cwidth(line) for line in printed.splitlines()) <= min(columns, 80)


def test_lines_after_the_first_stand_under_its_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """A number stands alone on the left."""
    printed = _said(monkeypatch, "word " * 20, 40, indent=2, mark="1")
    first, second, *_ = printed.splitlines()
    assert first.startswith("  1 word")
    assert second.startswith("    word")


def test_a_word_longer_than_the_line_is_not_broken() -> None:
    """It can be copied whole."""
    assert list(wrapped("see https://example.org/a/long/place now", 10)) == [
        "see",
        "https://example.org/a/long/place",
        "now",
    ]


def test_control_sequences_in_a_text_are_not_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Text is text: nothing in it can colour the screen or ring the bell."""
    assert _said(monkeypatch, "a\x1b[31mb\x07[bold]") == "ab[bold]\n"


def test_a_terminal_without_the_letters_still_gets_the_rest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A letter that the terminal cannot show does not stop the sitting."""
    printed = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", printed)
    Voice().say("Café 漢")
    assert printed.buffer.getvalue() == b"Caf? ?\n"


def test_what_people_type_is_printed_as_they_typed_it(small: Workspace) -> None:
    """Brackets, braces and signs are nothing special."""
    printed = answer_plainly(small, ["n", "", "Run [bold]{a} %s <b>lunch", ""])
    assert "1 Together we will run [bold]{a} %s <b>lunch by 4 March 2028." in printed


def test_a_pasted_colour_does_not_stop_the_sitting(small: Workspace) -> None:
    """It looks like a mouse to the line editor, and is left out."""
    code, _ = sit(small, ["n", "", "Run \x1b[31ma lunch", ""])
    assert code == 0
    answer = small.session.entry("purpose").answer
    assert answer is not None
    assert answer.fields["what"] == "Run a lunch"


def test_a_line_can_be_mended_where_nothing_can_be_drawn(small: Workspace) -> None:
    """On a dumb terminal a letter that is taken back is rubbed out."""
    printed = answer_plainly(small, ["n", "", "Run a lunhc\x7f\x7fch", ""])
    assert "Run a lunhc\b \b\b \bch" in printed
    answer = small.session.entry("purpose").answer
    assert answer is not None
    assert answer.fields["what"] == "Run a lunch"


def test_a_long_text_is_read_out_above_its_prompt(small: Workspace) -> None:
    """A prompt stays short enough to type behind."""
    text = "run a lunch for everybody in the lane, with cake, and with a band on Sundays"
    printed = answer_plainly(small, ["n", "", text, "", "e", "/back", "c", "/leave"])
    assert "We will, so far:" in printed


def test_a_disk_that_says_no_is_told_in_plain_sight(
    small: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sitting goes on; the exit code says that it is not where it should be."""
    from interview import atomic

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(atomic, "write", full)
    monkeypatch.setattr(atomic, "write_plainly", full)
    small.apply(c.Note("money", "something new"))
    while small.save_state.kind == "saving":
        pass
    code, printed = sit(small, ["n"])
    assert "NOT SAVED YET: the disk is full." in printed
    assert "Saved: " not in printed
    assert code == 3


def test_lines_can_come_from_a_file(small: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no keyboard, lines are read as they are."""
    from interview.plain.run import run

    monkeypatch.setattr(sys, "stdin", io.StringIO("n\n\nRun a lunch\n\ne\n"))
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert run(small) == 0
    assert len(small.session.entry("purpose").positions) == 2
