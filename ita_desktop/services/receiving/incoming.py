"""A package at the door: who sent it, in which order it comes, what would change. Nothing is written here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ita_desktop.domain.instrument_file import parse
from ita_desktop.domain.packages.contents import Down
from ita_desktop.domain.packages.keys import Side
from ita_desktop.domain.packages.merging import Field, Meeting
from ita_desktop.domain.packages.numbering import Arrival, Numbered, Order, order_of
from ita_desktop.domain.packages.problems import PackageRefused, RefusalKind
from ita_desktop.domain.packages.shipment import Fate, Shipment, Thing
from ita_desktop.domain.plan.library import LibraryUnusable, parse_library
from ita_desktop.domain.problems import InstrumentProblem, Problem
from ita_desktop.exchange.package_label import safe_code
from ita_desktop.models import (
    checklist_store,
    key_store,
    package_store,
    plan_store,
    published_store,
    settings_store,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from ita_desktop.domain.checklist import CheckEntry
    from ita_desktop.domain.packages.keys import Party
    from ita_desktop.exchange.package_verify import PackageReport
    from ita_desktop.models.database import Transaction


PAPER_ENDINGS = (".ita-template", ".json")


@dataclass(frozen=True, slots=True)
class Preview:
    """What a package would change: field by field, and the things beside them.

    `sender` carries whether its fingerprint was ever confirmed; `order` how it stands among those before.
    """

    path: Path
    report: PackageReport
    sender: Party
    order: Order
    fields: tuple[Field, ...]
    things: tuple[Thing, ...]

    @property
    def clashes(self) -> tuple[Field, ...]:
        """The fields that both sides changed: a person decides."""
        return tuple(each for each in self.fields if each.meeting is Meeting.CLASH)

    @property
    def changes(self) -> tuple[Field, ...]:
        """The fields that would take the sender's value unasked."""
        return tuple(each for each in self.fields if each.meeting is Meeting.NEW)

    @property
    def empty(self) -> bool:
        """Whether taking it would change nothing."""
        new = any(each.fate is Fate.NEW for each in self.things)
        return self.order.arrival is Arrival.SAME or not (self.clashes or self.changes or new)


def check_sender(path: Path, report: PackageReport, known: tuple[Party, ...], own: str) -> Party:
    """Return who sent a package from above; PackageRefused for anybody who may not.

    `own` is the office's own fingerprint, empty if it has none.
    """
    if report.signer is None:
        raise PackageRefused(path, RefusalKind.UNSIGNED)
    mark = report.signer.fingerprint
    if mark == own:
        raise PackageRefused(path, RefusalKind.OWN)
    party = next((each for each in known if each.fingerprint == mark), None)
    if party is None:
        raise PackageRefused(path, RefusalKind.SENDER_UNKNOWN, f"{report.signer.name} {mark}")
    if party.side is not Side.HEADQUARTERS or report.label.side is not Side.HEADQUARTERS:
        raise PackageRefused(path, RefusalKind.NOT_FROM_ABOVE, report.label.office)
    return party


def preview(
    transaction: Transaction, year: int, path: Path, report: PackageReport, shipment: Shipment
) -> Preview:
    """Say what would change; PackageRefused for another year, or where there is nothing for this office."""
    office, known = settings_store.office(transaction), key_store.parties(transaction)
    own = key_store.own_secrets(transaction)
    mark = _own_mark(own)
    sender = check_sender(path, report, known, mark)
    if shipment.of_one_year and report.label.fiscal_year != year:
        raise PackageRefused(path, RefusalKind.OTHER_YEAR, str(report.label.fiscal_year), str(year))
    label = report.label
    new = Numbered(label.number, report.digest, label.previous)
    order = order_of(new, package_store.row_of(transaction, sender.fingerprint))
    fields = tuple(_fields(transaction, year, safe_code(office.code), shipment))
    things = tuple(_things(transaction, year, shipment, known))
    if not fields and not things:
        codes = {each.office_code for each in shipment.figures}
        found = ", ".join(sorted(codes | {each.office_code for each in shipment.judgements}))
        raise PackageRefused(path, RefusalKind.NOTHING_FOR_US, found, office.code)
    return Preview(path, report, sender, order, fields, things)


def _own_mark(secrets: tuple[bytes, str] | None) -> str:
    """Return the office's own fingerprint, empty before it has keys."""
    from ita_desktop.domain.packages.keys import fingerprint
    from ita_desktop.exchange.sealing.age import recipient_of
    from ita_desktop.exchange.sealing.signing import public_of

    return fingerprint(public_of(secrets[0]), recipient_of(secrets[1])) if secrets is not None else ""


def _fields(transaction: Transaction, year: int, code: str, shipment: Shipment) -> Iterator[Field]:
    """Lay what came for this office beside what it has, and beside what came before."""
    base = package_store.base_values(transaction, year)
    published = published_store.figures(transaction, year)
    entries = checklist_store.entries(transaction, year)
    for place, theirs in incoming_values(code, shipment).items():
        yield Field(place, _mine(place, published, entries), theirs, base.get(place))


def incoming_values(code: str, shipment: Shipment) -> dict[str, str | None]:
    """Return what came for an office by field: `published/total`, `oit/o2/final`, `oit/o2/comment`."""
    values: dict[str, str | None] = {}
    for figure in shipment.figures:
        if safe_code(figure.office_code).casefold() == code.casefold():
            values[f"published/{figure.key}"] = str(figure.value)
    for each in shipment.judgements:
        if safe_code(each.office_code).casefold() == code.casefold():
            result = str(each.result) if each.result is not None else None
            values[f"oit/{each.code}/{each.stage.value}"] = result
            if each.comment:
                values[f"oit/{each.code}/comment"] = each.comment
    return values


def _mine(place: str, published: Mapping[str, object], entries: Mapping[str, CheckEntry]) -> str | None:
    """Return what the office has at a field."""
    from ita_desktop.domain.checklist import ResultStage

    kind, _, rest = place.partition("/")
    if kind == "published":
        value = published.get(rest)
        return str(value) if value is not None else None
    code, _, what = rest.partition("/")
    entry = entries.get(code)
    if entry is None:
        return None
    if what == "comment":
        return entry.comment or None
    result = entry.of_stage(ResultStage(what))
    return str(result) if result is not None else None


def _things(
    transaction: Transaction, year: int, shipment: Shipment, known: tuple[Party, ...]
) -> Iterator[Thing]:
    """Judge each thing that came beside the fields."""
    for text in shipment.instruments:
        yield _instrument(transaction, year, text)
    for name, text in shipment.libraries.items():
        yield _library(transaction, name, text)
    kept = package_store.files(transaction, Down.TEMPLATES.value)
    for name, data in shipment.templates.items():
        yield Thing(Down.TEMPLATES, name, _fate_of_template(name, data, kept))
    marks = {each.fingerprint for each in known}
    for party in shipment.keys:
        yield Thing(Down.KEYS, party.name, Fate.SAME if party.fingerprint in marks else Fate.NEW)


def is_paper(name: str) -> bool:
    """Tell a template of this program's papers from any other file, which is only kept for a person."""
    return name.lower().endswith(PAPER_ENDINGS)


def _fate_of_template(name: str, data: bytes, kept: Mapping[str, str]) -> Fate:
    """Judge a template of papers."""
    from ita_desktop.services.paperwork.templates import parsed

    if kept.get(name) == data.hex():
        return Fate.SAME
    if is_paper(name):
        try:
            parsed(data)
        except Problem:
            return Fate.UNUSABLE
    return Fate.NEW


def _instrument(transaction: Transaction, year: int, text: str) -> Thing:
    """Judge an instrument: of the working year by its revision, of another year as one to begin with."""
    try:
        new = parse(text)
    except InstrumentProblem:
        return Thing(Down.INSTRUMENT, "?", Fate.UNUSABLE)
    name = str(new.fiscal_year)
    if new.fiscal_year == year:
        kept = settings_store.instrument_text(transaction, year)
    else:
        kept = package_store.files(transaction, Down.INSTRUMENT.value).get(name, "")
    if kept == text:
        return Thing(Down.INSTRUMENT, name, Fate.SAME)
    if kept and parse(kept).revision > new.revision:
        return Thing(Down.INSTRUMENT, name, Fate.OLDER)
    return Thing(Down.INSTRUMENT, name, Fate.NEW)


def _library(transaction: Transaction, name: str, text: str) -> Thing:
    """Judge a library of measures by its version."""
    try:
        library = parse_library(text)
    except LibraryUnusable:
        return Thing(Down.MEASURES, name, Fate.UNUSABLE)
    kept = plan_store.library_version(transaction, library.source)
    if kept is None or kept < library.version:
        return Thing(Down.MEASURES, library.source, Fate.NEW)
    return Thing(Down.MEASURES, library.source, Fate.SAME if kept == library.version else Fate.OLDER)


def confirmed_by(party: Party, sender: Party) -> Party:
    """Return a key that came with a package: it is as sure as the sender is."""
    return replace(party, confirmed=sender.confirmed)
