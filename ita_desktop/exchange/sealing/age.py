"""age: what only its readers open. The only module that knows pyrage.

For keys everything is streamed. A passphrase is for the office without keys: there the library works in
memory, so what it may take is bounded.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

import pyrage  # type: ignore[import-untyped]
from pyrage import passphrase as by_passphrase
from pyrage import x25519

from ita_desktop.domain.packages.problems import PassphraseWeak, TooLargeForPassphrase

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAGIC = b"age-encryption.org/v1\n"
_BY_PASSPHRASE = b"-> scrypt "
MOST_BY_PASSPHRASE = 200_000_000
"""Bytes: plain and sealed text are both in memory."""
SHORTEST_PASSPHRASE = 12
"""Characters; age's own slow function makes the rest of the cost."""


@dataclass(frozen=True, slots=True)
class Sealing:
    """For whom a package is sealed: age recipients, or else a passphrase."""

    readers: tuple[str, ...] = ()
    passphrase: str = ""

    def __repr__(self) -> str:
        """Keep the passphrase out of logs and tracebacks."""
        return f"Sealing({self.readers})"


@dataclass(frozen=True, slots=True)
class Unlock:
    """What a package may be opened with: age identities, and a passphrase if a person typed one."""

    identities: tuple[str, ...] = ()
    passphrase: str = ""

    def __repr__(self) -> str:
        """Keep the secrets out of logs and tracebacks."""
        return f"Unlock({len(self.identities)})"


class NotForUsError(Exception):
    """No identity that was offered opens it."""


class WrongPassphraseError(Exception):
    """The passphrase does not open it."""


class BrokenSealError(Exception):
    """It is no whole age file."""


def new_identity() -> str:
    """Return the secret of a new pair of keys."""
    return str(x25519.Identity.generate())


def recipient_of(identity: str) -> str:
    """Return the public half of an identity."""
    return str(x25519.Identity.from_str(identity).to_public())


def is_recipient(text: str) -> bool:
    """Tell whether somebody can be sealed for by this text."""
    try:
        x25519.Recipient.from_str(text)
    except pyrage.RecipientError:
        return False
    return True


def check_passphrase(text: str) -> None:
    """Refuse a passphrase that is soon guessed; PassphraseWeak."""
    if len(text) < SHORTEST_PASSPHRASE or len(set(text)) < SHORTEST_PASSPHRASE // 2:
        raise PassphraseWeak


def seal(source: BinaryIO, target: BinaryIO, sealing: Sealing, size: int) -> None:
    """Seal `size` bytes; PassphraseWeak, TooLargeForPassphrase before a byte is written, OSError."""
    if sealing.readers:
        readers = [x25519.Recipient.from_str(each) for each in sealing.readers]
        watched = _Remembering(source), _Remembering(target)
        with _own_errors(*watched):
            pyrage.encrypt_io(*watched, readers)
        return
    check_passphrase(sealing.passphrase)
    if size > MOST_BY_PASSPHRASE:
        raise TooLargeForPassphrase(size, MOST_BY_PASSPHRASE)
    target.write(by_passphrase.encrypt(source.read(), sealing.passphrase))


def unseal(source: BinaryIO, target: BinaryIO, unlock: Unlock) -> None:
    """Open a sealed stream.

    Raises:
        NotForUsError, WrongPassphraseError, BrokenSealError: nothing of `target` may be used then.
    """
    head = source.read(len(MAGIC) + len(_BY_PASSPHRASE))
    source.seek(0)
    if head.endswith(_BY_PASSPHRASE):
        _unseal_by_passphrase(source, target, unlock.passphrase)
    elif not unlock.identities:
        raise NotForUsError
    else:
        _unseal_by_key(source, target, unlock.identities)


def _unseal_by_key(source: BinaryIO, target: BinaryIO, identities: tuple[str, ...]) -> None:
    """Open piece by piece; the library has one type, and OSError without a number, for several faults."""
    keys = [x25519.Identity.from_str(each) for each in identities]
    watched = _Remembering(source), _Remembering(target)
    try:
        with _own_errors(*watched):
            pyrage.decrypt_io(*watched, keys)
    except pyrage.DecryptError as error:
        raise (NotForUsError if "No matching keys" in str(error) else BrokenSealError) from error
    except OSError as error:
        if error.errno is None:
            raise BrokenSealError from error
        raise


class _Remembering:
    """A stream that remembers what went wrong in it: the library tells it on as a fault of its own."""

    def __init__(self, stream: BinaryIO) -> None:
        """Stand before a stream."""
        self._stream = stream
        self.error: BaseException | None = None

    def read(self, size: int = -1) -> bytes:
        """Read on."""
        try:
            return self._stream.read(size)
        except BaseException as error:
            self.error = error
            raise

    def write(self, data: bytes) -> int:
        """Write on."""
        try:
            return self._stream.write(data)
        except BaseException as error:
            self.error = error
            raise

    def flush(self) -> None:
        """Pass everything on."""
        self._stream.flush()


@contextmanager
def _own_errors(*streams: _Remembering) -> Iterator[None]:
    """Raise what a stream raised, whatever the library made of it: a stop is a stop, a full disk full.

    Also where the library went on as if nothing had happened: what it still holds back at its end it writes
    without looking, and a seal cut short would pass for whole.
    """
    try:
        yield
    except (pyrage.EncryptError, pyrage.DecryptError, OSError):
        _raise_first(streams)
        raise
    _raise_first(streams)


def _raise_first(streams: tuple[_Remembering, ...]) -> None:
    """Raise the first error that a stream remembers."""
    for stream in streams:
        if stream.error is not None:
            raise stream.error from None


def _unseal_by_passphrase(source: BinaryIO, target: BinaryIO, passphrase: str) -> None:
    """Open in memory."""
    if not passphrase:
        raise NotForUsError
    sealed = source.read(MOST_BY_PASSPHRASE * 2)
    try:
        target.write(by_passphrase.decrypt(sealed, passphrase))
    except pyrage.DecryptError as error:
        raise WrongPassphraseError from error


def is_sealed(path: Path) -> bool:
    """Tell whether a file begins as a sealed one; OSError."""
    with path.open("rb") as stream:
        return stream.read(len(MAGIC)) == MAGIC
