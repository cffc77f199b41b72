"""What scoring costs: 1,000 to 1,000,000 stored forms, beside DuckDB on the same; how the page opens.

Each size runs in a process of its own, so that its memory is its own. DuckDB gets the same lines as they are
stored, and once more taken apart into a column of small integers for each question, which is its best case
and no work that the office file does. Every run opens its file anew; the opening, which checks the office
file page by page, is not counted on either side.

    python3 dev.py bench scoring
"""

from __future__ import annotations

import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ita_desktop.domain.batches import Batch, Questionnaire
from ita_desktop.domain.office import Office
from ita_desktop.models import questionnaire_store
from ita_desktop.services import workspace as workspaces
from ita_desktop.services.instruments import instrument_text
from ita_desktop.support import clock

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_desktop.domain.instrument import Question

SIZES = (1_000, 10_000, 100_000, 1_000_000)
STACK = 10_000
KINDS = 20_011
RUNS = 5
GOAL = 2.0
WORST_GROWTH = 1.5
PAGE_SIZES, WORST_PAGE = (100, 100_000), 1.5


def forms(questions: tuple[Question, ...]) -> list[str]:
    """So many different forms that no rival gains from their likeness."""
    chance = random.Random(1)  # noqa: S311 - repeatable chance, no secret
    return [
        "".join(str(chance.randint(1, len(question.choices))) for question in questions) for _ in range(KINDS)
    ]


def fill(path: Path, size: int) -> None:
    """Store `size` forms in an office file."""
    workspace = workspaces.create(path, Office("เทศบาลตำบลวัดผล"), instrument_text(2568), clock.now)
    lines = forms(workspace.entry.begin("IIT").form)
    for start in range(0, size, STACK):
        with workspace.session.drafting() as transaction:
            amount = min(STACK, size - start)
            key = questionnaire_store.add_batch(transaction, workspace.year, Batch("IIT", 0, closed=True))
            papers = [Questionnaire(key, n + 1, lines[n % KINDS]) for n in range(start, start + amount)]
            questionnaire_store.add(transaction, workspace.year, "IIT", papers)
    workspace.close()


def timed(work: Callable[[], object]) -> float:
    """How long something takes, in seconds."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def memory() -> float:
    """The most memory that this process has held, in megabytes."""
    status = Path("/proc/self/status")
    if status.exists():  # getrusage would count the parent, out of which this process was made
        line = next(each for each in status.read_text().splitlines() if each.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure_ours(path: Path) -> dict[str, Any]:
    """Score the year in a file just opened; the best of some runs, and the memory it took."""
    before, seconds, counts = memory(), [], []
    for _ in range(RUNS):
        workspace = workspaces.open_file(path, clock.now)
        seconds.append(timed(workspace.results.result))
        tallies = workspace.results.result().tallies["IIT"].questions.values()
        counts = [count for tally in tallies for count in tally.counts]
        workspace.close()
    return {"seconds": min(seconds), "memory": memory() - before, "counts": counts}


def measure_duckdb(path: Path, *, columns: bool) -> dict[str, Any]:
    """Count every choice of every question in a DuckDB file just opened; the best of some runs."""
    import duckdb  # type: ignore[import-not-found,unused-ignore]

    choices, seconds, counts = [len(question.choices) for question in _form()], [], []
    for _ in range(RUNS):
        with duckdb.connect(str(path), read_only=True) as base:
            start = time.perf_counter()
            counts = _counted(base, choices, columns=columns)
            seconds.append(time.perf_counter() - start)
    return {"seconds": min(seconds), "counts": counts}


def _counted(base: Any, choices: list[int], *, columns: bool) -> list[int]:  # noqa: ANN401 - DuckDB's own
    """The counts of every question's choices, by the quickest query found for each shape."""
    table = "form" if columns else "line"
    cell = "a{0}" if columns else "substr(line, {0} + 1, 1)"
    wanted = ", ".join(f"histogram({cell.format(place)})" for place in range(len(choices)))
    row = base.execute(f"select {wanted} from {table}").fetchone()  # noqa: S608 - our own numbers
    key = (lambda n: n) if columns else str
    return [found.get(key(n + 1), 0) for found, many in zip(row, choices, strict=True) for n in range(many)]


def _form() -> tuple[Question, ...]:
    """The form that is counted."""
    from ita_desktop.domain.instrument_file import parse

    return parse(instrument_text(2568)).tools[0].form


def fill_duckdb(path: Path, size: int) -> None:
    """Store the same forms in DuckDB: as lines, and a column for each question."""
    import duckdb  # type: ignore[import-not-found,unused-ignore]

    lines = forms(_form())
    text = path.with_suffix(".csv")
    text.write_text("\n".join(lines[n % KINDS] for n in range(size)), encoding="ascii")
    with duckdb.connect(str(path)) as base:
        base.execute(
            f"create table line as from read_csv('{text}', header=false, columns={{'line': 'VARCHAR'}})"
        )
        apart = ", ".join(f"substr(line, {n + 1}, 1)::tinyint as a{n}" for n in range(len(_form())))
        base.execute(f"create table form as select {apart} from line")  # noqa: S608 - our own numbers
    text.unlink()


def measure_page(path: Path) -> dict[str, Any]:
    """Open tab 6 in the real window: how long the window itself is busy, its worker apart."""
    from PySide6.QtWidgets import QApplication

    from ita_desktop.ui import theme
    from ita_desktop.ui.main_window import DESIGN_SIZE, MainWindow
    from ita_desktop.ui.tabs import Tab
    from ita_desktop.ui.tasks import TaskRunner
    from ita_desktop.ui.user_settings import UserSettings

    application = QApplication(sys.argv[:1])
    theme.apply(application)
    workspace = workspaces.open_file(path, clock.now)
    workspace.results.result()  # scored once in the worker and kept until answers change
    tasks = TaskRunner()
    window = MainWindow(workspace, tasks, UserSettings(beep=False))
    window.resize(DESIGN_SIZE)
    window.show()
    tasks.wait_idle()

    def turn() -> None:
        for tab in (Tab.OVERVIEW, Tab.RESULTS):
            window.open_tab(tab)
            tasks.wait_idle()
            QApplication.processEvents()

    turn()
    seconds = min(timed(turn) for _ in range(RUNS))
    tasks.stop()
    workspace.close()
    return {"seconds": seconds}


MEASURES: dict[str, Callable[[Path], dict[str, Any]]] = {
    "ours": measure_ours,
    "lines": lambda path: measure_duckdb(path, columns=False),
    "columns": lambda path: measure_duckdb(path, columns=True),
    "page": measure_page,
}


def apart(what: str, path: Path) -> dict[str, Any]:
    """Measure in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.scoring", what, str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def main(arguments: list[str]) -> int:
    """Measure all, print, and tell by the exit code whether the promises hold."""
    if arguments:
        print(json.dumps(MEASURES[arguments[0]](Path(arguments[1]))))
        return 0
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as place:
        held = [sizes_held(Path(place)), page_held(Path(place))]
    return 0 if all(held) else 1


def sizes_held(folder: Path) -> bool:
    """Print the sizes; tell whether time grows in line, memory stays, and DuckDB is near."""
    print(f"{'forms':>10}{'ours s':>10}{'µs/form':>10}{'+MB':>8}{'DuckDB lines s':>16}{'columns s':>11}")
    found = {}
    for size in SIZES:
        ours, rival = folder / f"{size}.ita", folder / f"{size}.duckdb"
        fill(ours, size)
        fill_duckdb(rival, size)
        row = {"ours": apart("ours", ours), **{what: apart(what, rival) for what in ("lines", "columns")}}
        if not row["ours"]["counts"] == row["lines"]["counts"] == row["columns"]["counts"]:
            print("the counts differ: nothing below means anything")
            return False
        found[size] = row
        seconds = [row[what]["seconds"] for what in ("ours", "lines", "columns")]
        each = seconds[0] / size * 1e6
        more = row["ours"]["memory"]
        print(
            f"{size:>10,}{seconds[0]:>10.3f}{each:>10.2f}{more:>8.1f}{seconds[1]:>16.3f}{seconds[2]:>11.3f}"
        )
        for path in (ours, rival):
            path.unlink()
    return judged(found)


def judged(found: dict[int, dict[str, Any]]) -> bool:
    """Say whether the promises about time and memory hold."""
    last, before = found[SIZES[-1]], found[SIZES[-2]]
    ratio = last["ours"]["seconds"] / last["lines"]["seconds"]
    best = last["ours"]["seconds"] / last["columns"]["seconds"]
    growth = last["ours"]["seconds"] / before["ours"]["seconds"] / (SIZES[-1] / SIZES[-2])
    more = last["ours"]["memory"] - before["ours"]["memory"]
    print(f"beside DuckDB on the stored lines {ratio:.2f} (goal {GOAL}), on its own columns {best:.2f}")
    print(f"tenfold forms cost {growth:.2f} times ten (goal {WORST_GROWTH}), {more:+.1f} MB")
    return bool(ratio <= GOAL and growth <= WORST_GROWTH and more < 32)


def page_held(folder: Path) -> bool:
    """Print how long the result tab takes to open on few and on many forms; tell whether that is alike."""
    seconds = []
    for size in PAGE_SIZES:
        path = folder / f"page{size}.ita"
        fill(path, size)
        seconds.append(apart("page", path)["seconds"] * 1000)
    ratio = seconds[1] / seconds[0]
    few, many = (f"{size:,}" for size in PAGE_SIZES)
    print(
        f"tab 6 opens: {few} forms {seconds[0]:.0f} ms, {many} forms {seconds[1]:.0f} ms, ratio {ratio:.2f}"
    )
    return bool(ratio <= WORST_PAGE)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
