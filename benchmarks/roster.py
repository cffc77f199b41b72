"""A roster of a hundred thousand people: taking it in beside plain openpyxl, finding in it beside plain SQL.

    python3 dev.py bench roster [ROWS]

Prints the time per row of reading the workbook with openpyxl alone, of looking it over and of taking it in;
the latency of a search as it is typed beside a bare LIKE on the same file; and the peak memory of the run.
"""

from __future__ import annotations

import random
import resource
import sqlite3
import statistics
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import Workbook, load_workbook

from ita_desktop.domain.office import Office
from ita_desktop.domain.roster import RosterKind
from ita_desktop.services import workspace
from ita_desktop.services.importing import ImportKind
from ita_desktop.services.instruments import instrument_text
from ita_desktop.support.clock import now

if TYPE_CHECKING:
    from collections.abc import Callable

ROWS = 100_000
SYLLABLES = (
    "กา",
    "ขิม",
    "คำ",
    "งาม",
    "จันทร์",
    "ชม",
    "ดาว",
    "ต้น",
    "ทอง",
    "น้ำ",
    "บุญ",
    "ปิ่น",
    "พร",
    "มณี",
    "รุ่ง",
    "สม",
)
WORDS = ("น้ำ", "นา", "ทอง", "คลัง", "081", "กองช่าง บุญ")
PAGE = 60
"""Lines that a window shows at once."""


def main() -> None:
    """Measure, and print."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with tempfile.TemporaryDirectory() as folder:
        book = _book(Path(folder) / "roster.xlsx", rows)
        plain = _seconds(lambda: _plain(book))
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        path = Path(folder) / "office.ita"
        office = workspace.create(path, Office("เทศบาลตัวอย่าง"), instrument_text(2568), now)
        look = _seconds(lambda: office.importing.preview(ImportKind.ROSTER_INTERNAL, book))
        take = _seconds(lambda: office.importing.apply(ImportKind.ROSTER_INTERNAL, book))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        per = 1e6 / rows
        print(f"rows                     {rows}")
        print(f"openpyxl alone           {plain * per:8.1f} µs/row")
        print(f"look over (preview)      {look * per:8.1f} µs/row   {look / plain:5.2f} x")
        print(f"take in after preview    {take * per:8.1f} µs/row   {take / plain:5.2f} x")
        print(f"both (goal 1.50)         {(look + take) * per:8.1f} µs/row   {(look + take) / plain:5.2f} x")
        print(f"peak memory              {peak / 1024:8.0f} MB (before the import {before / 1024:.0f})")
        ours = _median(lambda word: _search(office, word))
        office.close()
        with closing(sqlite3.connect(path)) as connection:
            bare = _median(lambda word: _like(connection, word))
        print(f"search, first page       {ours * 1e3:8.1f} ms")
        print(f"plain SQL LIKE           {bare * 1e3:8.1f} ms       {ours / bare:5.2f} x")


def _book(path: Path, rows: int) -> Path:
    """Write a roster as offices write them."""
    chance = random.Random(2568)  # noqa: S311 - sample data
    book = Workbook(write_only=False)
    sheet = book.worksheets[0]
    sheet.append(["บัญชีรายชื่อเจ้าหน้าที่"])
    sheet.append(["ลำดับ", "ชื่อ - สกุล", "ตำแหน่ง", "สังกัด", "ประเภท", "วัน เดือน ปี ที่บรรจุ", "เบอร์โทร"])

    def word(count: int) -> str:
        return "".join(chance.choice(SYLLABLES) for _ in range(count))

    for number in range(1, rows + 1):
        name = f"{chance.choice(('นาย', 'นาง', 'นางสาว', 'น.ส.'))}{word(3)} {word(4)}"
        day = f"{chance.randint(1, 28)}/{chance.randint(1, 12)}/{chance.randint(2540, 2566)}"
        phone = f"08{chance.randint(0, 9)}-{chance.randint(100, 999)}-{chance.randint(1000, 9999)}"
        division = f"กอง{chance.choice(('คลัง', 'ช่าง', 'การศึกษา', 'สวัสดิการสังคม'))}"
        level = chance.choice(("ข้าราชการ", "พนักงานจ้างตามภารกิจ", "หัวหน้าฝ่าย"))
        sheet.append([number, name, chance.choice(("นิติกร", "คนงาน")), division, level, day, phone])
    book.save(path)
    return path


def _plain(path: Path) -> int:
    """Read every cell with openpyxl's own fastest way."""
    book = load_workbook(path, read_only=True)
    count = sum(1 for sheet in book for _ in sheet.iter_rows(values_only=True))
    book.close()
    return count


def _search(office: workspace.Workspace, word: str) -> int:
    """Find, and read the first page, as the window does."""
    keys = office.roster.keys(RosterKind.INTERNAL, word)
    return len(office.roster.internal_of(keys[:PAGE]))


def _like(connection: sqlite3.Connection, word: str) -> int:
    """Find by a bare LIKE in one column and read the first page, in order of the name."""
    keys = connection.execute(
        "SELECT id FROM internal_person WHERE year = 2568 AND name LIKE ? ORDER BY name", (f"%{word}%",)
    ).fetchall()
    some = [key for (key,) in keys[:PAGE]]
    marks = ",".join("?" * len(some))
    return len(
        connection.execute(f"SELECT * FROM internal_person WHERE id IN ({marks})", some).fetchall()  # noqa: S608
    )


def _median(search: Callable[[str], int]) -> float:
    """Return the median seconds of searches for several words."""
    return statistics.median(_seconds(lambda word=word: search(word)) for word in WORDS for _ in range(3))  # type: ignore[misc]


def _seconds(work: Callable[[], object]) -> float:
    """Return how long some work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
