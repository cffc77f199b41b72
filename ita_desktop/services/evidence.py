"""Proofs of the checklist's items: links, files and saved pages; added, shared, given new versions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ita_desktop.domain.checklist import LOCKED, CheckEntry, WorkStatus
from ita_desktop.domain.checklist_phases import closed_to_links
from ita_desktop.domain.checklist_problems import ItemLocked
from ita_desktop.domain.evidence import Evidence, EvidenceFault, EvidenceKind, FileState, current
from ita_desktop.domain.history import Action
from ita_desktop.domain.links import checked_link, link_key
from ita_desktop.domain.problems import FieldFault, FieldProblem, MissingRecord
from ita_desktop.exchange.evidence_folder import EvidenceFolder, KeptFile, Watch
from ita_desktop.models import checklist_store, evidence_store
from ita_desktop.services.changes import Changes, Topic
from ita_desktop.services.checklist_approval import ApprovalService
from ita_desktop.services.checklist_state import items_of, read_state, state_in

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from ita_desktop.services.checklist_state import ChecklistState
    from ita_desktop.services.session import Change, Session

__all__ = ["EvidenceService", "KeptFile", "Watch", "note_link"]


class EvidenceService:
    """Add proofs and look after them. Files are copied before anything is written into the office file."""

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session

    @property
    def folder(self) -> EvidenceFolder:
        """The folder beside the office file."""
        return EvidenceFolder(self._session.database.path)

    def all(self) -> tuple[Evidence, ...]:
        """Return every proof of the year in every version."""
        return read_state(self._session).evidence

    def versions(self, key: int) -> tuple[Evidence, ...]:
        """Return a proof with the versions before it, newest first; MissingRecord."""
        known = {each.key: each for each in self.all()}
        found: list[Evidence] = []
        while key in known:
            found.append(known[key])
            key = known[key].replaces
        if not found:
            raise MissingRecord("evidence", str(key))
        return tuple(found)

    def add_link(self, codes: Iterable[str], link: str, day: date | None = None, title: str = "") -> Changes:
        """Add a further link to items; FieldProblem if it is none, ItemLocked, LinksClosed."""
        kept, wanted = checked_link(link), tuple(codes)
        if kept is None:
            raise FieldProblem("link", FieldFault.BAD_LINK, link)
        days, today = ApprovalService(self._session).phases(), self._session.now().date()
        for code in wanted:
            closed_to_links(code, days, today)
        return self._add(Evidence(EvidenceKind.LINK, kept, day, title, codes=wanted))

    def add_file(
        self,
        codes: Iterable[str],
        path: Path,
        *,
        page: bool = False,
        day: date | None = None,
        title: str = "",
        watch: Watch | None = None,
        replaces: int = 0,
    ) -> tuple[Changes, KeptFile]:
        """Copy a file into the folder and let it prove items; a saved copy of a page proves its day.

        A new version (`replaces`) proves all items of the one before, or one of them would lose its proof.
        Raises the problems of `EvidenceFolder.add`, ItemLocked, MissingRecord; nothing is kept then.
        """
        served = self.versions(replaces)[0].codes if replaces else ()
        wanted = tuple(dict.fromkeys((*codes, *served)))
        self._check(wanted)
        kept = self.folder.add(path, watch)
        kind = EvidenceKind.PAGE if page else EvidenceKind.FILE
        shown = day or (self._session.now().date() if page else None)
        proof = Evidence(
            kind, kept.name, shown, title, kept.sha256, kept.size, replaces=replaces, codes=wanted
        )
        return self._add(proof), kept

    def attach(self, key: int, code: str) -> Changes:
        """Let a proof serve a further item; MissingRecord, ItemLocked."""
        if key not in {each.key for each in self.all()}:
            raise MissingRecord("evidence", str(key))
        self._check((code,))
        with self._session.change(Action.CHANGED_ITEM, code, Topic.CHECKLIST) as change:
            evidence_store.attach(change.transaction, key, code)
        return change.changes

    def detach(self, key: int, code: str) -> Changes:
        """Take a proof away from an item; it stays in the file. MissingRecord, ItemLocked."""
        self._check((code,))
        target = next((each.target for each in self.all() if each.key == key), "")
        items = items_of(self._session)
        with self._session.change(Action.CHANGED_ITEM, code, Topic.CHECKLIST) as change:
            if not evidence_store.detach(change.transaction, key, code):
                raise MissingRecord("evidence", str(key))
            entry = state_in(self._session, change.transaction, items).entry(code)
            if target and entry.link == target:
                checklist_store.put(change.transaction, self._session.year, replace(entry, link=""))
        return change.changes

    def faults(self, *, whole: bool = False) -> tuple[EvidenceFault, ...]:
        """Return the kept files that are missing or changed; `whole` reads each through, else its size."""
        folder = self.folder
        found = []
        for each in self.all():
            if each.sha256:
                state = folder.state(each.sha256, each.target, each.size, whole=whole)
                if state is not FileState.SOUND:
                    found.append(EvidenceFault(each, state))
        return tuple(found)

    def place(self, proof: Evidence) -> Path:
        """Return where a proof's file stands."""
        return self.folder.place(proof.sha256, proof.target)

    def _check(self, codes: tuple[str, ...]) -> None:
        """Refuse unknown and approved items before a long copy begins."""
        state = read_state(self._session)
        known = {item.code for item in state.items}
        for code in codes:
            if code not in known:
                raise MissingRecord("item", code)
            if state.entry(code).status in LOCKED:
                raise ItemLocked(code)

    def _add(self, proof: Evidence) -> Changes:
        """Write a proof into the office file; an item that has proof is begun. A known one gains items."""
        self._check(proof.codes)
        items = items_of(self._session)
        subject = ", ".join(proof.codes)
        with self._session.change(Action.CHANGED_ITEM, subject, Topic.CHECKLIST) as change:
            state = state_in(self._session, change.transaction, items)
            known = _known(state, proof)
            if known is None:
                key = evidence_store.add(
                    change.transaction, self._session.year, proof, change.changes.at, self._session.role
                )
            else:
                key = known.key
                for code in proof.codes:
                    evidence_store.attach(change.transaction, key, code)
            change.made(key)
            for code in proof.codes:
                entry = _with_link(state.entry(code), proof)
                checklist_store.put(change.transaction, self._session.year, entry)
        return change.changes


def _known(state: ChecklistState, proof: Evidence) -> Evidence | None:
    """Return the very same proof if the file has it: one document given twice is one proof of two items."""
    for each in current(state.evidence):
        same = (
            each.sha256 == proof.sha256 if proof.sha256 else link_key(each.target) == link_key(proof.target)
        )
        if each.kind is proof.kind and same and not proof.replaces and each.day == proof.day:
            return each
    return None


def _with_link(entry: CheckEntry, proof: Evidence) -> CheckEntry:
    """Return the entry as begun; a first link is its main one."""
    status = WorkStatus.DOING if entry.status is WorkStatus.NOT_BEGUN else entry.status
    link = entry.link or (proof.target if proof.kind is EvidenceKind.LINK else "")
    return replace(entry, status=status, link=link)


def note_link(change: Change, session: Session, state: ChecklistState, entry: CheckEntry) -> None:
    """Keep the main link of an item as a proof, the one before as a version of it or out of the way."""
    mine = [each for each in current(state.evidence) if entry.code in each.codes]
    before = state.entry(entry.code).link
    old = next((e for e in mine if e.kind is EvidenceKind.LINK and e.target == before and before), None)
    replaces = 0
    if old is not None and (old.codes != (entry.code,) or not entry.link):
        evidence_store.detach(change.transaction, old.key, entry.code)
    elif old is not None:
        replaces = old.key
    if not entry.link:
        return
    link = Evidence(EvidenceKind.LINK, entry.link, codes=(entry.code,), replaces=replaces)
    known = _known(state, link) if not replaces else None
    if known is not None:
        evidence_store.attach(change.transaction, known.key, entry.code)
    else:
        evidence_store.add(change.transaction, session.year, link, change.changes.at, session.role)
