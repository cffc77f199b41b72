"""Markdown becomes an official paper, and none of its letters is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image

from ita_desktop.documents.typeset import (
    Cell,
    FootnoteRef,
    Heading,
    ListItem,
    MissingGlyph,
    Paragraph,
    Picture,
    PictureUnreadable,
    Run,
    Table,
    render,
)
from ita_desktop.documents.typeset.markdown import markdown_blocks, markdown_title
from tests.documents.typeset.readers import BARE, INFO, mupdf, squeeze

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = """\
# ประกาศเทศบาลสมมติ

ข้อความ **หนา** และ *เอน* ของความ
โปร่งใส[^ก] และ [ลิงก์](https://example.go.th)

1. หนึ่ง
   1. ย่อย
      1. ลึก
         1. ลึกสุด
            - ขีด
2. สอง

| ที่ | คะแนน |
|:-:|--:|
| ๑ | ๙๘.๕ |

![ทุ่งนา](pic.png "ภาพที่ ๑")

<b>ตรง</b>

[^ก]: หมายเหตุ
"""


def test_each_mark_becomes_its_block(tmp_path: Path) -> None:
    """Headings, runs, lists with official labels, tables, pictures, footnotes; raw HTML is plain letters."""
    Image.new("RGB", (300, 100)).save(tmp_path / "pic.png")
    blocks = markdown_blocks(SOURCE, tmp_path)
    heading, text, *items, table, picture, html = blocks
    assert isinstance(heading, Heading)
    assert markdown_title(SOURCE) == "ประกาศเทศบาลสมมติ"
    assert isinstance(text, Paragraph)
    assert Run("หนา", bold=True) in text.text
    assert Run("เอน", italic=True) in text.text
    assert Run(" ของความโปร่งใส") in text.text
    assert Run("ลิงก์", link="https://example.go.th") in text.text
    assert any(isinstance(part, FootnoteRef) and part.text == [Run("หมายเหตุ")] for part in text.text)
    assert [(i.label, i.level) for i in items if isinstance(i, ListItem)] == [
        ("๑.", 0), ("๑.๑", 1), ("๑)", 2), ("(๑)", 3), ("-", 4), ("๒.", 0),
    ]  # fmt: skip
    assert isinstance(table, Table)
    assert [column.align for column in table.columns] == ["center", "right"]
    assert table.rows[1] == [Cell([Run("๑")]), Cell([Run("๙๘.๕")])]
    assert isinstance(picture, Picture)
    assert (picture.alt, picture.caption, round(picture.width_mm)) == ("ทุ่งนา", "ภาพที่ ๑", 51)
    assert isinstance(html, Paragraph)
    assert html.text == [Run("<b>ตรง</b>")]


def test_all_letters_reach_the_paper(tmp_path: Path) -> None:
    """The text of the PDF is the text of the source without its marks."""
    Image.new("RGB", (300, 100)).save(tmp_path / "pic.png")
    pdf = render(markdown_blocks(SOURCE, tmp_path), info=INFO, page=BARE)
    text = squeeze(mupdf(pdf))
    for part in (
        "ประกาศเทศบาลสมมติ",
        "ข้อความหนาและเอนของความโปร่งใส",
        "ลึกสุด",
        "๙๘.๕",
        "ภาพที่๑",
        "<b>ตรง</b>",
        "หมายเหตุ",
    ):
        assert part in text


@pytest.mark.parametrize("source", ["![x](none.png)", "![x](https://example.go.th/x.png)"])
def test_a_picture_that_is_not_there_is_refused(tmp_path: Path, source: str) -> None:
    """Neither a missing file nor the internet."""
    with pytest.raises(PictureUnreadable):
        markdown_blocks(source, tmp_path)


@pytest.mark.parametrize(
    "source",
    [
        "",
        "\n\n",
        "- \n",
        "1.\n\n   ย่อหน้า",
        "> - ก\n>   1. ข",
        "```\nรหัส\n  สอง\n```",
        "| ก |\n|-|",
        "[^1]\n\n[^1]: ก",
        "# ",
        "---",
    ],
)
def test_odd_markdown_is_set(tmp_path: Path, source: str) -> None:
    """Empty items, tables without rows, nested quotations: set without complaint."""
    try:
        assert render(markdown_blocks(source, tmp_path), info=INFO).startswith(b"%PDF")
    except MissingGlyph as problem:
        pytest.fail(f"{problem.char!r} was made by the reader")
