"""The meeting, line by line: who is here, the time, a pause, who does what, how to end."""

from __future__ import annotations

from interview import commands as c
from interview import sign_in, timing, tonight, turn
from interview.fair import fair_view, in_lines
from interview.last_look import last_look
from interview.plain import passing
from interview.plain.small import ask_day, ask_text
from interview.plain.talk import Again, Talk, how


def begin(talk: Talk) -> None:
    """Before anything is said: offer the sheet; on another evening, say how to get at it."""
    if tonight.beginning(talk.session) != "first":
        if tonight.beginning(talk.session) == "another":
            talk.say("Another evening. /room is for who is here tonight, and how long.")
        return
    talk.say("Before you begin, you can say how long you have, who is here and who does what.")
    if talk.ask_yes("Shall we do that now? Enter goes straight to the questions.", default=False):
        room(talk, "")
    else:
        talk.send(c.Begin())


def room(talk: Talk, _: str) -> None:
    """Ask the sheet line by line; Enter keeps what is shown, or leaves a line empty."""
    known = sign_in.texts(talk.session)
    before = {p.id for p in talk.session.record.present}
    while (command := _sheet(talk, known)) is None:
        if not talk.ask_yes("Ask again, with what you typed?", default=True):
            return
    if odd := sign_in.worth_asking(talk.session, before):
        talk.say(odd)
    talk.say(talk.session.bank.room.thumbs)
    fit = tonight.fit(talk.session, command.planned)
    if command.planned:
        talk.say(fit.said)
    if fit.instead and talk.ask_yes("Take the short way?", default=False):
        talk.send(c.SetDepth(fit.instead))


def _sheet(talk: Talk, known: dict[str, str]) -> c.Begin | None:
    """Ask every line, and send what they mean; None, said why, if that cannot be.

    What was typed is put into ``known``, so that it is there when the lines are asked again.
    """
    typed: dict[str, str] = {}
    for line in sign_in.LINES:
        typed[line.id] = _ask_line(talk, line, known[line.id], typed)
    known |= typed
    command, mistakes = sign_in.read(talk.session, typed)
    for mistake in mistakes.values():
        talk.say(mistake)
    return command if command is not None and talk.send(command) else None


def _ask_line(talk: Talk, line: sign_in.Line, known: str, typed: dict[str, str]) -> str:
    if line.many:
        return _ask_lines(talk, line, known)
    suggested = sign_in.suggestions(talk.session, typed)
    shown = known or next((name for job, name in suggested.items() if job == line.id), "")
    return ask_text(talk, line.id, line.label, shown)


def _ask_lines(talk: Talk, line: sign_in.Line, known: str) -> str:
    """Several things, one a line, until an empty one; the first Enter keeps what is known."""
    for each in filter(None, known.split("\n")):
        talk.say(each, indent=2, mark="–")
    hint = f" ({line.hint})" if line.hint else ""
    talk.say(f"{line.label}{hint} Enter {'keeps these' if known else 'ends the list'}.")
    found: list[str] = []

    def keep(text: str) -> None:
        passing.keep(talk.workspace, line.id, "\n".join([*found, text]))

    while typed := talk.ask(">", heard=keep):
        found.append(typed)
    return "" if found == ["-"] else "\n".join(found) or known


def five(talk: Talk, _: str) -> None:
    """Stop the clock until somebody is back."""
    talk.session.time.pause(talk.session.at)
    talk.say("The clock has stopped, and everything is kept. Nobody needs to say why.")
    try:
        talk.ask("Enter when you are back:")
    finally:
        talk.session.time.go_on()


def fair(talk: Talk, _: str) -> None:
    """What each partner would do, and what it needs."""
    for side in fair_view(talk.session):
        for line in in_lines(side):
            talk.say(line.strip(), indent=len(line) - len(line.lstrip()))


def quiet(talk: Talk, _: str) -> None:
    """A minute in which nobody speaks."""
    talk.ask("A quiet minute: jot your own answer on paper. Enter ends it:")


def read_last(talk: Talk, _: str) -> None:
    """What is read aloud to end on."""
    talk.say("Read aloud, to end on:")
    for line in last_look(talk.session):
        talk.say(line.strip(), indent=len(line) - len(line.lstrip()))


def park_rest(talk: Talk, _: str) -> None:
    """Put off all that is left, and go to how the evening ends."""
    talk.say("All that is left is put off, and we go to how the evening ends.")
    key = f"{passing.PASSING}rest"
    owner = ask_text(talk, key, "Who takes it on?", "")
    if talk.send(c.ParkTheRest(owner, ask_day(talk, "By when?", None))):
        passing.forget(talk.workspace, key)
        raise Again


def shorter(talk: Talk, _: str) -> None:
    """Ask only the essentials tonight."""
    if talk.send(c.SetDepth("short")):
        talk.say("We take the short way. /more, at the end, goes on to the rest.")


def say_the_time(talk: Talk) -> None:
    """What there is to say of the time, and between two themes, before a question."""
    session = talk.session
    session.time.tick(session.at)
    theme = session.question.theme
    if talk.theme and (said := turn.turn(session, talk.theme, how)):
        talk.say(said)
    talk.theme = theme
    plan = tonight.plan(session)
    if plan is not None:
        here = ""
        if plan.here is not None and plan.here >= 1:
            here = f"This question: {timing.in_words(plan.here)}. "
        talk.say(f"{here}The meeting: {timing.in_words(plan.left)}.")
    if said := turn.nudge(session, how):
        talk.say(said)


def say_order(talk: Talk) -> None:
    """Who speaks in the round, first to last."""
    order = tonight.speaking_order(talk.session, talk.question.id)
    if order:
        talk.say(f"In this order: {', then '.join(p.said for p in order)}.")
