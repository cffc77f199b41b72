"""Lines are even, within bounds, and none is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.documents.typeset import BODY, PLAIN, Run, Style
from ita_desktop.documents.typeset.families import family
from ita_desktop.documents.typeset.inline import Typesetter
from ita_desktop.documents.typeset.linebreak import SHRINK, STRETCH_BOUND
from ita_desktop.documents.typeset.paragraph import SetText, set_text
from ita_desktop.documents.typeset.slack import NATURAL
from ita_desktop.documents.typeset.style import MM
from ita_desktop.documents.typeset.wordlist import CONNECTIVES
from ita_desktop.documents.typeset.words import NEVER, Words

PROSE = (
    "ด้วยเทศบาลเมืองตัวอย่างได้ดำเนินการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ "
    "ประจำปีงบประมาณ พ.ศ. ๒๕๖๘ เพื่อให้ทราบถึงประเด็นที่เป็นข้อบกพร่องหรือจุดอ่อนที่จะต้องแก้ไขโดยเร่งด่วน "
    "และนำผลการวิเคราะห์ไปสู่การปรับปรุงการปฏิบัติงาน โดยคณะทำงานได้ประชุมร่วมกับหัวหน้าส่วนราชการทุกแห่ง "
    "เมื่อวันที่ ๘ มีนาคม ๒๕๖๘ ณ ห้องประชุมสภาเทศบาล และมีมติให้จัดทำมาตรการส่งเสริมความโปร่งใสภายในหน่วยงาน "
)
WIDTH = 160 * MM


def lines_of(text: str, style: Style = BODY, width: float = WIDTH, names: tuple[str, ...] = ()) -> SetText:
    """Set a text in Laksaman."""
    return set_text(Typesetter(family("laksaman"), Words(names)), text, style, width)


def test_justified_lines_end_at_the_margin_and_the_last_does_not() -> None:
    """Every line but the last is exactly as wide as its room; the last is natural."""
    block = lines_of(PROSE * 3)
    *full, last = block.lines
    assert len(full) > 5
    for index, line in enumerate(full):
        room = WIDTH - (BODY.first_indent_mm * MM if index == 0 else 0)
        assert line.width == pytest.approx(room, abs=0.01)
    assert last.gaps == NATURAL


def test_letter_spacing_is_bounded_and_even() -> None:
    """In a paragraph of ordinary prose no line is stretched by more than 0.06 em, and most by far less."""
    block = lines_of(PROSE * 6)
    stretches = [line.gaps.letter / line.em for line in block.lines[:-1]]
    assert max(stretches) < 0.06
    assert min(stretches) >= -2 * SHRINK
    assert sum(abs(s) for s in stretches) / len(stretches) < 0.03


@given(width_mm=st.integers(12, 170), repeat=st.integers(1, 3))
def test_no_line_leaves_its_column(width_mm: int, repeat: int) -> None:
    """In columns of any width the lines stay inside and hold all letters, and the bound holds."""
    block = lines_of(PROSE * repeat, PLAIN.but(align="justify"), width_mm * MM)
    assert "".join(line.text() for line in block.lines).replace(" ", "") == (PROSE * repeat).replace(" ", "")
    for line in block.lines:
        assert line.width <= width_mm * MM + 0.01
        assert line.gaps.letter <= STRETCH_BOUND * line.em


def test_no_connective_ends_a_line_where_there_is_a_choice() -> None:
    """Whatever the column, at most a few lines end in และ, ที่, ของ."""
    lines = [
        line for width in range(120, 170, 5) for line in lines_of(PROSE * 3, BODY, width * MM).lines[:-1]
    ]
    ends = [line for line in lines if line.items.shaped[line.last - 1].text in CONNECTIVES]
    assert len(lines) > 80
    assert len(ends) / len(lines) < 0.03


def test_a_name_is_never_divided_in_a_column_that_can_hold_it() -> None:
    """At every width the town's name stands on one line."""
    name = "เทศบาลเมืองบึงพระจันทร์เสี้ยว"
    for width in range(60, 170):
        block = lines_of(f"ประกาศ{name}ให้ทราบ " * 6, PLAIN.but(align="justify"), width * MM, (name,))
        assert "".join(line.text() for line in block.lines).count(name) == 6
        assert sum(line.text().count(name) for line in block.lines) == 6


def test_right_and_centred_lines_stand_where_they_should() -> None:
    """The slack is left of a right-aligned line and on both sides of a centred one."""
    right = lines_of("ข้อความสั้น", PLAIN.but(align="right")).lines[0]
    centred = lines_of("ข้อความสั้น", PLAIN.but(align="center")).lines[0]
    assert right.x + right.width == pytest.approx(WIDTH)
    assert centred.x * 2 + centred.width == pytest.approx(WIDTH)


def test_a_web_address_is_broken_at_its_joints() -> None:
    """One that is wider than a line ends its lines after / or -, not inside a word; nothing is lost."""
    address = "https://www.example.go.th/" + "very-long-path/" * 20 + "file.pdf"
    lines = [line.text() for line in lines_of(address).lines]
    assert len(lines) > 3
    assert all(line[-1] in "/-." for line in lines[:-1])
    assert "".join(lines) == address


def test_no_dash_begins_a_line() -> None:
    """A range and an either-or keep the dash or slash on the line before, where there is a choice."""
    for sign in "–/":
        text = f" ตุลาคม {sign} กันยายน และ" * 40
        for width in (60.0, 81.0, 123.0):
            lines = [line.text() for line in lines_of(text.strip(), width=width * MM).lines]
            assert not [line for line in lines if line.strip().startswith(sign)]


def test_a_line_end_in_the_source_ends_the_line() -> None:
    """In plain text and within runs; an empty line keeps its height."""
    assert [line.text() for line in lines_of("หนึ่ง\nสอง\n\nสาม").lines] == ["หนึ่ง", "สอง", "", "สาม"]
    block = set_text(Typesetter(family("laksaman"), Words()), [Run("ก\nข", bold=True), "ค"], PLAIN, WIDTH)
    assert [line.text() for line in block.lines] == ["ก", "ขค"]


def test_a_word_half_bold_is_one_word_still() -> None:
    """No line ends inside a word where the weight changes."""
    setter = Typesetter(family("laksaman"), Words())
    items = setter.items(["ประ", Run("ชุม", bold=True)], PLAIN)
    assert [shaped.text for shaped in items.shaped] == ["ประ", "ชุม"]
    assert items.after[0] == NEVER


def test_sixteen_points_are_as_large_in_every_family() -> None:
    """Official sizes mean the same on paper.

    A line of prose differs by less than 5 % between the families.
    """
    widths = [
        sum(Typesetter(family(name), Words()).items(PROSE, PLAIN).widths) for name in ("laksaman", "sarabun")
    ]
    assert max(widths) / min(widths) < 1.05
