"""Set the same Thai text with this program and its peers, side by side, and print what came out.

    python -m benchmarks.typesetting [--text FILE] [--rounds N] [--long] [--pictures DIR]

FILE holds paragraphs parted by empty lines; without it an invented text of 118 paragraphs is made. Peers: see
`benchmarks.typesetters`. Readers: pdfium, MuPDF, poppler where installed, pdf.js where PDFJS_DIST names an
unpacked pdfjs-dist package. Cold is a new process; warm is the same one again. Every engine runs once before
it is measured, so that its files are in the machine's memory and its profile is made.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pymupdf

from benchmarks.typesetters import OWN, engines
from tests.documents.typeset.gauges import breaks_inside_words, widest_gaps
from tests.documents.typeset.prose import invented
from tests.documents.typeset.readers import readers, squeeze

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchmarks.typesetters import Engine

COPIES = 5
"""How often a program that cannot be called sets the text in one process, beside once."""


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


_WEIGH = """
import resource, subprocess, sys, time
start = time.perf_counter()
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
print(time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def timed_process(command: list[str], environment: dict[str, str] | None = None) -> tuple[float, float]:
    """Seconds and peak megabytes of a new process, started by a small one: memory is inherited at a start.

    Of a program that starts others the megabytes are those of its largest process.
    """
    root = Path(__file__).resolve().parents[1]
    done = subprocess.run(
        [sys.executable, "-S", "-c", _WEIGH, *command],
        capture_output=True,
        check=True,
        text=True,
        cwd=root,
        env=environment or None,
    )
    seconds, kilobytes = done.stdout.split()[-2:]
    return float(seconds), int(kilobytes) / 1024


def measure(engine: Engine, paragraphs: Sequence[str], rounds: int) -> Measured:
    """Run one engine cold and warm, then read its PDF back with every reader."""
    result = Measured(engine.name)
    timed_process(engine.cold, engine.environment)
    runs = [timed_process(engine.cold, engine.environment) for _ in range(rounds)]
    result.cold = statistics.median(seconds for seconds, _ in runs)
    result.memory_mb = max(memory for _, memory in runs)
    result.warm = _warm(engine, rounds)
    pdf = engine.out.read_bytes()
    for name, read in readers().items():
        text = squeeze(read(pdf))
        result.exact[name] = sum(squeeze(paragraph) in text for paragraph in paragraphs)
    result.widest, result.pages = widest_gaps(pdf)
    result.inside_words = breaks_inside_words(pdf, paragraphs)
    return result


def _warm(engine: Engine, rounds: int) -> float | None:
    """Seconds for the text once more in a process that has set it already; None where none can be asked."""
    if engine.once is not None:
        engine.once(0)
        return statistics.median(_seconds(engine.once, turn + 1) for turn in range(rounds))
    if engine.copies is not None:
        once, often = (
            statistics.median(
                timed_process(engine.copies(count), engine.environment)[0] for _ in range(rounds)
            )
            for count in (1, 1 + COPIES)
        )
        return (often - once) / COPIES
    return None


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
            seconds, memory = timed_process([sys.executable, "-c", OWN, str(text), str(out)])
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
