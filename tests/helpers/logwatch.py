"""A watcher that makes an unexpected warning in the log fail the test (after qutebrowser's logfail).

A warning that nobody looks at is a fault found too late; one that is expected is a promise and is named in
the test: `with expected_log("disk full"): ...`.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class LogWatch(logging.Handler):
    """Collects records of WARNING and above; those that a test announced are set aside."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.unexpected: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the line; pytest shows the rest of the record itself."""
        self.unexpected.append(f"{record.levelname} {record.name}: {record.getMessage()}")

    @contextmanager
    def expecting(self, part: str) -> Iterator[None]:
        """Within this block at least one line containing `part` must be logged, and may be.

        Raises:
            AssertionError: nothing of the kind was logged.
        """
        before = len(self.unexpected)
        yield
        new = self.unexpected[before:]
        rest = [line for line in new if part not in line]
        assert len(rest) < len(new), f"nothing with {part!r} was logged, only {new}"
        self.unexpected[before:] = rest


@contextmanager
def watched_log() -> Iterator[LogWatch]:
    """Watch the root logger for the length of a test.

    Raises:
        AssertionError: something of WARNING or above was logged that the test did not expect.
    """
    watch = LogWatch()
    root = logging.getLogger()
    root.addHandler(watch)
    try:
        yield watch
    finally:
        root.removeHandler(watch)
    assert not watch.unexpected, f"unexpected in the log: {watch.unexpected}"
