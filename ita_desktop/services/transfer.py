"""The USB stick: the year's result out as a package, and as a workbook for the office's own use.

What goes into a package is chosen part by part and gathered once; `exchange` writes it and proves it. What
has left is remembered for good: no undo calls a stick back.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ita_desktop import __version__
from ita_desktop.domain.history import Action
from ita_desktop.domain.packages.contents import ONLY_SEALED, USUAL, Content, Part, completed
from ita_desktop.domain.packages.problems import PeopleUnsealed
from ita_desktop.exchange.package import PackageReceipt, next_number, write_package
from ita_desktop.exchange.package_label import label_of, number_in_name
from ita_desktop.exchange.package_verify import PackageReport, verify_package
from ita_desktop.exchange.sealing.age import Sealing, check_passphrase
from ita_desktop.models import history_store, package_store, settings_store
from ita_desktop.models.package_store import SentPackage
from ita_desktop.services.changes import Changes, Topic
from ita_desktop.services.packages.gathering import Gatherer, Wanted
from ita_desktop.services.packages.keys import KeyService
from ita_desktop.services.packages.receipts import ReceiptService

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from ita_desktop.domain.packages.keys import OwnKeys, Party
    from ita_desktop.exchange.package_label import PackageLabel
    from ita_desktop.models.database import Transaction
    from ita_desktop.services.results import ResultService
    from ita_desktop.services.session import Session

__all__ = ["Order", "PackageReceipt", "PackageReport", "SentPackage", "TransferService", "verify_package"]

PACKAGE_NUMBER = "package-number"
"""Where files of earlier programs kept the last number."""
PROGRAM = f"ITA Desktop {__version__}"


@dataclass(frozen=True, slots=True)
class Order:
    """How a package is wanted: its parts, for whom it is sealed (fingerprints), or by which passphrase."""

    parts: frozenset[Part] = USUAL
    readers: tuple[str, ...] = ()
    passphrase: str = ""

    @property
    def sealed(self) -> bool:
        """Whether only its readers can open it."""
        return bool(self.readers or self.passphrase)

    def __repr__(self) -> str:
        """Keep the passphrase out of logs and tracebacks."""
        return f"Order({sorted(part.value for part in self.parts)}, {self.readers})"


USUAL_ORDER = Order()


class TransferService:
    """Write packages and workbooks of the year."""

    def __init__(self, session: Session, results: ResultService) -> None:
        """Work on an open file; `results` is shared so that nothing is counted twice."""
        self._session = session
        self._results = results
        self.keys = KeyService(session)
        self.receipts = ReceiptService(session, self.keys)

    def contents(self) -> tuple[Content, ...]:
        """Return what can go into a package, to be shown before."""
        return Gatherer(self._session).contents()

    def sent(self) -> tuple[SentPackage, ...]:
        """Return the packages that left, newest first."""
        with self._session.reading() as transaction:
            return package_store.sent(transaction)

    def export(
        self,
        to: Path,
        papers: Mapping[str, bytes],
        progress: Callable[[int, int], None] | None = None,
        order: Order = USUAL_ORDER,
    ) -> tuple[Changes, PackageReceipt]:
        """Write a signed package with the next number into a folder.

        Args:
            to: the stick, or a folder on it.
            papers: the papers' files by name.
            progress: told how far it is of how much; what it raises stops the writing cleanly.
            order: what goes along, and for whom it is sealed.

        Raises:
            FileMissing, FileExists, DiskFull, ReadOnly, FileInUse, DeviceFailed, PackageFailed: the folder is
                as before, and so is the office file.
            PeopleUnsealed, PassphraseWeak, TooLargeForPassphrase, MissingRecord: the order cannot be filled.
            RoleNeeded: the role may not send this.
        """
        if order.parts & ONLY_SEALED and not order.sealed:
            raise PeopleUnsealed
        readers = tuple(self.keys.find(each) for each in order.readers)
        result, parts = self._results.result(), completed(order.parts)
        files = Gatherer(self._session).files(result, Wanted(parts, papers))
        office = result.office
        with self._session.change(Action.EXPORTED, "", Topic.PACKAGES) as change:
            keys = self.keys.within(change)
            number = max(_next_number(change.transaction, office.code), next_number(to, office.code))
            plain = label_of(office, result.year, number, change.changes.at, PROGRAM)
            names = tuple(part.value for part in Part if part in parts)
            label = replace(plain, parts=names, previous=_last_digest(change.transaction))
            change.subject = label.file_name
            sealing = _sealing(order, readers, keys)
            receipt = write_package(to, label, files, progress, keys=keys, sealing=sealing)
            package_store.add_sent(change.transaction, _sent(label, receipt, readers))
        return change.changes, receipt

    def write_results(self, path: Path) -> Path:
        """Write the year's result as a workbook and return its path; the disk's problems."""
        from ita_desktop.services.packages.results_workbook import write_workbook

        return write_workbook(self._session, self._results.result(), path)


def _sent(label: PackageLabel, receipt: PackageReceipt, readers: tuple[Party, ...]) -> SentPackage:
    """Return the line that remembers a package."""
    names = tuple(each.name for each in readers)
    return SentPackage(
        label.number, label.fiscal_year, label.file_name, receipt.digest, label.made_at, label.parts, names
    )


def _sealing(order: Order, readers: tuple[Party, ...], own: OwnKeys) -> Sealing | None:
    """Return for whom the package is sealed; the office itself can always open its own."""
    if readers:
        return Sealing(tuple(dict.fromkeys((*(each.seal for each in readers), own.party.seal))))
    if order.passphrase:
        check_passphrase(order.passphrase)
        return Sealing((), order.passphrase)
    return None


def _next_number(transaction: Transaction, code: str) -> int:
    """Return the number after the last one given out; files of earlier programs know it from the history."""
    given = int(settings_store.get(transaction, PACKAGE_NUMBER, 0))
    left = (
        number_in_name(entry.subject, code)
        for entry in history_store.entries(transaction)
        if entry.action is Action.EXPORTED
    )
    sent = (each.number for each in package_store.sent(transaction))
    return max(given, *left, *sent, 0) + 1


def _last_digest(transaction: Transaction) -> str:
    """Return the digest of the last package that left; empty before the first."""
    return next((each.digest for each in package_store.sent(transaction)), "")
