"""บันทึกข้อความ (แบบที่ 29): the free one and the ready ones of the year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ita_desktop.documents.memo_text import ASSESSMENT, result_memo
from ita_desktop.documents.paperwork.kinds.fields import EVENT_DAY, MEMO_FIELDS, PLACE
from ita_desktop.documents.paperwork.kinds.maker import Maker, document
from ita_desktop.documents.paperwork.writing import BLANK, heading, items, paragraph, table
from ita_desktop.domain.paperwork.papers import Form, Kind, KindGroup
from ita_desktop.domain.paperwork.richtext import FilePart, Marker
from ita_desktop.support.language import mark

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_desktop.documents.paperwork.facts import Facts
    from ita_desktop.domain.paperwork.papers import Field
    from ita_desktop.domain.paperwork.richtext import Document, Table

FULL_NAME = f"{ASSESSMENT} (Integrity and Transparency Assessment: ITA) ประจำปีงบประมาณ พ.ศ. {{year}}"


def _memo(code: str, title: str, summary: str, fields: tuple[Field, ...] = MEMO_FIELDS) -> Kind:
    return Kind(code, title, summary, KindGroup.MEMO, Form.MEMO, fields, book="memo")


def _subject(words: str) -> dict[str, str]:
    return {"subject": words}


def _free(_facts: Facts) -> Document:
    return document(paragraph(f"ด้วย{BLANK}"), paragraph("จึงเรียนมาเพื่อโปรดทราบ"))


def _briefing_fields(facts: Facts) -> Mapping[str, str]:
    return _subject(f"รายงานสรุปผลการเข้าร่วมประชุมชี้แจง{ASSESSMENT} ประจำปีงบประมาณ พ.ศ. {facts.content.year}")


def _tools(facts: Facts) -> Table:
    """Set the indicators beside their tools and what these count for."""
    by_tool: dict[str, list[str]] = {}
    for each in facts.content.indicators:
        by_tool.setdefault(each.tool, []).append(f"ตัวชี้วัดที่ {each.code} {each.title}")
    rows = [["ตัวชี้วัด", "เครื่องมือ", "สัดส่วนคะแนน"]]
    for tool in facts.content.tools:
        share = f"ร้อยละ {tool.share:.0f}" if tool.share is not None else "–"
        rows.append(["\n".join(by_tool.get(tool.key, ())), tool.title, share])
    return table((6, 4, 2), rows)


PURPOSES: Final = (
    "เพื่อให้หน่วยงานมีความรู้ความเข้าใจในกรอบและแนวทางการประเมินไปในทิศทางเดียวกัน",
    "เพื่อให้หน่วยงานปรับปรุงพัฒนาด้านคุณธรรมและความโปร่งใสอย่างต่อเนื่อง",
)
APPLIED: Final = (
    "พัฒนาช่องทางประชาสัมพันธ์ให้เข้าถึงผู้มีส่วนได้ส่วนเสียภายในและภายนอก",
    "ตรวจสอบข้อมูลที่ต้องเผยแพร่บนเว็บไซต์ของ{office}ให้ครบถ้วน",
)


def _briefing(facts: Facts) -> Document:
    """Follow the parts of a report of a briefing: purposes, contents, benefits, how it is applied."""
    return document(
        paragraph(
            f"ด้วยข้าพเจ้า {BLANK} ตำแหน่ง {BLANK} ได้เข้าร่วมประชุมชี้แจง{FULL_NAME} ในวันที่ {BLANK} ณ {BLANK} "
            "ซึ่งจัดโดยสำนักงาน ป.ป.ช. นั้น"
        ),
        paragraph("บัดนี้ ข้าพเจ้าได้เข้าร่วมประชุมดังกล่าวเรียบร้อยแล้ว จึงขอรายงานสรุปผลให้ทราบ ดังนี้"),
        heading("การประชุมดังกล่าวมีวัตถุประสงค์"),
        items(Marker.PAREN, PURPOSES, 1),
        heading("เนื้อหาและสรุปสาระสำคัญ"),
        heading("ประเด็นในการประเมิน", 2),
        _tools(facts),
        paragraph("หน่วยงานต้องได้คะแนนไม่น้อยกว่า {target} คะแนน"),
        heading("สาระสำคัญอื่น", 2),
        paragraph(BLANK),
        heading("ประโยชน์ที่ได้รับ"),
        heading("ต่อตนเอง", 2),
        items(Marker.DASH, ("ได้ทราบแนวทางปฏิบัติในการประเมิน เพื่อนำมาพัฒนางานที่ได้รับมอบหมาย",), 2),
        heading("ต่อหน่วยงาน", 2),
        items(Marker.DASH, ("หน่วยงานนำแนวทางมาปรับปรุงการดำเนินงานให้เกิดธรรมาภิบาล",), 2),
        heading("แนวทางการนำความรู้มาปรับใช้กับหน่วยงาน"),
        items(Marker.PAREN, APPLIED, 1),
        paragraph("จึงเรียนมาเพื่อโปรดทราบ"),
    )


def _request_fields(facts: Facts) -> Mapping[str, str]:
    return {
        "subject": "ขอความร่วมมือจัดส่งข้อมูลตามแบบตรวจการเปิดเผยข้อมูลสาธารณะ (OIT) "
        f"ปีงบประมาณ พ.ศ. {facts.content.year}",
        "addressee": "หัวหน้าส่วนราชการทุกสำนัก/กอง",
    }


def _request(_facts: Facts) -> Document:
    return document(
        paragraph(
            f"ด้วย{{office}}เข้ารับ{FULL_NAME} ซึ่งต้องเปิดเผยข้อมูลต่อสาธารณะตามแบบตรวจการเปิดเผยข้อมูลสาธารณะ (OIT) "
            "จำนวน {checks} ข้อ บนเว็บไซต์ของหน่วยงาน นั้น"
        ),
        paragraph("เพื่อให้การเผยแพร่ข้อมูลครบถ้วนภายในกำหนด {division}จึงขอความร่วมมือจัดส่งข้อมูลในส่วนที่เกี่ยวข้อง ดังนี้"),
        FilePart("checklist"),
        paragraph(f"ขอให้จัดส่งเป็นไฟล์และลิงก์ที่เผยแพร่แล้ว ภายในวันที่ {BLANK}"),
        paragraph("จึงเรียนมาเพื่อโปรดพิจารณาดำเนินการ"),
    )


def _reminder_fields(facts: Facts) -> Mapping[str, str]:
    return {
        "subject": f"ขอติดตามข้อมูลตามแบบตรวจการเปิดเผยข้อมูลสาธารณะ (OIT) ปีงบประมาณ พ.ศ. {facts.content.year}",
        "addressee": "หัวหน้าส่วนราชการที่เกี่ยวข้อง",
        "urgency": "ด่วน",
    }


def _reminder(_facts: Facts) -> Document:
    return document(
        paragraph(
            f"ตามที่{{division}}ได้ขอความร่วมมือจัดส่งข้อมูลเพื่อรับ{FULL_NAME} นั้น ขณะนี้มีข้อมูลครบถ้วนแล้ว {{checks-full}} ข้อ "
            "จากทั้งหมด {checks} ข้อ"
        ),
        paragraph("จึงขอติดตามข้อมูลที่ยังไม่ครบ ดังนี้"),
        FilePart("checklist"),
        paragraph(f"จึงเรียนมาเพื่อโปรดเร่งรัดจัดส่งข้อมูลภายในวันที่ {BLANK}"),
    )


def _result_fields(facts: Facts) -> Mapping[str, str]:
    return _subject(f"รายงานผล{ASSESSMENT} ประจำปีงบประมาณ พ.ศ. {facts.content.year}")


def _result(facts: Facts) -> Document:
    """Say what the year's memo says, with live values where a score stands."""
    published = facts.content.overall.published is not None
    lead = "ด้วยสำนักงาน ป.ป.ช. ได้ประกาศผล" if published else "ด้วย{office}เข้ารับ"
    tools = result_memo(facts.content, facts.today).paragraphs[2:-1]
    return document(
        paragraph(f"{lead}{FULL_NAME} {'แล้ว ' if published else ''}นั้น"),
        paragraph(
            "{division}ได้วิเคราะห์ผลการประเมินแล้ว {office}ได้คะแนน {score} คะแนน ระดับ “{level}” "
            "(ปีก่อนได้ {last-score} คะแนน) จึงขอรายงานสรุปผล ดังนี้"
        ),
        items(Marker.NUMBER, (each.split(" ", 1)[1] for each in tools)),
        FilePart("scores"),
        paragraph("จึงเรียนมาเพื่อโปรดทราบและพิจารณา"),
    )


def _measures_fields(facts: Facts) -> Mapping[str, str]:
    return _subject(
        f"ขอเสนอมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ปีงบประมาณ พ.ศ. {facts.content.year + 1}"
    )


def _proposal(_facts: Facts) -> Document:
    return document(
        paragraph(f"ตามที่{{office}}ได้รับ{FULL_NAME} ได้คะแนน {{score}} คะแนน ระดับ “{{level}}” นั้น"),
        paragraph(
            "{division}ได้นำผลการประเมินมาวิเคราะห์ และจัดทำมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน "
            "จำนวน {measures} มาตรการ ดังนี้"
        ),
        FilePart("measures"),
        paragraph(
            "จึงเรียนมาเพื่อโปรดพิจารณา หากเห็นชอบขอได้โปรดลงนามในประกาศมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
            "ที่แนบมาพร้อมนี้"
        ),
    )


MEMOS = (
    Maker(_memo("memo-free", mark("บันทึกข้อความ"), mark("เขียนเองทั้งฉบับ")), lambda _facts: {}, _free),
    Maker(
        _memo(
            "memo-briefing",
            mark("บันทึกข้อความ รายงานการเข้าร่วมประชุมชี้แจง"),
            mark("วัตถุประสงค์ สาระสำคัญ ประโยชน์ และการนำมาใช้"),
            (*MEMO_FIELDS, EVENT_DAY, PLACE),
        ),
        _briefing_fields,
        _briefing,
    ),
    Maker(
        _memo(
            "memo-oit-request", mark("บันทึกข้อความ ขอข้อมูล OIT"), mark("ขอข้อมูลจากสำนัก/กอง พร้อมตารางข้อที่ยังไม่ครบ")
        ),
        _request_fields,
        _request,
    ),
    Maker(
        _memo("memo-oit-reminder", mark("บันทึกข้อความ ติดตามข้อมูล OIT"), mark("ทวงข้อมูลที่ยังไม่ได้รับ")),
        _reminder_fields,
        _reminder,
    ),
    Maker(
        _memo("memo-results", mark("บันทึกข้อความ รายงานผลการประเมิน ITA"), mark("เสนอผลคะแนนต่อผู้บริหาร")),
        _result_fields,
        _result,
    ),
    Maker(
        _memo("memo-measures", mark("บันทึกข้อความ เสนอมาตรการ"), mark("เสนอมาตรการเพื่อขอความเห็นชอบ")),
        _measures_fields,
        _proposal,
    ),
)
