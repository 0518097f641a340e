"""Not answering, in all its good ways: park, disagree, not decided yet, not for us."""

from __future__ import annotations

from interview import commands as c
from interview.plain import passing
from interview.plain.asking import go_on
from interview.plain.small import ask_day, ask_text
from interview.plain.talk import Talk


def park(talk: Talk, _: str) -> None:
    """Put the question off, with a name and a day, and go on."""
    entry, question = talk.session.entry(), talk.question.id
    talk.say("Put off. It will stand under “Still to agree”.")
    owner = ask_text(talk, _key(question, "owner"), "Who takes it on?", entry.owner)
    _then_on(talk, c.Park(question, owner, ask_day(talk, "By when?", entry.by)))


def disagree(talk: Talk, _: str) -> None:
    """Keep each view in its own words, and go on."""
    entry, question = talk.session.entry(), talk.question.id
    talk.say("We keep each view in its own words. Enter says nothing.")
    views = {
        partner.id: ask_text(
            talk,
            _key(question, f"view.{partner.id}"),
            f"{partner.said} says:",
            entry.views.get(partner.id, ""),
        )
        for partner in talk.session.record.present
    }
    owner = ask_text(talk, _key(question, "owner"), "Who takes it on?", entry.owner)
    _then_on(talk, c.Disagree(question, views, owner, ask_day(talk, "By when?", entry.by)))


def undecided(talk: Talk, _: str) -> None:
    """Leave the question open, and go on."""
    _then_on(talk, c.LeaveUndecided(talk.question.id))


def not_for_us(talk: Talk, _: str) -> None:
    """The question makes no clause; go on."""
    _then_on(talk, c.NotRelevant(talk.question.id))


def _key(question: str, what: str) -> str:
    return f"{passing.PASSING}standing.{question}.{what}"


def _then_on(talk: Talk, command: c.Change) -> None:
    key = _key(talk.question.id, "")
    if talk.change(command):
        passing.forget(talk.workspace, key)
        go_on(talk)
