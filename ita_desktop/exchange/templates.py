"""Empty workbooks to fill, each with a sheet that explains it in Thai and that reading passes over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.exchange.kinds import ImportKind
from ita_desktop.exchange.measure_out import plan_sheets
from ita_desktop.exchange.published_book import CODE_HEADERS, published_sheet
from ita_desktop.exchange.words import (
    CHECKLIST_COLUMNS,
    CHECKLIST_SHEET,
    EXPLANATION_SHEET,
    EXTERNAL_COLUMNS,
    EXTERNAL_SHEET,
    INTERNAL_COLUMNS,
    INTERNAL_SHEET,
    SERIAL,
    STATUS_WORDS,
)
from ita_desktop.exchange.workbook_write import Choices, Column, SheetPlan, write_workbook

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from ita_desktop.domain.instrument import Instrument, Question, Tool

READY_ROWS = 2000
MARK_SIGNS = ("-", "?", "*")
_DATES = "วันที่แบบใดก็ได้ เช่น 1/10/2567 หรือ 1 ตุลาคม 2567 (ปีพุทธศักราช)"
_PHONE = "ตัวเลขพร้อมเลข 0 นำหน้า มีขีดหรือไม่ก็ได้"
_ONE_OF = "เลือกหนึ่งอย่าง: "


def template(kind: ImportKind, instrument: Instrument, path: Path) -> Path:
    """Write the empty workbook of a kind and return its path.

    Raises:
        DiskFull, ReadOnly, FileInUse, FileMissing, DeviceFailed: it could not be written.
    """
    makers = {
        ImportKind.ROSTER_INTERNAL: _internal,
        ImportKind.ROSTER_EXTERNAL: _external,
        ImportKind.ANSWERS: _answers,
        ImportKind.OIT: _checklist,
        ImportKind.MEASURES: plan_sheets,
        ImportKind.PUBLISHED: _published,
    }
    write_workbook(path, makers[kind](instrument))
    return path


def _explanation(rows: Iterable[tuple[str, str]]) -> SheetPlan:
    """Return the sheet that explains the columns."""
    return SheetPlan(EXPLANATION_SHEET, (Column("คอลัมน์", 24), Column("วิธีกรอก", 100)), tuple(rows))


def _offered(header: str, width: float, words: tuple[str, ...]) -> Column:
    """Return a column with a list to choose from."""
    return Column(header, width, choices=Choices(words, header, _ONE_OF + " · ".join(words)))


def _internal(instrument: Instrument) -> list[SheetPlan]:
    """Return the internal roster."""
    levels = instrument.roster.levels
    names = {field: words[0] for field, words in INTERNAL_COLUMNS.items()}
    columns = (
        Column(names["name"], 30, as_text=True),
        Column(names["position"], 28),
        Column(names["division"], 24),
        _offered(names["level"], 24, levels),
        Column(names["start_date"], 20, as_text=True, choices=Choices((), names["start_date"], _DATES)),
        Column(names["phone"], 18, as_text=True),
    )
    years = instrument.roster.minimum_service_years
    rows = [
        ("แผ่นงานนี้", f"รายชื่อผู้มีส่วนได้ส่วนเสียภายใน หนึ่งคนหนึ่งแถว ในแผ่นงาน “{INTERNAL_SHEET}”"),
        (names["name"], "ต้องกรอก คำนำหน้าติดกับชื่อได้ เช่น นายตัวอย่าง สมมติ"),
        (names["position"], "ตำแหน่งปัจจุบัน"),
        (names["division"], "เช่น สำนักปลัด กองคลัง กองช่าง"),
        (names["level"], _ONE_OF + " · ".join(levels)),
        (names["start_date"], f"{_DATES} ใช้นับว่าปฏิบัติงานครบ {years} ปีหรือยัง"),
        (names["phone"], _PHONE),
        *_COMMON_RULES,
    ]
    return [SheetPlan(INTERNAL_SHEET, columns, (), READY_ROWS), _explanation(rows)]


def _external(instrument: Instrument) -> list[SheetPlan]:
    """Return the external roster."""
    rule = instrument.roster
    names = {field: words[0] for field, words in EXTERNAL_COLUMNS.items()}
    columns = (
        Column(names["name"], 32, as_text=True),
        _offered(names["kind"], 22, rule.external_kinds),
        _offered(names["matter"], 30, rule.matters),
        Column(names["channel"], 18),
        Column(names["contact_date"], 20, as_text=True, choices=Choices((), names["contact_date"], _DATES)),
        Column(names["phone"], 18, as_text=True),
    )
    rows = [
        ("แผ่นงานนี้", f"ผู้มาติดต่อหรือรับบริการในปีงบประมาณ หนึ่งรายหนึ่งแถว ในแผ่นงาน “{EXTERNAL_SHEET}”"),
        (names["name"], "ต้องกรอก ชื่อบุคคล นิติบุคคล หรือหน่วยงาน"),
        (names["kind"], _ONE_OF + " · ".join(rule.external_kinds)),
        (names["matter"], _ONE_OF + " · ".join(rule.matters)),
        (names["channel"], "เช่น มาด้วยตนเอง โทรศัพท์ ไลน์ เว็บไซต์"),
        (names["contact_date"], _DATES),
        (names["phone"], _PHONE),
        *_COMMON_RULES,
    ]
    return [SheetPlan(EXTERNAL_SHEET, columns, (), READY_ROWS), _explanation(rows)]


def _answers(instrument: Instrument) -> list[SheetPlan]:
    """Return a sheet for each part, and the codes with their questions and choices."""
    plans = [_part(part.code, tool) for tool, part in instrument.survey_parts() if tool.questions]
    rows = [
        (SERIAL, "เลขที่บนแบบสอบถาม เป็นจำนวนเต็มตั้งแต่ 1 ไม่ซ้ำกันในแผ่นงาน"),
        ("ทุกช่องคำตอบ", "พิมพ์ลำดับของตัวเลือก นับจากซ้ายไปขวา เริ่มที่ 1 หากไม่ได้ตอบให้เว้นว่าง"),
        ("- ? *", "ใช้แทนคำตอบได้: - ไม่ตอบ, ? อ่านไม่ออก, * ทำเครื่องหมายมากกว่าหนึ่งตัวเลือก"),
        *_COMMON_RULES,
    ]
    for tool in instrument.surveys:
        rows += [(question.code, f"{question.text}: {_numbered(question)}") for question in tool.form]
    return [*plans, _explanation(rows)]


def _part(code: str, tool: Tool) -> SheetPlan:
    """Return the sheet of one part."""
    columns = [Column(SERIAL, 12)]
    for question in tool.form:
        signs = tuple(str(number) for number in range(1, len(question.choices) + 1)) + MARK_SIGNS
        hint = f"{question.text}: {_numbered(question)}"
        columns.append(Column(question.code, 11, choices=Choices(signs, question.code, hint)))
    return SheetPlan(code, tuple(columns), (), READY_ROWS)


def _numbered(question: Question) -> str:
    """Return the choices with their numbers from the left."""
    return " · ".join(f"{number} {choice.label}" for number, choice in enumerate(question.choices, 1))


def _checklist(instrument: Instrument) -> list[SheetPlan]:
    """Return the checklist with its items already in their rows."""
    names = {field: words[0] for field, words in CHECKLIST_COLUMNS.items()}
    statuses = tuple(STATUS_WORDS.values())
    steps = tuple(f"{step.label} ({step.score})" for tool in instrument.checklists for step in tool.steps)
    columns = (
        Column(names["code"], 9),
        Column(names["title"], 50),
        Column(names["result"], 12, "0.##"),
        _offered(names["status"], 20, statuses),
        Column(names["link"], 50, as_text=True),
        Column(names["note"], 36, as_text=True),
        Column(names["owner"], 24, as_text=True),
        Column(names["due"], 18, as_text=True, choices=Choices((), names["due"], _DATES)),
    )
    items = [(item.code, item.text) for tool in instrument.checklists for item in tool.items]
    rows = [
        (names["code"], "รหัสข้อ ต้องมี ลบแถวที่ไม่ต้องการได้ ช่องที่เว้นว่างจะไม่เปลี่ยนสิ่งที่บันทึกไว้แล้ว"),
        (names["title"], "มีไว้ให้อ่าน โปรแกรมไม่นำเข้า"),
        (names["result"], "ตัวเลข 0 ถึง 100 " + " · ".join(steps)),
        (names["status"], _ONE_OF + " · ".join(statuses)),
        (names["link"], "ที่อยู่เว็บที่เผยแพร่ข้อมูล ขึ้นต้นด้วย https:// หรือ www."),
        (names["note"], "ข้อความสั้น ๆ"),
        (names["owner"], "สำนัก กอง หรือตำแหน่งที่รับผิดชอบ"),
        (names["due"], _DATES),
        *_COMMON_RULES,
    ]
    return [SheetPlan(CHECKLIST_SHEET, columns, items), _explanation(rows)]


def _published(instrument: Instrument) -> list[SheetPlan]:
    """Return every score with a column for this year and for years before."""
    rows = [
        (CODE_HEADERS[0], "รหัสของคะแนน ต้องมี ลบแถวหรือคอลัมน์ปีที่ไม่ต้องการได้"),
        ("คะแนนปี …", "คะแนนตามที่ ป.ป.ช. ประกาศ 0 ถึง 100 ช่องที่เว้นว่างจะไม่เปลี่ยนสิ่งที่บันทึกไว้แล้ว"),
        *_COMMON_RULES,
    ]
    return [published_sheet(instrument), _explanation(rows)]


_COMMON_RULES = (
    ("ข้อควรระวัง", "อย่าใช้สูตรและอย่ารวมเซลล์ หากมีข้อผิดพลาดแม้ช่องเดียว โปรแกรมจะบอกทุกช่องและยังไม่นำเข้าสิ่งใด"),
)
