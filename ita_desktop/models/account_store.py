"""Accounts and the recovery sheet in the office file. Not undoable: Ctrl+Z must never open a closed door."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from ita_desktop.domain.accounts.account import Account
from ita_desktop.domain.history import Role
from ita_desktop.domain.thai_text import search_key
from ita_desktop.models.file_key import Ring
from ita_desktop.models.tables import account, recovery

if TYPE_CHECKING:
    from sqlalchemy import Row

    from ita_desktop.models.database import Transaction
    from ita_desktop.models.file_key import Secret


def accounts(transaction: Transaction) -> tuple[Account, ...]:
    """Return all accounts in the order in which they were made."""
    return tuple(map(_account, transaction.execute(select(account).order_by(account.c.id))))


def protected(transaction: Transaction) -> bool:
    """Tell whether the file asks who comes in: it does as soon as there is an account."""
    return bool(transaction.scalar(select(func.count()).select_from(account)))


def find(transaction: Transaction, name: str) -> Account | None:
    """Return the account of a name, however its spaces and capitals are typed."""
    row = transaction.execute(select(account).where(account.c.search == search_key(name))).one_or_none()
    return _account(row) if row is not None else None


def password_of(transaction: Transaction, key: int) -> str:
    """Return the hash of an account's password."""
    return str(transaction.execute(select(account.c.password).where(account.c.id == key)).scalar_one())


def add(transaction: Transaction, new: Account, secret: Secret) -> int:
    """Add an account with its password; return its key."""
    values = {
        **_values(new),
        "password": secret.hashed,
        "wrapped": secret.sealing,
        "failures": 0,
        "waits_until": None,
    }
    result = transaction.execute(insert(account).values(**values))
    return int(result.inserted_primary_key[0]) if result.inserted_primary_key else 0


def change(transaction: Transaction, changed: Account) -> None:
    """Keep an account's name, role and whether it may come in."""
    transaction.execute(update(account).where(account.c.id == changed.key).values(**_values(changed)))


def put_password(transaction: Transaction, key: int, secret: Secret) -> None:
    """Keep a new password; what was wrong before is forgotten."""
    values = {"password": secret.hashed, "wrapped": secret.sealing, "failures": 0, "waits_until": None}
    transaction.execute(update(account).where(account.c.id == key).values(**values))


def put_failures(transaction: Transaction, key: int, failures: int, waits_until: datetime | None) -> None:
    """Keep how many wrong passwords came in a row, and until when the next is not taken."""
    until = waits_until.isoformat() if waits_until is not None else None
    transaction.execute(
        update(account).where(account.c.id == key).values(failures=failures, waits_until=until)
    )


def remove_all(transaction: Transaction) -> None:
    """Let everyone in again: no account, no recovery sheet."""
    transaction.execute(delete(account))
    transaction.execute(delete(recovery))


def put_recovery(transaction: Transaction, secret: Secret, made: datetime) -> None:
    """Keep the newest sheet's code; the one before is void."""
    values = {
        "code": secret.hashed, "wrapped": secret.sealing, "made": made.isoformat(timespec="seconds"),
    }  # fmt: skip
    statement = upsert(recovery).values(id=1, **values)
    transaction.execute(statement.on_conflict_do_update(index_elements=["id"], set_=values))


def sealing_of(transaction: Transaction, key: int) -> str:
    """Return the file's key as an account's password seals it."""
    return str(transaction.execute(select(account.c.wrapped).where(account.c.id == key)).scalar_one())


def recovery_sealing(transaction: Transaction) -> str:
    """Return the file's key as the newest sheet's code seals it."""
    return str(transaction.scalar(select(recovery.c.wrapped)) or "")


def ring(transaction: Transaction) -> Ring:
    """Return the ring of who can open the file, encrypted: a closed account is not on it."""
    rows = transaction.execute(
        select(account.c.name, account.c.wrapped).where(account.c.active == 1).order_by(account.c.id)
    )
    return Ring({row.name: row.wrapped for row in rows}, recovery_sealing(transaction))


def recovery_code(transaction: Transaction) -> str:
    """Return the hash of the newest sheet's code, empty if there is none."""
    return str(transaction.scalar(select(recovery.c.code)) or "")


def recovery_made(transaction: Transaction) -> datetime | None:
    """Return when the newest sheet was made."""
    text = transaction.scalar(select(recovery.c.made))
    return datetime.fromisoformat(text) if text else None


def _account(row: Row[Any]) -> Account:
    """Read an account, without its password."""
    waits = datetime.fromisoformat(row.waits_until) if row.waits_until else None
    return Account(row.name, Role(row.role), row.id, bool(row.active), row.failures, waits)


def _values(each: Account) -> dict[str, Any]:
    """Return what a person may change of an account."""
    return {
        "name": each.name,
        "search": search_key(each.name),
        "role": each.role.value,
        "active": int(each.active),
    }
