"""Clause numbers, and fingerprints."""

from __future__ import annotations

from typing import get_args

import pytest
from attrs import evolve

from outputs.agreement import Agreement, Clause, Status, Version
from outputs.numbering import by_theme, fingerprint, title_of
from tests.outputs.examples import FULL, FULL_OUT, SECOND


def numbers(agreement: Agreement) -> dict[str, str]:
    """Each printed clause's number, by question."""
    return {c.question: number for *_, pairs in by_theme(agreement) for number, c in pairs}


def with_clause(n: int, **changes: object) -> Agreement:
    """The full agreement with one clause changed."""
    clauses = list(FULL.clauses)
    clauses[n] = evolve(clauses[n], **changes)  # type: ignore[arg-type]  # tests name real fields
    return evolve(FULL, clauses=tuple(clauses))


def test_clauses_are_numbered_by_theme() -> None:
    """Themes with nothing to print have no number; "not for us" takes none."""
    assert numbers(FULL) == {
        "purpose": "1.1",
        "brings": "2.1",
        "treat": "2.2",
        "decide": "3.1",
        "first-jobs": "3.2",
        "chair": "3.3",
        "reply": "3.4",
        "danger": "3.5",
    }


@pytest.mark.parametrize("status", [s for s in get_args(Status) if s != "not-for-us"])
def test_a_number_does_not_depend_on_how_far_a_clause_has_got(status: Status) -> None:
    """A clause that is put off or disputed keeps its number, and so do those after it."""
    for n, clause in enumerate(FULL.clauses):
        if clause.status != "not-for-us":
            assert numbers(with_clause(n, status=status)) == numbers(FULL)


@pytest.mark.parametrize(
    "changes",
    [
        {"heading": "What we aim for"},
        {"wording": ("We will keep the hall warm.", "24 people come.")},
        {"wording": ("We will keep the hall warm.",)},
        {"wording": ("25 people come.", "We will keep the hall warm.")},
        {"status": "not-for-us"},
    ],
)
def test_the_fingerprint_changes_with_the_words(changes: dict[str, object]) -> None:
    """A word, an order or a clause more or less: another fingerprint."""
    assert fingerprint(with_clause(0, **changes)) != fingerprint(FULL)


def test_the_fingerprint_changes_with_a_table() -> None:
    """What stands in a clause's table is agreed to as well."""
    rows = ({**FULL.clauses[1].rows[0], "most": 1}, *FULL.clauses[1].rows[1:])
    assert fingerprint(with_clause(1, rows=rows)) != fingerprint(FULL)


@pytest.mark.parametrize(
    "changes",
    [
        {"positions": ()},
        {"note": "remember"},
        {"owner": "Ann", "by": SECOND},
        {"answer": "other"},
        {"struck": {"a": "b"}},
    ],
)
def test_the_fingerprint_does_not_change_with_what_is_said_of_the_words(
    changes: dict[str, object],
) -> None:
    """Positions, notes and owners leave it as it is."""
    assert fingerprint(with_clause(0, **changes)) == fingerprint(FULL)


def test_handing_out_does_not_change_the_fingerprint() -> None:
    """A version can hold the fingerprint of the words it was handed out with."""
    versions = (*FULL_OUT.versions, Version(2, FULL.about.changed, "00000000"))
    assert fingerprint(evolve(FULL_OUT, versions=versions)) == fingerprint(FULL)
    assert len(fingerprint(FULL)) == 8


@pytest.mark.parametrize(
    ("heading", "asked", "title"), [("H", "Q?", "H"), ("", "Q?", "Q?"), ("", "", "X1")]
)
def test_a_clause_always_has_a_title(heading: str, asked: str, title: str) -> None:
    """Without a heading it is called what was asked, or its code."""
    assert title_of(Clause("q", "X1", "t", asked, heading, "decided")) == title
