"""`headquarters`: packages of offices in, tables of all offices out. STORE is a file or a database."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from ita_desktop.cli.headquarters_rows import GROUP_COLUMNS, ITEM_COLUMNS, OFFICE_COLUMNS, rows_of
from ita_desktop.cli.headquarters_taking import opened_store, receive_into
from ita_desktop.cli.output import checked_output, write_output
from ita_desktop.cli.packages import passphrase_option
from ita_desktop.cli.tables import text_table
from ita_desktop.cli.thai_click import FILE, Command, Group, Words, Year, option
from ita_desktop.domain.scoring import Level
from ita_desktop.support.language import mark, tr
from ita_desktop.wording.dates import moment_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from typing import Any

    from ita_desktop.cli.headquarters_rows import Column, Row
    from ita_desktop.domain.headquarters.standing import Standing

FLOORS = {"item": Level.ITEM, "indicator": Level.INDICATOR, "tool": Level.TOOL}


@click.group(cls=Group, help=mark("ส่วนกลาง: รับแพ็กเกจจากหน่วยงาน ดูตารางรวม และส่งกลับ"))
def headquarters() -> None:
    """Gather what a headquarters does."""


def _store_command(name: str, help_text: str) -> Callable[[Any], click.Command]:
    """Declare a command whose first word is the store."""
    store = click.argument("store", metavar="STORE")
    return lambda function: headquarters.command(name, cls=Command, help=help_text)(store(function))


def _year_option() -> Callable[[Any], Any]:
    """Offer another year than the one worked on."""
    return option("--year", type=Year(), metavar="2568", help=mark("ปีงบประมาณอื่น"))


def _json_option() -> Callable[[Any], Any]:
    """Offer JSON."""
    return option("--json", "as_json", is_flag=True, help=mark("แสดงเป็น JSON สำหรับโปรแกรมอื่น"))


@_store_command("new", mark("สร้างแฟ้มหรือฐานข้อมูลของส่วนกลาง"))
@option("--name", metavar="NAME", required=True, help=mark("ชื่อส่วนกลางหรือจังหวัด"))
@option("--code", metavar="CODE", default="HQ", help=mark("รหัสที่ใช้ในชื่อแพ็กเกจ"))
@option("--year", type=Year(), metavar="2568", required=True, help=mark("ปีงบประมาณ พ.ศ."))
def new(store: str, name: str, code: str, year: int) -> None:
    """Make a store."""
    from ita_desktop.services.headquarters.headquarters import create
    from ita_desktop.support import clock

    made = create(store, name, year, clock.now, code)
    click.echo(tr("สร้าง {file} แล้ว").format(file=made.where))
    made.close()


@_store_command("receive", mark("รับแพ็กเกจจากหน่วยงาน ฉบับเดิมซ้ำไม่เปลี่ยนอะไร"))
@click.argument("packages", metavar="PACKAGE…", nargs=-1, required=True, type=FILE)
@option("--dry-run", is_flag=True, help=mark("แสดงสิ่งที่จะเปลี่ยน แต่ไม่เขียน"))
@option("--receipt-to", "folder", metavar="DIR", type=FILE, help=mark("โฟลเดอร์ที่จะเขียนใบรับ"))
@passphrase_option(confirm=False)
def receive(
    store: str, packages: tuple[Path, ...], dry_run: bool, folder: Path | None, passphrase: str
) -> None:
    """Take packages in."""
    receive_into(store, packages, passphrase, dry_run=dry_run, receipts_to=folder)


@_store_command("offices", mark("ทุกหน่วยงาน: ใครส่งแล้ว คะแนน ระดับ ลำดับ"))
@option("--late", is_flag=True, help=mark("เฉพาะที่ยังไม่ส่ง"))
@_year_option()
@_json_option()
def offices(store: str, late: bool, year: int | None, as_json: bool) -> None:
    """Show the offices."""
    with opened_store(store) as opened:
        found = opened.standing.late(year) if late else opened.standing.offices(year)
    _show(_office_rows(found, as_json=as_json), OFFICE_COLUMNS, as_json=as_json)


def _office_rows(found: Sequence[Standing], *, as_json: bool) -> list[Row]:
    """Return offices as rows: the moment as ISO for programs, in words for people."""
    rows = [rows_of(each) for each in found]
    if not as_json:
        for row, each in zip(rows, found, strict=True):
            row["at"] = moment_words(each.at) if each.at is not None else tr("ยังไม่ส่ง")
    return rows


@_store_command("provinces", mark("รวมตามจังหวัดหรือประเภทหน่วยงาน"))
@option("--by", type=Words(("province", "kind")), default="province", help=mark("รวมตามอะไร"))
@_year_option()
@_json_option()
def provinces(store: str, by: str, year: int | None, as_json: bool) -> None:
    """Show the groups."""
    with opened_store(store) as opened:
        found = opened.standing.kinds(year) if by == "kind" else opened.standing.provinces(year)
    _show([rows_of(each) for each in found], GROUP_COLUMNS, as_json=as_json)


@_store_command("items", mark("ข้อที่อ่อนก่อน จากทุกหน่วยงาน"))
@option("--floor", type=Words(tuple(FLOORS)), default="item", help=mark("ข้อ ตัวชี้วัด หรือแบบวัด"))
@option("--province", metavar="NAME", help=mark("เฉพาะจังหวัดนี้"))
@_year_option()
@_json_option()
def items(store: str, floor: str, province: str | None, year: int | None, as_json: bool) -> None:
    """Show the items."""
    with opened_store(store) as opened:
        found = opened.standing.items(FLOORS[floor], year, province)
    rows = [{**rows_of(each), "title": title} for each, title in found]
    _show(rows, ITEM_COLUMNS, as_json=as_json)


@_store_command("office", mark("หน่วยงานเดียว: คะแนนทุกข้อและแพ็กเกจที่ส่งมา"))
@click.argument("code", metavar="CODE")
@_year_option()
@_json_option()
def office(store: str, code: str, year: int | None, as_json: bool) -> None:
    """Open an office's year."""
    with opened_store(store) as opened:
        sheet = opened.standing.office(code, year)
    scores = [{**rows_of(each), "title": title} for each, title in sheet.scores]
    if as_json:
        came = [rows_of(each) for each in sheet.deliveries]
        whole = {**rows_of(sheet.standing), "scores": scores, "deliveries": came}
        click.echo(json.dumps(whole, ensure_ascii=False, indent=1))
        return
    _show(_office_rows([sheet.standing], as_json=False), OFFICE_COLUMNS, as_json=False)
    for row in scores:
        click.echo(f"  {row['key']:<6} {row['value'] or '-':>7}  {row['title'] or tr('คะแนนรวม')}")


@_store_command("years", mark("หลายปีข้างกัน: ส่งกี่หน่วยงาน คะแนนเฉลี่ย"))
@_json_option()
def years(store: str, as_json: bool) -> None:
    """Show the years side by side."""
    with opened_store(store) as opened:
        found = [rows_of(each) for each in opened.standing.years()]
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
        return
    for row in found:
        levels = ", ".join(f"{name} {count}" for name, count in row["levels"].items())
        click.echo(f"{row['year']}  {row['sent']:,}  {row['mean'] or '-'}  {levels}")


@_store_command("expect", mark("ตั้งรายชื่อหน่วยงานที่ต้องส่ง จาก Excel หรือ CSV"))
@click.argument("list_file", metavar="LIST.xlsx", type=FILE)
def expect(store: str, list_file: Path) -> None:
    """Take the list of offices."""
    with opened_store(store) as opened:
        count = opened.offices.expect_file(list_file)
    click.echo(tr("ตั้งรายชื่อหน่วยงานที่ต้องส่งแล้ว {count} แห่ง").format(count=f"{count:,}"))


@_store_command("take-back", mark("ถอนแพ็กเกจล่าสุดของหน่วยงาน ฉบับก่อนหน้ากลับมาใช้"))
@click.argument("code", metavar="CODE")
@_year_option()
def take_back(store: str, code: str, year: int | None) -> None:
    """Take an office's newest package back."""
    with opened_store(store) as opened:
        gone = opened.receiving.take_back(code, year or opened.year)
    click.echo(tr("ถอน {name} แล้ว").format(name=gone.name))


@_store_command("key", mark("เขียนกุญแจของส่วนกลางให้หน่วยงาน"))
@option("--to", "folder", metavar="DIR", required=True, type=FILE, help=mark("โฟลเดอร์ที่จะเขียนไฟล์กุญแจ"))
def key(store: str, folder: Path) -> None:
    """Write the public keys."""
    with opened_store(store) as opened:
        written, mark_of = opened.keys.write_file(folder), opened.keys.own().party.fingerprint
    click.echo(tr("เขียน {file}").format(file=written))
    click.echo(tr("หมายเลขกุญแจ (อ่านให้ฟังทางโทรศัพท์): {fingerprint}").format(fingerprint=mark_of))


@_store_command("send", mark("เขียนแพ็กเกจส่งลงไปยังหน่วยงาน"))
@option(
    "--to", "folder", metavar="DIR", required=True, type=FILE, help=mark("โฟลเดอร์ที่จะวางแพ็กเกจ เช่น ไดรฟ์ USB")
)
@option(
    "--instrument", "instruments", metavar="FILE.json", multiple=True, type=FILE, help=mark("แบบวัดหรือฉบับแก้ไข")
)
@option("--measures", "libraries", metavar="FILE.json", multiple=True, type=FILE, help=mark("คลังมาตรการ"))
@option("--template", "templates", metavar="FILE", multiple=True, type=FILE, help=mark("แม่แบบเอกสาร"))
@option("--published", metavar="BOOK.xlsx", type=FILE, help=mark("คะแนนที่ประกาศ แถวละหน่วยงาน"))
def send(
    store: str,
    folder: Path,
    instruments: tuple[Path, ...],
    libraries: tuple[Path, ...],
    templates: tuple[Path, ...],
    published: Path | None,
) -> None:
    """Write a package for offices."""
    from ita_desktop.services.headquarters.sending import gathered

    if not (instruments or libraries or templates or published):
        raise click.UsageError(tr("ยังไม่ได้ระบุสิ่งที่จะส่ง"))
    shipment = gathered(instruments, libraries, templates, published)
    with opened_store(store) as opened:
        receipt = opened.sending.send(folder, shipment)
    click.echo(tr("เขียน {file}").format(file=receipt.path))


@_store_command("workbook", mark("เขียนตารางรวมทั้งหมดลง Excel"))
@option("-o", "out", metavar="OUT.xlsx", required=True, type=FILE, help=mark("ไฟล์ Excel ที่จะเขียน"))
@_year_option()
def workbook(store: str, out: Path, year: int | None) -> None:
    """Write the tables of a year."""
    path = checked_output(out, ".xlsx")
    with opened_store(store) as opened:
        opened.standing.write_workbook(path, year)
    click.echo(tr("เขียน {file}").format(file=path))


@_store_command("report", mark("พิมพ์รายงานภาพรวมของทุกหน่วยงานเป็น PDF"))
@option("-o", "out", metavar="OUT.pdf", required=True, type=FILE, help=mark("ไฟล์ PDF ที่จะเขียน"))
@_year_option()
def report(store: str, out: Path, year: int | None) -> None:
    """Write the report of a year."""
    from ita_desktop.support import clock

    path = checked_output(out, ".pdf")
    with opened_store(store) as opened:
        write_output(path, opened.standing.report(clock.now(), year))
    click.echo(tr("เขียน {file}").format(file=path))


def _show(rows: Sequence[Row], columns: Sequence[Column], *, as_json: bool) -> None:
    """Show rows as JSON or as a table."""
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    cells = [["-" if row[each.key] is None else str(row[each.key]) for each in columns] for row in rows]
    right = frozenset(place for place, each in enumerate(columns) if each.right)
    click.echo(text_table([tr(each.head) for each in columns], cells, right))
