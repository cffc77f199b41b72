"""Promises of the guide: every page has its part, in both languages, and the keys that it names are there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ita_desktop.support import language
from ita_desktop.support.language import LANGUAGES
from ita_desktop.ui.help.topics import FIRST, ORDER, PICTURE, folder, topic, topic_of, topics
from ita_desktop.ui.help.window import HelpWindow
from ita_desktop.ui.tabs import TABS, Tab
from tests.ui.test_every_page import keys_in

if TYPE_CHECKING:
    from ita_desktop.support.language import Language
    from tests.ui.conftest import Hand

KEY = re.compile(r"`([^`]+)`")
TAKEN_BY_THE_WIDGET = {*"0123456789/*-+,", "Enter", "Esc", "↑", "↓", "Ctrl+C", "Ctrl+R", "Ctrl+E"}
"""Keys of a list, of the form in hand and of the welcome page: no shortcut of the page's own."""
FOR_SOME_STATES = {"F2", "F9", "Alt+R", "Del", "F3"}
"""Keys that are bound only while there is something that they could do, or by the table under the cursor."""


def keys_of(name: str) -> set[str]:
    """The keys that a topic names, as Qt writes them."""
    return {each.replace(" ", "+") for each in KEY.findall(topic(name).text)}


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_every_tab_has_its_topic(spoken: Language) -> None:
    """No page answers F1 with the first page of the guide, and no file of the guide is left out of it."""
    language.set_language(spoken)
    assert [entry.page for entry in TABS if topic_of(entry) == FIRST] == []
    assert sorted(path.stem for path in folder().glob("*.md")) == sorted(ORDER)


def test_both_languages_name_the_same_keys_and_pictures() -> None:
    """A key that was changed in one guide is changed in the other."""
    for name in ORDER:
        seen = []
        for spoken in LANGUAGES:
            language.set_language(spoken)
            lines = [line for line in topic(name).text.splitlines() if line.startswith(PICTURE)]
            seen.append((keys_of(name), [line.rpartition("(")[2] for line in lines]))
        assert seen[0] == seen[1], name


@pytest.mark.parametrize("tab", Tab)
def test_f1_opens_the_part_of_the_page(hand: Hand, tab: Tab) -> None:
    """The guide comes on the topic of the page that is seen; every key that it names is bound there."""
    hand.open(tab)
    hand.press(Qt.Key.Key_F1)
    guide = hand.window.findChild(HelpWindow)
    assert guide is not None
    assert guide.shown is not None
    name = topic_of(TABS[tab.value - 1])
    assert guide.shown.name == name
    assert guide.browser.toPlainText().startswith(guide.shown.title)
    bound = {key.replace("Delete", "Del") for key in keys_in(hand.window)}
    assert sorted(keys_of(name) - bound - TAKEN_BY_THE_WIDGET - FOR_SOME_STATES) == []
    guide.close()


def test_words_are_found_in_the_whole_guide(hand: Hand) -> None:
    """What is typed leaves the topics that have it; nothing typed brings all back."""
    guide = hand.window.show_help()
    assert guide.list.count() == len(ORDER)
    guide.find_field.setText("ใบปะหน้า")
    found = {guide.list.item(place).text() for place in range(guide.list.count())}
    assert topic("entry").title in found
    assert len(found) < len(ORDER)
    guide.find_field.setText("")
    assert guide.list.count() == len(ORDER)
    guide.close()


def test_the_guide_shows_no_picture_that_is_not_there() -> None:
    """Pictures are for the printed manual; in the window their lines are left out."""
    assert any(PICTURE in each.text for each in topics())
    assert not any(PICTURE in each.bare for each in topics())
