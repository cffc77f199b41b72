"""Set the same Thai text with this program and its peers, side by side, and print what came out.

    python -m benchmarks.typesetting [--text FILE] [--rounds N] [--long] [--pictures DIR]

FILE holds paragraphs parted by empty lines; without it an invented text of 118 paragraphs is made. Peers:
Typst and WeasyPrint (group `bench`), LibreOffice and Chromium where installed. Readers: pdfium, MuPDF,
poppler where installed, pdf.js where PDFJS_DIST names an unpacked pdfjs-dist package. Cold is a new
process; warm is the same one again.
"""

from __future__ import annotations

import argparse
import html
import importlib.util
import json
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pymupdf

from ita_desktop.documents.typeset import BODY, DocumentInfo, Paragraph, render
from tests.documents.typeset.gauges import breaks_inside_words, widest_gaps
from tests.documents.typeset.prose import invented
from tests.documents.typeset.readers import BARE, readers, squeeze

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FONTS = Path(__file__).resolve().parents[1] / "resources" / "fonts"
DAY = datetime(2025, 10, 1, tzinfo=UTC)


@dataclass(slots=True)
class Engine:
    """One way to set the text.

    `once` is called warm, `cold` is a command for a new process that writes `out`.
    """

    name: str
    cold: list[str]
    out: Path
    once: Callable[[int], bytes] | None = None


@dataclass(slots=True)
class Measured:
    """What one engine did."""

    name: str
    cold: float = 0.0
    memory_mb: float = 0.0
    warm: float | None = None
    pages: int = 0
    exact: dict[str, int] = field(default_factory=dict)
    widest: tuple[float, float] = (0.0, 0.0)
    inside_words: str = "-"


def our_pdf(paragraphs: Sequence[str]) -> bytes:
    """Set the text with this program."""
    info = DocumentInfo("benchmark", created=DAY)
    return render([Paragraph(text, BODY) for text in paragraphs], info=info, page=BARE)


def typst_source(paragraphs: Sequence[str], spacing: float = 6.0) -> str:
    """The text in Typst's language; every mark that Typst would take for markup is escaped."""
    head = (
        '#set page(paper: "a4", margin: (left: 3cm, right: 2cm, top: 2.5cm, bottom: 2cm))\n'
        '#set text(font: "Laksaman", size: 10.64pt, lang: "th", top-edge: 15.3pt, bottom-edge: -5.5pt)\n'
        "#set par(justify: true, leading: 0pt, first-line-indent: (amount: 2.5cm, all: true))\n"
        f"#set par(spacing: {spacing}pt)\n"
    )
    return head + "\n\n".join(re.sub(r"([^\w\s\u0e00-\u0e7f])", r"\\\1", text) for text in paragraphs)


def html_source(paragraphs: Sequence[str]) -> str:
    """The text as a page for WeasyPrint, Chromium and LibreOffice."""
    style = (
        f"@font-face {{ font-family: L; src: url('{(FONTS / 'Laksaman.ttf').as_uri()}') }}"
        "@page { size: A4; margin: 25mm 20mm 20mm 30mm } body { margin: 0; font: 10.64pt/20.8pt L, Laksaman }"
        "p { text-align: justify; text-indent: 25mm; margin: 6pt 0 }"
    )
    body = "".join(f"<p>{html.escape(text)}</p>" for text in paragraphs)
    head = f'<!doctype html><html lang="th"><meta charset="utf-8"><style>{style}</style>'
    return f"{head}<body>{body}</body></html>"


def engines(paragraphs: Sequence[str], folder: Path) -> list[Engine]:
    """All engines that this machine has; sources lie in `folder`."""
    text, typ, page = folder / "text.json", folder / "text.typ", folder / "text.html"
    text.write_text(json.dumps(paragraphs), encoding="utf-8")
    typ.write_text(typst_source(paragraphs), encoding="utf-8")
    page.write_text(html_source(paragraphs), encoding="utf-8")
    python = sys.executable
    found = [
        Engine("this program", [python, "-c", _OWN, str(text), str(folder / "own.pdf")], folder / "own.pdf")
    ]
    found[0].once = lambda _round: our_pdf(paragraphs)
    if importlib.util.find_spec("typst"):
        import typst

        compiler = typst.Compiler(str(typ), font_paths=[str(FONTS)])
        out = folder / "typst.pdf"
        engine = Engine("Typst", [python, "-c", _TYPST, str(typ), str(FONTS), str(out)], out)
        engine.once = lambda turn: _typst(compiler, typst_source(paragraphs, 6 + turn / 100))
        found.append(engine)
    if importlib.util.find_spec("weasyprint"):
        out = folder / "weasyprint.pdf"
        engine = Engine("WeasyPrint", [python, "-c", _WEASYPRINT, str(page), str(out)], out)
        engine.once = lambda _round: _weasyprint(page)
        found.append(engine)
    return found + _programs(page, folder)


_OWN = """
import json, sys, datetime
from ita_desktop.documents.typeset import BODY, DocumentInfo, PageSetup, Paragraph, render
texts = json.load(open(sys.argv[1], encoding="utf-8"))
info = DocumentInfo("benchmark", created=datetime.datetime(2025, 10, 1, tzinfo=datetime.UTC))
pdf = render([Paragraph(t, BODY) for t in texts], info=info, page=PageSetup(page_number=None))
open(sys.argv[2], "wb").write(pdf)
"""
_WEIGH = """
import resource, subprocess, sys, time
start = time.perf_counter()
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
print(time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
_TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[3], font_paths=[sys.argv[2]])"
_WEASYPRINT = "import sys, weasyprint; weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2])"


def _typst(compiler: Any, source: str) -> bytes:  # noqa: ANN401 - imported only where installed
    """Compile a source that differs each time a little, so that Typst cannot answer from memory."""
    return bytes(compiler.compile(source.encode()))


def _weasyprint(page: Path) -> bytes:
    import weasyprint

    return bytes(weasyprint.HTML(str(page)).write_pdf())


def _programs(page: Path, folder: Path) -> list[Engine]:
    """LibreOffice and Chromium, if they are installed."""
    found = []
    if office := shutil.which("soffice") or shutil.which("libreoffice"):
        command = [
            office,
            "--headless",
            "--convert-to",
            "pdf:writer_web_pdf_Export",
            "--outdir",
            str(folder),
            str(page),
        ]
        found.append(Engine("LibreOffice", command, folder / "text.pdf"))
    browsers = ("chromium", "chromium-browser", "google-chrome")
    if browser := next((path for name in browsers if (path := shutil.which(name))), None):
        out = folder / "chromium.pdf"
        flags = ["--headless", "--no-sandbox", "--no-pdf-header-footer", f"--print-to-pdf={out}"]
        found.append(Engine("Chromium", [browser, *flags, page.as_uri()], out))
    return found


def timed_process(command: list[str]) -> tuple[float, float]:
    """Seconds and peak megabytes of a new process, started by a small one: memory is inherited at a start."""
    root = Path(__file__).resolve().parents[1]
    done = subprocess.run(
        [sys.executable, "-S", "-c", _WEIGH, *command], capture_output=True, check=True, text=True, cwd=root
    )
    seconds, kilobytes = done.stdout.split()[-2:]
    return float(seconds), int(kilobytes) / 1024


def measure(engine: Engine, paragraphs: Sequence[str], rounds: int) -> Measured:
    """Run one engine cold and warm, then read its PDF back with every reader."""
    result = Measured(engine.name)
    runs = [timed_process(engine.cold) for _ in range(rounds)]
    result.cold = statistics.median(seconds for seconds, _ in runs)
    result.memory_mb = max(memory for _, memory in runs)
    if engine.once is not None:
        engine.once(0)
        result.warm = statistics.median(_seconds(engine.once, turn + 1) for turn in range(rounds))
    pdf = engine.out.read_bytes()
    for name, read in readers().items():
        text = squeeze(read(pdf))
        result.exact[name] = sum(squeeze(paragraph) in text for paragraph in paragraphs)
    result.widest, result.pages = widest_gaps(pdf)
    result.inside_words = breaks_inside_words(pdf, paragraphs)
    return result


def _seconds(once: Callable[[int], bytes], turn: int) -> float:
    start = time.perf_counter()
    once(turn)
    return time.perf_counter() - start


def report(results: Sequence[Measured], paragraphs: Sequence[str]) -> None:
    """Print one row for each engine."""
    names = list(results[0].exact)
    print(
        f"{len(paragraphs)} paragraphs, {sum(map(len, paragraphs)):,} letters; exact paragraphs by reader\n"
    )
    head = [
        "engine",
        "cold s",
        "warm s",
        "pages/s warm",
        "peak MB",
        *names,
        "widest gap em",
        "mean",
        "breaks in words",
    ]
    print("| " + " | ".join(head) + " |")
    print("|" + "---|" * len(head))
    for one in results:
        warm = "-" if one.warm is None else f"{one.warm:.3f}"
        rate = "-" if one.warm is None else f"{one.pages / one.warm:.0f}"
        row = [
            one.name,
            f"{one.cold:.2f}",
            warm,
            rate,
            f"{one.memory_mb:.0f}",
            *(str(one.exact[n]) for n in names),
        ]
        print(
            "| " + " | ".join([*row, f"{one.widest[0]:.2f}", f"{one.widest[1]:.2f}", one.inside_words]) + " |"
        )


def report_growth(paragraphs: Sequence[str]) -> None:
    """Set the text many times over: time a page and peak memory must stay as they are."""
    print("\n| pages | seconds | ms a page | peak MB |\n|---|---|---|---|")
    for times in (1, 10, 20, 40):
        with tempfile.TemporaryDirectory() as name:
            text, out = Path(name) / "t.json", Path(name) / "o.pdf"
            text.write_text(json.dumps(list(paragraphs) * times), encoding="utf-8")
            seconds, memory = timed_process([sys.executable, "-c", _OWN, str(text), str(out)])
            with pymupdf.open(out) as document:
                pages = len(document)
        print(f"| {pages} | {seconds:.2f} | {1000 * seconds / pages:.1f} | {memory:.0f} |")


def save_pictures(found: Sequence[Engine], folder: Path) -> None:
    """Render the second page of each engine's PDF, for the eye."""
    folder.mkdir(parents=True, exist_ok=True)
    for engine in found:
        with pymupdf.open(engine.out) as document:
            name = engine.name.lower().replace(" ", "-")
            document[min(1, len(document) - 1)].get_pixmap(dpi=96).save(folder / f"{name}.png")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--text", type=Path, help="paragraphs parted by empty lines")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--long", action="store_true", help="also set up to 40 times the text")
    parser.add_argument("--pictures", type=Path, help="folder for a picture of one page by each engine")
    wanted = parser.parse_args()
    paragraphs = (
        invented() if wanted.text is None else wanted.text.read_text(encoding="utf-8").strip().split("\n\n")
    )
    with tempfile.TemporaryDirectory() as name:
        found = engines(paragraphs, Path(name))
        report([measure(engine, paragraphs, wanted.rounds) for engine in found], paragraphs)
        if wanted.pictures:
            save_pictures(found, wanted.pictures)
    if wanted.long:
        report_growth(paragraphs)


if __name__ == "__main__":
    main()
