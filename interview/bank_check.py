"""What ``bank check`` says of a bank that loads: its words, and where walking it leads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from interview.walk import enough, problems_of_walk, walk
from questions.model import Bank
from questions.problems import Problem
from questions.reading import worst as hardest
from questions.style import style_of


def look(bank: Bank, files: Mapping[str, str], *, worst: bool = False) -> Iterator[Problem | str]:
    """Look a bank through and walk it: what is to be mended, and lines that say how it is.

    They come as they are found, since the walk takes a while. ``files`` says which file each
    question is from; with ``worst``, the hardest texts are among the lines.
    """
    style = style_of(bank, files)
    yield from style.problems
    yield from style.report
    if worst and style.reading:
        yield from hardest(style.reading)
    walked = walk(bank, enough(bank))
    holes = tuple(problems_of_walk(bank, files, walked))
    yield from holes
    yield f"{walked.runs} made-up groups walked through it."
    count = len(style.problems) + len(holes)
    end = f"{count} to mend" if count else "nothing wrong"
    yield f"{bank.title}: {len(bank.questions)} questions, {end}."
