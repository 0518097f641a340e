"""The record becomes an ``Agreement``: what is saved, handed out and printed."""

from __future__ import annotations

from collections.abc import Iterator

from interview import flow as flows
from interview.clauses import Renderer, people_columns
from interview.flow import Flow
from interview.record import Partner, Record
from outputs import agreement as out
from outputs.agreement import Agreement
from questions.group import Group
from questions.language import sentence
from questions.model import AlwaysClause, Bank, Question


def assemble(bank: Bank, record: Record, flow: Flow, group: Group, renderer: Renderer) -> Agreement:
    """The agreement as it stands, without the question that is open."""

    def clause(question: Question) -> out.Clause:
        return renderer.clause(question, record, flow.facts, group)

    # In the bank's order: the short way asks some later, and numbers must not change.
    path = [q for q in bank.questions if q.id in flow.place]
    asked = [q for q in path if record.entry(q.id).dealt_with]
    hidden = [q for id, _ in flows.hidden(flow, record) if (q := bank.find(id))]
    jotted = [q for q in path if not record.entry(q.id).dealt_with and q.id in record.entries]
    clauses = [clause(q) for q in asked if q.makes_clause]
    others = [clause(q) for q in (*asked, *jotted) if q in jotted or not q.makes_clause]
    return Agreement(
        about=_about(bank, record, flow),
        themes=(*(out.Theme(t.id, t.title) for t in bank.themes), *record.foreign_themes),
        partners=tuple(_partners(bank, record)),
        meetings=record.meetings,
        clauses=tuple(
            _in_theme_order(bank, [*clauses, *map(always, bank.always), *record.foreign])
        ),
        other_answers=(*others, *map(clause, hidden), *record.foreign_answers),
        parked=record.parked,
        signatures=record.signatures,
        versions=record.versions,
    )


def _about(bank: Bank, record: Record, flow: Flow) -> out.About:
    how_far = flows.progress(flow, record)
    return out.About(
        id=record.id,
        title=record.title,
        document=bank.document,
        status="draft",
        version=record.versions[-1].number if record.versions else 0,
        created=record.created,
        changed=record.changed,
        bank=bank.id,
        bank_version=bank.version,
        note=bank.about,
        depth=record.depth,
        answered=how_far.done,
        asked=how_far.total,
    )


def _partners(bank: Bank, record: Record) -> Iterator[out.Partner]:
    for partner in record.partners:
        yield out.Partner(
            id=partner.id,
            name=partner.name,
            short=partner.short,
            body=partner.body,
            committee=partner.committee,
            lead=partner.id == record.lead,
            removed=partner.removed,
            people=tuple(_people(bank, record, partner)),
        )


def _people(bank: Bank, record: Record, partner: Partner) -> Iterator[out.Person]:
    for question in bank.questions:
        columns = people_columns(question)
        answer = record.entry(question.id).answer if columns else None
        for row in answer.rows if answer else ():
            for column, role in columns.items():
                if row.id == partner.id and column in row.cells:
                    yield out.Person(str(row.cells[column]), role)


def always(clause: AlwaysClause) -> out.Clause:
    """A clause that the bank prints whatever was answered."""
    return out.Clause(
        question=clause.id,
        code=clause.code,
        theme=clause.theme,
        asked="",
        heading=clause.heading,
        status="always",
        wording=tuple(sentence(text) for text in clause.says),
    )


def _in_theme_order(bank: Bank, clauses: list[out.Clause]) -> list[out.Clause]:
    order = {t.id: n for n, t in enumerate(bank.themes)}
    return sorted(clauses, key=lambda c: order.get(c.theme, len(order)))
