"""A form placed: the largest letters with which it stays on few pages, and the layout that follows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from ita_desktop.documents.forms import texts
from ita_desktop.documents.forms.compose import Composer
from ita_desktop.documents.forms.content import FormContent, form_content
from ita_desktop.documents.forms.layout import LEFT, RIGHT, Box, FormLayout, Writing
from ita_desktop.documents.forms.look import Look, Pencil
from ita_desktop.documents.forms.page_code import FormSize
from ita_desktop.documents.forms.paging import Page, PlacedStrip, paged, pages_needed
from ita_desktop.documents.forms.strips import Tick
from ita_desktop.documents.ruler import Ruler
from ita_desktop.documents.setting import FAMILIES, problems
from ita_desktop.domain.papers import PageOverflow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_desktop.domain.instrument import Instrument

SIZES: Final = {FormSize.STANDARD: (20.0, 19.0, 18.0, 17.0, 16.0), FormSize.LARGE: (26.0, 24.0, 23.0, 22.0)}
"""Official points of the body, the largest first; the last one is the least that is allowed."""
AIR: Final = (1.0, 0.75, 0.5)
"""Shares of white tried for each size before smaller letters are."""
TIGHT: Final = (0.25, 0.0)
"""Less white, tried with the smallest letters where that saves the second sheet."""
FEW_SHEETS: Final = {FormSize.STANDARD: 1, FormSize.LARGE: 2}
"""Up to so many sheets, both sides printed, a form may grow for the sake of larger letters."""
ONE_PAGE_FROM: Final = 18.0
"""A form goes on one page only where its letters stay this large; else it takes both sides of the sheet."""


@dataclass(frozen=True, slots=True)
class FormPlan:
    """A form on its pages."""

    content: FormContent
    look: Look
    pages: tuple[Page, ...]
    layout: FormLayout


def plan(instrument: Instrument, part: str, office: str, size: FormSize) -> FormPlan:
    """Place a part's form.

    Raises KeyError for a part that takes no questionnaires, PageOverflow for a question higher than a page,
    CharacterUnprintable.
    """
    with problems():
        return _plan(instrument, part, office, size)


def names(office: str) -> tuple[str, ...]:
    """Return what no line of a form may break."""
    return (*texts.WHOLE, office) if office else texts.WHOLE


@lru_cache(maxsize=8)
def _plan(instrument: Instrument, part: str, office: str, size: FormSize) -> FormPlan:
    content = form_content(instrument, part)
    pencil = Pencil(Ruler.of(FAMILIES[0], names(office)))
    composer, count = _choose(Candidates(content, office, pencil), size)
    pages = tuple(paged(composer.strips(), count))
    return FormPlan(content, composer.look, pages, _layout(content, size, pages))


@dataclass(frozen=True, slots=True)
class Candidates:
    """Composes a form in one look after another."""

    content: FormContent
    office: str
    pencil: Pencil

    def fitting(self, looks: Iterable[Look]) -> list[tuple[Composer, int]]:
        """Return the looks that keep every question on a page, with the pages needed.

        Letters so large that a scale no longer stands in one row are passed over where smaller ones keep it.
        """
        composers = [Composer.of(self.content, self.office, self.pencil, look) for look in looks]
        rows = [composer for composer in composers if composer.one_row] or composers
        needed = [(composer, pages_needed(composer.strips())) for composer in rows]
        return [(composer, count) for composer, count in needed if count]


def _choose(candidates: Candidates, size: FormSize) -> tuple[Composer, int]:
    """Choose the largest letters that keep the form on few sheets, or else on the fewest; with its pages.

    More than one page is an even number: printed on both sides, each form begins on a sheet of its own.
    """
    fitting = candidates.fitting(Look(points, air) for points in SIZES[size] for air in AIR)
    if not fitting:
        raise PageOverflow("question")
    for composer, count in fitting:
        if count == 1 and composer.look.size >= ONE_PAGE_FROM:
            return composer, 1
    few = FEW_SHEETS[size]
    least = min(_sheets(count) for _, count in fitting)
    if least > few:
        tight = candidates.fitting(Look(SIZES[size][-1], air) for air in TIGHT)
        fitting = [(composer, count) for composer, count in tight if _sheets(count) <= few] or fitting
    least = max(few, min(_sheets(count) for _, count in fitting))
    composer, count = next((composer, count) for composer, count in fitting if _sheets(count) <= least)
    return composer, 1 if count == 1 else 2 * _sheets(count)


def _sheets(pages: int) -> int:
    """Return how many sheets so many pages take, both sides printed."""
    return (pages + 1) // 2


def _layout(content: FormContent, size: FormSize, pages: tuple[Page, ...]) -> FormLayout:
    boxes = [
        Box(number, ink.question, ink.choice, LEFT + ink.x, placed.y + ink.y, ink.side, ink.side)
        for number, page in enumerate(pages, 1)
        for placed in page
        for ink in placed.strip.ink
        if isinstance(ink, Tick)
    ]
    writing = [
        _writing(number, placed)
        for number, page in enumerate(pages, 1)
        for placed in page
        if placed.strip.writing
    ]
    return FormLayout(
        content.instrument.fiscal_year,
        content.instrument.revision,
        content.part.code,
        content.part_number,
        size,
        len(pages),
        tuple(boxes),
        tuple(writing),
    )


def _writing(page: int, placed: PlacedStrip) -> Writing:
    strip = placed.strip
    return Writing(page, LEFT, placed.y + strip.height - strip.writing, RIGHT - LEFT, strip.writing)
