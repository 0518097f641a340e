"""Letters shown as they are typed, on a terminal that can do nothing but print."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator

from prompt_toolkit.buffer import Buffer
from prompt_toolkit.utils import get_cwidth


@contextlib.contextmanager
def echo(write: Callable[[str], None], label: str, buffer: Buffer, *, on: bool) -> Iterator[None]:
    """Print the label and what is typed behind it; nothing at all unless ``on``."""
    if not on:
        yield
        return
    shown = ""

    def follow(_: Buffer) -> None:
        nonlocal shown
        new = buffer.text
        if new.startswith(shown):
            write(new[len(shown) :])
        elif shown.startswith(new):
            write("\b \b" * get_cwidth(shown[len(new) :]))
        else:  # changed in the middle, or brought back with the up arrow
            write(f"\n{label}{new}")
        shown = new

    write(label)
    buffer.on_text_changed += follow
    try:
        yield
    finally:
        write("\n")
