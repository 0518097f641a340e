"""How a bank writes: plain words, British ones, and sentences that can be struck out one by one.

Nothing here keeps a bank from being used. The rules are told in questions/README.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from attrs import frozen

from questions.model import Bank, Swap
from questions.problems import Problem
from questions.spelling import unlike_us
from questions.texts import CLAUSE, SPOKEN, Text

MOST_WORDS: Final = 25
"""The longest sentence of a clause with its blanks filled, in words: plain-English practice."""
MOST_ON_AVERAGE: Final = 15

_QUOTED: Final = re.compile(r"“[^”]*”")
_STOPS: Final = re.compile(r"[.!?…][”’)]?(?=\s)")
_ENDS: Final = re.compile(r"[.!?][”’)]?$")
_BEGINS: Final = re.compile(r"[{“‘£\d]|[^\W\d_]")
_ONE_BLANK: Final = re.compile(r"\{[a-z][a-z0-9_]*\}")
_TWO_AT_MOST: Final = ("get_help", "about")
"""Keys of texts for somebody who is upset or in a hurry: two sentences are read, more are not."""


def problems_of_prose(bank: Bank, texts: Sequence[Text]) -> Iterator[Problem]:
    """What is not as a bank should write, text by text, and then its sentences on average."""
    swaps = [_Swaps.of(swap) for swap in bank.swaps]
    vague = _pattern(bank.vague, inflected=False)
    for text in texts:
        for what in _of_text(text, swaps, vague):
            yield Problem(text.file, text.place, what)
    lengths = [len(text.filled.split()) for text in texts if text.sort in CLAUSE]
    if lengths and (average := sum(lengths) / len(lengths)) > MOST_ON_AVERAGE:
        what = f"the sentences of its clauses have {average:.1f} words on average; {MOST_ON_AVERAGE} is the most"
        yield Problem("bank.toml", "", what)


@frozen
class _Swaps:
    """A swap, ready to look for."""

    swap: Swap
    word: re.Pattern[str]
    but: re.Pattern[str] | None

    @classmethod
    def of(cls, swap: Swap) -> _Swaps:
        word = _pattern([swap.word])
        assert word
        return cls(swap, word, _pattern(swap.but))

    def found(self, text: str) -> str:
        """The word as it stands in the text, or ""."""
        match = self.word.search(self.but.sub(" ", text) if self.but else text)
        return match[0] if match else ""


def _of_text(text: Text, swaps: list[_Swaps], vague: re.Pattern[str] | None) -> Iterator[str]:
    if re.search(r"['\"]", text.text):
        yield "a straight quotation mark; write a curly one: “ ” or ’"
    if text.sort == "quoted":
        return
    yield from unlike_us(text.text)
    if text.sort == "example":
        return
    # What somebody might say is quoted in it, so that the group knows it when it hears it.
    ours = _QUOTED.sub(" ", text.text) if text.sort in SPOKEN else text.text
    for each in swaps:
        if word := each.found(ours):
            mend = f"write “{each.swap.write}”" if each.swap.write else "leave it out"
            yield f"“{word}” is a word for lawyers or managers; {mend}"
    if text.sort in SPOKEN:
        if text.place.endswith(_TWO_AT_MOST) and (count := sentences_in(text.text)) > 2:
            yield f"{count} sentences; two are the most here"
        return
    if vague:
        for word in dict.fromkeys(match[0] for match in vague.finditer(text.text)):
            yield f"“{word}” sounds like a promise and is none; say who, what or by when"
    if text.sort in CLAUSE:
        yield from _of_clause(text)


def _of_clause(text: Text) -> Iterator[str]:
    begins = _BEGINS.match(text.text)
    if not begins or begins[0] != begins[0].upper():
        yield "a sentence begins with a capital, a blank or an opening quotation mark"
    # A blank alone is a paragraph of the group's own, which ends as it ends.
    if not _ENDS.search(text.text) and not _ONE_BLANK.fullmatch(text.text):
        yield "a sentence ends with a full stop"
    if text.sort == "clause" and sentences_in(text.text) > 1:
        yield "one sentence, one thought: make it a sentence for each, so that one can be struck out"
    if (count := len(text.filled.split())) > MOST_WORDS:
        yield f"{count} words once its blanks are filled; {MOST_WORDS} is the most: make it two"


def sentences_in(text: str) -> int:
    """How many sentences a text has; an ending that nothing follows counts as the last."""
    return len(_STOPS.findall(text.strip())) + 1


def _pattern(phrases: Iterable[str], *, inflected: bool = True) -> re.Pattern[str] | None:
    """Any of these as whole words in any case, and with simple endings if ``inflected``."""
    each = [_inflected(phrase) if inflected else re.escape(phrase) for phrase in phrases]
    return re.compile(rf"(?<!\w)(?:{'|'.join(each)})(?!\w)", re.I) if each else None


def _inflected(phrase: str) -> str:
    """The phrase and the endings that its last word can take: notify, notifies, notifying."""
    if phrase.endswith("y"):
        return rf"{re.escape(phrase[:-1])}(?:y|ies|ied|ying)"
    if phrase.endswith("e"):
        return rf"{re.escape(phrase[:-1])}(?:e|es|ed|ing)"
    return rf"{re.escape(phrase)}(?:s|es|ed|ing)?"
