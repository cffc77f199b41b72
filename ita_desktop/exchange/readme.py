"""The text that lies in a package for whoever opens it without this program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.exchange.plain_files import BOM

if TYPE_CHECKING:
    from collections.abc import Iterable

_TABLES = {
    "results/scores": "คะแนนทุกชั้น ตั้งแต่คะแนนรวมลงไปถึงรายข้อ พร้อมคะแนนที่ประกาศ",
    "results/items": "จำนวนและร้อยละของผู้เลือกแต่ละตัวเลือก รายข้อ แยกตามส่วน",
    "results/profile": "จำนวนผู้ตอบตามข้อมูลผู้ตอบ (อายุ เพศ การศึกษา ฯลฯ)",
    "results/profile-items": "จำนวนผู้เลือกแต่ละตัวเลือก แยกตามกลุ่มผู้ตอบ (ลำดับตัวเลือก 0 คือไม่ตอบ)",
    "oit/oit": "ข้อ OIT ผลคะแนน สถานะงาน และลิงก์หลักฐาน",
    "measures/measures": "มาตรการและผลการดำเนินงาน",
}
_FILES = {
    "instrument.json": "เครื่องมือประเมินของปีนี้: ข้อคำถาม ตัวเลือก คะแนน น้ำหนัก และเกณฑ์",
    "package.json": "หน่วยงาน ปีงบประมาณ เลขที่ชุดข้อมูล วันเวลาที่ทำ และรุ่นของรูปแบบ",
}


def readme(fiscal_year: int, threshold: int, names: Iterable[str]) -> bytes:
    """Return `README.txt`: what each file is, in Thai, for Windows' Notepad.

    Args:
        fiscal_year: the Buddhist year.
        threshold: counts below it are hidden.
        names: the files that lie in the package.
    """
    lines = [
        f"ชุดข้อมูลผลการประเมิน ITA ปีงบประมาณ พ.ศ. {fiscal_year}",
        "",
        "เปิดอ่านได้โดยไม่ต้องใช้โปรแกรม ITA Desktop: ไฟล์ .csv เปิดด้วย Excel ไฟล์ .json เป็นข้อมูลเดียวกันสำหรับโปรแกรม",
        "และไฟล์ .pdf คือเอกสารราชการ",
        "",
        *(f"- {stem}.csv, {stem}.json  {words}" for stem, words in _TABLES.items()),
        *(f"- {name}  {words}" for name, words in _FILES.items()),
        *(f"- {name}  เอกสาร" for name in names if name.startswith("papers/")),
        "",
        "ไม่มีข้อมูลส่วนบุคคลและไม่มีแบบสอบถามรายฉบับอยู่ในชุดข้อมูลนี้",
        f"ช่องจำนวนที่ว่างคือจำนวนที่ไม่แสดง เพราะกลุ่มที่น้อยกว่า {threshold} คนอาจชี้ตัวผู้ตอบได้",
        "",
        "ชุดข้อมูลเป็นถุง BagIt (RFC 8493) ไฟล์ manifest-sha256.txt มีค่า SHA-256 ของทุกไฟล์ไว้ตรวจว่าไม่มีไฟล์ใดเปลี่ยน",
        "",
    ]
    return (BOM + "\r\n".join(lines)).encode()
