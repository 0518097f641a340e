"""Every action can be done where it is on offer, and its keys get in nobody's way."""

from __future__ import annotations

from collections import Counter

import pytest
from textual.binding import Binding
from textual.widgets import Input, TextArea

from interview import actions
from interview.tui.app import JointWorking
from interview.tui.screens.base import AgreementScreen
from interview.tui.screens.block import BlockScreen
from interview.tui.screens.check import CheckScreen
from interview.tui.screens.finish import FinishScreen
from interview.tui.screens.opening import OpeningScreen
from interview.tui.screens.parked import ParkedScreen
from interview.tui.screens.partners import PartnersScreen
from interview.tui.screens.question import QuestionScreen
from interview.tui.screens.room import RoomScreen
from interview.tui.screens.versions import VersionsScreen
from interview.tui.screens.words import WordsScreen
from interview.tui.widgets.editors import editor_for
from interview.tui.widgets.editors.base import Editor
from interview.tui.widgets.footer import Footer
from interview.tui.widgets.positions import STANCE_KEYS
from interview.workspace import Workspace
from questions.kinds import COMPOUND, SIMPLE
from tests.tui.hands import opened

SCREENS: dict[str, type[AgreementScreen]] = {
    screen.PLACE: screen
    for screen in (
        QuestionScreen,
        PartnersScreen,
        OpeningScreen,
        BlockScreen,
        CheckScreen,
        ParkedScreen,
        FinishScreen,
        WordsScreen,
        RoomScreen,
        VersionsScreen,
    )
}
PLACES = sorted({place for action in actions.ACTIONS for place in action.places})
MOST_LINKS = 5
OF_THE_POSITIONS = {*STANCE_KEYS, "r"}
"""What the positions take for themselves, beside the screen's letters."""


def keys_of(cls: type[Input | TextArea]) -> set[str]:
    """Every key that a text needs for itself."""
    bindings = [b if isinstance(b, Binding) else Binding(*b) for b in cls.BINDINGS]
    return {key.strip() for binding in bindings for key in binding.key.split(",")}


@pytest.mark.parametrize("place", PLACES)
def test_every_place_is_a_screen(place: str) -> None:
    """An action names only places that there are."""
    assert place in SCREENS


@pytest.mark.parametrize("place", PLACES)
def test_every_action_has_a_handler_where_it_is_on_offer(place: str) -> None:
    """The screen of the place does it, or the app does."""
    for action in actions.at(place):
        name = f"do_{action.id}"
        assert hasattr(SCREENS[place], name) or hasattr(JointWorking, name), action.id


@pytest.mark.parametrize("place", PLACES)
def test_no_two_actions_on_a_screen_share_a_key(place: str) -> None:
    """Nor does one take a key of the positions, or of the screen's own bindings."""
    ours = Counter(key for a in actions.at(place) for key in (a.letter, a.key) if key)
    own = [b for b in SCREENS[place].BINDINGS if isinstance(b, Binding)]
    ours.update(
        key.strip()
        for binding in own
        if not binding.action.startswith(("do(", "letter("))
        for key in binding.key.split(",")
    )
    assert [key for key, times in ours.items() if times > 1] == []
    assert not OF_THE_POSITIONS & set(ours)


@pytest.mark.parametrize("cls", [Input, TextArea])
def test_no_key_that_works_everywhere_is_one_that_a_text_needs(
    cls: type[Input | TextArea],
) -> None:
    """While somebody types, an action may not take the key from under their hands."""
    everywhere = {a.key for a in actions.ACTIONS if a.key}
    same_byte = {"ctrl+i", "ctrl+m", "ctrl+left_square_bracket", "ctrl+h", "ctrl+j"}
    assert not everywhere & (keys_of(cls) | same_byte)
    assert all(len(key) > 1 for key in everywhere), "a letter types itself"


def test_letters_are_single_letters() -> None:
    """Small ones, that every keyboard has."""
    for action in actions.ACTIONS:
        assert action.letter == "" or (
            len(action.letter) == 1 and action.letter.isascii() and action.letter.islower()
        ), action.id


def test_an_action_can_be_reached_from_the_keyboard() -> None:
    """Each has a letter or a key."""
    assert [a.id for a in actions.ACTIONS if not (a.letter or a.key)] == []


@pytest.mark.parametrize("place", PLACES)
def test_the_footer_has_at_most_five_links(place: str) -> None:
    """More of them are cut off in a narrow window."""
    assert sum(action.footer for action in actions.at(place)) <= MOST_LINKS


@pytest.mark.parametrize("place", PLACES)
def test_what_is_in_the_footer_has_a_key_that_works_while_typing(place: str) -> None:
    """Or its link would vanish when the focus goes into a line."""
    assert [a.id for a in actions.at(place) if a.footer and not a.key] == []


async def test_the_footer_fits_into_eighty_columns(evening: Workspace) -> None:
    """Also with the longer keys that are shown while somebody types."""
    async with opened(evening, at="decide", size=(80, 24)) as pilot:
        footer = pilot.app.screen.query_one(Footer)
        for typing in (False, True):
            footer.show(typing=typing)
            await pilot.pause()
            last = [link for link in footer.children if link.display][-1]
            assert last.region.right <= 80


@pytest.mark.parametrize("kind", sorted({*SIMPLE, *COMPOUND}))
def test_every_kind_has_an_editor(kind: str) -> None:
    """A kind without one could be put in a bank and never answered."""
    assert issubclass(editor_for(kind), Editor)
