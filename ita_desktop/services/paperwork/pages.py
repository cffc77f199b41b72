"""Papers on pages: what is being written, and what was signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.documents.paperwork.setting import PaperSetter, Sheets
from ita_desktop.domain.paperwork.papers import FIXED, PaperState
from ita_desktop.domain.problems import MissingRecord
from ita_desktop.domain.thai_date import parse_date
from ita_desktop.exchange.repeatable import repeatable
from ita_desktop.models import document_store

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ita_desktop.domain.paperwork.papers import Paper, SetPaper
    from ita_desktop.domain.paperwork.richtext import Document
    from ita_desktop.services.paperwork.desk import PaperDesk
    from ita_desktop.services.paperwork.facts import FactSource
    from ita_desktop.services.paperwork.pictures import PictureStore
    from ita_desktop.services.paperwork.register import RegisterService
    from ita_desktop.services.session import Session


class PageService:
    """Set papers as PDF, again and again while they are written, and as Word."""

    def __init__(
        self,
        session: Session,
        facts: FactSource,
        desk: PaperDesk,
        pictures: PictureStore,
        books: RegisterService,
    ) -> None:
        """Work on an open file."""
        self._session = session
        self._facts = facts
        self._desk = desk
        self._pictures = pictures
        self._books = books
        self._setters: dict[str, PaperSetter] = {}

    def set(
        self,
        kind: str,
        fields: Mapping[str, str],
        document: Document,
        state: PaperState = PaperState.DRAFT,
        *,
        watermark: bool = False,
        family: str = "",
    ) -> SetPaper:
        """Set what is being written; only what changed since the last time is set anew.

        DocumentUnknown, CharacterUnprintable, TableUneven, PageOverflow, FontUnknown.
        """
        sheets = self.sheets(kind, fields, document, watermark=watermark and state not in FIXED)
        return self._set(sheets, family)

    def sheets(
        self,
        kind: str,
        fields: Mapping[str, str],
        document: Document,
        number: str = "",
        day: date | None = None,
        *,
        watermark: bool = False,
    ) -> Sheets:
        """Prepare a paper: fields with their proposals; before it is signed its number is still open."""
        made = self._desk.kind(kind)
        resolved = {**self._desk.proposals(kind), **fields}
        shown = number or (self._books.blank(made.book) if made.book else "")
        return Sheets(made, resolved, document, shown, day or _day(resolved), watermark)

    def pdf(self, key: int, *, watermark: bool = False) -> bytes:
        """Return a paper as PDF: a signed one byte for byte as it was signed. MissingRecord and as `set`."""
        return self.set_paper(key, watermark=watermark).pdf if not self._signed(key) else self._kept(key)

    def set_paper(self, key: int, *, watermark: bool = False) -> SetPaper:
        """Set a paper that is kept; MissingRecord and as `set`."""
        paper = self._desk.paper(key)
        sheets = self.sheets(
            paper.kind, paper.fields, paper.document, paper.number, paper.day, watermark=watermark
        )
        return self._set(sheets)

    def word(self, key: int) -> bytes:
        """Return a paper as .docx; MissingRecord. The same paper on the same day gives the same bytes."""
        from ita_desktop.documents.paperwork.word import word_file

        paper = self._desk.paper(key)
        sheets = self.sheets(paper.kind, paper.fields, paper.document, paper.number, paper.day)
        return repeatable(word_file(sheets, self._facts.facts(), self._pictures.find))

    def render(self, sheets: Sheets) -> bytes:
        """Set prepared sheets: what signing keeps."""
        return self._set(sheets).pdf

    def _set(self, sheets: Sheets, family: str = "") -> SetPaper:
        setter = self._setters.setdefault(family, PaperSetter(family) if family else PaperSetter())
        zone = self._session.now().tzinfo
        return setter.set(sheets, self._facts.facts(), self._pictures.find, zone)

    def _signed(self, key: int) -> bool:
        paper: Paper = self._desk.paper(key)
        return bool(paper.sha256)

    def _kept(self, key: int) -> bytes:
        """Return the PDF that was signed."""
        sha256 = self._desk.paper(key).sha256
        with self._session.reading() as transaction:
            data = document_store.bytes_of(transaction, sha256)
        if data is None:
            raise MissingRecord("signed-paper", str(key))
        return data


def _day(fields: Mapping[str, str]) -> date | None:
    """Return the day that was written into a draft, in any form that offices write."""
    return parse_date(fields.get("day", ""))
