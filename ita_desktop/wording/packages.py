"""What is in packages and what would become of it, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.checklist import ResultStage
from ita_desktop.domain.packages.contents import Down, Part
from ita_desktop.domain.packages.merging import Meeting
from ita_desktop.domain.packages.numbering import Arrival
from ita_desktop.domain.packages.receipts import Outcome
from ita_desktop.domain.packages.shipment import Fate
from ita_desktop.support.language import mark, tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_desktop.domain.packages.numbering import Order
    from ita_desktop.domain.packages.receipts import Receipt
    from ita_desktop.domain.packages.shipment import Thing

PARTS = {
    Part.RESULTS: mark("คะแนนและจำนวนผู้ตอบ"),
    Part.OIT: mark("ผลตรวจ OIT และรายการหลักฐาน"),
    Part.MEASURES: mark("มาตรการและการติดตาม"),
    Part.PAPERS: mark("เอกสาร (PDF)"),
    Part.EVIDENCE: mark("ไฟล์หลักฐาน OIT"),
    Part.HISTORY: mark("ประวัติการใช้งาน"),
    Part.ANSWERS: mark("แบบสอบถามรายฉบับ ไม่มีข้อมูลผู้ตอบ"),
    Part.PEOPLE: mark("รายชื่อบุคคล"),
}
DOWN = {
    Down.INSTRUMENT: mark("แบบวัด"),
    Down.PUBLISHED: mark("คะแนนประกาศ"),
    Down.OIT: mark("ผลตรวจ OIT"),
    Down.MEASURES: mark("คลังมาตรการ"),
    Down.TEMPLATES: mark("แม่แบบเอกสาร"),
    Down.KEYS: mark("กุญแจของ"),
}
FATES = {
    Fate.NEW: mark("จะรับ"),
    Fate.SAME: mark("มีอยู่แล้ว"),
    Fate.OLDER: mark("เก่ากว่าที่มี ไม่รับ"),
    Fate.UNUSABLE: mark("อ่านไม่ได้ ไม่รับ"),
}
MEETINGS = {
    Meeting.SAME: mark("ตรงกัน"),
    Meeting.NEW: mark("จะเปลี่ยน"),
    Meeting.KEPT: mark("คงของเรา ผู้ส่งไม่ได้แก้"),
    Meeting.CLASH: mark("แก้ทั้งสองฝ่าย ต้องเลือก"),
}
ARRIVALS = {
    Arrival.FIRST: mark("แพ็กเกจแรกจากผู้ส่งนี้"),
    Arrival.NEXT: mark("ต่อจากแพ็กเกจก่อน"),
    Arrival.GAP: mark("ขาดเลขที่ {missing}"),
    Arrival.LATE: mark("มาทีหลังแพ็กเกจที่ใหม่กว่า ไม่มีอะไรเปลี่ยน"),
    Arrival.OLD: mark("เก่ากว่าที่รับแล้ว ไม่มีอะไรเปลี่ยน"),
    Arrival.SAME: mark("รับแพ็กเกจนี้แล้ว ไม่มีอะไรเปลี่ยน"),
    Arrival.APART: mark("ผู้ส่งมีสองเครื่องที่ออกเลขแยกจากกัน ให้โทรถามผู้ส่งก่อน"),
}
OUTCOMES = {
    Outcome.TAKEN: mark("รับแล้ว"),
    Outcome.KNOWN: mark("รับไว้ก่อนแล้ว"),
    Outcome.OLDER: mark("รับไว้ แต่มีที่ใหม่กว่า"),
    Outcome.REFUSED: mark("ไม่รับ"),
}
STAGES = {
    ResultStage.OWN: mark("ผลของหน่วยงานเอง"),
    ResultStage.PRELIMINARY: mark("ผลเบื้องต้น"),
    ResultStage.EXPLAINED: mark("ผลหลังชี้แจง"),
    ResultStage.FINAL: mark("ผลสุดท้าย"),
}


def part_names(parts: Iterable[Part]) -> str:
    """Return parts in one line."""
    return ", ".join(tr(PARTS[each]) for each in parts)


def arrival_words(order: Order) -> str:
    """Say how a package stands among those before it."""
    missing = ", ".join(map(str, order.missing))
    words = tr(ARRIVALS[order.arrival]).format(missing=missing)
    if missing and order.arrival is not Arrival.GAP:
        return f"{words} ({tr(ARRIVALS[Arrival.GAP]).format(missing=missing)})"
    return words


def place_words(place: str) -> str:
    """Name a field: `oit/o2/final` is the final result of o2."""
    kind, _, rest = place.partition("/")
    if kind == "published":
        return tr("คะแนนประกาศ {key}").format(key=tr("คะแนนรวม") if rest == "total" else rest)
    code, _, what = rest.partition("/")
    if what == "comment":
        return tr("ความเห็นผู้ตรวจข้อ {code}").format(code=code)
    return tr("{stage}ข้อ {code}").format(stage=tr(STAGES[ResultStage(what)]), code=code)


def value_words(value: str | None) -> str:
    """Return a value as it is shown; a dash for none."""
    return value if value not in {None, ""} and value is not None else "–"


def field_words(meeting: Meeting) -> str:
    """Say how both sides meet at a field."""
    return tr(MEETINGS[meeting])


def thing_words(thing: Thing) -> str:
    """Say what would become of a thing that came."""
    return f"{tr(DOWN[thing.kind])} {thing.name}: {tr(FATES[thing.fate])}"


def refused_words(why: str) -> str:
    """Say in one line that a package is not taken and why; `why` as receipts have it."""
    from ita_desktop.wording.package_problems import refusal_words

    return f"{tr(OUTCOMES[Outcome.REFUSED])}: {refusal_words(why)}"


def outcome_words(receipt: Receipt) -> str:
    """Say what became of a package at the receiver's, and why."""
    words = refused_words(receipt.why) if receipt.why else tr(OUTCOMES[receipt.outcome])
    if receipt.missing:
        missing = ", ".join(map(str, receipt.missing))
        words = f"{words} · {tr(ARRIVALS[Arrival.GAP]).format(missing=missing)}"
    return words
