"""Telling how far a long command is, and being told to stop: both at the same moments, between two rows."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Item = TypeVar("Item")

EVERY = 250
"""Rows between two looks: some milliseconds of work, so that stopping is felt at once and costs nothing."""


class Stage(Enum):
    """What is done with the rows now."""

    READING = "reading"
    COMPARING = "comparing"
    KEEPING = "keeping"


Watch: TypeAlias = Callable[[Stage, int], None]
"""Is told the stage and the rows done; raises `roster_problems.Stopped` where the user wants no more."""


def unwatched(_stage: Stage, _rows: int) -> None:
    """Watch nothing: nobody waits, nobody stops."""


def watched(items: Iterable[Item], watch: Watch, stage: Stage) -> Iterator[Item]:
    """Pass items on, telling how many: before the first of them, on the way, and after the last."""
    done = 0
    for item in items:
        if not done % EVERY:
            watch(stage, done)
        yield item
        done += 1
    watch(stage, done)
