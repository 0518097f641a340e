"""Where an agreement is not whole: a blank left open, a number that does not agree, a lost word.

Pure: looks at one clause, and the answer that made it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from attrs import frozen

from outputs.agreement import Clause
from questions.conditions import Facts
from questions.model import Field, Question
from questions.values import Answer, Value
from questions.wording import live_fields


@frozen
class Hole:
    """One thing that is not whole: the question, the key of the sentence or "", what, and as in."""

    question: str
    key: str
    what: str
    example: str = ""


_UNITS: Final = "hours|days|weeks|months|years"
_COUNTED: Final = "partners|people|members|meetings|times|votes|places|copies|pages|hands"
_SMALL: Final = "a|an|and|any|at|by|each|for|from|if|in|of|on|or|our|the|to|up to|us|we|will|with"
_WRONG: Final = tuple(
    (re.compile(pattern), what)
    for pattern, what in (
        (r"[{}]", "a blank is left in it"),
        (r"(?<!^)\bNone\b(?! of)|\bTODO\b", "something unfinished is left in it"),
        (r"  ", "it has two spaces together"),
        (r"\.\.|[,;:] ?[,.;:]", "it has two stops together"),
        (r" [,.;:!?]", "it has a space before a stop"),
        (r"“”|‘’|\(\)", "it has nothing between its quotation marks or brackets"),
        (rf"(?<![-\w.,])(?:1|[Oo]ne) (?:working )?(?:{_UNITS})\b", "it says one, and means many"),
        (rf"(?<![-\w.,])(?:1|[Oo]ne) (?:{_COUNTED})\b", "it says one, and means many"),
        (r"\b[Aa] hour\b|\b[Aa]n (?:day|week|month|year)\b", "“a” should be “an”, or “an” “a”"),
        (rf"(?i:\b({_SMALL}) \1\b)", "it says a word twice"),
    )
)
_BEGINS: Final = re.compile(r"[\d“‘£]")
_ENDS: Final = re.compile(r"[.!?][”’)]?$")


def holes(
    question: Question, answer: Answer, facts: Facts, clause: Clause, names: Iterable[str]
) -> Iterator[Hole]:
    """What is not whole in a clause that was settled; ``names`` may begin a sentence as they are."""
    yield from in_sentences(clause, names)
    for row in clause.rows:
        for name, cell in row.items():
            if cell in ("", []):
                yield Hole(question.id, "", f"the cell “{name}” is kept, and is empty")
    if not clause.columns and not _lacks(question, answer, facts):
        yield from _unsaid(question, answer, facts, clause)


def _unsaid(question: Question, answer: Answer, facts: Facts, clause: Clause) -> Iterator[Hole]:
    """Rows, or a whole answer, that no sentence says although nothing that it needs is empty."""
    mend = "mark the blank that its sentences need as required, or write one for when it is empty"
    said = {key.partition("_")[2] for key in clause.sentences}
    full = {row.id for row in answer.rows if _filled(question.columns, row.cells)}
    for row in clause.rows:
        if row["id"] in full - said:
            told = "; ".join(f"{name}: {cell}" for name, cell in row.items() if name != "id")
            yield Hole(question.id, "", f"no sentence says a full row; {mend}", told)
    live = live_fields(question, answer, facts)
    # A table without rows says nothing because there is nothing in it.
    if not clause.wording and not question.columns and _filled(live, answer.fields):
        told = str(clause.answer or dict(clause.fields))
        yield Hole(question.id, "", "it is answered, and says nothing", told)


def in_sentences(clause: Clause, names: Iterable[str]) -> Iterator[Hole]:
    """What is wrong with the sentences of a clause as they are printed."""
    started = tuple(names)
    keys = clause.sentences or ("",) * len(clause.wording)
    for key, text in zip(keys, clause.wording, strict=True):
        for what in _in_sentence(text, started):
            yield Hole(clause.question, key.partition("_")[0], what, text)


def _in_sentence(text: str, names: tuple[str, ...]) -> Iterator[str]:
    if not text:
        yield "it is empty"
        return
    yield from _wrong(text)
    if not (text[0].isupper() or _BEGINS.match(text) or text.startswith(names)):
        yield "it does not begin with a capital or a name"
    if not _ENDS.search(text):
        yield "it does not end with a full stop"


@lru_cache(maxsize=4096)  # most sentences are said by many groups
def _wrong(text: str) -> tuple[str, ...]:
    return tuple(what for pattern, what in _WRONG if pattern.search(text))


def _lacks(question: Question, answer: Answer, facts: Facts) -> bool:
    """Whether a blank is empty that the clause needs: that is a gap, which the draft asks about."""
    live = live_fields(question, answer, facts)
    return any(each.required and each.id not in answer.fields for each in live)


def _filled(fields: Sequence[Field], values: Mapping[str, Value]) -> bool:
    """Whether no blank is empty but those that most groups pass by."""
    return all(each.seldom or each.id in values for each in fields)
