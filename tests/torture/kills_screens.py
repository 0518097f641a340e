"""What a group does in the full screen: whatever the screen lets it, at random."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import Final

from tests.torture.kills_hands import Hands

_TYPING: Final = "F1 help"
"""What the footer says while letters go into a text."""
_STANCES: Final = "1 agrees"
"""What is shown, on a question, once its answer was taken and partners are asked."""
_FORM: Final = "In your own words:"
_NOTE: Final = "A jotting. It is not printed."
_AGAIN: Final = "again to go on"
_DRAFT: Final = "You have a draft."


def first_screen(text: str) -> bool:
    """Whether the program is there."""
    return bool(re.search(r"Saved \d\d:\d\d$", text.partition("\n")[0])) or "Esc close" in text


def sentence(chance: Random, words: int = 0) -> str:
    """Words that stand nowhere else, in letters that rarely stand together."""
    return " ".join(
        "".join(chance.choice("qzxjvk" if n % 2 == 0 else "aiou") for n in range(5))
        + chance.choice("0123456789")
        for _ in range(words or chance.randint(1, 5))
    )


def act(hands: Hands) -> None:
    """Do one thing that can be done on the screen that is shown."""
    text = hands.text
    for shown, do in _BY_SIGHT:
        if shown in text:
            do(hands)
            return
    do = hands.chance.choice(_TYPED) if hands.wants_words else _any(hands.chance)
    hands.did.append(do.__name__.strip("_"))
    do(hands)


def leave(hands: Hands) -> None:
    """Save and leave."""
    hands.did.append("leave")
    hands.press("escape")
    hands.press("ctrl+q")
    hands.comes("leaving")


def hand_out(hands: Hands) -> None:
    """Go to the finish, and hand out a version."""
    hands.did.append("hand out")
    _command(hands, "f")
    if hands.until(lambda text: _DRAFT in text):
        _hand_out(hands)


def _command(hands: Hands, letter: str) -> None:
    """A letter as a command: out of the line first, and not so quick that it looks like typing."""
    hands.pause(0.35)
    if _TYPING in hands.text:
        hands.press("escape")
        hands.until(lambda text: _TYPING not in text, 0.5)
    hands.press(letter)


def _sheet(hands: Hands) -> None:
    """Who is here: mostly left empty."""
    if hands.chance.random() < 0.3:
        hands.press("tab")
        hands.write(sentence(hands.chance, 2))
    hands.hand_over("ctrl+s")
    hands.until(lambda text: "Ctrl+S go on" not in text)


def _round(hands: Hands) -> None:
    hands.press("enter")
    hands.until(lambda text: "the round is done" not in text)


def _close(hands: Hands) -> None:
    hands.press("escape")
    hands.until(lambda text: "Esc close" not in text)


def _ticks(hands: Hands) -> None:
    if hands.chance.random() < 0.3:
        hands.press("space")
    hands.hand_over("enter")
    hands.until(lambda text: "Which of these are true" not in text)


def _finished(hands: Hands) -> None:
    """On the finish: mostly back to the questions."""
    if hands.chance.random() < 0.15:
        _hand_out(hands)
    else:
        _command(hands, "b")
        hands.until(lambda text: _DRAFT not in text)


def _hand_out(hands: Hands) -> None:
    hands.hand_over("enter")
    hands.comes("handing out")
    hands.until(
        lambda text: "opens the folder" in text, 4 if hands.plan.moment == "handing out" else 1
    )


def _reword(hands: Hands) -> None:
    """On the list of sentences: write one of them, and go back."""
    hands.press(*["down"] * hands.chance.randint(0, 2), "enter")
    if hands.until(lambda text: _FORM in text):
        said = sentence(hands.chance)
        hands.write(f" {said}")
        hands.claim(
            said, lambda text: _FORM not in text and "Our own words" in text and _all(said, text)
        )
        hands.hand_over("enter")
        hands.until(lambda text: _FORM not in text)
    hands.press("escape")
    hands.until(lambda text: "Our own words" not in text)


def _answer(hands: Hands) -> None:
    """Type into the first line, if there is one, and take the answer as it stands."""
    hands.answer_after_all()
    if _TYPING in hands.text:
        said = sentence(hands.chance)
        hands.write(said)
        if hands.chance.random() < 0.3:
            hands.press("tab")
            hands.write(sentence(hands.chance, 2))
        hands.claim(
            said, lambda text: _STANCES in text and _TYPING not in text and _all(said, text)
        )
    before = hands.text
    hands.hand_over("ctrl+s")
    hands.until(lambda text: text != before and (_STANCES in text or _AGAIN in text), 0.5)
    if _AGAIN in hands.text:
        hands.hand_over("ctrl+s")


def _agree(hands: Hands) -> None:
    hands.answer_after_all()
    before = hands.text
    hands.pause(0.4)  # e decides, so it is not taken while earlier keys wait
    hands.hand_over("f9")
    hands.until(lambda text: text != before, 0.5)


def _note(hands: Hands) -> None:
    _command(hands, "j")
    if hands.until(lambda text: _NOTE in text):
        said = sentence(hands.chance)
        hands.write(said)
        hands.claim(said, lambda text: _NOTE not in text and (_STANCES in text or _TYPING in text))
        hands.hand_over("enter")
        hands.until(lambda text: _NOTE not in text)


def _park(hands: Hands) -> None:
    hands.press("f4")
    if hands.until(lambda text: "Put off." in text):
        said = sentence(hands.chance, 2)
        hands.owners.append(said)
        hands.write(said)
        hands.claim(said, lambda text: "is put off" in text)
        hands.hand_over("ctrl+s")
        hands.until(lambda text: "is put off" in text)


def _words(hands: Hands) -> None:
    hands.press("f5")
    if hands.until(lambda text: "Our own words." in text, 0.5):
        _reword(hands)


def _partner(hands: Hands) -> None:
    """Add one to the table of who takes part."""
    _command(hands, "t")
    if hands.until(lambda text: "Full name" in text, 0.5):
        _partners(hands)


def _type_partner(hands: Hands) -> None:
    """Type into the line that is open, and take the whole table."""
    said = sentence(hands.chance, 2)
    hands.write(said)
    hands.claim(said, lambda text: _STANCES in text and _TYPING not in text and _all(said, text))
    hands.hand_over("ctrl+s")
    hands.until(lambda text: _STANCES in text, 0.8)


def _partners(hands: Hands) -> None:
    """On the page of who takes part: on, or one more of them."""
    if "+ add a row" in hands.text and hands.chance.random() < 0.4:
        hands.terminal.click("+ add a row")
        if hands.until(lambda text: _TYPING in text, 0.5):
            _type_partner(hands)
            return
    if _TYPING in hands.text and hands.chance.random() < 0.5:
        _type_partner(hands)
        return
    hands.press("ctrl+g")
    hands.until(lambda text: "Full name" not in text, 0.5)


def _take_back(hands: Hands) -> None:
    """Undo, and perhaps redo: what was said in this run is then owed no more."""
    hands.watch.forget()
    _command(hands, "z")
    hands.comes("after Enter")
    hands.rest()
    if hands.chance.random() < 0.5:
        _command(hands, "y")
        hands.comes("after Enter")
        hands.rest()


def _on(hands: Hands) -> None:
    hands.press("ctrl+g")


def _back(hands: Hands) -> None:
    hands.press("ctrl+b")


def _look_round(hands: Hands) -> None:
    """A list or a page, and back."""
    hands.press(hands.chance.choice(("f3", "f2", "f1", "ctrl+o")))
    hands.rest()
    hands.press("escape")
    hands.press("ctrl+b")


def _any(chance: Random) -> Callable[[Hands], None]:
    return chance.choices(list(_ON_A_QUESTION), list(_ON_A_QUESTION.values()))[0]


def _all(said: str, text: str) -> bool:
    """Whether all the words are there, on however many lines."""
    return all(word in text for word in said.split())


_BY_SIGHT: Final[tuple[tuple[str, Callable[[Hands], None]], ...]] = (
    ("Esc close", _close),
    ("Ctrl+S go on", _sheet),
    ("the round is done", _round),
    ("Which of these are true", _ticks),
    (_DRAFT, _finished),
    ("Our own words.", _reword),
    ("Full name", _partners),
)
_ON_A_QUESTION: Final[dict[Callable[[Hands], None], int]] = {
    _answer: 5,
    _agree: 4,
    _note: 3,
    _words: 3,
    _park: 1,
    _partner: 1,
    _take_back: 1,
    _on: 2,
    _back: 1,
    _look_round: 1,
    hand_out: 1,
}
_TYPED: Final = (_answer, _answer, _note, _note, _words, _words, _park, _partner)
"""What begins with typing."""
