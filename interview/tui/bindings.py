"""Keys of a screen, made from the table of actions."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from interview import actions


def for_place(place: str) -> list[BindingType]:
    """A binding for every letter and key on offer here."""
    return [
        Binding(key, f"{how}('{action.id}')", action.label, show=False)
        for action in actions.at(place)
        for key, how in ((action.letter, "letter"), (action.key, "do"))
        if key
    ]
