"""From draft to signed: number and day fixed, the PDF kept with its SHA-256, the scan beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ita_desktop.documents.paperwork.values import live_values
from ita_desktop.domain.fiscal_year import BUDDHIST_OFFSET
from ita_desktop.domain.history import Action
from ita_desktop.domain.paperwork.keys import changed, mapped, tidy
from ita_desktop.domain.paperwork.papers import Acting, PaperState
from ita_desktop.domain.paperwork.problems import PaperIncomplete, WrongState
from ita_desktop.domain.paperwork.register import RegisterEntry
from ita_desktop.domain.paperwork.richtext import FilePart, Section, Value
from ita_desktop.domain.problems import (
    DeviceFailed,
    FieldFault,
    FieldProblem,
    FileMissing,
    MissingRecord,
)
from ita_desktop.models import document_store, register_store
from ita_desktop.services.changes import Changes, Topic

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from ita_desktop.documents.paperwork.facts import Facts
    from ita_desktop.domain.paperwork.papers import Paper, Signatory
    from ita_desktop.domain.paperwork.richtext import Block, Document, Text
    from ita_desktop.services.paperwork.desk import PaperDesk
    from ita_desktop.services.paperwork.facts import FactSource
    from ita_desktop.services.paperwork.pages import PageService
    from ita_desktop.services.paperwork.register import RegisterService
    from ita_desktop.services.session import Session

LARGEST_SCAN: Final = 50_000_000
SCANS: Final = {b"%PDF-": "application/pdf", b"\xff\xd8\xff": "image/jpeg", b"\x89PNG\r\n\x1a\n": "image/png"}
ACTING_WORDS: Final = {Acting.IN_CHARGE: "รักษาราชการแทน", Acting.DELEGATED: "ปฏิบัติราชการแทน"}


class SigningService:
    """Take papers through their states. What is signed is never changed, and its number never given again."""

    def __init__(
        self, session: Session, facts: FactSource, desk: PaperDesk, pages: PageService, books: RegisterService
    ) -> None:
        """Work on an open file."""
        self._session = session
        self._facts = facts
        self._desk = desk
        self._pages = pages
        self._books = books

    def submit(self, key: int) -> Changes:
        """Hand a draft in to be signed; PaperIncomplete, WrongState."""
        self._complete(self._desk.paper(key))
        return self._step(key, Action.SUBMITTED_PAPER, PaperState.DRAFT, PaperState.FOR_SIGNATURE)

    def take_back(self, key: int) -> Changes:
        """Make a draft again of what waits to be signed; WrongState."""
        return self._step(key, Action.RETURNED_PAPER, PaperState.FOR_SIGNATURE, PaperState.DRAFT)

    def sign(
        self, key: int, day: date, number: int | None = None, why: str = "", who: Signatory | None = None
    ) -> Changes:
        """Fix a paper for good: its text with the values of this moment, its number, its day, its PDF.

        `who` signs if not the one in the fields. PaperIncomplete, WrongState, NumberTaken, GapUnexplained,
        and the problems of `PageService.set`: nothing is done then.
        """
        paper = self._desk.paper(key)
        if paper.state not in (PaperState.DRAFT, PaperState.FOR_SIGNATURE):
            raise WrongState(key, paper.state.value)
        paper = self._with_signer(paper, who)
        self._complete(paper)
        with self._session.change(Action.SIGNED_PAPER, paper.title, Topic.PAPERS) as change:
            fixed = replace(
                paper,
                state=PaperState.SIGNED,
                day=day,
                fields=self._desk.resolved(paper),
                document=frozen_text(paper.document, self._facts.facts()),
                changed=change.changes.at,
            )
            book = self._desk.kind(paper.kind).book
            if book:
                entry = self._entry(fixed, book, day)
                given = self._books.give(change.transaction, entry, number, why)
                fixed = replace(fixed, number=given.text)
            sheets = self._pages.sheets(fixed.kind, fixed.fields, fixed.document, fixed.number, day)
            pdf = self._pages.render(sheets)
            sha256 = document_store.keep_bytes(change.transaction, "application/pdf", pdf)
            document_store.add_version(change.transaction, paper, change.changes.at, self._session.role)
            fixed = replace(fixed, sha256=sha256)
            document_store.put(change.transaction, fixed)
            document_store.add_version(change.transaction, fixed, change.changes.at, self._session.role)
            change.made(key)
        return change.changes

    def attach_scan(self, key: int, path: Path) -> Changes:
        """Keep a scan of the signed paper; FileMissing, DeviceFailed, FieldProblem, WrongState."""
        data, media = _scan(path)
        paper = self._desk.paper(key)
        if paper.state is not PaperState.SIGNED:
            raise WrongState(key, paper.state.value)
        with self._session.change(Action.ATTACHED_SCAN, paper.title, Topic.PAPERS) as change:
            sha256 = document_store.keep_bytes(change.transaction, media, data)
            document_store.put(change.transaction, replace(paper, scan=sha256))
            change.made(key)
        return change.changes

    def scan(self, key: int) -> bytes:
        """Return the scan of a paper; MissingRecord."""
        sha256 = self._desk.paper(key).scan
        with self._session.reading() as transaction:
            data = document_store.bytes_of(transaction, sha256) if sha256 else None
        if data is None:
            raise MissingRecord("scan", str(key))
        return data

    def void(self, key: int, why: str) -> Changes:
        """Withdraw a signed paper: it stays readable, its number stays used, the book says why."""
        if not why.strip():
            raise FieldProblem("why", FieldFault.EMPTY)
        paper = self._desk.paper(key)
        if paper.state is not PaperState.SIGNED:
            raise WrongState(key, paper.state.value)
        with self._session.change(Action.VOIDED_PAPER, paper.title, Topic.PAPERS) as change:
            document_store.put(
                change.transaction, replace(paper, state=PaperState.VOID, changed=change.changes.at)
            )
            register_store.make_void(change.transaction, key, why.strip())
            change.made(key)
        return change.changes

    def _step(self, key: int, action: Action, source: PaperState, target: PaperState) -> Changes:
        """Take a paper from one state to the next; WrongState."""
        paper = self._desk.paper(key)
        if paper.state is not source:
            raise WrongState(key, paper.state.value)
        with self._session.change(action, paper.title, Topic.PAPERS) as change:
            at = change.changes.at
            document_store.add_version(change.transaction, paper, at, self._session.role)
            document_store.put(change.transaction, replace(paper, state=target, changed=at))
            change.made(key)
        return change.changes

    def _complete(self, paper: Paper) -> None:
        """Refuse a paper whose needed fields are empty."""
        fields = self._desk.resolved(paper)
        needed = [field.code for field in self._desk.kind(paper.kind).fields if field.needed]
        empty = tuple(code for code in needed if not fields.get(code, "").strip())
        if empty:
            raise PaperIncomplete(empty)

    def _with_signer(self, paper: Paper, who: Signatory | None) -> Paper:
        """Put the one who signs into the fields."""
        if who is None:
            return paper
        acting = ACTING_WORDS.get(who.acting, "")
        signer = {
            "signer_name": who.name,
            "signer_position": who.position,
            "signer_acting": f"{acting} {who.for_position}".strip() if acting else "",
        }
        return replace(paper, fields={**paper.fields, **signer})

    def _entry(self, paper: Paper, book: str, day: date) -> RegisterEntry:
        """Make the line of the book, still without its number; it belongs to the year of its day."""
        fields = paper.fields
        sender = fields.get("department") or self._facts.facts().content.office.name
        subject = " ".join(fields.get("subject", "").split()) or paper.title
        year = day.year + BUDDHIST_OFFSET
        return RegisterEntry(book, year, 0, "", day, subject, fields.get("addressee", ""), sender, paper.key)


def frozen_text(document: Document, facts: Facts) -> Document:
    """Return a text with each live value fixed as it is now, and each part of the file written out."""
    from ita_desktop.documents.paperwork.setting import rich_part

    values = live_values(facts)

    def fixed(text: Text) -> Text:
        return tuple(
            replace(part, written=values[part.name].text)
            if isinstance(part, Value) and part.written is None and part.name in values
            else part
            for part in text
        )

    def written_out(block: Block) -> tuple[Block, ...]:
        made = rich_part(block.name, facts) if isinstance(block, FilePart) else ()
        return made or (block,)

    sections = tuple(
        Section(tuple(new for block in section.blocks for new in written_out(block)), section.landscape)
        for section in document.sections
    )
    return tidy(mapped(replace(document, sections=sections), lambda block: changed(block, fixed)))


def _scan(path: Path) -> tuple[bytes, str]:
    """Read a scan; what is no PDF, JPEG or PNG, or too large, is refused."""
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST_SCAN + 1)
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    except OSError as error:
        raise DeviceFailed(path) from error
    media = next((kind for start, kind in SCANS.items() if data.startswith(start)), None)
    if media is None:
        raise FieldProblem("scan", FieldFault.NOT_OFFERED, path.name, "PDF, JPEG, PNG")
    if len(data) > LARGEST_SCAN:
        raise FieldProblem("scan", FieldFault.OUT_OF_RANGE, path.name, f"{LARGEST_SCAN // 1_000_000} MB")
    return data, media
