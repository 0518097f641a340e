"""Earlier states of the agreement, line by line; and the choice between two files."""

from __future__ import annotations

from interview import actions
from interview.plain.talk import Away, Talk
from interview.two_files import OURS, THEIRS, two_files
from interview.versions import Kept, kept
from interview.workspace import CannotOpen, load
from outputs import markdown
from outputs.document import document_of
from outputs.problems import BadAgreement


def versions(talk: Talk) -> None:
    """The states that are kept: read one, or bring it back."""
    talk.page(actions.VERSIONS, _versions)


def _versions(talk: Talk) -> None:
    _choose(talk)
    found = kept(talk.workspace.home)
    talk.say("Earlier versions:" if found else "There is no earlier version yet.")
    for n, each in enumerate(found, 1):
        talk.say(f"{each.label}, {each.found.in_words}", indent=2, mark=str(n))
    while found and (typed := talk.ask("Enter goes back, 1 reads it, b 1 brings it back:")):
        bringing = typed.casefold().startswith("b")
        at = talk.ask_number(typed.lstrip("bB ") if bringing else typed, len(found))
        if at is not None:
            _read(talk, found[at], bringing=bringing)


def _read(talk: Talk, each: Kept, *, bringing: bool) -> None:
    try:
        if bringing:
            talk.tell(talk.workspace.bring_back(each.path))
        else:
            text = markdown.render(document_of(load(each.path)))
    except (CannotOpen, BadAgreement) as error:
        talk.say(str(error))
        return
    if bringing:
        talk.say("It is as it was then. /undo takes that back.")
        raise Away
    for line in text.splitlines():
        talk.say(line)


def _choose(talk: Talk) -> None:
    """Where the file was changed elsewhere: what differs, and which of the two it is to be."""
    found = two_files(talk.workspace)
    if found is None:
        return
    talk.say(found.said)
    for line in found.differ:
        talk.say(line, indent=2, mark="–")
    talk.say(f"ours: {OURS}.", indent=2)
    if found.readable:
        talk.say(f"theirs: {THEIRS}.", indent=2)
    while typed := talk.ask("Type ours or theirs; Enter leaves both as they are:").casefold():
        if typed in ("ours", "theirs") and (typed == "ours" or found.readable):
            _take(talk, typed)
            return
        talk.say("Please type one of these words, or press Enter.")


def _take(talk: Talk, which: str) -> None:
    try:
        if which == "ours":
            beside = talk.workspace.keep_ours()
            talk.say(f"Yours is in its place again. Theirs is kept as {beside.name}.")
            return
        ours = talk.workspace.path.name
        talk.workspace = talk.workspace.use_theirs()
    except (CannotOpen, BadAgreement) as error:
        talk.say(str(error))
        return
    talk.say(f"This is theirs. Yours is kept as {ours}.")
    raise Away
