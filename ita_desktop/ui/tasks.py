"""Work off the window's thread: the one place in the program that knows threads.

The office file has one connection, so there is one worker: commands and queries run in the order in which
they were asked for, and their results come back on the window's thread. The window never waits for the disk.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Event, RLock
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar

import shiboken6
from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal

from ita_desktop.services.changes import Changes
from ita_desktop.ui.collector import WindowCollector

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from ita_desktop.domain.problems import Problem
    from ita_desktop.domain.progress import Stage

T = TypeVar("T")

TOLD_EVERY = 100
"""Milliseconds between two words about how far a job is: more often nobody can read."""

BUSY_AFTER = 200
"""Milliseconds of work before anyone is told to wait: shorter waits only make the window flicker."""


_turn = RLock()


def one_at_a_time() -> AbstractContextManager[bool]:
    """Wait for one's turn with a library that two threads may not use at once (PDFium)."""
    return _turn


@dataclass(frozen=True, slots=True, eq=False)
class _Job:
    """What to do and whom to tell. `owner` may be gone when the work ends: then nobody is told."""

    work: Callable[[], Any]
    done: Callable[[Any], object] | None
    failed: Callable[[Problem], object] | None
    owner: QObject | None

    @property
    def wanted(self) -> bool:
        """Whether the one who asked is still there."""
        return self.owner is None or shiboken6.isValid(self.owner)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """How a job ended: with a value or with an error."""

    job: _Job
    value: Any = None
    error: BaseException | None = None


class Watching:
    """Goes with a long job: tells how far it is, and ends it in `Stopped` at its next row after `stop`.

    Called on the worker's thread; what is told comes to `told` on the window's, unless `owner` is gone.
    """

    def __init__(
        self, told: Callable[[Stage, int], object], owner: QObject, send: Callable[[object], None]
    ) -> None:
        self._told, self._owner, self._send = told, owner, send
        self._stop = Event()
        self._last = monotonic() + (BUSY_AFTER - TOLD_EVERY) / 1000

    def __call__(self, stage: Stage, rows: int) -> None:
        """Take note of the rows done. Stopped."""
        if self._stop.is_set():
            from ita_desktop.domain.roster_problems import Stopped

            raise Stopped
        if (monotonic() - self._last) * 1000 >= TOLD_EVERY:
            self._last = monotonic()
            self._send((self, stage, rows))

    def tell(self, stage: Stage, rows: int) -> None:
        """Tell it (on the window's thread); of a job that was stopped nothing more is told."""
        if not self._stop.is_set() and shiboken6.isValid(self._owner):
            self._told(stage, rows)

    def stop(self) -> None:
        """End the job at its next row."""
        self._stop.set()


class TaskRunner(QObject):
    """Runs work in one thread, in order, and delivers what comes of it on the window's thread.

    `changed` tells every committed command; `problem` a Problem that nobody handled; `crashed` an error that
    nobody expected; `busy` that work takes longer than a person should wait in the dark, and its end.
    """

    changed = Signal(object)
    problem = Signal(object)
    crashed = Signal(object)
    busy = Signal(bool)
    became_idle = Signal()
    _ended = Signal(object)
    _progressed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="office-file")
        self._pending = 0
        self._said_busy = self._stopped = False
        self._patience = QTimer(self, singleShot=True, interval=BUSY_AFTER)
        self._patience.timeout.connect(self._say_busy)
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._progressed.connect(lambda told: told[0].tell(*told[1:]), Qt.ConnectionType.QueuedConnection)
        self._collector = WindowCollector(self)

    @property
    def idle(self) -> bool:
        """Whether everything asked for is done and delivered."""
        return self._pending == 0

    def run(
        self,
        command: Callable[[], Changes],
        done: Callable[[Changes], object] | None = None,
        failed: Callable[[Problem], object] | None = None,
        owner: QObject | None = None,
    ) -> None:
        """Do a command; `changed` is emitted before `done` is called, so that `done` meets fresh views."""
        self._start(_Job(command, done, failed, owner))

    def query(
        self,
        work: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[Problem], object] | None = None,
        owner: QObject | None = None,
    ) -> None:
        """Read something and hand it to `done`, unless `owner` is gone by then."""
        self._start(_Job(work, done, failed, owner))

    def watching(self, told: Callable[[Stage, int], object], owner: QObject) -> Watching:
        """Return what a long job is to be watched by; `told` hears of it no sooner than a person waits."""
        return Watching(told, owner, self._progressed.emit)

    def warm_up(self, work: Callable[[], object]) -> None:
        """Do something in advance that nobody waits for; what fails now is told when it is asked for."""
        if not self._stopped:
            self._pool.submit(work)

    def _start(self, job: _Job) -> None:
        """Queue a job. A runner that was stopped takes none: the program is ending."""
        self._pending += 1
        if not self._patience.isActive() and not self._said_busy:
            self._patience.start()
        self._pool.submit(self._work, job)

    def _work(self, job: _Job) -> None:
        """Do the job (on the worker's thread) and send its outcome over."""
        try:
            outcome = _Outcome(job, value=job.work())
        except BaseException as error:  # noqa: BLE001 - told on the window's thread, whatever it is
            outcome = _Outcome(job, error=error)
        self._ended.emit(outcome)

    def _deliver(self, outcome: _Outcome) -> None:
        """Tell the one who asked (on the window's thread).

        The job counts as done before it is told: a handler that waits must not wait for itself.
        """
        self._pending -= 1
        try:
            if outcome.error is not None:
                self._tell_error(outcome.job, outcome.error)
            else:
                self._tell_value(outcome.job, outcome.value)
        finally:
            if self._pending == 0:
                self._say_idle()

    def _tell_value(self, job: _Job, value: object) -> None:
        """Announce changes, then hand over the value."""
        if isinstance(value, Changes):
            self.changed.emit(value)
        if job.done is not None and job.wanted:
            job.done(value)

    def _tell_error(self, job: _Job, error: BaseException) -> None:
        """Hand a problem to whoever handles it; anything else is our own fault."""
        from ita_desktop.domain.problems import Problem  # with the first error, not at every start

        if not isinstance(error, Problem):
            self.crashed.emit(error)
        elif job.failed is not None and job.wanted:
            job.failed(error)
        else:
            self.problem.emit(error)

    def _say_busy(self) -> None:
        """Tell that this takes a while."""
        self._said_busy = True
        self.busy.emit(True)

    def _say_idle(self) -> None:
        """Tell that all is done."""
        self._patience.stop()
        if self._said_busy:
            self._said_busy = False
            self.busy.emit(False)
        self.became_idle.emit()

    def wait_idle(self) -> None:
        """Let the window live on until all is done and delivered. For closing, and for tests."""
        while not self.idle:
            loop = QEventLoop()
            self.became_idle.connect(loop.quit)
            loop.exec()

    def stop(self) -> None:
        """End the worker after all that was asked for is done."""
        self.wait_idle()
        self._stopped = True
        self._pool.shutdown(wait=True)
        self._collector.stop()
