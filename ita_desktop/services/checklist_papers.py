"""The checklist on paper: gathered from the rows, set by `documents`."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

from ita_desktop.domain.checklist_approval import ApprovalStep
from ita_desktop.domain.checklist_paper import CHECKLIST_PAPERS, ChecklistPaper, PaperLine
from ita_desktop.domain.evidence import EvidenceKind
from ita_desktop.domain.numbers import rounded
from ita_desktop.domain.papers import PaperKind
from ita_desktop.domain.problems import DocumentUnknown
from ita_desktop.models import settings_store

if TYPE_CHECKING:
    from ita_desktop.services.checklist import ChecklistService, CheckRow
    from ita_desktop.services.session import Session

DEFAULT_FAMILY = "laksaman"


class ChecklistPapers:
    """Print what the checklist holds."""

    def __init__(self, session: Session, checklist: ChecklistService) -> None:
        """Work on an open file."""
        self._session, self._checklist = session, checklist

    def kinds(self) -> tuple[PaperKind, ...]:
        """Return the kinds of paper that can be printed."""
        from ita_desktop.documents.checklist import TITLES

        return tuple(PaperKind(code, TITLES[code]) for code in CHECKLIST_PAPERS)

    def content(self) -> ChecklistPaper:
        """Return what the papers say, as of today."""
        with self._session.reading() as transaction:
            office = settings_store.office(transaction)
        lines = tuple(_line(row) for row in self._checklist.rows())
        return ChecklistPaper(office, self._session.year, self._session.now().date(), lines)

    def render(self, kind: str, family: str = DEFAULT_FAMILY) -> bytes:
        """Set a paper as PDF. DocumentUnknown, and the problems of setting."""
        if kind not in CHECKLIST_PAPERS:
            raise DocumentUnknown(kind, CHECKLIST_PAPERS)
        from ita_desktop.documents.checklist import render_checklist

        now = self._session.now()
        created = datetime.combine(now.date(), time(), now.tzinfo)
        return render_checklist(kind, self.content(), created, family)


def _line(row: CheckRow) -> PaperLine:
    """Return a row as papers say it."""
    group, entry = row.sub_indicator or row.indicator, row.entry
    last = row.steps[-1] if row.steps else None
    returned = last is not None and last.step is ApprovalStep.RETURN
    comments = [left.comment for left in entry.last_years if left.comment]
    return PaperLine(
        f"{group.code} {group.title}",
        row.item.code,
        row.item.text,
        entry.owner,
        entry.person,
        entry.due,
        entry.status,
        rounded(entry.result) if entry.result is not None else None,
        rounded(row.gain) if row.gain else None,
        tuple(proof.target for proof in row.proofs if proof.kind is EvidenceKind.LINK),
        tuple(proof.target for proof in row.proofs if proof.kind is not EvidenceKind.LINK),
        tuple(each.text for each in row.components if not each.ticked),
        last.reason if last is not None and returned else "",
        " / ".join(comments),
        entry.explanation,
    )
