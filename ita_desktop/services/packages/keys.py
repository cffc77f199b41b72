"""The office's keys and those of others: made on first use, handed on, compared, trusted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ita_desktop.domain.history import Action
from ita_desktop.domain.packages.keys import OwnKeys, Party, Side
from ita_desktop.domain.packages.problems import KeyFault, KeyRefused, PartyChanged
from ita_desktop.domain.problems import MissingRecord
from ita_desktop.exchange.package_label import safe_code
from ita_desktop.exchange.sealing.age import Unlock, recipient_of
from ita_desktop.exchange.sealing.key_file import (
    SUFFIX,
    key_file,
    key_line,
    new_keys,
    read_key_file,
    read_key_text,
)
from ita_desktop.exchange.sealing.picture import qr_png
from ita_desktop.exchange.sealing.signing import public_of
from ita_desktop.models import key_store, settings_store
from ita_desktop.services.changes import Changes, Topic
from ita_desktop.services.outputs import write_output

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.models.database import Transaction
    from ita_desktop.services.session import Change, Session

__all__ = ["SUFFIX", "KeyService"]


class KeyService:
    """Look after keys."""

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session

    def own(self) -> OwnKeys:
        """Return the office's keys, made now if there are none."""
        if (known := self.known_own()) is not None:
            return known
        with self._session.change(Action.MADE_KEYS, "", Topic.PACKAGES) as change:
            return self.within(change)

    def within(self, change: Change) -> OwnKeys:
        """Return the office's keys, made in a change under way if there are none: it fails, they go too."""
        if (known := _own(change.transaction)) is not None:
            return known
        office = settings_store.office(change.transaction)
        made = new_keys(office.name, office.code, Side.OFFICE)
        at = change.changes.at
        key_store.put_own_secrets(change.transaction, made.sign_secret, made.seal_secret, at)
        return made

    def known_own(self) -> OwnKeys | None:
        """Return the office's keys; None before they were made."""
        with self._session.reading() as transaction:
            return _own(transaction)

    def unlock(self, passphrase: str = "") -> Unlock:
        """Return what packages can be opened with here."""
        own = self.known_own()
        return Unlock((own.seal_secret,) if own is not None else (), passphrase)

    def write_file(self, folder: Path) -> Path:
        """Write the office's public keys as a small file; the disk's problems."""
        own = self.own()
        return write_output(folder / f"{safe_code(own.party.code)}{SUFFIX}", key_file(own))

    def line(self) -> str:
        """Return the office's public keys as one line of text."""
        return key_line(self.own())

    def picture(self) -> bytes:
        """Return that line as a picture to scan (PNG)."""
        return qr_png(self.line())

    def parties(self) -> tuple[Party, ...]:
        """Return those whose keys are known."""
        with self._session.reading() as transaction:
            return key_store.parties(transaction)

    def find(self, words: str) -> Party:
        """Return the party that a name, a code or a fingerprint's beginning names; MissingRecord."""
        plain = words.replace(" ", "")
        found = [
            each
            for each in self.parties()
            if words in {each.name, each.code} or each.fingerprint.replace(" ", "").startswith(plain)
        ]
        if len(found) != 1 or not plain:
            raise MissingRecord("party", words)
        return found[0]

    def take_file(self, path: Path) -> tuple[Changes, Party]:
        """Take somebody's key file; FileMissing, DeviceFailed, KeyRefused, PartyChanged."""
        return self.take(read_key_file(path))

    def take_text(self, text: str) -> tuple[Changes, Party]:
        """Take a pasted or scanned line; KeyRefused, PartyChanged."""
        return self.take(read_key_text(text))

    def take(self, party: Party) -> tuple[Changes, Party]:
        """Keep somebody's keys, not yet confirmed.

        PartyChanged if the same side and code is known under other keys: it may be a new computer, or
        somebody else, and only a telephone call tells. KeyRefused for the office's own.
        """
        own = self.known_own()
        if own is not None and own.party.fingerprint == party.fingerprint:
            raise KeyRefused(KeyFault.OWN)
        with self._session.change(Action.TOOK_KEY, party.name, Topic.PACKAGES) as change:
            known = key_store.parties(change.transaction)
            same = next((each for each in known if each.fingerprint == party.fingerprint), None)
            other = next((each for each in known if party.code and _is_namesake(each, party)), None)
            if same is None and other is not None:
                raise PartyChanged(party.name, other.fingerprint, party.fingerprint)
            kept = replace(party, confirmed=same is not None and same.confirmed)
            key_store.put_party(change.transaction, kept, change.changes.at)
        return change.changes, kept

    def confirm(self, fingerprint: str) -> Changes:
        """Note that the fingerprint was compared on the telephone; MissingRecord."""
        party = self.find(fingerprint)
        with self._session.change(Action.CONFIRMED_KEY, party.name, Topic.PACKAGES) as change:
            key_store.confirm(change.transaction, party.fingerprint)
        return change.changes

    def forget(self, fingerprint: str) -> Changes:
        """Use somebody's keys no more; MissingRecord."""
        party = self.find(fingerprint)
        with self._session.change(Action.FORGOT_KEY, party.name, Topic.PACKAGES) as change:
            key_store.forget(change.transaction, party.fingerprint)
        return change.changes


def _own(transaction: Transaction) -> OwnKeys | None:
    """Put the office's keys together under the name and code that it has now."""
    secrets = key_store.own_secrets(transaction)
    if secrets is None:
        return None
    sign, seal = secrets
    office = settings_store.office(transaction)
    party = Party(office.name, office.code, Side.OFFICE, public_of(sign), recipient_of(seal), confirmed=True)
    return OwnKeys(party, sign, seal)


def _is_namesake(one: Party, other: Party) -> bool:
    """Tell whether two keys claim to be of the same office."""
    return (one.side, one.code) == (other.side, other.code)
