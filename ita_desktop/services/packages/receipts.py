"""What became of the packages that left: receipts read from a stick, and written onto one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.domain.history import Action
from ita_desktop.domain.packages.problems import PackageRefused, RefusalKind
from ita_desktop.domain.problems import DeviceFailed, FileMissing
from ita_desktop.exchange.package_label import safe_code
from ita_desktop.exchange.receipt_file import SUFFIX, read_receipts, receipt_file, receipt_name, with_earlier
from ita_desktop.models import key_store, package_store, settings_store
from ita_desktop.services.changes import Changes, Topic
from ita_desktop.services.outputs import write_output

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ita_desktop.domain.packages.receipts import Receipt
    from ita_desktop.models.package_store import SentPackage
    from ita_desktop.services.packages.keys import KeyService
    from ita_desktop.services.session import Session


@dataclass(frozen=True, slots=True)
class Sent:
    """A package that left, and the newest answer to it if any."""

    package: SentPackage
    receipt: Receipt | None


class ReceiptService:
    """Read and write receipts."""

    def __init__(self, session: Session, keys: KeyService) -> None:
        """Work on an open file."""
        self._session, self._keys = session, keys

    def sent(self) -> tuple[Sent, ...]:
        """Return the packages that left, newest first, each with its newest answer."""
        with self._session.reading() as transaction:
            answers: dict[tuple[int, str], Receipt] = {}
            for each in package_store.receipts(transaction):
                answers.setdefault((each.number, each.name), each)
            return tuple(
                Sent(each, answers.get((each.number, each.name))) for each in package_store.sent(transaction)
            )

    def found_in(self, folder: Path) -> tuple[Path, ...]:
        """Return the receipts for this office that lie in a folder; FileMissing, DeviceFailed."""
        with self._session.reading() as transaction:
            code = safe_code(settings_store.office(transaction).code)
        start = f"ITA-receipt-{code}-".casefold()
        try:
            names = [each for each in folder.iterdir() if each.suffix.lower() == SUFFIX]
        except FileNotFoundError as error:
            raise FileMissing(folder) from error
        except OSError as error:
            raise DeviceFailed(folder) from error
        return tuple(sorted(each for each in names if each.name.casefold().startswith(start)))

    def read(self, path: Path) -> tuple[Changes, tuple[Receipt, ...]]:
        """Take a receiver's answers.

        Raises:
            PackageFailed, FileTooNew, FileMissing, DeviceFailed: the file is of no use.
            PackageRefused: it is signed by nobody whose keys are known.
        """
        party, receipts = read_receipts(path)
        with self._session.change(Action.READ_RECEIPT, party.name, Topic.PACKAGES) as change:
            known = {each.fingerprint for each in key_store.parties(change.transaction)}
            if party.fingerprint not in known:
                raise PackageRefused(path, RefusalKind.SENDER_UNKNOWN, f"{party.name} {party.fingerprint}")
            ours = {each.name for each in package_store.sent(change.transaction)}
            taken = tuple(each for each in receipts if each.name in ours)
            for each in taken:
                package_store.put_receipt(change.transaction, party.fingerprint, each)
        return change.changes, taken

    def write(self, folder: Path, receipts: Sequence[Receipt]) -> tuple[Path, ...]:
        """Write receipts onto a stick, a file for each sender; the disk's problems."""
        own = self._keys.own()
        by_office: dict[str, list[Receipt]] = {}
        for each in receipts:
            by_office.setdefault(each.office_code, []).append(each)
        places = {folder / receipt_name(code, own): some for code, some in by_office.items()}
        return tuple(
            write_output(path, receipt_file(with_earlier(path, some, own), own))
            for path, some in places.items()
        )
