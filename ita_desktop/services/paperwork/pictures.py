"""Pictures of papers: turned upright, brought to print size, kept once in the office file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ita_desktop.documents.paperwork.photo import PictureFault, upright
from ita_desktop.domain.paperwork.problems import PictureRefused
from ita_desktop.domain.problems import DeviceFailed, FileMissing, MissingRecord
from ita_desktop.models import document_store

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.services.session import Session

LARGEST_FILE: Final = 200_000_000
"""Bytes: more than any camera writes."""


MOST_KNOWN: Final = 80
"""Pictures held in memory at once: some 50 MB."""


@dataclass(frozen=True, slots=True)
class StoredPicture:
    """A picture in the file: its name for a `richtext.Picture`, and its size in points as it is kept."""

    sha256: str
    width_px: int
    height_px: int


class PictureStore:
    """Take pictures in and give their bytes back."""

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session
        self._known: dict[str, bytes] = {}

    def add(self, data: bytes, name: str = "", *, ready: bool = False) -> StoredPicture:
        """Keep a picture; PictureRefused for what is none, is damaged or too large.

        `ready`: it was brought to size before (a template's) and keeps its bytes, so that its name fits.
        """
        try:
            made = upright(data)
        except PictureFault as error:
            raise PictureRefused(error.reason, name) from error
        if ready:
            made = replace(made, data=data)
        with self._session.drafting() as transaction:
            sha256 = document_store.keep_bytes(transaction, made.media, made.data)
        return StoredPicture(sha256, made.width, made.height)

    def add_file(self, path: Path) -> StoredPicture:
        """Keep a picture from a file; FileMissing, DeviceFailed, PictureRefused."""
        try:
            with path.open("rb") as stream:
                data = stream.read(LARGEST_FILE + 1)
        except FileNotFoundError as error:
            raise FileMissing(path) from error
        except OSError as error:
            raise DeviceFailed(path) from error
        if len(data) > LARGEST_FILE:
            raise PictureRefused("too_large", path.name)
        return self.add(data, path.name)

    def data(self, sha256: str) -> bytes:
        """Return a picture's bytes; MissingRecord."""
        found = self.find(sha256)
        if found is None:
            raise MissingRecord("picture", sha256)
        return found

    def find(self, sha256: str) -> bytes | None:
        """Return a picture's bytes, or None; read once, for a page is set at every key."""
        if sha256 not in self._known:
            with self._session.reading() as transaction:
                data = document_store.bytes_of(transaction, sha256)
            if data is None:
                return None
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            self._known[sha256] = data
        return self._known[sha256]
