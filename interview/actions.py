"""Everything a person can do, one row each.

Keys, footer, palette, the words of the plain form, the help page and the table of keys in
ARCHITECTURE.md are all made from these rows. A ``letter`` works wherever nobody is typing; a
``key`` works everywhere, so it may be none that a line or a page of text needs for itself.
"""

from __future__ import annotations

from typing import Final

from attrs import frozen


@frozen
class Action:
    """One thing to do.

    ``id`` names the handler in each front end, ``label`` is for the footer, ``help`` says what
    it does in a sentence, ``places`` are the screens where it is on offer, and ``word`` is
    what the plain form takes after a slash ("" where it has another way).
    """

    id: str
    label: str
    help: str
    places: tuple[str, ...]
    letter: str = ""
    key: str = ""
    word: str = ""
    footer: bool = False
    decides: bool = False
    """It decides something and goes on, so no burst of keys may do it by chance."""


QUESTION: Final = "question"
PARTNERS: Final = "partners"
TRIGGERS: Final = "triggers"
BLOCK: Final = "block"
CHECK: Final = "check"
PARKED: Final = "parked"
FINISH: Final = "finish"
VERSIONS: Final = "versions"
ROOM: Final = "room"
WORDS: Final = "words"
_ASKING: Final = (QUESTION, PARTNERS, TRIGGERS, BLOCK)
_ALL: Final = (*_ASKING, CHECK, PARKED, FINISH, WORDS, VERSIONS)

ACTIONS: Final[tuple[Action, ...]] = (
    Action(
        "everyone",
        "everyone agrees",
        "Say that everyone in the room agrees to the clause, and go on.",
        (QUESTION, PARTNERS, BLOCK),
        "e",
        "f9",
        "agree",
        footer=True,
        decides=True,
    ),
    Action(
        "back",
        "back",
        "Go back one question. Nothing is lost.",
        _ALL,
        "b",
        "ctrl+b",
        "back",
        footer=True,
    ),
    Action(
        "skip",
        "go on",
        "Go on to the next question, and come back to this one later.",
        (*_ASKING, ROOM),
        "g",
        "ctrl+g",
        "skip",
    ),
    Action(
        "park",
        "park",
        "Put this question off, with a name and a date.",
        (QUESTION,),
        "p",
        "f4",
        "park",
        footer=True,
    ),
    Action(
        "why",
        "why",
        "Why we are asked this, what others said, and what to watch for.",
        (QUESTION, PARTNERS, BLOCK),
        "w",
        "f2",
        "why",
        footer=True,
    ),
    Action(
        "usual",
        "usual choice",
        "Take what most groups like yours choose.",
        (QUESTION,),
        "u",
        "f8",
        "usual",
    ),
    Action(
        "words",
        "our own words",
        "Change, strike out, take back or add a sentence.",
        (QUESTION,),
        "o",
        "f5",
        "words",
    ),
    Action(
        "undecided",
        "not decided yet",
        "Leave the question open; it is listed as open.",
        (QUESTION,),
        "n",
        "",
        "undecided",
        decides=True,
    ),
    Action(
        "disagree",
        "we can’t agree",
        "Keep both views, each in its own words.",
        (QUESTION,),
        "d",
        "",
        "disagree",
    ),
    Action(
        "not_for_us",
        "not for us",
        "The question is not for you; it makes no clause.",
        (QUESTION,),
        "x",
        "",
        "notforus",
        decides=True,
    ),
    Action(
        "keep_positions",
        "only spelling changed",
        "What partners said of the old words holds for the new ones.",
        (QUESTION,),
        "k",
        "",
        "keep",
        decides=True,
    ),
    Action(
        "note",
        "jot a note",
        "Write a note beside the question. It is not printed.",
        (QUESTION,),
        "j",
        "",
        "note",
    ),
    Action(
        "quiet",
        "a quiet minute",
        "Before a round: nobody speaks for a minute, and everyone jots on paper.",
        (QUESTION,),
        "m",
        "",
        "quiet",
    ),
    Action(
        "park_rest",
        "put off the rest",
        "When it is late: put off all that is left, with a name and a date, and end well.",
        (QUESTION,),
        "a",
        "",
        "late",
    ),
    Action(
        "fair",
        "who does what",
        "What each partner would do, by when, and what it needs.",
        _ALL,
        "v",
        "ctrl+o",
        "fair",
    ),
    Action(
        "five",
        "take five",
        "Stop the clock for a pause. Nobody needs to say why.",
        (*_ALL, ROOM),
        "",
        "ctrl+t",
        "five",
    ),
    Action(
        "room",
        "who is here",
        "Who is in the room, how long there is, and who does which job.",
        _ALL,
        "i",
        "",
        "room",
    ),
    Action(
        "shorter",
        "the short way",
        "Ask only the ten essentials tonight; the rest can follow another day.",
        (TRIGGERS,),
        "s",
        "",
        "short",
    ),
    Action("parked", "parked list", "Show what has been put off.", _ALL, "l", "", "parked"),
    Action(
        "check",
        "check answers",
        "Read every clause so far, and change any of them.",
        _ALL,
        "c",
        "f3",
        "check",
    ),
    Action(
        "finish",
        "finish",
        "See what is still open, and hand out a version.",
        _ALL,
        "f",
        "",
        "finish",
    ),
    Action(
        "rehearse",
        "try a story",
        "Hear what your draft would have you do in a story, day by day.",
        (CHECK, FINISH),
        "s",
        "",
        "story",
    ),
    Action(
        "meant",
        "it is meant so",
        "What is asked about the draft is meant so; it is not asked again.",
        (FINISH,),
        "k",
    ),
    Action(
        "read_last",
        "read aloud to end on",
        "Who does what next, who takes it to which committee, and when we look again.",
        (CHECK, FINISH),
        "a",
        "",
        "end",
    ),
    Action(
        "open_folder",
        "open the folder",
        "Show the folder that everything lies in.",
        (FINISH,),
        "o",
    ),
    Action(
        "versions",
        "earlier versions",
        "See an earlier version or bring it back, and choose if the file was changed elsewhere.",
        _ALL,
        "",
        "ctrl+r",
        "versions",
    ),
    Action("partners", "partners", "See or change who takes part.", _ALL, "t", "", "partners"),
    Action(
        "more",
        "more questions",
        "Go on to more questions: from short to quick, and from quick to all of them.",
        (CHECK, FINISH),
        "m",
        "",
        "more",
    ),
    Action("undo", "undo", "Take the last change back.", _ALL, "z", "", "undo"),
    Action("redo", "redo", "Make again the change that was taken back.", _ALL, "y", "", "redo"),
    Action(
        "help",
        "help",
        "Show the keys and what the words mean.",
        (*_ALL, ROOM),
        "h",
        "f1",
        "help",
        footer=True,
    ),
    Action(
        "leave",
        "save and leave",
        "Save and close; the letter twice. You can go on later.",
        (*_ALL, ROOM),
        "q",
        "ctrl+q",
        "leave",
    ),
)

BY_ID: Final = {action.id: action for action in ACTIONS}


def at(place: str) -> tuple[Action, ...]:
    """What can be done on a screen."""
    return tuple(action for action in ACTIONS if place in action.places)


def shown_key(key: str) -> str:
    """A key as people write it: "f1" → "F1", "ctrl+q" → "Ctrl+Q"."""
    return "+".join(part.capitalize() if len(part) > 1 else part.upper() for part in key.split("+"))
