"""What a workbook does to the file, in words.

Looked up by value: the module of the enum brings Excel with it, and words must come quickly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.answer_layout import NUMBER
from ita_desktop.support.language import mark, tr
from ita_desktop.wording.fields import field_name
from ita_desktop.wording.states import label

if TYPE_CHECKING:
    from ita_desktop.domain.answer_layout import SheetLayout
    from ita_desktop.domain.roster_problems import RowDoubt
    from ita_desktop.services.importing import Effect, ImportKind, ImportPreview

EFFECTS = {"added": mark("เพิ่ม"), "changed": mark("เปลี่ยน"), "unchanged": mark("เหมือนเดิม")}

KINDS = {
    "roster-internal": mark("รายชื่อภายใน"),
    "roster-external": mark("รายชื่อภายนอก"),
    "answers": mark("คำตอบแบบสอบถาม"),
    "oit": mark("ผลตรวจ OIT"),
    "measures": mark("แผนมาตรการ"),
    "published": mark("คะแนนที่ประกาศ"),
}
"""What workbooks bring, by the name that the command line has for them."""


def effect_label(effect: Effect) -> str:
    """Return what a row does, in one word."""
    return tr(EFFECTS[effect.value])


def kind_label(kind: ImportKind) -> str:
    """Return what a kind of workbook brings."""
    return tr(KINDS[kind.value])


def preview_words(preview: ImportPreview) -> str:
    """Say how many records are added, changed, or there already."""
    return tr("เพิ่ม {added} เปลี่ยน {changed} เหมือนเดิม {unchanged}").format(
        added=preview.added, changed=preview.changed, unchanged=preview.unchanged
    )


MOST_LINES = 50
"""Lines of one kind shown on a screen; how many more there are is said."""

_INVISIBLE = {
    0x200B: "[ZWSP]", 0x200C: "[ZWNJ]", 0x200D: "[ZWJ]", 0xFEFF: "[BOM]", 0xA0: "[NBSP]",
    0xAD: "[SHY]", 9: "[TAB]",
    10: " ", 13: "",
}  # fmt: skip


def visible(text: str) -> str:
    """Show characters that nobody sees, which is what was wrong with the text."""
    return text.translate(_INVISIBLE)


def doubt_words(doubt: RowDoubt) -> str:
    """Say why a row wants a look, and beside which line."""
    words = label(doubt.doubt)
    return f"{words} ({doubt.other})" if doubt.other else words


def look_lines(preview: ImportPreview) -> tuple[str, ...]:
    """Return everything that wants a look: columns passed over or guessed, doubtful rows, cells put right."""
    ignored = ignored_words(preview)
    layouts = [layout_words(layout) for layout in preview.layouts]
    guessed = [
        tr("คอลัมน์ “{header}” อ่านเป็น {field}").format(header=header, field=field_name(field))
        for header, field in preview.guessed.items()
    ]
    return (
        *layouts,
        *([ignored] if ignored else []),
        *guessed,
        *_counted(tr("น่าสงสัย {count} แถว"), _doubt_lines(preview), len(preview.doubtful)),
        *_counted(tr("แก้ข้อความให้ถูก {count} ช่อง"), _mended_lines(preview), preview.mended_count),
    )


def layout_words(layout: SheetLayout) -> str:
    """Say which part a sheet is read as, and what its figures mean."""
    words = tr("แผ่น {sheet}: อ่านเป็น {part} · ตัวเลขคือ{figures}")
    if layout.remembered:
        words = tr("แผ่น {sheet}: อ่านเป็น {part} · ตัวเลขคือ{figures} (จำไว้จากครั้งก่อน)")
    said = words.format(sheet=layout.sheet, part=layout.part, figures=label(layout.figures))
    if NUMBER in layout.fields:
        return said
    return f"{said} · {tr('ไม่มีเลขที่แบบ โปรแกรมให้เลขต่อจากเลขสุดท้าย')}"


def _doubt_lines(preview: ImportPreview) -> list[str]:
    """Say of each doubtful row why."""
    return [
        tr("แผ่น {sheet} ช่อง {cell}: {name}: {doubts}").format(
            sheet=row.sheet, cell=row.cell, name=row.label, doubts=", ".join(map(doubt_words, row.doubts))
        )
        for row in preview.doubtful[:MOST_LINES]
    ]


def _mended_lines(preview: ImportPreview) -> list[str]:
    """Say of each cell that was put right what it was and is."""
    return [
        tr("แผ่น {sheet} ช่อง {cell}: แก้ “{before}” เป็น “{after}”").format(
            sheet=each.sheet, cell=each.cell, before=visible(each.before), after=each.after
        )
        for each in preview.mended[:MOST_LINES]
    ]


def _counted(head: str, lines: list[str], count: int) -> list[str]:
    """Put a head with the whole count above the lines; nothing for none."""
    return [head.format(count=count), *lines] if count else []


def ignored_words(preview: ImportPreview) -> str:
    """Say which columns were passed over; empty if none."""
    if not preview.ignored:
        return ""
    return tr("คอลัมน์ที่ไม่ได้อ่าน: {columns}").format(columns=", ".join(preview.ignored))
