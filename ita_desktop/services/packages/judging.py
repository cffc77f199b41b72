"""A package judged for a person: whole or not, and whether its sender is somebody that the file knows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.exchange.package_verify import PackageReport, verify_package
from ita_desktop.exchange.sealing.age import Unlock

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.services.packages.keys import KeyService


@dataclass(frozen=True, slots=True)
class Judged:
    """A sound package; `known`: the signer's keys are confirmed, not confirmed, or (None) not known."""

    report: PackageReport
    known: bool | None


def judge(path: Path, passphrase: str = "", keys: KeyService | None = None) -> Judged:
    """Check a package whole; raises what `verify_package` raises."""
    if keys is None:
        return Judged(verify_package(path, unlock_with(passphrase)), None)
    report = verify_package(path, keys.unlock(passphrase))
    if report.signer is None:
        return Judged(report, None)
    own = keys.known_own()
    parties = (*keys.parties(), *((own.party,) if own is not None else ()))
    mark = report.signer.fingerprint
    return Judged(report, next((each.confirmed for each in parties if each.fingerprint == mark), None))


def unlock_with(passphrase: str) -> Unlock:
    """Return what opens a package where there are no keys."""
    return Unlock((), passphrase)
