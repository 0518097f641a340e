"""A bank of two questions with nothing to mend, to be spoilt in one place at a time."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

HEAD: Final = """
vague = ["regular", "as needed"]

[bank]
id = "house"
title = "House rules"
version = "1"
document = "agreement"
about = "Made up for tests. It is no advice."
opening = "We are here to talk."

[[theme]]
id = "t"
title = "How we work"
file = "t.toml"

[[always]]
id = "first"
code = "Z1"
theme = "t"
heading = "What comes first"
says = ["If there is a fire, we will call 999. We will not wait."]

[[word]]
word = "breach"
means = "a promise that was not kept"

[[swap]]
word = "breach"
write = "not kept to"

[[swap]]
word = "notify"
write = "tell"

[[swap]]
word = "endeavour"

[[swap]]
word = "party"
write = "partner"
but = ["political party"]
"""

QUESTIONS: Final = """
[[question]]
id = "money"
code = "M1"
kind = "yes_no"
trigger = true
ask = "Is there money in it?"
read_aloud = "A small sum counts."
why = "It is where friends fall out."
source = "Our own"
example = [{ who = "A club", text = "Yes." }, { who = "A choir", text = "No." }]

[[question]]
id = "decide"
code = "A2"
kind = "choice"
heading = "How we decide"
ask = "How do we decide?"
read_aloud = "One voice each."
why = "To say “no breach” decides nothing."
round = "No round."
watch_for = "“We will notify you.”"
weak = ["a breach"]
follow_up = "By when?"
get_help = "Stop here. Ask a friend."
source = "Our own"
example = [{ who = "A club", text = "All say yes." }, { who = "A choir", text = "Most do." }]
option = [
  { id = "all", label = "All say yes", says = ["We will go on when all of us say yes."] },
  { id = "most", label = "Most say yes", says = ["We will go on when most of us say yes."] },
]
field = [{ id = "wait", label = "We wait", kind = "period", default = "7 days", hint = "7 days" }]
sentence = [
  { id = "stuck", text = "If we cannot agree, we will wait {wait} and try once more." },
  { id = "no-wait", without = ["wait"], text = "If we cannot agree, we will leave it out." },
  { id = "costs", when = { question = "money", is = ["yes"] }, text = "{lead} will keep the tin." },
]
"""


def write(folder: Path, spoilt: Mapping[str, str] | None = None) -> Path:
    """The bank in a folder, with each of these texts, wherever it stands once, made another."""
    files = {"bank.toml": HEAD, "t.toml": QUESTIONS}
    for old, new in (spoilt or {}).items():
        assert sum(text.count(old) for text in files.values()) == 1, old
        files = {name: text.replace(old, new) for name, text in files.items()}
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    return folder
