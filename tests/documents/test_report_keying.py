"""The report says how surely the paper was keyed, where that is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from ita_desktop.documents.report import render_report
from ita_desktop.domain.keying_quality import KeyingQuality
from tests.documents.pdf import bare, text_of
from tests.documents.sample import empty_office

if TYPE_CHECKING:
    from pathlib import Path

CREATED = datetime(2025, 5, 9, tzinfo=UTC)
QUALITY = KeyingQuality(
    "IIT", "แบบวัดภายใน", 300, 30, 600, 3, Decimal("0.50"), Decimal("0.10"), Decimal("1.45"), 90, 7, 2, 1, 1
)


def test_the_rate_stands_with_its_interval_and_what_it_does_not_say(tmp_path: Path) -> None:
    """Counts, rate, both ends; batches keyed whole, open, called off, checked by their own keyer."""
    office = empty_office(tmp_path)
    content = office.papers.content()
    office.close()
    text = bare(text_of(render_report(replace(content, keying=(QUALITY,)), CREATED)))
    for words in ("คุณภาพการบันทึกแบบสอบถาม", "0.50", "0.10–1.45", "600", "รวมเทียบแล้ว๙๐ฉบับ", "ยังรออ่านครั้งที่สาม๒ข้อ",
                  "ยกเลิกการบันทึกซ้ำ๑ชุด", "ตนเองบันทึก"):  # fmt: skip
        assert bare(words) in text, words


def test_where_nothing_was_keyed_twice_nothing_is_said(tmp_path: Path) -> None:
    """No rate is better than one that nobody measured."""
    office = empty_office(tmp_path)
    text = bare(text_of(render_report(office.papers.content(), CREATED)))
    office.close()
    assert bare("คุณภาพการบันทึก") not in text
