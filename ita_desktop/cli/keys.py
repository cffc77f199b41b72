"""`key` and `receipts`: the keys of the office and of others, and what became of the packages that left."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ita_desktop.cli.output import checked_output, write_output
from ita_desktop.cli.program import opened
from ita_desktop.cli.thai_click import FILE, Command, Words, option
from ita_desktop.support.language import mark, tr
from ita_desktop.wording.dates import moment_words
from ita_desktop.wording.packages import outcome_words

if TYPE_CHECKING:
    from ita_desktop.services.packages.keys import KeyService

ACTIONS = ("show", "line", "save", "qr", "list", "add", "confirm", "forget")


@click.command(cls=Command, help=mark("กุญแจของหน่วยงานและของผู้ที่แลกแพ็กเกจด้วย"))
@click.argument("file", metavar="FILE.ita", type=FILE)
@click.argument("action", metavar="ACTION", type=Words(ACTIONS))
@click.argument("what", metavar="[WHAT]", required=False, default="")
@option("-o", "out", metavar="OUT", type=FILE, help=mark("โฟลเดอร์ของไฟล์กุญแจ (save) หรือไฟล์ .png (qr)"))
def key(file: Path, action: str, what: str, out: Path | None) -> None:
    """Do one thing with keys; WHAT is a key file, a line, or a name, code or fingerprint."""
    if action in {"save", "qr"} and out is None:
        raise click.UsageError(tr("ให้ระบุ -o"))
    if action in {"add", "confirm", "forget"} and not what:
        raise click.UsageError(tr("ให้ระบุไฟล์กุญแจ ชื่อ หรือหมายเลขกุญแจ"))
    with opened(file) as workspace:
        _do(workspace.transfer.keys, action, what, out)


def _do(keys: KeyService, action: str, what: str, out: Path | None) -> None:
    """Do it and say what came of it."""
    if action == "show":
        click.echo(keys.own().party.fingerprint)
    elif action == "line":
        click.echo(keys.line())
    elif action == "save" and out is not None:
        click.echo(tr("เขียน {path} แล้ว").format(path=keys.write_file(out)))
    elif action == "qr" and out is not None:
        click.echo(
            tr("เขียน {path} แล้ว").format(path=write_output(checked_output(out, ".png"), keys.picture()))
        )
    elif action == "list":
        _list(keys)
    elif action == "add":
        _, party = keys.take_text(what) if what.startswith("ITAKEY") else keys.take_file(Path(what))
        click.echo(tr("รับกุญแจของ {name} แล้ว ให้โทรถามหมายเลขกุญแจ: {mark}").format(
            name=party.name, mark=party.fingerprint
        ))  # fmt: skip
    elif action == "confirm":
        keys.confirm(what)
        click.echo(tr("ยืนยันกุญแจแล้ว"))
    else:
        keys.forget(what)
        click.echo(tr("เลิกใช้กุญแจแล้ว"))


def _list(keys: KeyService) -> None:
    """Write a line for each known key."""
    for party in keys.parties():
        state = tr("ยืนยันแล้ว") if party.confirmed else tr("ยังไม่ยืนยัน")
        click.echo(f"{party.fingerprint}  {party.code}  {party.name}  {state}")


@click.command(cls=Command, help=mark("แพ็กเกจที่ส่งแล้วและใบรับ อ่านใบรับใหม่จาก USB ได้"))
@click.argument("file", metavar="FILE.ita", type=FILE)
@option("--from", "folder", metavar="DIR", type=FILE, help=mark("โฟลเดอร์ที่มีใบรับ เช่น ไดรฟ์ USB"))
def receipts(file: Path, folder: Path | None) -> None:
    """Read receipts from a stick and list what became of every package."""
    with opened(file) as workspace:
        service = workspace.transfer.receipts
        for path in service.found_in(folder) if folder is not None else ():
            service.read(path)
        for line in service.sent():
            answer = outcome_words(line.receipt) if line.receipt is not None else tr("ยังไม่มีใบรับ")
            by = f" · {line.receipt.by} · {moment_words(line.receipt.at)}" if line.receipt is not None else ""
            click.echo(f"{line.package.name}  {answer}{by}")
            if line.package.readers:
                names = ", ".join(line.package.readers)
                click.echo("  " + tr("ผนึกให้ {names}").format(names=names))
