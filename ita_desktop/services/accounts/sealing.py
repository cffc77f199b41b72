"""An encrypted office file: who can open it, making one of a plain file, and the way back.

The ring of keys stands beside the file; where it was left behind, the newest safety copy's paper on this
computer has it too.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from ita_desktop.domain.accounts.problems import CodeMiscopied, SignInNeeded, WrongCode, WrongPassword
from ita_desktop.domain.accounts.recovery_code import read_code
from ita_desktop.domain.history import Action
from ita_desktop.domain.problems import FileSealed
from ita_desktop.models import account_store, backup, backup_files, conversion
from ita_desktop.models.file_key import Ring, opened, read_ring, ring_path, write_ring
from ita_desktop.services.changes import Topic
from ita_desktop.services.safekeeping import Places, places

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.services.session import Session


@dataclass(frozen=True, slots=True)
class Order:
    """What is needed to turn a file once it is closed: its key, and its ring if it is to be encrypted."""

    path: Path
    key: bytes
    ring: Ring | None


def is_sealed(path: Path) -> bool:
    """Tell whether a closed office file is encrypted."""
    return backup.sealed(path)


def ring_place(path: Path) -> Path:
    """Return where the ring of a file stands: it must be carried along with the file."""
    return ring_path(path)


def ring_of_file(path: Path, where: Places | None = None) -> Ring:
    """Return who can open an encrypted file; FileSealed where no ring is left of it.

    One that is only on the shelf is put beside the file again.
    """
    ring = read_ring(ring_path(path))
    if ring is not None:
        return ring
    where = where or places()
    for root in filter(None, (where.first, where.second)):
        for copy in backup_files.copies(backup_files.shelf(root, path)):
            if copy.paper is not None and copy.paper.ring is not None:
                put_ring(path, copy.paper.ring)
                return copy.paper.ring
    raise FileSealed(path)


def put_ring(path: Path, ring: Ring) -> None:
    """Put a ring beside its file. DiskFull, ReadOnly, DeviceFailed."""
    beside = ring_path(path)
    with backup_files.told_of(beside):
        write_ring(beside, ring)


def key_by_password(path: Path, name: str, password: str) -> bytes:
    """Return the key of an encrypted file; WrongPassword, FileSealed."""
    key = opened(ring_of_file(path).people.get(name, ""), password)
    if key is None:
        raise WrongPassword(timedelta())
    return key


def key_by_code(path: Path, typed: str) -> bytes:
    """Return the key of an encrypted file by the recovery sheet; CodeMiscopied, WrongCode, FileSealed."""
    code = read_code(typed)
    if code is None:
        raise CodeMiscopied
    key = opened(ring_of_file(path).recovery, code)
    if key is None:
        raise WrongCode
    return key


def order(session: Session, *, to_sealed: bool) -> Order:
    """Write into the history that the file is to be encrypted, or decrypted, and return what that takes.

    SignInNeeded without accounts: a file that asks nobody has nobody to give the key to. RoleNeeded.
    """
    if not session.person or session.file_key is None:
        raise SignInNeeded
    action = Action.ENCRYPTED if to_sealed else Action.DECRYPTED
    with session.change(action, "", Topic.OFFICE) as change:
        ring = account_store.ring(change.transaction)
    return Order(session.database.path, session.file_key, ring if to_sealed else None)


def turn(wanted: Order) -> None:
    """Encrypt or decrypt a file that was closed meanwhile.

    The ring comes first and goes last: there is no moment at which the file is encrypted without one.
    FileInUse, FileDamaged, DiskFull, ReadOnly, DeviceFailed: the file is as it was.
    """
    if wanted.ring is None:
        if backup.sealed(wanted.path):
            conversion.unseal(wanted.path, wanted.key)
        ring_path(wanted.path).unlink(missing_ok=True)
        return
    put_ring(wanted.path, wanted.ring)
    if not backup.sealed(wanted.path):
        conversion.seal(wanted.path, wanted.key)


def plain_copies(path: Path, where: Places | None = None) -> tuple[Path, ...]:
    """Return the safety copies of an encrypted file that are plain still: who finds one needs no password."""
    where = where or places()
    return tuple(
        copy.path
        for root in filter(None, (where.first, where.second))
        for copy in backup_files.copies(backup_files.shelf(root, path))
        if not backup.sealed(copy.path)
    )


def forget_plain_copies(path: Path, where: Places | None = None) -> int:
    """Remove plain copies from each shelf that has an encrypted one; return how many."""
    where, gone = where or places(), 0
    for root in filter(None, (where.first, where.second)):
        found = backup_files.copies(backup_files.shelf(root, path))
        if any(backup.sealed(copy.path) for copy in found):
            plain = [copy for copy in found if not backup.sealed(copy.path)]
            for copy in plain:
                backup_files.remove(copy)
            gone += len(plain)
    return gone
