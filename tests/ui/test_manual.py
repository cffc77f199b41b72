"""Promises of the manual: made from the guide and the sample office; the card of keys is one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_desktop.services.papers import typeset_text
from ita_desktop.support import clock
from ita_desktop.support.language import LANGUAGES, set_language
from ita_desktop.ui import manual, screens, theme
from ita_desktop.ui.help.topics import ORDER, topic
from tests.documents.pdf import pages, text_of

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from ita_desktop.services.workspace import Workspace
    from ita_desktop.support.language import Language
    from ita_desktop.ui.tasks import TaskRunner


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_card_of_keys_is_one_page(language: Language, tmp_path: Path) -> None:
    """It is pinned to the wall beside the screen."""
    set_language(language)
    source = tmp_path / "keys.md"
    source.write_text(topic(manual.CARD).text, "utf-8")
    assert pages(typeset_text(source, clock.now(), manual.FAMILY)) == 1


def test_the_manual_has_every_topic_and_a_picture_of_every_tab(
    qapp: QApplication, workspace: Workspace, tasks: TaskRunner, tmp_path: Path
) -> None:
    """Set by the program's own engine, in both languages, with pictures taken while it is made."""
    with clock.frozen(screens.SAMPLE_DAY):
        manual.make(workspace, tasks, tmp_path)
    theme.apply(qapp)
    for language, (name, card) in manual.NAMES.items():
        set_language(language)
        data = (tmp_path / name).read_bytes()
        text = text_of(data).translate(THAI)
        missing = [each for each in ORDER if "".join(topic(each).title.split()).translate(THAI) not in text]
        assert missing == []
        assert data.count(b"/Subtype /Image") + data.count(b"/Subtype/Image") >= 8
        assert (tmp_path / card).exists()


THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
