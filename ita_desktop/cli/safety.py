"""`check`, `backup` and `restore`: the safety of an office file from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ita_desktop.cli.program import opened
from ita_desktop.cli.thai_click import FILE, Command, option
from ita_desktop.support.language import mark, tr

if TYPE_CHECKING:
    from pathlib import Path


@click.command(cls=Command, help=mark("ตรวจว่าแฟ้มของหน่วยงานสมบูรณ์"))
@click.argument("file", metavar="FILE.ita", type=FILE)
def check(file: Path) -> None:
    """Check structure, references, the rules of the domain and the history; a line for each fault."""
    from ita_desktop.domain.checklist_problems import EvidenceFaulty
    from ita_desktop.domain.problems import FileDamaged
    from ita_desktop.services.safekeeping import Keeper
    from ita_desktop.support import clock
    from ita_desktop.wording.safekeeping import finding_words, head_words
    from ita_desktop.wording.states import label

    with opened(file) as workspace:
        keeper = Keeper(workspace, clock.now)
        findings, head = keeper.check(), keeper.head()
        lost = () if findings else workspace.checklist.evidence.faults(whole=True)
    for finding in findings:
        click.echo(finding_words(finding), err=True)
    if findings:
        raise FileDamaged(file)
    if lost:
        raise EvidenceFaulty(file, tuple(f"{label(each.state)}: {each.evidence.target}" for each in lost))
    click.echo(tr("แฟ้ม {file} สมบูรณ์").format(file=file))
    click.echo(head_words(head))


@click.command(cls=Command, help=mark("ทำสำเนาสำรองของแฟ้ม ตรวจแล้วและมีรหัสกำกับ"))
@click.argument("file", metavar="FILE.ita", type=FILE)
@option("--to", "folder", metavar="DIR", required=True, type=FILE, help=mark("โฟลเดอร์ที่จะเก็บสำเนา"))
def backup(file: Path, folder: Path) -> None:
    """Make one copy in a folder."""
    from ita_desktop.services.safekeeping import copy_into
    from ita_desktop.support import clock
    from ita_desktop.wording.safekeeping import contents_words

    with opened(file) as workspace:
        made = copy_into(workspace, folder, clock.now())
    click.echo(tr("สำรองไว้ที่ {path}").format(path=made.path))
    if made.paper is not None:
        click.echo(contents_words(made.paper.contents))
        click.echo(f"SHA-256 {made.paper.sha256}")


@click.command(cls=Command, help=mark("กู้แฟ้มของหน่วยงานจากสำเนาสำรอง ของเดิมเก็บไว้ข้างกัน"))
@click.argument("backup_file", metavar="BACKUP", type=FILE)
@option("--to", "file", metavar="FILE.ita", required=True, type=FILE, help=mark("แฟ้มที่จะกู้กลับมา"))
def restore(backup_file: Path, file: Path) -> None:
    """Put a copy in the place of an office file; the file before is kept beside it."""
    from ita_desktop.services.restoring import restore as put_back
    from ita_desktop.support import clock
    from ita_desktop.wording.safekeeping import restored_words

    if file.suffix.lower() != ".ita":
        raise click.BadParameter(tr("ชื่อไฟล์ต้องลงท้ายด้วย {suffix}").format(suffix=".ita"), param_hint="--to")
    done = put_back(backup_file, file, clock.now())
    click.echo(restored_words(done))
    for trouble in done.troubles:
        raise trouble
