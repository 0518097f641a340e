"""An answers file: a whole interview written down, played into a session without a screen.

It is TOML: ``[agreement]``, a ``[[partner]]`` each, and ``[answers]`` keyed by question id,
each a value or a table of ``answer`` or ``usual``, ``fields``, ``rows``, ``strike``,
``reword``, ``add``, what became of it (``parked``, ``undecided``, ``not_for_us``, ``views``
with ``owner`` and ``by``), ``note``, ``agree`` and ``positions``. In the short way, ``[short]``
takes the page of usual clauses: ``leave_out``, ``owner`` and ``by`` for the rest, ``agree``.
README.md has an example.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any, Final, get_args

from attrs import evolve

from interview import atomic, block
from interview import commands as c
from interview.events import Refused
from interview.flow import asked, first_open
from interview.record import Partner, Record
from interview.session import Clock, Session
from outputs.agreement import Meeting, Stance
from outputs.syntax_help import explain
from questions import not_toml
from questions.answers import PlainAnswer, from_plain, with_new_partners
from questions.model import Bank, Depth, Question
from questions.problems import MOST_PROBLEMS, Problem, did_you_mean
from questions.text import clean
from questions.values import ID, Answer

_HEAD: Final = ("title", "shows", "depth", "lead", "absent", "rings")
_SHORT: Final = ("leave_out", "owner", "by", "agree")
_PARTNER: Final = ("id", "name", "short", "body", "committee")
_KEYS: Final = (
    "answer",
    "usual",
    "fields",
    "rows",
    "strike",
    "reword",
    "add",
    "parked",
    "undecided",
    "not_for_us",
    "views",
    "owner",
    "by",
    "note",
    "agree",
    "positions",
)
_POSITION: Final = ("stance", "reason", "would_change", "print_reason")
_MOST_BYTES: Final = 5_000_000


class BadAnswers(Exception):
    """An answers file that cannot be played, with every problem found in it."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, problems)))


def play(path: Path, bank: Bank, clock: Clock, agreement_id: str) -> Session:
    """The session that an answers file leads to.

    Raises:
        BadAnswers: with every unknown id and bad value in it.
        OSError: the file cannot be read.
    """
    player = _Player(path.name, bank)
    data = player.parsed(path)
    session = Session(bank, player.record(data, clock(), agreement_id), clock)
    player.answers(data.get("answers", {}), session, data.get("short"))
    if player.problems:
        raise BadAnswers(player.problems)
    session.apply(c.GoTo((first_open(session.flow, session.record) or session.path[-1]).id))
    return session


def _first(wrong: Iterable[str]) -> Iterable[str]:
    """As many as anybody would read: to look for what was meant takes time for each."""
    return islice(wrong, MOST_PROBLEMS)


class _Player:
    """Plays one file and gathers its problems."""

    def __init__(self, file: str, bank: Bank) -> None:
        self.file, self.bank = file, bank
        self.problems: list[Problem] = []

    def problem(self, place: str, what: str) -> None:
        if len(self.problems) <= MOST_PROBLEMS:
            self.problems.append(Problem(self.file, place, what))

    def parsed(self, path: Path) -> dict[str, Any]:
        try:
            data = not_toml.read(atomic.read(path, _MOST_BYTES), explain)
        except atomic.TooLarge:
            data = "is far too large for an answers file"
        if isinstance(data, str):
            raise BadAnswers([Problem(self.file, "", data)])
        self.known(data, ("agreement", "partner", "short", "answers"), "")
        return data

    def known(self, table: Any, keys: tuple[str, ...], place: str) -> dict[str, Any]:
        """The table with its unknown keys named and left out."""
        if not isinstance(table, dict):
            self.problem(place, "should be a table")
            return {}
        for key in _first(key for key in table if key not in keys):
            self.problem(place, f'there is no key "{key}"; {did_you_mean(key, keys)}')
        return {key: value for key, value in table.items() if key in keys}

    def text(self, table: Mapping[str, Any], key: str, place: str, default: str = "") -> str:
        value = table.get(key, default)
        if not isinstance(value, str):
            self.problem(place, f"{key}: {value!r} should be text in quotation marks")
            return default
        return value

    def record(self, data: Mapping[str, Any], now: dt.datetime, agreement_id: str) -> Record:
        """The record before anything is answered."""
        head = self.known(data.get("agreement", {}), _HEAD, "agreement")
        partners = tuple(self.partners(data.get("partner", [])))
        ids = [p.id for p in partners]
        lead = self.text(head, "lead", "agreement")
        absent = self.list_of_texts(head, "absent", "agreement")
        for name in ([lead] if lead else []) + absent:
            if name not in ids:
                self.problem(
                    "agreement", f'there is no partner "{name}"; {did_you_mean(str(name), ids)}'
                )
        self.text(head, "shows", "agreement")  # for the list of examples
        now = now.replace(microsecond=0)
        rings = clean(self.text(head, "rings", "agreement"))
        missing = tuple(name for name in absent if name in ids)
        return Record(
            id=agreement_id,
            title=clean(self.text(head, "title", "agreement")) or "Our agreement",
            created=now.date(),
            changed=now,
            depth=self.depth(head),
            lead=lead if lead in ids else "",
            partners=partners,
            meetings=(Meeting(now.date(), missing, rings=rings),) if partners else (),
        )

    def depth(self, head: Mapping[str, Any]) -> Depth:
        given = self.text(head, "depth", "agreement", "quick")
        known: tuple[Depth, ...] = get_args(Depth)
        found = next((depth for depth in known if depth == given), None)
        if found is None:
            self.problem("agreement", f'depth: "{given}" should be short, quick or full')
        if found == "short" and self.bank.short is None:
            self.problem("agreement", "depth: these questions have no short way")
        return found or "quick"

    def partners(self, tables: Any) -> Iterator[Partner]:
        seen: set[str] = set()
        if not isinstance(tables, list):
            self.problem("partner", "partners should each be a table: [[partner]]")
            return
        if not tables:
            self.problem("partner", "an agreement needs a partner: begin a table with [[partner]]")
        for number, table in enumerate(tables, start=1):
            place = f"partner {number}"
            given = self.known(table, _PARTNER, place)
            texts = {key: clean(self.text(given, key, place)) for key in _PARTNER}
            if not ID.fullmatch(texts["id"]):
                what = "its id is small letters, numbers and hyphens, without spaces: lunch-club"
                self.problem(place, what)
                continue
            if texts["id"] in seen:
                self.problem(place, f'the id "{texts["id"]}" is another’s; give it one of its own')
                continue
            if not texts["name"]:
                self.problem(place, "it needs a name")
                continue
            seen.add(texts["id"])
            yield Partner(
                texts["id"],
                texts["name"],
                texts["short"],
                texts["body"],
                texts["committee"] or "committee",
            )

    def answers(self, tables: Any, session: Session, short: Any) -> None:
        """Answer in the order of asking, so that each question knows what came before."""
        if not isinstance(tables, dict):
            self.problem("answers", "should be a table: [answers]")
        given = tables if isinstance(tables, dict) else {}
        ids = [q.id for q in self.bank.questions]
        for id in _first(id for id in given if self.bank.find(id) is None):
            self.problem("answers", f'there is no question "{id}"; {did_you_mean(id, ids)}')
        if short is not None and not session.flow.block:
            self.problem("short", 'this table is only for depth = "short"')
            short = None
        for question in self.in_order(session):
            if short is not None and question.id in session.flow.block:
                self.take_as_usual(short, session)
                short = None
            for id in (question.id, *question.was):
                if id in given:
                    for command in self.commands(question, given[id], session):
                        self.do(session, command, question.id)

    def in_order(self, session: Session) -> list[Question]:
        """Every question: those of this depth as they are asked, then what is not asked now."""
        now = list(asked(self.bank, session.record.depth))
        return [*now, *(q for q in self.bank.questions if q not in now)]

    def take_as_usual(self, given: Any, session: Session) -> None:
        """The page of usual clauses; who is in the room may agree to all of them at once."""
        table = self.known(given, _SHORT, "short")
        session.apply(c.GoTo(next(q.id for q in session.path if q.id in session.flow.block)))
        start = block.page_of(session)
        left = tuple(self.list_of_texts(table, "leave_out", "short"))
        usual = [q.id for q in start.usual]
        for id in left:
            if id not in usual:
                hint = did_you_mean(id, usual)
                self.problem("short", f'leave_out: there is no usual clause "{id}"; {hint}')
                return
        owner = self.text(table, "owner", "short")
        by = self.day(table, "short") if "by" in table else start.by
        self.do(session, c.TakeAsUsual(left, owner, by), "short")
        if self.flag(table, "agree", "short"):
            for question in block.taken(session):
                self.do(session, c.EveryoneAgrees(question), "short")

    def do(self, session: Session, command: c.Command, place: str) -> None:
        for event in session.apply(command):
            if isinstance(event, Refused):
                self.problem(place, event.why)

    def commands(self, question: Question, given: Any, session: Session) -> Iterator[c.Command]:
        """What to tell the session about one question, in order."""
        place = question.id
        table = self.known(given, _KEYS, place) if isinstance(given, dict) else {"answer": given}
        if {"answer", "usual", "fields", "rows"} & set(table):
            yield c.Answer(place, self.answer(question, table, session))
        for key, text in self.texts(table, "reword", place).items():
            yield c.Reword(place, key, text)
        for text in self.list_of_texts(table, "add", place):
            yield c.AddSentence(place, text)
        for key in self.list_of_texts(table, "strike", place):
            keys = [s.key for s in session.sentences(question)]
            if key not in keys:
                self.problem(
                    place, f'strike: there is no sentence "{key}"; {did_you_mean(str(key), keys)}'
                )
            yield c.Strike(place, str(key))
        if "note" in table:
            yield c.Note(place, self.text(table, "note", place))
        yield from self.standing(table, place)
        if self.flag(table, "agree", place):
            yield c.EveryoneAgrees(place)
        yield from self.positions(table.get("positions", {}), place, session)

    def answer(self, question: Question, table: Mapping[str, Any], session: Session) -> Answer:
        """The answer: defaults first, then what the file says; an empty text empties a blank."""
        start = session.starting_answer(question)
        if self.flag(table, "usual", question.id):
            usual = session.usual(question)
            if usual is None:
                self.problem(question.id, "there is no usual choice here; say which")
            start = usual or start
        fields = table.get("fields", {})
        rows = table.get("rows", [])
        if not isinstance(fields, dict) or not isinstance(rows, list):
            self.problem(question.id, "fields should be a table, and rows a list of tables")
            return start
        if not all(isinstance(row, dict) for row in rows):
            self.problem(question.id, 'each row should be a table: { id = "…", … }')
            return start
        emptied = {key for key, value in fields.items() if value == ""}
        plain = PlainAnswer(
            table.get("answer"), {k: v for k, v in fields.items() if k not in emptied}, rows
        )
        said, mistakes = from_plain(question, plain, session.group)
        for mistake in mistakes:
            self.problem(question.id, mistake)
        whole = evolve(start, value=start.value if said.value is None else said.value)
        kept = {k: v for k, v in {**whole.fields, **said.fields}.items() if k not in emptied}
        whole = evolve(whole, fields=kept, rows=said.rows if rows else whole.rows)
        return with_new_partners(question, whole, session.flow.facts, session.group)

    def list_of_texts(self, table: Mapping[str, Any], key: str, place: str) -> list[str]:
        given = table.get(key, [])
        if not isinstance(given, list) or not all(isinstance(each, str) for each in given):
            self.problem(place, f'{key} should be a list of texts: ["…", "…"]')
            return []
        return given

    def flag(self, table: Mapping[str, Any], key: str, place: str) -> bool:
        value = table.get(key, False)
        if not isinstance(value, bool):
            self.problem(place, f"{key}: {value!r} should be true or false")
        return value is True

    def texts(self, table: Mapping[str, Any], key: str, place: str) -> dict[str, str]:
        given = table.get(key, {})
        if not isinstance(given, dict):
            self.problem(place, f"{key} should be a table of texts")
            return {}
        return {str(k): self.text(given, k, place) for k in given}

    def standing(self, table: Mapping[str, Any], place: str) -> Iterator[c.Command]:
        """Parked, disputed, undecided or not for us."""
        if "parked" in table:
            given = self.known(table["parked"], ("owner", "by"), f"{place}, parked")
            yield c.Park(place, self.text(given, "owner", place), self.day(given, place))
        if "views" in table:
            owner = self.text(table, "owner", place)
            yield c.Disagree(
                place, self.texts(table, "views", place), owner, self.day(table, place)
            )
        if self.flag(table, "undecided", place):
            yield c.LeaveUndecided(place)
        if self.flag(table, "not_for_us", place):
            yield c.NotRelevant(place)

    def day(self, table: Mapping[str, Any], place: str) -> dt.date | None:
        value = table.get("by")
        if value is None or type(value) is dt.date:
            return value
        self.problem(place, f"by: {value!r} should be a date such as 2027-06-30")
        return None

    def positions(self, given: Any, place: str, session: Session) -> Iterator[c.Command]:
        if not isinstance(given, dict):
            self.problem(place, "positions should be a table by partner id")
            return
        stances, ids = get_args(Stance), [p.id for p in session.record.partners]
        for partner, said in given.items():
            table = said if isinstance(said, dict) else {"stance": said}
            table = self.known(table, _POSITION, f"{place}, positions")
            if partner not in ids:
                self.problem(
                    place, f'there is no partner "{partner}"; {did_you_mean(partner, ids)}'
                )
            elif table.get("stance") not in stances:
                what = f"{table.get('stance')!r} is no position; use one of {', '.join(stances)}"
                self.problem(place, what)
            else:
                yield c.TakePosition(
                    place,
                    partner,
                    table["stance"],
                    self.text(table, "reason", place),
                    self.text(table, "would_change", place),
                    self.flag(table, "print_reason", place),
                )
