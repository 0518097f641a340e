"""Ids of an agreement that are used twice, or that lead nowhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from outputs.agreement import Agreement, Clause
from outputs.places import Path
from outputs.problems import nearest, shown


def wrong(agreement: Agreement) -> Iterator[tuple[Path, str]]:
    """What is wrong with the ids, each with the path of its place."""
    partners = [p.id for p in agreement.partners]
    themes = [t.id for t in agreement.themes]
    clauses = list(_clauses(agreement))
    yield from _twice([(("theme", n, "id"), id) for n, id in enumerate(themes)])
    yield from _twice([(("partner", n, "id"), id) for n, id in enumerate(partners)])
    yield from _twice([((*path, "question"), clause.question) for path, clause in clauses])
    # Looked up once for every mention; a dict keeps their order, which hints are given in.
    known, chapters = dict.fromkeys(partners), dict.fromkeys(themes)
    for path, clause in clauses:
        yield from _unknown("theme", [((*path, "theme"), clause.theme)], chapters)
        yield from _in_clause(path, clause, known)
    yield from _unknown("partner", _elsewhere(agreement), known)


def _clauses(agreement: Agreement) -> Iterator[tuple[Path, Clause]]:
    for n, clause in enumerate(agreement.clauses):
        yield ("clause", n), clause
    for n, clause in enumerate(agreement.other_answers):
        yield ("other_answer", n), clause


def _in_clause(path: Path, clause: Clause, partners: Collection[str]) -> Iterator[tuple[Path, str]]:
    positions: list[tuple[Path, str]] = [
        ((*path, "position", n, "partner"), each.partner) for n, each in enumerate(clause.positions)
    ]
    views: list[tuple[Path, str]] = [
        ((*path, "view", n, "partner"), each.partner) for n, each in enumerate(clause.views)
    ]
    columns: list[tuple[Path, str]] = [
        ((*path, "column", n, "id"), each.id) for n, each in enumerate(clause.columns)
    ]
    rows: list[tuple[Path, str]] = []
    for n, row in enumerate(clause.rows):
        here, id = (*path, "row", n, "id"), row.get("id", "")
        if not isinstance(id, str):  # a cell may be a list or a number; its name may not
            yield here, f'{shown(id)} should be text in quotation marks: "…"'
        elif "id" in row:
            rows.append((here, id))
    yield from _unknown("partner", [*positions, *views], partners)
    for each in (positions, columns, rows):
        yield from _twice(each)


def _elsewhere(agreement: Agreement) -> Iterator[tuple[Path, str]]:
    for n, signature in enumerate(agreement.signatures):
        yield ("signature", n, "partner"), signature.partner
    for n, meeting in enumerate(agreement.meetings):
        for key, ids in (
            ("absent", meeting.absent),
            ("called", filter(None, [meeting.called])),
            ("funds", meeting.funds),
        ):
            yield from ((("meeting", n, key), each) for each in ids)
        for m, person in enumerate(meeting.people):
            if person.partner:
                yield ("meeting", n, "person", m, "partner"), person.partner


def _unknown(
    what: str, named: Iterable[tuple[Path, str]], known: Collection[str]
) -> Iterator[tuple[Path, str]]:
    for path, id in named:
        if id not in known:
            yield path, f"there is no {what} {shown(id)}; {nearest(id, known)}"


def _twice(ids: Iterable[tuple[Path, str]]) -> Iterator[tuple[Path, str]]:
    seen: set[str] = set()
    for path, id in ids:
        if id in seen:
            yield path, f"{shown(id)} stands twice; give one of them another id, or delete it"
        seen.add(id)
