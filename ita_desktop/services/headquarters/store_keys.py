"""Headquarters' own keys, and those by which it knows its offices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.packages.keys import OwnKeys, Party, Side
from ita_desktop.domain.packages.problems import PackageRefused, RefusalKind
from ita_desktop.exchange.package_label import safe_code
from ita_desktop.exchange.sealing.age import Unlock, recipient_of
from ita_desktop.exchange.sealing.key_file import SUFFIX, key_file, key_line, new_keys, read_key_file
from ita_desktop.exchange.sealing.picture import qr_png
from ita_desktop.exchange.sealing.signing import public_of
from ita_desktop.models import key_store
from ita_desktop.models.headquarters import settings
from ita_desktop.services.outputs import write_output

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from ita_desktop.exchange.package_verify import PackageReport
    from ita_desktop.models.database import Transaction
    from ita_desktop.models.headquarters.store import Store


class StoreKeys:
    """Look after a headquarters' keys."""

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        """Work on an open store."""
        self._store, self._now = store, now

    def own(self) -> OwnKeys:
        """Return headquarters' keys, made now if there are none."""
        with self._store.transaction() as connection:
            name, code = settings.identity(connection)
            secrets = key_store.own_secrets(connection)
            if secrets is None:
                made = new_keys(name, code, Side.HEADQUARTERS)
                key_store.put_own_secrets(connection, made.sign_secret, made.seal_secret, self._now())
                return made
        sign, seal = secrets
        party = Party(name, code, Side.HEADQUARTERS, public_of(sign), recipient_of(seal), confirmed=True)
        return OwnKeys(party, sign, seal)

    def unlock(self, passphrase: str = "") -> Unlock:
        """Return what packages can be opened with here."""
        return Unlock((self.own().seal_secret,), passphrase)

    def write_file(self, folder: Path) -> Path:
        """Write the public keys as a small file for the offices; the disk's problems."""
        own = self.own()
        return write_output(folder / f"{safe_code(own.party.code)}{SUFFIX}", key_file(own))

    def picture(self) -> bytes:
        """Return the public keys as a picture to scan (PNG)."""
        return qr_png(key_line(self.own()))

    def parties(self) -> tuple[Party, ...]:
        """Return the offices whose keys are known."""
        with self._store.reading() as connection:
            return key_store.parties(connection)

    def take_file(self, path: Path) -> Party:
        """Take an office's key file before its first package comes; FileMissing, DeviceFailed, KeyRefused."""
        party = read_key_file(path)
        with self._store.transaction() as connection:
            key_store.put_party(connection, party, self._now())
        return party

    def confirm(self, fingerprint: str) -> bool:
        """Note that a fingerprint was compared on the telephone; tell whether it is known."""
        with self._store.transaction() as connection:
            return key_store.confirm(connection, fingerprint)


def sender_of(connection: Transaction, report: PackageReport, at: datetime) -> Party:
    """Return who sent an office's package, keeping the key of an office that comes for the first time.

    PackageRefused: signed by nobody, by headquarters, or, for an office that is known, by another key than
    the one that it came with first (a new computer, or somebody else: only a telephone call tells).
    """
    signer, label = report.signer, report.label
    if signer is None:
        raise PackageRefused(report.path, RefusalKind.UNSIGNED)
    if label.side is not Side.OFFICE or signer.side is not Side.OFFICE:
        raise PackageRefused(report.path, RefusalKind.NOT_FOR_HEADQUARTERS, label.office)
    code = safe_code(label.office_code)
    known = key_store.namesakes(connection, signer.fingerprint, (label.office_code, code))
    same = next((each for each in known if each.fingerprint == signer.fingerprint), None)
    if same is not None and safe_code(same.code) == code:
        return same
    if same is not None or any(safe_code(each.code) == code for each in known):
        raise PackageRefused(report.path, RefusalKind.SENDER_CHANGED, f"{label.office} {signer.fingerprint}")
    key_store.put_party(connection, signer, at)
    return signer
