"""Asking for one value: what there is to pick from, what stands there now, and what is typed.

Enter keeps what stands there, "-" leaves it empty, anything else is read by the kind. A line
that means nothing is kept as it was typed, and asked about again; nobody has to stay for that.
"""

from __future__ import annotations

from typing import Final

from interview.plain.draft import Slot
from interview.plain.manners import MANNERS, Manner, keeping, own_words, something_else
from interview.plain.talk import Talk
from interview.typed import read_texts
from questions.kinds import SIMPLE
from questions.values import Mistake, Value

_LONGEST_SHOWN: Final = 40
"""Letters of a value shown on the prompt itself; a longer one is said above it."""
_NEEDS_EXAMPLE: Final = ("number", "money", "date", "period")


def ask_value(
    talk: Talk, slot: Slot, usual: frozenset[str] = frozenset(), *, offer: bool = True
) -> None:
    """Ask for one value.

    ``usual`` are the options that most groups choose; without ``offer`` the list to pick from
    is not read out, since it just was.
    """
    manner = MANNERS[slot.field.kind]
    if offer:
        _offer(talk, slot, manner, usual)
    before = refused = slot.text
    while True:
        label = _label(talk, slot, before)
        typed = talk.ask(label, known=refused, heard=keeping(slot, refused))
        if manner.lines and typed not in ("", "-"):
            typed = _more_lines(talk, slot, typed)
        if _taken(talk, slot, typed, before):
            return
        refused = slot.text


def _taken(talk: Talk, slot: Slot, typed: str, before: str) -> bool:
    """Whether what was typed will do; if not, the person is told why."""
    try:
        if typed == "-":
            slot.text = ""
        elif typed:
            slot.text = _meaning(talk, slot, typed)
        else:
            slot.text = before
            _value(talk, slot, before)
    except Mistake as mistake:
        talk.say(f"{mistake} Or type - to leave it empty, or /skip to go on.")
        return False
    return True


def _meaning(talk: Talk, slot: Slot, typed: str) -> str:
    """The text to keep; the number after the options asks for the group's own words."""
    manner, group = MANNERS[slot.field.kind], talk.session.group
    parts = [p.strip() for p in typed.split(",")] if manner.many else [typed]
    last = something_else(slot)
    if not last or str(last) not in parts:
        return manner.means(typed, slot, group)
    own = talk.ask("In your own words:", heard=keeping(slot, slot.text))
    if not own:
        raise Mistake("Nothing was typed.")
    rest = ", ".join(p for p in parts if p != str(last))
    kept = [manner.means(rest, slot, group)] if rest else []
    return "\n".join([*kept, own_words(own)])


def _more_lines(talk: Talk, slot: Slot, first: str) -> str:
    """The lines after the first; an empty one ends them."""
    talk.say("Go on, or press Enter on an empty line to end.")
    lines = [first]
    while line := talk.ask(">", heard=keeping(slot, "", "\n".join([*lines, ""]))):
        lines.append(line)
    return "\n".join(lines)


def _offer(talk: Talk, slot: Slot, manner: Manner, usual: frozenset[str]) -> None:
    """The numbered list to pick from, if the kind has one."""
    if slot.field.options:
        for n, option in enumerate(slot.field.options, 1):
            mark = " (usual)" if option.id in usual else ""
            explained = f": {option.explain}" if option.explain else ""
            talk.say(f"{option.label}{mark}{explained}", indent=2, mark=str(n))
        if last := something_else(slot):
            talk.say("Something else, in your own words", indent=2, mark=str(last))
        return
    if manner.picks is not None and not slot.text:
        picks = manner.picks(slot, talk.session.group)
        listed = ", ".join(f"{n} {name}" for n, name in enumerate(picks, 1))
        talk.say(f"{listed}, or a name.", indent=2)


def _label(talk: Talk, slot: Slot, before: str) -> str:
    name = _name(slot)
    shown = _shown(talk, slot, before)
    if not shown:
        return f"{name}{_hint(slot)}:"
    if len(shown) <= _LONGEST_SHOWN and "\n" not in shown:
        return f"{name} [{shown}]:"
    talk.say(f"{name}, so far:")
    talk.say(shown, indent=2)
    return "Enter keeps this, the up arrow brings it back to change:"


def _name(slot: Slot) -> str:
    if not slot.is_answer:
        return slot.field.label.rstrip(":")
    return {
        "choice": "A number",
        "choices": "Numbers, with commas",
        "yes_no": "y for yes, n for no",
    }.get(slot.field.kind, "We say")


def _hint(slot: Slot) -> str:
    if slot.field.hint:
        return f" ({slot.field.hint})"
    if slot.field.kind in _NEEDS_EXAMPLE:
        return f" (such as {SIMPLE[slot.field.kind].example})"
    return " (y or n)" if slot.field.kind == "yes_no" and not slot.is_answer else ""


def _shown(talk: Talk, slot: Slot, text: str) -> str:
    """What stands there now, in words; the text itself where it means nothing yet."""
    try:
        value = _value(talk, slot, text)
    except Mistake:
        return text
    if value is None or slot.field.kind in ("text", "paragraph"):
        return text if value is not None else ""
    return SIMPLE[slot.field.kind].say(value, slot.field, talk.session.group)


def _value(talk: Talk, slot: Slot, text: str) -> Value | None:
    """The value that a kept text stands for.

    Raises:
        Mistake: it stands for none.
    """
    if not text:
        return None
    group = talk.session.group
    if not slot.is_answer:
        return SIMPLE[slot.field.kind].read(text, slot.field, group)
    typed = read_texts(slot.draft.question, {slot.key: text}, group)
    if slot.key in typed.mistakes:
        raise Mistake(typed.mistakes[slot.key])
    return typed.answer.value
