"""`paper book` and `paper people`: how the office numbers its papers, and who signs them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from ita_desktop.cli.paperwork import OFFICE, paper
from ita_desktop.cli.program import opened
from ita_desktop.cli.thai_click import Command, Words, option
from ita_desktop.domain.paperwork.papers import Acting, Signatory
from ita_desktop.support.language import mark, tr

if TYPE_CHECKING:
    from pathlib import Path


@paper.command(cls=Command, help=mark("ดูหรือตั้งสมุดทะเบียน: ข้อความหน้าเลข และเลขเริ่มต้น"))
@OFFICE
@click.argument("code", metavar="memo|letter|order")
@option("--prefix", metavar="TEXT", help=mark("ข้อความหน้าเลข เช่น ตย 52301/"))
@option("--first", type=int, help=mark("เลขเริ่มต้นของแต่ละปี"))
def book(file: Path, code: str, prefix: str | None, first: int | None) -> None:
    """Set what is named, and show the book."""
    from ita_desktop.wording.paperwork import book_name

    with opened(file) as workspace:
        register = workspace.paperwork.register
        before = register.book(code)
        chosen = replace(
            before,
            prefix=before.prefix if prefix is None else prefix,
            first=before.first if first is None else first,
        )
        if chosen != before:
            register.change_book(chosen)
        year = register.this_year()
        sample = chosen.text(register.next_number(code, year), year)
    click.echo(tr("{book}: เลขถัดไป {number}").format(book=book_name(chosen), number=sample))


@paper.command(cls=Command, help=mark("ดูหรือแก้รายชื่อผู้ลงนาม"))
@OFFICE
@option("--add", nargs=2, metavar="NAME POSITION", multiple=True, help=mark("เพิ่มผู้ลงนามและตำแหน่ง"))
@option("--acting", type=Words([each.value for each in Acting]), help=mark("ลงนามแทนอย่างไร"))
@option("--signs-for", default="", metavar="POSITION", help=mark("ตำแหน่งที่ลงนามแทน"))
@option("--drop", type=int, metavar="N", help=mark("นำคนที่ N ออก"))
def people(
    file: Path, add: tuple[tuple[str, str], ...], acting: str | None, signs_for: str, drop: int | None
) -> None:
    """Change the list, and show it."""
    from ita_desktop.cli.tables import text_table
    from ita_desktop.wording.states import label

    how = Acting(acting) if acting else Acting.OWN
    with opened(file) as workspace:
        service = workspace.paperwork.people
        known = list(service.signatories())
        if drop is not None:
            if not 1 <= drop <= len(known):
                raise click.BadParameter(tr("มี {count} คน").format(count=len(known)), param_hint="--drop")
            del known[drop - 1]
        known += [Signatory(name, position, how, signs_for) for name, position in add]
        if add or drop is not None:
            service.change(known)
    rows = [
        (str(number), each.name, each.position, label(each.acting), each.for_position)
        for number, each in enumerate(known, 1)
    ]
    heads = ("", tr("ชื่อ"), tr("ตำแหน่ง"), tr("ลงนามแทน"), tr("ตำแหน่งที่ลงนามแทน"))
    click.echo(text_table(heads, rows))
