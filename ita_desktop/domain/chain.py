"""The history as a chain: each line carries a seal over itself and the seal before it.

Who removes or alters a line breaks every seal after it, and `broken` says where. It is a seal, not a lock:
who can write the file and knows this module can seal anew; that is why the newest seal also stands in every
safety copy's paper, where a rewritten history is seen too (docs/decisions/0009).
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

UNSEALED = ""
"""The seal of a line from before there were seals; it is sealed with the next line that is written."""


@dataclass(frozen=True, slots=True)
class Link:
    """A line of the history exactly as the file keeps it."""

    number: int
    at: str
    role: str
    action: str
    subject: str
    seal: str = UNSEALED
    person: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """The end of a chain: the number of its last line, and that line's seal."""

    number: int = 0
    seal: str = UNSEALED


def sealed(before: str, link: Link) -> str:
    """Return the seal of a line that follows one with the seal `before` (empty for the first line).

    JSON keeps the fields apart: without it `ab`+`c` and `a`+`bc` would have the same seal. A line without a
    person is sealed as it was before there were accounts: what older programs sealed stays sealed.
    """
    fields = [before, link.number, link.at, link.role, link.action, link.subject]
    if link.person:
        fields.append(link.person)
    return hashlib.sha256(json.dumps(fields, ensure_ascii=False).encode("utf-8")).hexdigest()


def broken(links: Iterable[Link], last_number: int) -> int | None:
    """Return the number of the first line where the chain does not hold, or None.

    `last_number` is the highest number that was ever given: a history that ends earlier has lost its end.
    Lines without a seal are let be while none is sealed: an older program made the file, and nobody has
    written in it since.
    """
    before, expected, any_sealed = UNSEALED, 1, False
    for link in links:
        any_sealed = any_sealed or link.seal != UNSEALED
        if link.number != expected or (any_sealed and link.seal != sealed(before, link)):
            return expected
        before, expected = link.seal, expected + 1
    return expected if expected <= last_number else None
