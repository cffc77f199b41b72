"""The engines that `benchmarks.typesetting` compares: the same text in each one's language, cold and warm.

Typst and WeasyPrint are in the group `bench`; LibreOffice and Chromium are used where they are installed. All
get the same font, size, line spacing and measure. LibreOffice and Chromium find the font through fontconfig.
"""

from __future__ import annotations

import html
import importlib.util
import json
import os
import re
import shutil
import sys
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ita_desktop.documents.typeset import BODY, DocumentInfo, Paragraph, render
from tests.documents.typeset.readers import BARE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FONTS = Path(__file__).resolve().parents[1] / "resources" / "fonts"
DAY = datetime(2025, 10, 1, tzinfo=UTC)


@dataclass(slots=True)
class Engine:
    """One way to set the text.

    `cold` is a command for a new process that writes `out`. Warm is `once`, called in this process; a program
    that cannot be called has `copies`, a command that sets the text so many times in one process.
    """

    name: str
    cold: list[str]
    out: Path
    once: Callable[[int], bytes] | None = None
    copies: Callable[[int], list[str]] | None = None
    environment: dict[str, str] = field(default_factory=dict)


def engines(paragraphs: Sequence[str], folder: Path) -> list[Engine]:
    """All engines that this machine has; sources lie in `folder`."""
    makers = (_own, _typst, _weasyprint, _libreoffice, _chromium)
    return [engine for make in makers if (engine := make(paragraphs, folder)) is not None]


OWN = """
import json, sys, datetime
from ita_desktop.documents.typeset import BODY, DocumentInfo, PageSetup, Paragraph, render
texts = json.load(open(sys.argv[1], encoding="utf-8"))
info = DocumentInfo("benchmark", created=datetime.datetime(2025, 10, 1, tzinfo=datetime.UTC))
pdf = render([Paragraph(t, BODY) for t in texts], info=info, page=PageSetup(page_number=None))
open(sys.argv[2], "wb").write(pdf)
"""
_TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[3], font_paths=[sys.argv[2]])"
_WEASYPRINT = "import sys, weasyprint; weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2])"


def own_pdf(paragraphs: Sequence[str]) -> bytes:
    """Set the text with this program."""
    info = DocumentInfo("benchmark", created=DAY)
    return render([Paragraph(text, BODY) for text in paragraphs], info=info, page=BARE)


def _own(paragraphs: Sequence[str], folder: Path) -> Engine:
    source, out = folder / "text.json", folder / "own.pdf"
    source.write_text(json.dumps(paragraphs), encoding="utf-8")
    command = [sys.executable, "-c", OWN, str(source), str(out)]
    return Engine("this program", command, out, once=lambda _turn: own_pdf(paragraphs))


def _typst(paragraphs: Sequence[str], folder: Path) -> Engine | None:
    """Typst gets a source that differs each time a little, so that it cannot answer from memory."""
    if importlib.util.find_spec("typst") is None:
        return None
    import typst

    source, out = folder / "text.typ", folder / "typst.pdf"
    source.write_text(_typst_source(paragraphs), encoding="utf-8")
    compiler: Any = typst.Compiler(str(source), font_paths=[str(FONTS)])
    command = [sys.executable, "-c", _TYPST, str(source), str(FONTS), str(out)]
    return Engine(
        "Typst",
        command,
        out,
        once=lambda turn: bytes(compiler.compile(_typst_source(paragraphs, 6 + turn / 100).encode())),
    )


def _typst_source(paragraphs: Sequence[str], spacing: float = 6.0) -> str:
    """The text in Typst's language; every mark that Typst would take for markup is escaped."""
    head = (
        '#set page(paper: "a4", margin: (left: 3cm, right: 2cm, top: 2.5cm, bottom: 2cm))\n'
        '#set text(font: "Laksaman", size: 10.64pt, lang: "th", top-edge: 15.3pt, bottom-edge: -5.5pt)\n'
        "#set par(justify: true, leading: 0pt, first-line-indent: (amount: 2.5cm, all: true))\n"
        f"#set par(spacing: {spacing}pt)\n"
    )
    return head + "\n\n".join(re.sub(r"([^\w\s\u0e00-\u0e7f])", r"\\\1", text) for text in paragraphs)


def _weasyprint(paragraphs: Sequence[str], folder: Path) -> Engine | None:
    if importlib.util.find_spec("weasyprint") is None:
        return None
    import weasyprint

    page, out = folder / "weasyprint.html", folder / "weasyprint.pdf"
    page.write_text(_html_source(paragraphs), encoding="utf-8")
    command = [sys.executable, "-c", _WEASYPRINT, str(page), str(out)]
    return Engine(
        "WeasyPrint", command, out, once=lambda _turn: bytes(weasyprint.HTML(str(page)).write_pdf())
    )


def _html_source(paragraphs: Sequence[str]) -> str:
    """The text as a web page."""
    style = (
        f"@font-face {{ font-family: L; src: url('{(FONTS / 'Laksaman.ttf').as_uri()}') }}"
        "@page { size: A4; margin: 25mm 20mm 20mm 30mm } body { margin: 0; font: 10.64pt/20.8pt L, Laksaman }"
        "p { text-align: justify; text-indent: 25mm; margin: 6pt 0 }"
    )
    body = "".join(f"<p>{html.escape(text)}</p>" for text in paragraphs)
    head = f'<!doctype html><html lang="th"><meta charset="utf-8"><style>{style}</style>'
    return f"{head}<body>{body}</body></html>"


def _libreoffice(paragraphs: Sequence[str], folder: Path) -> Engine | None:
    """LibreOffice, with a profile of its own, from a text in its own flat format."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        return None
    source, names = _fodt_source(paragraphs), [folder / f"office{number}.fodt" for number in range(10)]
    for name in names:
        name.write_text(source, encoding="utf-8")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    options = [
        office,
        profile,
        "--headless",
        "--convert-to",
        "pdf:writer_pdf_Export",
        "--outdir",
        str(folder),
    ]
    return Engine(
        "LibreOffice",
        [*options, str(names[0])],
        names[0].with_suffix(".pdf"),
        copies=lambda count: [*options, *map(str, names[:count])],
        environment=_font_environment(folder),
    )


def _fodt_source(paragraphs: Sequence[str]) -> str:
    """The text as flat OpenDocument: what a person would type into Writer, justified."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"'
        for name, urn in (
            ("office", "office"),
            ("style", "style"),
            ("text", "text"),
            ("fo", "xsl-fo-compatible"),
            ("svg", "svg-compatible"),
        )
    )
    body = "".join(f'<text:p text:style-name="B">{html.escape(text)}</text:p>' for text in paragraphs)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {spaces} office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.text"><office:font-face-decls>'
        '<style:font-face style:name="L" svg:font-family="Laksaman"/></office:font-face-decls>'
        '<office:styles><style:style style:name="B" style:family="paragraph"><style:paragraph-properties '
        'fo:text-align="justify" fo:text-indent="25mm" fo:margin-top="6pt" fo:line-height="20.8pt"/>'
        '<style:text-properties style:font-name="L" style:font-name-complex="L" fo:font-size="10.64pt" '
        'style:font-size-complex="10.64pt" style:language-complex="th" style:country-complex="TH"/>'
        '</style:style></office:styles><office:automatic-styles><style:page-layout style:name="P">'
        '<style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" fo:margin-left="30mm" '
        'fo:margin-right="20mm" fo:margin-top="25mm" fo:margin-bottom="20mm"/></style:page-layout>'
        '</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" '
        'style:page-layout-name="P"/></office:master-styles>'
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    )


def _chromium(paragraphs: Sequence[str], folder: Path) -> Engine | None:
    names = ("chromium", "chromium-browser", "google-chrome")
    browser = next((path for name in names if (path := shutil.which(name))), None)
    if browser is None:
        return None
    page, out = folder / "chromium.html", folder / "chromium.pdf"
    page.write_text(_html_source(paragraphs), encoding="utf-8")
    flags = ["--headless", "--no-sandbox", "--no-pdf-header-footer", f"--print-to-pdf={out}"]
    return Engine("Chromium", [browser, *flags, page.as_uri()], out)


def _font_environment(folder: Path) -> dict[str, str]:
    """An environment in which fontconfig knows the bundled fonts as well as the machine's."""
    config = folder / "fonts.conf"
    config.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f'<include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{FONTS}</dir>'
        f"<cachedir>{folder / 'fontcache'}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    return {**os.environ, "FONTCONFIG_FILE": str(config)}
