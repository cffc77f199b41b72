"""A filled office file to print from: plainly invented, the same on every run."""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from ita_desktop.domain.answers import Mark, write_line
from ita_desktop.domain.batches import Batch, Questionnaire
from ita_desktop.domain.checklist import CheckEntry
from ita_desktop.domain.measures import Measure
from ita_desktop.domain.office import Office
from ita_desktop.domain.plan.steps import steps_of
from ita_desktop.models import questionnaire_store
from ita_desktop.services import workspace
from ita_desktop.services.instruments import instrument_text
from tests.helpers.offices import NOW

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.domain.answers import Answer
    from ita_desktop.domain.instrument import Question, Tool
    from ita_desktop.services.workspace import Workspace

OFFICE = Office(
    "เทศบาลตำบลตัวอย่าง",
    province="ตัวอย่าง",
    code="99999",
    website="https://www.tambon-tuayang.go.th",
    telephone="0 0000 0000",
    document_code="ตย 52301",
    division="กองยุทธศาสตร์และงบประมาณ",
    signer_name="นางสาวตัวอย่าง รักงาน",
    signer_position="นักวิเคราะห์นโยบายและแผนชำนาญการ",
)
PEOPLE = {"IIT": 52, "EIT1": 118, "EIT2": 60}
WEAK = {"i10", "e9"}
RESULTS = {"o2": 50, "o6": 50, "o24": 0}


def empty_office(folder: Path, text: str | None = None) -> Workspace:
    """An office file without any data."""
    return workspace.create(folder / "ว่าง.ita", OFFICE, text or instrument_text(2568), lambda: NOW)


def filled_office(folder: Path) -> Workspace:
    """An office file with everything that a paper can tell."""
    made = workspace.create(folder / "เต็ม.ita", OFFICE, instrument_text(2568), lambda: NOW)
    for tool, part in made.session.instrument.survey_parts():
        answer(made, tool, part.code, PEOPLE[part.code])
    for tool in made.session.instrument.checklists:
        for item in tool.items:
            link = f"https://www.tambon-tuayang.go.th/ita/2568/{item.code}"
            made.checklist.save(CheckEntry(item.code, Fraction(RESULTS.get(item.code, 100)), link=link))
    for measure in MEASURES:
        made.measures.add(measure)
    for year, total in ((2564, "88.58"), (2565, "90.10"), (2567, "91.80")):
        made.results.put_published(year, "total", Decimal(total))
    return made


def answer(made: Workspace, tool: Tool, part: str, people: int, seed: int = 7) -> None:
    """Key questionnaires of a part; the answers follow the seed, weak items spread wider."""
    chance = random.Random(f"{part}{seed}")  # noqa: S311 - made-up answers, no secret
    year, forms = made.year, []
    with made.session.drafting() as transaction:
        batch = questionnaire_store.add_batch(transaction, year, Batch(part, 1))
        for serial in range(1, people + 1):
            answers = {question.code: _answer(question, chance) for question in tool.form}
            forms.append(Questionnaire(batch, serial, write_line(tool.form, answers)))
        questionnaire_store.add(transaction, year, part, forms)


def _answer(question: Question, chance: random.Random) -> Answer:
    """Choose as most people would: near the best choice, sometimes nothing that counts."""
    if chance.random() < 0.01:
        return chance.choice([Mark.BLANK, Mark.UNREADABLE, Mark.DOUBLE])
    count = len(question.choices)
    if question.choices[0].score is None:
        return min(count, max(1, round(chance.gauss(count / 2 + 0.5, 1.1))))
    best_first = sorted(range(count), key=lambda place: -(question.choices[place].score or 0))
    if count == 2:
        return best_first[0 if chance.random() > 0.04 else 1] + 1
    spread = 2.0 if question.code in WEAK else 1.0
    return best_first[min(count - 1, int(abs(chance.gauss(0, spread))))] + 1


MEASURES = (
    Measure(
        "1",
        "เผยแพร่ขั้นตอนและระยะเวลาการให้บริการ ณ จุดบริการ",
        "ข้อ i2 ได้คะแนนต่ำกว่าข้ออื่นของตัวชี้วัด",
        steps_of("1. ทบทวนคู่มือการให้บริการ\n2. ติดประกาศขั้นตอนและระยะเวลา\n3. ประเมินผลทุกไตรมาส"),
        date(2025, 10, 1),
        date(2026, 9, 30),
        "สำนักปลัดเทศบาล",
    ),
    Measure(
        "4",
        "จัดระบบยืมและคืนทรัพย์สินของทางราชการ",
        "ข้อ i10 เป็นข้อที่ได้คะแนนต่ำสุด",
        steps_of("1. จัดทำแบบฟอร์มยืม\n2. ทำทะเบียนคุมการยืมและคืน\n3. รายงานผลต่อผู้บริหารทุกเดือน"),
        date(2025, 10, 1),
        None,
        "กองคลัง",
    ),
    Measure(
        "9",
        "ปรับปรุงข้อมูลผู้บริหารบนเว็บไซต์",
        "ข้อ o2 ข้อมูลไม่ครบถ้วน",
        steps_of("ตรวจข้อมูลผู้บริหารให้ครบทุกองค์ประกอบ"),
        None,
        date(2025, 11, 30),
        "กองยุทธศาสตร์และงบประมาณ",
    ),
)
