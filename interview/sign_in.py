"""The sheet that is filled in before a meeting: its lines, and the command that they mean.

Both doors show these lines and hand back what was typed; every line can be left empty.
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from attrs import evolve, frozen

from interview import commands as c
from interview import jobs, tonight
from interview.days import read_day
from interview.meetings import attendees
from interview.record import SHEET
from interview.session import Session
from outputs.agreement import Job, Meeting
from outputs.words import date as day_in_words
from questions.language import join
from questions.values import Mistake


@frozen
class Line:
    """One line of the sheet; with ``many``, it takes one thing on each of several lines."""

    id: str
    label: str
    hint: str = ""
    many: bool = False


LINES: Final = (
    Line("minutes", "How long do we have, in minutes?", "90"),
    Line("people", "Who is here, and for whom? One a line.", "Ann Price, Meadow Lane", many=True),
    Line("called", "Who called this meeting?", "a partner"),
    Line("funds", "Does one of us fund, house or employ another? Which?", "a partner"),
    Line("missing", "Which partners are missing tonight?", "with commas between"),
    Line("rings", "Who will ring them?", "a name"),
    Line("rings_by", "By when?", "6 June"),
    *(
        Line(job, f"Who {does}?", "a name; it moves on at each theme")
        for job, does in jobs.DOES.items()
    ),
    Line("ground_rules", "Ground rules. Change them, one a line.", many=True),
)
"""The sheet, from its first line to its last."""

BY_ID: Final = {line.id: line for line in LINES}

_MINUTES: Final = re.compile(
    r"(?:(?P<hours>\d{1,2})\s*(?:h|hrs?|hours?)\s*(?:and\s*)?)?(?:(?P<minutes>\d{1,4})\s*(?:m|mins?|minutes?)?)?",
    re.IGNORECASE,
)
_FOR: Final = re.compile(r"[,;(]|\s[-–—]\s|\s(?:for|from|of)\s")
"""What may stand between a name and the organisation it is here for."""

_NOT_MINUTES: Final = "Please type how many minutes you have, such as 90, or leave it empty."
_NOBODY: Final = "Please begin each line with a name: Ann Price, Meadow Lane."
_NOT_A_DAY: Final = "Please type a day, such as 6 June 2027, or leave it empty."


def texts(session: Session) -> dict[str, str]:
    """What the lines start with: what is half typed, or tonight's meeting as it was typed."""
    met = tonight.meeting(session) or Meeting(session.group.today)
    called = {p.id: p.said for p in session.record.present}
    doing = {job: person.name for person in met.people for job in person.jobs}
    whom = [(p.name, called.get(p.partner, "")) for p in met.people]
    known: dict[str, str] = {
        "minutes": str(met.planned or ""),
        "people": "\n".join(", ".join(filter(None, each)) for each in whom),
        "called": called.get(met.called, ""),
        "funds": ", ".join(called[id] for id in met.funds if id in called),
        "missing": ", ".join(called[id] for id in session.record.absent if id in called),
        "rings": met.rings,
        "rings_by": day_in_words(met.rings_by) if met.rings_by else "",
        **{job: doing.get(job, "") for job in jobs.JOBS},
        "ground_rules": "\n".join(met.ground_rules or session.bank.room.ground_rules),
    }
    return known | session.half_typed.get(SHEET, {})


def suggestions(session: Session, typed: Mapping[str, str]) -> dict[Job, str]:
    """Who could begin with each job that nobody is down for; whoever speaks last does not type."""
    command = _command(session, typed, planned=0, rings_by=None)
    return {job: name for job, name in command.jobs.items() if not typed.get(job, "").strip()}


def fits(session: Session, typed: str) -> str:
    """An honest estimate beside the minutes that were typed."""
    minutes = _minutes(typed)
    return tonight.fit(session, minutes or 0).said


def read(session: Session, typed: Mapping[str, str]) -> tuple[c.Begin | None, dict[str, str]]:
    """The command that the sheet means; or None, and what is wrong, by line."""
    mistakes: dict[str, str] = {}
    planned = _minutes(typed.get("minutes", ""))
    if planned is None:
        mistakes["minutes"] = _NOT_MINUTES
    try:
        rings_by = read_day(typed.get("rings_by", ""), session.group)
    except Mistake:
        mistakes["rings_by"], rings_by = _NOT_A_DAY, None
    if any(not name for name, _ in map(_person, _lines(typed.get("people", "")))):
        mistakes["people"] = _NOBODY
    mistakes |= _unknown(session, typed)
    if mistakes:
        return None, mistakes
    return _command(session, typed, planned or 0, rings_by), {}


def _unknown(session: Session, typed: Mapping[str, str]) -> dict[str, str]:
    """The lines that name somebody who is neither a partner nor in the room."""
    people = tuple(map(_person, _lines(typed.get("people", ""))))
    partners = [p.said for p in session.record.present]
    partners += [whom for _, whom in people if whom and whom not in partners]
    names = [p.name for p in session.record.present]
    known = {name.casefold() for name in (*names, *partners, *(name for name, _ in people))}
    found: dict[str, str] = {}
    for line in ("called", "funds"):
        text = typed.get(line, "")
        said = [text.strip()] if line == "called" else _list(text, names)
        wrong = [each for each in said if each and each.casefold() not in known]
        if wrong:
            choose = f"Please type one of these: {', '.join(partners)}." if partners else _WHO_FIRST
            found[line] = f"“{wrong[0]}” is not one of the partners. {choose}"
    return found


_WHO_FIRST: Final = "Please say first who is here, and for whom."


def _command(
    session: Session, typed: Mapping[str, str], planned: int, rings_by: dt.date | None
) -> c.Begin:
    people = tuple(map(_person, _lines(typed.get("people", ""))))
    names = [name for p in session.record.present for name in (p.name, p.said)]
    begun = c.Begin(
        planned=planned,
        people=people,
        called=typed.get("called", "").strip(),
        funds=_list(typed.get("funds", ""), names),
        missing=_list(typed.get("missing", ""), names),
        rings=typed.get("rings", "").strip(),
        rings_by=rings_by,
        ground_rules=_changed_rules(session, typed.get("ground_rules", "")),
    )
    named = {job: typed.get(job, "").strip() for job in jobs.JOBS}
    suggested = jobs.suggested(*attendees(session.record, begun))
    return evolve(begun, jobs={job: name or suggested.get(job, "") for job, name in named.items()})


def _lines(text: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, text.split("\n"))))


def _list(text: str, known: Sequence[str]) -> tuple[str, ...]:
    """Names with commas between; one that is known may have a comma in it."""
    found: list[str] = []
    for name in sorted((n for n in known if "," in n), key=len, reverse=True):
        if name in text:
            found.append(name)
            text = text.replace(name, "")
    return (*found, *filter(None, map(str.strip, text.replace("\n", ",").split(","))))


def _person(line: str) -> tuple[str, str]:
    """As in “Ann Price, Meadow Lane”: a name, and the organisation it is here for."""
    name, whom = (*_FOR.split(line, maxsplit=1), "")[:2]
    return name.strip(), (whom if "(" in whom else whom.rstrip(" )")).strip()


def _minutes(text: str) -> int | None:
    """Minutes: "90", "1 hour 30" and "1h30" are 90, nothing is 0; None for anything else."""
    match = _MINUTES.fullmatch(text.strip())
    if match is None:
        return None
    return int(match["hours"] or 0) * 60 + int(match["minutes"] or 0)


def _changed_rules(session: Session, text: str) -> tuple[str, ...]:
    rules = _lines(text)
    return () if rules == session.bank.room.ground_rules else rules


def worth_asking(session: Session, before: Collection[str]) -> str:
    """What is odd about the sheet that was taken, as a question; "" if nothing is.

    ``before`` are the partners (ids) there were until now.
    """
    met = tonight.meeting(session)
    here = {p.partner for p in met.people} if met else set()
    if not here - {""}:
        return ""
    present = {p.id: p.said for p in session.record.present}
    for id, name in present.items():
        others = [n for i, n in present.items() if i in before and i != id]
        if id not in before and (near := difflib.get_close_matches(name, others, 1, _ALIKE)):
            return f"{name} is a partner now. Did you mean {near[0]}?"
        if id not in before and (longer := [n for n in others if n.startswith(name)]):
            return f"{name} is a partner now. Did you mean {longer[0]}?"
    nobody = [n for id, n in present.items() if id not in here | set(session.record.absent)]
    if nobody:
        return f"Nobody is down for {join(nobody)}. Not here tonight? Then name it as missing."
    return ""


_ALIKE: Final = 0.75
