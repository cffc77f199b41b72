"""An instrument file read into an `Instrument`, or refused with every mistake in it and nothing half-loaded.

The format is described in docs/instrument-format.md and, for editors and tests, in
resources/instruments/schema.json; this reader checks by hand, so that it needs nothing but Python and can say
in the user's words what a schema cannot.
"""

from __future__ import annotations

from ita_desktop.domain.instrument import Instrument
from ita_desktop.domain.instrument_checks import check_whole
from ita_desktop.domain.instrument_json import JsonObject, Number, read_json
from ita_desktop.domain.instrument_mistakes import MistakeKind, Mistakes
from ita_desktop.domain.instrument_record import Record, read_record
from ita_desktop.domain.instrument_rules import (
    FIRST_YEAR,
    LAST_YEAR,
    days_of,
    read_activity,
    read_grade_rule,
    read_roster,
    read_sample_rule,
)
from ita_desktop.domain.instrument_scales import read_scales
from ita_desktop.domain.instrument_spot import Spot, is_code
from ita_desktop.domain.instrument_tools import read_tools

__all__ = ["FORMAT", "MistakeKind", "parse"]

FORMAT = 1
"""The format that this program reads. A file of another number is refused whole, for its keys may differ."""

MOST_REVISIONS = 9999

_NEEDED = ("format", "fiscal_year", "title", "sources", "unconfirmed", "target", "tools", "grade_rules")
_OPTIONAL = (
    "$schema",
    "revision",
    "scales",
    "sample_rules",
    "roster",
    "calendar",
    "findings_headings",
    "successors",
)


def parse(text: str) -> Instrument:
    """Return the instrument of a file's text; InstrumentInvalid with all its mistakes if there are any."""
    mistakes = Mistakes()
    whole = Spot("", read_json(text), mistakes)
    _check_format(whole)
    mistakes.raise_if_any()
    instrument = _read_instrument(read_record(whole, _NEEDED, _OPTIONAL))
    check_whole(instrument, mistakes)
    mistakes.raise_if_any()
    return instrument


def _check_format(whole: Spot) -> None:
    """Note a file of a format that only another program reads, before its keys are called mistakes."""
    if isinstance(whole.value, JsonObject):
        written = whole.value.fields.get("format", Number(str(FORMAT)))
        if not isinstance(written, Number) or written.exact() != FORMAT:
            whole.at("format").note(MistakeKind.UNKNOWN_FORMAT, str(FORMAT))


def _read_instrument(record: Record) -> Instrument:
    """Read everything that the file says."""
    fiscal_year = record.whole("fiscal_year", FIRST_YEAR, LAST_YEAR)
    days = days_of(fiscal_year)
    record.remark("$schema")
    return Instrument(
        fiscal_year=fiscal_year,
        title=record.text("title"),
        tools=read_tools(record, read_scales(record)),
        grade_rules=tuple(read_grade_rule(spot) for spot in record.spots("grade_rules", 1)),
        target=record.number("target"),
        sample_rules=tuple(read_sample_rule(spot) for spot in record.spots("sample_rules")),
        roster=read_roster(record, days),
        calendar=tuple(read_activity(spot, days) for spot in record.spots("calendar")),
        findings_headings=record.texts("findings_headings"),
        successors=_read_successors(record),
        unconfirmed=record.texts("unconfirmed"),
        sources=record.texts("sources", 1),
        revision=record.whole("revision", 1, MOST_REVISIONS, 1),
    )


def _read_successors(record: Record) -> tuple[tuple[str, str], ...]:
    """Read which item of this year an older year's item has become."""
    if "successors" not in record:
        return ()
    pairs = []
    for old, spot in record.fields["successors"].entries().items():
        if not is_code(old):
            spot.note(MistakeKind.BAD_CODE, old)
        pairs.append((old, spot.code()))
    return tuple(pairs)
