"""A file that was made to take long is refused or read soon, and it is said why."""

from __future__ import annotations

import time
import tracemalloc

import pytest

from outputs import limits, toml
from outputs.problems import BadAgreement
from tests.outputs.examples import FULL

SOON = 8.0
"""Seconds; on a quiet machine the slowest takes two."""
TEXT = toml.write(FULL)
CLAUSE = '[[clause]]\nquestion = "q{0}"\ncode = "Q"\ntheme = "purpose"\nasked = "?"\nheading = "H"\nstatus = "decided"\n'
PARTNER = '[[partner]]\nid = "p{0}"\nname = "P {0}"\n'
POSITION = '[[clause.position]]\npartner = "{0}"\nstance = "agree"\non = 2027-01-01\nwords = "x"\n'


def many(table: str, count: int) -> str:
    """That table so often, each with a number of its own."""
    return "".join(table.format(f"z{n}") for n in range(count))


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("#" * limits.MOST_BYTES, "far too large"),
        (many(PARTNER, 40_000), "far more tables"),
        ("x = [" + "{}," * 1_500_000 + "]", "far more tables"),
        ("x = " + "[" * 2_000_000, "nested too deeply"),
        ("a." * 100_000 + "a = 1", "nested too deeply"),
        ("".join(f"x{n} = 1\n" for n in range(100_000)), "mend these first"),
        (many("[[clause]]\nx = 1\n", 5_000), "mend these first"),
        (many(PARTNER, 1_000) + many(CLAUSE, 10_000), ""),
        (CLAUSE.format(1) + many(POSITION, 15_000), "mend these first"),
        (many("[[partner]]\nid = 3\n", 5_000), "mend these first"),
    ],
)
def test_a_file_made_to_take_long_is_dealt_with_soon(more: str, told: str) -> None:
    """Whatever is repeated in it without end."""
    data = (TEXT + more).encode()
    began = time.monotonic()
    try:
        toml.read(data)
        said = ""
    except BadAgreement as error:
        said = str(error)
    assert time.monotonic() - began < SOON
    assert told in said
    assert bool(said) == bool(told)
    assert len(said) < 60_000


def test_the_largest_file_of_all_is_refused_without_being_parsed() -> None:
    """Nineteen million bytes cost no time and no memory to speak of."""
    data = TEXT.encode() + b"#" * 19_000_000
    tracemalloc.start()
    began = time.monotonic()
    with pytest.raises(BadAgreement, match="far too large"):
        toml.read(data)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert time.monotonic() - began < 1
    assert most < 1_000_000


def test_what_many_groups_could_write_is_read() -> None:
    """Two hundred partners, sixty clauses, and what each thinks of each."""
    partners = many(PARTNER, 200)
    clauses = "".join(
        CLAUSE.format(n) + many(POSITION.replace('"{0}"', '"p{0}"'), 200) for n in range(60)
    )
    data = (TEXT + partners + clauses).encode()
    assert len(data) < limits.MOST_BYTES / 2
    assert len(toml.read(data).clauses) > 60
