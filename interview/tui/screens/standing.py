"""What else can become of a question: put off, seen in two ways, left open, or not for us.

Part of the question screen, which is too much for one file.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from textual.widget import Widget

from interview import commands as c
from interview import events as e
from interview.tui.screens.base import AgreementScreen
from interview.tui.widgets.line_form import LineForm

ASIDE: Final = "aside."
"""What the keys of half-typed text below a question begin with."""


class StandingScreen(AgreementScreen):
    """A screen with a question on it, and a place below for a line or two."""

    shown = ""
    """The id of the question on the screen."""

    _came_from: Widget | None = None

    async def go_on(self) -> None:
        """On to the next question."""
        raise NotImplementedError

    aside: dict[str, str]
    """What is typed below the question, by key; kept with what is half typed above."""

    def typed_aside(self) -> None:
        """Something was typed below the question."""
        raise NotImplementedError

    def forget_aside(self) -> None:
        """What was typed below is done with, or given up."""
        raise NotImplementedError

    async def open_aside(
        self, form: LineForm, name: str, keep: Callable[[int, str], None] | None = None
    ) -> None:
        """Ask a line or two under the editor; what was half typed there comes back.

        ``keep`` is told of each line as it is typed, where it is not to be kept as half typed.
        """
        slot = self.query_one("#aside")

        def keep_half_typed(n: int, text: str) -> None:
            self.aside[f"{ASIDE}{name}.{n}"] = text
            self.typed_aside()

        half = self.session.half_typed.get(self.shown, {})
        if keep is None:
            form.fill(lambda n, text: half.get(f"{ASIDE}{name}.{n}", text))
        form.keep = keep or keep_half_typed
        form.done = self.forget_aside
        if not slot.children:
            self._came_from = self.focused
        await slot.remove_children()
        await slot.mount(form)
        form.start()

    async def close_aside(self) -> None:
        """Take the lines away; who was still in them is back where it came from."""
        slot = self.query_one("#aside")
        back_to = self._came_from if slot.has_focus_within else None
        await slot.remove_children()
        if back_to is not None and back_to.is_attached:
            back_to.focus()

    async def do_park(self) -> None:
        entry = self.session.entry(self.shown)
        by = f"{entry.by:%d/%m/%Y}" if entry.by else ""
        await self.open_aside(
            LineForm(
                "Put off. It will stand under “Still to agree”.",
                ("Who takes it on?", "By when?"),
                (entry.owner, by),
                self._parked,
                dates=(1,),
                group=self.session.group,
            ),
            "park",
        )

    async def _parked(self, texts: list[str]) -> None:
        day = LineForm.day(texts[1], self.session.group)
        self.apply(c.Park(self.shown, texts[0], day))
        await self._go_on_saying("is put off")

    async def do_park_rest(self) -> None:
        await self.open_aside(
            LineForm(
                "All that is left is put off, and we go to how the evening ends.",
                ("Who takes it on?", "By when?"),
                ("", "28 days"),
                self._parked_rest,
                dates=(1,),
                group=self.session.group,
            ),
            "rest",
        )

    async def _parked_rest(self, texts: list[str]) -> None:
        day = LineForm.day(texts[1], self.session.group)
        events = self.apply(c.ParkTheRest(texts[0], day))
        if not any(isinstance(event, e.Refused) for event in events):
            await self.shell.show_current()
            self.shell.say("All that was left is put off. “z” takes that back.")

    async def do_disagree(self) -> None:
        present = self.session.record.present
        entry = self.session.entry(self.shown)
        by = f"{entry.by:%d/%m/%Y}" if entry.by else ""
        await self.open_aside(
            LineForm(
                "We keep each view in its own words. Leave a line empty to say nothing.",
                (*(f"{p.said} says" for p in present), "Who takes it on?", "By when?"),
                (*(entry.views.get(p.id, "") for p in present), entry.owner, by),
                self._disagreed,
                dates=(len(present) + 1,),
                group=self.session.group,
            ),
            "views",
        )

    async def _disagreed(self, texts: list[str]) -> None:
        ids = [p.id for p in self.session.record.present]
        views = dict(zip(ids, texts[: len(ids)], strict=True))
        day = LineForm.day(texts[-1], self.session.group)
        self.apply(c.Disagree(self.shown, views, texts[-2], day))
        await self._go_on_saying("keeps both views")

    async def do_note(self) -> None:
        note = self.session.entry(self.shown).note
        await self.open_aside(
            LineForm("A jotting. It is not printed.", ("Note",), (note,), self._noted), "note"
        )

    async def _noted(self, texts: list[str]) -> None:
        self.apply(c.Note(self.shown, texts[0]))

    async def do_undecided(self) -> None:
        self.apply(c.LeaveUndecided(self.shown))
        await self._go_on_saying("is left open")

    async def do_not_for_us(self) -> None:
        self.apply(c.NotRelevant(self.shown))
        await self._go_on_saying("is marked as not for us")

    async def _go_on_saying(self, what: str) -> None:
        """On, and say what became of this question: one letter may have been a slip."""
        question = self.session.bank.find(self.shown)
        title = (question.heading or question.ask) if question else ""
        await self.go_on()
        self.shell.say(f"“{title}” {what}. “z” takes that back.")
