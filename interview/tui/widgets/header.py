"""The top of every screen: whose agreement, where we are, whether it is saved."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from interview import tonight
from interview.disk import SaveState
from interview.session import Session
from interview.timing import Plan
from interview.tui.literal import literal

SAYINGS = {
    "saving": "Saving…",
    "failed": "NOT SAVED",
    "aside": "Saved beside",
    "changed": "Two files",
}


class Header(Vertical):
    """Three lines: title, time and disk; the themes; a rule below, which shows the time too."""

    _session: Session | None = None

    def compose(self) -> ComposeResult:
        with Vertical(id="header-top"):
            yield Static(id="header-title")
            yield Static(id="header-time")
            yield Static(id="header-saved")
        yield Static(id="header-themes")
        yield Static(id="header-bar")

    def show(self, session: Session, state: SaveState) -> None:
        """Bring the header up to date."""
        self._session = session
        how_far = session.progress()
        title = Content.assemble(
            (session.record.title, "bold"),
            f"   {how_far.done} of {how_far.total} done",
        )
        self.query_one("#header-title", Static).update(title)
        self._show_themes(session)
        self.show_time()
        self.show_saved(state)

    def on_resize(self) -> None:
        if self._session is not None:
            self._show_themes(self._session)
            self.show_time()

    def show_time(self) -> None:
        """What is left of this question and of the meeting: in words, and as a quiet line."""
        plan = tonight.plan(self._session) if self._session else None
        self.set_class(plan is not None, "-timed")
        if plan is None:
            return
        for place in self.query("#header-time").results(Static):
            place.update(_time_in_words(plan))
        width = self.app.size.width
        over = round(width * min(1.0, plan.used))
        for place in self.query("#header-bar").results(Static):
            place.update(Content("━" * over + "─" * (width - over)))

    def _show_themes(self, session: Session) -> None:
        """Every theme if they fit on the line; else the one that we are at."""
        here, parked = session.question.theme, _parked(session)
        shown = Content.assemble(_themes(session, here), parked)
        if shown.cell_length > self.app.size.width - 2:
            shown = Content.assemble(_theme(session, here), parked)
        self.query_one("#header-themes", Static).update(shown)

    def show_saved(self, state: SaveState) -> None:
        """Say how things stand with the disk."""
        said = f"Saved {state.at:%H:%M}" if state.kind == "saved" else SAYINGS[state.kind]
        style = "bold $error" if state.kind in ("failed", "changed") else ""
        # Word from the saving thread may come while the screen is being made afresh; whoever
        # makes it then says how things stand.
        for place in self.query("#header-saved").results(Static):
            place.update(literal(said, style))


def _time_in_words(plan: Plan) -> str:
    left = f"{round(plan.left)} min left" if plan.left >= 0.5 else "time is up"
    if plan.here is None:
        return left
    if plan.here >= 0.5:
        return f"{round(plan.here)} min for this, {left}"
    over = round(-plan.here)
    return f"{over} min over, {left}" if over else f"time to move on, {left}"


def _themes(session: Session, here: str) -> Content:
    """✓ done, ▸ here, · to come; and what is parked."""
    parts: list[Content | str | tuple[str, str]] = []
    for theme in session.bank.themes:
        how_far = session.progress(theme.id)
        if not how_far.total:
            continue
        name = theme.short or theme.title
        if theme.id == here:
            parts.append((f"▸ {name}  ", "bold"))
        else:
            parts.append((f"{'✓' if how_far.done == how_far.total else '·'} {name}  ", "dim"))
    return Content.assemble(*parts)


def _theme(session: Session, here: str) -> Content:
    """The theme alone, for a narrow window: which it is, and of how many."""
    asked = [t for t in session.bank.themes if session.progress(t.id).total]
    place = next(n for n, t in enumerate(asked, start=1) if t.id == here)
    return Content.assemble((f"▸ {asked[place - 1].title}", "bold"), f"  {place} of {len(asked)}")


def _parked(session: Session) -> str:
    count = sum(entry.standing == "parked" for entry in session.record.entries.values())
    count += len(session.record.parked)
    return f"   {count} parked" if count else ""
