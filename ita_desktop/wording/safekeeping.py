"""Safety copies, drills and findings in words, for the window and the command line alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.backup_rules import Reason
from ita_desktop.domain.file_rules import FindingKind
from ita_desktop.services.restoring import Source
from ita_desktop.support.drives import Drive
from ita_desktop.support.language import mark, tr
from ita_desktop.wording.dates import moment_words

if TYPE_CHECKING:
    from enum import Enum

    from ita_desktop.domain.chain import Head
    from ita_desktop.domain.file_rules import Finding
    from ita_desktop.models.backup_files import Contents
    from ita_desktop.services.restoring import Choice, Restored
    from ita_desktop.services.safekeeping import Safety

REASONS = {
    Reason.CLOSING: mark("เมื่อปิดแฟ้ม"),
    Reason.INTERVAL: mark("ระหว่างทำงาน"),
    Reason.MIGRATION: mark("ก่อนปรับแฟ้มเป็นรุ่นใหม่"),
    Reason.IMPORT: mark("ก่อนนำเข้า"),
    Reason.RESTORE: mark("ก่อนกู้คืน"),
    Reason.ASKED: mark("สั่งสำรองเอง"),
}
SOURCES = {
    Source.COMPUTER: mark("ในเครื่องนี้"),
    Source.SECOND: mark("ที่เก็บที่สอง"),
    Source.BESIDE: mark("แฟ้มก่อนการกู้คืน"),
}
FINDINGS = {
    FindingKind.STRUCTURE: mark("โครงสร้างของแฟ้มเสีย ({place})"),
    FindingKind.REFERENCE: mark("มีรายการที่อ้างถึงสิ่งที่ไม่มีในแฟ้ม ({place})"),
    FindingKind.SETTING: mark("อ่านข้อมูลหน่วยงานหรือการตั้งค่าไม่ได้ ({place})"),
    FindingKind.INSTRUMENT: mark("อ่านแบบวัดของปี {place} ไม่ได้"),
    FindingKind.FORM: mark("คำตอบของแบบ {place} ไม่เข้ากับแบบสอบถาม"),
    FindingKind.BATCH: mark("แบบ {place} อยู่ในชุดของส่วนอื่นหรือปีอื่น"),
    FindingKind.ITEM: mark("ข้อ {place} ไม่มีในแบบวัดของปี"),
    FindingKind.RESULT: mark("ผลของ {place} ไม่ใช่ตัวเลขระหว่าง 0 ถึง 100"),
    FindingKind.DATE: mark("วันที่ของรายการ {place} อ่านไม่ได้"),
    FindingKind.PAPER: mark("เอกสาร ภาพ หรือฉบับที่ลงนาม {place} เสียหายหรือถูกแก้จากนอกโปรแกรม"),
    FindingKind.HISTORY: mark("ประวัติบรรทัดที่ {place} ถูกลบหรือแก้จากนอกโปรแกรม"),
    FindingKind.ALTERED: mark("ข้อมูลในตาราง {place} เปลี่ยนไปจากสำเนาสำรองล่าสุด ทั้งที่ประวัติไม่มีการแก้ไข"),
    FindingKind.REWRITTEN: mark("ประวัติบรรทัดที่ {place} ไม่ตรงกับที่จดไว้ในสำเนาสำรอง"),
}
DRIVES = {
    Drive.LOCAL: mark("ดิสก์ของเครื่องนี้"),
    Drive.REMOVABLE: mark("แฟ้มอยู่ใน USB ถ้าดึงออกขณะทำงาน งานที่กำลังทำอาจขาด ควรคัดลอกไว้ในเครื่องแล้วทำงานที่นั่น"),
    Drive.NETWORK: mark(
        "แฟ้มอยู่บนเครือข่าย โปรแกรมรับรองไม่ได้ว่าจะไม่มีใครเปิดซ้อน ควรทำงานในเครื่องแล้วส่งต่อด้วย USB หรือทำสำเนา"
    ),
}
LABELS: dict[Enum, str] = dict([*REASONS.items(), *SOURCES.items(), *FINDINGS.items(), *DRIVES.items()])


def finding_words(finding: Finding) -> str:
    """Say a fault and where it is."""
    return tr(FINDINGS[finding.kind]).format(place=finding.place)


def contents_words(contents: Contents | None) -> str:
    """Say what a copy holds: `แบบสอบถาม 230 · ผู้มีส่วนได้ส่วนเสีย 200 · OIT 35 ข้อ · มาตรการ 7`."""
    if contents is None:
        return tr("เสียหาย ใช้กู้คืนไม่ได้")
    return tr("แบบสอบถาม {forms} · รายชื่อ {people} · OIT {items} ข้อ · มาตรการ {measures}").format(
        forms=f"{contents.forms:,}",
        people=f"{contents.internal + contents.external:,}",
        items=contents.items,
        measures=contents.measures,
    )


def choice_words(choice: Choice) -> str:
    """Say when a copy was made and why; of a file without its paper, its name."""
    if choice.made is None or choice.reason is None:
        return choice.copy.path.name
    return f"{moment_words(choice.made)} · {tr(REASONS[choice.reason])}"


def source_words(source: Source) -> str:
    """Say where a copy lies."""
    return tr(SOURCES[source])


def safety_words(safety: Safety) -> str:
    """Say in one line how safe the file is, for the overview and for the dialog of an unforeseen error."""
    if safety.newest is None or safety.newest.paper is None:
        return tr("ยังไม่มีสำเนาสำรอง โปรแกรมจะสำรองเมื่อปิดแฟ้ม")
    made = tr("สำรองล่าสุด {moment}").format(moment=moment_words(safety.newest.paper.made))
    drill = safety.drill
    if drill is None:
        return made
    moment = moment_words(drill.at)
    if not drill.sound:
        return f"{made} · " + tr("ลองเปิดสำเนาเมื่อ {moment} ไม่สำเร็จ สำเนานั้นเสีย").format(moment=moment)
    return f"{made} · " + tr("ลองเปิดและนับแล้วเมื่อ {moment} แบบสอบถาม {forms} ฉบับ ครบ").format(
        moment=moment, forms=f"{drill.forms:,}"
    )


def drive_words(drive: Drive) -> str:
    """Say what to mind of the drive that the file lies on; nothing of a disk of this computer."""
    return "" if drive is Drive.LOCAL else tr(DRIVES[drive])


def restored_words(restored: Restored) -> str:
    """Say what came back, what of the proofs did not, and where the file before is kept."""
    words = [tr("กู้คืนแล้ว: {contents}").format(contents=contents_words(restored.contents))]
    if restored.missing:
        words.append(tr("ไม่พบไฟล์หลักฐาน {count} ไฟล์ ดูรายการได้ที่หน้า OIT").format(count=restored.missing))
    if restored.kept is not None:
        words.append(tr("แฟ้มเดิมเก็บไว้ในชื่อ {name}").format(name=restored.kept.name))
    return " · ".join(words)


def head_words(head: Head) -> str:
    """Say how long the history is and its last seal, to be written down elsewhere and compared."""
    words = tr("ประวัติ {count} บรรทัด ตราประทับสุดท้าย {seal}")
    return words.format(count=f"{head.number:,}", seal=head.seal[:16] or "–")
