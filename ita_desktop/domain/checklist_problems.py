"""What can stand in the way of work on the checklist; types that carry data, put into words by `wording`."""

from __future__ import annotations

from dataclasses import dataclass

from ita_desktop.domain.problems import FileProblem, Problem


@dataclass(eq=False)
class ItemLocked(Problem):
    """The item is approved: it must be reopened before its content is changed."""

    code: str


@dataclass(eq=False)
class StepNotPossible(Problem):
    """The item does not stand where this step begins; both as values of their enums."""

    code: str
    step: str
    status: str


@dataclass(eq=False)
class LinksClosed(Problem):
    """No new link is taken any more: the year is at explaining or confirming (`phase`)."""

    code: str
    phase: str


@dataclass(eq=False)
class NothingSent(Problem):
    """There is no link of this item that was sent, so there is nothing that could be explained."""

    code: str


class SourceLost(FileProblem):
    """The file vanished or could not be read to its end while it was copied; nothing was kept."""


class SourceChanged(FileProblem):
    """The file was written to while it was copied; nothing was kept."""


class SourceEmpty(FileProblem):
    """The file has no content: it proves nothing."""


class CopyStopped(FileProblem):
    """The person stopped the copying; nothing was kept."""


@dataclass(eq=False)
class EvidenceFaulty(FileProblem):
    """The office file is sound, but proof files beside it are missing or changed: each in a line."""

    details: tuple[str, ...] = ()


class NotALinkFile(FileProblem):
    """The file is no link list of this program, or no answer to one."""
