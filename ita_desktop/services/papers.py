"""The year's papers: proposed from what the file knows, written over by people, set as PDF.

Setting pages is heavy (fonts, dictionary), so `documents` is imported when a paper is asked for: a window
comes first.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from typing import TYPE_CHECKING

from ita_desktop.domain.history import Action
from ita_desktop.domain.papers import MEMO, REPORT, Digits, Memo, PaperKind, TextUnreadable
from ita_desktop.domain.problems import DocumentUnknown, FieldFault, FieldProblem, FileMissing
from ita_desktop.models import checklist_store, measure_store, paper_store
from ita_desktop.services.changes import Changes, Topic
from ita_desktop.services.plan.findings import FindingService
from ita_desktop.services.report_content import report_content
from ita_desktop.services.report_sure import sure_lines
from ita_desktop.services.respondents import RespondentService
from ita_desktop.services.settings import SettingsService
from ita_desktop.services.verification import VerificationService

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.domain.papers import PaperDraft
    from ita_desktop.domain.report import ReportContent
    from ita_desktop.services.results import ResultService
    from ita_desktop.services.session import Session

KINDS = (MEMO, REPORT)
DEFAULT_FAMILY = "laksaman"


class PaperService:
    """Propose, keep and set the papers of the year that is worked on."""

    def __init__(self, session: Session, results: ResultService) -> None:
        """Work on an open file; `results` is shared so that nothing is counted twice."""
        self._session = session
        self._results = results
        self._respondents = RespondentService(session, results)

    def kinds(self) -> tuple[PaperKind, ...]:
        """Return the kinds of paper that can be printed."""
        from ita_desktop.documents.titles import TITLES

        return tuple(PaperKind(code, TITLES[code]) for code in KINDS)

    def content(self) -> ReportContent:
        """Return what the file has for the papers, without a cell that could name a respondent."""
        year = self._session.year
        with self._session.reading() as transaction:
            entries = checklist_store.entries(transaction, year)
            measures = measure_store.measures(transaction, year)
        small_cell = SettingsService(self._session).small_cell()
        keying = VerificationService(self._session).report()
        content = report_content(self._results.result(), entries, measures, small_cell, keying)
        decided = FindingService(self._session, self._results).accepted()
        return replace(content, sure=sure_lines(self._respondents.certainty(), content), decided=decided)

    def draft(self, kind: str) -> PaperDraft:
        """Return what a person wrote over a paper; empty fields keep the proposal. DocumentUnknown."""
        _check(kind)
        with self._session.reading() as transaction:
            return paper_store.draft(transaction, self._session.year, kind)

    def proposal(self, kind: str) -> Memo:
        """Return the text that the program proposes, in the fields that a draft can write over.

        A report has a subject (its title) and leaves the rest empty. DocumentUnknown.
        """
        _check(kind)
        if kind == MEMO:
            from ita_desktop.documents.memo_text import result_memo

            return result_memo(self.content(), self._session.now().date())
        from ita_desktop.documents.report_front import report_title

        return Memo("", "", None, report_title(self.content()), "", ())

    def memo(self) -> Memo:
        """Return the memo as it will be printed: the proposal under what was written over it."""
        proposal, draft = self.proposal(MEMO), self.draft(MEMO)
        return Memo(
            department=proposal.department,
            number=draft.number or proposal.number,
            day=draft.day or proposal.day,
            subject=draft.subject or proposal.subject,
            addressee=draft.addressee or proposal.addressee,
            paragraphs=_lines(draft.body) or proposal.paragraphs,
            signer_name=draft.signer_name or proposal.signer_name,
            signer_position=draft.signer_position or proposal.signer_position,
            digits=Digits(draft.digits) if draft.digits else proposal.digits,
        )

    def save_draft(self, draft: PaperDraft) -> Changes:
        """Keep what a person wrote. DocumentUnknown, FieldProblem for figures that are neither kind."""
        _check(draft.kind)
        offered = {digits.value for digits in Digits}
        if draft.digits and draft.digits not in offered:
            raise FieldProblem("digits", FieldFault.NOT_OFFERED, draft.digits, ", ".join(sorted(offered)))
        with self._session.change(Action.CHANGED_PAPER, draft.kind, Topic.PAPERS) as change:
            paper_store.put(change.transaction, self._session.year, draft)
        return change.changes

    def clear_draft(self, kind: str) -> Changes:
        """Go back to the proposed text; undo brings the written one back. DocumentUnknown."""
        _check(kind)
        with self._session.change(Action.CHANGED_PAPER, kind, Topic.PAPERS) as change:
            paper_store.remove(change.transaction, self._session.year, kind)
        return change.changes

    def render(self, kind: str, family: str = DEFAULT_FAMILY) -> bytes:
        """Set a paper as PDF; the same data on the same day gives the same bytes.

        DocumentUnknown, CharacterUnprintable, FontUnknown, PageOverflow.
        """
        _check(kind)
        created = _day(self._session.now())
        if kind == MEMO:
            from ita_desktop.documents.memo import Emblem, render_memo
            from ita_desktop.documents.setting import names_of

            words = names_of(self._results.result().office)
            emblem = Emblem(SettingsService(self._session).details().emblem)
            return render_memo(self.memo(), created, family=family, words=words, emblem=emblem)
        from ita_desktop.documents.report import render_report

        draft = self.draft(REPORT)
        content = replace(
            self.content(), title=draft.subject, digits=draft.digits, remarks=_lines(draft.body)
        )
        return render_report(content, created, family=family)

    def typeset_text(self, path: Path, family: str = DEFAULT_FAMILY) -> bytes:
        """Set a text file as an official paper; as the function of this name."""
        return typeset_text(path, self._session.now(), family)


def typeset_text(path: Path, now: datetime, family: str = DEFAULT_FAMILY) -> bytes:
    """Set a file of Markdown as an official paper; needs no office file.

    FileMissing, TextUnreadable, PictureUnusable, CharacterUnprintable, FontUnknown, PageOverflow.
    """
    from ita_desktop.documents.freetext import typeset

    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    except (UnicodeDecodeError, OSError) as error:
        raise TextUnreadable(path) from error
    return typeset(text, path.parent, family, created=_day(now), title=path.stem)


def _check(kind: str) -> None:
    """Refuse a kind of paper that there is not."""
    if kind not in KINDS:
        raise DocumentUnknown(kind, KINDS)


def _day(now: datetime) -> datetime:
    """Return the beginning of the day: a paper has a date; the hour would make each print another."""
    return datetime.combine(now.date(), time(), now.tzinfo)


def _lines(body: str) -> tuple[str, ...]:
    """Return the paragraphs of a body; blank lines only part them."""
    return tuple(line.strip() for line in body.splitlines() if line.strip())
