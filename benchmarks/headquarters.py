"""A headquarters with the whole country: time and memory a package from 100 to 7,850, and the national table.

Packages come from generated offices, 750 questionnaires each, as counts. Each is made, received and removed;
only receiving is timed. DuckDB gets the same counts and scores in tables of its own and answers the same two
questions: the mean of every item over all offices, and how often every choice was taken.

    python3 dev.py bench headquarters
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from ita_desktop.domain.scoring import Level
from ita_desktop.models.headquarters.store import APPLICATION_ID
from ita_desktop.services.headquarters import headquarters
from tests.helpers.offices import NOW
from tests.helpers.senders import invented_year, sender

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ita_desktop.services.headquarters.headquarters import Headquarters

SIZES = (100, 1_000, 7_850)
VARIANTS = 24
FORMS = 250  # in each of three parts: 750 an office
RUNS = 3
PROVINCES = 76
WORST_GROWTH = 1.5
WINDOW = 100
"""Packages at the end of each size whose time is told."""


def resident() -> float:
    """What this process holds now, in megabytes."""
    status = Path("/proc/self/status").read_text("ascii")
    line = next(each for each in status.splitlines() if each.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def fill(store: Headquarters, stick: Path, sizes: Sequence[int]) -> dict[int, tuple[float, float]]:
    """Receive packages up to the largest size; return milliseconds a package and megabytes at each size."""
    chance = random.Random(7_850)  # noqa: S311 - repeatable chance, no secret
    years = [invented_year(chance, FORMS) for _ in range(VARIANTS)]
    found, times = dict[int, tuple[float, float]](), list[float]()
    for number in range(1, sizes[-1] + 1):
        office = sender(f"{number:05d}", province=f"จังหวัด {number % PROVINCES:02d}")
        path = office.send(stick, years[number % VARIANTS])
        start = time.perf_counter()
        store.receiving.receive(path)
        times.append(time.perf_counter() - start)
        path.unlink()
        if number in sizes:
            found[number] = (statistics.median(times[-WINDOW:]) * 1000, resident())
            print(f"| {number:,} | {found[number][0]:.1f} | {found[number][1]:.0f} |", flush=True)
    return found


def best_of(work: Callable[[], object]) -> float:
    """Return the shortest of some runs, in milliseconds."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return min(times)


def rival(path: Path) -> tuple[float, float]:
    """Let DuckDB answer the two questions over the same rows; milliseconds each."""
    import duckdb  # type: ignore[import-not-found,unused-ignore]

    database = duckdb.connect()
    with sqlite3.connect(path) as source:
        if source.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
            raise ValueError(path)
        for table in ("score", "answer_count", "year_of_office"):
            frame = source.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 - our own names
            names = [row[1] for row in source.execute(f"PRAGMA table_info({table})")]
            kinds = [
                "VARCHAR" if isinstance(next((r[i] for r in frame if r[i] is not None), 0), str) else "BIGINT"
                for i in range(len(names))
            ]
            columns = ", ".join(f'"{name}" {kind}' for name, kind in zip(names, kinds, strict=True))
            database.execute(f"CREATE TABLE {table} ({columns})")
            csv = path.with_suffix(f".{table}.csv")
            csv.write_text("\n".join("\t".join("" if v is None else str(v) for v in row) for row in frame))
            database.execute(f"COPY {table} FROM '{csv}' (DELIMITER '\t', HEADER false, NULL '')")
    items = """SELECT key, count(*), avg(value), min(value) FROM year_of_office JOIN score USING (delivery)
        WHERE year = 2568 AND floor = 'item' AND value IS NOT NULL GROUP BY key ORDER BY 3"""
    counts = """SELECT part, question, choice, sum(count)
        FROM year_of_office JOIN answer_count USING (delivery) WHERE year = 2568 GROUP BY ALL"""
    return (
        best_of(lambda: database.execute(items).fetchall()),
        best_of(lambda: database.execute(counts).fetchall()),
    )


def main() -> int:
    """Measure and judge."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--most", type=int, default=SIZES[-1], help="stop at so many packages")
    most = parser.parse_args().most
    sizes = [*(size for size in SIZES if size < most), most]
    with tempfile.TemporaryDirectory() as folder:
        path, stick = Path(folder) / "HQ.ita", Path(folder) / "stick"
        stick.mkdir()
        store = headquarters.create(str(path), "ส่วนกลางสมมติ", 2568, lambda: NOW)
        print("| packages | ms a package | MB held |\n|---|---|---|")
        found = fill(store, stick, sizes)
        ours = (
            best_of(lambda: store.standing.items(Level.ITEM)),
            best_of(store.standing.distribution),
        )
        whole = best_of(store.standing.provinces)
        store.close()
        theirs = rival(path)
        size = path.stat().st_size / 1e6
    print(f"\nStore: {size:.0f} MB. Offices by province with ranks: {whole:.0f} ms.")
    print("\n| question | ours, ms | DuckDB, ms | ratio |\n|---|---|---|---|")
    for name, mine, other in zip(
        ("items over all offices", "choices over all offices"), ours, theirs, strict=True
    ):
        print(f"| {name} | {mine:.0f} | {other:.0f} | {mine / other:.1f} |")
    growth = found[sizes[-1]][0] / found[sizes[0]][0]
    print(f"\nTime a package, last beside first size: {growth:.2f} (at most {WORST_GROWTH})")
    return int(growth > WORST_GROWTH)


if __name__ == "__main__":
    sys.exit(main())
