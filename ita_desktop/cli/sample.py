"""`ita-desktop demo`: the whole main job on the sample office, into a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ita_desktop.cli.thai_click import FILE, Command
from ita_desktop.support.language import mark, tr

if TYPE_CHECKING:
    from pathlib import Path


@click.command(cls=Command, help=mark("ทำงานทั้งปีกับหน่วยงานตัวอย่าง แล้ววางผลทั้งหมดในโฟลเดอร์"))
@click.argument("folder", metavar="DIR", type=FILE)
def demo(folder: Path) -> None:
    """Write the sample office and everything that comes out of its year."""
    from ita_desktop.cli.demo import make_demo

    for path in make_demo(folder):
        click.echo(tr("เขียน {path}").format(path=path))
