"""One question, from reading it out to going on."""

from __future__ import annotations

from typing import Final

from interview import actions
from interview import commands as c
from interview import events as e
from interview.changes import tidy
from interview.gaps import gaps
from interview.plain import show
from interview.plain.block import ask_block
from interview.plain.compound import ask_answer
from interview.plain.draft import Draft
from interview.plain.finish import finish
from interview.plain.meeting import say_order, say_the_time
from interview.plain.positions import ask_positions
from interview.plain.talk import Again, Talk
from questions.kinds import SIMPLE
from questions.model import Question

_ROUND: Final = "Each partner in turn; no replies until all have spoken."


def ask_question(talk: Talk) -> None:
    """Ask the open question, and go on."""
    question, session = talk.question, talk.session
    talk.place = actions.QUESTION
    if question.id not in session.flow.place:
        go_on(talk)
        return
    fresh, talk.fresh = talk.fresh == question.id, ""
    _tell_of_saving(talk)
    if session.page.kind == "block" and not session.entry(question.id).dealt_with:
        ask_block(talk)
    elif fresh:
        _read_back(talk, question)
    else:
        say_the_time(talk)
        show.head(talk, question)
        if question.id in session.half_typed:
            talk.say("What was half typed here stands in [brackets]; or type it anew.")
        if question.id in session.half_typed or not _keep_as_it_is(talk, question):
            _answer(talk, question)
    go_on(talk)


def go_on(talk: Talk) -> None:
    """To the next question, back to the list it was opened from, or to the finish."""
    if talk.place == actions.BLOCK:  # what comes next comes after the whole page
        talk.send(c.GoTo(talk.session.page.questions[-1].id))
    if talk.return_to is not None:
        back, talk.return_to = talk.return_to, None
        back(talk)
    elif any(isinstance(event, e.AtTheEnd) for event in talk.workspace.apply(c.Next())):
        finish(talk)


def hear_round(talk: Talk, question: Question) -> None:
    """On a question to talk about, wait until every partner has spoken."""
    entry = talk.session.entry(question.id)
    waiting = question.weight == "talk" and not entry.dealt_with
    if waiting and question.id not in talk.session.half_typed:
        talk.say(f"First a round: {question.round or _ROUND}")
        say_order(talk)
        talk.round_is_on = True
        try:
            talk.ask("Enter once the round is done:")
        finally:
            talk.round_is_on = False


def _keep_as_it_is(talk: Talk, question: Question) -> bool:
    """Where there is an answer already: whether it stays."""
    entry = talk.session.entry(question.id)
    if not entry.dealt_with or (entry.settled and not question.makes_clause):
        return False
    show.answer(talk, question)
    unread = entry.settled and not entry.talked_through
    keeps = "keeps this" if entry.settled and not unread else "leaves it so"
    suits = " s if we talked it through and it suits us," if unread else ""
    while typed := talk.ask(f"Enter {keeps} and goes on,{suits} c changes it:").casefold():
        if typed in ("c", "change"):
            return False
        if unread and typed in ("s", "suits"):
            assert entry.answer is not None
            talk.send(c.Answer(question.id, entry.answer))
            break
        talk.say("Please press Enter, or type one of these letters.")
    if entry.settled:
        ask_positions(talk, question)
    return True


def _answer(talk: Talk, question: Question) -> None:
    """Ask for the answer, record it, read the clause back, ask who agrees."""
    hear_round(talk, question)
    draft = Draft(talk, question)
    _usual_clause(talk, question)
    ask_answer(talk, draft)
    typed = draft.read()
    for mistake in typed.mistakes.values():
        talk.say(mistake)
    unsaid = (
        typed.answer.value is None
        if question.kind in SIMPLE
        else tidy(question, typed.answer) is None
    )
    if unsaid and talk.session.entry(question.id).answer is None:
        talk.say("Nothing is said, so this stays open.")
        return
    if not talk.change(c.Answer(question.id, typed.answer)):
        raise Again
    _read_back(talk, question)


def _usual_clause(talk: Talk, question: Question) -> None:
    """What the usual choice would say, on a question that has one."""
    usual = talk.session.usual(question)
    new = talk.session.entry(question.id).answer is None
    if usual is None or usual.value is None or not question.makes_clause or not new:
        return
    talk.say("The usual wording, which /usual takes as it is:")
    for sentence in talk.session.sentences(question, usual):  # numbers are for what is chosen
        talk.say(sentence.text, indent=2, mark="–")


def _read_back(talk: Talk, question: Question) -> None:
    """The clause that was just made, what it leaves open, and who agrees to it."""
    if not question.makes_clause or not talk.session.entry(question.id).settled:
        return
    show.clause(talk, question)
    for gap in gaps(talk.session):
        if gap.question == question.id:
            talk.say(f"Worth a thought: {gap.ask}")
    show.stop_signs(talk, question)
    ask_positions(talk, question)


def _tell_of_saving(talk: Talk) -> None:
    """Say in plain sight that the disk says no."""
    talk.workspace.look_at_the_file()
    state = talk.workspace.save_state
    if state.kind == "saving":
        return
    if state.in_words and (state.in_words != talk.told_of_saving or state.kind == "failed"):
        how = "/versions shows both, and you choose." if state.kind == "changed" else ""
        talk.say(f"{state.in_words} {how}".strip())
    talk.told_of_saving = state.in_words
