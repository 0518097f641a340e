"""The end of the evening: where it is saved, what is open, and a version to hand out."""

from __future__ import annotations

from interview import actions, flow
from interview import commands as c
from interview.atomic import reason
from interview.exporting import hand_out
from interview.gaps import Gap, gaps
from interview.plain import show
from interview.plain.lists import list_parked
from interview.plain.talk import Again, Away, Leave, Talk, how
from interview.turn import still_open, time_for


def finish(talk: Talk) -> None:
    """Show what is done and what is open, and offer a version."""
    talk.page(actions.FINISH, _finish)


def _finish(talk: Talk) -> None:
    found = gaps(talk.session)
    _tell(talk, found)
    while True:
        typed = talk.ask("Enter goes back, h hands out a version, q leaves:")
        match typed.casefold():
            case "":
                return
            case "h":
                _hand_out(talk)
            case "q":
                raise Leave
            case _ if typed[:1].casefold() == "k":
                _meant(talk, typed[1:].strip(), found)
                raise Again
            case _:
                at = talk.ask_number(typed, len(found))
                if at is not None:
                    _mend(talk, found[at])


def _tell(talk: Talk, found: tuple[Gap, ...]) -> None:
    how_far = talk.session.progress()
    talk.say()
    talk.say(f"You have a draft. {how_far.done} of {how_far.total} questions are dealt with.")
    talk.say("It is kept in:")
    talk.voice.say_whole(str(talk.workspace.save_state.path))
    if versions := talk.session.record.versions:
        talk.say(f"Version {versions[-1].number} was handed out.")
    list_parked(talk)
    if time := time_for(talk.session, still_open(talk.session), how):
        talk.say(time)
    show.ask_first(talk)
    if more := flow.more(talk.session.bank, talk.session.record):
        talk.say(f"{more.in_words}, with /more.")
    if not found:
        talk.say("Nothing is missing.")
        talk.say("/end is what to read aloud before you go.")
        return
    talk.say("Before you go, you may want to look at these. Type a number to go to one.")
    for n, gap in enumerate(found, 1):
        meant = f" (k{n}: it is meant so)" if gap.rule else ""
        talk.say(f"{gap.ask}{meant}", indent=2, mark=str(n))


def _meant(talk: Talk, typed: str, found: tuple[Gap, ...]) -> None:
    """What a rule asks is meant so."""
    at = talk.ask_number(typed, len(found))
    if at is None:
        return
    if not found[at].rule:
        talk.say("That one is not a question of whether it is meant. Its number goes to it.")
    elif talk.send(c.Meant(found[at].question, found[at].rule)):
        talk.say("It is meant so, and is not asked again.")


def _mend(talk: Talk, gap: Gap) -> None:
    """Go to the question behind a gap; when it is done we come back."""
    talk.send(c.GoTo(gap.question))
    talk.return_to = finish
    raise Away


def _hand_out(talk: Talk) -> None:
    """Number a version, and write everything that is taken home."""
    if not talk.send(c.HandOut()):
        return
    number = talk.session.record.versions[-1].number
    talk.say(f"Version {number} is in:")
    try:
        for made in hand_out(talk.session.agreement(), talk.workspace.path.parent):
            if made.path is not None:
                talk.voice.say_whole(str(made.path))
            for note in made.notes:
                talk.say(note, indent=2)
    except OSError as error:
        talk.say(f"Not all of version {number} could be written: {reason(error)}.")
