"""Official papers as data: what a document says, before anyone sets it on a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Memo:
    """บันทึกข้อความ (แบบที่ 29). `paragraphs` is the body; a line that begins with a number is a list item."""

    department: str
    number: str
    day: date | None
    subject: str
    addressee: str
    paragraphs: tuple[str, ...]
    signer_name: str = ""
    signer_position: str = ""


@dataclass(frozen=True, slots=True)
class PaperDraft:
    """What a person has written over the text that the program proposes; empty fields keep the proposal."""

    kind: str
    number: str = ""
    day: date | None = None
    subject: str = ""
    addressee: str = ""
    body: str = ""
    signer_name: str = ""
    signer_position: str = ""
