"""`ita-desktop instrument`: the year's instrument out of an office file, and a corrected one in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ita_desktop.cli.output import checked_output, write_output
from ita_desktop.cli.program import opened
from ita_desktop.cli.thai_click import FILE, Command, option
from ita_desktop.support.language import mark, tr

if TYPE_CHECKING:
    from pathlib import Path


@click.command(cls=Command, help=mark("เขียนแบบวัดของปีออกมาแก้ไข หรือใช้ไฟล์แบบวัดที่แก้แล้ว"))
@click.argument("file", metavar="FILE.ita", type=FILE)
@option("-o", "out", metavar="OUT.json", type=FILE, help=mark("เขียนแบบวัดที่แฟ้มนี้ใช้อยู่ออกเป็นไฟล์"))
@option("--use", "corrected", metavar="NEW.json", type=FILE, help=mark("ใช้ไฟล์แบบวัดนี้แทนของเดิม ปีเดียวกัน"))
def instrument(file: Path, out: Path | None, corrected: Path | None) -> None:
    """Write the file's copy of the instrument, or replace it by a corrected one."""
    if (out is None) == (corrected is None):
        raise click.UsageError(tr("ให้ระบุ -o หรือ --use อย่างใดอย่างหนึ่ง"))
    if out is not None:
        _write(file, checked_output(out, ".json"))
    elif corrected is not None:
        _use(file, corrected)


def _write(file: Path, out: Path) -> None:
    """Write the instrument as it stands in the file."""
    with opened(file) as workspace:
        text = workspace.settings.instrument_text()
    write_output(out, text.encode("utf-8"))
    click.echo(tr("เขียน {path} แล้ว").format(path=out))


def _use(file: Path, corrected: Path) -> None:
    """Replace the instrument."""
    from ita_desktop.services.instruments import read_instrument_file

    text = read_instrument_file(corrected)
    with opened(file) as workspace:
        workspace.settings.change_instrument(text)
        revision = workspace.settings.instrument_revision()
    click.echo(tr("ใช้แบบวัดจาก {path} แล้ว ฉบับแก้ไขที่ {revision}").format(path=corrected, revision=revision))
