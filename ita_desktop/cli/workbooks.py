"""`template` and `import`: empty workbooks out, filled ones in, all or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ita_desktop.cli.files import instrument_of
from ita_desktop.cli.output import checked_output
from ita_desktop.cli.program import opened
from ita_desktop.cli.thai_click import FILE, Command, Words, Year, option
from ita_desktop.domain.answer_layout import Figures, LayoutWish
from ita_desktop.support.language import mark, tr

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.services.importing import ImportPreview

KINDS = ("roster-internal", "roster-external", "answers", "oit", "measures", "published")


@click.command(cls=Command, help=mark("สร้างไฟล์ Excel เปล่าให้กรอก"))
@click.argument("kind", metavar="KIND", type=Words(KINDS))
@option(
    "-o",
    "out",
    metavar="FILE.xlsx",
    required=True,
    type=FILE,
    help=mark("ไฟล์ Excel ที่จะเขียน (เขียนทับของเดิม)"),
)
@option("--year", type=Year(), metavar="2568", help=mark("ปีงบประมาณ พ.ศ. (ปกติปีล่าสุดที่มากับโปรแกรม)"))
@option(
    "--instrument",
    metavar="FILE.json",
    type=FILE,
    help=mark("ใช้ไฟล์แบบวัดนี้แทน --year"),
)
def template(kind: str, out: Path, year: int | None, instrument: Path | None) -> None:
    """Write an empty workbook."""
    checked_output(out, ".xlsx")
    from ita_desktop.services.importing import ImportKind, write_template
    from ita_desktop.services.instruments import known_years

    if year is None and instrument is None:
        year = known_years()[0]
    write_template(ImportKind(kind), instrument_of(year, instrument), out)
    click.echo(tr("เขียน {path} แล้ว").format(path=out))


@click.command(name="import", cls=Command, help=mark("นำเข้าไฟล์ Excel ที่กรอกแล้ว ทั้งหมดหรือไม่นำเข้าเลย"))
@click.argument("file", metavar="FILE.ita", type=FILE)
@click.argument("kind", metavar="KIND", type=Words(KINDS))
@click.argument("workbook", metavar="FILE.xlsx", type=FILE)
@option("--dry-run", is_flag=True, help=mark("ตรวจและบอกว่าจะเปลี่ยนอะไร โดยไม่บันทึก"))
@option(
    "--header",
    "headers",
    multiple=True,
    metavar="HEADER=FIELD",
    help=mark("หัวคอลัมน์นี้คือช่องใด เช่น “ผู้ปฏิบัติงาน=name” (- คือไม่อ่าน) โปรแกรมจำไว้ใช้ครั้งต่อไป"),
)
@option(
    "--part", "parts", multiple=True, metavar="[SHEET=]PART", help=mark("คำตอบในแผ่นนี้ (หรือทุกแผ่น) เป็นของส่วนใด")
)
@option(
    "--figures",
    type=Words([figures.value for figures in Figures]),
    help=mark("ตัวเลขในช่องคำตอบคือลำดับจากซ้าย (choice) จากขวา (from-right) หรือคะแนน (score)"),
)
def import_(
    file: Path,
    kind: str,
    workbook: Path,
    dry_run: bool,
    headers: tuple[str, ...],
    parts: tuple[str, ...],
    figures: str | None,
) -> None:
    """Take a filled workbook in."""
    from ita_desktop.services.importing import ImportKind

    mapped = _mapped(headers)
    of_sheets = {sheet: part for sheet, _, part in (each.rpartition("=") for each in parts)}
    wish = LayoutWish(mapped, of_sheets, Figures(figures) if figures else None)
    with opened(file) as workspace:
        if dry_run:
            preview = workspace.importing.preview(ImportKind(kind), workbook, mapped, wish)
        else:
            _, preview = workspace.importing.apply(ImportKind(kind), workbook, mapped, wish)
    click.echo(_told(preview, dry_run))


def _mapped(headers: tuple[str, ...]) -> dict[str, str]:
    """Read headers mapped by hand."""
    pairs = [header.rpartition("=") for header in headers]
    if not all(head and field for head, _, field in pairs):
        raise click.UsageError(tr("เขียน --header เป็น หัวคอลัมน์=ช่อง"))
    return {head.strip(): field.strip() for head, _, field in pairs}


def _told(preview: ImportPreview, dry_run: bool) -> str:
    """Say what was taken in, or would be, and which columns were passed over."""
    from ita_desktop.wording.imports import look_lines, preview_words

    counts, looks = preview_words(preview), look_lines(preview)
    if dry_run:
        told = tr("ตรวจแล้วไม่พบที่ผิด ถ้านำเข้าจะ{counts} (ยังไม่ได้บันทึก)").format(counts=counts)
    else:
        told = tr("นำเข้าแล้ว {counts}").format(counts=counts)
    return "\n".join((told, *looks))
