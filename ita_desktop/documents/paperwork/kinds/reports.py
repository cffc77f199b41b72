"""Reports: measures papers, the account of measures, the exchange of experience, the year's ITA report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.documents.memo_text import ASSESSMENT
from ita_desktop.documents.paperwork.kinds.fields import DIGITS, EVENT_DAY, MAKER, PLACE, TITLE
from ita_desktop.documents.paperwork.kinds.maker import Maker, document
from ita_desktop.documents.paperwork.writing import BLANK, heading, items, paragraph
from ita_desktop.domain.paperwork.papers import Form, Kind, KindGroup
from ita_desktop.domain.paperwork.richtext import Contents, FilePart, Marker, PageBreak
from ita_desktop.support.language import mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ita_desktop.documents.paperwork.facts import Facts
    from ita_desktop.domain.paperwork.richtext import Block, Document

FULL_NAME = f"{ASSESSMENT} (Integrity and Transparency Assessment: ITA)"
CHAPTERS = ("report.people", "report.result", "report.indicators", "report.plan", "report.advice")


def _measures_fields(facts: Facts) -> Mapping[str, str]:
    return {
        "subject": "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\n"
        f"ประจำปีงบประมาณ พ.ศ. {facts.content.year + 1}"
    }


def _measures(facts: Facts) -> Document:
    """Follow the parts of a measures paper: origin, scores of two years, level, findings, measures."""
    known = any(level.reached and level.meaning for level in facts.content.levels)
    meaning = [paragraph("ระดับ “{level}” หมายถึง {level-meaning}")] if known else []
    return document(
        heading("ที่มา"),
        paragraph(
            f"{{office}}เข้ารับ{FULL_NAME} ประจำปีงบประมาณ พ.ศ. {{year}} ของสำนักงาน ป.ป.ช. "
            "ได้คะแนน {score} คะแนน ผลการประเมินอยู่ในระดับ “{level}” เปรียบเทียบกับปีงบประมาณ พ.ศ. {last-year} ดังนี้"
        ),
        FilePart("scores"),
        meaning,
        heading("ประเด็นที่ควรเปิดเผยหรือบริหารจัดการให้ดียิ่งขึ้น"),
        FilePart("findings"),
        heading("มาตรการดำเนินการในปีงบประมาณ พ.ศ. {next-year}"),
        paragraph("{office}นำผลการวิเคราะห์มากำหนดเป็นมาตรการ จำนวน {measures} มาตรการ ดังนี้"),
        FilePart("measures"),
        paragraph("ให้ผู้รับผิดชอบรายงานผลการดำเนินการต่อผู้บริหารเป็นระยะ และเผยแพร่ให้ประชาชนทราบ"),
    )


def _account_fields(facts: Facts) -> Mapping[str, str]:
    office = facts.content.office.name
    return {"subject": f"สรุปผลการประชุมผลการดำเนินการตามมาตรการ\nเพื่อส่งเสริมคุณธรรมและความโปร่งใส\n{office}"}


def _account(facts: Facts) -> Document:
    """Follow an account of measures: what led to it, then five parts for each tool, then the comments."""
    parts: list[Block] = [
        paragraph(
            "ตามที่{office}ได้แต่งตั้งคณะกรรมการและคณะทำงานประเมินคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. {year} "
            f"เพื่อขับเคลื่อนมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ได้ประชุมเมื่อวันที่ {BLANK} ณ {BLANK} นั้น"
        ),
        paragraph("ผลการประเมินได้คะแนน {score} คะแนน เป้าหมาย {target} คะแนน สรุปผลการดำเนินการตามมาตรการได้ ดังนี้"),
    ]
    for tool in facts.content.tools:
        parts += _tool_account(facts, tool.key, tool.title)
    return document(
        parts,
        heading("ผลการดำเนินการตามมาตรการทั้งหมด", numbered=False),
        FilePart("outcomes"),
        heading("ความเห็นของคณะที่ปรึกษา", numbered=False),
        FilePart("comments"),
        paragraph("ทั้งนี้ ให้ทุกสำนัก/กองเร่งรัดดำเนินการให้เป็นไปตามหลักเกณฑ์ที่สำนักงาน ป.ป.ช. กำหนด"),
    )


def _tool_account(facts: Facts, code: str, title: str) -> Iterator[Block]:
    """Write the five parts of one tool's account."""
    named = [each for each in facts.content.indicators if each.tool == code]
    yield heading(title if code in title else f"{title} ({code})", numbered=False)
    yield paragraph(f"ได้คะแนน {{score.{code}}} คะแนน ประเด็นตามตัวชี้วัด ดังนี้")
    yield from items(Marker.PAREN, (f"{each.title} {BLANK}" for each in named), 1)
    mine = [m for m in facts.measures if m.indicator in {each.code for each in named}]
    for name, texts in (
        ("มาตรการ/แนวทาง", [m.title for m in mine]),
        ("วิธีการดำเนินการ", [step.text for m in mine for step in m.plan]),
        ("ผลการดำเนินการ", [m.outcome for m in mine if m.outcome]),
        ("ข้อเสนอแนะ", []),
    ):
        yield heading(name, 2, numbered=False)
        yield from items(Marker.NUMBER, texts or [BLANK])


def _visit_fields(_facts: Facts) -> Mapping[str, str]:
    return {"subject": "รายงานสรุปการแลกเปลี่ยนเรียนรู้\nด้านคุณธรรมและความโปร่งใสในการดำเนินงาน"}


def _visit(_facts: Facts) -> Document:
    """Follow a report of an exchange: what, when, who, purpose, knowledge by themes, how it is applied."""
    return document(
        Contents(),
        PageBreak(),
        heading("ข้อมูลทั่วไป"),
        items(
            Marker.CLAUSE,
            (f"เรื่อง {BLANK}", f"วัน เวลา และสถานที่ {BLANK}", f"ผู้เข้าร่วม {BLANK}", f"วิทยากร {BLANK}"),
            1,
        ),
        heading("วัตถุประสงค์"),
        items(
            Marker.PAREN,
            ("เพื่อแลกเปลี่ยนเรียนรู้แนวทางการดำเนินงานที่ดี", "เพื่อนำความรู้มาปรับใช้กับ{office}"),
            1,
        ),
        heading("องค์ความรู้ที่ได้รับ"),
        heading("ประเด็นที่ 1", 2),
        paragraph(BLANK),
        heading("ประเด็นที่ 2", 2),
        paragraph(BLANK),
        heading("การนำมาปรับใช้กับหน่วยงาน"),
        paragraph("{office}ได้คะแนนการประเมิน {score} คะแนน ในปีงบประมาณ พ.ศ. {year} เห็นควรนำความรู้มาปรับใช้ ดังนี้"),
        items(Marker.PAREN, (BLANK,), 1),
        heading("ภาพกิจกรรม"),
    )


def _report_fields(facts: Facts) -> Mapping[str, str]:
    return {"subject": f"รายงานผล{ASSESSMENT}\nสู่การพัฒนาองค์กร\nประจำปีงบประมาณ พ.ศ. {facts.content.year}"}


def _report(_facts: Facts) -> Document:
    """Take the chapters of the year's report as parts of the file, with room for own text between them."""
    chapters: list[Block] = []
    for name in CHAPTERS:
        chapters += [PageBreak(), FilePart(name)]
    return document(
        heading("คำนำ", numbered=False),
        paragraph(
            f"{{office}}ได้รวบรวมและวิเคราะห์ผล{FULL_NAME} ประจำปีงบประมาณ พ.ศ. {{year}} เป็นรายเครื่องมือ "
            "รายตัวชี้วัด และรายข้อ แล้วนำมากำหนดมาตรการ ขั้นตอน ระยะเวลา และผู้รับผิดชอบ "
            "เพื่อรายงานต่อผู้บังคับบัญชาและเผยแพร่ให้ประชาชนทราบ"
        ),
        paragraph("ได้คะแนน {score} คะแนน ระดับ “{level}” เปลี่ยนแปลงจากปีก่อน {change} คะแนน"),
        PageBreak(),
        Contents(),
        chapters,
    )


REPORTS = (
    Maker(
        Kind(
            "measures-paper", mark("มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"),
            mark("ที่มา คะแนนสองปี ประเด็นที่ควรพัฒนา และตารางมาตรการ"),
            KindGroup.REPORT, Form.PLAIN, (TITLE, DIGITS),
        ),
        _measures_fields, _measures,
    ),
    Maker(
        Kind(
            "measures-account", mark("สรุปผลการดำเนินการตามมาตรการ"),
            mark("สรุปการประชุม ผลตามมาตรการรายเครื่องมือ และความเห็นของคณะที่ปรึกษา"),
            KindGroup.MEETING, Form.PLAIN, (TITLE, EVENT_DAY, PLACE, DIGITS),
        ),
        _account_fields, _account,
    ),
    Maker(
        Kind(
            "study-visit", mark("รายงานการแลกเปลี่ยนเรียนรู้ / ศึกษาดูงาน"),
            mark("ปก สารบัญ องค์ความรู้ และการนำมาปรับใช้"), KindGroup.REPORT, Form.BOOK,
            (TITLE, EVENT_DAY, PLACE, MAKER, DIGITS),
        ),
        _visit_fields, _visit,
    ),
    Maker(
        Kind(
            "ita-report", mark("รายงานผลการประเมิน ITA สู่การพัฒนาองค์กร"),
            mark("ปก คำนำ สารบัญ ผลรายข้อ แผน และข้อเสนอแนะ แทรกข้อความของหน่วยงานได้"),
            KindGroup.REPORT, Form.BOOK, (TITLE, MAKER, DIGITS),
        ),
        _report_fields, _report,
    ),
)  # fmt: skip
