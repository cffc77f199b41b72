"""Proof of what was published: links, files, and saved copies of pages with their day and hash."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from ita_desktop.domain.history import Role
from ita_desktop.domain.thai_text import normalized

if TYPE_CHECKING:
    from datetime import date, datetime

LONGEST_NAME = 120
"""Letters of a kept name: three hundred Thai letters fill more bytes than any disk gives to a name."""
PAGE_ENDINGS = frozenset({".pdf", ".mht", ".mhtml", ".html", ".htm", ".png", ".jpg", ".jpeg", ".webp"})
_BROKEN = re.compile(r"[\x00-\x1f\x7f<>:\"|?*]")
VIEWED_ENDINGS = PAGE_ENDINGS | frozenset({
    ".gif", ".bmp", ".tif", ".tiff", ".doc", ".docx", ".odt", ".rtf", ".xls", ".xlsx", ".ods", ".csv", ".ppt",
    ".pptx", ".odp", ".txt",
})  # fmt: skip
"""What is handed to the system's viewer. All else could be a program, and a proof that came by mail or on a
stick must never be started by looking at it."""
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,8}$")


class EvidenceKind(Enum):
    """What a proof is: an address, a document, or a copy of a page as the public saw it."""

    LINK = "link"
    FILE = "file"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One proof. `target` is the address, or the name of the file; `day` the day that it is a proof of.

    `replaces` is the key of the version before it: versions are kept, never overwritten. `sha256` and `size`
    (bytes) are those of the file's content, empty and 0 for a link. `codes` are the items that it serves.
    """

    kind: EvidenceKind
    target: str
    day: date | None = None
    title: str = ""
    sha256: str = ""
    size: int = 0
    added_at: datetime | None = None
    added_by: Role = Role.ADMIN
    replaces: int = 0
    codes: tuple[str, ...] = ()
    key: int = 0


class FileState(Enum):
    """Whether a kept file is still what it was when it was added."""

    SOUND = "sound"
    MISSING = "missing"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class EvidenceFault:
    """A kept file that is missing or changed."""

    evidence: Evidence
    state: FileState


def kept_name(text: str) -> str:
    """Return a name that is safe on every disk: the last part only, short, its ending kept.

    A name that climbs out of its folder keeps nothing of its path; of nothing but dots `file` is made.
    """
    last = re.split(r"[\\/]", text)[-1]
    plain = normalized(_BROKEN.sub(" ", last)).strip(". ")
    ending = ending_of(plain)
    stem = plain[: len(plain) - len(ending)] if ending else plain
    return (stem[: LONGEST_NAME - len(ending)].strip(". ") or "file") + ending


def ending_of(name: str) -> str:
    """Return a file name's ending in small letters, with its dot; empty if it has none."""
    found = _ENDING.search(name)
    return found.group().lower() if found else ""


def can_be_viewed(name: str) -> bool:
    """Tell whether a kept file may be opened in the system's own viewer."""
    return ending_of(name) in VIEWED_ENDINGS


def current(evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """Return the newest version of each proof."""
    replaced = {each.replaces for each in evidence}
    return tuple(each for each in evidence if each.key not in replaced)
