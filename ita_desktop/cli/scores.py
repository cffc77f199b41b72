"""`ita-desktop score`: the result of the year, for people or for scripts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from ita_desktop.cli.program import opened
from ita_desktop.cli.thai_click import FILE, Command, option
from ita_desktop.support.language import mark, tr

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.services.results import YearResult


@click.command(cls=Command, help=mark("แสดงผลคะแนนของปี"))
@click.argument("file", metavar="FILE.ita", type=FILE)
@option("--json", "as_json", is_flag=True, help=mark("แสดงเป็น JSON สำหรับโปรแกรมอื่น"))
@option("--check-text", metavar="REPORT.txt", type=FILE, help=mark("ตรวจตัวเลขในข้อความของรายงานเก่า"))
def score(file: Path, as_json: bool, check_text: Path | None) -> None:
    """Show the result, or check a text against it."""
    with opened(file) as workspace:
        result = workspace.results.result()
        small_cell = workspace.settings.small_cell()
    if check_text is not None:
        _check_text(result, check_text, small_cell)
    elif as_json:
        from ita_desktop.cli.score_json import score_json

        click.echo(json.dumps(score_json(result), ensure_ascii=False, indent=2))
    else:
        from ita_desktop.cli.score_table import score_text

        click.echo(score_text(result))


def _check_text(result: YearResult, path: Path, small_cell: int) -> None:
    """Say of every number in a text whether it is what the text takes it for."""
    from ita_desktop.services.claims import check_text, read_text
    from ita_desktop.wording.claims import verdict_words

    verdicts = check_text(result, read_text(path), small_cell)
    for verdict in verdicts:
        click.echo(f"{verdict.claim.line}\n  → {verdict_words(verdict)}")
    if not verdicts:
        click.echo(tr("ไม่พบตัวเลขทศนิยมในข้อความ"))
