"""What each action does in this form: one handler for every row of ``interview.actions``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from interview import actions
from interview import commands as c
from interview import events as e
from interview.plain import lists, meeting, passing, show
from interview.plain.asking import go_on
from interview.plain.block import agree_to_block
from interview.plain.finish import finish
from interview.plain.own_words import words
from interview.plain.partners import partners
from interview.plain.small import ask_words
from interview.plain.standings import disagree, not_for_us, park, undecided
from interview.plain.talk import Away, Close, Handler, Leave, Talk
from interview.plain.versions import versions

_LISTS: Final = (
    *(actions.PARTNERS, actions.CHECK, actions.PARKED, actions.FINISH, actions.WORDS),
    actions.VERSIONS,
)


def _everyone(talk: Talk, _: str) -> None:
    if talk.place == actions.BLOCK:
        if agree_to_block(talk):
            go_on(talk)
    elif talk.place != actions.QUESTION:
        talk.say("There is no clause here to agree to. Press Enter to go on.")
    elif talk.send(c.EveryoneAgrees(talk.question.id)):
        go_on(talk)


def _back(talk: Talk, _: str) -> None:
    """Back one question; from a list back to the question; from the first to the partners."""
    if talk.place in _LISTS:
        raise Close
    talk.return_to = None
    if any(isinstance(event, e.AtTheStart) for event in talk.workspace.apply(c.Back())):
        talk.say("This is the first question.")
        partners(talk)


def _skip(talk: Talk, _: str) -> None:
    if talk.place in _LISTS:
        raise Close
    go_on(talk)


def _why(talk: Talk, _: str) -> None:
    asked = talk.session.page.questions if talk.place == actions.BLOCK else (talk.question,)
    for question in asked:
        show.why(talk, question)


def _usual(talk: Talk, _: str) -> None:
    """Take what is usual with its blanks; then its clause is read back."""
    question = talk.question
    usual = talk.session.usual(question)
    if usual is None:
        talk.say("There is no usual choice here: this one is for you to say.")
    elif talk.round_is_on:
        talk.say("First the round. Press Enter once it is done; then there is a usual choice.")
    elif talk.change(c.Answer(question.id, usual)):
        talk.fresh = question.id
        raise Away


def _keep(talk: Talk, _: str) -> None:
    if talk.send(c.KeepPositions(talk.question.id)):
        talk.say("What partners said holds for the words as they are now.")


def _note(talk: Talk, rest: str) -> None:
    old = talk.session.entry().note
    key = passing.note_key(talk.question.id)
    text = rest or ask_words(talk, key, f"Note [{old}]:" if old else "Note:", old) or old
    talk.send(c.Note(talk.question.id, "" if text == "-" else text))
    passing.forget(talk.workspace, key)


def _more(talk: Talk, _: str) -> None:
    """From the short way on to the quick one, and from there to all questions."""
    events = talk.tell(talk.workspace.apply(c.GoDeeper()))
    if any(isinstance(event, e.Moved) for event in events):
        talk.return_to = None
        raise Away
    if any(isinstance(event, e.AtTheEnd) for event in events):
        talk.say("Every question is dealt with.")


def _undo(talk: Talk, _: str) -> None:
    if talk.send(c.Undo()):
        talk.say("The last change was taken back.")


def _redo(talk: Talk, _: str) -> None:
    if talk.send(c.Redo()):
        talk.say("The change was made again.")


def _help(talk: Talk, _: str) -> None:
    """Every word that does something here, from the rows."""
    talk.say("Type any of these at any prompt:")
    for action in actions.at(talk.place):
        if action.word:
            talk.say(f"/{action.word}: {action.help}", indent=2)
    talk.say("Enter keeps what is shown, - leaves a thing empty.")
    talk.say("For a line of text that begins with a slash, type two: //")
    for word in talk.session.bank.words:
        talk.say(f"{word.word}: {word.means}", indent=2)


def _leave(talk: Talk, _: str) -> None:
    if talk.workspace.changed_elsewhere and talk.place != actions.VERSIONS:
        versions(talk)
    raise Leave


HANDLERS: Final[Mapping[str, Handler]] = {
    "everyone": _everyone,
    "back": _back,
    "skip": _skip,
    "park": park,
    "why": _why,
    "usual": _usual,
    "words": words,
    "undecided": undecided,
    "disagree": disagree,
    "not_for_us": not_for_us,
    "keep_positions": _keep,
    "note": _note,
    "quiet": meeting.quiet,
    "park_rest": meeting.park_rest,
    "fair": meeting.fair,
    "five": meeting.five,
    "room": meeting.room,
    "shorter": meeting.shorter,
    "read_last": meeting.read_last,
    "parked": lambda talk, _: lists.parked(talk),
    "check": lambda talk, _: lists.check(talk),
    "finish": lambda talk, _: finish(talk),
    "rehearse": lambda talk, _: lists.stories(talk),
    "versions": lambda talk, _: versions(talk),
    "partners": lambda talk, _: partners(talk),
    "more": _more,
    "undo": _undo,
    "redo": _redo,
    "help": _help,
    "leave": _leave,
}
