"""Whether each question has all that a group needs to answer it alone, and nothing idle."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping
from typing import Final

from questions.model import Bank, Option, Question, Sentence
from questions.problems import Problem
from questions.values import ANSWER
from questions.wording import BLANK

_EVERY: Final = {
    "read_aloud": "write a line for somebody to read out",
    "why": "say why we ask",
    "source": "say where the question comes from; “Our own” will do",
}
_CLAUSE: Final = {
    "round": "say how to go round the table; “No round” will do",
    "watch_for": "say what the person who watches for fairness looks out for",
    "weak": "list answers that would not be enough",
    "follow_up": "say what to ask after a weak answer",
}


def problems_of_questions(bank: Bank, files: Mapping[str, str]) -> Iterator[Problem]:
    """What the questions lack, options that change nothing, and sentences that cannot be."""
    for question in bank.questions:
        for place, what in _of_question(question):
            yield Problem(files[question.id], f'question "{question.id}"{place}', what)


def _of_question(question: Question) -> Iterator[tuple[str, str]]:
    needed = {**_EVERY, **(_CLAUSE if question.makes_clause else {})}
    for key, mend in needed.items():
        if not getattr(question, key):
            yield "", f'"{key}" is missing; {mend}'
    if len({example.who.casefold() for example in question.examples}) < 2:
        yield "", "it needs two examples, from different sorts of partnership"
    if question.makes_clause:
        yield from _idle_options(question)
    for sentence in question.sentences:
        blanks = {match[1] for match in BLANK.finditer(sentence.text)}
        for name in sentence.without:
            if name in blanks:
                what = f"it is never said: it needs {{{name}}}, and is only for when that is empty"
                yield f', sentence "{sentence.id}"', what


def _idle_options(question: Question) -> Iterator[tuple[str, str]]:
    """Options that make the same wording as another, or a box to tick that makes none."""
    making = [(option, _made(option, question)) for option in question.options]
    for column in question.columns:
        if any(option.says for option in column.options):
            each = [s for s in question.sentences if s.each]
            making += [(o, _key(o, each, column.id)) for o in column.options]
    same: defaultdict[Hashable, list[str]] = defaultdict(list)
    for option, made in making:
        place = f', option "{option.id}"'
        if question.kind == "choices" and not made:
            yield place, "to choose it changes no sentence; say something with it"
        elif same[made]:
            nothing = "" if made else ", which is none"
            yield place, f'it makes the same wording as option "{same[made][0]}"{nothing}'
        same[made].append(option.id)


def _made(option: Option, question: Question) -> tuple[Hashable, ...]:
    """All that sets this option's wording apart; empty if nothing does."""
    said = [s for s in question.sentences if not s.options or option.id in s.options]
    return _key(option, said, ANSWER)


def _key(option: Option, said: list[Sentence], blank: str) -> tuple[Hashable, ...]:
    texts = (*option.says, *(s.text for s in said))
    named = any(match[1] == blank for text in texts for match in BLANK.finditer(text))
    own = tuple((s.text, s.without, s.before, repr(s.when)) for s in said if s.options)
    words = (option.words or option.label.casefold(),) if named else ()
    return (*option.says, *own, *words)
