"""`new`: an office file for a fiscal year."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ita_desktop.cli.thai_click import FILE, Command, Year, option
from ita_desktop.support import clock
from ita_desktop.support.language import mark, tr

if TYPE_CHECKING:
    from pathlib import Path


@click.command(cls=Command, help=mark("สร้างแฟ้มของหน่วยงานสำหรับหนึ่งปีงบประมาณ"))
@click.argument("file", metavar="FILE.ita", type=FILE)
@option("--office", metavar="NAME", help=mark("ชื่อหน่วยงาน"))
@option("--year", type=Year(), metavar="2568", help=mark("ปีงบประมาณ พ.ศ. ใช้แบบวัดที่มากับโปรแกรม"))
@option(
    "--instrument",
    metavar="FILE.json",
    type=FILE,
    help=mark("ใช้ไฟล์แบบวัดนี้แทน --year"),
)
@option("--headquarters", is_flag=True, help=mark("สร้างแฟ้มของส่วนกลางที่รับแพ็กเกจจากหน่วยงาน"))
def new(
    file: Path, office: str | None, year: int | None, instrument: Path | None, headquarters: bool
) -> None:
    """Make an office file, or a headquarters' one."""
    if headquarters:
        _new_headquarters(file, office, year)
        return
    _new_office(file, office or "", year, instrument)


def _new_headquarters(file: Path, name: str | None, year: int | None) -> None:
    """Make a headquarters' file."""
    from ita_desktop.services.headquarters.headquarters import create

    if year is None:
        raise click.UsageError(tr("ให้ระบุ --year"))
    create(str(_checked(file)), name or tr("ส่วนกลาง"), year, clock.now).close()
    click.echo(tr("สร้าง {file} แล้ว").format(file=file))


def _new_office(file: Path, office: str, year: int | None, instrument: Path | None) -> None:
    """Make an office file."""
    from ita_desktop.domain.office import Office
    from ita_desktop.services.workspace import create

    if not office.strip():
        raise click.BadParameter(tr("ยังไม่ได้กรอก"), param_hint="--office")
    _checked(file)
    text = instrument_of(year, instrument)
    create(file, Office(office.strip()), text, clock.now).close()
    click.echo(tr("สร้าง {file} แล้ว").format(file=file))


def _checked(file: Path) -> Path:
    """Return the file's path if its ending fits; BadParameter."""
    if file.suffix.lower() != ".ita":
        raise click.BadParameter(tr("ชื่อไฟล์ต้องลงท้ายด้วย {suffix}").format(suffix=".ita"), param_hint="FILE.ita")
    return file


def instrument_of(year: int | None, file: Path | None) -> str:
    """Return the text of the instrument that --year or --instrument names; UsageError unless one is given."""
    from ita_desktop.services.instruments import instrument_text, read_instrument_file

    if (year is None) == (file is None):
        raise click.UsageError(tr("ให้ระบุ --year หรือ --instrument อย่างใดอย่างหนึ่ง"))
    if file is not None:
        return read_instrument_file(file)
    return instrument_text(year or 0)
