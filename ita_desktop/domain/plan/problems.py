"""Problems of a plan."""

from __future__ import annotations

from dataclasses import dataclass

from ita_desktop.domain.problems import Problem


@dataclass(eq=False)
class NothingLeftOver(Problem):
    """The year before left nothing undone that is not here already, or the file does not hold it."""

    year: int
