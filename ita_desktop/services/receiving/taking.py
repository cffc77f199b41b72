"""Packages taken in: looked at first, then one transaction after a safety copy, one undo for all of it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from ita_desktop.domain.backup_rules import Reason
from ita_desktop.domain.checklist import CheckEntry, ResultStage
from ita_desktop.domain.history import Action
from ita_desktop.domain.instrument_file import parse
from ita_desktop.domain.packages.contents import Down
from ita_desktop.domain.packages.merging import Meeting, Take
from ita_desktop.domain.packages.numbering import Arrival
from ita_desktop.domain.packages.problems import PackageRefused, RefusalKind
from ita_desktop.domain.packages.receipts import Outcome, Receipt
from ita_desktop.domain.packages.shipment import Fate
from ita_desktop.domain.plan.library import parse_library
from ita_desktop.domain.problems import DeviceFailed, FileMissing, InstrumentProblem, PackageFailed
from ita_desktop.exchange.package_label import SUFFIX
from ita_desktop.exchange.package_verify import opened, report_of
from ita_desktop.exchange.shipment_files import read_shipment
from ita_desktop.exchange.write_problems import READ_BACK
from ita_desktop.models import (
    backup,
    backup_files,
    checklist_store,
    key_store,
    package_store,
    plan_store,
    published_store,
)
from ita_desktop.models.package_store import ReceivedPackage, SetAside
from ita_desktop.services.changes import EVERYTHING, Changes
from ita_desktop.services.receiving.incoming import Preview, confirmed_by, is_paper, preview
from ita_desktop.services.settings import SettingsService

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime
    from pathlib import Path

    from ita_desktop.domain.packages.merging import Field
    from ita_desktop.domain.packages.shipment import Shipment, Thing
    from ita_desktop.models.database import Transaction
    from ita_desktop.services.packages.keys import KeyService
    from ita_desktop.services.session import Change, Session

    Progress = Callable[[int, int], None]

__all__ = ["Preview", "ReceivedPackage", "ReceivingService", "SetAside"]


class ReceivingService:
    """Take in what headquarters sends down."""

    def __init__(self, session: Session, keys: KeyService, shelf: Path | None = None) -> None:
        """Work on an open file; `shelf` is where the safety copy goes, else this computer's own place."""
        self._session, self._keys, self._shelf = session, keys, shelf

    def found_in(self, folder: Path) -> tuple[Path, ...]:
        """Return the packages that lie in a folder, by name; FileMissing, DeviceFailed."""
        try:
            found = [each for each in folder.iterdir() if each.suffix.lower() == SUFFIX and each.is_file()]
        except FileNotFoundError as error:
            raise FileMissing(folder) from error
        except OSError as error:
            raise DeviceFailed(folder) from error
        return tuple(sorted(found))

    def look(self, path: Path, passphrase: str = "", progress: Progress | None = None) -> Preview:
        """Check a package whole and say what it would change; nothing is written.

        Raises:
            what `verify_package` raises, and PackageRefused for a sound package that is not for this file.
        """
        seen, _ = self._read(path, passphrase, progress)
        return seen

    def _read(self, path: Path, passphrase: str, progress: Progress | None) -> tuple[Preview, Shipment]:
        """Check a package, read what it brings, and lay it beside what there is."""
        with opened(path, self._keys.unlock(passphrase)) as (glance, sealed):
            report = report_of(path, glance, sealed=sealed, progress=progress)
            shipment = read_shipment(path, glance)
        with self._session.reading() as transaction:
            return preview(transaction, self._session.year, path, report, shipment), shipment

    def receive(
        self,
        seen: Preview,
        takes: Mapping[str, Take] | None = None,
        passphrase: str = "",
        *,
        apart: bool = False,
    ) -> tuple[Changes, Receipt]:
        """Take a package in as the preview showed it; `takes` decides clashes by field.

        The file is read again; the same package a second time, or one older than what is here, changes
        nothing. `apart` takes one of a sender that has gone apart, whom somebody asked before.

        Raises:
            what `look` raises; PackageRefused (`apart`); PackageFailed if the file is another one by now.
            the problems of a safety copy that cannot be made: then nothing is done.
            InstrumentDoesNotFit: a correction that would change a form that has answers.
        """
        now, shipment = self._read(seen.path, passphrase, None)
        if now.report.digest != seen.report.digest:
            raise PackageFailed(seen.path, READ_BACK)
        is_apart = now.order.arrival is Arrival.APART
        if is_apart and not apart:
            raise PackageRefused(seen.path, RefusalKind.APART, str(now.report.label.number))
        if now.order.arrival is Arrival.SAME:
            at = self._session.now()
            return Changes(frozenset(), at), self._receipt(now, Outcome.KNOWN, at)
        self._secure()
        with self._session.change(Action.RECEIVED, seen.path.name, *EVERYTHING) as change:
            if now.order.newest or is_apart:
                self._take(change, now, shipment, takes or {})
            outcome = _outcome(now)
            package_store.add_received(change.transaction, _noted(now, change, outcome))
        return change.changes, self._receipt(now, outcome, change.changes.at)

    def _secure(self) -> None:
        """Make a safety copy before anything is taken in."""
        from ita_desktop.services.safekeeping import places

        database = self._session.database
        shelf = self._shelf or backup_files.shelf(places().first, database.path)
        backup.make(database, shelf, Reason.IMPORT, self._session.now())

    def _take(self, change: Change, seen: Preview, shipment: Shipment, takes: Mapping[str, Take]) -> None:
        """Write what came."""
        transaction, year, at = change.transaction, self._session.year, change.changes.at
        for each in seen.fields:
            take = takes.get(each.place, each.usual) if each.meeting is Meeting.CLASH else each.usual
            if take is Take.THEIRS:
                _put(transaction, year, each)
            if each.meeting is Meeting.CLASH:
                lost, kept = (each.mine, each.theirs) if take is Take.THEIRS else (each.theirs, each.mine)
                aside = SetAside(each.place, lost, kept, seen.path.name, at)
                package_store.put_aside(transaction, year, aside)
            package_store.put_base(transaction, year, each.place, each.theirs)
        self._put_things(change, seen, shipment)

    def _put_things(self, change: Change, seen: Preview, shipment: Shipment) -> None:
        """Write instruments, libraries, templates and keys that are new."""
        transaction, at = change.transaction, change.changes.at
        new = {(each.kind, each.name) for each in seen.things if each.fate is Fate.NEW}
        for text in shipment.instruments:
            self._put_instrument(change, text, new)
        for name, text in shipment.libraries.items():
            library = parse_library(text) if (Down.MEASURES, name) not in _unusable(seen.things) else None
            if library is not None and (Down.MEASURES, library.source) in new:
                plan_store.put_library(transaction, library.source, library.version, text)
        for name, data in shipment.templates.items():
            if (Down.TEMPLATES, name) in new:
                _put_template(change, name, data)
        for party in shipment.keys:
            if (Down.KEYS, party.name) in new:
                key_store.put_party(transaction, confirmed_by(party, seen.sender), at)

    def _put_instrument(self, change: Change, text: str, new: set[tuple[Down, str]]) -> None:
        """Put a correction in the place of the year's instrument, or keep another year's to begin with."""
        try:
            year = parse(text).fiscal_year
        except InstrumentProblem:
            return
        if (Down.INSTRUMENT, str(year)) not in new:
            return
        if year == self._session.year:
            SettingsService(self._session).put_instrument(change, text)
        else:
            kind, at = Down.INSTRUMENT.value, change.changes.at
            package_store.put_file(change.transaction, kind, str(year), text, at)

    def _receipt(self, seen: Preview, outcome: Outcome, at: datetime) -> Receipt:
        """Return what the sender is told."""
        label, own = seen.report.label, self._keys.own().party
        return Receipt(
            label.office_code, seen.path.name, label.number, seen.report.digest, outcome, at,
            own.name, "", seen.order.missing,
        )  # fmt: skip

    def received(self) -> tuple[ReceivedPackage, ...]:
        """Return what came so far, newest first."""
        with self._session.reading() as transaction:
            return package_store.received(transaction)

    def laid_aside(self) -> tuple[SetAside, ...]:
        """Return the values that lost where both sides had changed, newest first."""
        with self._session.reading() as transaction:
            return package_store.laid_aside(transaction, self._session.year)

    def instruments(self) -> dict[int, str]:
        """Return the instruments of other years that came down, by year, to begin a year with."""
        with self._session.reading() as transaction:
            kept = package_store.files(transaction, Down.INSTRUMENT.value)
        return {int(year): text for year, text in kept.items()}

    def templates(self) -> dict[str, bytes]:
        """Return the templates of papers that came down, by name."""
        with self._session.reading() as transaction:
            kept = package_store.files(transaction, Down.TEMPLATES.value)
        return {name: bytes.fromhex(content) for name, content in kept.items()}


def _put_template(change: Change, name: str, data: bytes) -> None:
    """Let papers begin with a template, and keep what came, so that the same is known again."""
    if is_paper(name):
        from ita_desktop.services.paperwork.templates import put

        put(change, data)
    kind, at = Down.TEMPLATES.value, change.changes.at
    package_store.put_file(change.transaction, kind, name, data.hex(), at)


def _unusable(things: tuple[Thing, ...]) -> set[tuple[Down, str]]:
    """Return the things that cannot be read."""
    return {(each.kind, each.name) for each in things if each.fate is Fate.UNUSABLE}


def _outcome(seen: Preview) -> Outcome:
    """Say what becomes of a package: only the newest of its sender changes anything."""
    return Outcome.OLDER if seen.order.arrival in {Arrival.OLD, Arrival.LATE} else Outcome.TAKEN


def _noted(seen: Preview, change: Change, outcome: Outcome) -> ReceivedPackage:
    """Return the line that remembers a package."""
    label = seen.report.label
    return ReceivedPackage(
        seen.sender.fingerprint, seen.report.digest, label.number, label.previous, seen.path.name,
        change.changes.at, outcome,
    )  # fmt: skip


def _put(transaction: Transaction, year: int, field: Field) -> None:
    """Write the sender's value of a field."""
    kind, _, rest = field.place.partition("/")
    if kind == "published":
        value = Decimal(field.theirs) if field.theirs is not None else None
        published_store.put(transaction, year, rest, value)
        return
    code, _, what = rest.partition("/")
    entry = checklist_store.entries(transaction, year).get(code) or CheckEntry(code)
    if what == "comment":
        entry = replace(entry, comment=field.theirs or "")
    else:
        result = Fraction(field.theirs) if field.theirs is not None else None
        entry = entry.judged(ResultStage(what), result)
    checklist_store.put(transaction, year, entry)
