"""The Thai titles of the kinds of paper. Apart and alone, so that a list of them costs nothing."""

from __future__ import annotations

from ita_desktop.domain.papers import MEMO, REPORT

TITLES = {
    MEMO: "บันทึกข้อความรายงานผลการประเมิน ITA",
    REPORT: "รายงานผลการประเมิน ITA สู่การพัฒนาองค์กร",
}
