"""The bank's records: what a bank file holds, and nothing that it does.

Every class mirrors one table of the bank's TOML, key by key; where TOML repeats a table
(`[[question]]`), the attribute here is its plural (`questions`).
"""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from attrs import field, frozen

from questions.conditions import Condition
from questions.values import Plain

Depth = Literal["short", "quick", "full"]
"""How much of a bank is asked, from least to most."""

Weight = Literal["talk", "check"]
Role = Literal["", "who", "what", "by_when", "amount", "contact", "stand_in"]


@frozen
class Option:
    """One thing to choose. ``says`` are the sentences it makes, ``words`` how a blank says it."""

    id: str
    label: str
    explain: str = ""
    words: str = ""
    says: tuple[str, ...] = ()
    when: Condition | None = None


@frozen
class Field:
    """A named value: it fills a blank in a sentence, or is a column of a table.

    ``default`` is plain data; for a date it may be a period ("3 months"), counted from
    today or from the date named by ``after`` ("question.field", or a field of this question).
    ``required`` must be filled for the clause to make sense; ``seldom`` is passed by on Enter.
    ``lower`` lowers a first capital, since the words stand inside a sentence.
    """

    id: str
    label: str
    kind: str = "text"
    role: Role = ""
    options: tuple[Option, ...] = ()
    default: Plain | None = None
    after: str = ""
    hint: str = ""
    required: bool = False
    seldom: bool = False
    lower: bool = False


@frozen
class Sentence:
    """A sentence that every answer adds, unless its conditions say no.

    ``each`` = "rows" says it once a row. It is left out while a blank in it is empty;
    ``without`` names fields that must be empty for it. ``options`` limits it to some choices.
    """

    id: str
    text: str
    when: Condition | None = None
    each: Literal["", "rows"] = ""
    options: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    before: bool = False


@frozen
class Usual:
    """What most groups choose, when ``when`` holds; the first that holds counts."""

    options: tuple[str, ...]
    when: Condition | None = None


@frozen
class SuggestedRow:
    """A row offered ready filled; ``cells`` are plain data by column id."""

    id: str
    cells: dict[str, Plain]
    when: Condition | None = None


@frozen
class Example:
    """What one sort of partnership answered; ``suits`` names activities it fits best."""

    who: str
    text: str
    suits: tuple[str, ...] = ()


Concern = Literal["purpose", "sign-up", "money", "risk", "people", "details", "leaving"]
"""What a committee asks about first, and a clause is about: it goes on the committee’s page."""


@frozen
class Question:
    """One thing asked, and the clause its answer makes.

    ``theme`` is by default the theme whose file it stands in; ``printed_in`` names another
    theme when its clause belongs there. Without a ``heading`` it makes no clause.
    """

    id: str
    code: str
    kind: str
    ask: str
    theme: str = ""
    heading: str = ""
    depth: Literal["quick", "full"] = "quick"
    weight: Weight = "check"
    minutes: int = 3
    trigger: bool = False
    printed_in: str = ""
    read_aloud: str = ""
    why: str = ""
    round: str = ""
    examples: tuple[Example, ...] = ()
    watch_for: str = ""
    options: tuple[Option, ...] = ()
    something_else: bool = True
    usual: tuple[Usual, ...] = ()
    when: Condition | None = None
    weak: tuple[str, ...] = ()
    follow_up: str = ""
    fields: tuple[Field, ...] = ()
    columns: tuple[Field, ...] = ()
    rows: tuple[SuggestedRow, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    stand_aside: bool = True
    concerns: tuple[Concern, ...] = ()
    get_help: str = ""
    source: str = ""
    was: tuple[str, ...] = ()

    @property
    def makes_clause(self) -> bool:
        """Whether an answer is printed as a numbered clause."""
        return bool(self.heading)

    @property
    def chapter(self) -> str:
        """The theme its clause is printed under."""
        return self.printed_in or self.theme


@frozen
class Theme:
    """A chapter: ``file`` holds its questions; ``short`` is for a narrow line."""

    id: str
    title: str
    file: str
    short: str = ""


@frozen
class AlwaysClause:
    """A clause that is always printed and never asked."""

    id: str
    code: str
    theme: str
    heading: str
    says: tuple[str, ...]


@frozen
class Word:
    """A glossary entry."""

    word: str
    means: str


@frozen
class Rule:
    """Something to ask about the whole draft when ``when`` is so; ``mend`` answers it."""

    id: str
    when: Condition
    ask: str
    mend: str


@frozen
class Moment:
    """One moment of a rehearsal: ``question`` (or a clause always printed) is read out.

    Read are the ``sentences`` and suggested ``rows`` named here, and with ``steps`` every row
    with its days added up; with none of the three, every sentence. ``silent`` is asked where
    the draft says nothing.
    """

    day: str
    question: str
    silent: str
    sentences: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    steps: bool = False


@frozen
class Rehearsal:
    """A story to play back in the draft's own words."""

    id: str
    title: str
    story: str
    moments: tuple[Moment, ...]
    when: Condition | None = None


@frozen
class StopSign:
    """When to stop and ask somebody: ``says`` are two sentences, shown ``at`` a question."""

    id: str
    title: str
    when: Condition
    says: tuple[str, ...]
    at: str


@frozen
class Helper:
    """What those whom a stop sign names are called in each nation."""

    name: str
    england: str
    wales: str
    scotland: str
    northern_ireland: str


@frozen
class Short:
    """The shortest way through: ``usual`` and ``park`` (question ids) make one page.

    The clauses of ``usual`` are taken with their usual answers, or left out; those of ``park``
    are put off. The page comes just before the question ``before``. ``minutes`` is how long the
    whole evening takes.
    """

    minutes: int
    usual: tuple[str, ...]
    before: str
    park: tuple[str, ...] = ()

    @property
    def block(self) -> tuple[str, ...]:
        """Every question of the page, in the order it is read."""
        return (*self.usual, *self.park)


@frozen
class Room:
    """What a facilitator would say: at the start, half way, and at the end.

    ``thumbs`` says how to show agreement. Tea is suggested before the theme ``tea_before``. The
    clauses of ``read_last`` (question ids) are read aloud to end on, and then ``ending``.
    """

    ground_rules: tuple[str, ...] = ()
    thumbs: str = ""
    tea_before: str = ""
    read_last: tuple[str, ...] = ()
    ending: str = ""


@frozen
class Swap:
    """A word that the bank does not use, and the plainer one to ``write``; "" means leave it out.

    ``but`` are phrases that may hold the word: a political party is no partner.
    """

    word: str
    write: str = ""
    but: tuple[str, ...] = ()


@frozen
class Bank:
    """A set of questions with the wording they make, in the order they are asked."""

    id: str
    title: str
    version: str
    document: str
    about: str
    opening: str
    themes: tuple[Theme, ...]
    questions: tuple[Question, ...]
    always: tuple[AlwaysClause, ...] = ()
    vague: tuple[str, ...] = ()
    words: tuple[Word, ...] = ()
    rules: tuple[Rule, ...] = ()
    rehearsals: tuple[Rehearsal, ...] = ()
    stop_signs: tuple[StopSign, ...] = ()
    helpers: tuple[Helper, ...] = ()
    short: Short | None = None
    room: Room = field(factory=Room)
    swaps: tuple[Swap, ...] = ()

    def find(self, question: str) -> Question | None:
        """The question with that id, or the one that used to have it."""
        return self._by_id.get(question)

    @cached_property
    def _by_id(self) -> dict[str, Question]:
        former = {old: q for q in self.questions for old in q.was}
        return former | {q.id: q for q in self.questions}
