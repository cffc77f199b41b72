"""How headers and words of an office's own roster are understood: known wordings, learned ones, looks.

A header that somebody mapped by hand is remembered in the file and known the next time. One that nobody
mapped but that looks like a field (วันที่เข้าปฏิบัติราชการ) is read as that field, and the preview says so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_desktop.domain.thai_text import search_key
from ita_desktop.exchange.words import (
    EXTERNAL_COLUMNS,
    INTERNAL_COLUMNS,
    ColumnNames,
    Offered,
    header_key,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

NOT_READ = "-"
"""What a header is mapped to when it is to be passed over."""

_INTERNAL_LOOKS = (
    (r"^(?:เลข|รหัส|อัตรา|สายงาน|ลำดับ|ที่$)", ""),
    (r"^ชื่อ.*สกุล|^ชื่อ(?:เจ้าหน้าที่|บุคลากร|พนักงาน|ข้าราชการ|ผู้)|^(?:เจ้าหน้าที่|บุคลากร)$|fullname", "name"),
    (
        r"(?:วัน|เริ่ม).*(?:บรรจุ|เริ่ม|เข้า|ปฏิบัติ|รับราชการ|แต่งตั้ง|จ้าง)|^(?:บรรจุ|เริ่ม).*(?:เมื่อ|วัน)|startdate|hire",
        "start_date",
    ),
    (r"^(?:วัน|อายุ)", ""),
    (r"โทร|มือถือ|^เบอร์|phone|mobile", "phone"),
    (r"^ตำแหน่ง|ชื่อตำแหน่ง", "position"),
    (r"ระดับ|ประเภท", "level"),
    (r"สังกัด|สำนัก|กอง|ส่วนงาน|ฝ่าย|หน่วยงาน|division|department", "division"),
)
_EXTERNAL_LOOKS = (
    (r"^(?:เลข|รหัส|ลำดับ|ที่$|ที่อยู่)", ""),
    (r"^วัน.*(?:ติดต่อ|รับบริการ|มา|ใช้บริการ)|contactdate", "contact_date"),
    (r"เรื่อง|ภารกิจ|งานที่|บริการที่", "matter"),
    (r"ช่องทาง|channel", "channel"),
    (r"โทร|มือถือ|^เบอร์|phone|mobile", "phone"),
    (r"ประเภท|สถานะ", "kind"),
    (r"^ชื่อ|^ผู้(?:มา)?(?:ติดต่อ|รับบริการ|ใช้บริการ)|fullname", "name"),
)
_IN_BRACKETS = re.compile(r"[(\[（].*?[)\]）]")

MEANINGS: Mapping[str, Sequence[str]] = {
    "ผู้บริหาร": ("นายก", "รองนายก", "ที่ปรึกษานายก", "เลขานุการนายก", "คณะผู้บริหาร", "ฝ่ายบริหาร", "ปลัด", "รองปลัด",
                "บริหารท้องถิ่น"),
    "ผู้อำนวยการ/หัวหน้า": ("ผอ", "อำนวยการ", "อำนวยการท้องถิ่น", "หน.", "รักษาการผู้อำนวยการ"),
    "ข้าราชการ/พนักงาน": ("ปฏิบัติการ", "ชำนาญการ", "ชำนาญการพิเศษ", "เชี่ยวชาญ", "ปฏิบัติงาน", "ชำนาญงาน", "อาวุโส",
                       "วิชาการ", "ขรก"),
    "ลูกจ้าง/พนักงานจ้าง": ("จ้าง", "ผู้ช่วย", "คนงาน", "ภารกิจ", "ตามภารกิจ"),
    "บุคคลทั่วไป": ("บุคคล", "บุคคลธรรมดา", "ประชาชน", "ราษฎร"),
    "หน่วยงานของรัฐ": ("หน่วยงาน", "หน่วยงานรัฐ", "หน่วยงานอื่น", "ส่วนราชการ", "ราชการ", "รัฐวิสาหกิจ", "หน่วยงานราชการ"),
    "องค์กรธุรกิจ": ("นิติบุคคล", "บริษัท", "ห้างหุ้นส่วน", "หจก", "บจก", "เอกชน", "ผู้ประกอบการ", "ธุรกิจ", "ร้าน"),
    "งานหลักของหน่วยงาน": ("งานหลัก", "หลัก", "ภารกิจหลัก"),
    "งานจัดซื้อจัดจ้าง": ("จัดซื้อ", "จัดจ้าง", "พัสดุ", "งานพัสดุ", "งานจัดซื้อ"),
    "งานอื่น ๆ": ("อื่น ๆ",),
}  # fmt: skip
"""What offices write for the words that instruments offer; used only where the instrument offers the word."""


class RosterColumns:
    """Finds the field that a header of one roster stands for."""

    def __init__(
        self,
        columns: Mapping[str, Iterable[str]],
        looks: Sequence[tuple[str, str]],
        learned: Mapping[str, str],
    ) -> None:
        """Take known wordings, likenesses in the order they are tried, and what was mapped by hand."""
        self._known = ColumnNames(columns)
        self._looks = [(re.compile(pattern), field) for pattern, field in looks]
        self._learned = {header_key(header): field for header, field in learned.items()}

    def __call__(self, header: str) -> str:
        """Return the field of a header that is known for certain; nothing otherwise."""
        learned = self._learned.get(header_key(header))
        if learned is not None:
            return "" if learned == NOT_READ else learned
        return self._known(header) or self._known(_IN_BRACKETS.sub("", header))

    def guess(self, header: str) -> str:
        """Return the field that an unknown header looks like; nothing if none, or if it was mapped away."""
        if header_key(header) in self._learned:
            return ""
        plain = re.sub(r"[\s_\-/.*]", "", _IN_BRACKETS.sub("", header)).casefold()
        return next((field for pattern, field in self._looks if pattern.search(plain)), "")


def internal_columns(learned: Mapping[str, str]) -> RosterColumns:
    """Return what finds the columns of an internal roster."""
    return RosterColumns(INTERNAL_COLUMNS, _INTERNAL_LOOKS, learned)


def external_columns(learned: Mapping[str, str]) -> RosterColumns:
    """Return what finds the columns of an external roster."""
    return RosterColumns(EXTERNAL_COLUMNS, _EXTERNAL_LOOKS, learned)


class Meant(Offered):
    """Finds which word on offer was meant, from the word itself or from what offices write for it."""

    def __init__(self, words: Iterable[str]) -> None:
        """Take the words on offer."""
        super().__init__(words)
        self._seen: dict[str, str | None] = {}
        for word in self.words:
            for other in MEANINGS.get(word, ()):
                self._known.setdefault(search_key(other), word)

    def find(self, text: str) -> str | None:
        """Return the word meant, or None; a text is looked at once, for a roster repeats a few of them."""
        if text not in self._seen:
            self._seen[text] = super().find(text)
        return self._seen[text]
