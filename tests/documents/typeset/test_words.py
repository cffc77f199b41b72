"""Lines end only where a Thai reader would end them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.documents.typeset import WordListMissing, segment
from ita_desktop.documents.typeset.segment import words as thai_words
from ita_desktop.documents.typeset.words import CONNECTIVE, INSIDE_COMPOUND, INSIDE_NAME, NEVER, Words

if TYPE_CHECKING:
    from pathlib import Path


def cut(text: str, *names: str, dearest: int = CONNECTIVE) -> str:
    """The text with a bar wherever a line may end at this price or less."""
    tokens = Words(names).tokens(text)
    return "".join(token.text + ("|" if token.after <= dearest else "") for token in tokens)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ประกาศ พ.ศ. ๒๕๖๘ แล้ว", "ประกาศ |พ.ศ. ๒๕๖๘ |แล้ว"),
        ("สำนักงาน ป.ป.ช. กำหนด", "สำนักงาน |ป.ป.ช. |กำหนด"),
        ("โทร. ๐ ๒๐๐๐ ๐๐๐๐", "โทร. ๐ ๒๐๐๐ ๐๐๐๐"),
        ("ต่าง ๆ ที่", "ต่าง ๆ |ที่"),
        ("ต่างๆ", "ต่างๆ"),
        ("ดินสอ ปากกา ฯลฯ", "ดินสอ |ปากกา ฯลฯ"),
        ("กรุงเทพฯ และ", "กรุงเทพฯ |และ"),
        ("วันที่ ๒๔ มีนาคม ๒๕๖๓", "วันที่ ๒๔ มีนาคม ๒๕๖๓"),
        ("จำนวน ๑๒,๕๐๐ บาท เศษ", "จำนวน ๑๒,๕๐๐ บาท |เศษ"),
        ("ข้อ ๕ วรรค ๒", "ข้อ ๕ |วรรค ๒"),
        ("ที่ ๗๘/๒๕๖๓", "ที่ ๗๘/๒๕๖๓"),
        ("เวลา 09.30 น.", "เวลา |09.30 น."),
        ("คุณธรรม (ITA) แล้ว", "คุณธรรม |(ITA) |แล้ว"),
        ("คำว่า “สุจริต” นี้", "คำ|ว่า |“สุจริต” |นี้"),
        ("- ข้อความ", "- ข้อความ"),
        ("ระบบ e-Service และ www.example.go.th", "ระบบ |e-Service |และ |www.example.go.th"),
    ],
)
def test_what_belongs_together_is_not_parted(text: str, expected: str) -> None:
    """Abbreviations, numbers with units, dates, repetition marks, brackets, quotation marks, addresses."""
    assert cut(text) == expected


def test_words_are_cut_at_their_ends() -> None:
    """A sentence of official prose, as a person would divide it."""
    text = "การประเมินคุณธรรมและความโปร่งใสในกระบวนการบริหารงานบุคคล"
    assert cut(text) == "การประเมิน|คุณธรรม|และ|ความโปร่งใส|ใน|กระบวนการ|บริหาร|งานบุคคล"


def test_deeds_are_not_taken_for_committees() -> None:
    """กิจกรรมการส่งเสริม is not กิจ|กรรมการ|ส่งเสริม; a committee stays one."""
    assert thai_words("กิจกรรมการส่งเสริม")[0] == "กิจกรรม"
    assert thai_words("คณะกรรมการประเมิน")[0] == "คณะกรรมการ"


def test_a_known_name_is_broken_only_in_need() -> None:
    """An invented town and person stay whole; without the names the text would be cut."""
    text = "เทศบาลเมืองบึงพระจันทร์ โดยนายสมศักดิ์ รักถิ่นไทย"
    names = ("เทศบาลเมืองบึงพระจันทร์", "สมศักดิ์ รักถิ่นไทย")
    assert "บึง|" in cut(text)
    assert cut(text, *names) == "เทศบาลเมืองบึงพระจันทร์ |โดย|นายสมศักดิ์ รักถิ่นไทย".replace("นายส", "นาย|ส")
    assert cut(text, *names, dearest=INSIDE_NAME) != cut(text, *names)


def test_a_short_name_does_not_cut_other_words() -> None:
    """The name สุข changes nothing in สุขภาพ."""
    assert cut("สุขภาพดี", "สุข") == cut("สุขภาพดี")


def test_prefixes_cling_to_their_words() -> None:
    """การ and ความ are no words of their own."""
    tokens = Words().tokens("การส่งเสริมความโปร่งใส")
    assert [t.after for t in tokens if t.text in ("การ", "ความ")] == [INSIDE_COMPOUND, INSIDE_COMPOUND]


def test_a_break_after_a_connective_is_dear() -> None:
    """และ at a line's end leaves the reader hanging."""
    tokens = Words().tokens("คุณธรรมและจริยธรรม")
    assert [token.after for token in tokens] == [0, CONNECTIVE, NEVER]


@given(st.text(max_size=80), st.lists(st.text(min_size=1, max_size=12), max_size=3))
def test_tokens_join_to_the_text(text: str, names: list[str]) -> None:
    """Whatever the text and the names, no letter is lost or added."""
    assert "".join(token.text for token in Words(names).tokens(text)) == text


@given(st.text(st.sampled_from("กขคงจดนมรลสอ่้๊๋ิีุูัาำะเแโใไ็์"), min_size=1, max_size=60))
def test_no_word_starts_with_a_mark(letters: str) -> None:
    """A mark or a following vowel never opens a line, a leading vowel never closes one."""
    found = thai_words(letters)
    assert "".join(found) == letters
    assert all(word[0] not in "ะัาำิีุู็่้๊๋์" for word in found[1:])
    assert all(word[-1] not in "เแโใไ" for word in found[:-1])


def test_a_missing_word_list_is_an_error_and_not_a_worse_paper(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half an installation must not print lines that end inside words."""
    monkeypatch.setattr(segment, "RESOURCES", tmp_path)
    with pytest.raises(WordListMissing) as refusal:
        segment._load.__wrapped__()
    assert refusal.value.path.parent == tmp_path / "thai"


def test_two_threads_may_ask_for_words_at_once() -> None:
    """The word list is loaded once; whoever comes second finds it loaded."""
    segment._load.__wrapped__()
    segment._load.__wrapped__()
    assert segment.words("โปร่งใสของหน่วยงาน") == ["โปร่งใส", "ของ", "หน่วยงาน"]
