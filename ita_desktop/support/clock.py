"""The one clock of the program, so that a test can say what day it is.

The domain never asks for the time: services take it here and hand it down as a value. Times carry their zone,
for a package made at one office is read at another.
"""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def _system_now() -> datetime:
    """The computer's own time."""
    return datetime.now(UTC)  # noqa: TID251 - the one place that may ask the computer


_source: Callable[[], datetime] = _system_now


def now() -> datetime:
    """The present moment in the computer's own time zone, with that zone."""
    return _source().astimezone()


def today() -> date:
    """The present day where the computer stands (Common Era; the domain turns it to Buddhist Era)."""
    return now().date()


def set_source(source: Callable[[], datetime]) -> None:
    """Take the time from `source` from now on; it must return moments that carry their zone."""
    global _source  # noqa: PLW0603 - one clock for the program is what this module is
    _source = source


@contextmanager
def restored() -> Iterator[None]:
    """Whatever is set within the block, the clock is afterwards as it was before."""
    before = _source
    try:
        yield
    finally:
        set_source(before)


@contextmanager
def frozen(moment: datetime) -> Iterator[None]:
    """Within the block it is always `moment`."""
    with restored():
        set_source(lambda: moment)
        yield
