"""Keys of a screen, made from the table of actions."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from interview import actions


def for_place(place: str) -> list[BindingType]:
    """A binding for every letter and key on offer here; both run ``action_do``."""
    return [
        Binding(key, f"do('{action.id}')", action.label, show=False)
        for action in actions.at(place)
        for key in (action.letter, action.key)
        if key
    ]
