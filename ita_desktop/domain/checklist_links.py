"""What a checker with internet is asked about links, and what it answers; carried by files on a stick."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class AskedLink:
    """A link to look at, and the items that it serves."""

    link: str
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LinkList:
    """The links of an office's year."""

    office: str
    year: int
    links: tuple[AskedLink, ...]


@dataclass(frozen=True, slots=True)
class LinkAnswer:
    """What the checker found at a link.

    `status` is the server's number, 0 if none answered; `final` where redirects ended; `fault` a short word
    for why it was not reached (`timeout`, `refused`, `name`, `certificate`, `redirects`, `http`, `address`).
    `saved` names the saved copy beside the answers, `sha256` its hash; empty if none was saved.
    """

    link: str
    at: datetime
    reachable: bool
    status: int = 0
    title: str = ""
    final: str = ""
    fault: str = ""
    saved: str = ""
    sha256: str = ""
