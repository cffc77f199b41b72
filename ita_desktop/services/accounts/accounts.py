"""Looking after the accounts of a file: the ADMIN's work, and everybody's own password."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from ita_desktop.domain.accounts.account import Account, has_admin
from ita_desktop.domain.accounts.password_rules import fault_of
from ita_desktop.domain.accounts.problems import (
    LastAdmin,
    NameTaken,
    PasswordRefused,
    SignInNeeded,
    WrongPassword,
)
from ita_desktop.domain.history import Action, Role
from ita_desktop.domain.permissions import Readable
from ita_desktop.domain.problems import FieldFault, FieldProblem, FileSealed, MissingRecord
from ita_desktop.domain.thai_text import normalized
from ita_desktop.models import account_store
from ita_desktop.models.file_key import new_key, secret_of
from ita_desktop.models.password_hash import matches
from ita_desktop.services.accounts.signing_in import new_code, publish_ring
from ita_desktop.services.changes import Changes, Topic

if TYPE_CHECKING:
    from datetime import datetime

    from ita_desktop.models.database import Transaction
    from ita_desktop.services.session import Session


class AccountService:
    """Add, change and close accounts. Nothing of it can be undone with Ctrl+Z."""

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session

    def all(self) -> tuple[Account, ...]:
        """Return every account; RoleNeeded for others than the ADMIN."""
        with self._session.reading(Readable.ACCOUNTS) as transaction:
            return account_store.accounts(transaction)

    def recovery_made(self) -> datetime | None:
        """Return when the newest recovery sheet was made."""
        with self._session.reading(Readable.ACCOUNTS) as transaction:
            return account_store.recovery_made(transaction)

    def protect(self, name: str, password: str) -> tuple[Changes, str]:
        """Begin to ask who comes in: the first account is an ADMIN's, and signed in from now on.

        Returns the code of the recovery sheet, which nobody can read again. FieldProblem, PasswordRefused;
        NameTaken where there is an account already.
        """
        clean, code, key = _name(name), new_code(), new_key()
        _check(password, clean)
        with self._session.change(Action.PROTECTED, clean, Topic.OFFICE) as change:
            if account_store.protected(change.transaction):
                raise NameTaken(clean)
            account_store.add(change.transaction, Account(clean, Role.ADMIN), secret_of(key, password))
            account_store.put_recovery(change.transaction, secret_of(key, code), change.changes.at)
        self._session.person, self._session.file_key = clean, key
        return change.changes, code

    def unprotect(self, password: str) -> Changes:
        """Let everyone in again, without a password; WrongPassword unless it is the ADMIN's own.

        FileSealed: an encrypted file must be decrypted first.
        """
        if self._session.database.key is not None:
            raise FileSealed(self._session.database.path)
        with self._session.change(Action.UNPROTECTED, "", Topic.OFFICE) as change:
            self._own(change.transaction, password)
            account_store.remove_all(change.transaction)
        self._session.person = ""
        return change.changes

    def confirm(self, password: str) -> None:
        """Make sure that it is the person who is signed in who wants something; WrongPassword."""
        with self._session.reading() as transaction:
            self._own(transaction, password)

    def add(self, name: str, role: Role, password: str) -> Changes:
        """Add an account with its first password. FieldProblem, NameTaken, PasswordRefused, RoleNeeded."""
        clean = _name(name)
        _check(password, clean)
        with self._session.change(Action.ADDED_ACCOUNT, clean, Topic.OFFICE) as change:
            _free(change.transaction, clean)
            secret = secret_of(self._key(), password)
            change.made(account_store.add(change.transaction, Account(clean, role), secret))
        publish_ring(self._session)
        return change.changes

    def change(self, changed: Account) -> Changes:
        """Keep an account's name, role, and whether it may come in.

        Who is signed in keeps the name and role until the next time. FieldProblem, NameTaken, LastAdmin,
        MissingRecord, RoleNeeded.
        """
        clean = _name(changed.name)
        with self._session.change(Action.CHANGED_ACCOUNT, clean, Topic.OFFICE) as change:
            before = _known(change.transaction, changed.key)
            if clean != before.name:
                _free(change.transaction, clean, changed.key)
            account_store.change(
                change.transaction, Account(clean, changed.role, changed.key, changed.active)
            )
            if not has_admin(account_store.accounts(change.transaction)):
                raise LastAdmin
        if before.name == self._session.person:
            self._session.person = clean
        publish_ring(self._session)
        return change.changes

    def set_password(self, key: int, password: str) -> Changes:
        """Give another's account a new password. PasswordRefused, MissingRecord, RoleNeeded."""
        with self._session.change(Action.CHANGED_ACCOUNT, "", Topic.OFFICE) as change:
            known = _known(change.transaction, key)
            change.subject = known.name
            _check(password, known.name)
            account_store.put_password(change.transaction, key, secret_of(self._key(), password))
        publish_ring(self._session)
        return change.changes

    def change_password(self, old: str, new: str) -> Changes:
        """Change one's own password. WrongPassword, PasswordRefused."""
        _check(new, self._session.person)
        with self._session.change(Action.CHANGED_PASSWORD, self._session.person, Topic.OFFICE) as change:
            own = self._own(change.transaction, old)
            account_store.put_password(change.transaction, own.key, secret_of(self._key(), new))
        publish_ring(self._session)
        return change.changes

    def new_recovery(self) -> tuple[Changes, str]:
        """Draw the code of a new recovery sheet; the sheet before is void from now on. RoleNeeded."""
        code = new_code()
        with self._session.change(Action.MADE_RECOVERY, "", Topic.OFFICE) as change:
            if not account_store.protected(change.transaction):
                raise MissingRecord("account", "")
            secret = secret_of(self._key(), code)
            account_store.put_recovery(change.transaction, secret, change.changes.at)
        publish_ring(self._session)
        return change.changes, code

    def _key(self) -> bytes:
        """Return the file's key; SignInNeeded where nobody brought it with a password."""
        if self._session.file_key is None:
            raise SignInNeeded
        return self._session.file_key

    def _own(self, transaction: Transaction, password: str) -> Account:
        """Return the account that is signed in, if the password is its own; WrongPassword."""
        own = account_store.find(transaction, self._session.person)
        if own is None:
            raise MissingRecord("account", self._session.person)
        if not matches(account_store.password_of(transaction, own.key), password):
            raise WrongPassword(timedelta())
        return own


def _name(name: str) -> str:
    """Return a name as it is kept; FieldProblem if it is empty."""
    clean = normalized(name)
    if not clean:
        raise FieldProblem("account", FieldFault.EMPTY)
    return clean


def _check(password: str, name: str) -> None:
    """Refuse a password that will not do."""
    if fault := fault_of(password, name):
        raise PasswordRefused(fault)


def _free(transaction: Transaction, name: str, key: int = 0) -> None:
    """Refuse a name that another account has."""
    found = account_store.find(transaction, name)
    if found is not None and found.key != key:
        raise NameTaken(found.name)


def _known(transaction: Transaction, key: int) -> Account:
    """Return an account by its key; MissingRecord."""
    found = next((each for each in account_store.accounts(transaction) if each.key == key), None)
    if found is None:
        raise MissingRecord("account", str(key))
    return found
