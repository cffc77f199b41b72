"""The words of the plan's workbook: its sheets, its columns, the statuses of a measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

PLAN_SHEET, STEP_SHEET = "แผนมาตรการ", "ขั้นตอน"

PLAN_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "indicator": ("ตัวชี้วัด", "ตัวชี้วัดที่", "ประเด็น", "รหัสตัวชี้วัด", "indicator"),
    "answers": ("ข้อที่ต้องการแก้", "ข้อ", "ผลที่ต้องการแก้", "answers", "item"),
    "title": ("มาตรการ/โครงการ/กิจกรรม", "มาตรการ", "ชื่อมาตรการ", "โครงการ/กิจกรรม", "โครงการ", "กิจกรรม",
              "measure", "title"),
    "finding": ("ผลการวิเคราะห์", "ผลการวิเคราะห์ตัวชี้วัดที่สอดคล้อง", "ประเด็นที่พบ", "finding",
                "ผลการวิเคราะห์ตัวชี้วัดที่สอดคล้องกับมาตรการ/โครงการ/กิจกรรม"),
    "steps": ("ขั้นตอน/วิธีการดำเนินงาน", "ขั้นตอน", "ขั้นตอน/วิธีปฏิบัติ", "วิธีการดำเนินงาน", "วิธีดำเนินการ", "steps"),
    "start": ("วันเริ่ม", "เริ่ม", "วันที่เริ่ม", "start"),
    "end": ("วันสิ้นสุด", "สิ้นสุด", "วันที่สิ้นสุด", "end"),
    "owner": ("ผู้รับผิดชอบ", "ผู้รับผิดชอบ/กำกับดูแล", "หน่วยงานรับผิดชอบ", "owner"),
    "money": ("งบประมาณ (บาท)", "งบประมาณ", "เงิน", "money", "budget"),
    "success": ("ตัวชี้วัดความสำเร็จ", "ตัวชี้วัดผลสำเร็จ", "success"),
    "target": ("ค่าเป้าหมาย", "เป้าหมาย", "target"),
    "status": ("สถานะ", "สถานะการดำเนินการ", "status"),
    "outcome": ("ผลการดำเนินการ", "ผลการดำเนินงาน", "ผล", "outcome"),
    "achieved": ("ผลเทียบเป้าหมาย", "ผลที่ทำได้", "achieved"),
}  # fmt: skip
"""The first word of a column is the one that is written; the others are what offices' own sheets have."""

STEP_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "title": ("มาตรการ/โครงการ/กิจกรรม", "มาตรการ", "measure"),
    "text": ("ขั้นตอน", "ขั้นตอน/วิธีการดำเนินงาน", "step"),
    "start": ("วันเริ่ม", "เริ่ม", "start"),
    "end": ("วันสิ้นสุด", "สิ้นสุด", "end"),
    "done": ("วันที่แล้วเสร็จ", "ทำเสร็จเมื่อ", "done"),
}
