"""`paper template`: a paper's text as a template, out to a file and in from one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ita_desktop.cli.output import write_output
from ita_desktop.cli.paperwork import KEY, OFFICE, paper
from ita_desktop.cli.program import opened
from ita_desktop.cli.thai_click import FILE, Command, Group, option
from ita_desktop.support.language import mark, tr

if TYPE_CHECKING:
    from pathlib import Path


@paper.group(cls=Group, help=mark("แม่แบบของเอกสาร"))
def template() -> None:
    """Gather the commands about templates."""


@template.command(name="list", cls=Command, help=mark("แสดงแม่แบบที่มี"))
@OFFICE
def list_(file: Path) -> None:
    """List the templates."""
    from ita_desktop.cli.tables import text_table

    with opened(file) as workspace:
        known = workspace.paperwork.templates.list()
    rows = [(str(each.key), each.kind, tr("ใช้เสมอ") if each.own else "", each.name) for each in known]
    click.echo(text_table((tr("เลขอ้างอิง"), tr("ชนิด"), "", tr("ชื่อแม่แบบ")), rows))


@template.command(name="save", cls=Command, help=mark("เก็บเอกสารเป็นแม่แบบ"))
@OFFICE
@KEY
@click.argument("name", metavar="NAME")
@option("--own", is_flag=True, help=mark("ให้เอกสารใหม่ชนิดนี้เริ่มจากแม่แบบนี้เสมอ"))
def save(file: Path, key: int, name: str, own: bool) -> None:
    """Make a template of a paper."""
    with opened(file) as workspace:
        made = workspace.paperwork.templates.save_as(key, name, own=own).key
    click.echo(str(made))


@template.command(name="write", cls=Command, help=mark("เขียนแม่แบบเป็นไฟล์ เพื่อส่งให้หน่วยงานอื่น"))
@OFFICE
@KEY
@option("-o", "out", metavar="OUT.json", type=FILE, required=True, help=mark("ไฟล์ที่จะเขียน (เขียนทับของเดิม)"))
def write(file: Path, key: int, out: Path) -> None:
    """Write a template out."""
    from ita_desktop.cli.output import checked_output

    checked_output(out, ".json")
    with opened(file) as workspace:
        data = workspace.paperwork.templates.write(key)
    write_output(out, data)
    click.echo(tr("เขียน {path} แล้ว").format(path=out))


@template.command(name="read", cls=Command, help=mark("รับแม่แบบจากไฟล์"))
@OFFICE
@click.argument("source", metavar="TEMPLATE.json", type=FILE)
def read(file: Path, source: Path) -> None:
    """Take a template in."""
    with opened(file) as workspace:
        key = workspace.paperwork.templates.read_file(source).key
    click.echo(str(key))
