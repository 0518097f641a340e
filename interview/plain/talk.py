"""The talk: an open agreement, a voice, and the words that can be typed after a slash.

It owns no flow. Commands go to the session; where that leads is the session's to say.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping, Sequence
from typing import Final, TypeAlias

from interview import actions
from interview import commands as c
from interview import events as e
from interview.plain import passing, telling
from interview.plain.voice import Heard, Voice, ignore
from interview.session import Session
from interview.workspace import Workspace
from outputs.problems import short
from questions.model import Question

LONGEST_NUMBER: Final = 9
"""Digits beyond which no list goes on; Python itself refuses thousands of them."""


class Again(Exception):
    """Something changed: show what is open afresh."""


class Away(Again):
    """Another question is open: lists and pages close."""


class Close(Exception):
    """The list or page that is open closes."""


class Leave(Exception):
    """Save and leave."""


Handler: TypeAlias = Callable[["Talk", str], None]
"""Does one action; it is handed what was typed behind its word."""


class Talk:
    """One sitting.

    Attributes:
        place: where we are, as ``interview.actions`` names places.
        fresh: the question whose answer was just given; its clause is shown next.
        round_is_on: whether partners are speaking in turn, before any usual choice is shown.
        told_signs: the stop signs that were said at their question.
        told_of_saving: what was said last of how things stand with the disk.
        theme: the theme of the question before.
        return_to: the list to go back to once a question opened from it is done.
    """

    def __init__(self, workspace: Workspace, voice: Voice, handlers: Mapping[str, Handler]) -> None:
        self.workspace = workspace
        self.voice = voice
        self.place = actions.QUESTION
        self.fresh = ""
        self.return_to: Callable[[Talk], None] | None = None
        self.round_is_on = False
        self.told_signs: set[str] = set()
        self.told_of_saving = ""
        self.theme = ""
        self._handlers = handlers

    @property
    def session(self) -> Session:
        return self.workspace.session

    @property
    def question(self) -> Question:
        return self.session.question

    @property
    def say(self) -> Callable[..., None]:
        return self.voice.say

    # Asking

    def ask(self, label: str, known: str = "", heard: Heard = ignore) -> str:
        """Read a line, trimmed; commands in it are followed, and the line asked for again."""
        while True:
            typed = self.voice.ask(label, known, lambda text: self._hear(text, heard)).strip()
            if not _is_command(typed):
                return _unslashed(typed)
            self.obey(typed[1:])

    def _hear(self, text: str, heard: Heard) -> None:
        """Hand on a line as it is typed; a note behind its word is words as well."""
        heard(_unslashed(text))
        word, _, note = text.lstrip().partition(" ")
        if word.casefold() == how("note") and self.place in actions.BY_ID["note"].places:
            passing.keep(self.workspace, passing.note_key(self.question.id), note)

    def ask_yes(self, label: str, default: bool) -> bool:
        """A yes or a no; Enter is the default."""
        while True:
            typed = self.ask(f"{label} y or n [{'yes' if default else 'no'}]:").casefold()
            if typed in ("", "y", "yes", "n", "no"):
                return typed.startswith("y") if typed else default
            self.say("Please type y for yes or n for no.")

    def ask_number(self, typed: str, most: int) -> int | None:
        """The place in a list (from 0) that somebody typed; None, said why, if there is none."""
        if typed.isdecimal() and len(typed) <= LONGEST_NUMBER and 0 < int(typed) <= most:
            return int(typed) - 1
        self.say(f"There is no {short(typed) or 'such thing'} in the list.")
        return None

    def obey(self, typed: str) -> None:
        """Follow a word typed after a slash.

        Raises:
            Again: the agreement, or the place in it, is another now.
        """
        word, _, rest = typed.strip().partition(" ")
        offered = [a for a in actions.at(self.place) if a.word]
        action = next((a for a in offered if a.word == word.casefold()), None)
        if action is None:
            self._did_you_mean(word, [a.word for a in offered])
            return
        if rest.strip() and action.id != "note":
            self.say(f"To do that, type /{action.word} alone. For a line of text, begin with //.")
            return
        revision, at = self.session.revision, self.session.at
        self._handlers[action.id](self, rest.strip())
        if self.session.at != at:
            raise Away
        if self.session.revision != revision:
            raise Again

    def _did_you_mean(self, word: str, offered: Sequence[str]) -> None:
        if word.casefold() in {a.word for a in actions.ACTIONS if a.word}:
            self.say(f"/{word} does nothing here. Press Enter, or type /help.")
            return
        near = difflib.get_close_matches(word.casefold(), offered, n=1, cutoff=0.5)
        hint = f"Did you mean /{near[0]}?" if near else "/help lists what can be done."
        word = short(word)  # a pasted path may be as long as it likes
        self.say(f"There is no /{word}. {hint} For text with a slash in front, type //{word}.")

    # Doing

    def send(self, command: c.Command) -> bool:
        """Send a command and say what came of it; False if it was refused."""
        events = self.tell(self.workspace.apply(command))
        return not any(isinstance(event, e.Refused) for event in events)

    def tell(self, events: Sequence[e.Event]) -> Sequence[e.Event]:
        """Say what a person needs to be told of these, and hand them on."""
        for event in events:
            if said := telling.event(self.session, event):
                self.say(said)
        return events

    def change(self, command: c.Change) -> bool:
        """Send a change, after asking once if it hides or rewrites other answers."""
        warning = telling.warning(self.session, self.session.consequences(command))
        if warning:
            self.say(warning)
            if not self.ask_yes("Go on?", default=True):
                self.say("Nothing was changed. What you typed is kept; /skip goes on without it.")
                return False
        return self.send(command)

    def page(self, place: str, body: Callable[[Talk], None]) -> None:
        """Show a list or page until it is closed, or until another question is open."""
        before, self.place = self.place, place
        try:
            while True:
                try:
                    body(self)
                except Away:
                    raise
                except Again:
                    continue
                except Close:
                    pass
                return
        finally:
            self.place = before


def how(id: str) -> str:
    """The word that does an action, by its id."""
    return f"/{actions.BY_ID[id].word}"


def _is_command(text: str) -> bool:
    return text.startswith("/") and not text.startswith("//")


def _unslashed(text: str) -> str:
    """Text without the slash that says it is text; "" while a command is being typed."""
    text = text.lstrip()
    return "" if _is_command(text) else text.removeprefix("/")
