"""Two hands on the keyboard of the screens: keys, pastes, and Tab to wherever they are wanted."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Final

from textual import events
from textual.keys import _character_to_key
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, OptionList, TextArea

from interview.session import Session
from interview.tui.app import JointWorking
from interview.tui.widgets.editors.table import RowList
from interview.tui.widgets.positions import Positions

_SHORT: Final = 8
"""Characters up to which a text is typed; a longer one is pasted."""


class Hands:
    """Everything that a person does to the app goes through here, as events."""

    def __init__(self, app: JointWorking) -> None:
        self._app = app

    @property
    def session(self) -> Session:
        """The conversation that the app is holding; it is only looked at."""
        assert self._app.workspace is not None
        return self._app.workspace.session

    @property
    def screen(self) -> Screen[object]:
        """The screen that is shown."""
        return self._app.screen

    @property
    def focused(self) -> Widget | None:
        return self._app.focused

    async def press(self, *keys: str) -> None:
        """Press keys in one burst, and wait until they have had their whole effect."""
        for key in keys:
            self._send(_key(key))
        await self._settled()

    async def tab_to(self, wanted: Widget) -> None:
        """Bring the focus to a widget with the Tab key."""
        await self.press(*self._way(self.focused, wanted))
        assert self.focused is wanted, (self.focused, wanted)

    async def write(self, text: str) -> None:
        """Put a text in place of whatever stands in the field that has the focus."""
        field = self.focused
        if isinstance(field, TextArea):
            self._send(_key("f7"))
        else:
            assert isinstance(field, Input), field
            if field.value and len(field.selected_text) < len(field.value):
                self._send(_key("ctrl+shift+a"))
        self._type(text)
        await self._settled()

    async def fill(self, lines: Sequence[tuple[Input, str]]) -> None:
        """Write into every line that says something else, all in one go."""
        at = self.focused
        for line, text in lines:
            if line.value == text:
                continue
            way = self._way(at, line)
            for key in (*way, "ctrl+shift+a"):  # what is there is to be typed over
                self._send(_key(key))
            self._type(text)
            at = line
        await self._settled()
        for line, text in lines:
            assert line.value == text, (line.value, text)

    async def fill_form(self, texts: list[str]) -> None:
        """Fill the lines of a small form, one after another; Enter after the last ends it."""
        for text in texts:
            await self.write(text)
            await self.press("enter")

    # Lists with a cursor

    async def row(self, rows: RowList, n: int) -> None:
        """Bring the cursor of a table to a row."""
        await self.tab_to(rows)
        await self._up_or_down(n - rows.cursor)
        assert rows.cursor == n

    async def line(self, lines: OptionList, id: str) -> None:
        """Bring the cursor of a list to the line with that id."""
        await self._up_or_down(lines.get_option_index(id) - (lines.highlighted or 0))
        assert lines.highlighted == lines.get_option_index(id)

    async def partner(self, positions: Positions, name: str, names: list[str]) -> None:
        """Bring the cursor of the positions to a partner, one of these."""
        shown = str(positions.render()).split("\n")
        here = next(line.removeprefix("▸ ") for line in shown if line.startswith("▸"))
        at = max((each for each in names if here.startswith(each)), key=len)
        await self._up_or_down(names.index(name) - names.index(at))

    async def _up_or_down(self, by: int) -> None:
        if by:
            await self.press(*["down" if by > 0 else "up"] * abs(by))

    # The events

    def _way(self, at: Widget | None, wanted: Widget) -> list[str]:
        """The keys from one widget to another."""
        chain = self._app.screen.focus_chain
        steps = chain.index(wanted) - (chain.index(at) if at in chain else -1)
        return ["tab" if steps > 0 else "shift+tab"] * abs(steps)

    def _type(self, text: str) -> None:
        """Type or paste over what is selected."""
        if not text:
            self._send(_key("backspace"))
        elif len(text) <= _SHORT and text.isascii() and text.isprintable():
            for character in text:
                self._send(_key(character))
        else:
            self._send(events.Paste(text))

    def _send(self, event: events.Event) -> None:
        event.set_sender(self._app)
        self._app.post_message(event)

    async def _settled(self) -> None:
        """Wait until the app has let every key through and each has had its whole effect."""
        passed = asyncio.Event()
        self._app.call_later(passed.set)
        await passed.wait()
        while (releasing := self._app._releasing) is not None:
            await asyncio.wait([releasing])


def _key(name: str) -> events.Key:
    """A key as a terminal would send it."""
    character = name if len(name) == 1 else {"space": " ", "tab": "\t"}.get(name)
    if len(name) == 1 and not name.isalnum():
        name = _character_to_key(name)
    return events.Key(name, character)
