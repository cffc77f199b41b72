"""The OIT checklist of the year, in the instrument's order, with what each item is worth."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from ita_desktop.domain.checklist import CheckEntry
from ita_desktop.domain.history import Action
from ita_desktop.domain.links import checked_link
from ita_desktop.domain.problems import FieldFault, FieldProblem, MissingRecord
from ita_desktop.models import checklist_store
from ita_desktop.services.changes import Changes, Topic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_desktop.domain.instrument import Indicator, Item, SubIndicator, Tool
    from ita_desktop.services.session import Session

FULL = Fraction(100)


@dataclass(frozen=True, slots=True)
class CheckRow:
    """An item with its place, its entry, and the points of the total that it still lacks."""

    tool: Tool
    indicator: Indicator
    sub_indicator: SubIndicator | None
    item: Item
    entry: CheckEntry
    gain: Fraction


class ChecklistService:
    """Read and change the checklist."""

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session

    def rows(self) -> tuple[CheckRow, ...]:
        """Return every item in the instrument's order."""
        with self._session.reading() as transaction:
            entries = checklist_store.entries(transaction, self._session.year)
        return tuple(self._rows(entries))

    def _rows(self, entries: dict[str, CheckEntry]) -> Iterator[CheckRow]:
        """Walk the checklists."""
        weights = sum((tool.weight for tool in self._session.instrument.tools), Fraction(0))
        for tool in self._session.instrument.checklists:
            for indicator, sub, item, share in _shares(tool):
                entry = entries.get(item.code, CheckEntry(item.code))
                lack = FULL - (entry.result or Fraction(0))
                yield CheckRow(tool, indicator, sub, item, entry, lack * share * tool.weight / weights)

    def save(self, entry: CheckEntry) -> Changes:
        """Keep an item's entry.

        MissingRecord for an unknown item, FieldProblem for a result or a link that cannot be.
        """
        self._check(entry)
        with self._session.change(Action.CHANGED_ITEM, entry.code, Topic.CHECKLIST) as change:
            checklist_store.put(change.transaction, self._session.year, entry)
        return change.changes

    def _check(self, entry: CheckEntry) -> None:
        """Refuse what the instrument does not know and what cannot be a link."""
        codes = {item.code for tool in self._session.instrument.checklists for item in tool.items}
        if entry.code not in codes:
            raise MissingRecord("item", entry.code)
        if entry.result is not None and not 0 <= entry.result <= FULL:
            raise FieldProblem("result", FieldFault.OUT_OF_RANGE, str(entry.result), "0-100")
        if entry.link and checked_link(entry.link) is None:
            raise FieldProblem("link", FieldFault.BAD_LINK, entry.link)


def _shares(tool: Tool) -> Iterator[tuple[Indicator, SubIndicator | None, Item, Fraction]]:
    """Yield every item with its share of the tool when all items count."""
    for indicator in tool.indicators:
        direct, subs = indicator.direct_items, indicator.sub_indicators
        groups = len(direct) + len(subs)
        flat = Fraction(1, len(tool.indicators) * len(indicator.items))
        for item in direct:
            share = Fraction(1, len(tool.indicators) * groups) if tool.by_sub_indicator else flat
            yield indicator, None, item, share
        for sub in subs:
            for item in sub.items:
                nested = Fraction(1, len(tool.indicators) * groups * len(sub.items))
                yield indicator, sub, item, nested if tool.by_sub_indicator else flat
