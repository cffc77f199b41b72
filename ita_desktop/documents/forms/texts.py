"""The sentences of the forms: plain Thai that is understood at a counter, without a word of the office's own.

Figures are written Arabic here; `written` turns them Thai where they are set.
"""

from __future__ import annotations

import re
from typing import Final

from ita_desktop.documents.figures import written
from ita_desktop.domain.papers import Digits

PROFILE: Final = "ข้อมูลทั่วไปของผู้ตอบ"
VOLUNTARY: Final = "ตอบด้วยความสมัครใจ"
VOLUNTARY_WHY: Final = "จะไม่ตอบ หรือเว้นข้อใดไว้ก็ได้ ไม่มีผลใด ๆ ต่อท่าน"
ANONYMOUS: Final = "ไม่ต้องเขียนชื่อ"
ANONYMOUS_WHY: Final = "คำตอบไม่ผูกกับตัวท่าน เลขที่แบบมีไว้นับจำนวนเท่านั้น"
HOW: Final = "วิธีตอบ"
HOW_ONE: Final = "กากบาทข้อละหนึ่งช่อง"
HOW_WRONG: Final = "ถ้ากาผิด ระบายช่องนั้นให้ทึบ"
HOW_AGAIN: Final = "แล้วกาช่องใหม่"
COLLECTED: Final = "การเก็บแบบ"
RETURN: Final = "โปรดพับแบบนี้แล้วหย่อนกล่อง หรือส่งคืนผู้เก็บแบบ"
NOTE: Final = "หมายเหตุ"
THANKS: Final = "ขอบคุณที่สละเวลาตอบ"
NUMBER: Final = "เลขที่แบบ"


def indicator(code: str, title: str) -> str:
    """Head a group of items."""
    return f"ตัวชี้วัดที่ {code}  {title}"


def fiscal_year(year: int) -> str:
    """Say the year, with its number kept on the line."""
    return f"ปีงบประมาณ พ.ศ.\u00a0{year}"


def page_of(page: int, pages: int) -> str:
    """Say which page this is."""
    return f"หน้า {page} จาก {pages}"


WHOLE: Final = ("ค่อนข้างมาก", "ค่อนข้างน้อย", "ค่อนข้างบ่อย", "น้อยที่สุด", "มากที่สุด", "ไม่เห็นด้วย", "อย่างยิ่ง")
"""Words of scales that no line may break: a hurried eye would read half of them."""
_GIVING = re.compile("ให้(?=ความ)")


def label(text: str) -> str:
    """Write the label of a choice; in a narrow column ให้ความสำคัญ may break before ความ."""
    return _GIVING.sub("ให้\u200b", written(text, Digits.THAI))


COVER: Final = "ใบปะหน้าชุดแบบสอบถาม"
BATCH: Final = "ชุดที่"
DIVISION: Final = "ส่วนราชการ/กอง"
DECLARED: Final = "จำนวนที่นับได้"
FORMS: Final = "ฉบับ"
SERIALS: Final = "เลขที่แบบ ตั้งแต่–ถึง"
COLLECTED_BY: Final = "ผู้เก็บรวบรวม"
DATE: Final = "วันที่"
STEPS: Final = "ขั้นตอน"
COVER_STEPS: Final = ("นับจำนวนตรงกับใบนี้", "บันทึกครั้งแรกครบ", "บันทึกซ้ำครบ", "ปิดชุดแล้ว")
BY: Final = "โดย"
SIGNED: Final = "ลงชื่อ"
HANDS_OVER: Final = "ผู้ส่ง"
TAKES_OVER: Final = "ผู้รับ"
COVER_NOTE: Final = "ไม่เขียนชื่อผู้ตอบลงในใบนี้"

SLIP_TITLE: Final = "ขอบคุณที่ร่วมตอบแบบสอบถาม"
SLIP_WHY: Final = "ทุกคำตอบช่วยให้หน่วยงานทำงานโปร่งใสและเป็นธรรมขึ้น"
SLIP_ANONYMOUS: Final = "ไม่มีการบันทึกว่าใครเป็นผู้ตอบ"
SLIPS: Final = "ใบขอบคุณผู้ตอบแบบสอบถาม"

POSTER: Final = "ขอเชิญตอบแบบสอบถาม"
POSTER_WHAT: Final = "การประเมินคุณธรรมและความโปร่งใส (ITA)"
POSTER_STEPS: Final = (
    ("รับแบบสอบถาม", "ที่เจ้าหน้าที่ หรือจุดวางแบบ มีแบบตัวหนังสือใหญ่ให้เลือก"),
    ("กากบาทข้อละหนึ่งช่อง", "ถ้ากาผิด ระบายช่องนั้นให้ทึบ แล้วกาช่องใหม่"),
    ("พับแล้วหย่อนกล่อง", "กล่องรับแบบอยู่ที่"),
)
POSTER_FREE: Final = "ตอบหรือไม่ตอบก็ได้ ไม่มีผลใด ๆ ต่อท่าน"
POSTER_NAMELESS: Final = "ไม่ต้องเขียนชื่อ คำตอบไม่ผูกกับตัวท่าน"
POSTER_ASK: Final = "สอบถาม"


def questionnaire(part: str, *, large: bool) -> str:
    """Name the form of a part, as a list of papers shows it."""
    return f"แบบสอบถาม {part} ตัวหนังสือใหญ่" if large else f"แบบสอบถาม {part}"


def poster(paper: str) -> str:
    """Name the poster in a size of paper."""
    return f"โปสเตอร์เชิญตอบแบบสอบถาม {paper}"
