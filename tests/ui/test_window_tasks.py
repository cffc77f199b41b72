"""The runner of tasks: in order, on the window's thread, and nothing lost."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING

import pytest

from ita_desktop.domain.problems import NothingToUndo
from ita_desktop.services.changes import Changes, Topic
from ita_desktop.support import clock
from ita_desktop.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def runner(qapp: QApplication) -> Iterator[TaskRunner]:
    """A runner of its own."""
    made = TaskRunner()
    yield made
    made.stop()


def test_work_is_done_in_order_off_the_windows_thread_and_told_on_it(runner: TaskRunner) -> None:
    """Ten queries come back in the order asked, worked elsewhere, delivered here."""
    here = threading.get_ident()
    workers: list[int] = []
    told: list[tuple[int, int]] = []

    def work(number: int) -> int:
        workers.append(threading.get_ident())
        return number

    for number in range(10):
        runner.query(partial(work, number), lambda n: told.append((n, threading.get_ident())))
    assert told == []
    runner.wait_idle()
    assert told == [(number, here) for number in range(10)]
    assert here not in workers
    assert len(set(workers)) == 1


def test_changes_are_announced_before_the_one_who_asked_hears(runner: TaskRunner) -> None:
    """Whoever asked meets views that know of the change already."""
    heard: list[str] = []
    runner.changed.connect(lambda changes: heard.append(f"changed {len(changes.topics)}"))
    changes = Changes(frozenset({Topic.ROSTER}), clock.now())
    runner.run(lambda: changes, lambda _: heard.append("done"))
    runner.wait_idle()
    assert heard == ["changed 1", "done"]


def test_a_problem_goes_to_who_handles_it_and_else_to_the_window(runner: TaskRunner) -> None:
    """Handled problems stay with their page; the others are told by the window; neither is a crash."""
    heard: list[object] = []
    runner.problem.connect(lambda problem: heard.append(("window", type(problem))))
    runner.crashed.connect(lambda error: heard.append(("crash", type(error))))

    def fail() -> Changes:
        raise NothingToUndo

    runner.run(fail, failed=lambda problem: heard.append(("page", type(problem))))
    runner.run(fail)
    runner.wait_idle()
    assert heard == [("page", NothingToUndo), ("window", NothingToUndo)]


def test_an_error_nobody_expected_is_told_as_a_crash_and_the_next_task_still_runs(
    runner: TaskRunner,
) -> None:
    """One broken task does not take the worker with it."""
    crashes: list[BaseException] = []
    told: list[int] = []
    runner.crashed.connect(crashes.append)
    runner.query(lambda: 1 // 0, told.append)
    runner.query(lambda: 7, told.append)
    runner.wait_idle()
    assert [type(error) for error in crashes] == [ZeroDivisionError]
    assert told == [7]


def test_waiting_is_told_only_when_it_takes_long(runner: TaskRunner, qtbot: QtBot) -> None:
    """A quick task says nothing; one that hangs on a slow disk is told, and so is its end."""
    heard: list[bool] = []
    runner.busy.connect(heard.append)
    runner.query(lambda: 1, lambda _: None)
    runner.wait_idle()
    assert heard == []
    slow = threading.Event()
    runner.query(lambda: slow.wait(20), lambda _: None)
    qtbot.waitUntil(lambda: heard == [True])
    slow.set()
    runner.wait_idle()
    assert heard == [True, False]


def test_an_answer_for_a_page_that_is_gone_is_dropped(runner: TaskRunner, qtbot: QtBot) -> None:
    """A window rebuilt meanwhile is not touched."""
    import shiboken6
    from PySide6.QtWidgets import QWidget

    page = QWidget()
    told: list[int] = []
    runner.query(lambda: 1, told.append, owner=page)
    shiboken6.delete(page)
    runner.wait_idle()
    assert told == []


def test_a_handler_may_wait_for_what_else_was_asked(runner: TaskRunner) -> None:
    """Waiting while being told something waits for the others, not for itself."""
    told: list[str] = []

    def first(_: None) -> None:
        runner.query(lambda: None, lambda _: told.append("second"))
        runner.wait_idle()
        told.append("first")

    runner.query(lambda: None, first)
    runner.wait_idle()
    assert told == ["second", "first"]


def test_garbage_is_collected_on_the_windows_thread_alone(runner: TaskRunner, qtbot: QtBot) -> None:
    """A window left in a cycle is destroyed here, never on the worker's thread."""
    here, where = threading.get_ident(), list[int]()

    class Cycle:
        def __init__(self) -> None:
            self.me = self

        def __del__(self) -> None:
            where.append(threading.get_ident())

    def litter() -> None:
        for _ in range(20_000):
            Cycle()

    runner.query(litter, lambda _: None)
    runner.wait_idle()
    assert where == []
    qtbot.waitUntil(lambda: len(where) == 20_000)
    assert set(where) == {here}
