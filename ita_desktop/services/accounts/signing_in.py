"""The way in: a name and a password, or the code of the recovery sheet.

Who is not in yet has no role, so this module alone reads and writes past the session's door, and of the whole
file nothing but accounts.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from ita_desktop.domain.accounts.delay import delay_after, still_waits
from ita_desktop.domain.accounts.password_rules import fault_of
from ita_desktop.domain.accounts.problems import (
    AccountClosed,
    CodeMiscopied,
    MustWait,
    PasswordRefused,
    WrongCode,
    WrongPassword,
)
from ita_desktop.domain.accounts.recovery_code import DRAWN_BYTES, code_of, read_code
from ita_desktop.domain.history import Action
from ita_desktop.domain.problems import MissingRecord
from ita_desktop.models import account_store, history_store
from ita_desktop.models.backup_files import told_of
from ita_desktop.models.file_key import new_key, opened, ring_path, secret_of, write_ring
from ita_desktop.models.password_hash import matches

if TYPE_CHECKING:
    from ita_desktop.domain.accounts.account import Account
    from ita_desktop.models.database import Transaction
    from ita_desktop.services.session import Session


class SigningIn:
    """Let people in, and lock the screen behind them."""

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session

    @property
    def needed(self) -> bool:
        """Whether the file waits for somebody to sign in."""
        return self._session.locked

    @property
    def protected(self) -> bool:
        """Whether the file has accounts."""
        return self._session.locked or bool(self._session.person)

    @property
    def sealed(self) -> bool:
        """Whether the file is encrypted."""
        return self._session.database.key is not None

    @property
    def person(self) -> str:
        """Who is signed in, or was when the screen was locked; empty without accounts."""
        return self._session.person

    def names(self) -> tuple[str, ...]:
        """Return the names that may come in, for the list to choose from."""
        with self._session.database.reading() as transaction:
            return tuple(each.name for each in account_store.accounts(transaction) if each.active)

    def sign_in(self, name: str, password: str) -> Account:
        """Let a person in: what is done from now on is recorded under the account.

        WrongPassword, MustWait, AccountClosed. A wrong password is counted in the file itself, so that
        opening the program anew does not start the count anew.
        """
        session = self._session
        with session.database.transaction() as transaction:
            found = self._may_try(transaction, name)
            right = matches(account_store.password_of(transaction, found.key), password)
            sealing = account_store.sealing_of(transaction, found.key)
            failures = 0 if right else found.failures + 1
            delay = delay_after(failures)
            if failures != found.failures:
                until = session.now() + delay if delay else None
                account_store.put_failures(transaction, found.key, failures, until)
        if not right:
            raise WrongPassword(delay)
        session.file_key = session.file_key or opened(sealing, password)
        session.person, session.role, session.locked = found.name, found.role, False
        return found

    def lock(self) -> None:
        """Lock the screen: nothing is read or done until somebody signs in. Nothing without accounts."""
        if self._session.person:
            self._session.locked = True

    def recover(self, name: str, typed: str, password: str) -> str:
        """Give an account a new password by the code of the recovery sheet; return the next sheet's code.

        The code is used up: the new one must be printed. CodeMiscopied, WrongCode, PasswordRefused,
        MissingRecord for no such name. A closed account is opened again: the sheet is the office's last key.
        """
        code, session = read_code(typed), self._session
        if code is None:
            raise CodeMiscopied
        if fault := fault_of(password, name):
            raise PasswordRefused(fault)
        fresh = new_code()
        with session.database.transaction() as transaction:
            found = account_store.find(transaction, name)
            if found is None:
                raise MissingRecord("account", name)
            if not matches(account_store.recovery_code(transaction), code):
                raise WrongCode
            key = session.file_key or opened(account_store.recovery_sealing(transaction), code) or new_key()
            account_store.put_password(transaction, found.key, secret_of(key, password))
            account_store.put_recovery(transaction, secret_of(key, fresh), session.now())
            history_store.write(
                transaction, session.now(), found.role, Action.RECOVERED, found.name, found.name
            )
        publish_ring(session)
        return fresh

    def _may_try(self, transaction: Transaction, name: str) -> Account:
        """Return the account of a name that may try a password now."""
        found = account_store.find(transaction, name)
        if found is None:
            raise MissingRecord("account", name)
        if not found.active:
            raise AccountClosed
        if left := still_waits(found.waits_until, self._session.now()):
            raise MustWait(left)
        return found


def publish_ring(session: Session) -> None:
    """Put the ring of an encrypted file beside it again, after anything on it changed.

    DiskFull, ReadOnly and their like: the file is changed then, and the ring of before still opens it for all
    whose password did not change.
    """
    if session.database.key is not None:
        with session.database.reading() as transaction:
            ring = account_store.ring(transaction)
        path = ring_path(session.database.path)
        with told_of(path):
            write_ring(path, ring)


def new_code() -> str:
    """Draw a code for a recovery sheet."""
    return code_of(secrets.token_bytes(DRAWN_BYTES))
