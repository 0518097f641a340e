"""The lists over the whole agreement: every answer so far, and what has been put off."""

from __future__ import annotations

from interview import actions
from interview import commands as c
from interview.plain import passing, show
from interview.plain.small import ask_day, ask_words
from interview.plain.talk import Away, Talk
from interview.rehearsal import in_lines, rehearse
from outputs.agreement import Parked
from questions.language import date
from questions.model import Question


def check(talk: Talk) -> None:
    """Every clause so far, and a way to each."""
    talk.page(actions.CHECK, _check)


def parked(talk: Talk) -> None:
    """What has been put off; things that no question asks can be added or taken off."""
    talk.page(actions.PARKED, _parked)


def stories(talk: Talk) -> None:
    """Stories to try on the draft: a list, and the one that is chosen, read out."""
    told = rehearse(talk.session)
    if not told:
        talk.say("There is no story to try yet.")
        return
    talk.say("What if?")
    for n, story in enumerate(told, 1):
        talk.say(story.title, indent=2, mark=str(n))
    while typed := talk.ask("A number tells that story, Enter goes back:"):
        at = talk.ask_number(typed, len(told))
        if at is not None:
            for line in in_lines(told[at]):
                talk.say(line.strip(), indent=len(line) - len(line.lstrip()))


def list_parked(talk: Talk) -> None:
    """Say what has been put off, if anything."""
    questions, items = _put_off(talk), talk.session.record.parked
    if questions or items:
        talk.say("Parked:")
    for question in questions:
        entry = talk.session.entry(question.id)
        talk.say(f"{question.heading or question.ask}{show.taken_on(entry)}", indent=2, mark="–")
    for item in items:
        talk.say(_item(item), indent=2, mark="–")


def _check(talk: Talk) -> None:
    path = talk.session.in_order
    talk.say()
    talk.say("Every answer so far.")
    for n, question in enumerate(path, 1):
        talk.say(question.heading or question.ask, mark=str(n))
        show.answer(talk, question)
    show.ask_first(talk)
    while typed := talk.ask("A number goes to that question, Enter goes back:"):
        at = talk.ask_number(typed, len(path))
        if at is not None:
            talk.send(c.GoTo(path[at].id))
            talk.return_to = check
            raise Away


def _parked(talk: Talk) -> None:
    while True:
        questions, items = _put_off(talk), talk.session.record.parked
        _number_them(talk, questions)
        most = len(questions) + len(items)
        typed = talk.ask("Enter goes back, 1 opens it, d 1 drops it, a adds:")
        if not typed:
            return
        if typed.casefold() == "a":
            _add(talk)
            continue
        dropping = typed.casefold().startswith("d")
        at = talk.ask_number(typed.lstrip("dD ") if dropping else typed, most)
        if at is None:
            continue
        if at < len(questions):
            talk.send(c.GoTo(questions[at].id))
            raise Away
        if dropping:
            talk.change(c.DropItem(at - len(questions)))
        else:
            talk.say("No question asks this, so there is nothing to open.")


def _number_them(talk: Talk, questions: list[Question]) -> None:
    items = talk.session.record.parked
    talk.say()
    talk.say("Parked:" if questions or items else "Nothing is parked.")
    for n, question in enumerate(questions, 1):
        entry = talk.session.entry(question.id)
        text = f"{question.heading or question.ask}{show.taken_on(entry)}"
        talk.say(text, indent=2, mark=str(n))
    for n, item in enumerate(items, len(questions) + 1):
        text = _item(item)
        talk.say(text, indent=2, mark=str(n))


def _add(talk: Talk) -> None:
    key = f"{passing.PASSING}parked."
    if what := ask_words(talk, f"{key}what", "What is put off?"):
        owner = ask_words(talk, f"{key}owner", "Who takes it on?")
        talk.change(c.ParkItem(what, owner, ask_day(talk, "By when?", None)))
        passing.forget(talk.workspace, key)


def _put_off(talk: Talk) -> list[Question]:
    session = talk.session
    return [q for q in session.path if session.entry(q.id).standing == "parked"]


def _item(item: Parked) -> str:
    owner = f", with {item.owner}" if item.owner else ""
    return f"{item.what}{owner}{f', by {date(item.by)}' if item.by else ''}"
