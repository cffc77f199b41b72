"""The printed questionnaire of any survey part, one form or a run of numbered ones."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ita_desktop.documents.figures import written
from ita_desktop.documents.forms import texts
from ita_desktop.documents.forms.furniture import draw_foot, draw_identity, draw_marks
from ita_desktop.documents.forms.layout import LEFT, RIGHT
from ita_desktop.documents.forms.page_code import LAST_SERIAL, FormSize
from ita_desktop.documents.forms.plan import names, plan
from ita_desktop.documents.forms.press import press
from ita_desktop.documents.typeset import DocumentInfo, Pen
from ita_desktop.documents.typeset.style import MM
from ita_desktop.domain.papers import Digits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from ita_desktop.documents.forms.layout import FormLayout
    from ita_desktop.documents.forms.plan import FormPlan
    from ita_desktop.documents.forms.press import Draw
    from ita_desktop.domain.instrument import Instrument


def layout(instrument: Instrument, part: str, office: str, size: FormSize) -> FormLayout:
    """Return where every box of a part's form stands; the form is drawn from the same plan.

    The office's name counts, for it may take one line or two. Raises as `questionnaire`.
    """
    return plan(instrument, part, office, size).layout


def questionnaire(
    instrument: Instrument,
    part: str,
    office: str,
    *,
    created: datetime,
    serials: Sequence[int] = (),
    size: FormSize = FormSize.STANDARD,
) -> bytes:
    """Set a part's form; `serials` are the numbers of the forms, none for one form to copy.

    Raises KeyError for a part that takes no questionnaires, ValueError for a number out of range,
    PageOverflow for a question higher than a page, CharacterUnprintable.
    """
    if any(not 1 <= serial <= LAST_SERIAL for serial in serials):
        raise ValueError(serials)
    form = plan(instrument, part, office, size)
    numbers = tuple(serials) or (0,)
    info = DocumentInfo(
        written(f"{form.content.title} {texts.fiscal_year(instrument.fiscal_year)}", Digits.THAI),
        created,
        author=office,
        subject=written(instrument.title, Digits.THAI),
    )
    plates = [partial(_draw_plate, form, page) for page in range(1, len(form.pages) + 1)]
    return press(plates, _pages(form, numbers), info, words=names(office))


def _pages(form: FormPlan, serials: Iterable[int]) -> Iterator[tuple[int | None, Draw]]:
    """Yield the pages of all forms, each with the number and code that it alone has."""
    for serial in serials:
        for page in range(len(form.pages)):
            yield page, partial(draw_identity, form.layout.page_code(page + 1, serial))


def _draw_plate(form: FormPlan, page: int, pen: Pen) -> None:
    """Draw what a page of every copy has in common; `page` counts from 1."""
    draw_marks(pen)
    draw_foot(pen, page, len(form.pages))
    for placed in form.pages[page - 1]:
        inner = Pen(pen.sheet, pen.setter, LEFT * MM, placed.y * MM, RIGHT - LEFT)
        for ink in placed.strip.ink:
            ink.draw(inner)
