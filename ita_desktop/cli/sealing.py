"""`encrypt` and `decrypt`: an office file that only its passwords open, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ita_desktop.cli.program import opened
from ita_desktop.cli.thai_click import FILE, Command, option
from ita_desktop.support.language import mark, tr

if TYPE_CHECKING:
    from pathlib import Path


@click.command(cls=Command, help=mark("เข้ารหัสแฟ้ม ให้เปิดได้ด้วยรหัสผ่านของบัญชีในแฟ้มเท่านั้น"))
@click.argument("file", metavar="FILE.ita", type=FILE)
@option("--keep-plain-copies", is_flag=True, help=mark("ไม่ลบสำเนาสำรองเดิมที่ยังไม่เข้ารหัส"))
def encrypt(file: Path, keep_plain_copies: bool) -> None:
    """Encrypt a file with accounts, make an encrypted copy, then let the plain copies go."""
    from ita_desktop.services.accounts import sealing
    from ita_desktop.services.accounts.turning import turn_with_copy
    from ita_desktop.support import clock

    with opened(file) as workspace:
        order = sealing.order(workspace.session, to_sealed=True)
    done = turn_with_copy(order, clock.now, keep_plain=keep_plain_copies)
    words = tr("เข้ารหัส {file} แล้ว ไฟล์กุญแจที่ต้องนำไปด้วยอยู่ข้างแฟ้ม: {ring}")
    click.echo(words.format(file=file, ring=sealing.ring_place(file)))
    if done.gone:
        click.echo(tr("ลบสำเนาสำรองที่ยังไม่เข้ารหัสแล้ว {count} ชุด").format(count=done.gone))
    if done.left:
        click.echo(tr("ยังมีสำเนาสำรองที่ไม่ได้เข้ารหัส {count} ชุด ผู้ใดพบก็อ่านได้").format(count=done.left))
    for trouble in done.troubles:
        raise trouble


@click.command(cls=Command, help=mark("เลิกเข้ารหัสแฟ้ม บัญชีและรหัสผ่านยังอยู่"))
@click.argument("file", metavar="FILE.ita", type=FILE)
def decrypt(file: Path) -> None:
    """Make a plain file of an encrypted one."""
    from ita_desktop.services.accounts import sealing

    with opened(file) as workspace:
        order = sealing.order(workspace.session, to_sealed=False)
    sealing.turn(order)
    click.echo(tr("เลิกเข้ารหัส {file} แล้ว").format(file=file))
