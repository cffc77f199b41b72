"""The check of an office file: structure, references, the rules of the domain, the chain of the history.

It reports and repairs nothing: what a fault's cause is, a person must say. No finding quotes an answer or a
name, for findings are read aloud on the telephone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.exc import DBAPIError, NoResultFound

from ita_desktop.domain.file_rules import Finding, FindingKind, is_day, is_result, line_pattern
from ita_desktop.domain.instrument_file import parse
from ita_desktop.domain.problems import InstrumentProblem
from ita_desktop.models import history_store, settings_store
from ita_desktop.models.paper_integrity import kept_bytes, papers
from ita_desktop.models.tables import (
    activity,
    batch,
    check_entry,
    draft,
    external_person,
    internal_person,
    measure,
    measure_step,
    published,
    questionnaire,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Column
    from sqlalchemy.sql.elements import ColumnElement

    from ita_desktop.domain.instrument import Instrument
    from ita_desktop.models.database import Transaction

UNREADABLE = (DBAPIError, NoResultFound, ValueError, TypeError, LookupError)
"""What reading raises where bytes of a row were changed: text that is no UTF-8, JSON or date any more."""

DATED: tuple[tuple[str, ColumnElement[str] | Column[str], tuple[Column[str], ...]], ...] = (
    ("internal-person", internal_person.c.id, (internal_person.c.start_date,)),
    ("external-person", external_person.c.id, (external_person.c.contact_date,)),
    ("oit", check_entry.c.code, (check_entry.c.due,)),
    ("measure", measure.c.id, (measure.c.start, measure.c.end)),
    ("measure", measure_step.c.measure, (measure_step.c.start, measure_step.c.end, measure_step.c.done)),
    ("calendar", activity.c.code, (activity.c.start, activity.c.end)),
)
RESULTS = (
    check_entry.c.result,
    check_entry.c.own,
    check_entry.c.preliminary,
    check_entry.c.explained,
    check_entry.c.final,
)


def quick(transaction: Transaction) -> tuple[Finding, ...]:
    """Return faults of structure, references and history: what an unclean end can leave."""
    rules = (_structure, _references, _history)
    return tuple(finding for rule in rules for finding in _all(rule, transaction))


def full(transaction: Transaction) -> tuple[Finding, ...]:
    """Return every fault that can be proven.

    Of a file whose structure is broken no rows are read: they would be nothing to judge by.
    """
    found = quick(transaction)
    if any(finding.kind is FindingKind.STRUCTURE for finding in found):
        return found
    rules = (_settings, _forms, _drafts, _items, _published, _days, papers, kept_bytes)
    return (*found, *(finding for rule in rules for finding in _all(rule, transaction)))


def _all(rule: Callable[[Transaction], Iterator[Finding]], transaction: Transaction) -> list[Finding]:
    """Return what a rule finds; a row that cannot even be read (text that is no UTF-8) is a finding too."""
    found: list[Finding] = []
    try:
        found.extend(rule(transaction))
    except UNREADABLE:
        found.append(Finding(FindingKind.STRUCTURE, rule.__name__.strip("_")))
    return found


def _structure(transaction: Transaction) -> Iterator[Finding]:
    """What SQLite itself finds."""
    for row in transaction.exec_driver_sql("PRAGMA integrity_check(20)"):
        if row[0] != "ok":
            yield Finding(FindingKind.STRUCTURE, str(row[0]))


def _references(transaction: Transaction) -> Iterator[Finding]:
    """Rows that point to a row that is not there."""
    for row in transaction.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Finding(FindingKind.REFERENCE, f"{row[0]} {row[1] or ''}".strip())


def _history(transaction: Transaction) -> Iterator[Finding]:
    """The first line of the history that was removed or altered."""
    line = history_store.broken_at(transaction)
    if line is not None:
        yield Finding(FindingKind.HISTORY, str(line))


def _settings(transaction: Transaction) -> Iterator[Finding]:
    """The office, the year that is worked on, and every value readable."""
    try:
        settings_store.office(transaction)
        active = settings_store.active_year(transaction)
    except UNREADABLE:
        yield Finding(FindingKind.SETTING, "office")
        return
    if active not in settings_store.years(transaction):
        yield Finding(FindingKind.SETTING, "active-year")


def _instruments(transaction: Transaction) -> Iterator[tuple[int, Instrument | None]]:
    """Every year with its instrument, or None where that cannot be read."""
    for year in settings_store.years(transaction):
        try:
            yield year, parse(settings_store.instrument_text(transaction, year))
        except InstrumentProblem:
            yield year, None


def _forms(transaction: Transaction) -> Iterator[Finding]:
    """Every finished form fits its part's form and lies in a batch of its own part and year."""
    for year, instrument in _instruments(transaction):
        if instrument is None:
            yield Finding(FindingKind.INSTRUMENT, str(year))
            continue
        patterns = {part.code: line_pattern(tool.form) for tool, part in instrument.survey_parts()}
        rows = transaction.execute(
            select(questionnaire.c.part, questionnaire.c.serial, questionnaire.c.line).where(
                questionnaire.c.year == year
            )
        )
        for part, serial, line in rows:
            if part not in patterns or not patterns[part].fullmatch(line):
                yield Finding(FindingKind.FORM, f"{part} {serial}")
    strays = select(questionnaire.c.part, questionnaire.c.serial).join(
        batch, batch.c.id == questionnaire.c.batch
    )
    astray = (batch.c.part != questionnaire.c.part) | (batch.c.year != questionnaire.c.year)
    for part, serial in transaction.execute(strays.where(astray)):
        yield Finding(FindingKind.BATCH, f"{part} {serial}")


def _drafts(transaction: Transaction) -> Iterator[Finding]:
    """The forms in hand are beginnings of forms."""
    instruments = dict(_instruments(transaction))
    for row in transaction.execute(select(draft)):
        instrument = instruments.get(row.year)
        tools = {part.code: tool for tool, part in instrument.survey_parts()} if instrument else {}
        tool = tools.get(row.part)
        if tool is None or not line_pattern(tool.form, finished=False).fullmatch(row.line):
            yield Finding(FindingKind.FORM, f"{row.part} {row.serial}")


def _items(transaction: Transaction) -> Iterator[Finding]:
    """Checklist entries are of items that the instrument has, with results that can be."""
    for year, instrument in _instruments(transaction):
        tools = instrument.tools if instrument is not None else ()
        codes = {item.code for tool in tools for item in tool.items}
        rows = transaction.execute(select(check_entry.c.code, *RESULTS).where(check_entry.c.year == year))
        for code, *results in rows:
            if instrument is not None and code not in codes:
                yield Finding(FindingKind.ITEM, code)
            if not all(map(is_result, results)):
                yield Finding(FindingKind.RESULT, code)


def _published(transaction: Transaction) -> Iterator[Finding]:
    """Figures from outside are results too."""
    for row in transaction.execute(select(published)):
        if not is_result(row.value):
            yield Finding(FindingKind.RESULT, f"{row.year} {row.key}")


def _days(transaction: Transaction) -> Iterator[Finding]:
    """Every kept date is one."""
    for name, key, columns in DATED:
        for row in transaction.execute(select(key, *columns)):
            if not all(map(is_day, row[1:])):
                yield Finding(FindingKind.DATE, f"{name} {row[0]}")
