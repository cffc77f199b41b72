"""ใบกู้คืนรหัสผ่าน: one page to print once, seal in an envelope and lock away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.documents.setting import names_of, to_pdf
from ita_desktop.documents.typeset import PLAIN, DocumentInfo, PageSetup, Paragraph, Spacer
from ita_desktop.domain.thai_date import long_date

if TYPE_CHECKING:
    from datetime import datetime

    from ita_desktop.documents.typeset import Block
    from ita_desktop.domain.office import Office

TITLE = "ใบกู้คืนรหัสผ่าน"
WHAT = (
    "ผู้ใดลืมรหัสผ่านของแฟ้มนี้ ใช้รหัสด้านล่างตั้งรหัสผ่านใหม่ได้ครั้งเดียว "
    "โปรแกรมจะให้รหัสใหม่ทันที จึงต้องพิมพ์ใบใหม่เก็บแทนใบนี้ และทำลายใบนี้"
)
KEEP = (
    "พิมพ์แล้วใส่ซองปิดผนึก เก็บในตู้นิรภัยหรือที่ซึ่งผู้บริหารและผู้ดูแลระบบเปิดได้",
    "อย่าถ่ายภาพ อย่าส่งทางอีเมลหรือไลน์ และอย่าเก็บเป็นไฟล์ไว้ในเครื่อง",
    "แฟ้มที่เข้ารหัสไว้ ถ้าทุกคนลืมรหัสผ่านและใบนี้หาย ไม่มีผู้ใดเปิดแฟ้มได้อีก",
)
HOW = "วิธีใช้: เปิดแฟ้ม กด F2 “ลืมรหัสผ่าน” แล้วพิมพ์รหัสนี้ ไม่ต้องสนใจขีดหรือตัวพิมพ์เล็กใหญ่ ในรหัสไม่มีตัว I\u00a0L\u00a0O\u00a0U"
PAGE = PageSetup(page_number=None)
HEAD = PLAIN.but(size=22.0, bold=True, align="center")
UNDER = PLAIN.but(size=16.0, align="center")
CODE = PLAIN.but(size=21.0, bold=True, align="center")
BODY = PLAIN.but(size=16.0, space_after_pt=4.0)


def render_recovery_sheet(office: Office, file_name: str, code: str, made: datetime) -> bytes:
    """Set the sheet; codes keep Arabic digits, for they are copied letter by letter.

    CharacterUnprintable, FontUnknown, PageOverflow.
    """
    blocks: list[Block] = [
        Paragraph(TITLE, HEAD),
        Paragraph(office.name, UNDER),
        Paragraph(f"แฟ้ม {file_name} · ออกเมื่อวันที่ {long_date(made.date())}", UNDER),
        Spacer(8.0),
        Paragraph(WHAT, BODY),
        Spacer(10.0),
        Paragraph(code.replace("-", "\u00a0-\u00a0"), CODE),
        Spacer(10.0),
        Paragraph(HOW, BODY),
        Spacer(4.0),
        *(Paragraph(f"•\u00a0{line}", BODY) for line in KEEP),
        Spacer(16.0),
        Paragraph(f"ผู้เก็บรักษา {'.' * 50}  วันที่ {'.' * 24}", BODY),
    ]
    info = DocumentInfo(f"{TITLE} {file_name}", made, author=office.name)
    return to_pdf(blocks, info, page=PAGE, words=names_of(office))
