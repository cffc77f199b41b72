"""The office's own secrets, and the public keys of those it exchanges packages with."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select, update

from ita_desktop.domain.packages.keys import Party, Side
from ita_desktop.models.tables import own_key, party

if TYPE_CHECKING:
    from datetime import datetime

    from ita_desktop.models.database import Transaction

SIGN, SEAL = "sign", "seal"


def own_secrets(transaction: Transaction) -> tuple[bytes, str] | None:
    """Return the secret that signs and the one that opens seals; None before they were made."""
    rows = {row.kind: row.secret for row in transaction.execute(select(own_key))}
    if not {SIGN, SEAL} <= rows.keys():
        return None
    return base64.b64decode(rows[SIGN]), str(rows[SEAL])


def put_own_secrets(transaction: Transaction, sign: bytes, seal: str, at: datetime) -> None:
    """Keep the secrets, once and for all: a second pair would make the office a stranger to everybody."""
    made = at.isoformat(timespec="seconds")
    rows = [(SIGN, base64.b64encode(sign).decode("ascii")), (SEAL, seal)]
    transaction.execute(
        insert(own_key), [{"kind": kind, "secret": secret, "made_at": made} for kind, secret in rows]
    )


def parties(transaction: Transaction) -> tuple[Party, ...]:
    """Return who is known, headquarters first, then by name."""
    rows = transaction.execute(select(party).order_by(party.c.side, party.c.name, party.c.fingerprint))
    return tuple(map(_party, rows))


def namesakes(transaction: Transaction, fingerprint: str, codes: tuple[str, ...]) -> tuple[Party, ...]:
    """Return who is known by a fingerprint or by one of these codes: few, however many are known."""
    wanted = (party.c.fingerprint == fingerprint) | party.c.code.in_(codes)
    return tuple(map(_party, transaction.execute(select(party).where(wanted))))


def _party(row: Any) -> Party:  # noqa: ANN401 - a row of whichever driver
    """Read a row."""
    sign = base64.b64decode(row.sign)
    return Party(row.name, row.code, Side(row.side), sign, row.seal, bool(row.confirmed))


def put_party(transaction: Transaction, value: Party, at: datetime) -> None:
    """Keep somebody's keys, or what a newer key file says of their name."""
    fields = {
        "name": value.name, "code": value.code, "side": value.side.value,
        "sign": base64.b64encode(value.sign).decode("ascii"), "seal": value.seal,
        "confirmed": int(value.confirmed),
    }  # fmt: skip
    mine = party.c.fingerprint == value.fingerprint
    if not transaction.execute(update(party).where(mine).values(**fields)).rowcount:
        made = at.isoformat(timespec="seconds")
        transaction.execute(insert(party).values(fingerprint=value.fingerprint, added_at=made, **fields))


def confirm(transaction: Transaction, fingerprint: str) -> bool:
    """Note that a person compared the fingerprint; tell whether it was there."""
    statement = update(party).where(party.c.fingerprint == fingerprint).values(confirmed=1)
    return bool(transaction.execute(statement).rowcount)


def forget(transaction: Transaction, fingerprint: str) -> bool:
    """Forget somebody's keys; tell whether they were there."""
    return bool(transaction.execute(delete(party).where(party.c.fingerprint == fingerprint)).rowcount)
