"""`roster` and `year`: what is done with a roster beside taking it in, and the next fiscal year."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from ita_desktop.cli.files import instrument_of
from ita_desktop.cli.output import checked_output, write_output
from ita_desktop.cli.program import opened
from ita_desktop.cli.thai_click import FILE, Command, Words, Year, option
from ita_desktop.domain.history import Role
from ita_desktop.support.language import mark, ntr, tr

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.domain.draw import Draw
    from ita_desktop.domain.roster import RosterKind
    from ita_desktop.services.workspace import Workspace

ROSTERS = ("roster-internal", "roster-external")
MOVES = ("submit", "approve", "return", "reopen")
ACTIONS = (*MOVES, "draw", "redraw", "twins", "lists", "save")


@click.command(cls=Command, help=mark("ส่ง อนุมัติ สุ่ม พิมพ์บัญชี หรือบันทึกรายชื่อออกเป็น Excel"))
@click.argument("file", metavar="FILE.ita", type=FILE)
@click.argument("kind", metavar="ROSTER", type=Words(ROSTERS))
@click.argument("action", metavar="ACTION", type=Words(ACTIONS))
@option(
    "--role",
    type=Words([role.value for role in Role]),
    help=mark("บทบาทที่ทำงาน (ปกติ admin ผู้บริหารคือ executive) แฟ้มที่มีบัญชีผู้ใช้ใช้บทบาทของบัญชี"),
)
@option("--reason", default="", help=mark("เหตุผลที่ส่งกลับ (return)"))
@option("--size", type=click.IntRange(min=0), help=mark("จำนวนที่จะสุ่ม (ปกติเท่าจำนวนที่ต้องตอบ)"))
@option("--seed", default="", help=mark("เลขตั้งต้นของการสุ่ม (ปกติโปรแกรมสุ่มให้และพิมพ์ไว้)"))
@option("-o", "out", metavar="OUT", type=FILE, help=mark("ไฟล์ที่จะเขียน: .pdf (draw, lists) หรือ .xlsx (save)"))
@option("--json", "as_json", is_flag=True, help=mark("แสดงเป็น JSON สำหรับโปรแกรมอื่น"))
def roster(  # noqa: PLR0913, PLR0917 - one parameter for each word on the line
    file: Path,
    kind: str,
    action: str,
    role: str | None,
    reason: str,
    size: int | None,
    seed: str,
    out: Path | None,
    as_json: bool,
) -> None:
    """Do one thing with a roster."""
    from ita_desktop.domain.roster import RosterKind

    which = RosterKind(kind)
    with opened(file) as workspace:
        if role is not None:
            workspace.take_role(Role(role))
        if action in MOVES:
            _move(workspace, which, action, reason)
        elif action in {"draw", "redraw"}:
            _draw(workspace, which, size, seed, out, keep=action == "draw", as_json=as_json)
        elif action == "twins":
            _twins(workspace, which, as_json=as_json)
        else:
            _write(workspace, which, action, out)


def _move(workspace: Workspace, kind: RosterKind, action: str, reason: str) -> None:
    """Move all lines that can be moved."""
    approval = workspace.roster.approval
    if action == "return":
        approval.send_back(kind, reason)
    else:
        {"submit": approval.submit, "approve": approval.approve, "reopen": approval.reopen}[action](kind)
    counts = approval.counts(kind)
    click.echo(
        tr("ร่าง {draft} รอผู้บริหาร {submitted} อนุมัติแล้ว {approved} ส่งกลับให้แก้ {returned}").format(
            draft=counts.draft, submitted=counts.submitted, approved=counts.approved, returned=counts.returned
        )
    )


def _draw(
    workspace: Workspace,
    kind: RosterKind,
    size: int | None,
    seed: str,
    out: Path | None,
    *,
    keep: bool,
    as_json: bool,
) -> None:
    """Draw and keep it, or only repeat a draw from its printed seed."""
    draws = workspace.roster.draws
    wanted = draws.needed(kind) if size is None else size
    if keep:
        _, drawn = draws.draw(kind, wanted, seed)
    else:
        drawn = draws.preview(kind, wanted, seed)
    if out is not None:
        checked_output(out, ".pdf")
        write_output(out, workspace.roster.papers.draw(kind))
    if as_json:
        click.echo(json.dumps(_as_json(drawn), ensure_ascii=False, indent=2))
        return
    click.echo(
        tr("สุ่ม {size} คน จาก {heads} คน เลขตั้งต้น {seed}").format(
            size=drawn.size, heads=drawn.heads, seed=drawn.seed
        )
    )
    click.echo(", ".join(str(number) for number in drawn.numbers))


def _as_json(drawn: Draw) -> dict[str, object]:
    """Return a draw for scripts."""
    from ita_desktop.domain.draw import METHOD

    return {
        "method": METHOD,
        "seed": drawn.seed,
        "size": drawn.size,
        "heads": drawn.heads,
        "digest": drawn.digest,
        "shares": [
            {"stratum": list(share.stratum), "heads": share.heads, "drawn": share.drawn}
            for share in drawn.shares
        ],
        "numbers": list(drawn.numbers),
    }


def _twins(workspace: Workspace, kind: RosterKind, *, as_json: bool) -> None:
    """Tell which lines may be one person."""
    from ita_desktop.cli.tables import text_table
    from ita_desktop.wording.states import label

    pairs = workspace.roster.twins.pairs(kind)
    if as_json:
        rows = [
            {
                "first": {"key": pair.first.key, "name": pair.first.name},
                "second": {"key": pair.second.key, "name": pair.second.name},
                "likeness": pair.likeness.value,
            }
            for pair in pairs
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    head = (tr("ชื่อ"), tr("อีกชื่อหนึ่ง"), tr("เหตุที่อาจเป็นคนเดียวกัน"))
    click.echo(text_table(head, [(p.first.name, p.second.name, label(p.likeness)) for p in pairs]))
    click.echo(ntr("{count} คู่", "{count} คู่", len(pairs)).format(count=len(pairs)))


def _write(workspace: Workspace, kind: RosterKind, action: str, out: Path | None) -> None:
    """Write the lists to hand out by, or the roster as a workbook."""
    if out is None:
        raise click.UsageError(tr("ให้ระบุไฟล์ที่จะเขียนด้วย -o"))
    checked_output(out, ".pdf" if action == "lists" else ".xlsx")
    if action == "lists":
        write_output(out, workspace.roster.papers.lists())
    else:
        workspace.roster.save_workbook(kind, out)
    click.echo(tr("เขียน {path} แล้ว").format(path=out))


@click.command(cls=Command, help=mark("เริ่มปีงบประมาณใหม่ในแฟ้มเดิม หรือเปลี่ยนปีที่ทำงาน"))
@click.argument("file", metavar="FILE.ita", type=FILE)
@option("--start", type=Year(), metavar="2569", help=mark("เริ่มปีนี้ รายชื่อภายในตามมาเป็นร่าง รายชื่อภายนอกไม่ตามมา"))
@option("--instrument", metavar="FILE.json", type=FILE, help=mark("เริ่มปีของไฟล์แบบวัดนี้แทน --start"))
@option("--go-to", type=Year(), metavar="2568", help=mark("เปลี่ยนไปทำงานปีนี้"))
def year(file: Path, start: int | None, instrument: Path | None, go_to: int | None) -> None:
    """Start a year, go to one, or tell which there are."""
    with opened(file) as workspace:
        if start is not None or instrument is not None:
            workspace.rounds.start(instrument_of(start, instrument))
        elif go_to is not None:
            workspace.rounds.go_to(go_to)
        years = ", ".join(str(each) for each in workspace.rounds.years())
        click.echo(tr("ทำงานปี {year} ในแฟ้มมีปี {years}").format(year=workspace.year, years=years))
