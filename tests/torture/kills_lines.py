"""What a group does line by line: an answer to whatever was asked last, at random.

Words at a prompt that takes none are refused at once and in sight, so none are typed there.
"""

from __future__ import annotations

import re
from typing import Final

from tests.torture.kills_hands import Hands
from tests.torture.kills_screens import sentence

_PROMPT: Final = re.compile(r"(?:[:?\]]|:\]|>)\s*$")
_NO_NOTE: Final = re.compile(
    r"organisation|short name|sort of body|own word|Shall we|Enter goes (?:back|on)|Go on\?"
    r"|A number (?:goes|tells)|lead, or answer|here tonight"
)
"""Prompts of lists and of who takes part, where there is no question to note anything beside."""
_NO_WORDS: Final = re.compile(
    r"y or n|y for yes|[Nn]umber|such as|Enter (?:keeps|leaves|goes|once|when|takes)|letter|adds:"
    r"|everyone here agree|Go on\?|\[(?:yes|no|none)\]"
    r"|\[[^\]]*(?:\b(?:days?|weeks?|months?|years?)\b|£|\b\d)[^\]]*\]"
)
"""Prompts that are not for words of the group's own."""
_REFUSED: Final = re.compile(r"Please (?:type|press)|There is no .* in the list")
_POSITIONS: Final = re.compile(r"Enter leaves it open(?:(?!Question \d).)*$", re.S)
_WHY: Final = re.compile(r"Why|change that|print the reason")
"""Where each partner is asked in turn where it stands, by its name and nothing else."""
_WORDS: Final = ("/note", "/note", "/undo", "/redo", "/back", "/skip", "/check")


def first_screen(text: str) -> bool:
    """Whether something was asked."""
    return bool(_PROMPT.search(_last(text)))


def act(hands: Hands) -> None:
    """Answer the prompt, or say something with a slash."""
    if not hands.until(first_screen, 2):
        hands.press("enter")
        return
    hands.pause(0.05)  # the question may stand there before its prompt does
    asked, chance = _asked(hands.text), hands.chance
    hands.did.append(asked)
    if chance.random() < (0.3 if hands.wants_words else 0.15):
        _command(hands, asked)
    elif "everyone, or Enter" in asked:
        _line(hands, "e")
    elif "h hands out" in asked:
        _line(hands, "q" if chance.random() < 0.1 else "")
    elif _POSITIONS.search(hands.text) and not _WHY.search(asked):
        _line(hands, chance.choice(("", "1", "2")))
    elif _NO_WORDS.search(asked) or chance.random() < (0.5 if "[" in asked else 0.15):
        _line(hands, "c" if "c changes" in asked and chance.random() < 0.6 else "")
    else:
        if "[" in asked:
            hands.watch.forget()  # what stood there is typed over
        hands.write(sentence(chance))
        hands.hand_over("enter")
        _answered(hands)


def leave(hands: Hands) -> None:
    """Save and leave."""
    hands.until(first_screen)
    hands.did.append("leave")
    hands.press(*"/leave", "enter")
    hands.comes("leaving")


def hand_out(hands: Hands) -> None:
    """Go to the finish, and hand out a version."""
    hands.until(first_screen)
    _line(hands, "/finish")
    if hands.until(lambda text: "h hands out" in _last(text), 1):
        hands.did.append("hand out")
        hands.press("h", "enter")
        hands.comes("handing out")
        hands.until(lambda text: "whom to ring" in text, 5)


def _command(hands: Hands, asked: str) -> None:
    """A note, which takes the place of the one before; a step back; a look round."""
    chosen = "/note" if hands.wants_words else hands.chance.choice(_WORDS)
    if chosen == "/note" and _NO_NOTE.search(asked):
        chosen = ""
    if chosen == "/note":
        hands.watch.forget()
        hands.press(*"/note ")
        hands.write(sentence(hands.chance))
        hands.hand_over("enter")
        _answered(hands)
        return
    if chosen in ("/undo", "/redo"):
        hands.watch.forget()
    _line(hands, chosen)


def _line(hands: Hands, text: str) -> None:
    hands.press(*text)
    hands.hand_over("enter")
    _answered(hands)


def _answered(hands: Hands) -> None:
    """Wait for the next prompt, which looks like the last one for a moment."""
    hands.pause(0.08)
    hands.until(first_screen, 1)
    if _REFUSED.search(hands.text[-400:]):
        hands.watch.forget()


def _asked(text: str) -> str:
    """The prompt; a long one is said on lines of its own, above the place to type."""
    return " ".join(text.rstrip().split("\n")[-3:]) if _last(text).strip() == ">" else _last(text)


def _last(text: str) -> str:
    """The line that the cursor is on."""
    lines = text.rstrip().split("\n")
    return lines[-1] if lines else ""
