"""Problems of files, instruments, workbooks and records in words."""

from __future__ import annotations

from ita_desktop.domain import problems
from ita_desktop.support.language import tr
from ita_desktop.wording.cells import cell_sentence
from ita_desktop.wording.fields import field_fault_words, field_name, record_name
from ita_desktop.wording.mistakes import mistake_sentence
from ita_desktop.wording.telling import Told, told, unchanged


@told.register(problems.FileMissing)
def _(problem: problems.FileMissing) -> Told:
    """A name mistyped, a stick pulled out."""
    return Told(
        tr("ไม่พบ “{path}”").format(path=problem.path),
        unchanged(),
        tr("ตรวจชื่อและที่เก็บ หรือเสียบ USB ให้แน่นแล้วลองใหม่"),
    )


@told.register(problems.FileExists)
def _(problem: problems.FileExists) -> Told:
    """Nothing is ever overwritten unasked."""
    return Told(
        tr("มี “{path}” อยู่แล้ว โปรแกรมจึงไม่เขียนทับ").format(path=problem.path),
        tr("ของเดิมยังอยู่ครบ"),
        tr("ใช้ชื่ออื่นหรือโฟลเดอร์อื่น"),
    )


@told.register(problems.FileInUse)
def _(problem: problems.FileInUse) -> Told:
    """Another window or computer holds the lock."""
    return Told(
        tr("“{path}” เปิดใช้อยู่ในหน้าต่างอื่น โปรแกรมอื่น หรือเครื่องอื่น").format(path=problem.path),
        tr("ข้อมูลปลอดภัย"),
        tr("ปิดที่นั่นก่อนแล้วลองใหม่"),
    )


@told.register(problems.FileMoved)
def _(problem: problems.FileMoved) -> Told:
    """Somebody tidied up in the folder while the file was open."""
    return Told(
        tr("“{path}” ถูกเปลี่ยนชื่อ ย้าย หรือแทนที่ขณะเปิดอยู่").format(path=problem.path),
        tr("ที่บันทึกก่อนหน้านี้อยู่ครบ ครั้งนี้ยังไม่ได้บันทึก"),
        tr("เปลี่ยนชื่อกลับแล้วทำใหม่ หรือปิดแล้วเปิดแฟ้มจากที่ใหม่"),
    )


@told.register(problems.NotOurFile)
def _(problem: problems.NotOurFile) -> Told:
    """Some other program's file."""
    return Told(
        tr("“{path}” ไม่ใช่แฟ้มของโปรแกรมนี้").format(path=problem.path),
        tr("โปรแกรมไม่ได้แก้ไขไฟล์นั้น"),
        tr("เลือกแฟ้มที่ลงท้ายด้วย .ita ซึ่งสร้างจากโปรแกรมนี้"),
    )


@told.register(problems.HeadquartersFile)
def _(problem: problems.HeadquartersFile) -> Told:
    """The other kind of file of this program."""
    return Told(
        tr("“{path}” เป็นแฟ้มของส่วนกลาง ไม่ใช่แฟ้มของหน่วยงาน").format(path=problem.path),
        tr("ข้อมูลในแฟ้มยังอยู่ครบ ไม่มีอะไรเปลี่ยนแปลง"),
        tr("เปิดในหน้าต่างโปรแกรม หรือใช้คำสั่ง ita-desktop headquarters"),
    )


@told.register(problems.FileSealed)
def _(problem: problems.FileSealed) -> Told:
    """Encrypted, and nobody said the password."""
    return Told(
        tr("แฟ้ม “{path}” เข้ารหัสไว้").format(path=problem.path),
        tr("ข้อมูลในแฟ้มยังอยู่ครบ"),
        tr("เปิดด้วยชื่อบัญชีและรหัสผ่าน ถ้าไฟล์กุญแจ (ลงท้าย .ita-key) ไม่อยู่ข้างแฟ้ม ให้คัดลอกมาด้วย"),
    )


@told.register(problems.FileDamaged)
def _(problem: problems.FileDamaged) -> Told:
    """Ours, but broken."""
    return Told(
        tr("แฟ้ม “{path}” เสียหาย เปิดไม่ได้").format(path=problem.path),
        tr("โปรแกรมไม่ได้แก้ไขแฟ้มนั้น"),
        tr("เก็บแฟ้มนี้ไว้ แล้วเปิดสำเนาสำรองล่าสุด"),
    )


@told.register(problems.ReadOnly)
def _(problem: problems.ReadOnly) -> Told:
    """A folder without the right to write."""
    return Told(
        tr("เขียนลง “{path}” ไม่ได้ เพราะอ่านได้อย่างเดียว").format(path=problem.path),
        unchanged(),
        tr("ใช้โฟลเดอร์อื่นที่เขียนได้ หรือขอสิทธิจากผู้ดูแลเครื่อง"),
    )


@told.register(problems.DiskFull)
def _(problem: problems.DiskFull) -> Told:
    """No room."""
    return Told(
        tr("ที่เก็บของ “{path}” เต็ม เขียนไม่ได้").format(path=problem.path),
        unchanged(),
        tr("ลบไฟล์ที่ไม่ใช้ให้มีที่ว่าง หรือเลือกที่เก็บอื่น แล้วทำใหม่"),
    )


@told.register(problems.DeviceFailed)
def _(problem: problems.DeviceFailed) -> Told:
    """A pulled stick, a dying disk."""
    return Told(
        tr("อ่านหรือเขียน “{path}” ไม่สำเร็จ อุปกรณ์อาจหลุดหรือเสีย").format(path=problem.path),
        tr("ข้อมูลที่บันทึกไว้ก่อนหน้านี้ยังอยู่"),
        tr("เสียบอุปกรณ์ให้แน่นหรือใช้อันใหม่ แล้วทำใหม่"),
    )


@told.register(problems.FileTooNew)
def _(problem: problems.FileTooNew) -> Told:
    """Written by a newer program."""
    return Told(
        tr("แฟ้ม “{path}” สร้างจากโปรแกรมรุ่นใหม่กว่า (รูปแบบแฟ้มที่ {found} รุ่นนี้อ่านได้ถึงรูปแบบที่ {known})").format(
            path=problem.path, found=problem.found, known=problem.known
        ),
        tr("โปรแกรมไม่ได้แก้ไขแฟ้มนั้น"),
        tr("ติดตั้งโปรแกรมรุ่นใหม่แล้วเปิดอีกครั้ง"),
    )


@told.register(problems.InstrumentInvalid)
def _(problem: problems.InstrumentInvalid) -> Told:
    """All the mistakes of an instrument file."""
    return Told(
        tr("ไฟล์แบบวัดใช้ไม่ได้ มีที่ผิด {count} แห่ง").format(count=len(problem.mistakes)),
        unchanged(),
        tr("แก้ไฟล์แบบวัดตามรายการแล้วนำเข้าใหม่"),
        tuple(mistake_sentence(mistake) for mistake in problem.mistakes),
    )


@told.register(problems.InstrumentUnknown)
def _(problem: problems.InstrumentUnknown) -> Told:
    """A year that the program does not bring."""
    years = ", ".join(map(str, problem.known)) or tr("ไม่มี")
    return Told(
        tr("ไม่มีแบบวัดของปีงบประมาณ {year} มากับโปรแกรม").format(year=problem.fiscal_year),
        unchanged(),
        tr("ใช้ปีที่มี ({years}) หรือใช้ไฟล์แบบวัดของปีนั้น").format(years=years),
    )


@told.register(problems.InstrumentDoesNotFit)
def _(problem: problems.InstrumentDoesNotFit) -> Told:
    """A sound instrument that this office file cannot take."""
    what, do = {
        problems.InstrumentConflict.OTHER_YEAR: (
            tr("ไฟล์แบบวัดเป็นของปีงบประมาณ {found} แต่แฟ้มนี้ใช้ของปี {kept}"),
            tr("เลือกไฟล์แบบวัดของปีเดียวกัน"),
        ),
        problems.InstrumentConflict.OLDER: (
            tr("ไฟล์แบบวัดเป็นฉบับแก้ไขที่ {found} ซึ่งเก่ากว่าฉบับที่ {kept} ที่ใช้อยู่"),
            tr("ใช้ฉบับล่าสุดต่อไปได้เลย หรือขอไฟล์ฉบับที่ใหม่กว่า"),
        ),
        problems.InstrumentConflict.FORM_CHANGED: (
            tr("แบบสอบถาม {kept} มีคำตอบแล้ว จึงเปลี่ยนข้อคำถามหรือจำนวนตัวเลือกไม่ได้"),
            tr("แก้เฉพาะถ้อยคำและคะแนน โดยคงรหัสข้อ ลำดับ และจำนวนตัวเลือกไว้"),
        ),
    }[problem.conflict]
    return Told(what.format(found=problem.found, kept=problem.kept), unchanged(), do)


@told.register(problems.WorkbookRefused)
def _(problem: problems.WorkbookRefused) -> Told:
    """Everything that is wrong with a workbook, cell by cell."""
    return Told(
        tr("ไม่นำเข้า “{name}” เพราะมีที่ต้องแก้ {count} แห่ง").format(
            name=problem.path.name, count=len(problem.problems)
        ),
        unchanged(),
        tr("แก้ในไฟล์ Excel ตามรายการแล้วนำเข้าใหม่"),
        tuple(cell_sentence(fault) for fault in problem.problems),
    )


@told.register(problems.MissingRecord)
def _(problem: problems.MissingRecord) -> Told:
    """Removed meanwhile, or never there."""
    return Told(
        tr("ไม่พบ{kind} {key}").format(kind=record_name(problem.kind), key=problem.key),
        unchanged(),
        tr("อาจลบไปแล้ว ดูรายการล่าสุดแล้วลองใหม่"),
    )


@told.register(problems.FieldProblem)
def _(problem: problems.FieldProblem) -> Told:
    """A value that cannot be kept."""
    what = tr("{field}: {fault}").format(
        field=field_name(problem.field),
        fault=field_fault_words(problem.fault, problem.value, problem.expected),
    )
    return Told(what, tr("ยังไม่ได้บันทึก"), tr("แก้แล้วบันทึกอีกครั้ง"))


@told.register(problems.BatchCountDiffers)
def _(problem: problems.BatchCountDiffers) -> Told:
    """The cover sheet counts otherwise."""
    return Told(
        tr("ปิดชุดที่ {batch} ไม่ได้ ใบปะหน้าระบุ {declared} ฉบับ แต่บันทึกแล้ว {keyed} ฉบับ").format(
            batch=problem.batch, declared=problem.declared, keyed=problem.keyed
        ),
        tr("แบบที่บันทึกแล้วยังอยู่ครบ"),
        tr("นับแบบในชุดอีกครั้ง แล้วบันทึกให้ครบหรือแก้จำนวนในใบปะหน้า"),
    )


@told.register(problems.SerialTaken)
def _(problem: problems.SerialTaken) -> Told:
    """A questionnaire of this number is in already."""
    return Told(
        tr("มีแบบ {part} เลขที่ {serial} อยู่แล้ว").format(part=problem.part, serial=problem.serial),
        tr("แบบเดิมยังอยู่ครบ"),
        tr("ตรวจเลขที่บนกระดาษ แล้วใช้เลขที่อื่น"),
    )


@told.register(problems.NothingToUndo)
def _(_problem: problems.NothingToUndo) -> Told:
    """The end of the undo list."""
    return Told(tr("ไม่มีอะไรให้ย้อนหรือทำซ้ำแล้ว"))


@told.register(problems.DocumentUnknown)
def _(problem: problems.DocumentUnknown) -> Told:
    """No document of that name."""
    known = ", ".join(problem.known) or tr("ไม่มี")
    return Told(
        tr("ไม่มีเอกสารชื่อ “{name}”").format(name=problem.name),
        unchanged(),
        tr("เอกสารที่พิมพ์ได้คือ {known}").format(known=known),
    )
