"""Problems of a plan in words."""

from __future__ import annotations

from ita_desktop.domain.plan import library, problems
from ita_desktop.domain.plan.library import LibraryFault
from ita_desktop.support.language import mark, tr
from ita_desktop.wording.telling import Told, told, unchanged

LIBRARY_FAULTS = {
    LibraryFault.NOT_JSON: mark("ไม่ใช่ไฟล์คลังมาตรการ"),
    LibraryFault.NOT_OURS: mark("ไม่ใช่ไฟล์คลังมาตรการของโปรแกรมนี้"),
    LibraryFault.TOO_NEW: mark("เป็นรูปแบบรุ่น {detail} ที่โปรแกรมนี้ยังไม่รู้จัก"),
    LibraryFault.NO_SOURCE: mark("ไม่บอกว่ามาจากหน่วยงานใด (source)"),
    LibraryFault.NO_VERSION: mark("ไม่บอกรุ่น (version) เป็นเลขตั้งแต่ 1"),
    LibraryFault.NO_MEASURES: mark("ไม่มีรายการมาตรการ (measures)"),
    LibraryFault.NO_TITLE: mark("มาตรการที่ {number} ไม่มีชื่อ (title)"),
    LibraryFault.NO_INDICATOR: mark("มาตรการที่ {number} ไม่บอกตัวชี้วัด (indicator)"),
    LibraryFault.TOO_LONG: mark("ข้อความยาวเกินไป ({detail})"),
}


@told.register(library.LibraryUnusable)
def _(problem: library.LibraryUnusable) -> Told:
    """The file is no library, or one of its measures lacks something."""
    fault = tr(LIBRARY_FAULTS[problem.fault]).format(number=problem.number, detail=problem.detail)
    return Told(
        tr("รับคลังมาตรการไม่ได้: {fault}").format(fault=fault),
        unchanged(),
        tr("ขอไฟล์ใหม่จากผู้ส่ง"),
    )


@told.register(library.LibraryOlder)
def _(problem: library.LibraryOlder) -> Told:
    """The library that is there is as new."""
    return Told(
        tr("คลังมาตรการของ “{source}” รุ่น {found} ไม่ใหม่กว่ารุ่น {kept} ที่มีอยู่").format(
            source=problem.source, found=problem.found, kept=problem.kept
        ),
        unchanged(),
    )


@told.register(problems.NothingLeftOver)
def _(problem: problems.NothingLeftOver) -> Told:
    """There is nothing to take over."""
    return Told(tr("ไม่มีมาตรการปี {year} ที่ยังไม่แล้วเสร็จให้ยกมา").format(year=problem.year), unchanged())
