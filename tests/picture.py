"""The picture in README.md, made by the program itself: `make picture`.

Plays the worked example up to "How we decide together", opens it, and saves what is on the
screen as docs/question.svg.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import re
import tempfile
from pathlib import Path

from interview import commands as c
from interview import places, workspace
from interview.answers_file import play
from interview.tui.app import JointWorking
from outputs import toml
from questions.load import bundled, load

PICTURE = Path(__file__).parents[1] / "docs" / "question.svg"
EVENING = dt.datetime(2027, 3, 4, 19, 42)
SHOWN = "decide"


async def _picture(folder: Path) -> str:
    bank = load(bundled())
    session = play(bundled() / "examples" / "warm-hall.toml", bank, lambda: EVENING, "picture")
    for position in ("lunch-club", "st-annes"):
        session.apply(c.TakePosition(SHOWN, position, "agree"))
    session.apply(c.GoTo(SHOWN))
    path = folder / "agreement.toml"
    path.write_text(toml.write(session.agreement()), encoding="utf-8")
    opened = workspace.resume(path, bank, clock=lambda: EVENING)
    app = JointWorking(opened)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        svg = app.export_screenshot(title="joint-working")
        app.exit()
    opened.close()
    return svg


def main() -> None:
    """Make the picture."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        setattr(places, "state_folder", lambda: folder / "state")  # noqa: B010  # mypy minds the other way
        setattr(workspace, "state_folder", lambda: folder / "state")  # noqa: B010  # ditto
        svg = asyncio.run(_picture(folder))
    # The fonts that Textual names are fetched from elsewhere; any fixed-width one will do.
    svg = re.sub(r"@font-face\s*\{.*?\}", "", svg, flags=re.DOTALL)
    svg = re.sub(r"Saved(\s|&#160;)\d\d:\d\d", r"Saved\g<1>19:42", svg)
    PICTURE.write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
