"""`plan`: findings taken or dismissed, a library, reports, what is carried over, dates, the workbook out."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

import click

from ita_desktop.cli.output import checked_output
from ita_desktop.cli.program import opened
from ita_desktop.cli.thai_click import FILE, Command, Words, option
from ita_desktop.support.language import mark, ntr, tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ita_desktop.services.workspace import Workspace

ACTIONS = ("accept", "dismiss", "forget", "library", "report", "carry-over", "date", "save")


@click.command(cls=Command, help=mark("รับประเด็น รับคลังมาตรการ รายงานความคืบหน้า ยกมาตรการที่ค้าง แก้ปฏิทิน บันทึกแผน"))
@click.argument("file", metavar="FILE.ita", type=FILE)
@click.argument("action", metavar="ACTION", type=Words(ACTIONS))
@click.argument("words", metavar="[WORD]…", nargs=-1)
@option("-o", "out", metavar="OUT.xlsx", type=FILE, help=mark("ไฟล์ที่จะเขียน (save)"))
@option("--text", default="", help=mark("ข้อความของประเด็น (accept) หรือสิ่งที่ทำแล้ว (report)"))
@option("--percent", type=int, default=0, help=mark("ความคืบหน้าร้อยละ (report)"))
@option("--spent", default="", help=mark("เงินที่ใช้ในเดือน หน่วยบาท (report)"))
@option("--obstacles", default="", help=mark("ปัญหาและอุปสรรค (report)"))
@option("--evidence", default="", help=mark("หลักฐาน (report)"))
@option("--owner", default="", help=mark("ผู้รับผิดชอบ (date)"))
def plan(  # noqa: PLR0913, PLR0917 - one parameter for each word on the line
    file: Path,
    action: str,
    words: tuple[str, ...],
    out: Path | None,
    text: str,
    percent: int,
    spent: str,
    obstacles: str,
    evidence: str,
    owner: str,
) -> None:
    """Do one thing with a plan."""
    report = (percent, text, _money(spent), obstacles, evidence)
    doing: dict[str, Callable[[Workspace], str]] = {
        "accept": lambda workspace: _decide(workspace, words, text, accepted=True),
        "dismiss": lambda workspace: _decide(workspace, words, text, accepted=False),
        "forget": lambda workspace: _forget(workspace, words),
        "library": lambda workspace: _library(workspace, words),
        "report": lambda workspace: _report(workspace, words, report),
        "carry-over": _carry_over,
        "date": lambda workspace: _date(workspace, words, owner),
        "save": lambda workspace: _save(workspace, out),
    }
    with opened(file) as workspace:
        told = doing[action](workspace)
    click.echo(told)


def _money(text: str) -> Decimal | None:
    """Read a sum; UsageError for what is none."""
    try:
        return Decimal(text.replace(",", "")) if text else None
    except InvalidOperation:
        raise click.UsageError(tr("“{text}” ไม่ใช่จำนวนเงิน").format(text=text)) from None


def _decide(workspace: Workspace, keys: tuple[str, ...], text: str, *, accepted: bool) -> str:
    """Take or dismiss findings by the codes of their scores; a text of one's own is for one of them."""
    from dataclasses import replace

    from ita_desktop.domain.plan.findings import FindingState
    from ita_desktop.domain.problems import FieldFault, FieldProblem
    from ita_desktop.wording.plan import finding_text

    if not keys or (text and len(keys) > 1):
        raise click.UsageError(tr("ให้ระบุรหัสข้อหรือตัวชี้วัดของประเด็น (--text ใช้กับประเด็นเดียว)"))
    rows = {row.finding.score_key: row for row in workspace.plan.findings.rows()}
    for key in keys:
        if key not in rows:
            raise FieldProblem("score_key", FieldFault.NOT_OFFERED, key, ", ".join(filter(None, rows)))
    state = FindingState.ACCEPTED if accepted else FindingState.DISMISSED
    for key in keys:
        row = rows[key]
        words = text or row.finding.text or finding_text(row)
        workspace.plan.findings.decide(replace(row.finding, state=state, text=words))
    return ntr("พิจารณาแล้ว {count} ประเด็น", "พิจารณาแล้ว {count} ประเด็น", len(keys)).format(count=len(keys))


def _forget(workspace: Workspace, keys: tuple[str, ...]) -> str:
    """Forget what was decided about findings."""
    from ita_desktop.domain.problems import MissingRecord

    rows = {row.finding.score_key: row.finding.key for row in workspace.plan.findings.rows()}
    for key in keys:
        if not rows.get(key):
            raise MissingRecord("finding", key)
        workspace.plan.findings.forget(rows[key])
    return ntr("ยกเลิกแล้ว {count} ประเด็น", "ยกเลิกแล้ว {count} ประเด็น", len(keys)).format(count=len(keys))


def _library(workspace: Workspace, words: tuple[str, ...]) -> str:
    """Take a library in."""
    from pathlib import Path

    if len(words) != 1:
        raise click.UsageError(tr("ให้ระบุไฟล์คลังมาตรการหนึ่งไฟล์"))
    _, library = workspace.plan.library.take(Path(words[0]))
    count = len(library.suggestions)
    words_ = ntr("รับคลัง “{title}” แล้ว {count} มาตรการ", "รับคลัง “{title}” แล้ว {count} มาตรการ", count)
    return words_.format(title=library.title, count=count)


def _report(
    workspace: Workspace, words: tuple[str, ...], given: tuple[int, str, Decimal | None, str, str]
) -> str:
    """Keep a month's report of the measure with a number, as `list FILE measures` tells it."""
    from ita_desktop.domain.plan.months import read_month
    from ita_desktop.domain.plan.progress import Report

    month = read_month(words[1]) if len(words) == 2 else None  # noqa: PLR2004 - number and month
    if month is None or not words[0].isdecimal():
        raise click.UsageError(tr("ให้ระบุเลขมาตรการและเดือน เช่น 3 2025-01"))
    workspace.plan.follow_up.put(Report(int(words[0]), month, *given))
    return tr("บันทึกรายงานเดือน {month} แล้ว").format(month=words[1])


def _carry_over(workspace: Workspace) -> str:
    """Take over what the year before left undone."""
    left = workspace.plan.follow_up.left_over()
    workspace.plan.follow_up.carry_over()
    return ntr("ยกมา {count} มาตรการ", "ยกมา {count} มาตรการ", len(left)).format(count=len(left))


def _date(workspace: Workspace, words: tuple[str, ...], owner: str) -> str:
    """Change an activity's dates: its code, the first day, the last day."""
    from ita_desktop.domain.plan.calendar import ActivityDates
    from ita_desktop.domain.thai_date import parse_date

    days = [parse_date(word) for word in words[1:]]
    if len(days) != 2 or None in days:  # noqa: PLR2004 - from and to
        raise click.UsageError(tr("ให้ระบุรหัสกิจกรรม วันเริ่ม และวันสิ้นสุด เช่น iit 1/5/2568 30/6/2568"))
    start, end = days
    if start is not None and end is not None:
        workspace.plan.calendar.change(ActivityDates(words[0], start, end, owner))
    return tr("แก้ปฏิทินกิจกรรม {code} แล้ว").format(code=words[0])


def _save(workspace: Workspace, out: Path | None) -> str:
    """Write the plan's workbook."""
    if out is None:
        raise click.UsageError(tr("ให้ระบุไฟล์ที่จะเขียนด้วย -o"))
    checked_output(out, ".xlsx")
    workspace.plan.save_workbook(out)
    return tr("เขียน {path} แล้ว").format(path=out)
