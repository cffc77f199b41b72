"""Packages of offices taken in: checked whole, shown before, kept in one transaction, taken back in one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ita_desktop.domain.headquarters.delivery import Delivery, OfficeYear, year_of
from ita_desktop.domain.instrument_file import parse
from ita_desktop.domain.packages.numbering import Arrival, Numbered, order_of
from ita_desktop.domain.packages.problems import PackageRefused, RefusalKind, reason_of
from ita_desktop.domain.packages.receipts import Outcome, Receipt
from ita_desktop.domain.problems import InstrumentProblem, NothingToUndo
from ita_desktop.exchange.delivery_files import DeliveryReader
from ita_desktop.exchange.package_label import sender_in_name
from ita_desktop.exchange.package_verify import opened, report_of
from ita_desktop.exchange.receipt_file import receipt_file, receipt_name, with_earlier
from ita_desktop.models.headquarters import deliveries, standings
from ita_desktop.services.headquarters.store_keys import sender_of
from ita_desktop.services.outputs import write_output

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime
    from decimal import Decimal
    from pathlib import Path

    from ita_desktop.domain.instrument import Instrument
    from ita_desktop.domain.packages.keys import Party
    from ita_desktop.domain.packages.numbering import Order
    from ita_desktop.domain.problems import Problem
    from ita_desktop.exchange.package_verify import PackageReport
    from ita_desktop.models.database import Transaction
    from ita_desktop.models.headquarters.deliveries import Arrived
    from ita_desktop.models.headquarters.store import Store
    from ita_desktop.services.headquarters.store_keys import StoreKeys

    Progress = Callable[[int, int], None]

INSTRUMENTS_KEPT = 8
"""Instruments read so far that are remembered: a thousand packages share one or two."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A package at the door: what it holds, how it stands in its row, what the office had before."""

    path: Path
    report: PackageReport
    sender: Party
    order: Order
    delivery: Delivery
    year: OfficeYear
    before: tuple[Change, ...]

    @property
    def outcome(self) -> Outcome:
        """What becomes of it: only the newest of its sender changes what counts."""
        if self.order.arrival is Arrival.APART:
            return Outcome.REFUSED
        if self.order.newest:
            return Outcome.TAKEN
        return Outcome.KNOWN if self.order.arrival is Arrival.SAME else Outcome.OLDER


@dataclass(frozen=True, slots=True)
class Change:
    """A score that would change, from 0 to 100; None where there is none."""

    key: str
    old: Decimal | None
    new: Decimal | None


class StoreReceiving:
    """Take in what offices send."""

    def __init__(self, store: Store, keys: StoreKeys, now: Callable[[], datetime]) -> None:
        """Work on an open store."""
        self._store, self._keys, self._now = store, keys, now
        self._instruments: dict[str, Instrument] = {}

    def look(self, path: Path, passphrase: str = "", progress: Progress | None = None) -> Incoming:
        """Check a package whole and say what it would change; nothing is kept.

        Raises what `verify_package` raises, and PackageRefused for a sound package that is not an office's.
        """
        report, delivery, year = self._read(path, passphrase, progress)
        with self._store.reading() as connection:
            sender = _looked_at(connection, report, self._now())
            return self._judged(connection, report, sender, delivery, year)

    def receive(
        self, path: Path, passphrase: str = "", progress: Progress | None = None
    ) -> tuple[Incoming, Receipt]:
        """Take a package in; the same one again changes nothing.

        Raises what `look` raises; then nothing was kept.
        """
        report, delivery, year = self._read(path, passphrase, progress)
        at = self._now()
        with self._store.transaction() as connection:
            deliveries.lock_office(connection, delivery.office.code)
            sender = sender_of(connection, report, at)
            seen = self._judged(connection, report, sender, delivery, year)
            if seen.order.arrival is not Arrival.SAME:
                _keep(connection, seen, at)
        return seen, self._receipt(seen, at)

    def take_back(self, office: str, year: int) -> Arrived:
        """Take an office's newest delivery of a year back: the one before it counts again, if any.

        Returns the delivery that no longer counts. NothingToUndo where none came.
        """
        with self._store.transaction() as connection:
            deliveries.lock_office(connection, office)
            now = deliveries.current(connection, office, year)
            if now is None:
                raise NothingToUndo
            came = deliveries.of_office(connection, office, year)
            gone = next(each for each in came if each.id == now)
            earlier = [each for each in came if each.number < gone.number and each.outcome is Outcome.TAKEN]
            deliveries.set_outcome(connection, gone.id, Outcome.REFUSED)
            key = earlier[0].id if earlier else None
            deliveries.make_current(connection, office, year, key)
        return replace(gone, outcome=Outcome.REFUSED)

    def write_receipts(self, folder: Path, receipts: Iterable[Receipt]) -> tuple[Path, ...]:
        """Write the answers to offices onto a stick, a file for each; the disk's problems."""
        own, by_office = self._keys.own(), dict[str, list[Receipt]]()
        for each in receipts:
            by_office.setdefault(each.office_code, []).append(each)
        places = {folder / receipt_name(code, own): some for code, some in by_office.items()}
        return tuple(
            write_output(path, receipt_file(with_earlier(path, some, own), own))
            for path, some in places.items()
        )

    def refusal(self, path: Path, problem: Problem) -> Receipt | None:
        """Return what an office is told of a package that was not taken, by the office that its name gives.

        None where there is nothing to tell: a foreign name, a passphrase still to be typed, a stick's fault.
        """
        sent, why = sender_in_name(path.name), reason_of(problem)
        if sent is None or not why:
            return None
        code, number = sent
        by = self._keys.own().party.name
        return Receipt(code, path.name, number, "", Outcome.REFUSED, self._now(), by, why)

    def _read(
        self, path: Path, passphrase: str, progress: Progress | None
    ) -> tuple[PackageReport, Delivery, OfficeYear]:
        """Check a package and compute what it tells."""
        with opened(path, self._keys.unlock(passphrase)) as (glance, sealed):
            report = report_of(path, glance, sealed=sealed, progress=progress)
            reader = DeliveryReader(path, glance)
            text = reader.instrument_text()
            instrument = self._instrument(path, text)
            if instrument.fiscal_year != report.label.fiscal_year:
                raise PackageRefused(path, RefusalKind.CONTENT_BROKEN, "instrument.json")
            delivery = reader.delivery(instrument, text)
        return report, delivery, year_of(delivery, instrument)

    def _instrument(self, path: Path, text: str) -> Instrument:
        """Read an instrument once for all the packages that carry it."""
        if text not in self._instruments:
            if len(self._instruments) >= INSTRUMENTS_KEPT:
                self._instruments.clear()
            try:
                self._instruments[text] = parse(text)
            except InstrumentProblem as error:
                raise PackageRefused(path, RefusalKind.CONTENT_BROKEN, "instrument.json") from error
        return self._instruments[text]

    def _judged(
        self, connection: Transaction, report: PackageReport, sender: Party, came: Delivery, year: OfficeYear
    ) -> Incoming:
        """Lay a package beside what its office sent before."""
        known = deliveries.row_of(connection, sender.fingerprint)
        order = order_of(Numbered(came.number, came.digest, came.previous), known)
        had = {each.key: each.value for each in standings.scores_of(connection, came.office.code, came.year)}
        changes = tuple(
            Change(each.key, had.get(each.key), each.value)
            for each in year.scores
            if had.get(each.key) != each.value
        )
        return Incoming(report.path, report, sender, order, came, year, changes)

    def _receipt(self, seen: Incoming, at: datetime) -> Receipt:
        """Return what the office is told."""
        label = seen.report.label
        why = f"{RefusalKind.APART.value} {label.number}" if seen.outcome is Outcome.REFUSED else ""
        by = self._keys.own().party.name
        return Receipt(
            label.office_code, seen.path.name, label.number, seen.report.digest, seen.outcome, at, by, why,
            seen.order.missing,
        )  # fmt: skip


def _keep(connection: Transaction, seen: Incoming, at: datetime) -> None:
    """Keep what came; one that was taken back once counts again without being kept twice."""
    came, code = seen.delivery, seen.delivery.office.code
    key = deliveries.find(connection, came.digest)
    if key is None:
        key = deliveries.add(connection, came, seen.year, seen.sender.fingerprint, at, seen.outcome)
    else:
        deliveries.set_outcome(connection, key, seen.outcome)
    deliveries.put_office(connection, came.office, expected=False)
    if seen.outcome is Outcome.TAKEN:
        deliveries.make_current(connection, code, came.year, key)


def _looked_at(connection: Transaction, report: PackageReport, at: datetime) -> Party:
    """Judge the sender without keeping the key of a new one."""
    with connection.begin_nested() as inner:
        sender = sender_of(connection, report, at)
        inner.rollback()
    return sender
