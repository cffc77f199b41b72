"""Promises of a paste: Word's and Excel's tables and lists come along, nothing is loaded, no word is lost."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.paperwork.keys import all_blocks, text_of
from ita_desktop.domain.paperwork.richtext import (
    MOST_COLUMNS,
    Align,
    Document,
    Heading,
    ListItem,
    Marker,
    Paragraph,
    Run,
    Section,
    Table,
    plain_text,
)
from ita_desktop.ui.widgets.rich_editor.clipboard import blocks_of_text
from ita_desktop.ui.widgets.rich_editor.html_reader import blocks_of_html

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_desktop.domain.paperwork.richtext import Block

WORD_LIST = """<html><head><style>p {color: red}</style></head><body>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>๑)<span style='font:7.0pt "Times New Roman"'>&nbsp;
</span></span><![endif]>ข้อแรก</p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>ก.<span>&nbsp;</span></span><![endif]>ข้อย่อย <b>ตัวหนา</b></p>
</body></html>"""
EXCEL = """<table width=300><col width=100><col width=200>
<tr><td colspan=2 align=center>หัว</td></tr><tr><td>๑</td><td align=right>๙๐.๕๐</td></tr></table>"""


def words(blocks: Iterable[Block]) -> str:
    """All words of blocks, those in cells too."""
    document = Document((Section(tuple(blocks)),))
    return " ".join(plain_text(text_of(block)) for block in all_blocks(document))


def test_word_lists_keep_their_markers_and_levels() -> None:
    """The label that Word types as letters becomes the item's marker."""
    first, second = blocks_of_html(WORD_LIST).blocks
    assert first == ListItem((Run("ข้อแรก"),), Marker.PAREN, 0, hanging=True)
    assert second == ListItem((Run("ข้อย่อย "), Run("ตัวหนา", bold=True)), Marker.LETTER, 1, hanging=True)


def test_excel_tables_keep_their_cells_and_widths() -> None:
    """Joined cells and alignment come along."""
    (table,) = blocks_of_html(EXCEL).blocks
    assert isinstance(table, Table)
    assert [len(row) for row in table.rows] == [1, 2]
    assert table.rows[0][0].columns == 2
    assert table.rows[0][0].align is Align.CENTER
    assert table.rows[1][1].align is Align.RIGHT


@pytest.mark.parametrize(
    ("source", "block"),
    [
        ("<h2>หัวข้อ</h2>", Heading((Run("หัวข้อ"),), 2)),
        ("<p style='text-align:center'>กลาง</p>", Paragraph((Run("กลาง"),), Align.CENTER, indented=False)),
        ("<p>ก<br>ข</p>", Paragraph((Run("ก\nข"),))),
        ("<ul><li>จุด</li></ul>", ListItem((Run("จุด"),), Marker.BULLET, hanging=True)),
        (
            '<p><a href="https://example.org/a">ลิงก์</a></p>',
            Paragraph((Run("ลิงก์", link="https://example.org/a"),)),
        ),
        ('<p><a href="javascript:alert(1)">คำ</a></p>', Paragraph((Run("คำ"),))),
        ("<p><span style='font-weight:700;font-style:italic'>x</span></p>",
         Paragraph((Run("x", bold=True, italic=True),))),
    ],
)  # fmt: skip
def test_plain_shapes_are_known(source: str, block: Block) -> None:
    """Headings, alignment, line ends, bullets, links, looks."""
    assert blocks_of_html(source).blocks == (block,)


def test_scripts_and_styles_leave_nothing_behind() -> None:
    """What stands in them is no text; a picture that is only an address is counted, not loaded."""
    found = blocks_of_html(
        "<style>p{}</style><script>alert('x')</script><p onclick='x()'>คงอยู่</p>"
        "<img src='https://example.org/a.png'><img src='file:///etc/passwd'>"
    )
    assert words(found.blocks) == "คงอยู่"
    assert found.pictures == {}
    assert found.left_out == 2


def test_a_table_of_sixty_columns_is_parted_and_told() -> None:
    """No page carries it: it comes as tables below each other, with every cell."""
    cells = "".join(f"<td>ช่อง{number}.</td>" for number in range(60))
    found = blocks_of_html(f"<table><tr>{cells}</tr><tr>{cells}</tr></table>")
    assert found.wide == 60
    assert [len(block.columns) for block in found.blocks if isinstance(block, Table)] == [MOST_COLUMNS, 20]
    assert all(words(found.blocks).count(f"ช่อง{number}.") == 2 for number in range(60))


def test_a_table_within_a_table_gives_its_words_to_the_cell() -> None:
    """A cell holds paragraphs alone."""
    (table,) = blocks_of_html(
        "<table><tr><td>นอก<table><tr><td>ใน</td></tr></table>ท้าย</td></tr></table>"
    ).blocks
    assert isinstance(table, Table)
    assert [plain_text(block.text) for block in table.rows[0][0].blocks] == ["นอก", "ใน", "ท้าย"]


TAGS = st.sampled_from(
    [
        "p",
        "div",
        "b",
        "i",
        "u",
        "span",
        "h1",
        "h3",
        "ul",
        "ol",
        "li",
        "table",
        "tr",
        "td",
        "th",
        "thead",
        "a",
        "sup",
    ]
)
WORDS = st.text(st.sampled_from("กขคงจฉชabc<&é๑๒"), min_size=1, max_size=8)


@st.composite
def muddled(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Tags opened and closed in any order with words between them, and the words alone."""
    parts, said = [], []
    for _ in range(draw(st.integers(1, 25))):
        choice = draw(st.integers(0, 3))
        if choice == 0:
            span = draw(st.integers(0, 5))
            parts.append(f"<{draw(TAGS)} rowspan={span} colspan={span}>")
        elif choice == 1:
            parts.append(f"</{draw(TAGS)}>")
        else:
            word = draw(WORDS)
            said.append(word)
            parts.append(html.escape(word) + " ")
    return "".join(parts), said


@given(muddled())
def test_no_word_is_lost_however_broken_the_tags_are(made: tuple[str, list[str]]) -> None:
    """Every letter that stood between tags stands in the blocks, in any shape."""
    source, said = made
    found = words(blocks_of_html(source).blocks)
    assert sorted(re.sub(r"\s", "", found)) == sorted("".join(said))


@given(muddled())
def test_every_table_of_a_paste_fills_its_grid(made: tuple[str, list[str]]) -> None:
    """Each place of a table belongs to one cell, so that the editor can hold it."""
    for block in blocks_of_html(made[0]).blocks:
        if isinstance(block, Table):
            places = sum(cell.columns * cell.rows for row in block.rows for cell in row)
            assert places == len(block.columns) * len(block.rows)


def test_lines_with_tabs_are_a_table() -> None:
    """As a spreadsheet gives them as text; uneven ones stay paragraphs."""
    (table,) = blocks_of_text("ก\tข\r\nค\tง\r\n")
    assert isinstance(table, Table)
    assert len(table.rows) == 2
    assert blocks_of_text("ก\tข\nค") == (Paragraph((Run("ก\tข"),)), Paragraph((Run("ค"),)))
