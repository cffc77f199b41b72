"""A package of 500 MB written and verified beside `cp` and `sha256sum` of the same bytes, in one run.

Each side writes onto the same disk, flushed, in turn, and reads back; the fastest of three counts. The goal:
at most 1.3 times. Memory is that of this process alone. Say a folder to measure on, such as a stick's.

    python3 dev.py bench package [MEGABYTES [FOLDER]]
"""

from __future__ import annotations

import hashlib
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from ita_desktop.domain.office import Office
from ita_desktop.domain.packages.keys import Side
from ita_desktop.exchange.package import write_package
from ita_desktop.exchange.package_label import label_of
from ita_desktop.exchange.package_verify import verify_package
from ita_desktop.exchange.sealing.age import Sealing, Unlock
from ita_desktop.exchange.sealing.key_file import new_keys
from ita_desktop.support import clock

if TYPE_CHECKING:
    from collections.abc import Callable

MEGABYTES, ROUNDS, GOAL = 500, 3, 1.3
MOST_MEMORY = 120
"""Megabytes that may come on top of what the program has anyway, however large the package."""
FILES = 10
KEYS = new_keys("เทศบาลตำบลตัวอย่าง", "99999", Side.OFFICE)


def made(folder: Path, megabytes: int) -> dict[str, Path]:
    """Make files that no packing makes smaller, as scanned evidence is."""
    sources = {}
    for number in range(FILES):
        path = folder / f"{number}.pdf"
        with path.open("wb") as stream:
            for _ in range(megabytes // FILES):
                stream.write(os.urandom(1 << 20))
        sources[f"evidence/{number}.pdf"] = path
    return sources


def seconds(work: Callable[[], object]) -> float:
    """Return how long a piece of work takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def by_hand(sources: dict[str, Path], target: Path) -> None:
    """Do what a careful person does: copy, flush, and compare the sums of both sides."""
    target.mkdir()
    files = [str(path) for path in sources.values()]
    subprocess.run(["cp", *files, str(target)], check=True)
    subprocess.run(["sync", "-f", str(target)], check=True)
    copies = [str(path) for path in sorted(target.iterdir())]
    subprocess.run(["sha256sum", *copies], check=True, stdout=subprocess.DEVNULL)


def check_by_hand(target: Path) -> None:
    """Sum the copies once more, as a receiver does."""
    copies = [str(path) for path in sorted(target.iterdir())]
    subprocess.run(["sha256sum", *copies], check=True, stdout=subprocess.DEVNULL)


def measure(megabytes: int, folder: Path) -> dict[str, float]:
    """Return the fastest seconds of each piece of work."""
    best: dict[str, float] = {}
    label = label_of(Office("เทศบาลตำบลตัวอย่าง", code="99999"), 2568, 1, clock.now(), "ITA Desktop")
    sealing, unlock = Sealing((KEYS.party.seal,)), Unlock((KEYS.seal_secret,))
    sources = made(folder, megabytes)
    for turn in range(ROUNDS):
        stick = folder / f"stick{turn}"
        stick.mkdir()
        path = stick / label.file_name
        works: list[tuple[str, Callable[[], object]]] = [
            ("cp + sync + sha256sum", lambda stick=stick: by_hand(sources, stick / "copy")),  # type: ignore[misc]
            ("sha256sum", lambda stick=stick: check_by_hand(stick / "copy")),  # type: ignore[misc]
            ("export", lambda stick=stick: write_package(stick, label, sources, keys=KEYS)),  # type: ignore[misc]
            ("verify", lambda path=path: verify_package(path)),  # type: ignore[misc]
        ]
        for name, work in works:
            took = seconds(work)
            best[name] = min(best.get(name, took), took)
        path.unlink()
        took = seconds(lambda: write_package(stick, label, sources, keys=KEYS, sealing=sealing))  # noqa: B023 - at once
        best["export sealed"] = min(best.get("export sealed", took), took)
        took = seconds(lambda: verify_package(path, unlock))  # noqa: B023 - at once
        best["verify sealed"] = min(best.get("verify sealed", took), took)
        shutil.rmtree(stick)
    return best


def peak() -> float:
    """Return the most memory that this process ever had, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(arguments: list[str]) -> int:
    """Measure and print."""
    megabytes = int(arguments[0]) if arguments else MEGABYTES
    where = Path(arguments[1]) if arguments[1:] else None
    before = peak()
    with tempfile.TemporaryDirectory(dir=where) as folder:
        best = measure(megabytes, Path(folder))
    memory = peak() - before
    hashing = seconds(lambda: hashlib.sha256(bytes(1 << 28)))
    print(f"{megabytes} MB, fastest of {ROUNDS}; SHA-256 alone makes {256 / hashing:.0f} MB/s here")
    for name, took in best.items():
        print(f"{name:22} {took:7.2f} s  {megabytes / took:6.0f} MB/s")
    export = best["export"] / best["cp + sync + sha256sum"]
    both = (best["export"] + best["verify"]) / (best["cp + sync + sha256sum"] + best["sha256sum"])
    print(f"export {export:.2f} x, export and verify {both:.2f} x (goal {GOAL}); memory +{memory:.0f} MB")
    return 0 if both <= GOAL and memory <= MOST_MEMORY else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
