"""The OIT checklist of the year, in the instrument's order, with what each item is worth."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from ita_desktop.domain.checklist import (
    LOCKED,
    CheckEntry,
    Component,
    ResultStage,
    WorkStatus,
    locked_content,
)
from ita_desktop.domain.checklist_phases import closed_to_links
from ita_desktop.domain.checklist_problems import ItemLocked, NothingSent
from ita_desktop.domain.history import Action
from ita_desktop.domain.links import checked_link
from ita_desktop.domain.problems import FieldFault, FieldProblem, MissingRecord
from ita_desktop.models import checklist_store
from ita_desktop.services.changes import Changes, Topic
from ita_desktop.services.checklist_approval import ApprovalService
from ita_desktop.services.checklist_links import LinkService
from ita_desktop.services.checklist_state import file_states, items_of, read_state, state_in
from ita_desktop.services.checklist_years import YearsService
from ita_desktop.services.evidence import EvidenceService, note_link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_desktop.domain.checklist_approval import StepTaken
    from ita_desktop.domain.checklist_links import LinkAnswer
    from ita_desktop.domain.checklist_oddities import Found
    from ita_desktop.domain.evidence import Evidence
    from ita_desktop.domain.instrument import Indicator, Item, SubIndicator, Tool
    from ita_desktop.services.checklist_papers import ChecklistPapers
    from ita_desktop.services.checklist_state import ChecklistState
    from ita_desktop.services.session import Session

FULL = Fraction(100)
_BY_HAND = frozenset({WorkStatus.NOT_BEGUN, WorkStatus.DOING})
"""States that are simply said; the others are steps of approval."""


@dataclass(frozen=True, slots=True)
class CheckRow:
    """An item with its place, its entry, and the points of the total that it still lacks.

    `proofs` are the newest versions, the main link first; `steps` the way of its approval, oldest first;
    `oddities` what does not hold together; `answer` the checker's newest word on the main link.
    """

    tool: Tool
    indicator: Indicator
    sub_indicator: SubIndicator | None
    item: Item
    entry: CheckEntry
    gain: Fraction
    proofs: tuple[Evidence, ...] = ()
    steps: tuple[StepTaken, ...] = ()
    oddities: tuple[Found, ...] = ()
    answer: LinkAnswer | None = None

    @property
    def components(self) -> tuple[Component, ...]:
        """What must be shown: the instrument's components, then those that the office added."""
        known = enumerate(self.item.components)
        return (*(Component(text, n in self.entry.ticked) for n, text in known), *self.entry.added)


class ChecklistService:
    """Read and change the checklist; proofs, approval, links, years and papers hang below it."""

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session
        self.evidence = EvidenceService(session)
        self.approval = ApprovalService(session)
        self.links = LinkService(session)
        self.years = YearsService(session)

    @cached_property
    def papers(self) -> ChecklistPapers:
        """What is printed of the checklist; made when first asked for, as setting pages is heavy."""
        from ita_desktop.services.checklist_papers import ChecklistPapers

        return ChecklistPapers(self._session, self)

    def rows(self) -> tuple[CheckRow, ...]:
        """Return every item in the instrument's order."""
        state = read_state(self._session)
        odd = state.oddities(file_states(self._session, state.evidence))
        return tuple(self._rows(state, odd))

    def by_gain(self) -> tuple[CheckRow, ...]:
        """Return the items that can still gain points, those that would move the total most first."""
        return tuple(sorted((row for row in self.rows() if row.gain), key=lambda row: -row.gain))

    def oddities(self) -> tuple[Found, ...]:
        """Return what does not hold together, item by item."""
        return tuple(found for row in self.rows() for found in row.oddities)

    def _rows(self, state: ChecklistState, odd: tuple[Found, ...]) -> Iterator[CheckRow]:
        """Walk the checklists."""
        weights = sum((tool.weight for tool in self._session.instrument.tools), Fraction(0))
        for tool in self._session.instrument.checklists:
            for indicator, sub, item, share in _shares(tool):
                entry = state.entry(item.code)
                lack = FULL - (entry.result or Fraction(0))
                yield CheckRow(
                    tool,
                    indicator,
                    sub,
                    item,
                    entry,
                    lack * share * tool.weight / weights,
                    state.proofs(item.code),
                    state.steps_of(item.code),
                    tuple(found for found in odd if found.code == item.code),
                    state.answers.get(entry.link),
                )

    def save(self, entry: CheckEntry) -> Changes:
        """Keep an item's entry. A changed link becomes a proof of its own, the old one a version of it.

        Raises MissingRecord for an unknown item, FieldProblem for a result, link or status that cannot be,
        ItemLocked for the content of an approved item, LinksClosed once ITAS takes no new link, NothingSent
        for an explanation without a link that was sent.
        """
        items = items_of(self._session)
        days = self.approval.phases()
        with self._session.change(Action.CHANGED_ITEM, entry.code, Topic.CHECKLIST) as change:
            state = state_in(self._session, change.transaction, items)
            before = state.entries.get(entry.code)
            kept = _seen(_checked(entry, state, before))
            if kept.link != (before.link if before else ""):
                closed_to_links(kept.code, days, change.changes.at.date())
                note_link(change, self._session, state, kept)
            checklist_store.put(change.transaction, self._session.year, kept)
        return change.changes

    def judge(self, code: str, stage: ResultStage, value: Fraction | None) -> Changes:
        """Keep the result of a stage, or take it away; the newest known counts. The problems of `save`."""
        entry = read_state(self._session).entry(code)
        return self.save(entry.judged(stage, value))


def _seen(entry: CheckEntry) -> CheckEntry:
    """Note that someone has looked at what an earlier year left: whoever keeps an item had it open."""
    return replace(entry, seen=True) if entry.last_years else entry


def _checked(entry: CheckEntry, state: ChecklistState, before: CheckEntry | None) -> CheckEntry:
    """Refuse what the instrument does not know, what cannot be a link, and what is signed."""
    code = entry.code
    if code not in {item.code for item in state.items}:
        raise MissingRecord("item", code)
    for value in (entry.result, *(entry.stages.of(stage) for stage in ResultStage)):
        if value is not None and not 0 <= value <= FULL:
            raise FieldProblem("result", FieldFault.OUT_OF_RANGE, str(value), "0-100")
    link = checked_link(entry.link) if entry.link else ""
    if link is None:
        raise FieldProblem("link", FieldFault.BAD_LINK, entry.link)
    clean = replace(entry, link=link)
    if before is None:
        return clean
    if entry.status is not before.status and not {entry.status, before.status} <= _BY_HAND:
        raise FieldProblem("status", FieldFault.NOT_OFFERED, entry.status.value)
    if before.status in LOCKED and locked_content(clean) != locked_content(before):
        raise ItemLocked(code)
    if clean.explanation and clean.explanation != before.explanation and not state.proofs(code):
        raise NothingSent(code)
    return clean


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
