"""Problems of packages and keys in words: every refusal says its own reason."""

from __future__ import annotations

from ita_desktop.domain import problems
from ita_desktop.domain.packages import problems as of_packages
from ita_desktop.domain.packages.problems import KeyFault, RefusalKind
from ita_desktop.support.language import mark, tr
from ita_desktop.wording.telling import Told, told, unchanged

REFUSALS = {
    "read-back": mark("อ่านกลับจาก USB แล้วไม่ตรงกับที่เขียน"),
    "not-a-zip": mark("ไฟล์ขาดหรือไม่ใช่แพ็กเกจ"),
    "encrypted": mark("มีไฟล์ข้างในที่ใส่รหัสผ่านด้วยโปรแกรมอื่น"),
    "too-many-files": mark("มีไฟล์ข้างในมากเกินกว่าที่แพ็กเกจจะมี"),
    "too-large": mark("เนื้อหาใหญ่เกินกว่าที่แพ็กเกจจะมี"),
    "bomb": mark("มีไฟล์ข้างในที่บีบอัดไว้ผิดปกติ อาจทำให้เครื่องค้าง"),
    "unknown-method": mark("มีไฟล์ข้างในที่บีบอัดด้วยวิธีที่แพ็กเกจไม่ใช้"),
    "overlap": mark("มีไฟล์ข้างในที่ซ้อนทับกัน ซึ่งแพ็กเกจที่ดีไม่มี"),
    "unsafe-name": mark("มีชื่อไฟล์ข้างในที่อาจเขียนออกนอกโฟลเดอร์"),
    "doubled-name": mark("มีชื่อไฟล์ข้างในซ้ำกัน"),
    "link": mark("มีทางลัดไปยังไฟล์อื่นอยู่ข้างใน"),
    "not-a-bag": mark("ไม่มีรายการตรวจสอบไฟล์ที่แพ็กเกจต้องมี"),
    "missing-file": mark("มีไฟล์ข้างในหายไป"),
    "extra-file": mark("มีไฟล์แปลกปลอมเพิ่มเข้ามา"),
    "changed-file": mark("มีไฟล์ข้างในเปลี่ยนไปจากที่ผู้ส่งทำไว้"),
    "broken-bag": mark("รายการตรวจสอบไฟล์ข้างในเสียหาย"),
    "bad-label": mark("ฉลากของแพ็กเกจอ่านไม่ได้"),
    "bad-root": mark("ชื่อแพ็กเกจข้างในไม่ตรงกับฉลาก"),
    "bad-signature": mark("ลายเซ็นไม่ตรงกับเนื้อหา มีผู้แก้ไขหลังลงลายเซ็น"),
    "bad-receipt": mark("อ่านใบรับไม่ได้"),
    "broken-seal": mark("ผนึกเสียหาย เนื้อหาขาดหรือเปลี่ยนไป"),
    of_packages.TOO_NEW: mark("สร้างจากโปรแกรมรุ่นใหม่กว่าของผู้รับ"),
}
"""By the first word of `PackageFailed.detail`; what follows it is the file that it was found at."""

KEY_FAULTS = {
    KeyFault.NOT_A_KEY: mark("ไม่ใช่กุญแจของโปรแกรมนี้ หรือคัดลอกมาไม่ครบ"),
    KeyFault.TOO_NEW: mark("กุญแจนี้มาจากโปรแกรมรุ่นใหม่กว่า"),
    KeyFault.BAD_SIGNATURE: mark("กุญแจนี้ถูกแก้ไขระหว่างทาง"),
    KeyFault.OWN: mark("กุญแจนี้เป็นของหน่วยงานเอง"),
}

REASONS = {
    RefusalKind.OTHER_OFFICE: mark("เป็นของหน่วยงาน {found} ไม่ใช่ {wanted}"),
    RefusalKind.OTHER_YEAR: mark("เป็นของปีงบประมาณ {found} แต่แฟ้มนี้ทำงานปี {wanted}"),
    RefusalKind.UNSIGNED: mark("ไม่มีลายเซ็นของผู้ส่ง"),
    RefusalKind.SENDER_UNKNOWN: mark("ลงลายเซ็นด้วยกุญแจที่ยังไม่รู้จัก {found}"),
    RefusalKind.NOT_FROM_ABOVE: mark("มาจากหน่วยงาน {found} ไม่ได้มาจากส่วนกลาง"),
    RefusalKind.NOTHING_FOR_US: mark("ไม่มีอะไรสำหรับแฟ้มนี้"),
    RefusalKind.OWN: mark("เป็นแพ็กเกจที่แฟ้มนี้ส่งออกเอง"),
    RefusalKind.APART: mark("ผู้ส่งมีสองเครื่องที่ออกเลขแยกจากกัน (เลขที่ {found})"),
    RefusalKind.NOT_FOR_HEADQUARTERS: mark("ไม่ได้มาจากหน่วยงาน แต่มาจาก {found}"),
    RefusalKind.SENDER_CHANGED: mark(
        "ลงลายเซ็นด้วยกุญแจที่ไม่ตรงกับหน่วยงานนี้ ให้โทรถามก่อนว่าเปลี่ยนเครื่องหรือไม่ ({found})"
    ),
    RefusalKind.CONTENT_BROKEN: mark("ครบและไม่ถูกแก้ไข แต่อ่าน {found} ข้างในไม่ได้"),
}


def refusal_words(detail: str) -> str:
    """Say why a package was refused, and at which file if one is meant; a receipt's `why` the same."""
    name, _, place = detail.partition(" ")
    if name in {kind.value for kind in RefusalKind}:
        return tr(REASONS[RefusalKind(name)]).format(found=place or "–", wanted="–")
    words = tr(REFUSALS[name]) if name in REFUSALS else tr("ไม่ครบหรือเสียหาย ({detail})").format(detail=detail)
    return f"{words} ({place})" if place and name in REFUSALS else words


@told.register(problems.PackageFailed)
def _(problem: problems.PackageFailed) -> Told:
    """Not whole, not ours, not harmless: which of these, and at which file."""
    what = tr("ใช้แพ็กเกจ “{path}” ไม่ได้: {why}").format(path=problem.path, why=refusal_words(problem.detail))
    if problem.detail == "unsure":
        return Told(
            tr("USB หลุดหรือขัดข้องหลังจากวาง “{path}” แล้ว").format(path=problem.path),
            tr("แพ็กเกจผ่านการตรวจก่อนวาง แต่อาจยังไม่อยู่ใน USB จริง ข้อมูลในเครื่องยังอยู่ครบ"),
            tr("เสียบ USB ใหม่แล้วดูว่ามีแพ็กเกจนี้หรือไม่ ถ้าไม่มีให้ส่งออกอีกครั้ง"),
        )
    if problem.detail.startswith("read-back"):
        return Told(
            what,
            tr("ข้อมูลในเครื่องยังอยู่ครบ และไม่มีแพ็กเกจใหม่ค้างอยู่ใน USB"),
            tr("ส่งออกใหม่ หากยังไม่ได้ให้เปลี่ยน USB"),
        )
    return Told(
        what,
        tr("ข้อมูลในแฟ้มไม่เปลี่ยนแปลง"),
        tr("อย่าใช้แพ็กเกจนี้ ขอให้ผู้ส่งส่งออกใหม่"),
    )


@told.register(of_packages.PackageSealed)
def _(problem: of_packages.PackageSealed) -> Told:
    """For somebody else, or for a passphrase that was not typed."""
    return Told(
        tr("แพ็กเกจ “{path}” ผนึกไว้สำหรับผู้อื่น หรือต้องใช้รหัสผ่าน").format(path=problem.path),
        tr("ข้อมูลในแฟ้มไม่เปลี่ยนแปลง"),
        tr("ใส่รหัสผ่านที่ผู้ส่งบอก หรือส่งกุญแจของหน่วยงานให้ผู้ส่งแล้วขอแพ็กเกจใหม่"),
    )


@told.register(of_packages.PassphraseWrong)
def _(problem: of_packages.PassphraseWrong) -> Told:
    """A slip of the fingers."""
    return Told(
        tr("รหัสผ่านเปิดแพ็กเกจ “{path}” ไม่ได้").format(path=problem.path),
        tr("ข้อมูลในแฟ้มไม่เปลี่ยนแปลง"),
        tr("พิมพ์รหัสผ่านอีกครั้ง ดูภาษาของแป้นพิมพ์และเว้นวรรคให้ตรง"),
    )


@told.register(of_packages.PassphraseWeak)
def _(_problem: of_packages.PassphraseWeak) -> Told:
    """Too short, or the same few letters."""
    return Told(
        tr("รหัสผ่านสั้นหรือเดาง่ายเกินไป"),
        tr("ยังไม่ได้เขียนอะไร"),
        tr("ใช้อย่างน้อย 12 ตัวอักษร เช่น คำสี่คำที่ไม่เกี่ยวกัน"),
    )


@told.register(of_packages.TooLargeForPassphrase)
def _(problem: of_packages.TooLargeForPassphrase) -> Told:
    """More than memory may be asked for."""
    return Told(
        tr("แพ็กเกจขนาด {size} ไบต์ใหญ่เกินกว่าจะผนึกด้วยรหัสผ่าน (ไม่เกิน {most} ไบต์)").format(
            size=problem.size, most=problem.most
        ),
        tr("ยังไม่ได้เขียนอะไร"),
        tr("ผนึกด้วยกุญแจของผู้รับ หรือเลือกเนื้อหาให้น้อยลง"),
    )


@told.register(of_packages.PeopleUnsealed)
def _(_problem: of_packages.PeopleUnsealed) -> Told:
    """Names would lie open on a stick."""
    return Told(
        tr("รายชื่อบุคคลส่งได้เฉพาะในแพ็กเกจที่ผนึกไว้"),
        tr("ยังไม่ได้เขียนอะไร"),
        tr("เลือกผู้รับหรือใส่รหัสผ่าน หรือไม่ส่งรายชื่อ"),
    )


@told.register(of_packages.KeyRefused)
def _(problem: of_packages.KeyRefused) -> Told:
    """A key that is none, or not as it was."""
    words = KEY_FAULTS.get(problem.fault, KEY_FAULTS[KeyFault.NOT_A_KEY])
    return Told(tr("รับกุญแจไม่ได้: {why}").format(why=tr(words)), unchanged(), tr("ขอกุญแจจากผู้ส่งอีกครั้ง"))


@told.register(of_packages.PartyChanged)
def _(problem: of_packages.PartyChanged) -> Told:
    """Another key under a known name: a new computer, or somebody else."""
    return Told(
        tr("{name} มีกุญแจอื่นอยู่แล้ว (เดิม {known} ใหม่ {found})").format(
            name=problem.name, known=problem.known, found=problem.found
        ),
        unchanged(),
        tr("โทรถามหมายเลขกุญแจกับผู้ส่งก่อน แล้วเลิกใช้กุญแจเดิม"),
    )


@told.register(of_packages.PackageRefused)
def _(problem: of_packages.PackageRefused) -> Told:
    """Sound, but not for this file."""
    words = tr(REASONS.get(problem.reason, REASONS[RefusalKind.NOTHING_FOR_US]))
    why = words.format(found=problem.found, wanted=problem.wanted)
    return Told(
        tr("ไม่รับแพ็กเกจ “{path}” เพราะ{why}").format(path=problem.path, why=why),
        tr("ข้อมูลในแฟ้มไม่เปลี่ยนแปลง"),
        _what_now(problem.reason),
    )


def _what_now(reason: RefusalKind) -> str:
    """Say what helps against a refusal."""
    if reason in {RefusalKind.SENDER_UNKNOWN, RefusalKind.UNSIGNED}:
        return tr("ขอไฟล์กุญแจจากผู้ส่ง รับกุญแจนั้นก่อน แล้วรับแพ็กเกจใหม่")
    if reason is RefusalKind.OTHER_YEAR:
        return tr("เปลี่ยนไปทำงานปีนั้นก่อน แล้วรับแพ็กเกจใหม่")
    return tr("ตรวจว่าเลือกแพ็กเกจถูกหรือไม่ แล้วถามผู้ส่ง")
