"""`ita-desktop score`: the result of the year, for people or for scripts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from ita_desktop.cli.program import opened
from ita_desktop.cli.thai_click import FILE, Command, option
from ita_desktop.support.language import mark

if TYPE_CHECKING:
    from pathlib import Path


@click.command(cls=Command, help=mark("แสดงผลคะแนนของปี"))
@click.argument("file", metavar="FILE.ita", type=FILE)
@option("--json", "as_json", is_flag=True, help=mark("แสดงเป็น JSON สำหรับโปรแกรมอื่น"))
def score(file: Path, as_json: bool) -> None:
    """Show the result."""
    with opened(file) as workspace:
        result = workspace.results.result()
    if as_json:
        from ita_desktop.cli.score_json import score_json

        click.echo(json.dumps(score_json(result), ensure_ascii=False, indent=2))
    else:
        from ita_desktop.cli.score_table import score_text

        click.echo(score_text(result))
