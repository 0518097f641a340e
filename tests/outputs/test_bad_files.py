"""Files as they come back from other programs, other people and broken copies."""

from __future__ import annotations

import random
import time
import tracemalloc

import pytest
from attrs import evolve

from outputs import toml
from outputs.problems import BadAgreement
from tests.outputs.examples import FULL_OUT, clause

TEXT = toml.write(FULL_OUT)
DATA = TEXT.encode()
TITLE = 'title = "Mill Lane warm hall"'
FIRST_SENTENCE = "1 We will keep the hall warm.\n"
NOTEPAD = "choose File, then Save as, choose UTF-8 beside Encoding"
OURS = "the agreement itself is a text file, called agreement.toml"


def refused(data: bytes) -> list[str]:
    """The faults of a file, in words."""
    with pytest.raises(BadAgreement) as caught:
        toml.read(data)
    return [str(fault) for fault in caught.value.faults]


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + DATA,
        DATA.replace(b"\n", b"\r\n"),
        DATA.replace(b"\n", b"\r\r\n"),
        DATA.replace(b"\n", b"\r"),
        DATA.replace(b" = ", b"\t=\t"),
        DATA.replace(b"\n[[", b"\n\t[["),
        b"\xef\xbb\xbf" + DATA.replace(b"\n", b"\r\n"),
    ],
    ids=["mark", "windows", "mail", "old mac", "tabs", "tabs before tables", "notepad"],
)
def test_what_other_editors_do_to_line_ends_does_no_harm(data: bytes) -> None:
    """It is the same agreement."""
    assert toml.read(data) == FULL_OUT


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b" \n\n", "line 1: the file is empty"),
        (b"# A joint working agreement\n# Nothing else\n", "one begins with format = 1"),
        (TEXT.encode("utf-16-be"), f"line 1: this file was saved as UTF-16, which Notepad calls Unicode; open it in Notepad (or another plain text editor), {NOTEPAD}"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "saved as UTF-16"),
        (TEXT.encode("utf-32"), "saved as UTF-16"),
        (b"PK\x03\x04\x14\x00\x06\x00\x08", OURS),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "this is a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "an old Word or Excel file"),
        (b"{\\rtf1\\ansi Mill Lane}", "a word processor’s file"),
        (b"<!DOCTYPE html>\n<html><body>Sign in</body></html>", "line 1: this is a web page"),
        (DATA.replace(b"Mill Lane", b"Mill\0Lane", 1), "“title = \"Mill�Lane warm hall\"” has a character in it that cannot be seen"),
    ],
)  # fmt: skip
def test_what_is_no_text_of_ours_is_named_for_what_it_is(data: bytes, said: str) -> None:
    """Each with what a tired person can do about it."""
    [fault] = refused(data)
    assert said in fault


def test_a_letter_of_windows_is_shown_with_its_line() -> None:
    """What Notepad calls ANSI: the line can be found again by the words in it."""
    data = TEXT.replace("Mill Lane warm", "Café – “warm”").encode("cp1252", errors="replace")
    line = TEXT[: TEXT.index(TITLE)].count("\n") + 1
    [fault] = refused(data)
    assert f'line {line}: “title = "Café – “warm” hall"” is not UTF-8 text; open it' in fault
    assert NOTEPAD in fault


@pytest.mark.parametrize("where", [TITLE, "[[partner]]\n", FIRST_SENTENCE])
def test_a_conflict_is_told_with_what_to_delete(where: str) -> None:
    """Two versions that a program put into one file, between tables or within the wording."""
    both = f"<<<<<<< HEAD\n{where.strip()}\n=======\n{where.strip()}\n>>>>>>> theirs\n"
    [fault] = refused(TEXT.replace(where, both, 1).encode())
    assert fault.startswith("line ")
    assert "keep the lines of one, and delete the others" in fault


def test_someone_may_write_what_looks_like_a_conflict() -> None:
    """A sentence of our own writing is read back, whatever it begins with."""
    odd = clause("odd", "purpose", "Odd", "<<<<<<< HEAD is not for us.", ">>>>>>> nor is this.")
    agreement = evolve(FULL_OUT, clauses=(*FULL_OUT.clauses, odd))
    assert toml.read(toml.write(agreement).encode()) == agreement


def test_cut_off_anywhere_it_is_read_or_refused_in_words() -> None:
    """A copy that broke off: each length of it either reads or says on which line it stops."""
    end = TEXT.index("[[clause]]", TEXT.index("[[clause]]") + 1) + 40
    read = 0
    for length in range(TEXT.index("format ="), end):
        try:
            toml.read(DATA[:length])
            read += 1
        except BadAgreement as error:
            for fault in error.faults:
                assert fault.place or "format = 1" in fault.what, (length, str(fault))
                assert 20 < len(str(fault)) < 400
    assert 0 < read < 200


@pytest.mark.parametrize("seed", range(40))
def test_noise_is_refused_in_a_sentence(seed: int) -> None:
    """Random bytes, by themselves and in the middle of an agreement."""
    noise = random.Random(seed).randbytes(2000)
    for data in (noise, DATA[:3000] + noise + DATA[3000:]):
        [fault] = refused(data)
        assert fault.isprintable()
        assert len(fault) < 400


def test_ten_thousand_clauses_are_read_in_no_time() -> None:
    """A file that no group will ever have is read; twice, since a first call makes the reader."""
    toml.read(DATA)
    many = tuple(clause(f"q{n}", "purpose", f"Clause {n}", f"We say {n}.") for n in range(10_000))
    agreement = evolve(FULL_OUT, clauses=many, other_answers=())
    data = toml.write(agreement).encode()
    began = time.process_time()
    assert toml.read(data) == agreement
    assert time.process_time() - began < 2


def test_a_row_is_named_by_a_text() -> None:
    """A row whose id is a list or a number would be found by nobody."""
    for value in ("[]", "7", "true", "2027-06-30"):
        [fault] = refused(TEXT.replace('id = "riverside"\ndoes', f"id = {value}\ndoes").encode())
        assert 'clause "brings", row 1, id: ' in fault
        assert fault.endswith('should be text in quotation marks: "…"')


def test_thousands_of_faults_are_told_in_no_time_and_no_room() -> None:
    """As many as somebody will read, each with its line, and that there are more."""
    bad = '\n[[clause]]\nquestion = "purpose"\nstatus = "decidedd"\n'
    began = time.process_time()
    with pytest.raises(BadAgreement) as caught:
        toml.read((TEXT + bad * 3_000).encode())
    assert time.process_time() - began < 8
    assert str(caught.value).count("\n") == 100
    assert str(caught.value).endswith("there is more that is wrong; mend these first")
    tracemalloc.start()  # which slows what it looks at
    try:
        refused((TEXT + bad * 500).encode())
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


def test_a_file_that_was_cut_off_is_called_that() -> None:
    """Nobody is sent to mend a bracket, and lose the other half."""
    for end in (TEXT.index("[[clause.position") + 12, TEXT.index('wording = """') + 40):
        (said,) = refused(TEXT[:end].encode())
        assert "the file stops here, in the middle" in said
