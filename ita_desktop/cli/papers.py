"""`print` and `typeset`: papers of the year, and free text set as an official paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ita_desktop.cli.output import checked_output, write_output
from ita_desktop.cli.program import blank_office, opened
from ita_desktop.cli.thai_click import FILE, Command, Serials, option
from ita_desktop.support.language import mark, tr

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.services.workspace import Workspace

DEFAULT_FONT = "laksaman"


class FontName(click.ParamType[str]):
    """A family of the program or of the machine, or the file of a TrueType font."""

    name = "font"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Take a file as it is: the paper says what is wrong with it. A name must be known."""
        from ita_desktop.services.fonts import families

        if not value.lower().endswith(".ttf") and value not in (known := families()):
            told = tr("ไม่มี “{value}” ใช้ได้: {known}").format(value=value, known=", ".join(known))
            self.fail(told, param, ctx)
        return value


FONT_HELP = mark("แบบอักษร: laksaman (ปกติ), sarabun, TH Sarabun ที่มีในเครื่อง หรือไฟล์ .ttf")


@click.command(name="print", cls=Command, help=mark("พิมพ์เอกสารของปีเป็น PDF"))
@click.argument("file", metavar="[FILE.ita", required=False, type=FILE)
@click.argument("document", metavar="DOCUMENT]", required=False)
@option(
    "-o",
    "out",
    metavar="OUT.pdf",
    type=FILE,
    help=mark("ไฟล์ PDF ที่จะเขียน (เขียนทับของเดิม)"),
)
@option("--serials", type=Serials(), metavar="1-300", help=mark("เลขที่แบบที่พิมพ์ลงในแบบสอบถาม"))
@option("--font", type=FontName(), metavar="FONT", help=mark("แบบอักษรของบันทึกข้อความและรายงาน"))
@option("--list", "list_documents", is_flag=True, help=mark("แสดงรายชื่อเอกสารที่พิมพ์ได้"))
def print_(
    file: Path | None,
    document: str | None,
    out: Path | None,
    serials: range | None,
    font: str | None,
    list_documents: bool,
) -> None:
    """Print a document."""
    if list_documents:
        _list(file)
        return
    if file is None or document is None or out is None:
        raise click.UsageError(tr("ให้ระบุ FILE.ita DOCUMENT และ -o OUT.pdf หรือใช้ --list"))
    checked_output(out, ".pdf")
    with opened(file) as workspace:
        data = _rendered(workspace, document, serials, font)
    write_output(out, data)
    click.echo(tr("เขียน {path} แล้ว").format(path=out))


def _rendered(workspace: Workspace, document: str, serials: range | None, font: str | None) -> bytes:
    """Set a document; forms that a machine reads keep their own font, so one is refused for them."""
    if serials:
        return workspace.forms.numbered(document, serials)
    if font is None:
        return workspace.printing.render(document)
    papers = [kind.code for kind in workspace.papers.kinds()]
    if document not in papers:
        raise click.UsageError(tr("--font ใช้ได้กับ {known}").format(known=", ".join(papers)))
    return workspace.papers.render(document, font)


def _list(file: Path | None) -> None:
    """Name what can be printed: from a file, or for the newest instrument where none is given."""
    from ita_desktop.cli.tables import text_table
    from ita_desktop.wording.papers import paper_name

    with opened(file) if file is not None else blank_office() as workspace:
        rows = [(kind.code, paper_name(kind.code, kind.title)) for kind in workspace.printing.kinds()]
    click.echo(text_table((tr("ชื่อสั้น"), tr("เอกสาร")), rows))


@click.command(cls=Command, help=mark("จัดหน้าข้อความ Markdown เป็นเอกสารราชการ PDF"))
@click.argument("text", metavar="TEXT.md", type=FILE)
@option(
    "-o",
    "out",
    metavar="OUT.pdf",
    required=True,
    type=FILE,
    help=mark("ไฟล์ PDF ที่จะเขียน (เขียนทับของเดิม)"),
)
@option("--font", type=FontName(), metavar="FONT", default=DEFAULT_FONT, help=FONT_HELP)
def typeset(text: Path, out: Path, font: str) -> None:
    """Set free text."""
    checked_output(out, ".pdf")
    from ita_desktop.services.papers import typeset_text
    from ita_desktop.support import clock

    write_output(out, typeset_text(text, clock.now(), font))
    click.echo(tr("เขียน {path} แล้ว").format(path=out))
