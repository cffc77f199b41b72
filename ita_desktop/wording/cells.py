"""The faults of somebody's workbook in words: sheet, cell, what is wrong, what was expected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.problems import CellFault
from ita_desktop.support.language import mark, tr

if TYPE_CHECKING:
    from ita_desktop.domain.problems import CellProblem

FAULTS = {
    CellFault.NOT_A_WORKBOOK: mark("ไม่ใช่ไฟล์ Excel (.xlsx)"),
    CellFault.PASSWORD: mark("ไฟล์มีรหัสผ่าน ให้ปลดรหัสผ่านใน Excel ก่อน"),
    CellFault.TOO_LARGE: mark("ใหญ่เกินไป"),
    CellFault.NO_SHEET: mark("ไม่มีแผ่นงานที่ใช้ได้"),
    CellFault.UNKNOWN_SHEET: mark("โปรแกรมไม่รู้จักแผ่นงานนี้"),
    CellFault.NO_HEADER: mark("ไม่พบแถวหัวตาราง"),
    CellFault.UNKNOWN_COLUMN: mark("ไม่รู้จักหัวตาราง “{value}”"),
    CellFault.DOUBLE_COLUMN: mark("หัวตาราง “{value}” ซ้ำ"),
    CellFault.MISSING_COLUMN: mark("ขาดหัวตาราง “{value}”"),
    CellFault.FORMULA: mark("เป็นสูตร ต้องเป็นค่าที่พิมพ์ไว้"),
    CellFault.MERGED: mark("เป็นช่องที่ผสานไว้ ให้ยกเลิกการผสาน"),
    CellFault.NOT_A_NUMBER: mark("“{value}” ไม่ใช่ตัวเลข"),
    CellFault.NO_SUCH_CHOICE: mark("ไม่มีตัวเลือกที่ {value}"),
    CellFault.DOUBLE_SERIAL: mark("เลขที่แบบ {value} ซ้ำในแผ่นนี้"),
    CellFault.DOUBLE_ITEM: mark("ข้อ {value} ซ้ำในแผ่นนี้"),
    CellFault.SERIAL_TAKEN: mark("เลขที่แบบ {value} บันทึกไว้ในโปรแกรมแล้ว"),
    CellFault.MISSING_VALUE: mark("ยังไม่ได้กรอก"),
    CellFault.NOT_A_DATE: mark("“{value}” ไม่ใช่วันที่"),
    CellFault.DATE_OUT_OF_RANGE: mark("วันที่ “{value}” อยู่นอกช่วงที่ใช้ได้"),
    CellFault.UNKNOWN_ITEM: mark("ไม่มีข้อ “{value}” ในแบบวัดปีนี้"),
    CellFault.UNKNOWN_VALUE: mark("“{value}” ไม่มีให้เลือก"),
    CellFault.BAD_LINK: mark("“{value}” ไม่ใช่ลิงก์เว็บไซต์"),
    CellFault.TOO_LONG: mark("ข้อความยาวเกินไป"),
    CellFault.EMPTY: mark("ไม่มีข้อมูล"),
}


def cell_sentence(problem: CellProblem) -> str:
    """Return one line such as `แผ่น IIT ช่อง C7: ไม่มีตัวเลือกที่ 7 (ใช้ได้: 1-6)`."""
    fault = tr(FAULTS[problem.fault]).format(value=problem.value)
    if problem.expected:
        fault = tr("{fault} (ใช้ได้: {expected})").format(fault=fault, expected=problem.expected)
    return _placed(problem.sheet, problem.cell, fault)


def _placed(sheet: str, cell: str, fault: str) -> str:
    """Put the place before the fault, as far as it is known."""
    if sheet and cell:
        return tr("แผ่น {sheet} ช่อง {cell}: {fault}").format(sheet=sheet, cell=cell, fault=fault)
    if sheet:
        return tr("แผ่น {sheet}: {fault}").format(sheet=sheet, fault=fault)
    if cell:
        return tr("ช่อง {cell}: {fault}").format(cell=cell, fault=fault)
    return fault
