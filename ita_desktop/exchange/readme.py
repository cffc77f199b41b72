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
    "results/published": "คะแนนที่ประกาศ ตามที่หน่วยงานบันทึกไว้",
    "oit/evidence": "รายการหลักฐานของข้อ OIT (ที่อยู่ ชื่อไฟล์ ขนาด และ SHA-256)",
    "measures/measures": "มาตรการและผลการดำเนินงาน",
    "measures/steps": "ขั้นตอนของมาตรการ (เลขลำดับตรงกับตารางมาตรการ)",
    "history/history": "ประวัติการใช้งาน พร้อมรหัสผนึกของแต่ละบรรทัด",
    "people/internal": "รายชื่อผู้มีส่วนได้ส่วนเสียภายใน (ข้อมูลส่วนบุคคล ห้ามเผยแพร่)",
    "people/external": "รายชื่อผู้มีส่วนได้ส่วนเสียภายนอก (ข้อมูลส่วนบุคคล ห้ามเผยแพร่)",
}
_FILES = {
    "instrument.json": "เครื่องมือประเมินของปีนี้: ข้อคำถาม ตัวเลือก คะแนน น้ำหนัก และเกณฑ์",
    "history/head.json": "ปลายสายของประวัติ: เลขลำดับและรหัสผนึกของบรรทัดสุดท้าย",
    "package.json": "หน่วยงาน ปีงบประมาณ เลขที่ชุดข้อมูล วันเวลาที่ทำ และรุ่นของรูปแบบ",
}


_ANSWERS = "แบบสอบถามรายฉบับของส่วน {part} ไม่มีข้อมูลผู้ตอบ เรียงใหม่แล้ว"
_PERSONAL = "people/"


def readme(fiscal_year: int, threshold: int, names: Iterable[str]) -> bytes:
    """Return `README.txt`: what each file is, in Thai, for Windows' Notepad.

    Args:
        fiscal_year: the Buddhist year.
        threshold: counts below it are hidden.
        names: the files that lie in the package.
    """
    there = sorted(names)
    lines = [
        f"ชุดข้อมูลผลการประเมิน ITA ปีงบประมาณ พ.ศ. {fiscal_year}",
        "",
        "เปิดอ่านได้โดยไม่ต้องใช้โปรแกรม ITA Desktop: ไฟล์ .csv เปิดด้วย Excel ไฟล์ .json เป็นข้อมูลเดียวกันสำหรับโปรแกรม",
        "และไฟล์ .pdf คือเอกสารราชการ",
        "",
        *_described(there),
        "",
        *_personal(there),
        f"ช่องจำนวนที่ว่างคือจำนวนที่ไม่แสดง เพราะกลุ่มที่น้อยกว่า {threshold} คนอาจชี้ตัวผู้ตอบได้",
        "",
        "ชุดข้อมูลเป็นถุง BagIt (RFC 8493) ไฟล์ manifest-sha256.txt มีค่า SHA-256 ของทุกไฟล์ไว้ตรวจว่าไม่มีไฟล์ใดเปลี่ยน",
        "และ signature.json คือลายเซ็น Ed25519 ของผู้ส่งบน tagmanifest-sha256.txt",
        "",
    ]
    return (BOM + "\r\n".join(lines)).encode()


def _described(there: list[str]) -> Iterable[str]:
    """Yield a line for each table and file that there is."""
    for stem, words in _TABLES.items():
        if f"{stem}.csv" in there:
            yield f"- {stem}.csv, {stem}.json  {words}"
    for name, words in _FILES.items():
        if name in there or name == "package.json":
            yield f"- {name}  {words}"
    for name in there:
        folder, _, rest = name.partition("/")
        if folder == "papers":
            yield f"- {name}  เอกสาร"
        elif folder == "evidence":
            yield f"- {name}  ไฟล์หลักฐาน ชื่อไฟล์คือ SHA-256 ในรายการหลักฐาน"
        elif folder == "answers" and rest.endswith(".csv"):
            yield f"- {name}  {_ANSWERS.format(part=rest.removesuffix('.csv'))}"


def _personal(there: list[str]) -> Iterable[str]:
    """Say what of people is in it, and what is not."""
    if any(name.startswith(_PERSONAL) for name in there):
        yield "มีข้อมูลส่วนบุคคลอยู่ในชุดข้อมูลนี้ จึงผนึกไว้ ให้เปิดอ่านเท่าที่จำเป็นและอย่าส่งต่อ"
    else:
        yield "ไม่มีข้อมูลส่วนบุคคลอยู่ในชุดข้อมูลนี้"
    if not any(name.startswith("answers/") for name in there):
        yield "ไม่มีแบบสอบถามรายฉบับอยู่ในชุดข้อมูลนี้"
