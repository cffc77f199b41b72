"""`link-list`, `check-links`, `link-answers`: links go out on a stick, answers come back on it.

Only `check-links` uses the network, and only when it is run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ita_desktop.cli.program import opened
from ita_desktop.cli.thai_click import FILE, Command, option
from ita_desktop.support import clock
from ita_desktop.support.language import mark, tr

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.domain.checklist_links import LinkAnswer

ANSWERS_SUFFIX = ".answers.json"


@click.command(name="link-list", cls=Command, help=mark("เขียนรายการลิงก์ OIT ลงไฟล์ เพื่อตรวจในเครื่องที่มีอินเทอร์เน็ต"))
@click.argument("file", metavar="FILE.ita", type=FILE)
@option("-o", "--output", "output", metavar="LIST.json", type=FILE, required=True, help=mark("ไฟล์ที่จะเขียน"))
def link_list(file: Path, output: Path) -> None:
    """Write the links of the year to a file."""
    with opened(file) as workspace:
        links = workspace.checklist.links.write_list(output)
    click.echo(tr("เขียนลิงก์ {count} รายการลง {file} แล้ว").format(count=len(links.links), file=output))


@click.command(name="check-links", cls=Command, help=mark("ตรวจลิงก์ในรายการทีละลิงก์ ต้องใช้อินเทอร์เน็ต"))
@click.argument("source", metavar="LIST.json", type=FILE)
@option(
    "-o", "--output", "output", metavar="ANSWERS.json", type=FILE, help=mark("ไฟล์ผลตรวจ (ปกติอยู่ข้างรายการ)")
)
@option("--save", is_flag=True, help=mark("เก็บสำเนาหน้าที่เปิดได้ไว้ข้างไฟล์ผลตรวจ"))
def check_links(source: Path, output: Path | None, save: bool) -> None:
    """Look at the links of a list, one after another."""
    from ita_desktop.services.link_check import LinkChecker
    from ita_desktop.services.link_check import check_links as check

    target = output or source.with_name(f"{source.stem}{ANSWERS_SUFFIX}")
    answers = check(source, target, LinkChecker(clock.now), save=save)
    for answer in answers:
        click.echo(_line(answer))
    reached = sum(answer.reachable for answer in answers)
    words = tr("เปิดได้ {reached} จาก {count} ลิงก์ ผลอยู่ที่ {file}")
    click.echo(words.format(reached=reached, count=len(answers), file=target))


@click.command(name="link-answers", cls=Command, help=mark("นำผลตรวจลิงก์กลับเข้าแฟ้มของหน่วยงาน"))
@click.argument("file", metavar="FILE.ita", type=FILE)
@click.argument("answers", metavar="ANSWERS.json", type=FILE)
def link_answers(file: Path, answers: Path) -> None:
    """File the answers of the checker."""
    with opened(file) as workspace:
        taken = workspace.checklist.links.take_answers(answers)[1]
    words = tr("รับผลตรวจ {count} ลิงก์ เปิดไม่ได้ {dead} เก็บสำเนาหน้า {saved}")
    click.echo(words.format(count=taken.answers, dead=taken.unreachable, saved=taken.saved))


def _line(answer: LinkAnswer) -> str:
    """Say what was found at a link."""
    state = tr("เปิดได้") if answer.reachable else tr("เปิดไม่ได้")
    reason = answer.title or answer.fault
    return " ".join(part for part in (state, str(answer.status or ""), answer.link, reason) if part)
