"""A report's length of prose: exact in every reader, even, and broken where a second opinion agrees."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from ita_desktop.documents.typeset import BODY, PLAIN, Paragraph, render
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


@pytest.mark.parametrize("family", ["laksaman", "sarabun"])
@pytest.mark.parametrize("right_mm", [20, 135])
def test_no_reader_sees_a_space_where_there_is_none(family: str, right_mm: int) -> None:
    """Stretched letters are not taken for words of one letter: a search finds what is there."""
    paragraphs = [re.sub(" +", " ", text) for text in invented()[:40]]
    style = BODY if right_mm < 100 else PLAIN.but(align="justify")
    page = BARE.but(right_mm=right_mm)
    pdf = render([Paragraph(text, style) for text in paragraphs], info=INFO, page=page, family=family)
    for name, read in readers().items():
        lines = [line.strip() for line in read(pdf).splitlines() if line.strip()]
        assert len(lines) > 100
        assert [line for line in lines if not any(line in text for text in paragraphs)] == [], name


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


@pytest.mark.long
def test_a_report_of_five_hundred_pages_grows_with_its_pages_alone() -> None:
    """Peak memory hardly rises from 15 pages to 500, and a page takes no longer than in a short report."""
    short, long = (_set_in_a_new_process(times) for times in (1, 34))
    assert long.pages > 500
    assert long.megabytes - short.megabytes < 60
    assert long.seconds / long.pages < 2 * short.seconds / short.pages


class Run(NamedTuple):
    """What one process took."""

    pages: int
    seconds: float
    megabytes: float


def _set_in_a_new_process(times: int) -> Run:
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, str(times)],
        capture_output=True,
        check=True,
        text=True,
        cwd=Path(__file__).parents[3],
    )
    pages, seconds, kilobytes = done.stdout.split()
    return Run(int(pages), float(seconds), int(kilobytes) / 1024)


_SCRIPT = """
import resource, sys, time
from ita_desktop.documents.typeset import BODY, PLAIN, Paragraph, render
from tests.documents.typeset.prose import invented
from tests.documents.typeset.readers import BARE, INFO
texts = invented() * int(sys.argv[1])
render([Paragraph(texts[0])], info=INFO)
start = time.perf_counter()
pdf = render([Paragraph(text) for text in texts], info=INFO, page=BARE)
pages = pdf.count(b"/StructParents")
print(pages, time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
