"""What encryption costs: the same work on a plain file and on an encrypted one, in turn, as ratios.

Keying a form key by key (the many small writes of the day), reading all scores, opening, a safety copy. The
way in, one password through Argon2id, is told in seconds: it is slow on purpose.

    python3 dev.py bench encryption [REPEATS]
"""

from __future__ import annotations

import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from ita_desktop.domain.backup_rules import Reason
from ita_desktop.models import conversion
from ita_desktop.models.file_key import new_key, opened, sealed
from ita_desktop.services import sample, workspace
from ita_desktop.services.safekeeping import Keeper, Places
from ita_desktop.support import clock

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_desktop.services.workspace import Workspace

REPEATS = 7


def seconds(work: Callable[[], object]) -> float:
    """How long something takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def key_form(office: Workspace) -> None:
    """Key one form, each key kept on the disk."""
    form = office.entry.begin("IIT")
    draft = form.draft
    for _ in form.form:
        draft = office.entry.keep(replace(draft, line=draft.line + "1"))
    office.entry.finish(draft)


def measured(path: Path, key: bytes | None, shelf: Path) -> dict[str, float]:
    """Do the day's work once on a file."""
    found: list[Workspace] = []
    times = {"open": seconds(lambda: found.append(workspace.open_file(path, clock.now, key)))}
    office = found[0]
    times["key a form"] = seconds(lambda: key_form(office))
    times["score the year"] = seconds(office.results.result)
    keeper = Keeper(office, clock.now, Places(shelf))
    times["safety copy"] = seconds(lambda: keeper.keep(Reason.ASKED))
    office.close()
    return times


def main(repeats: int) -> None:
    """Measure both in turn and print medians with their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        plain, secret, key = Path(folder) / "plain.ita", Path(folder) / "sealed.ita", new_key()
        sample.make(plain, clock.now).close()
        secret.write_bytes(plain.read_bytes())
        turned = seconds(lambda: conversion.seal(secret, key))
        runs = [
            (measured(plain, None, Path(folder) / "a"), measured(secret, key, Path(folder) / "b"))
            for _ in range(repeats)
        ]
        size = secret.stat().st_size / plain.stat().st_size
    kept = sealed(key, "password")
    print(f"{'median of ' + str(repeats):18} {'plain':>10} {'encrypted':>10} {'ratio':>7}")
    for name in runs[0][0]:
        one, other = median(run[0][name] for run in runs), median(run[1][name] for run in runs)
        print(f"{name:18} {one * 1000:8.1f}ms {other * 1000:8.1f}ms {other / one:6.2f}x")
    print(f"size of the file: {size:.2f}x; turning it: {turned:.2f} s")
    print(f"one password through Argon2id: {seconds(lambda: opened(kept, 'password')):.2f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else REPEATS)
