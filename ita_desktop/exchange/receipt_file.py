"""Receipts on their way back: a small file a receiver, signed, naming each package and what became of it."""

from __future__ import annotations

import base64
import json
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ita_desktop.domain.packages.problems import KeyRefused
from ita_desktop.domain.packages.receipts import Outcome, Receipt
from ita_desktop.domain.problems import DeviceFailed, FileMissing, FileTooNew, PackageFailed, Problem
from ita_desktop.exchange.package_label import safe_code
from ita_desktop.exchange.sealing.key_file import key_document, party_of
from ita_desktop.exchange.sealing.signing import is_signed, signed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ita_desktop.domain.packages.keys import OwnKeys, Party

FORMAT = 1
SUFFIX = ".itarcpt"
PURPOSE = "receipt 1"
LARGEST = 5_000_000
BAD_RECEIPT, BAD_SIGNATURE = "bad-receipt", "bad-signature"


def receipt_name(office_code: str, own: OwnKeys) -> str:
    """Return the name of the file of an office's receipts from one receiver; a newer one replaces it."""
    receiver = own.party.fingerprint.split()[0]
    return f"ITA-receipt-{safe_code(office_code)}-{safe_code(own.party.code)}-{receiver}{SUFFIX}"


def receipt_file(receipts: Sequence[Receipt], own: OwnKeys) -> bytes:
    """Return the file of an office's receipts."""
    body = {"format": FORMAT, "key": key_document(own), "receipts": [_fields(each) for each in receipts]}
    signature = signed(own.sign_secret, PURPOSE, _canonical(body))
    whole = {**body, "signature": base64.b64encode(signature).decode("ascii")}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def with_earlier(path: Path, receipts: Sequence[Receipt], own: OwnKeys) -> tuple[Receipt, ...]:
    """Return receipts with those for other packages that this receiver left at the same place before.

    Packages are often received one by one: without it the last answer would wipe out the ones before it.
    """
    try:
        party, earlier = read_receipts(path)
    except Problem:  # nothing there, or nothing worth keeping
        return tuple(receipts)
    if party.fingerprint != own.party.fingerprint:
        return tuple(receipts)
    answered = {each.name for each in receipts}
    return (*(each for each in earlier if each.name not in answered), *receipts)


def read_receipts(path: Path) -> tuple[Party, tuple[Receipt, ...]]:
    """Read a file of receipts and who signed it.

    FileMissing, DeviceFailed, FileTooNew, PackageFailed (`bad-receipt`, `bad-signature`).
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except (FileNotFoundError, IsADirectoryError) as error:
        raise FileMissing(path) from error
    except OSError as error:
        raise DeviceFailed(path) from error
    try:
        fields = json.loads(data)
        if fields["format"] > FORMAT:
            raise FileTooNew(path, int(fields["format"]), FORMAT)
        signature = base64.b64decode(fields.pop("signature"), validate=True)
        party = party_of(fields["key"])
        receipts = tuple(_receipt(each) for each in fields["receipts"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, KeyRefused) as error:
        raise PackageFailed(path, BAD_RECEIPT) from error
    if not is_signed(party.sign, PURPOSE, _canonical(fields), signature):
        raise PackageFailed(path, BAD_SIGNATURE)
    return party, receipts


def _canonical(fields: dict[str, Any]) -> bytes:
    """Return the same bytes for the same fields."""
    return json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _fields(receipt: Receipt) -> dict[str, Any]:
    """Return a receipt as JSON has it."""
    at = receipt.at.isoformat(timespec="seconds")
    return {**asdict(receipt), "outcome": receipt.outcome.value, "at": at}


def _receipt(fields: dict[str, Any]) -> Receipt:
    """Read a receipt; ValueError, KeyError, TypeError."""
    return Receipt(
        str(fields["office_code"]),
        str(fields["name"]),
        int(fields["number"]),
        str(fields["digest"]),
        Outcome(fields["outcome"]),
        datetime.fromisoformat(fields["at"]),
        str(fields["by"]),
        str(fields["why"]),
        tuple(int(each) for each in fields["missing"]),
    )
