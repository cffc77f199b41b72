"""The office, the working year's instrument, and settings of the file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ita_desktop.domain.history import Action, Entry
from ita_desktop.domain.instrument_file import parse
from ita_desktop.domain.problems import FieldFault, FieldProblem
from ita_desktop.domain.thai_text import normalized
from ita_desktop.models import history_store, questionnaire_store, settings_store
from ita_desktop.services.changes import EVERYTHING, Changes, Topic

if TYPE_CHECKING:
    from ita_desktop.domain.instrument import Instrument
    from ita_desktop.domain.office import Office
    from ita_desktop.services.session import Session

SMALL_CELL = "small-cell"
SMALL_CELL_DEFAULT = 5
ITAS_MINIMUM = "itas-minimum"


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

    def change_instrument(self, text: str) -> Changes:
        """Replace the year's instrument by a corrected file of the same year; InstrumentInvalid otherwise.

        Questions already answered must keep their place on the form: FieldProblem if the form differs while
        questionnaires are in.
        """
        new, old = parse(text), self._session.instrument
        if new.fiscal_year != old.fiscal_year:
            raise FieldProblem(
                "fiscal_year", FieldFault.NOT_OFFERED, str(new.fiscal_year), str(old.fiscal_year)
            )
        if new.revision < old.revision:
            raise FieldProblem("revision", FieldFault.OUT_OF_RANGE, str(new.revision), str(old.revision))
        self._check_forms(new, old)
        with self._session.change(Action.CHANGED_INSTRUMENT, str(new.fiscal_year)) as change:
            settings_store.put_round(change.transaction, new.fiscal_year, text)
            change.changes = replace(change.changes, topics=EVERYTHING)
        return change.changes

    def _check_forms(self, new: Instrument, old: Instrument) -> None:
        """Refuse another form for a part that has answers: their columns would be read as other questions."""
        with self._session.reading() as transaction:
            keyed = questionnaire_store.respondents(transaction, self._session.year)
        for tool, part in old.survey_parts():
            if not keyed.get(part.code):
                continue
            try:
                form = new.tool_of_part(part.code).form
            except KeyError:
                form = ()
            before = [(question.code, len(question.choices)) for question in tool.form]
            if before != [(question.code, len(question.choices)) for question in form]:
                raise FieldProblem(part.code, FieldFault.NOT_OFFERED, part.code)

    def history(self, limit: int | None = None) -> tuple[Entry, ...]:
        """Return who changed what when, newest first."""
        with self._session.reading() as transaction:
            return history_store.entries(transaction, limit)
