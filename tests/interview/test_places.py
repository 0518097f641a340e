"""Where agreements are kept: whatever somebody calls their work, a disk can hold it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview.places import folder_name
from tests.interview.naughty import NAUGHTY


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Mill Lane", "Mill Lane"),
        ("CON", "Our CON"),
        ("con.txt", "Our con.txt"),
        ("LPT¹", "Our LPT¹"),
        ("nul .toml", "Our nul .toml"),
        ("Constance", "Constance"),
        ("ends with dots...", "ends with dots"),
        ("../../etc", "etc"),
        ("..", "Our agreement"),
        ("C:\\Users", "CUsers"),
        ("a/b", "ab"),
        ("a\x00b\x1b[31m", "ab[31m"),
        ("\u202egnp", "gnp"),
        ("😀" * 60, "😀" * 22),
        ("中" * 60, "中" * 30),
        ("x" * 300, "x" * 60),
        ("", "Our agreement"),
    ],
)
def test_a_title_becomes_a_name(title: str, name: str) -> None:
    """What leads elsewhere, what Windows keeps for itself and what is too long goes."""
    assert folder_name(title) == name


@given(st.text() | st.sampled_from(NAUGHTY))
def test_any_title_is_one_name_that_fits_twice_in_a_file_s(title: str) -> None:
    """One step of a path, and short enough for "… version 12 for ….docx" in 255 bytes."""
    name = folder_name(title)
    assert name == name.strip(" .") != ""
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f\x7f]', name)
    assert Path(name).name == name
    assert len(name.encode()) <= 94
    assert len(f"{name} version 1234 for {name}.docx".encode()) < 240
