"""Promises of wrapped labels on a Qt that knows no Thai words, as on Windows."""

from __future__ import annotations

import subprocess
import sys
from itertools import accumulate
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ita_desktop.documents.typeset.words import Words
from ita_desktop.services.thai_words import BREAK, with_breaks
from ita_desktop.ui import theme
from ita_desktop.ui.widgets import breaking
from ita_desktop.ui.widgets.labels import Text
from ita_desktop.ui.widgets.paragraph import Paragraph

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

SENTENCE = "กรอกคะแนนประเมินคุณธรรมและความโปร่งใสแล้วบันทึกรายงานให้จังหวัดทราบ"
WIDTHS = range(90, 420, 11)


@pytest.fixture
def blind_qt(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> None:
    """A Qt without a Thai dictionary of its own."""
    theme.apply(qapp)
    monkeypatch.setattr(breaking, "qt_breaks_thai", lambda: False)


def word_ends(text: str) -> set[int]:
    """Where a word or a space ends, as lengths of text before it."""
    return set(accumulate(len(token.text) for token in Words().tokens(text)))


def test_breaks_stand_between_words_and_nowhere_else() -> None:
    """Words stay whole, การ stays with its verb, and nothing but breaks is added."""
    broken = with_breaks("การประเมินคุณธรรมของหน่วยงาน ปี 2568")
    assert broken == f"การประเมิน{BREAK}คุณธรรม{BREAK}ของหน่วยงาน ปี 2568"
    assert with_breaks(SENTENCE).replace(BREAK, "") == SENTENCE
    assert with_breaks("Fiscal year 2568") == "Fiscal year 2568"


@pytest.mark.usefixtures("blind_qt")
def test_every_line_of_a_wrapped_label_ends_with_a_word() -> None:
    """At any width that holds its longest word, no line ends inside one."""
    ends = word_ends(SENTENCE)
    for width in WIDTHS:
        shown = Paragraph(SENTENCE, theme.font(), width)
        read = 0
        for line in shown.line_texts:
            read = SENTENCE.index(line, read) + len(line)
            assert read in ends, f"{width}: {line}"
        assert "".join(shown.line_texts).replace(" ", "") == SENTENCE.replace(" ", "")
        assert shown.widest <= width


@pytest.mark.usefixtures("blind_qt")
def test_what_is_copied_is_what_was_written(qtbot: QtBot) -> None:
    """A label's text, and what a person selects of it, carry no invisible letters."""
    label = Text(SENTENCE, wrap=True)
    qtbot.addWidget(label)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.resize(140, 400)
    label.show()
    label.setSelection(0, len(SENTENCE))
    assert label.heightForWidth(140) > 3 * label.fontMetrics().height()
    assert (label.text(), label.selectedText()) == (SENTENCE, SENTENCE)


@pytest.mark.usefixtures("blind_qt")
def test_a_text_that_fits_is_left_alone() -> None:
    """One line needs no dictionary."""
    assert breaking.breakable(SENTENCE, theme.font(), 5000) == SENTENCE
    assert BREAK in breaking.breakable(SENTENCE, theme.font(), 100)


def test_the_word_list_is_not_read_at_the_start() -> None:
    """Neither the service nor the labels bring the dictionary before a line needs it."""
    lines = (
        "import sys, ita_desktop.services.thai_words, ita_desktop.ui.widgets.labels",
        "sys.exit('nlpo3' in sys.modules or 'ita_desktop.documents.typeset.words' in sys.modules)",
    )
    assert subprocess.run([sys.executable, "-c", "\n".join(lines)], check=False).returncode == 0


def test_qt_is_asked_and_not_guessed(qapp: QApplication) -> None:
    """The answer about this Qt agrees with what a label of it does."""
    theme.apply(qapp)
    breaking.qt_breaks_thai.cache_clear()
    lines = Paragraph("ประเมินคุณธรรม", theme.font(), 75).line_texts
    if breaking.qt_breaks_thai():
        assert lines == ("ประเมิน", "คุณธรรม")
        assert breaking.breakable(SENTENCE, theme.font(), 100) == SENTENCE
    else:
        assert BREAK in breaking.breakable(SENTENCE, theme.font(), 100)
