"""`ita-desktop export`: the year's result and papers as a package for the USB stick."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ita_desktop.cli.program import opened
from ita_desktop.cli.thai_click import FILE, Command, option
from ita_desktop.support.language import mark, tr

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.services.workspace import Workspace


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
def export(file: Path, folder: Path) -> None:
    """Write a package."""
    with opened(file) as workspace:
        _, receipt = workspace.transfer.export(folder, rendered_papers(workspace))
    click.echo(tr("ส่งออก {path} แล้ว ขนาด {size} ไบต์").format(path=receipt.path, size=f"{receipt.size:,}"))
    click.echo(f"SHA-256 {receipt.sha256}")


def rendered_papers(workspace: Workspace) -> dict[str, bytes]:
    """Return every paper of the year as a PDF, by the name that it has in a package."""
    papers = workspace.papers
    return {paper_file(kind.code): papers.render(kind.code) for kind in papers.kinds()}


def paper_file(code: str) -> str:
    """Return the name of a paper's file in a package."""
    return f"{code}.pdf"
