"""The desk of papers: made, written, kept in versions, put away and brought back."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from ita_desktop.documents.paperwork.kinds import MAKERS
from ita_desktop.documents.paperwork.parts import PARTS
from ita_desktop.documents.paperwork.setting import CHAPTER_NAMES, rich_part
from ita_desktop.documents.paperwork.values import live_values
from ita_desktop.domain.history import Action
from ita_desktop.domain.paperwork.keys import tidy
from ita_desktop.domain.paperwork.papers import FIXED, LiveValue, Paper, PaperState
from ita_desktop.domain.paperwork.problems import PaperLocked
from ita_desktop.domain.problems import DocumentUnknown, FieldFault, FieldProblem, MissingRecord
from ita_desktop.domain.thai_text import normalized
from ita_desktop.models import document_store, register_store
from ita_desktop.services.changes import Changes, Topic
from ita_desktop.support.language import mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from ita_desktop.documents.paperwork.kinds.maker import Maker
    from ita_desktop.domain.paperwork.papers import Kind, PaperLine, Version
    from ita_desktop.domain.paperwork.richtext import Block, Document
    from ita_desktop.models.database import Transaction
    from ita_desktop.services.paperwork.facts import FactSource
    from ita_desktop.services.session import Change, Session

VERSION_EVERY: Final = timedelta(minutes=10)
"""Autosave keeps what was there before as a version when the newest is older than this."""


class PaperDesk:
    """Read and write the papers of the year. Nothing written is ever lost: what is replaced is a version."""

    def __init__(self, session: Session, facts: FactSource) -> None:
        """Work on an open file."""
        self._session = session
        self._facts = facts

    def kinds(self) -> tuple[Kind, ...]:
        """Return every kind that can be written here."""
        return tuple(made.kind for made in MAKERS.values())

    def kind(self, code: str) -> Kind:
        """Return a kind; DocumentUnknown."""
        return self.maker(code).kind

    def maker(self, code: str) -> Maker:
        """Return how a kind is made; DocumentUnknown."""
        if code not in MAKERS:
            raise DocumentUnknown(code, tuple(MAKERS))
        return MAKERS[code]

    def list(self, *, removed: bool = False) -> tuple[PaperLine, ...]:
        """Return the year's papers, the last changed first; or those that were put away."""
        with self._session.reading() as transaction:
            return document_store.lines(transaction, self._session.year, removed=removed)

    def paper(self, key: int) -> Paper:
        """Return a paper with its text; MissingRecord."""
        with self._session.reading() as transaction:
            return self.found(transaction, key)

    def found(self, transaction: Transaction, key: int) -> Paper:
        """Return a paper within a transaction; MissingRecord."""
        paper = document_store.paper(transaction, self._session.year, key)
        if paper is None:
            raise MissingRecord("document", str(key))
        return paper

    def create(self, kind: str, template: int = 0) -> Changes:
        """Begin a paper: from a template, else from the town's own of its kind, else from the program's.

        DocumentUnknown, MissingRecord for a template that is gone.
        """
        made = self.maker(kind)
        facts = self._facts.facts()
        with self._session.change(Action.ADDED_PAPER, made.kind.title, Topic.PAPERS) as change:
            fields, document = self._beginning(change.transaction, made.kind.code, template)
            text = document if document is not None else made.start(facts)
            title = " ".join((fields.get("subject") or made.proposals(facts).get("subject", "")).split())
            paper = Paper(
                0, kind, title or made.kind.title, PaperState.DRAFT, change.changes.at, fields, tidy(text)
            )
            change.made(document_store.add(change.transaction, self._session.year, paper))
        return change.changes

    def _beginning(
        self, transaction: Transaction, kind: str, template: int
    ) -> tuple[Mapping[str, str], Document | None]:
        """Return what a new paper begins with: fields, and a text if a template gives one."""
        known = [each for each in register_store.templates(transaction) if each.kind == kind]
        for each in known:
            if each.key == template or (not template and each.own):
                return each.fields, each.document
        if template:
            raise MissingRecord("template", str(template))
        return {}, None

    def save(self, key: int, fields: Mapping[str, str], document: Document) -> datetime:
        """Keep what is being written: on the disk at once, not in the history. Return when.

        MissingRecord; PaperLocked for a signed paper.
        """
        with self._session.drafting() as transaction:
            before = self._open(transaction, key)
            return self._write(transaction, before, fields, document, self._session.now())

    def keep(self, key: int, fields: Mapping[str, str], document: Document) -> Changes:
        """Keep a text as a command, with a version of it; as `save`."""
        with self._changing(key) as (change, before):
            self._write(change.transaction, before, fields, document, change.changes.at)
            now = self.found(change.transaction, key)
            document_store.add_version(change.transaction, now, change.changes.at, self._session.role)
        return change.changes

    def _write(
        self, transaction: Transaction, before: Paper, fields: Mapping[str, str], text: Document, at: datetime
    ) -> datetime:
        """Write a text over another; the other becomes a version if none was kept for a while."""
        clean = {code: each for code, each in fields.items() if each.strip()}
        if clean == before.fields and text == before.document:
            return before.changed
        newest = next(iter(document_store.versions(transaction, before.key)), None)
        if newest is None or at - newest.at >= VERSION_EVERY:
            document_store.add_version(transaction, before, at, self._session.role)
        subject = " ".join(clean.get("subject", "").split())
        title = subject if subject and subject != before.fields.get("subject") else before.title
        after = replace(before, title=title, fields=clean, document=tidy(text), changed=at)
        document_store.put(transaction, after)
        return at

    def rename(self, key: int, title: str) -> Changes:
        """Give a paper another name in the list; FieldProblem if it is empty."""
        name = normalized(title)
        if not name:
            raise FieldProblem("paper_title", FieldFault.EMPTY)
        return self._put(key, Action.CHANGED_PAPER, title=name)

    def copy(self, key: int) -> Changes:
        """Make a draft with the same text; a signed paper can be copied."""
        source = self.paper(key)
        with self._session.change(Action.ADDED_PAPER, source.title, Topic.PAPERS) as change:
            draft = Paper(
                0, source.kind, source.title, PaperState.DRAFT, change.changes.at, source.fields,
                source.document,
            )  # fmt: skip
            change.made(document_store.add(change.transaction, self._session.year, draft))
        return change.changes

    def remove(self, key: int) -> Changes:
        """Put a paper away; PaperLocked for a signed one, whose number stands in a book."""
        with self._session.reading() as transaction:
            self._open(transaction, key)
        return self._put(key, Action.REMOVED_PAPER, removed=True)

    def restore(self, key: int) -> Changes:
        """Bring a paper back that was put away."""
        return self._put(key, Action.RESTORED_PAPER, removed=False)

    def versions(self, key: int) -> tuple[Version, ...]:
        """Return a paper's versions, newest first."""
        with self._session.reading() as transaction:
            return document_store.versions(transaction, key)

    def version(self, version_key: int) -> Paper:
        """Return a paper as it was in a version; MissingRecord."""
        with self._session.reading() as transaction:
            return self._as_it_was(transaction, version_key)

    def take_version(self, key: int, version_key: int) -> Changes:
        """Write a version's text back; the text that is there now becomes a version itself."""
        with self._changing(key) as (change, before):
            old = self._as_it_was(change.transaction, version_key)
            document_store.add_version(change.transaction, before, change.changes.at, self._session.role)
            after = replace(
                before, title=old.title, fields=old.fields, document=old.document, changed=change.changes.at
            )
            document_store.put(change.transaction, after)
        return change.changes

    def proposals(self, kind: str) -> dict[str, str]:
        """Return what each field says while nobody wrote it; DocumentUnknown."""
        return self.maker(kind).proposals(self._facts.facts())

    def resolved(self, paper: Paper) -> dict[str, str]:
        """Return a paper's fields as they are printed: what was written, else the proposal."""
        return {**self.proposals(paper.kind), **paper.fields}

    def values(self) -> tuple[LiveValue, ...]:
        """Return the live values with what they say now."""
        return tuple(live_values(self._facts.facts()).values())

    def parts(self) -> tuple[LiveValue, ...]:
        """Return the parts that the file writes itself; chapters of the report come last."""
        named = [LiveValue(name, label, "") for name, (label, _) in PARTS.items()]
        return (*named, *(LiveValue(name, CHAPTER_LABELS[name], "") for name in CHAPTER_NAMES))

    def written_out(self, name: str) -> tuple[Block, ...]:
        """Return a part of the file as ordinary blocks, to be edited; empty for a chapter of the report."""
        return rich_part(name, self._facts.facts())

    def _as_it_was(self, transaction: Transaction, version_key: int) -> Paper:
        kept = document_store.version(transaction, version_key)
        if kept is None:
            raise MissingRecord("version", str(version_key))
        key, title, fields, document = kept
        return replace(self.found(transaction, key), title=title, fields=fields, document=document)

    def _open(self, transaction: Transaction, key: int) -> Paper:
        """Return a paper that can still be changed; PaperLocked, MissingRecord."""
        paper = self.found(transaction, key)
        if paper.state in FIXED:
            raise PaperLocked(key)
        return paper

    def _put(self, key: int, action: Action, **facts: object) -> Changes:
        """Change facts of a paper in one command."""
        title = str(facts.get("title") or self.paper(key).title)
        with self._session.change(action, title, Topic.PAPERS) as change:
            paper = self.found(change.transaction, key)
            document_store.put(change.transaction, replace(paper, **facts))  # type: ignore[arg-type]
            change.made(key)
        return change.changes

    @contextmanager
    def _changing(self, key: int) -> Iterator[tuple[Change, Paper]]:
        """Change a paper that is open."""
        title = self.paper(key).title
        with self._session.change(Action.CHANGED_PAPER, title, Topic.PAPERS) as change:
            change.made(key)
            yield change, self._open(change.transaction, key)


CHAPTER_LABELS: Final = {
    "report.people": mark("บทของรายงาน: ผู้มีส่วนได้ส่วนเสีย"),
    "report.result": mark("บทของรายงาน: ผลการประเมิน"),
    "report.indicators": mark("บทของรายงาน: ผลรายตัวชี้วัด"),
    "report.plan": mark("บทของรายงาน: แผนและมาตรการ"),
    "report.advice": mark("บทของรายงาน: ข้อเสนอแนะ"),
}
