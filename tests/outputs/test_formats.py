"""Every format has its golden files, compared byte for byte; where they are no text, as read.

After a change that is meant, write them again with UPDATE_GOLDEN=1 and read the difference.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from outputs.formats import FORMATS, Format
from tests.outputs import docx_text, pdf_text
from tests.outputs.examples import EMPTY, FULL, FULL_OUT, hostile

GOLDEN = Path(__file__).parent / "golden"
EXAMPLES = {
    "full": FULL,
    "handed-out": FULL_OUT,
    "empty": EMPTY,
    "hostile": hostile("<b>*x*</b> [y](javascript:z) | {{7*7}} # 1. שלום 👍"),
}
READ_BY = {"docx": docx_text.text_of, "pdf": pdf_text.outline}
"""Formats whose bytes are no text, each with what says in words all that a file of it holds."""


def golden(format: Format, name: str) -> Path:
    """The golden file of an example."""
    return GOLDEN / f"{name}{format.suffix}{'.txt' if format.id in READ_BY else ''}"


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("format", FORMATS.values(), ids=lambda f: f.id)
def test_a_format_writes_its_golden_file(format: Format, name: str) -> None:
    """The same agreement gives the same document, on every system."""
    made = format.write(EXAMPLES[name])
    if format.id in READ_BY:
        made = READ_BY[format.id](made).encode()
    path = golden(format, name)
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_bytes(made)
    assert path.is_file(), f"{format.label} has no golden file yet: run with UPDATE_GOLDEN=1"
    assert made == path.read_bytes()


def test_no_golden_file_is_left_over() -> None:
    """Each golden file belongs to an example and a format that there still are."""
    known = {golden(format, name) for name in EXAMPLES for format in FORMATS.values()}
    assert set(GOLDEN.iterdir()) == known


@pytest.mark.parametrize("format", FORMATS.values(), ids=lambda f: f.id)
def test_the_same_agreement_gives_the_same_bytes(format: Format) -> None:
    """So that two copies can be compared without reading them."""
    assert format.write(FULL) == format.write(FULL)


def test_rows_are_well_formed() -> None:
    """Ids are what is typed, suffixes are those of files, and none stands twice."""
    assert all(id == format.id == id.lower() and id.isalnum() for id, format in FORMATS.items())
    assert len({format.suffix for format in FORMATS.values()}) == len(FORMATS)
    assert all(format.suffix.startswith(".") and format.label for format in FORMATS.values())


def test_a_writer_is_loaded_only_when_it_is_wanted() -> None:
    """Asking which formats there are loads none of them, nor what they need."""
    modules = [format.module for format in FORMATS.values()]
    code = f"import sys, outputs.formats; sys.exit(any(m in sys.modules for m in {modules!r}))"
    root = Path(__file__).resolve().parents[2]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0
