"""Everything that can be printed, by its code, whoever sets it.

Papers, forms, the checklist's and the rosters' lists each know their own kinds; this is the one place where
they are found together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from ita_desktop.domain.problems import DocumentUnknown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ita_desktop.domain.papers import PaperKind


class Press(Protocol):
    """A service that sets some kinds of paper."""

    def kinds(self) -> tuple[PaperKind, ...]:
        """Return the kinds that it sets."""
        ...

    def render(self, kind: str) -> bytes:
        """Set one of them as PDF."""
        ...


class PrintingService:
    """Find the press of a kind of paper. Presses are made when first needed: each is heavy."""

    def __init__(self, presses: Iterable[Callable[[], Press]]) -> None:
        """Take the ways to get at the presses, in the order in which their papers are listed."""
        self._presses = tuple(presses)

    def kinds(self) -> tuple[PaperKind, ...]:
        """Return every kind of paper that this file can print."""
        return tuple(kind for press in self._presses for kind in press().kinds())

    def render(self, kind: str) -> bytes:
        """Set a paper as PDF; DocumentUnknown with all that are known, or the problems of its press."""
        for press in self._presses:
            if any(each.code == kind for each in press().kinds()):
                return press().render(kind)
        raise DocumentUnknown(kind, tuple(each.code for each in self.kinds()))
