"""The office whose year this is, and the people who sign for it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Office:
    """A town office. `document_code` is the head of its letter numbers (`ตย 52301`)."""

    name: str
    kind: str = ""
    province: str = ""
    code: str = ""
    website: str = ""
    telephone: str = ""
    email: str = ""
    document_code: str = ""
    division: str = ""
    addressee: str = ""
    signer_name: str = ""
    signer_position: str = ""
