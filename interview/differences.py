"""How two states of one agreement differ, clause by clause, in lines to read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from outputs.agreement import Agreement, Clause
from outputs.numbering import table_of, title_of, words_of
from outputs.words import names

_LONGEST: Final = 120
_BEFORE: Final = 30  # letters shown before the first that differs


def differences(ours: Agreement, theirs: Agreement) -> tuple[str, ...]:
    """A line for each clause that differs, then for what else does; none if all is the same."""
    return (*_clauses(ours, theirs), *_others(ours, theirs))


def _clauses(ours: Agreement, theirs: Agreement) -> Iterator[str]:
    here = {c.question: c for c in (*ours.clauses, *ours.other_answers)}
    there = {c.question: c for c in (*theirs.clauses, *theirs.other_answers)}
    for id in (*here, *(id for id in there if id not in here)):
        mine, other = here.get(id), there.get(id)
        named = mine or other
        assert named is not None
        if mine == other or named.status == "always":  # which reads the same whatever a file says
            continue
        yield f"{named.code} “{title_of(named)}”: {_how(mine, other, ours, theirs)}."


def _how(mine: Clause | None, other: Clause | None, ours: Agreement, theirs: Agreement) -> str:
    if other is None:
        return "only in ours"
    if mine is None:
        return "only in theirs"
    if words_of(mine, names(ours)) != words_of(other, names(theirs)):
        reads, read_there = _words(mine, ours), _words(other, theirs)
        pairs = enumerate(zip(reads, read_there, strict=False))
        same = next((n for n, (a, b) in pairs if a != b), min(len(reads), len(read_there)))
        return f"ours reads {_from(reads, same)}; theirs {_from(read_there, same)}"
    if mine.status != other.status:
        return f"“{mine.status}” in ours, “{other.status}” in theirs"
    if mine.positions != other.positions or mine.views != other.views:
        return "the same words; who agrees differs"
    return "the same words; something beside them differs"


def _words(clause: Clause, agreement: Agreement) -> str:
    rows = ("; ".join(cells) for cells in table_of(clause, names(agreement)))
    return " ".join((*clause.wording, *rows))


def _from(words: str, same: int) -> str:
    """The words round the place where they begin to differ."""
    start = words.rfind(" ", 0, max(0, same - _BEFORE)) + 1
    shown = words[start : start + _LONGEST].strip()
    before, after = "…" if start else "", "…" if start + _LONGEST < len(words) else ""
    return f"“{before}{shown}{after}”" if shown else "nothing"


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
    here, there = ({p.name for p in a.present} for a in (ours, theirs))
    if here != there:
        yield f"Only in ours: {', '.join(sorted(here - there)) or 'nobody'}. " + (
            f"Only in theirs: {', '.join(sorted(there - here)) or 'nobody'}."
        )
