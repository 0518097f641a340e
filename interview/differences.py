"""How two states of one agreement differ, clause by clause, in lines to read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from outputs.agreement import Agreement, Clause
from outputs.numbering import table_of, title_of, words_of
from outputs.words import names

_LONGEST: Final = 120


def differences(ours: Agreement, theirs: Agreement) -> tuple[str, ...]:
    """A line for each clause that differs, then for what else does; none if all is the same."""
    return (*_clauses(ours, theirs), *_others(ours, theirs))


def _clauses(ours: Agreement, theirs: Agreement) -> Iterator[str]:
    here = {c.question: c for c in (*ours.clauses, *ours.other_answers)}
    there = {c.question: c for c in (*theirs.clauses, *theirs.other_answers)}
    for id in (*here, *(id for id in there if id not in here)):
        mine, other = here.get(id), there.get(id)
        if mine == other:
            continue
        named = mine or other
        assert named is not None
        yield f"{named.code} “{title_of(named)}”: {_how(mine, other, ours, theirs)}."


def _how(mine: Clause | None, other: Clause | None, ours: Agreement, theirs: Agreement) -> str:
    if other is None:
        return "only in ours"
    if mine is None:
        return "only in theirs"
    if words_of(mine, names(ours)) != words_of(other, names(theirs)):
        return f"ours reads {_reads(mine, ours)}; theirs {_reads(other, theirs)}"
    if mine.status != other.status:
        return f"“{mine.status}” in ours, “{other.status}” in theirs"
    if mine.positions != other.positions or mine.views != other.views:
        return "the same words; who agrees differs"
    return "the same words; something beside them differs"


def _reads(clause: Clause, agreement: Agreement) -> str:
    rows = ("; ".join(cells) for cells in table_of(clause, names(agreement)))
    words = " ".join((*clause.wording, *rows))
    if not words:
        return "nothing"
    return f"“{words if len(words) <= _LONGEST else words[:_LONGEST].rstrip() + '…'}”"


def _others(ours: Agreement, theirs: Agreement) -> Iterator[str]:
    for what, mine, other in (
        ("The title", ours.about.title, theirs.about.title),
        ("Who takes part", ours.partners, theirs.partners),
        ("What was put off besides", ours.parked, theirs.parked),
        ("What was signed", ours.signatures, theirs.signatures),
        ("What was handed out", ours.versions, theirs.versions),
        ("What is noted of the meetings", ours.meetings, theirs.meetings),
    ):
        if mine != other:
            yield f"{what} differs."
