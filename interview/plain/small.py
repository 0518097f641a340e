"""Small things asked in passing: a day, a text that stands there already."""

from __future__ import annotations

import datetime as dt

from interview.days import read_day
from interview.plain import passing
from interview.plain.talk import Talk
from questions.language import date
from questions.values import Mistake


def ask_day(talk: Talk, label: str, now: dt.date | None) -> dt.date | None:
    """A day, or None; Enter keeps what is there, "-" takes it away."""
    shown = f" [{date(now)}]" if now else ""
    while typed := talk.ask(f"{label}{shown}"):
        if typed == "-":
            return None
        try:
            return read_day(typed, talk.session.group)
        except Mistake as mistake:
            talk.say(f"{mistake} Or press Enter to leave it open.")
    return now


def ask_text(talk: Talk, key: str, label: str, now: str) -> str:
    """A line; Enter keeps what is there, "-" empties it, the up arrow brings it back."""
    typed = ask_words(talk, key, f"{label} [{now}]" if now else label, now)
    return "" if typed == "-" else typed or now


def ask_words(talk: Talk, key: str, label: str, known: str = "") -> str:
    """A line of words, kept under a key while it is typed; half of it comes back another time."""
    half = passing.half(talk.workspace, key)
    if half and half != known:
        talk.say("What was being typed here, and the up arrow brings it back:")
        talk.say(half, indent=2)
    return talk.ask(label, half or known, lambda text: passing.keep(talk.workspace, key, text))
