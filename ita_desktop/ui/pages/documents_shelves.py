"""The shelves of the papers' page: papers written here, ready prints of other tabs, templates, put away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.papers import PaperKind
from ita_desktop.domain.paperwork.papers import FIXED, PaperLine, TemplateText
from ita_desktop.support.language import tr
from ita_desktop.ui.pages.documents_shelf import Deed, Shelf
from ita_desktop.ui.pages.documents_words import paper_badge
from ita_desktop.ui.prose import brief_day, clock_words, prose, prose_day
from ita_desktop.ui.widgets.table import Column
from ita_desktop.wording.papers import paper_name
from ita_desktop.wording.paperwork import kind_name
from ita_desktop.wording.states import label

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ita_desktop.domain.paperwork.papers import Kind
    from ita_desktop.ui.pages.documents_deeds import PaperDeeds


class PaperShelf(Shelf[PaperLine]):
    """The year's papers by groups of kinds; or, with `removed`, those that were put away."""

    def __init__(
        self,
        deeds: PaperDeeds,
        open_paper: Callable[[PaperLine], object],
        kinds: Callable[[], Mapping[str, Kind]],
        *,
        removed: bool = False,
    ) -> None:
        """`kinds` tells the kinds by their codes, once they are read."""
        self._kinds = kinds
        offered: tuple[Deed[PaperLine], ...] = (
            Deed(tr("เปิดเขียน"), open_paper, "", _open, main=True),
            Deed(tr("เปิดอ่าน"), open_paper, "", lambda row: not _open(row), main=True),
            Deed(tr("พิมพ์…"), deeds.print, "Ctrl+P"),
            Deed(tr("ทำสำเนาเป็นร่างใหม่"), deeds.copy, "Ctrl+D"),
            Deed(tr("บันทึกเป็นแม่แบบ…"), deeds.as_template),
            Deed(tr("แนบไฟล์สแกน…"), deeds.attach_scan, "", lambda row: not _open(row)),
            Deed(tr("ลบ"), deeds.remove, "Delete", _open),
        )
        super().__init__(
            (
                Column(tr("เอกสาร"), lambda row: row.title),
                Column(tr("สถานะ"), paper_badge, 135),
                Column(tr("เลขที่หนังสือ"), lambda row: prose(row.number), 125),
                Column(tr("ลงวันที่"), lambda row: brief_day(row.day), 95),
                Column(tr("แก้ล่าสุด"), _changed, 165),
            ),
            (Deed(tr("นำกลับมา"), deeds.restore, "", main=True),) if removed else offered,
            heading=self._group,
            empty=tr("ไม่มีเอกสารที่ลบไว้") if removed else tr("ปีนี้ยังไม่มีเอกสาร กด Ctrl N เพื่อเริ่มฉบับแรก"),
            tell=self._told,
        )

    def show_lines(self, lines: tuple[PaperLine, ...], key: int = 0) -> None:
        """Show papers in the order of their groups, the cursor on the one of `key` or where it was."""
        groups = list(dict.fromkeys(kind.group for kind in self._kinds().values()))
        ordered = sorted(lines, key=lambda line: groups.index(self._kinds()[line.kind].group))
        chosen = self.table.chosen
        wanted = key or (chosen.key if chosen is not None else 0)
        self.show_rows(ordered, lambda row: row.key == wanted)

    def _group(self, row: PaperLine) -> str:
        """The heading that a paper stands under."""
        return label(self._kinds()[row.kind].group)

    def _told(self, row: PaperLine) -> tuple[str, str]:
        """What the panel says of a paper."""
        lines = [kind_name(self._kinds()[row.kind])]
        if row.number:
            lines.append(tr("ที่ {number} ลงวันที่ {day}").format(number=row.number, day=prose_day(row.day)))
        if row.sha256:
            lines.append(tr("SHA-256 ของ PDF ที่ลงนาม: {sha256}").format(sha256=row.sha256[:16]))
        return row.title, prose("\n".join(lines)) if not row.sha256 else "\n".join(lines)


def _open(row: PaperLine) -> bool:
    """Whether a paper can still be written."""
    return row.state not in FIXED


def _changed(row: PaperLine) -> str:
    """When a paper was written last."""
    return f"{brief_day(row.changed.date())} {clock_words(row.changed)}"


class PrintShelf(Shelf[PaperKind]):
    """Everything that other tabs print, found here too."""

    def __init__(self, show: Callable[[PaperKind], object], save: Callable[[PaperKind], object]) -> None:
        super().__init__(
            (Column(tr("พิมพ์ได้ทันที"), lambda row: paper_name(row.code, row.title)),),
            (
                Deed(tr("พิมพ์…"), show, "Ctrl+P", main=True),
                Deed(tr("บันทึกเป็น PDF…"), save, "Ctrl+Shift+S"),
            ),
            tell=lambda row: (paper_name(row.code, row.title), tr("เอกสารจากข้อมูลในแฟ้ม ไม่ต้องเขียน")),
        )


class TemplateShelf(Shelf[TemplateText]):
    """The office's own templates, out and in as files."""

    def __init__(
        self,
        begin: Callable[[TemplateText], object],
        write: Callable[[TemplateText], object],
        remove: Callable[[TemplateText], object],
        kinds: Callable[[], Mapping[str, Kind]],
    ) -> None:
        super().__init__(
            (
                Column(tr("แม่แบบเอกสาร"), lambda row: row.name),
                Column(tr("ชนิดเอกสาร"), lambda row: kind_name(kinds()[row.kind])),
                Column(tr("ใช้เสมอ"), lambda row: tr("ใช่") if row.own else "", 110),
            ),
            (
                Deed(tr("เริ่มเขียนจากแม่แบบนี้"), begin, "", main=True),
                Deed(tr("บันทึกออกเป็นไฟล์…"), write),
                Deed(tr("ลบแม่แบบ"), remove, "Delete"),
            ),
            empty=tr("ยังไม่มีแม่แบบ เปิดเอกสารแล้วเลือก จัดการ › บันทึกเป็นแม่แบบ"),
            tell=lambda row: (row.name, kind_name(kinds()[row.kind])),
        )
