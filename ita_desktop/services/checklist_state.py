"""All that the file knows of the checklist, read at once: what the other checklist services work on."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.domain.checklist import CheckEntry, locked_content
from ita_desktop.domain.checklist_approval import ApprovalStep
from ita_desktop.domain.checklist_oddities import Facts, Found, oddities
from ita_desktop.domain.evidence import Evidence, EvidenceKind, FileState, current
from ita_desktop.domain.links import link_key
from ita_desktop.exchange.evidence_folder import EvidenceFolder
from ita_desktop.models import checklist_store, evidence_store, settings_store

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_desktop.domain.checklist_approval import StepTaken
    from ita_desktop.domain.checklist_links import LinkAnswer
    from ita_desktop.domain.fiscal_year import FiscalYear
    from ita_desktop.domain.instrument import Item
    from ita_desktop.models.database import Transaction
    from ita_desktop.services.session import Session


@dataclass(frozen=True, slots=True)
class ChecklistState:
    """The checklist of a year: items in order, entries by code, all proofs, steps, the checker's answers."""

    items: tuple[Item, ...]
    entries: Mapping[str, CheckEntry]
    evidence: tuple[Evidence, ...]
    steps: tuple[StepTaken, ...]
    answers: Mapping[str, LinkAnswer]
    website: str
    year: FiscalYear

    def entry(self, code: str) -> CheckEntry:
        """Return an item's entry, a fresh one if nothing is recorded."""
        return self.entries.get(code, CheckEntry(code))

    def proofs(self, code: str) -> tuple[Evidence, ...]:
        """Return an item's proofs in their newest versions, the link in ITAS first.

        A link that came by a workbook has no row of its own yet and counts all the same.
        """
        found = [each for each in current(self.evidence) if code in each.codes]
        link = self.entry(code).link
        main = [each for each in found if link and each.target == link]
        if link and not main:
            main = [Evidence(EvidenceKind.LINK, link, codes=(code,))]
        return (*main, *(each for each in found if each not in main))

    def steps_of(self, code: str) -> tuple[StepTaken, ...]:
        """Return the steps of an item, oldest first."""
        return tuple(step for step in self.steps if step.code == code)

    def fingerprint(self, code: str) -> str:
        """Return what stands for all that an approval of an item signs."""
        link, ticked, added, note, own = locked_content(self.entry(code))
        proofs = sorted((each.target, each.sha256) for each in self.proofs(code))
        content = [link, sorted(ticked), [(e.text, e.ticked) for e in added], note, str(own), proofs]
        return hashlib.sha256(json.dumps(content, ensure_ascii=False, default=list).encode()).hexdigest()

    def oddities(self, files: Mapping[str, FileState]) -> tuple[Found, ...]:
        """Return what does not hold together; `files` is the state of kept files by hash."""
        approved = {step.code: step.signed for step in self.steps if step.step is ApprovalStep.APPROVE}
        dead = frozenset(link_key(link) for link, each in self.answers.items() if not each.reachable)
        facts = Facts(
            self.items,
            self.entries,
            {item.code: self.proofs(item.code) for item in self.items},
            self.year,
            self.website,
            approved,
            {code: self.fingerprint(code) for code in approved},
            dead,
            files,
        )
        return oddities(facts)


def items_of(session: Session) -> tuple[Item, ...]:
    """Return the year's checklist items in the instrument's order."""
    return tuple(item for tool in session.instrument.checklists for item in tool.items)


def read_state(session: Session) -> ChecklistState:
    """Read the checklist as it stands."""
    items = items_of(session)
    with session.reading() as transaction:
        return state_in(session, transaction, items)


def state_in(session: Session, transaction: Transaction, items: tuple[Item, ...]) -> ChecklistState:
    """Read the checklist within a transaction that is open already."""
    year = session.year
    return ChecklistState(
        items,
        checklist_store.entries(transaction, year),
        evidence_store.proofs(transaction, year),
        evidence_store.steps(transaction, year),
        evidence_store.answers(transaction, year),
        settings_store.office(transaction).website,
        session.fiscal_year,
    )


def file_states(session: Session, evidence: tuple[Evidence, ...]) -> dict[str, FileState]:
    """Look at the presence and size of kept files, by hash."""
    folder = EvidenceFolder(session.database.path)
    return {e.sha256: folder.state(e.sha256, e.target, e.size) for e in evidence if e.sha256}
