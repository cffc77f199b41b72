"""Every problem in words: what happened, whether the data is safe, what to do.

One function per type of problem, found by the type; a new type without words is told in general words, and a
test fails until it has its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import singledispatch

from ita_desktop.domain import problems
from ita_desktop.support.language import tr
from ita_desktop.wording.cells import cell_sentence
from ita_desktop.wording.fields import field_fault_words, field_name, record_name
from ita_desktop.wording.mistakes import mistake_sentence


@dataclass(frozen=True, slots=True)
class Told:
    """A problem in words: what happened, whether the data is safe, what to do; the last two may be empty.

    `details` are lines of their own below: the faults of a workbook, the mistakes of an instrument file.
    """

    what: str
    safe: str = ""
    do: str = ""
    details: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """All of it on one line, details apart."""
        return " ".join(part for part in (self.what, self.safe, self.do) if part)


def problem_sentence(problem: problems.Problem) -> str:
    """Return the problem as one line for a person."""
    return told(problem).sentence


def problem_lines(problem: problems.Problem) -> tuple[str, ...]:
    """Return the problem as lines: the sentence, then a line for each detail."""
    words = told(problem)
    return (words.sentence, *words.details)


@singledispatch
def told(problem: problems.Problem) -> Told:
    """Put a problem into words."""
    return Told(
        tr("ทำรายการนี้ไม่ได้ ({kind})").format(kind=type(problem).__name__),
        _unchanged(),
        tr("ลองอีกครั้ง หากยังไม่ได้ให้แจ้งผู้ดูแลโปรแกรม"),
    )


def _unchanged() -> str:
    """Say that nothing was written."""
    return tr("ข้อมูลเดิมยังอยู่ครบ ไม่มีอะไรเปลี่ยนแปลง")


@told.register
def _(problem: problems.FileMissing) -> Told:
    """A name mistyped, a stick pulled out."""
    return Told(
        tr("ไม่พบไฟล์หรือโฟลเดอร์ “{path}”").format(path=problem.path),
        _unchanged(),
        tr("ตรวจชื่อและที่เก็บ หรือเสียบ USB ให้แน่นแล้วลองใหม่"),
    )


@told.register
def _(problem: problems.FileExists) -> Told:
    """Nothing is ever overwritten unasked."""
    return Told(
        tr("มี “{path}” อยู่แล้ว โปรแกรมจึงไม่เขียนทับ").format(path=problem.path),
        tr("ของเดิมยังอยู่ครบ"),
        tr("ใช้ชื่ออื่นหรือโฟลเดอร์อื่น"),
    )


@told.register
def _(problem: problems.FileInUse) -> Told:
    """Another window or computer holds the lock."""
    return Told(
        tr("ไฟล์ “{path}” เปิดใช้อยู่ในหน้าต่างอื่นหรือเครื่องอื่น").format(path=problem.path),
        tr("ข้อมูลปลอดภัย"),
        tr("ปิดไฟล์ที่นั่นก่อนแล้วเปิดใหม่"),
    )


@told.register
def _(problem: problems.NotOurFile) -> Told:
    """Some other program's file."""
    return Told(
        tr("“{path}” ไม่ใช่ไฟล์ของโปรแกรมนี้").format(path=problem.path),
        tr("โปรแกรมไม่ได้แก้ไขไฟล์นั้น"),
        tr("เลือกไฟล์ที่ลงท้ายด้วย .ita ซึ่งสร้างจากโปรแกรมนี้"),
    )


@told.register
def _(problem: problems.FileDamaged) -> Told:
    """Ours, but broken."""
    return Told(
        tr("ไฟล์ “{path}” เสียหาย เปิดไม่ได้").format(path=problem.path),
        tr("โปรแกรมไม่ได้แก้ไขไฟล์นั้น"),
        tr("เก็บไฟล์นี้ไว้ แล้วเปิดสำเนาสำรองล่าสุด"),
    )


@told.register
def _(problem: problems.ReadOnly) -> Told:
    """A folder without the right to write."""
    return Told(
        tr("เขียนลง “{path}” ไม่ได้ เพราะไฟล์หรือโฟลเดอร์อ่านได้อย่างเดียว").format(path=problem.path),
        _unchanged(),
        tr("คัดลอกไฟล์ไปไว้ในโฟลเดอร์ที่บันทึกได้ หรือขอสิทธิจากผู้ดูแลเครื่อง"),
    )


@told.register
def _(problem: problems.DiskFull) -> Told:
    """No room."""
    return Told(
        tr("ที่เก็บของ “{path}” เต็ม เขียนไม่ได้").format(path=problem.path),
        _unchanged(),
        tr("ลบไฟล์ที่ไม่ใช้ให้มีที่ว่าง หรือเลือกที่เก็บอื่น แล้วทำใหม่"),
    )


@told.register
def _(problem: problems.DeviceFailed) -> Told:
    """A pulled stick, a dying disk."""
    return Told(
        tr("อ่านหรือเขียน “{path}” ไม่สำเร็จ อุปกรณ์อาจหลุดหรือเสีย").format(path=problem.path),
        tr("ข้อมูลที่บันทึกไว้ก่อนหน้านี้ยังอยู่"),
        tr("เสียบอุปกรณ์ให้แน่นหรือใช้อันใหม่ แล้วทำใหม่"),
    )


@told.register
def _(problem: problems.FileTooNew) -> Told:
    """Written by a newer program."""
    return Told(
        tr("ไฟล์ “{path}” สร้างจากโปรแกรมรุ่นใหม่กว่า (แบบที่ {found} รุ่นนี้อ่านได้ถึงแบบที่ {known})").format(
            path=problem.path, found=problem.found, known=problem.known
        ),
        tr("โปรแกรมไม่ได้แก้ไขไฟล์นั้น"),
        tr("ติดตั้งโปรแกรมรุ่นใหม่แล้วเปิดอีกครั้ง"),
    )


@told.register
def _(problem: problems.InstrumentInvalid) -> Told:
    """All the mistakes of an instrument file."""
    return Told(
        tr("ไฟล์แบบวัดใช้ไม่ได้ มีที่ผิด {count} แห่ง").format(count=len(problem.mistakes)),
        _unchanged(),
        tr("แก้ไฟล์แบบวัดตามรายการแล้วนำเข้าใหม่"),
        tuple(mistake_sentence(mistake) for mistake in problem.mistakes),
    )


@told.register
def _(problem: problems.InstrumentUnknown) -> Told:
    """A year that the program does not bring."""
    years = ", ".join(map(str, problem.known)) or tr("ไม่มี")
    return Told(
        tr("ไม่มีแบบวัดของปีงบประมาณ {year} มากับโปรแกรม").format(year=problem.fiscal_year),
        _unchanged(),
        tr("ใช้ปีที่มี ({years}) หรือใช้ไฟล์แบบวัดของปีนั้น").format(years=years),
    )


@told.register
def _(problem: problems.WorkbookRefused) -> Told:
    """Everything that is wrong with a workbook, cell by cell."""
    return Told(
        tr("ไม่นำเข้า “{name}” เพราะมีที่ต้องแก้ {count} แห่ง").format(
            name=problem.path.name, count=len(problem.problems)
        ),
        _unchanged(),
        tr("แก้ในไฟล์ Excel ตามรายการแล้วนำเข้าใหม่"),
        tuple(cell_sentence(fault) for fault in problem.problems),
    )


@told.register
def _(problem: problems.MissingRecord) -> Told:
    """Removed meanwhile, or never there."""
    return Told(
        tr("ไม่พบ{kind} {key}").format(kind=record_name(problem.kind), key=problem.key),
        _unchanged(),
        tr("รายการอาจถูกลบไปแล้ว ดูรายการล่าสุดแล้วลองใหม่"),
    )


@told.register
def _(problem: problems.FieldProblem) -> Told:
    """A value that cannot be kept."""
    what = tr("{field}: {fault}").format(
        field=field_name(problem.field),
        fault=field_fault_words(problem.fault, problem.value, problem.expected),
    )
    return Told(what, tr("ยังไม่ได้บันทึก"), tr("แก้แล้วบันทึกอีกครั้ง"))


@told.register
def _(problem: problems.BatchCountDiffers) -> Told:
    """The cover sheet counts otherwise."""
    return Told(
        tr("ปิดชุดที่ {batch} ไม่ได้ ใบปะหน้าระบุ {declared} ฉบับ แต่บันทึกแล้ว {keyed} ฉบับ").format(
            batch=problem.batch, declared=problem.declared, keyed=problem.keyed
        ),
        tr("แบบที่บันทึกแล้วยังอยู่ครบ"),
        tr("นับแบบในชุดอีกครั้ง แล้วบันทึกให้ครบหรือแก้จำนวนในใบปะหน้า"),
    )


@told.register
def _(problem: problems.SerialTaken) -> Told:
    """A questionnaire of this number is in already."""
    return Told(
        tr("มีแบบ {part} เลขที่ {serial} อยู่แล้ว").format(part=problem.part, serial=problem.serial),
        tr("แบบเดิมยังอยู่ครบ"),
        tr("ตรวจเลขที่บนกระดาษ แล้วใช้เลขที่อื่น"),
    )


@told.register
def _(_problem: problems.NothingToUndo) -> Told:
    """The end of the undo list."""
    return Told(tr("ไม่มีอะไรให้ย้อนหรือทำซ้ำแล้ว"))


@told.register
def _(problem: problems.DocumentUnknown) -> Told:
    """No document of that name."""
    known = ", ".join(problem.known) or tr("ไม่มี")
    return Told(
        tr("ไม่มีเอกสารชื่อ “{name}”").format(name=problem.name),
        _unchanged(),
        tr("เอกสารที่พิมพ์ได้คือ {known}").format(known=known),
    )


@told.register
def _(problem: problems.PackageFailed) -> Told:
    """What was read back is not what was written."""
    return Told(
        tr("แพ็กเกจ “{path}” ไม่ครบหรือไม่ตรงกับที่เขียน").format(path=problem.path),
        tr("ข้อมูลในเครื่องยังอยู่ครบ แต่อย่าใช้แพ็กเกจนี้"),
        tr("ส่งออกใหม่ หากยังไม่ได้ให้เปลี่ยน USB"),
    )
