"""Keys take effect in the order they were sent, however fast they come.

Textual hands each key to the focused widget's queue the moment it arrives, and what the key sets
going (a bubbled message, a binding, another screen, another focus) happens later, in other
queues. Keys that come in one read, from a fast typist on a slow link, a paste without brackets or
a braille keyboard, therefore overtake the effects of those before them: `Ann<enter>Bob` submits
`AnnBob`, and the backspace of `abc<backspace>d` is lost. Here each key waits until the one before
it has had its whole effect. A key that comes alone is passed on at once.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from contextlib import suppress
from functools import cached_property

from textual import events
from textual.app import App, ReturnType, ScreenStackError
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widget import Widget

ROUND = 0.25
"""Seconds one round may take before the place is looked at afresh: a widget that is being taken
away never answers."""

PATIENCE = 2.0
"""Seconds a key is held back for the one before it. After that something is stuck or at long
work, and a person must still be able to leave, so what is held goes through as it came."""

LULL = 0.025
"""Seconds after a key, if no other comes, before anything is asked about its effects: longer than
a frame, so that asking costs the key's own echo nothing, and over before a held key repeats."""

TYPING = 0.35
"""Seconds between two letters below which somebody is typing, and means no command."""

HELD = (events.Key, events.Paste, events.MouseDown, events.MouseUp)
"""What may have to wait. Buttons of the mouse too, or a click would overtake the keys before it."""


class OrderedKeys(App[ReturnType]):
    """An app in which no key overtakes the effects of the keys before it.

    Covered: whatever handlers do before they return, what they post or leave to `call_later`,
    `call_next` or `call_after_refresh`, and the screens and focus that come of it. Not covered:
    what is left to a timer or a worker, which no key waits for.
    """

    _releasing: asyncio.Task[None] | None = None

    @cached_property
    def _held(self) -> deque[events.Event]:
        """What has arrived and waits for its turn, oldest first."""
        return deque()

    @cached_property
    def _hurry(self) -> asyncio.Event:
        """Set while something is held."""
        return asyncio.Event()

    _letters: tuple[float, float] = (-1.0, -1.0)
    """When the last two letters came that went into no text."""

    @property
    def letters_in_a_row(self) -> bool:
        """Whether the last letter came so soon after another that it was a word, and no command."""
        before, last = self._letters
        return before >= 0 and last - before < TYPING

    @property
    def keys_waiting(self) -> bool:
        """Whether more keys have come than anybody can have pressed on purpose by now."""
        return bool(self._held)

    async def on_event(self, event: events.Event) -> None:
        """Pass `event` on, or hold it back while an earlier key is still having its effect."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            self._note_letter(event)
        if not isinstance(event, HELD) or event.is_forwarded:
            await super().on_event(event)
        elif self._releasing is not None:
            self._held.append(event)
            self._hurry.set()
        else:
            typed = self._is_typing(event)
            await super().on_event(event)
            self._releasing = asyncio.create_task(self._release(typed), name="ordered keys")

    def _note_letter(self, event: events.Key) -> None:
        letter = event.character is not None and event.character.isalpha()
        if letter and not self._is_typing(event):
            self._letters = (self._letters[1], time.monotonic())
        elif not letter:
            self._letters = (-1.0, -1.0)

    async def _release(self, typed: bool) -> None:
        """Let what is held through, one at a time, each once the one before it has settled.

        `typed` says whether the key that has just gone through is text for a field.
        """
        forward = super().on_event
        try:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._hurry.wait(), LULL)
            while (settled := await self._settle(typed)) is not None and self._held:
                # Through the App's own queue: handlers must run in its task, not in this one.
                for _ in range(1 if settled else len(self._held)):
                    if not self._held:  # several went through as one
                        break
                    event, typed = self._next_held()
                    self.post_message(events.Callback(lambda event=event: forward(event)))
        finally:
            self._hurry.clear()
            self._releasing = None

    def _next_held(self) -> tuple[events.Event, bool]:
        """The oldest of what is held, and whether it is text for a field.

        Letters that wait for one field go into it as one piece: a page that comes without the
        marks of a paste, as old consoles send it, would take minutes letter by letter.
        """
        event = self._held.popleft()
        if not isinstance(event, events.Key) or not self._is_typing(event):
            return event, False
        text = event.character or ""
        while self._held and self._is_typing(following := self._held[0]):
            assert isinstance(following, events.Key)
            text += following.character or ""
            self._held.popleft()
        return (events.Paste(text) if len(text) > 1 else event), True

    async def _settle(self, typed: bool) -> bool | None:
        """Wait until nothing that the last key set going is under way any more.

        True once two rounds in a row have found all queues empty and the focus where it was. One
        is not enough: a message that has been taken out of its queue, and whose handler is waiting
        for something, is in no queue; the second round waits behind it. Between the two a frame is
        drawn, for the sake of what was left to `call_after_refresh`. Text that goes into a field
        only makes the field say that it has changed: it needs one round and no frame, or a long
        paste without brackets would take a frame for each letter.

        False when that did not come about within PATIENCE; None when the app is closing.
        """
        needed = 1 if typed else 2
        quiet = 0
        deadline = asyncio.get_running_loop().time() + PATIENCE
        while quiet < needed:
            if not self.is_running:
                return None
            if asyncio.get_running_loop().time() > deadline:
                return False
            place = self._place()
            try:
                async with asyncio.timeout(ROUND):
                    empty = await self._round(place)
                    if empty and not typed and not quiet:
                        await self._frame(place)
            except TimeoutError:
                empty = False
            quiet = quiet + 1 if empty and place == self._place() else 0
        return True

    async def _round(self, place: tuple[Screen[object] | None, Widget | None]) -> bool:
        """Send a callback through the queues from the focused widget up to the app, in turn.

        Messages bubble the same way, so each is handled before the callback that follows it.
        Returns whether nothing had been put into any of these queues behind the callback.
        """
        screen, focused = place
        start = focused or screen
        pumps: list[DOMNode] = [] if start is None else list(start.ancestors_with_self)
        if self not in pumps:
            pumps.append(self)
        arrived = asyncio.Event()
        empty = True

        def arrive() -> None:
            # Looked at here, inside the queue's own task: by the time that the waiting task
            # wakes, the next message may be out of the queue and half handled.
            nonlocal empty
            empty = empty and not any(pump.message_queue_size for pump in pumps)
            arrived.set()

        for pump in pumps:
            if pump.post_message(events.Callback(arrive)):
                await arrived.wait()
                arrived.clear()
        return empty

    async def _frame(self, place: tuple[Screen[object] | None, Widget | None]) -> None:
        """Wait until the screen has been drawn, if it needs to be, and its callbacks have run."""
        screen, _ = place
        drawn = asyncio.Event()
        if screen is not None and screen.call_after_refresh(drawn.set):
            await drawn.wait()

    def _place(self) -> tuple[Screen[object] | None, Widget | None]:
        """The screen and the widget on it that the next key would go to."""
        try:
            return self.screen, self.focused
        except ScreenStackError:
            return None, None

    def _is_typing(self, event: events.Event) -> bool:
        """Whether `event` is a key that the focused widget takes in as text."""
        _, focused = self._place()
        return (
            isinstance(event, events.Key)
            and focused is not None
            and focused.check_consume_key(event.key, event.character)
        )
