"""The mistakes of an instrument file in words, each with its place in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.instrument_mistakes import MistakeKind
from ita_desktop.support.language import mark, tr

if TYPE_CHECKING:
    from ita_desktop.domain.problems import InstrumentMistake

KINDS = {
    MistakeKind.NOT_JSON: mark("ไม่ใช่ JSON ที่ถูกต้อง ใกล้ “{detail}”"),
    MistakeKind.TOO_LARGE: mark("ไฟล์ยาวเกิน {detail} ตัวอักษร"),
    MistakeKind.TOO_DEEP: mark("ซ้อนกันลึกเกินไป"),
    MistakeKind.UNKNOWN_FORMAT: mark("ไม่ใช่รูปแบบที่โปรแกรมนี้อ่านได้ ({detail})"),
    MistakeKind.DOUBLE_KEY: mark("ชื่อนี้ซ้ำ"),
    MistakeKind.MISSING: mark("ขาดค่านี้"),
    MistakeKind.UNKNOWN_KEY: mark("ไม่รู้จักชื่อนี้"),
    MistakeKind.CLASH: mark("มีได้เพียงอย่างเดียวใน {detail}"),
    MistakeKind.WRONG_TYPE: mark("ชนิดข้อมูลผิด ต้องเป็น {detail}"),
    MistakeKind.EMPTY_TEXT: mark("ข้อความว่าง"),
    MistakeKind.TOO_LONG: mark("ยาวเกิน {detail} ตัวอักษร"),
    MistakeKind.OUTER_SPACE: mark("มีช่องว่างหน้าหรือท้ายข้อความ"),
    MistakeKind.BAD_CHARACTER: mark("มีอักขระที่ใช้ไม่ได้ ({detail})"),
    MistakeKind.BAD_CODE: mark("รหัส “{detail}” ใช้ไม่ได้"),
    MistakeKind.BAD_NUMBER: mark("ตัวเลข “{detail}” ใช้ไม่ได้"),
    MistakeKind.NOT_WHOLE: mark("“{detail}” ต้องเป็นจำนวนเต็ม"),
    MistakeKind.OUT_OF_RANGE: mark("อยู่นอกช่วง {detail}"),
    MistakeKind.NOT_OFFERED: mark("ใช้ได้เฉพาะ {detail}"),
    MistakeKind.EMPTY_LIST: mark("รายการว่าง"),
    MistakeKind.TOO_FEW: mark("มีน้อยกว่า {detail}"),
    MistakeKind.TOO_MANY: mark("มีมากกว่า {detail}"),
    MistakeKind.DUPLICATE_CODE: mark("รหัสซ้ำ: {detail}"),
    MistakeKind.DUPLICATE: mark("ซ้ำในรายการ: {detail}"),
    MistakeKind.UNKNOWN_SCALE: mark("ไม่มีชุดตัวเลือกชื่อ “{detail}”"),
    MistakeKind.UNKNOWN_ITEM: mark("ไม่มีข้อ “{detail}”"),
    MistakeKind.UNKNOWN_PART: mark("ไม่มีส่วน “{detail}”"),
    MistakeKind.WEIGHTS_NOT_100: mark("น้ำหนักรวมได้ {detail} ต้องได้ 100"),
    MistakeKind.FLAT_SCALE: mark("ทุกตัวเลือกได้คะแนนเท่ากัน"),
    MistakeKind.BAND_ORDER: mark("ระดับนี้ใช้คะแนนสูงกว่าระดับก่อนหน้า"),
    MistakeKind.BAND_NEVER: mark("ไม่มีใครได้ระดับนี้ เพราะระดับก่อนหน้ารับไว้หมด"),
    MistakeKind.BAND_GAP: mark("ระดับสุดท้ายต้องเริ่มจาก 0 และไม่มีเงื่อนไข"),
    MistakeKind.BAD_DATE: mark("“{detail}” ไม่ใช่วันที่"),
    MistakeKind.DATE_OUT_OF_YEAR: mark("วันที่อยู่นอกช่วง {detail}"),
    MistakeKind.DATE_ORDER: mark("วันสิ้นสุดอยู่ก่อนวันเริ่ม"),
    MistakeKind.MORE: mark("ยังมีที่ผิดอีก {detail} แห่ง"),
}

TYPES = {
    "text": mark("ข้อความในเครื่องหมายคำพูด"),
    "number": mark("ตัวเลข"),
    "list": mark("รายการใน [ ]"),
    "object": mark("กลุ่มค่าใน { }"),
    "true-or-false": mark("true หรือ false"),
}
"""What `MistakeKind.WRONG_TYPE` asks for."""


def mistake_sentence(mistake: InstrumentMistake) -> str:
    """Return one line such as `tools[1].weight: อยู่นอกช่วง 0..100`."""
    kind = MistakeKind(mistake.what)
    detail = mistake.detail
    if kind is MistakeKind.WRONG_TYPE and detail in TYPES:
        detail = tr(TYPES[detail])
    words = tr(KINDS[kind]).format(detail=detail)
    return f"{mistake.place}: {words}" if mistake.place else words
