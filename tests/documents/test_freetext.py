"""Markdown becomes an official paper: exact, numbered as offices number, and safe to set."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pymupdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from ita_desktop.documents.freetext import typeset
from ita_desktop.documents.setting import problems
from ita_desktop.documents.typeset import EmbeddingForbidden, FontUnreadable, TableMalformed, WordListMissing
from ita_desktop.documents.typeset.families import BUNDLED
from ita_desktop.domain.papers import (
    CharacterUnprintable,
    FontFault,
    FontUnknown,
    FontUnusable,
    PictureUnusable,
    TableUneven,
    WordsMissing,
)
from ita_desktop.domain.problems import FileProblem
from ita_desktop.wording.problems import told
from tests.documents.pdf import bare, find, spans, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_desktop.domain.problems import Problem

CREATED = datetime(2025, 1, 1, tzinfo=UTC)
NOWHERE = Path("nowhere")


def text_from(text: str, folder: Path = NOWHERE) -> str:
    """The text of a Markdown text's PDF."""
    return text_of(typeset(text, folder, created=CREATED))


def test_paragraphs_come_back_exactly() -> None:
    """Thai, Latin and figures are read as they were written; looks add and take nothing."""
    text = "ด้วยเทศบาล **น้ำใจ** และ *เอียง* พ.ศ. 2568 `o2` [ลิงก์](https://a.go.th) ฯลฯ\n\nย่อหน้าที่สอง บรรทัด  \nใหม่"
    assert text_from(text) == bare("ด้วยเทศบาลน้ำใจและเอียงพ.ศ.2568o2ลิงก์ฯลฯย่อหน้าที่สองบรรทัดใหม่")


@pytest.mark.parametrize(
    ("source", "bold"),
    [
        ("ข้อ**(ก)**ต่อ", "(ก)"),
        ("**หมายเหตุ:**ข้อความ", "หมายเหตุ:"),
        ("ให้**“เปิดเผย”**ไว้", "“เปิดเผย”"),
        ("ดู**ก**(ข) และ", "ก"),
        ("“**ข**” และ", "ข"),
        ("ก **ข ค** ง", "ข ค"),
        ("ก**ขค**ง", "ขค"),
    ],
)
def test_bold_beside_thai_needs_no_space(source: str, bold: str) -> None:
    """Thai writes on without a space, so stars beside a bracket or a colon are bold, and never printed."""
    page = spans(typeset(source, NOWHERE, created=CREATED))
    assert bare("".join(span.text for span in page)) == bare(source.replace("*", ""))
    assert bare("".join(span.text for span in page if "Bold" in span.font)) == bare(bold)


def test_stars_that_pair_with_nothing_are_text() -> None:
    """A star of a sum or a note mark stays."""
    assert text_from("ก*(ข และ ค") == bare("ก*(ข และ ค")


def test_raw_html_is_text() -> None:
    """What a person typed is printed, never run and never dropped."""
    source = "ก <b>ข</b>\n\n<script>alert(1)</script>\n\n<div>\nค\n</div>"
    assert text_from(source) == bare(source)


def test_headings_are_numbered_below_the_title() -> None:
    """The one first-level heading is the title; ๑. and ๑.๑ follow, and a number of its own is kept."""
    text = "# ชื่อเรื่อง\n\n## หนึ่ง\n\n### ย่อย\n\n### ย่อยสอง\n\n## สอง\n\n## 3. มีเลขแล้ว"
    assert text_from(text) == bare("ชื่อเรื่อง ๑.หนึ่ง ๑.๑ย่อย ๑.๒ย่อยสอง ๒.สอง 3.มีเลขแล้ว")


def test_headings_without_a_title_are_numbered_from_the_first() -> None:
    """Several first-level headings are chapters."""
    assert text_from("# หนึ่ง\n\n## ย่อย\n\n# สอง") == bare("๑.หนึ่ง ๑.๑ย่อย ๒.สอง")


def test_nested_lists_are_numbered_in_the_thai_order() -> None:
    """๑. → ๑.๑ → ๑) → (๑) → -, and a list that begins with 3 does."""
    text = "3. ก\n   1. ข\n      1. ค\n         1. ง\n            - จ\n4. ฉ\n\n- ช"
    assert text_from(text) == bare("๓.ก ๓.๑ข ๑)ค (๑)ง -จ ๔.ฉ -ช")


def test_lists_under_numbered_headings_begin_with_a_bracket() -> None:
    """๑. and ๑.๑ are the headings' own."""
    assert text_from("# ท\n\n## ห\n\n1. ก\n   1. ข") == bare("ท ๑.ห ๑)ก (๑)ข")


def test_clauses_begin_at_the_indent_of_official_papers() -> None:
    """2.5 cm for a paragraph and its clauses, a step more for each depth."""
    page = spans(typeset("ย่อหน้า\n\n1. ก\n   1. ข", NOWHERE, created=CREATED))
    assert find(page, "ย่อหน้า").x == pytest.approx(55.0, abs=0.2)
    assert find(page, "๑.").x == pytest.approx(55.0, abs=0.2)
    assert find(page, "๑.๑").x == pytest.approx(62.5, abs=0.2)


def test_items_hold_more_than_a_line() -> None:
    """Paragraphs, quotations, code and tables inside an item stay in their order."""
    text = "1. ก\n\n   ข\n\n   > ค\n\n       ง = 1\n\n   | จ | ฉ |\n   |---|---|\n   | ช | ซ |\n\n2. ฌ"
    assert text_from(text) == bare("๑.ก ข ค ง=1 จ ฉ ช ซ ๒.ฌ")


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ("ราช\nการ", "ราชการ"),
        ("เรื่อง\nน้ำ **หนา\nแน่น**\nต่อ", "เรื่องน้ำ หนาแน่นต่อ"),
        ("ปี\n๒๕๖๘", "ปี ๒๕๖๘"),
        ("ต่าง\nๆ", "ต่าง ๆ"),
        ("ระบบ\nITA", "ระบบ ITA"),
        ("ITA\nresult", "ITA result"),
        ("ก\\\nข", "ก ข"),
    ],
)
def test_a_wrapped_line_leaves_no_gap_inside_thai(source: str, printed: str) -> None:
    """An editor's line end inside Thai is nothing; beside Latin, figures and ๆ it is a space."""
    document = pymupdf.open(stream=typeset(source, NOWHERE, created=CREATED))
    assert " ".join(document[0].get_text().split()) == printed
    document.close()


def test_a_wrapped_heading_is_one_title() -> None:
    """The title in a reader's window has no gap where the source was wrapped."""
    with pymupdf.open(stream=typeset("ประกาศ\nผล\n===", NOWHERE, created=CREATED)) as document:
        assert document.metadata["title"] == "ประกาศผล"


def test_figures_of_a_wide_table_are_never_cut() -> None:
    """Twelve columns of money fit: each is as wide as its longest figure, in smaller letters."""
    figures = [f"{place * 1234.5:,.2f}" for place in range(1, 13)]
    rows = ["|".join(figures), "|".join(["--:"] * 12), "|".join(figures)]
    with pymupdf.open(
        stream=typeset("\n".join(f"|{row}|" for row in rows), NOWHERE, created=CREATED)
    ) as made:
        words = [word[4] for word in made[0].get_text("words")]
    assert words == figures * 2


def test_the_column_with_most_to_say_is_the_widest() -> None:
    """A number's column stays narrow beside sentences."""
    text = "| ที่ | รายการ | ผล |\n|---|---|---|\n| ๑ | " + "ให้เปิดเผยข้อมูล " * 20 + "| ผ่าน |"
    page = spans(typeset(text, NOWHERE, created=CREATED))
    first, second, third = (find(page, word).x for word in ("๑", "ให้เปิดเผย", "ผ่าน"))
    assert third - second > 5 * (second - first)


def test_tables_and_footnotes_are_set() -> None:
    """Cells in their rows; a note at the foot, with its mark."""
    text = "คำ[^n] ต่อ\n\n| ก | ข |\n|:--|--:|\n| ค | 1.50 |\n\n[^n]: คำอธิบาย **หนา**"
    found = text_from(text)
    assert "กขค1.50" in found
    assert "คำอธิบายหนา" in found
    assert "คำ๑ต่อ" in found


def test_a_footnote_that_calls_itself_ends() -> None:
    """A text may be wrong; it must not hang the program."""
    assert "ก" in text_from("ก[^a]\n\n[^a]: ข[^a]")


def test_the_first_heading_is_the_documents_title() -> None:
    """A reader's window shows it; without headings the file's name stands in."""
    for text, title in (("# เรื่อง *หนึ่ง*", "เรื่อง หนึ่ง"), ("ข้อความ", "ไฟล์")):
        with pymupdf.open(stream=typeset(text, NOWHERE, created=CREATED, title="ไฟล์")) as document:
            assert document.metadata["title"] == title


def test_pictures_lie_beside_the_text(tmp_path: Path) -> None:
    """A picture with a Thai name is set with its caption."""
    Image.new("RGB", (300, 100), "white").save(tmp_path / "ภาพ หนึ่ง.png")
    pdf = typeset("![คำบรรยาย](ภาพ%20หนึ่ง.png)", tmp_path, created=CREATED)
    with pymupdf.open(stream=pdf) as document:
        assert len(document[0].get_images()) == 1
    assert text_of(pdf) == "คำบรรยาย"


def _outside(folder: Path) -> str:
    Image.new("RGB", (9, 9)).save(folder.parent / "secret.png")
    return "../secret.png"


def _linked(folder: Path) -> str:
    Image.new("RGB", (9, 9)).save(folder.parent / "secret.png")
    (folder / "link.png").symlink_to(folder.parent / "secret.png")
    return "link.png"


def _text(folder: Path) -> str:
    (folder / "not.png").write_text("ไม่ใช่ภาพ", "utf-8")
    return "not.png"


@pytest.mark.parametrize(
    "make",
    [
        lambda _: "missing.png",
        lambda _: "https://a.go.th/x.png",
        lambda _: "//a.go.th/x.png",
        lambda _: "/etc/passwd",
        _outside,
        _linked,
        _text,
    ],
)
def test_a_picture_that_cannot_be_had_is_told(make: Callable[[Path], str], tmp_path: Path) -> None:
    """Missing, remote, outside the folder, no picture: a problem with a reason, never another file."""
    folder = tmp_path / "งาน"
    folder.mkdir()
    with pytest.raises(PictureUnusable) as told:
        typeset(f"![ภาพ]({make(folder)})", folder, created=CREATED)
    assert told.value.reason


def test_what_markdown_takes_for_no_picture_is_text() -> None:
    """An address on the disk is no link, so it is printed as it stands."""
    assert text_from("![ภาพ](file:///etc/passwd)") == "![ภาพ](file:///etc/passwd)"


def test_a_character_that_the_font_lacks_is_named() -> None:
    """Never an empty box."""
    with pytest.raises(CharacterUnprintable) as told:
        text_from("ยิ้ม 😀")
    assert told.value.character == "😀"


def test_an_unknown_family_is_told_with_the_known_ones() -> None:
    """A typing mistake in --font is a problem with an answer."""
    with pytest.raises(FontUnknown) as told:
        typeset("ก", NOWHERE, "comic", created=CREATED)
    assert "laksaman" in told.value.known


def test_a_font_of_the_users_is_used_by_its_file(tmp_path: Path) -> None:
    """With the faces that lie beside it; what cannot be used is refused with its reason."""
    own = tmp_path / "ของฉัน-Regular.ttf"
    own.write_bytes(BUNDLED["sarabun"].regular.read_bytes())
    (tmp_path / "ของฉัน-Bold.ttf").write_bytes((BUNDLED["sarabun"].bold or own).read_bytes())
    with pymupdf.open(stream=typeset("ก **ข**", NOWHERE, str(own), created=CREATED)) as document:
        names = {font[3].split("+")[-1] for font in document[0].get_fonts()}
    assert len(names) == 2
    with pytest.raises(FontUnusable) as told:
        typeset("ก", NOWHERE, str(tmp_path / "หาย.ttf"), created=CREATED)
    assert told.value.reason is FontFault.MISSING


def _faults() -> list[tuple[Exception, Problem]]:
    """What the typesetter raises beside what a person is told."""
    where = Path("x.ttf")
    plain: list[tuple[Exception, Problem]] = [
        (EmbeddingForbidden(where, 2), FontUnusable(where, FontFault.EMBEDDING_FORBIDDEN)),
        (WordListMissing(where), WordsMissing(where)),
        (TableMalformed(0, 3, 2), TableUneven(1, 3, 2)),
    ]
    return plain + [
        (FontUnreadable(where, fault.value), FontUnusable(where, fault))
        for fault in FontFault
        if fault is not FontFault.EMBEDDING_FORBIDDEN
    ]


@pytest.mark.parametrize(("raised", "problem"), _faults())
def test_each_fault_of_the_typesetter_is_told(raised: Exception, problem: Problem) -> None:
    """A font that forbids embedding, a lost word list, an uneven table: a problem with words of its own."""
    with pytest.raises(type(problem)) as met, problems():
        raise raised
    assert vars(met.value) == vars(problem)
    words = told(met.value)
    assert words.do
    assert ("x.ttf" in words.what) == isinstance(problem, FileProblem)


@pytest.mark.parametrize("text", ["", "\n\n", "[^1]: ไม่มีใครอ้าง", "---", "- ", "|\n|", "# ", "![](", "> "])
def test_next_to_nothing_is_a_page_too(text: str) -> None:
    """Empty and broken texts are set, not refused."""
    assert typeset(text, NOWHERE, created=CREATED).startswith(b"%PDF")


@settings(max_examples=30)
@given(st.text(alphabet="กขคงี่ำ้๑1 \n#*_-|>`[]().!^:<&", max_size=120))
def test_no_text_breaks_the_setter(text: str) -> None:
    """Whatever is typed comes out as a PDF, or as a problem about a picture."""
    try:
        assert typeset(text, NOWHERE, created=CREATED).startswith(b"%PDF")
    except PictureUnusable:
        assert "![" in text
