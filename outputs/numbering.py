"""Clause numbers, and the fingerprint of the agreed text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Final

from outputs.agreement import Agreement, Clause, Theme
from outputs.words import Names, cell, names

NOT_PRINTED: Final = ("not-for-us",)


def by_theme(agreement: Agreement) -> Iterator[tuple[int, Theme, list[tuple[str, Clause]]]]:
    """Each theme that has clauses, with its number and its numbered clauses ("4.2", clause).

    A clause that is still open keeps its place and number, so that numbers on the screen and
    on paper are the same while the group talks.
    """
    number = 0
    for theme in agreement.themes:
        clauses = [
            c for c in agreement.clauses if c.theme == theme.id and c.status not in NOT_PRINTED
        ]
        if clauses:
            number += 1
            yield number, theme, [(f"{number}.{n}", c) for n, c in enumerate(clauses, start=1)]


def title_of(clause: Clause) -> str:
    """What a clause is headed with; one that has no heading, with what was asked."""
    return clause.heading or clause.asked or clause.code


def fingerprint(agreement: Agreement) -> str:
    """SHA-256 over headings, wording and tables in printed order: its first 8 hex digits."""
    digest = hashlib.sha256()
    called = names(agreement)
    for _, theme, clauses in by_theme(agreement):
        digest.update(f"{theme.title}\n".encode())
        for _, clause in clauses:
            digest.update(f"{words_of(clause, called)}\n".encode())
    return digest.hexdigest()[:8]


def words_of(clause: Clause, called: Names) -> str:
    """Everything of a clause that a partner agrees to: heading, sentences, table."""
    rows = ["; ".join(cells) for cells in table_of(clause, called)]
    return "\n".join([clause.heading, *clause.wording, *rows])


def table_of(clause: Clause, called: Names) -> list[list[str]]:
    """The clause's table in words, without its head; rows of partners who left are not in it.

    A table by partner has the partner's id as its first column.
    """
    by_partner = bool(clause.columns) and clause.columns[0].id == "id"
    return [
        [cell(row.get(c.id), c.kind, called) for c in clause.columns]
        for row in clause.rows
        if clause.columns and not (by_partner and row.get("id") in called.former)
    ]


def short_hash(text: str) -> str:
    """The fingerprint of one clause's words."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]
