"""The office, the working year's instrument, and settings of the file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ita_desktop.domain.history import Action, Entry
from ita_desktop.domain.instrument_file import parse
from ita_desktop.domain.problems import (
    FieldFault,
    FieldProblem,
    InstrumentConflict,
    InstrumentDoesNotFit,
)
from ita_desktop.domain.thai_text import normalized
from ita_desktop.models import history_store, questionnaire_store, settings_store
from ita_desktop.services import emblem
from ita_desktop.services.changes import EVERYTHING, Changes, Topic

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_desktop.domain.instrument import Instrument, Question
    from ita_desktop.domain.office import Office
    from ita_desktop.services.session import Change, Session

SMALL_CELL = "small-cell"
SMALL_CELL_DEFAULT = 5
ITAS_MINIMUM = "itas-minimum"


@dataclass(frozen=True, slots=True)
class OfficeDetails:
    """All that papers and rules know of the office.

    `minimums`: what ITAS asks for by part, where the office was told a number; it wins over the year's rule.
    `emblem`: a PNG or JPEG for the papers' heads.
    """

    office: Office
    minimums: Mapping[str, int]
    emblem: bytes | None = None


class SettingsService:
    """Read and change what the file says of the office and of itself."""

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session

    def office(self) -> Office:
        """Return the office."""
        with self._session.reading() as transaction:
            return settings_store.office(transaction)

    def change_office(self, office: Office) -> Changes:
        """Keep the office; FieldProblem if it has no name."""
        name = normalized(office.name)
        if not name:
            raise FieldProblem("office", FieldFault.EMPTY)
        with self._session.change(Action.CHANGED_OFFICE, "", Topic.OFFICE) as change:
            settings_store.put_office(change.transaction, replace(office, name=name))
        return change.changes

    def details(self) -> OfficeDetails:
        """Return what is known of the office."""
        with self._session.reading() as transaction:
            minimums = dict(settings_store.get(transaction, ITAS_MINIMUM, {}))
            return OfficeDetails(settings_store.office(transaction), minimums, emblem.kept(transaction))

    def change_details(self, details: OfficeDetails) -> Changes:
        """Keep all of it in one command, which one undo takes back.

        FieldProblem `office` without a name, `emblem` for what is no small PNG or JPEG, the part's code for a
        minimum below 1.
        """
        name = normalized(details.office.name)
        if not name:
            raise FieldProblem("office", FieldFault.EMPTY)
        for part, count in details.minimums.items():
            if count < 1:
                raise FieldProblem(part, FieldFault.OUT_OF_RANGE, str(count))
        if details.emblem is not None:
            emblem.check(details.emblem)
        with self._session.change(
            Action.CHANGED_OFFICE, "", Topic.OFFICE, Topic.ANSWERS, Topic.PAPERS
        ) as change:
            settings_store.put_office(change.transaction, replace(details.office, name=name))
            settings_store.put(change.transaction, ITAS_MINIMUM, dict(details.minimums))
            if details.emblem != emblem.kept(change.transaction):
                emblem.put(change.transaction, details.emblem)
        return change.changes

    def small_cell(self) -> int:
        """Return the smallest count that a table about respondents may show."""
        with self._session.reading() as transaction:
            return int(settings_store.get(transaction, SMALL_CELL, SMALL_CELL_DEFAULT))

    def put_itas_minimum(self, part: str, count: int | None) -> Changes:
        """Keep the number that ITAS itself asks for; it wins over the instrument's rule. None forgets it."""
        with self._session.change(Action.CHANGED_SETTING, part, Topic.ANSWERS) as change:
            known = dict(settings_store.get(change.transaction, ITAS_MINIMUM, {}))
            known.pop(part, None)
            if count is not None:
                known[part] = count
            settings_store.put(change.transaction, ITAS_MINIMUM, known)
        return change.changes

    def instrument_text(self) -> str:
        """Return the file's own copy of the year's instrument."""
        with self._session.reading() as transaction:
            return settings_store.instrument_text(transaction, self._session.year)

    def instrument_revision(self) -> int:
        """Return the revision of the year's instrument: the newer of two corrections has the higher one."""
        return self._session.instrument.revision

    def change_instrument(self, text: str) -> Changes:
        """Replace the year's instrument by a corrected file of the same year; InstrumentInvalid otherwise.

        InstrumentDoesNotFit for another year, for an older revision, and where a form that was answered would
        change: its columns would be read as other questions.
        """
        year = str(parse(text).fiscal_year)
        with self._session.change(Action.CHANGED_INSTRUMENT, year) as change:
            self.put_instrument(change, text)
        return change.changes

    def put_instrument(self, change: Change, text: str) -> None:
        """Do the same within a command that is under way, as when a package brings the correction."""
        transaction = change.transaction
        new = parse(text)
        old = parse(settings_store.instrument_text(transaction, self._session.year))
        if new.fiscal_year != old.fiscal_year:
            raise InstrumentDoesNotFit(
                InstrumentConflict.OTHER_YEAR, str(new.fiscal_year), str(old.fiscal_year)
            )
        if new.revision < old.revision:
            raise InstrumentDoesNotFit(InstrumentConflict.OLDER, str(new.revision), str(old.revision))
        keyed = questionnaire_store.respondents(transaction, self._session.year)
        for tool, part in old.survey_parts():
            if keyed.get(part.code) and _columns(tool.form) != _columns(_form_of(new, part.code)):
                raise InstrumentDoesNotFit(InstrumentConflict.FORM_CHANGED, part.code, part.code)
        settings_store.put_round(transaction, new.fiscal_year, text)
        change.changes = replace(change.changes, topics=EVERYTHING)

    def history(self, limit: int | None = None) -> tuple[Entry, ...]:
        """Return who changed what when, newest first."""
        with self._session.reading() as transaction:
            return history_store.entries(transaction, limit)


def _form_of(instrument: Instrument, part: str) -> tuple[Question, ...]:
    """Return the form of a part, empty if the instrument has no such part."""
    try:
        return instrument.tool_of_part(part).form
    except KeyError:
        return ()


def _columns(form: tuple[Question, ...]) -> list[tuple[str, int]]:
    """Return what an answer line depends on: the questions in order, and how many choices each has."""
    return [(question.code, len(question.choices)) for question in form]
