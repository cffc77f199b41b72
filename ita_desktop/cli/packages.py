"""`export`, `verify`, `receive`, `rebuild`: packages out, judged, in, and a lost file built from one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from ita_desktop.cli.program import opened
from ita_desktop.cli.thai_click import FILE, Command, Words, option
from ita_desktop.domain.packages.contents import USUAL, Part
from ita_desktop.support.language import mark, tr
from ita_desktop.wording.packages import (
    arrival_words,
    field_words,
    part_names,
    place_words,
    thing_words,
    value_words,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    from ita_desktop.services.receiving.taking import Preview
    from ita_desktop.services.transfer import PackageReport
    from ita_desktop.services.workspace import Workspace

PARTS = tuple(part.value for part in Part)


def passphrase_option(confirm: bool) -> Callable[[Any], Any]:
    """Offer `--passphrase`, which asks without showing; ITA_PASSPHRASE answers for scripts."""

    def ask(_ctx: click.Context, _parameter: click.Parameter, value: bool) -> str:
        if not value:
            return ""
        import os

        given = os.environ.get("ITA_PASSPHRASE")
        if given is not None:
            return given
        words = click.prompt(tr("รหัสผ่าน"), hide_input=True, confirmation_prompt=confirm)
        return str(words)

    help_text = mark("ถามรหัสผ่านของแพ็กเกจ (หรืออ่านจากตัวแปร ITA_PASSPHRASE)")
    return option("--passphrase", is_flag=True, callback=ask, help=help_text)


@click.command(cls=Command, help=mark("ส่งออกผลของปีเป็นแพ็กเกจสำหรับ USB"))
@click.argument("file", metavar="FILE.ita", type=FILE)
@option(
    "--to",
    "folder",
    metavar="DIR",
    required=True,
    type=FILE,
    help=mark("โฟลเดอร์ที่จะวางแพ็กเกจ เช่น ไดรฟ์ USB"),
)
@option("--with", "more", multiple=True, type=Words(PARTS), help=mark("ใส่เพิ่มจากปกติ (ใช้ซ้ำได้)"))
@option("--without", "fewer", multiple=True, type=Words(PARTS), help=mark("ไม่ใส่ (ใช้ซ้ำได้ ผลประเมินใส่เสมอ)"))
@option("--for", "readers", metavar="KEY", multiple=True, help=mark("ผนึกให้ผู้รับนี้ (ชื่อ รหัส หรือหมายเลขกุญแจ)"))
@passphrase_option(confirm=True)
def export(
    file: Path,
    folder: Path,
    more: tuple[str, ...],
    fewer: tuple[str, ...],
    readers: tuple[str, ...],
    passphrase: str,
) -> None:
    """Write a package."""
    from ita_desktop.services.transfer import Order

    parts = (USUAL | {Part(each) for each in more}) - {Part(each) for each in fewer}
    with opened(file) as workspace:
        papers = rendered_papers(workspace) if Part.PAPERS in parts else {}
        order = Order(frozenset(parts), readers, passphrase)
        _, receipt = workspace.transfer.export(folder, papers, order=order)
    click.echo(tr("ส่งออก {path} แล้ว ขนาด {size} ไบต์").format(path=receipt.path, size=f"{receipt.size:,}"))
    click.echo(f"SHA-256 {receipt.sha256}")


def rendered_papers(workspace: Workspace) -> dict[str, bytes]:
    """Return every paper of the year as a PDF, by the name that it has in a package."""
    papers = workspace.papers
    return {paper_file(kind.code): papers.render(kind.code) for kind in papers.kinds()}


def paper_file(code: str) -> str:
    """Return the name of a paper's file in a package."""
    return f"{code}.pdf"


@click.command(cls=Command, help=mark("ตรวจแพ็กเกจว่าครบ ไม่ถูกแก้ และใครเป็นผู้ส่ง"))
@click.argument("packages", metavar="PACKAGE…", nargs=-1, required=True, type=FILE)
@option("--keys", "file", metavar="FILE.ita", type=FILE, help=mark("แฟ้มที่มีกุญแจเปิดผนึก และรู้จักผู้ส่ง"))
@passphrase_option(confirm=False)
@option("--json", "as_json", is_flag=True, help=mark("แสดงเป็น JSON สำหรับโปรแกรมอื่น"))
def verify(packages: tuple[Path, ...], file: Path | None, passphrase: str, as_json: bool) -> None:
    """Judge packages; the first that will not do ends the command."""
    from ita_desktop.services.packages.judging import judge

    if file is None:
        judged = [judge(path, passphrase) for path in packages]
    else:
        with opened(file) as workspace:
            judged = [judge(path, passphrase, workspace.transfer.keys) for path in packages]
    if as_json:
        click.echo(json.dumps([_as_json(each.report) for each in judged], ensure_ascii=False, indent=1))
        return
    for each in judged:
        _tell_report(each.report, each.known)


def _tell_report(report: PackageReport, known: bool | None) -> None:
    """Say what a package is."""
    label = report.label
    click.echo(tr("แพ็กเกจ {name} ครบถ้วน").format(name=report.path.name))
    line = tr("{office} ปีงบประมาณ {year} เลขที่ {number}")
    click.echo(line.format(office=label.office, year=label.fiscal_year, number=label.number))
    if report.signer is None:
        click.echo(tr("ไม่มีลายเซ็น"))
    else:
        state = {True: tr("ยืนยันแล้ว"), False: tr("ยังไม่ยืนยัน"), None: tr("ไม่รู้จัก")}[known]
        who = f"{report.signer.name} · {report.signer.fingerprint}"
        click.echo(tr("ลงลายเซ็นโดย {who} ({state})").format(who=who, state=state))
    parts = [Part(each) for each in label.parts if each in PARTS]
    if parts:
        click.echo(tr("เนื้อหา: {parts}").format(parts=part_names(parts)))
    click.echo(f"SHA-256 {report.sha256}")


def _as_json(report: PackageReport) -> dict[str, object]:
    """Return a report for programs."""
    label = report.label
    return {
        "file": report.path.name,
        "office": label.office,
        "office_code": label.office_code,
        "fiscal_year": label.fiscal_year,
        "number": label.number,
        "made_at": label.made_at.isoformat(timespec="seconds"),
        "format": label.format,
        "parts": list(label.parts),
        "signer": report.signer.fingerprint if report.signer is not None else None,
        "sealed": report.sealed,
        "digest": report.digest,
        "sha256": report.sha256,
        "size": report.size,
        "files": {each.name: each.size for each in report.files},
    }


@click.command(cls=Command, help=mark("รับแพ็กเกจที่ส่วนกลางส่งมาเข้าแฟ้ม มีสำเนาสำรองก่อนเสมอ"))
@click.argument("packages", metavar="PACKAGE…", nargs=-1, required=True, type=FILE)
@option("--into", "file", metavar="FILE.ita", required=True, type=FILE, help=mark("แฟ้มที่จะรับเข้า"))
@option("--dry-run", is_flag=True, help=mark("แสดงสิ่งที่จะเปลี่ยน แต่ไม่เขียน"))
@option("--keep-mine", "mine", metavar="PLACE", multiple=True, help=mark("คงค่าของเราไว้ที่ช่องนี้ (ใช้ซ้ำได้)"))
@option("--apart", is_flag=True, help=mark("รับแม้ผู้ส่งมีสองเครื่องที่ออกเลขแยกกัน (ถามผู้ส่งก่อน)"))
@option("--receipt-to", "folder", metavar="DIR", type=FILE, help=mark("โฟลเดอร์ที่จะเขียนใบรับ"))
@passphrase_option(confirm=False)
def receive(
    packages: tuple[Path, ...],
    file: Path,
    dry_run: bool,
    mine: tuple[str, ...],
    apart: bool,
    folder: Path | None,
    passphrase: str,
) -> None:
    """Take packages in, one command and one undo each."""
    from ita_desktop.domain.packages.merging import Take
    from ita_desktop.domain.packages.receipts import Outcome
    from ita_desktop.services.headquarters.headquarters import is_store_file

    if is_store_file(file):
        from ita_desktop.cli.headquarters_taking import receive_into

        receive_into(str(file), packages, passphrase, dry_run=dry_run, receipts_to=folder)
        return
    takes = dict.fromkeys(mine, Take.MINE)
    receipts = []
    with opened(file) as workspace:
        for path in packages:
            seen = workspace.receiving.look(path, passphrase)
            _tell_preview(seen)
            if dry_run:
                continue
            _, receipt = workspace.receiving.receive(seen, takes, passphrase, apart=apart)
            receipts.append(receipt)
            if receipt.outcome is Outcome.TAKEN:
                click.echo(tr("รับ {name} แล้ว").format(name=path.name))
        if folder is not None and receipts:
            for written in workspace.transfer.receipts.write(folder, receipts):
                click.echo(tr("เขียนใบรับ {path} แล้ว").format(path=written))


def _tell_preview(seen: Preview) -> None:
    """Say what a package would change, a line for each thing."""
    click.echo(arrival_words(seen.order))
    for each in seen.fields:
        state, values = field_words(each.meeting), f"{value_words(each.mine)} → {value_words(each.theirs)}"
        click.echo(f"{each.place}  {place_words(each.place)}  {values}  {state}")
    for thing in seen.things:
        click.echo(thing_words(thing))


@click.command(cls=Command, help=mark("สร้างแฟ้มขึ้นใหม่จากแพ็กเกจ เมื่อแฟ้มและสำเนาสำรองหายหมด"))
@click.argument("package", metavar="PACKAGE", type=FILE)
@option("--to", "file", metavar="FILE.ita", required=True, type=FILE, help=mark("แฟ้มใหม่ที่จะสร้าง"))
@option("--keys", metavar="FILE.ita", type=FILE, help=mark("แฟ้มที่มีกุญแจเปิดผนึก และรู้จักผู้ส่ง"))
@passphrase_option(confirm=False)
def rebuild(package: Path, file: Path, keys: Path | None, passphrase: str) -> None:
    """Build an office file again from a package's plain data."""
    from ita_desktop.services.packages.judging import unlock_with
    from ita_desktop.services.receiving.rebuilding import rebuild as build_again
    from ita_desktop.support import clock

    if file.suffix.lower() != ".ita":
        raise click.BadParameter(tr("ชื่อไฟล์ต้องลงท้ายด้วย {suffix}").format(suffix=".ita"), param_hint="--to")
    if keys is None:
        done = build_again(package, file, clock.now, unlock_with(passphrase))
    else:
        with opened(keys) as workspace:
            unlock = workspace.transfer.keys.unlock(passphrase)
        done = build_again(package, file, clock.now, unlock)
    counts = {"items": done.items, "measures": done.measures, "forms": done.forms, "people": done.people}
    line = tr(
        "สร้าง {file} จากแพ็กเกจแล้ว: OIT {items} ข้อ มาตรการ {measures} รายการ แบบ {forms} ฉบับ รายชื่อ {people} คน"
    )
    click.echo(line.format(file=file, **counts))
    if done.missing:
        click.echo(tr("แพ็กเกจนี้ไม่มี: {parts}").format(parts=part_names(done.missing)))
