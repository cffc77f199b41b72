"""`paper`: the year's papers from the command line: made, printed, given to Word, signed, numbered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from ita_desktop.cli.output import checked_output, write_output
from ita_desktop.cli.program import blank_office, opened
from ita_desktop.cli.thai_click import FILE, Command, Group, Year, option
from ita_desktop.support.language import mark, tr

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from ita_desktop.services.paperwork.paperwork import Paperwork


class Day(click.ParamType[Any]):
    """A day as Thai offices write it: 24/3/2568, 24 มี.ค. 68, 2025-03-24."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ANN401
        """Read the day."""
        from ita_desktop.domain.thai_date import parse_date

        found = parse_date(str(value))
        if found is None:
            self.fail(tr("“{value}” ไม่ใช่วันที่").format(value=value), param, ctx)
        return found


KEY = click.argument("key", metavar="KEY", type=int)
OFFICE = click.argument("file", metavar="FILE.ita", type=FILE)
OUT_HELP = mark("ไฟล์ที่จะเขียน (เขียนทับของเดิม)")


@click.group(name="paper", cls=Group, help=mark("เขียน พิมพ์ ลงเลข และลงนามเอกสารของปี"))
def paper() -> None:
    """Gather the commands about papers."""


@paper.command(cls=Command, help=mark("แสดงชนิดของเอกสารที่เขียนได้"))
def kinds() -> None:
    """Name the kinds."""
    from ita_desktop.cli.tables import text_table
    from ita_desktop.wording.paperwork import kind_name, kind_summary

    with blank_office() as workspace:
        known = workspace.paperwork.papers.kinds()
    rows = [(each.code, kind_name(each), kind_summary(each)) for each in known]
    click.echo(text_table((tr("ชื่อสั้น"), tr("เอกสาร"), tr("เนื้อหา")), rows))


@paper.command(cls=Command, help=mark("เริ่มเอกสารใหม่ แสดงเลขอ้างอิงของเอกสาร"))
@OFFICE
@click.argument("kind", metavar="KIND")
@option("--set", "given", metavar="FIELD=TEXT", multiple=True, help=mark("เขียนช่องของเอกสาร ใช้ได้หลายครั้ง"))
def make(file: Path, kind: str, given: tuple[str, ...]) -> None:
    """Begin a paper."""
    with opened(file) as workspace:
        desk = workspace.paperwork.papers
        fields = _fields(given, {field.code for field in desk.kind(kind).fields})
        key = desk.create(kind).key
        made = desk.paper(key)
        desk.keep(key, {**made.fields, **fields}, made.document)
    click.echo(str(key))


def _fields(given: tuple[str, ...], known: set[str]) -> Mapping[str, str]:
    """Read `field=text`; wrong usage for a field that the kind has not."""
    fields = {}
    for each in given:
        code, equals, text = each.partition("=")
        if not equals or code not in known:
            told = tr("ไม่มี “{value}” ใช้ได้: {known}").format(value=code, known=", ".join(sorted(known)))
            raise click.BadParameter(told, param_hint="--set")
        fields[code] = text
    return fields


@paper.command(name="list", cls=Command, help=mark("แสดงเอกสารของปี"))
@OFFICE
@option("--json", "as_json", is_flag=True, help=mark("แสดงเป็น JSON สำหรับโปรแกรมอื่น"))
def list_(file: Path, as_json: bool) -> None:
    """List the papers."""
    from ita_desktop.cli.tables import text_table
    from ita_desktop.domain.thai_date import short_date
    from ita_desktop.wording.states import label

    with opened(file) as workspace:
        lines = workspace.paperwork.papers.list()
    if as_json:
        click.echo(_as_json(lines))
        return
    rows = [
        (
            str(each.key),
            each.kind,
            label(each.state),
            each.number,
            short_date(each.day) if each.day else "",
            each.title,
        )
        for each in lines
    ]
    click.echo(text_table((tr("เลขอ้างอิง"), tr("ชนิด"), tr("สถานะ"), tr("ที่"), tr("ลงวันที่"), tr("เรื่อง")), rows))


def _as_json(lines: Any) -> str:  # noqa: ANN401 - any read models
    """Return read models for scripts."""
    import json
    from dataclasses import asdict
    from enum import Enum

    rows = [
        {name: value.value if isinstance(value, Enum) else value for name, value in asdict(each).items()}
        for each in lines
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2, default=str)


@paper.command(name="print", cls=Command, help=mark("เขียนเอกสารเป็น PDF ฉบับที่ลงนามแล้วได้ตามที่ลงนาม"))
@OFFICE
@KEY
@option("-o", "out", metavar="OUT.pdf", type=FILE, required=True, help=OUT_HELP)
@option("--draft", is_flag=True, help=mark("พิมพ์คำว่าร่างทับหน้า"))
def print_(file: Path, key: int, out: Path, draft: bool) -> None:
    """Print a paper."""
    checked_output(out, ".pdf")
    with opened(file) as workspace:
        data = workspace.paperwork.pages.pdf(key, watermark=draft)
    _written(out, data)


@paper.command(cls=Command, help=mark("เขียนเอกสารเป็น Word (.docx) ให้หน่วยงานอื่นแก้ต่อ"))
@OFFICE
@KEY
@option("-o", "out", metavar="OUT.docx", type=FILE, required=True, help=OUT_HELP)
def word(file: Path, key: int, out: Path) -> None:
    """Give a paper to Word."""
    checked_output(out, ".docx")
    with opened(file) as workspace:
        data = workspace.paperwork.pages.word(key)
    _written(out, data)


@paper.command(cls=Command, help=mark("ลงเลขและวันที่ แล้วเก็บฉบับที่ลงนาม จากนั้นแก้ไม่ได้"))
@OFFICE
@KEY
@option("--day", type=Day(), required=True, metavar="24/3/2568", help=mark("วันที่ลงนาม"))
@option("--number", type=int, help=mark("เลขที่ (ปกติเลขถัดไปของทะเบียน)"))
@option("--why", default="", metavar="TEXT", help=mark("เหตุผลที่ข้ามเลข"))
@option("--signer", type=int, metavar="N", help=mark("คนที่ N ของรายชื่อผู้ลงนามเป็นผู้ลงนาม"))
def sign(file: Path, key: int, day: date, number: int | None, why: str, signer: int | None) -> None:
    """Sign a paper."""
    with opened(file) as workspace:
        known = workspace.paperwork.people.signatories()
        if signer is not None and not 1 <= signer <= len(known):
            raise click.BadParameter(tr("มี {count} คน").format(count=len(known)), param_hint="--signer")
        who = known[signer - 1] if signer is not None else None
        workspace.paperwork.signing.sign(key, day, number, why, who)
        made = workspace.paperwork.papers.paper(key)
    click.echo(tr("ลงนามแล้ว {number} SHA-256 {sha256}").format(number=made.number, sha256=made.sha256))


@paper.command(cls=Command, help=mark("แนบสำเนาที่ลงนามแล้ว (PDF, JPEG, PNG)"))
@OFFICE
@KEY
@click.argument("scan", metavar="SCAN.pdf", type=FILE)
def attach(file: Path, key: int, scan: Path) -> None:
    """Attach the scan."""
    with opened(file) as workspace:
        workspace.paperwork.signing.attach_scan(key, scan)
    click.echo(tr("แนบ {path} แล้ว").format(path=scan))


@paper.command(cls=Command, help=mark("ยกเลิกเอกสารที่ลงนามแล้ว เลขที่ยังคงใช้แล้ว"))
@OFFICE
@KEY
@option("--why", required=True, metavar="TEXT", help=mark("เหตุผลที่ยกเลิก"))
def void(file: Path, key: int, why: str) -> None:
    """Withdraw a signed paper."""
    with opened(file) as workspace:
        workspace.paperwork.signing.void(key, why)
    click.echo(tr("ยกเลิกแล้ว"))


@paper.command(cls=Command, help=mark("แสดงทะเบียนหนังสือ หรือเขียนเป็น PDF"))
@OFFICE
@click.argument("book", metavar="memo|letter|order")
@option("--year", type=Year(), metavar="2568", help=mark("ปี พ.ศ. (ปกติปีนี้)"))
@option("-o", "out", metavar="OUT.pdf", type=FILE, help=OUT_HELP)
def register(file: Path, book: str, year: int | None, out: Path | None) -> None:
    """Show or print a book of numbers."""
    if out is not None:
        checked_output(out, ".pdf")
    with opened(file) as workspace:
        paperwork = workspace.paperwork
        wanted = year or paperwork.register.this_year()
        if out is not None:
            _written(out, paperwork.register.pdf(book, wanted))
            return
        _show_book(paperwork, book, wanted)


def _show_book(paperwork: Paperwork, book: str, year: int) -> None:
    """Show a book's lines, its gaps and its next number."""
    from ita_desktop.cli.tables import text_table
    from ita_desktop.domain.thai_date import short_date

    rows = [
        (str(each.number), each.text, short_date(each.day) if each.day else "", each.subject, each.note)
        for each in paperwork.register.entries(book, year)
    ]
    click.echo(text_table((tr("เลขทะเบียน"), tr("ที่"), tr("ลงวันที่"), tr("เรื่อง"), tr("หมายเหตุ")), rows))
    missing = ", ".join(map(str, paperwork.register.gaps(book, year)))
    if missing:
        click.echo(tr("เลขที่ยังไม่มีคำอธิบาย: {missing}").format(missing=missing))
    click.echo(tr("เลขถัดไป: {number}").format(number=paperwork.register.next_number(book, year)))


def _written(out: Path, data: bytes) -> None:
    write_output(out, data)
    click.echo(tr("เขียน {path} แล้ว").format(path=out))
