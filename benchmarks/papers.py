"""What writing a paper costs: one key on twenty pages, forty photographs, a long report.

    python3 dev.py bench papers

Goals: a key costs 200 ms of processor time until the pages are set, so that showing them keeps 300 ms; forty
photographs of twelve megapixels make a PDF below 15 MB in bounded memory. Exit 1 if a goal is missed.
"""

from __future__ import annotations

import io
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from ita_desktop.documents.paperwork.writing import heading, table
from ita_desktop.domain.paperwork.keys import text_of, tidy
from ita_desktop.domain.paperwork.richtext import Document, Note, Paragraph, Picture, Run, Section, text
from tests.documents.sample import filled_office

if TYPE_CHECKING:
    from ita_desktop.domain.paperwork.richtext import Block
    from ita_desktop.services.paperwork.paperwork import Paperwork

SENTENCE = (
    "เทศบาลตำบลตัวอย่างได้ดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงานอย่างต่อเนื่อง "
    "และรายงานผลต่อผู้บริหารทุกเดือน "
)
KEY_GOAL_MS, PHOTO_GOAL_MB, MEMORY_GOAL_MB = 200.0, 15.0, 400.0
KEYS = 20


def paper(pages: int) -> Document:
    """A paper of about so many pages: headings, paragraphs with notes, a table on each page."""
    blocks: list[Block] = []
    for page in range(pages):
        blocks.append(heading(f"เรื่องที่ {page + 1}", 1))
        for number in range(4):
            note = Note((Run(f"คำอธิบาย {page}.{number}"),))
            blocks.append(Paragraph((Run(f"{page}.{number} {SENTENCE * 4}"), note)))
        blocks.append(
            table((1, 5, 2), [["ข้อ", "รายการ", "ผล"], *([str(n), SENTENCE, "ครบ"] for n in range(3))])
        )
    return tidy(Document((Section(tuple(blocks)),)))


def typed(document: Document, number: int) -> Document:
    """The paper with one more letter in a paragraph of its middle."""
    blocks = document.sections[0].blocks
    place = next(i for i in range(len(blocks) // 2, len(blocks)) if isinstance(blocks[i], Paragraph))
    block = blocks[place]
    letters = (Run("ก" * (number + 1)), *text_of(block))
    changed = (*blocks[:place], Paragraph(letters, key=block.key), *blocks[place + 1 :])
    return tidy(Document((Section(changed),)))


def one_key(desk: Paperwork) -> float:
    """Milliseconds of processor time from a key to the pages, the median of some."""
    document = paper(20)
    made = desk.pages.set("study-visit", {}, document)
    print(f"paper of {made.pages} pages, {len(made.pdf) / 1000:.0f} kB")
    times, busy = [], []
    for number in range(KEYS):
        began, worked = time.perf_counter(), time.process_time()
        desk.pages.set("study-visit", {}, typed(document, number))
        times.append((time.perf_counter() - began) * 1000)
        busy.append((time.process_time() - worked) * 1000)
    median, worst, work = statistics.median(times), max(times), statistics.median(busy)
    print(f"one key: median {median:.0f} ms, worst {worst:.0f} ms")
    print(f"of the processor: {work:.0f} ms (goal {KEY_GOAL_MS:.0f} ms)")
    return work


def photographs(desk: Paperwork) -> tuple[float, float]:
    """Megabytes of a PDF with forty photographs, and of memory at most."""
    blocks: list[Picture] = []
    began = time.perf_counter()
    for number in range(40):
        picture = Image.effect_noise((1000, 750), 40.0 + number).convert("RGB").resize((4000, 3000))
        packed = io.BytesIO()
        picture.save(packed, "JPEG", quality=90)
        blocks.append(Picture(desk.pictures.add(packed.getvalue()).sha256, 150.0, text("ภาพกิจกรรม")))
    taken = time.perf_counter() - began
    document = tidy(Document((Section(tuple(blocks)),)))
    began = time.perf_counter()
    made = desk.pages.set("study-visit", {}, document)
    first = time.perf_counter() - began
    began = time.perf_counter()
    desk.pages.set("study-visit", {"subject": "อีกครั้ง"}, document)
    again = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = len(made.pdf) / 1e6
    times = f"taken in {taken:.1f} s, set in {first:.1f} s, again in {again * 1000:.0f} ms"
    print(f"40 photographs of 12 MP: {times}, {size:.1f} MB (goal {PHOTO_GOAL_MB:.0f} MB)")
    print(f"peak memory {peak:.0f} MB (goal {MEMORY_GOAL_MB:.0f} MB)")
    return size, peak


def long_paper(desk: Paperwork) -> None:
    """Seconds for a paper of some 300 pages, and for one key in it."""
    document = paper(290)
    began = time.perf_counter()
    made = desk.pages.set("study-visit", {}, document)
    whole = time.perf_counter() - began
    began = time.perf_counter()
    desk.pages.set("study-visit", {}, typed(document, 1))
    print(f"{made.pages} pages: {whole:.1f} s, one key {time.perf_counter() - began:.1f} s")


def main() -> int:
    """Measure all; 1 if a goal is missed."""
    with tempfile.TemporaryDirectory() as folder:
        office = filled_office(Path(folder))
        desk = office.paperwork
        key = one_key(desk)
        size, peak = photographs(desk)
        long_paper(desk)
        office.close()
    return int(key > KEY_GOAL_MS or size > PHOTO_GOAL_MB or peak > MEMORY_GOAL_MB)


if __name__ == "__main__":
    sys.exit(main())
