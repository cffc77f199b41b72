"""A whole paper on pages: its form round its text, every line's place told, what did not change kept."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, time
from typing import TYPE_CHECKING, Final

from ita_desktop.documents.paperwork.composing import Composer
from ita_desktop.documents.paperwork.forms.booklet import book, plain
from ita_desktop.documents.paperwork.forms.frame import Given
from ita_desktop.documents.paperwork.forms.letter import letter
from ita_desktop.documents.paperwork.forms.marks import marked
from ita_desktop.documents.paperwork.forms.memo import memo
from ita_desktop.documents.paperwork.forms.minutes import minutes
from ita_desktop.documents.paperwork.forms.orders import announcement, order
from ita_desktop.documents.paperwork.ink import Ink, source_offset
from ita_desktop.documents.paperwork.kinds.fields import ARABIC
from ita_desktop.documents.paperwork.parts import PARTS
from ita_desktop.documents.paperwork.values import live_values
from ita_desktop.documents.report import CHAPTERS, new_book
from ita_desktop.documents.ruler import Ruler
from ita_desktop.documents.setting import FAMILIES, names_of, problems
from ita_desktop.documents.typeset import DocumentInfo, render_marked
from ita_desktop.documents.typeset.families import family as find_family
from ita_desktop.documents.typeset.inline import Typesetter
from ita_desktop.documents.typeset.memory import Memory
from ita_desktop.documents.typeset.words import Words
from ita_desktop.domain.papers import Digits
from ita_desktop.domain.paperwork.keys import tidy
from ita_desktop.domain.paperwork.papers import Form, Place, SetPaper

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date, tzinfo

    from ita_desktop.documents.paperwork.facts import Facts
    from ita_desktop.documents.paperwork.forms.frame import Frame
    from ita_desktop.documents.typeset import Block
    from ita_desktop.documents.typeset.registry import MarkedPlace
    from ita_desktop.domain.office import Office
    from ita_desktop.domain.paperwork.papers import Kind
    from ita_desktop.domain.paperwork.richtext import Block as RichBlock
    from ita_desktop.domain.paperwork.richtext import Document

FORMS: Final[Mapping[Form, Callable[[Given], Frame]]] = {
    Form.MEMO: memo,
    Form.LETTER: letter,
    Form.ORDER: order,
    Form.ANNOUNCEMENT: announcement,
    Form.MINUTES: minutes,
    Form.BOOK: book,
    Form.PLAIN: plain,
}
CHAPTER_NAMES: Final = dict(
    zip(
        ("report.people", "report.result", "report.indicators", "report.plan", "report.advice"),
        CHAPTERS,
        strict=True,
    )
)
DRAFT_MARK: Final = "ร่าง"
POINT_MM: Final = 25.4 / 72.0


@dataclass(frozen=True, slots=True)
class Sheets:
    """What is to be set: a kind, its resolved fields, its text, its number and day."""

    kind: Kind
    fields: Mapping[str, str]
    document: Document
    number: str = ""
    day: date | None = None
    watermark: bool = False


@dataclass(slots=True)
class PaperSetter:
    """Sets papers of one office again and again; keeps what it set, so that one more letter is cheap."""

    family: str = FAMILIES[0]
    _setter: Typesetter | None = None
    _words: tuple[str, ...] = field(default=())

    def set(
        self, sheets: Sheets, facts: Facts, picture: Callable[[str], bytes | None], zone: tzinfo | None = None
    ) -> SetPaper:
        """Set a paper; the problems of `documents.setting.to_pdf`."""
        with problems():
            setter = self._ready(facts.content.office)
            composer, frame = laid_out(sheets, facts, picture, Ruler(setter))
            blocks = [*frame.before, *composer.blocks(tidy(sheets.document)), *frame.after]
            made = render_marked(
                blocks,
                setter,
                info=info_of(sheets, facts, zone),
                page=frame.page,
                watermark=DRAFT_MARK if sheets.watermark else None,
            )
        return SetPaper(made.pdf, made.pages, tuple(_place(each, composer) for each in made.places))

    def _ready(self, office: Office) -> Typesetter:
        """Return the typesetter; another office name means other words that no line may break."""
        words = names_of(office)
        if self._setter is None or words != self._words:
            self._setter = Typesetter(find_family(self.family), Words(words), Memory())
            self._words = words
        return self._setter


def laid_out(
    sheets: Sheets, facts: Facts, picture: Callable[[str], bytes | None], ruler: Ruler
) -> tuple[Composer, Frame]:
    """Prepare a paper: what turns its text into blocks, and what stands round it."""
    thai = sheets.kind.thai_digits and sheets.fields.get("digits") != ARABIC
    digits = Digits.THAI if thai else Digits.ARABIC
    ink = Ink(live_values(facts), digits)
    given = Given(
        sheets.fields, ink, ruler, sheets.number, sheets.day, facts.emblem, facts.content.office.name,
        facts.content.year,
    )  # fmt: skip
    frame = FORMS[sheets.kind.form](given)
    page = frame.page.but(page_number=digits.value)
    page = marked(page, given.field("secrecy"), given.field("urgency"))
    chapters = _Chapters(facts, ruler)
    composer = Composer(ink, picture, lambda name: rich_part(name, facts), chapters.chapter, frame.book)
    return composer, replace(frame, page=page)


def rich_part(name: str, facts: Facts) -> tuple[RichBlock, ...]:
    """Write a part of the file as rich text; empty for a chapter, or for a name that nobody knows."""
    return tuple(PARTS[name][1](facts)) if name in PARTS else ()


class _Chapters:
    """Sets chapters of the year's report: their numbers go on from one to the next."""

    def __init__(self, facts: Facts, ruler: Ruler) -> None:
        """Open the report that the chapters belong to."""
        self._book = new_book(facts.content, ruler)

    def chapter(self, name: str) -> list[Block]:
        """Return the blocks of a chapter; none for an unknown name."""
        return list(CHAPTER_NAMES[name](self._book)) if name in CHAPTER_NAMES else []


def info_of(sheets: Sheets, facts: Facts, zone: tzinfo | None) -> DocumentInfo:
    """Say what the PDF is; the day stands in it, not the hour: the same paper gives the same bytes."""
    created = datetime.combine(sheets.day or facts.today, time(), zone)
    title = " ".join(sheets.fields.get("subject", "").split()) or sheets.kind.title
    return DocumentInfo(title, created, author=facts.content.office.name)


def _place(place: MarkedPlace, composer: Composer) -> Place:
    """Turn a place on the page back into a letter of the source."""
    lengths = composer.lengths.get(place.mark, ())
    return Place(
        place.page,
        place.top * POINT_MM,
        place.bottom * POINT_MM,
        place.left * POINT_MM,
        place.right * POINT_MM,
        place.mark,
        source_offset(lengths, place.offset),
    )
