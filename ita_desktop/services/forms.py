"""Paper that goes out: questionnaires to answer, the cover sheet of a batch, thank-you slips, the poster.

Nothing here changes the file. `documents` is imported when a paper is asked for: a window comes first.
"""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING, Final

from ita_desktop.domain.batches import Batch
from ita_desktop.domain.papers import PaperKind
from ita_desktop.domain.problems import DocumentUnknown, FieldFault, FieldProblem, MissingRecord
from ita_desktop.models import questionnaire_store, settings_store

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_desktop.documents.forms.layout import FormLayout
    from ita_desktop.documents.forms.page_code import FormSize
    from ita_desktop.domain.office import Office
    from ita_desktop.services.session import Session

COVER_SHEET: Final = "cover-sheet"
THANK_YOU: Final = "thank-you"
POSTER: Final = "poster"
POSTER_A3: Final = "poster-a3"
QUESTIONNAIRE: Final = "questionnaire-"
LARGE: Final = "-large"


class FormService:
    """Print the forms of the year that is worked on, from the file's own instrument."""

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session

    def kinds(self) -> tuple[PaperKind, ...]:
        """Return what can be printed: each part's form in two sizes, then the papers around them."""
        from ita_desktop.documents.forms import texts

        forms = [
            PaperKind(code, texts.questionnaire(part, large=large))
            for code, (part, large) in self._questionnaires().items()
        ]
        around = [
            PaperKind(COVER_SHEET, texts.COVER),
            PaperKind(THANK_YOU, texts.SLIPS),
            PaperKind(POSTER, texts.poster("A4")),
            PaperKind(POSTER_A3, texts.poster("A3")),
        ]
        return (*forms, *around)

    def render(self, kind: str) -> bytes:
        """Set a paper by its code: one unnumbered form, or the cover sheets of all open batches.

        DocumentUnknown, CharacterUnprintable, PageOverflow.
        """
        forms = self._questionnaires()
        if kind in forms:
            part, large = forms[kind]
            return self.questionnaire(part, large=large)
        if kind == COVER_SHEET:
            return self.cover_sheets()
        if kind == THANK_YOU:
            return self.thank_you()
        if kind in (POSTER, POSTER_A3):
            return self.poster(a3=kind == POSTER_A3)
        raise DocumentUnknown(kind, tuple(each.code for each in self.kinds()))

    def numbered(self, kind: str, serials: Sequence[int]) -> bytes:
        """Set a form by its code, one for each number; DocumentUnknown for what is no questionnaire."""
        forms = self._questionnaires()
        if kind not in forms:
            raise DocumentUnknown(kind, tuple(forms))
        part, large = forms[kind]
        return self.questionnaire(part, serials, large=large)

    def questionnaire(self, part: str, serials: Sequence[int] = (), *, large: bool = False) -> bytes:
        """Set a part's form, one for each number in `serials`, or one with an empty box for its number.

        DocumentUnknown for a part without questions, FieldProblem for a number that a form cannot have,
        CharacterUnprintable, PageOverflow.
        """
        from ita_desktop.documents.forms.page_code import LAST_SERIAL
        from ita_desktop.documents.forms.questionnaire import questionnaire

        self._check(part)
        for serial in serials:
            if not 1 <= serial <= LAST_SERIAL:
                raise FieldProblem("serial", FieldFault.OUT_OF_RANGE, str(serial), f"1-{LAST_SERIAL}")
        return questionnaire(
            self._session.instrument,
            part,
            self._office().name,
            created=self._created(),
            serials=serials,
            size=_size(large=large),
        )

    def layout(self, part: str, *, large: bool = False) -> FormLayout:
        """Return where every box of a part's form stands on the paper. As `questionnaire`."""
        from ita_desktop.documents.forms.questionnaire import layout

        self._check(part)
        return layout(self._session.instrument, part, self._office().name, _size(large=large))

    def cover_sheet(self, key: int) -> bytes:
        """Set the cover sheet of one batch. MissingRecord, CharacterUnprintable."""
        with self._session.reading() as transaction:
            batch = questionnaire_store.find_batch(transaction, self._session.year, key)
        if batch is None:
            raise MissingRecord("batch", str(key))
        return self._covers([batch])

    def cover_sheets(self) -> bytes:
        """Set the cover sheets of all open batches; with none open, an empty one for each part."""
        with self._session.reading() as transaction:
            batches = questionnaire_store.batches(transaction, self._session.year)
        parts = [part.code for tool, part in self._session.instrument.survey_parts() if tool.questions]
        waiting = [batch for batch in batches if not batch.closed and batch.part in parts]
        return self._covers(waiting or [Batch(part, 0) for part in parts])

    def thank_you(self) -> bytes:
        """Set a sheet of thank-you slips. CharacterUnprintable."""
        from ita_desktop.documents.forms.slips import thank_you

        return thank_you(self._session.instrument, self._office(), created=self._created())

    def poster(self, *, a3: bool = False) -> bytes:
        """Set the poster, A4 or A3. CharacterUnprintable."""
        from ita_desktop.documents.forms.poster import poster
        from ita_desktop.documents.forms.press import A3, A4

        paper = A3 if a3 else A4
        return poster(self._session.instrument, self._office(), created=self._created(), paper=paper)

    def _covers(self, batches: Sequence[Batch]) -> bytes:
        from ita_desktop.documents.forms.cover_sheet import cover_sheets

        instrument, office = self._session.instrument, self._office().name
        return cover_sheets(instrument, batches, office, created=self._created())

    def _questionnaires(self) -> dict[str, tuple[str, bool]]:
        """Return the codes of the forms with part and size; a part whose questions are unknown has none."""
        parts = [part.code for tool, part in self._session.instrument.survey_parts() if tool.questions]
        return {
            f"{QUESTIONNAIRE}{part.lower()}{LARGE if large else ''}": (part, large)
            for part in parts
            for large in (False, True)
        }

    def _check(self, part: str) -> None:
        """Refuse a part that has no form."""
        known = {code: part for code, (part, large) in self._questionnaires().items() if not large}
        if part not in known.values():
            raise DocumentUnknown(f"{QUESTIONNAIRE}{part.lower()}", tuple(known))

    def _office(self) -> Office:
        with self._session.reading() as transaction:
            return settings_store.office(transaction)

    def _created(self) -> datetime:
        """Return the beginning of the day: the hour would make each print another file."""
        now = self._session.now()
        return datetime.combine(now.date(), time(), now.tzinfo)


def _size(*, large: bool) -> FormSize:
    from ita_desktop.documents.forms.page_code import FormSize

    return FormSize.LARGE if large else FormSize.STANDARD
