"""A lost office file built again from the plain data of its newest package, when no safety copy is left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.domain.answers import Mark
from ita_desktop.domain.batches import Batch, Questionnaire
from ita_desktop.domain.history import Action
from ita_desktop.domain.instrument_file import parse
from ita_desktop.domain.office import Office
from ita_desktop.exchange.package_verify import NOTHING, opened, report_of
from ita_desktop.exchange.plain_year import instrument_in, read_year
from ita_desktop.models import (
    checklist_store,
    measure_store,
    package_store,
    published_store,
    questionnaire_store,
    roster_store,
)
from ita_desktop.models.package_store import SentPackage
from ita_desktop.services import workspace
from ita_desktop.services.changes import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from ita_desktop.domain.instrument import Instrument
    from ita_desktop.domain.packages.contents import Part
    from ita_desktop.exchange.package_verify import PackageReport
    from ita_desktop.exchange.plain_year import PlainYear
    from ita_desktop.exchange.sealing.age import Unlock
    from ita_desktop.models.database import Transaction


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What came of it: the file, counts of what is in it again, the parts that the package did not hold."""

    path: Path
    items: int
    measures: int
    forms: int
    people: int
    missing: tuple[Part, ...]


def rebuild(package: Path, target: Path, now: Callable[[], datetime], unlock: Unlock = NOTHING) -> Rebuilt:
    """Make a new office file from a package; a file that is there is never touched.

    Raises:
        what `verify_package` raises; PackageRefused for a package that cannot be read as an office's year.
        FileExists, FileMissing, ReadOnly, InstrumentInvalid: the file cannot be made.
    """
    with opened(package, unlock) as (seen, sealed):
        report = report_of(package, seen, sealed=sealed)
        instrument = parse(instrument_in(package, seen))
        year = read_year(package, seen, instrument)
    label = report.label
    office = Office(label.office, label.office_kind, label.province, label.office_code)
    made = workspace.create(target, office, year.instrument_text, now)
    try:
        with made.session.change(Action.RECEIVED, package.name, *EVERYTHING) as change:
            forms = _fill(change.transaction, instrument, year)
            package_store.add_sent(change.transaction, _sent(report))
    except BaseException:
        made.close()
        target.unlink(missing_ok=True)
        raise
    made.close()
    people = len(year.internal) + len(year.external)
    return Rebuilt(target, len(year.entries), len(year.measures), forms, people, year.missing)


def _fill(transaction: Transaction, instrument: Instrument, data: PlainYear) -> int:
    """Write what the package tells; return how many forms that were."""
    year = instrument.fiscal_year
    for key, value in data.published.items():
        published_store.put(transaction, year, key, value)
    for entry in data.entries:
        checklist_store.put(transaction, year, entry)
    for measure in data.measures:
        measure_store.add(transaction, year, measure)
    roster_store.add(transaction, year, data.internal)
    roster_store.add(transaction, year, data.external)
    return sum(_put_forms(transaction, instrument, part, lines) for part, lines in data.answers.items())


def _put_forms(transaction: Transaction, instrument: Instrument, part: str, lines: tuple[str, ...]) -> int:
    """Write the forms of a part as one closed batch; what respondents said of themselves is gone."""
    if not lines:
        return 0
    tool = instrument.tool_of_part(part)
    silent = Mark.BLANK.value * (len(tool.form) - len(tool.questions))
    batch = Batch(part, 0, declared=len(lines), closed=True)
    key = questionnaire_store.add_batch(transaction, instrument.fiscal_year, batch)
    forms = [Questionnaire(key, serial, silent + line) for serial, line in enumerate(lines, 1)]
    questionnaire_store.add(transaction, instrument.fiscal_year, part, forms)
    return len(forms)


def _sent(report: PackageReport) -> SentPackage:
    """Return the line that lets the numbers of packages run on."""
    label = report.label
    return SentPackage(
        label.number, label.fiscal_year, report.path.name, report.digest, label.made_at, label.parts
    )
