"""Editors: what an answer of each kind is typed into.

An editor holds texts by key (see ``interview.typed``); it reads and accepts nothing itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from questions.kinds import COMPOUND, FORM, SIMPLE

if TYPE_CHECKING:
    from interview.tui.widgets.editors.base import Editor

_CHOOSING = ("choice", "choices", "yes_no")


def editor_for(kind: str) -> type[Editor]:
    """The editor of a kind; each is loaded when first needed, for the sake of memory."""
    if kind in _CHOOSING:
        from interview.tui.widgets.editors.choose import ChooseEditor

        return ChooseEditor
    if kind == "paragraph":
        from interview.tui.widgets.editors.page import PageEditor

        return PageEditor
    if kind == FORM or kind in SIMPLE:
        from interview.tui.widgets.editors.lines import LinesEditor

        return LinesEditor
    assert kind in COMPOUND, kind
    from interview.tui.widgets.editors.rows import RowsEditor

    return RowsEditor
