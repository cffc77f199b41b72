"""A report's length of prose: exact in every reader, even, and broken where a second opinion agrees."""

from __future__ import annotations

import shutil

import pytest

from ita_desktop.documents.typeset import Paragraph, render
from tests.documents.typeset.gauges import breaks_inside_words, widest_gaps
from tests.documents.typeset.prose import invented
from tests.documents.typeset.readers import BARE, INFO, readers, squeeze


@pytest.mark.parametrize("family", ["laksaman", "sarabun"])
def test_every_paragraph_of_a_report_comes_back_exactly(family: str) -> None:
    """118 paragraphs over 15 pages, in each reader of this machine."""
    paragraphs = invented()
    pdf = render([Paragraph(text) for text in paragraphs], info=INFO, page=BARE, family=family)
    for name, read in readers().items():
        text = squeeze(read(pdf))
        assert sum(squeeze(paragraph) in text for paragraph in paragraphs) == 118, name


def test_no_gap_of_a_report_is_wider_than_an_em() -> None:
    """The widest white gap of any line, and the mean of the widest gaps of all lines."""
    pdf = render([Paragraph(text) for text in invented()], info=INFO, page=BARE)
    (worst, mean), pages = widest_gaps(pdf)
    assert pages > 10
    assert worst < 1.0
    assert mean < 0.4


@pytest.mark.skipif(shutil.which("node") is None, reason="the second segmenter is ICU in Node")
def test_a_second_segmenter_finds_no_line_end_inside_a_word() -> None:
    """ICU's Thai dictionary, which shares nothing with ours, agrees with every line end of the report."""
    paragraphs = invented()
    pdf = render([Paragraph(text) for text in paragraphs], info=INFO, page=BARE)
    wrong, total = breaks_inside_words(pdf, paragraphs).split("/")
    assert int(total) > 300
    assert int(wrong) == 0
