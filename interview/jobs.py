"""The four jobs in the room, who begins with which, and how they move on. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, get_args

from interview.record import Record
from interview.rounds import speaks_last
from outputs.agreement import Attendee, Job
from questions.language import join

JOBS: Final[tuple[Job, ...]] = get_args(Job)

DOES: Final[dict[Job, str]] = {
    "types": "types",
    "reads": "reads aloud",
    "keeps-time": "keeps time",
    "watches": "watches that everyone is heard",
}
"""Each job as a person does it."""


def suggested(people: Sequence[Attendee], last: frozenset[str]) -> dict[Job, str]:
    """Who could begin: shared out evenly, and none who speaks last types."""
    found: dict[Job, str] = {}
    for job in JOBS:
        free = list(people)
        if job == "types":
            free = [p for p in people if p.partner not in last] or free
        if free:
            has = list(found.values())
            found[job] = min(free, key=lambda p: has.count(p.name)).name
    return found


def doing(record: Record, theme: int) -> dict[Job, str]:
    """Who has which job in a theme, by its place (0 for the first): everyone moves on by one."""
    people = record.meetings[-1].people if record.meetings else ()
    begun = {job: p for job in JOBS for p in people if job in p.jobs}
    last = speaks_last(record)
    typists = [p for p in people if p.partner not in last] or list(people)
    found: dict[Job, str] = {}
    for job, person in begun.items():
        line = typists if job == "types" and person in typists else list(people)
        taken = [p for p in line if p.name not in found.values()] or line
        after = [*line[line.index(person) :], *line[: line.index(person)]]
        turn = [*after[theme % len(after) :], *after[: theme % len(after)]]
        found[job] = next(p.name for p in turn if p in taken)
    return found


def in_words(doing: dict[Job, str]) -> str:
    """Who does what, in a sentence; "" if nobody was named."""
    parts: dict[str, list[str]] = {}
    for job, name in doing.items():
        parts.setdefault(name, []).append(DOES[job])
    return f"{join([f'{name} {join(does)}' for name, does in parts.items()])}." if parts else ""
