"""Whatever is set, nothing crashes, hangs, or gets lost."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.documents.typeset import (
    BODY,
    PLAIN,
    Column,
    FootnoteRef,
    Heading,
    KeepTogether,
    ListItem,
    PageBreak,
    Paragraph,
    Run,
    Spacer,
    Table,
    render,
)
from tests.documents.typeset.readers import BARE, INFO, mupdf, squeeze

if TYPE_CHECKING:
    from ita_desktop.documents.typeset import Block, Text

LETTERS = "กขคงจฉญฐดตนบปฝพฟมยรลวสหอฮะาำเแโใไฤฯๆ๐๑๙่้๊๋์็ัิีึืฺุู AZaz09().,-/“”"
WORDS = st.text(st.sampled_from(LETTERS), min_size=1, max_size=120).map(lambda text: "ก" + text)
LOOKS = st.builds(
    Run, WORDS, bold=st.booleans(), italic=st.booleans(), superscript=st.booleans(), underline=st.booleans()
)
TEXTS = st.one_of(WORDS, st.lists(st.one_of(WORDS, LOOKS), min_size=1, max_size=4))
STYLES = st.builds(
    BODY.but,
    align=st.sampled_from(["justify", "left", "center", "right"]),
    size=st.sampled_from([10.0, 16.0, 29.0]),
    left_indent_mm=st.sampled_from([0.0, 20.0, 120.0]),
    first_indent_mm=st.sampled_from([0.0, 25.0, 200.0]),
    keep_with_next=st.booleans(),
)
SIMPLE: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, TEXTS, STYLES),
    st.builds(Heading, TEXTS, st.integers(1, 6)),
    st.builds(ListItem, st.sampled_from(["๑)", "-", "", "(๑๒๓๔๕)"]), TEXTS, st.integers(0, 4)),
    st.builds(Spacer, st.sampled_from([0.0, 5.0, 400.0])),
    st.just(PageBreak()),
)
BLOCKS = st.lists(
    st.one_of(
        SIMPLE, st.builds(KeepTogether, st.lists(SIMPLE, max_size=4), previous_lines=st.integers(0, 3))
    ),
    max_size=8,
)


def letters(text: Text) -> str:
    """Source letters without looks and white space."""
    parts = [text] if isinstance(text, str) else text
    return squeeze("".join(part if isinstance(part, str) else str(part.text) for part in parts))


def flat(blocks: list[Block]) -> str:
    """All letters that must reach the paper, in order."""
    found = ""
    for block in blocks:
        match block:
            case Paragraph() | Heading():
                found += letters(block.text)
            case ListItem():
                found += block.label + letters(block.text)
            case KeepTogether():
                found += flat(list(block.blocks))
            case _:
                pass
    return found


@given(BLOCKS)
def test_every_letter_of_any_document_reaches_the_paper(blocks: list[Block]) -> None:
    """Styles, indents wider than the page, groups, page breaks: the text comes back whole and in order."""
    assert squeeze(mupdf(render(blocks, info=INFO, page=BARE))) == flat(blocks)


@given(
    st.lists(st.lists(WORDS, min_size=3, max_size=3), min_size=1, max_size=30),
    st.integers(0, 3),
    st.integers(4, 60),
)
def test_every_cell_of_any_table_reaches_the_paper(rows: list[list[str]], heads: int, width: int) -> None:
    """Narrow columns, rows divided between pages, heads that repeat: no letter is missing."""
    heads = min(heads, len(rows) - 1)
    columns = [Column(width), Column(), Column(weight=3, align="decimal")]
    text = squeeze(mupdf(render([Table(columns, rows, header_rows=heads)], info=INFO, page=BARE)))
    assert not Counter(squeeze("".join(cell for row in rows for cell in row))) - Counter(text)


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=12))
def test_every_note_reaches_the_paper(pairs: list[tuple[str, str]]) -> None:
    """Notes of any length, many on a page."""
    blocks = [Paragraph([text, FootnoteRef(note)], PLAIN) for text, note in pairs]
    found = squeeze(mupdf(render(blocks, info=INFO, page=BARE)))
    assert len(found) >= len(squeeze("".join(text + note for text, note in pairs)))
    assert all(squeeze(text) in found for text, _ in pairs)
