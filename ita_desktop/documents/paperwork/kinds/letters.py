"""หนังสือภายนอก, คำสั่ง, ประกาศ and รายงานการประชุม."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.documents.memo_text import ASSESSMENT
from ita_desktop.documents.paperwork.kinds.fields import (
    ANNOUNCEMENT_FIELDS,
    LETTER_FIELDS,
    MINUTES_FIELDS,
    ORDER_FIELDS,
)
from ita_desktop.documents.paperwork.kinds.maker import Maker, document
from ita_desktop.documents.paperwork.writing import BLANK, heading, items, paragraph
from ita_desktop.domain.paperwork.papers import Form, Kind, KindGroup
from ita_desktop.domain.paperwork.richtext import FilePart, Marker
from ita_desktop.support.language import mark

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_desktop.documents.paperwork.facts import Facts
    from ita_desktop.domain.paperwork.papers import Field
    from ita_desktop.domain.paperwork.richtext import Block, Document

ITA_YEAR = f"{ASSESSMENT} (ITA) ประจำปีงบประมาณ พ.ศ. {{year}}"


def _kind(code: str, title: str, summary: str, form: Form, fields: tuple[Field, ...], book: str = "") -> Kind:
    group = KindGroup.MEETING if form is Form.MINUTES else KindGroup.LETTER
    return Kind(code, title, summary, group, form, fields, book)


def _letter(_facts: Facts) -> Document:
    return document(
        paragraph(f"ด้วย{{office}}{BLANK}"),
        paragraph(f"{{office}}จึง{BLANK}"),
        paragraph("จึงเรียนมาเพื่อโปรดทราบ"),
    )


def _committee_fields(facts: Facts) -> Mapping[str, str]:
    return {
        "subject": f"แต่งตั้งคณะกรรมการและคณะทำงาน{ASSESSMENT} (ITA) ประจำปีงบประมาณ พ.ศ. {facts.content.year}"
    }


def _committee(_facts: Facts) -> Document:
    duties = (
        "กำหนดแนวทางและกำกับติดตามการดำเนินการให้เป็นไปตามหลักเกณฑ์ที่สำนักงาน ป.ป.ช. กำหนด",
        "วิเคราะห์ผลการประเมินและกำหนดมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
        "ปฏิบัติงานอื่นที่เกี่ยวข้องตามที่ได้รับมอบหมาย",
    )
    work = (
        "รวบรวมข้อมูลและเผยแพร่ตามแบบตรวจการเปิดเผยข้อมูลสาธารณะ (OIT)",
        "จัดทำบัญชีผู้มีส่วนได้ส่วนเสียภายในและภายนอก และประสานการตอบแบบวัด",
        "รายงานผลการดำเนินการต่อคณะกรรมการ",
    )
    return document(
        paragraph(
            f"เพื่อให้การรับ{ITA_YEAR} ของ{{office}}เป็นไปด้วยความเรียบร้อย จึงแต่งตั้งคณะกรรมการและคณะทำงาน ดังต่อไปนี้"
        ),
        heading("คณะกรรมการ ประกอบด้วย"),
        items(
            Marker.CLAUSE, (f"{BLANK} ประธานกรรมการ", f"{BLANK} กรรมการ", f"{BLANK} กรรมการและเลขานุการ"), 1
        ),
        paragraph("มีหน้าที่"),
        items(Marker.PAREN, duties, 1),
        heading("คณะทำงาน ประกอบด้วย"),
        items(
            Marker.CLAUSE, (f"{BLANK} หัวหน้าคณะทำงาน", f"{BLANK} คณะทำงาน", f"{BLANK} คณะทำงานและเลขานุการ"), 1
        ),
        paragraph("มีหน้าที่"),
        items(Marker.PAREN, work, 1),
    )


def _plain_order(_facts: Facts) -> Document:
    return document(paragraph(f"ด้วย{BLANK}"), paragraph(f"จึงให้{BLANK}"))


def _measures_fields(facts: Facts) -> Mapping[str, str]:
    year = facts.content.year + 1
    return {"subject": f"มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. {year}"}


def _measures(_facts: Facts) -> Document:
    return document(
        paragraph(
            f"ตามที่{{office}}ได้รับ{ITA_YEAR} ได้คะแนน {{score}} คะแนน ระดับ “{{level}}” นั้น "
            "เพื่อให้การดำเนินงานเป็นไปด้วยความสุจริต โปร่งใส และตรวจสอบได้ จึงกำหนดมาตรการส่งเสริมคุณธรรมและความโปร่งใส"
            "ภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. {next-year} ดังต่อไปนี้"
        ),
        FilePart("measures"),
        paragraph("ให้ผู้รับผิดชอบดำเนินการตามมาตรการ และรายงานผลต่อผู้บริหาร"),
    )


def _gift_fields(facts: Facts) -> Mapping[str, str]:
    return {
        "subject": "นโยบายไม่รับของขวัญและของกำนัลทุกชนิดจากการปฏิบัติหน้าที่ (No Gift Policy) "
        f"ประจำปีงบประมาณ พ.ศ. {facts.content.year}"
    }


def _gift(_facts: Facts) -> Document:
    return document(
        paragraph(
            "เพื่อเสริมสร้างวัฒนธรรมองค์กรที่สุจริต โปร่งใส และตรวจสอบได้ {office}จึงประกาศว่า ผู้บริหาร ข้าราชการ พนักงาน "
            "และลูกจ้างทุกคน จะไม่รับของขวัญ ของกำนัล หรือประโยชน์อื่นใดจากการปฏิบัติหน้าที่ จึงให้ถือปฏิบัติ ดังต่อไปนี้"
        ),
        items(
            Marker.NUMBER,
            (
                "ไม่รับของขวัญหรือของกำนัลทุกชนิดจากการปฏิบัติหน้าที่ ทั้งก่อน ขณะ และหลังปฏิบัติหน้าที่",
                "ไม่ให้ผู้ใต้บังคับบัญชารับหรือมอบของขวัญเพื่อให้ได้ประโยชน์ในหน้าที่",
                "อวยพรและแสดงความปรารถนาดีด้วยบัตรอวยพร หรือสื่ออิเล็กทรอนิกส์แทนการให้ของขวัญ",
                "หากจำเป็นต้องรับ ให้รายงานผู้บังคับบัญชาและส่งมอบแก่หน่วยงานโดยเร็ว",
            ),
        ),
        paragraph("จึงประกาศให้ทราบและถือปฏิบัติโดยทั่วกัน"),
    )


def _minutes_fields(_facts: Facts) -> Mapping[str, str]:
    return {"board": "คณะทำงานประเมินคุณธรรมและความโปร่งใส"}


def _minutes(_facts: Facts) -> Document:
    """Follow the agenda of Thai minutes: notices, minutes adopted, matters, other."""
    agenda = (
        ("เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ", (BLANK,)),
        ("เรื่องรับรองรายงานการประชุม", ("ที่ประชุมรับรองรายงานการประชุมครั้งก่อน",)),
        ("เรื่องเพื่อทราบ", ("ผลการประเมินปีงบประมาณ พ.ศ. {year} ได้คะแนน {score} คะแนน ระดับ “{level}”",)),
        ("เรื่องเพื่อพิจารณา", (BLANK,)),
        ("เรื่องอื่น ๆ", ("ไม่มี",)),
    )
    blocks: list[Block] = []
    for number, (title, texts) in enumerate(agenda, 1):
        blocks.append(heading(f"ระเบียบวาระที่ {number} {title}", numbered=False))
        blocks += [paragraph(each) for each in texts]
        blocks.append(paragraph("มติที่ประชุม รับทราบ" if number in (1, 3) else "มติที่ประชุม"))
    return document(blocks)


LETTERS = (
    Maker(
        _kind(
            "letter", mark("หนังสือภายนอก"), mark("หนังสือติดต่อหน่วยงานหรือบุคคลภายนอก"),
            Form.LETTER, LETTER_FIELDS, "letter",
        ),
        lambda _facts: {"addressee": "", "subject": ""}, _letter,
    ),
    Maker(
        _kind(
            "order-committee", mark("คำสั่งแต่งตั้งคณะกรรมการและคณะทำงาน ITA"),
            mark("รายชื่อและหน้าที่ของคณะกรรมการและคณะทำงาน"), Form.ORDER, ORDER_FIELDS, "order",
        ),
        _committee_fields, _committee,
    ),
    Maker(
        _kind("order", mark("คำสั่ง"), mark("เขียนเองทั้งฉบับ"), Form.ORDER, ORDER_FIELDS, "order"),
        lambda _facts: {}, _plain_order,
    ),
    Maker(
        _kind(
            "announce-measures", mark("ประกาศมาตรการส่งเสริมคุณธรรมและความโปร่งใส"),
            mark("ประกาศมาตรการของปีถัดไป พร้อมตาราง"), Form.ANNOUNCEMENT, ANNOUNCEMENT_FIELDS,
        ),
        _measures_fields, _measures,
    ),
    Maker(
        _kind(
            "announce-no-gift", mark("ประกาศ No Gift Policy"), mark("นโยบายไม่รับของขวัญ"),
            Form.ANNOUNCEMENT, ANNOUNCEMENT_FIELDS,
        ),
        _gift_fields, _gift,
    ),
    Maker(
        _kind(
            "minutes", mark("รายงานการประชุม"), mark("ผู้มาประชุม ระเบียบวาระ และมติ"),
            Form.MINUTES, MINUTES_FIELDS,
        ),
        _minutes_fields, _minutes,
    ),
)  # fmt: skip
