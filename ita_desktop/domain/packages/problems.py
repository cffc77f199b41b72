"""What can stand against a package, as types that carry data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ita_desktop.domain.problems import FileProblem, FileTooNew, PackageFailed, Problem

TOO_NEW = "too-new"
"""Why a receipt names a package of a newer program."""


class PackageSealed(FileProblem):
    """The package is sealed and nothing that was offered opens it: no key of ours, no passphrase given."""


class PassphraseWrong(FileProblem):
    """The passphrase does not open the package."""


class PassphraseWeak(Problem):
    """A passphrase that is guessed too quickly for what it protects."""


@dataclass(eq=False)
class TooLargeForPassphrase(Problem):
    """Sealing by passphrase works in memory: `size` is more than the `most` bytes that it may take."""

    size: int
    most: int


class PeopleUnsealed(Problem):
    """People's data was asked for in a package that anybody could open."""


class KeyFault(Enum):
    """Why a key file or a key's text is of no use."""

    NOT_A_KEY = "not-a-key"
    TOO_NEW = "too-new"
    BAD_SIGNATURE = "bad-signature"
    OWN = "own"


@dataclass(eq=False)
class KeyRefused(Problem):
    """A key that was offered and not taken."""

    fault: KeyFault


@dataclass(eq=False)
class PartyChanged(Problem):
    """A known name comes with other keys: `known` and `found` are the fingerprints to compare."""

    name: str
    known: str
    found: str


class RefusalKind(Enum):
    """Why a sound package is not received."""

    OTHER_OFFICE = "other-office"
    OTHER_YEAR = "other-year"
    UNSIGNED = "unsigned"
    SENDER_UNKNOWN = "sender-unknown"
    NOT_FROM_ABOVE = "not-from-headquarters"
    NOTHING_FOR_US = "nothing-for-us"
    OWN = "own"
    CONTENT_BROKEN = "content-broken"
    APART = "apart"
    NOT_FOR_HEADQUARTERS = "not-for-headquarters"
    SENDER_CHANGED = "sender-changed"


@dataclass(eq=False)
class PackageRefused(FileProblem):
    """A sound package that this file does not take; `found` and `wanted` say what differs."""

    reason: RefusalKind
    found: str = ""
    wanted: str = ""


def reason_of(problem: Problem) -> str:
    """Return why a package itself was refused, as receipts have it; empty for what another try may mend."""
    match problem:
        case PackageRefused():
            return f"{problem.reason.value} {problem.found}".strip()
        case PackageFailed():
            return problem.detail
        case FileTooNew():
            return TOO_NEW
    return ""
