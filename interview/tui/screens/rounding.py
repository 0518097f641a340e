"""A round: whose turn it is, a quiet minute first, and what each partner thought, in a line.

Part of the question screen, which is too much for one file.
"""

from __future__ import annotations

from typing import Final

from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from interview import commands as c
from interview import tonight
from interview.record import Partner
from interview.tui.literal import labelled
from interview.tui.screens.agreeing import AgreeingScreen
from interview.tui.widgets.footer import Footer
from interview.tui.widgets.line_form import LineForm
from questions.model import Question

_QUIET: Final = 60.0
"""Seconds that a quiet minute lasts."""

_ROUND: Final = "Each partner in turn; no replies until all have spoken."


class RoundScreen(AgreeingScreen):
    """A screen whose question may begin with a round."""

    _round_done = False
    _speaker = 0
    _quiet: Timer | None = None

    @property
    def question(self) -> Question:
        """The question on this screen."""
        found = self.session.bank.find(self.shown)
        assert found is not None, self.shown
        return found

    def begin_round(self, *, done: bool) -> None:
        """A question has come; ``done`` says that nobody has to speak first."""
        self._round_done = done
        if done:
            self.session.heard.add(self.shown)
        self._speaker = 0
        self._end_quiet()

    def show_aloud(self) -> None:
        """What to read aloud, and what comes then."""
        self.query_one("#aloud", Static).update(self._aloud())
        thoughts = self.query_one("#thoughts", Static)
        said = self.session.jottings.get(self.shown, {})
        called = {p.id: p.said for p in self.session.record.present}
        lines = [
            Content.assemble((f"{called[id]}: ", "bold"), said[id]) for id in said if id in called
        ]
        thoughts.update(Content("\n").join(lines))
        thoughts.display = bool(lines)

    def _aloud(self) -> Content:
        question = self.question
        parts = []
        if question.read_aloud:
            parts.append(labelled("Read aloud", question.read_aloud))
        if not self._round_done:
            parts.append(labelled("A round", question.round or _ROUND))
            parts += self._turns()
        elif question.makes_clause:
            parts.append(labelled("Then", "show thumbs, all together"))
        return Content("\n").join(parts)

    def _turns(self) -> list[Content]:
        """Whose turn it is, and who speaks after."""
        if self._quiet is not None:
            said = "Nobody speaks. Jot your own answer on paper. Enter ends the minute."
            return [labelled("Quiet now", said)]
        order = self._order()
        if not order:
            return []
        self._speaker = min(self._speaker, len(order) - 1)  # one of them may have left
        now, after = order[self._speaker], order[self._speaker + 1 :]
        then = f", then {', '.join(p.said for p in after)}" if after else ", last of all"
        keys = "Space: the next. j: note what each thought. m: a quiet minute first."
        return [
            labelled("Speaks now", Content.assemble((now.said, "bold"), then)),
            Content.styled(keys, "dim"),
        ]

    def _order(self) -> tuple[Partner, ...]:
        return tonight.speaking_order(self.session, self.shown)

    def action_next_speaker(self) -> None:
        """The next partner's turn."""
        if not self._round_done and self._speaker + 1 < len(self._order()):
            self._speaker += 1
            self.show_aloud()

    async def do_quiet(self) -> None:
        """A minute in which nobody speaks. It ends by itself, or with Enter."""
        if self._round_done:
            self.tell("A quiet minute comes before a round, and this question has none now.")
            return
        self._end_quiet()
        self._quiet = self.set_timer(_QUIET, self._minute_over)
        self.query_one(Footer).show(typing=False, first="Enter ends the minute")
        self.show_aloud()

    def _minute_over(self) -> None:
        self._end_quiet()
        self.show_aloud()
        self.tell("The minute is over. Now a round.")

    def _end_quiet(self) -> None:
        if self._quiet is not None:
            self.query_one(Footer).show(typing=False, first="Enter the round is done")
            self._quiet.stop()
            self._quiet = None

    def quiet_ended(self) -> bool:
        """End the quiet minute, if there is one."""
        was_quiet = self._quiet is not None
        self._end_quiet()
        if was_quiet:
            self.show_aloud()
        return was_quiet

    async def do_note(self) -> None:
        """In a round, a line for each partner's thought; afterwards a jotting of the group's."""
        if self._round_done:
            await super().do_note()
            return
        order = self._order()
        said = self.session.jottings.get(self.shown, {})
        here = self.shown

        async def thought(texts: list[str]) -> None:
            self._thought(order, texts)

        def keep(n: int, text: str) -> None:
            """What is half typed is forgotten as well: it goes to no file."""
            if n < len(order):
                self.session.jottings.setdefault(here, {})[order[n].id] = text

        form = LineForm(
            "What each thought, in a line. It is forgotten afterwards, unless you keep it.",
            (*(p.said for p in order), "Keep these? yes or no"),
            (*(said.get(p.id, "") for p in order), ""),
            thought,
            yes_no=(len(order),),
        )
        await self.open_aside(form, "", keep)

    def _thought(self, order: tuple[Partner, ...], texts: list[str]) -> None:
        *thoughts, keep = texts
        said = {p.id: text for p, text in zip(order, thoughts, strict=True) if text.strip()}
        self.session.jottings[self.shown] = said
        if keep.strip().lower().startswith("y"):
            lines = [f"{p.said}: {said[p.id]}" for p in order if p.id in said]
            before = self.session.entry(self.shown).note
            self.apply(c.Note(self.shown, "\n".join(filter(None, (before, *lines)))))
        self.show_aloud()
