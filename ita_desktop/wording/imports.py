"""What a workbook does to the file, in words.

Looked up by value: the module of the enum brings Excel with it, and words must come quickly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.support.language import mark, tr

if TYPE_CHECKING:
    from ita_desktop.services.importing import Effect, ImportKind, ImportPreview

EFFECTS = {"added": mark("เพิ่ม"), "changed": mark("เปลี่ยน"), "unchanged": mark("เหมือนเดิม")}

KINDS = {
    "roster-internal": mark("รายชื่อภายใน"),
    "roster-external": mark("รายชื่อภายนอก"),
    "answers": mark("คำตอบแบบสอบถาม"),
    "oit": mark("ผลตรวจ OIT"),
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


def ignored_words(preview: ImportPreview) -> str:
    """Say which columns were passed over; empty if none."""
    if not preview.ignored:
        return ""
    return tr("คอลัมน์ที่ไม่ได้อ่าน: {columns}").format(columns=", ".join(preview.ignored))
