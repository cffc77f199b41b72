"""What the entry page says to the clerk: why a key did nothing, where the form stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.support.language import ntr, tr
from ita_desktop.ui.pages.entry_keying import HOLE, Refusal
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.badge import State, Tone

if TYPE_CHECKING:
    from ita_desktop.domain.batches import Batch
    from ita_desktop.ui.pages.entry_keys import EntryKey
    from ita_desktop.ui.pages.entry_sheet import Sheet


def refusal_state(refusal: Refusal, key: EntryKey, sheet: Sheet) -> State:
    """Say why a key did nothing and what would do."""
    return State(_refusal_words(refusal, key, sheet), Tone.BAD if refusal in LOUD else Tone.WARN)


LOUD = (Refusal.NO_SUCH_CHOICE, Refusal.UNKNOWN_KEY, Refusal.FORM_FULL)
"""Refusals of a key that was meant as an answer."""


def _refusal_words(refusal: Refusal, key: EntryKey, sheet: Sheet) -> str:
    """The sentence."""
    keying = sheet.keying
    asked = sheet.guide.asked[keying.shown]
    if refusal is Refusal.NO_SUCH_CHOICE:
        return tr("ปุ่ม {key} ใช้ไม่ได้: ข้อนี้มีตัวเลือก 1–{last}").format(
            key=key.text, last=len(asked.question.choices)
        )
    if refusal is Refusal.UNKNOWN_KEY:
        return tr("ปุ่ม {key} ใช้ไม่ได้ในหน้านี้").format(key=key.text)
    if refusal is Refusal.FORM_FULL:
        return tr("ฉบับนี้ครบทุกข้อแล้ว จึงไม่รับปุ่มนั้น · Enter ขึ้นฉบับต่อไป")
    if refusal is Refusal.UNANSWERED:
        left = sum(keying.symbol(place) == HOLE for place in range(len(keying.form)))
        words = ntr("ยังไม่จบ: ข้อ {label} ยังไม่ได้บันทึก", "ยังไม่จบ: ยังไม่ได้บันทึก {left} ข้อ เริ่มที่ข้อ {label}", left)
        return prose(words.format(label=asked.label, left=left))
    if refusal is Refusal.OUT_OF_ORDER:
        hole = sheet.guide.asked[keying.first_hole or 0]
        return prose(tr("กำหนดให้คีย์ตามลำดับ: ตอบข้อ {label} ก่อน").format(label=hole.label))
    return tr("ข้อนี้เป็นข้อแรกแล้ว") if refusal is Refusal.FIRST_QUESTION else tr("ข้อนี้เป็นข้อสุดท้ายแล้ว")


def resumed_state(sheet: Sheet) -> State | None:
    """Say that a form was taken up where it was left; None for a fresh one."""
    if sheet.keying.untouched or sheet.mending is not None:
        return None
    words = tr("ทำต่อจากที่ค้างไว้: ฉบับที่ {serial}").format(serial=sheet.serial)
    return State(prose(words), Tone.INFO)


def count_reached_state(batch: Batch | None) -> State | None:
    """Say that a stack is through; None while it is not."""
    if batch is None or batch.declared is None or batch.keyed < batch.declared or not batch.keyed:
        return None
    if batch.keyed > batch.declared:
        words = tr("ชุดที่ {number} มี {keyed} ฉบับ เกินใบปะหน้าที่ระบุ {declared}")
        tone = Tone.WARN
    else:
        words = tr("ชุดที่ {number} ครบ {declared} ฉบับตามใบปะหน้าแล้ว · F8 บันทึกซ้ำ · F9 ปิดชุด")
        tone = Tone.GOOD
    return State(prose(words.format(number=batch.number, keyed=batch.keyed, declared=batch.declared)), tone)


def place_words(sheet: Sheet) -> str:
    """Say which stack and paper this is: `ชุดที่ ๔ · กองช่าง · ฉบับที่ ๑๗ จาก ๓๐`."""
    batch = sheet.hand.batch
    if sheet.mending is not None or batch is None:
        return ""
    parts = [tr("ชุดที่ {number}").format(number=batch.number), batch.division]
    if batch.declared is not None and batch.keyed >= batch.declared:
        parts.append(tr("บันทึกแล้ว {keyed} จาก {declared}").format(keyed=batch.keyed, declared=batch.declared))
    elif batch.declared is not None:
        count = tr("ฉบับที่ {place} จาก {declared}").format(place=batch.keyed + 1, declared=batch.declared)
        parts.append(count)
    return prose(" · ".join(part for part in parts if part))
