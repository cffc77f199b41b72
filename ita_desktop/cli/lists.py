"""`ita-desktop list`: the rows that the window shows, for people or for scripts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from ita_desktop.cli.program import opened
from ita_desktop.cli.thai_click import FILE, Command, Words, option
from ita_desktop.support.language import mark, ntr, tr

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.cli.columns import Listing

NAMES = ("roster-internal", "roster-external", "batches", "oit", "measures", "findings", "reports", "effects",
         "calendar", "sent", "received", "set-aside", "documents", "history")  # fmt: skip


@click.command(name="list", cls=Command, help=mark("แสดงรายการในแฟ้มของหน่วยงาน"))
@click.argument("file", metavar="FILE.ita", type=FILE)
@click.argument("what", metavar="WHAT", type=Words(NAMES))
@option("--json", "as_json", is_flag=True, help=mark("แสดงเป็น JSON สำหรับโปรแกรมอื่น"))
def list_(file: Path, what: str, as_json: bool) -> None:
    """List one kind of rows."""
    from ita_desktop.cli.listings import LISTINGS

    listing = LISTINGS[what]
    with opened(file) as workspace:
        rows = listing.rows(workspace)
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        click.echo(_as_text(listing, rows))


def _as_text(listing: Listing, rows: list[dict[str, object]]) -> str:
    """Set the rows as a table, with their number below."""
    from ita_desktop.cli.tables import text_table

    if not rows:
        return tr("ไม่มีรายการ")
    head = [tr(column.head) for column in listing.columns]
    cells = [[column.text(row[column.key]) for column in listing.columns] for row in rows]
    right = frozenset(i for i, column in enumerate(listing.columns) if column.right)
    count = ntr("{count} รายการ", "{count} รายการ", len(rows)).format(count=len(rows))
    return f"{text_table(head, cells, right)}\n{count}"
