"""The office's emblem for its papers: a picture kept in the office file, small and of a known kind.

Kept as text among the settings, so that undo, backup and transfer have it without a word more.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from typing import TYPE_CHECKING, Final

from ita_desktop.domain.problems import DeviceFailed, FieldFault, FieldProblem, FileMissing
from ita_desktop.models import settings_store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ita_desktop.models.database import Transaction

KEY: Final = "emblem"
LARGEST: Final = 300_000
"""Bytes: an emblem of three centimetres at 600 dots per inch; more only makes file and papers slow."""
LARGEST_DRAWING: Final = 2_000_000
"""Bytes of a drawing (SVG) before it is made a picture."""
_BEGINNINGS: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


def read_picture(path: Path, draw: Callable[[bytes], bytes] | None = None) -> bytes:
    """Return a picture's bytes; FileMissing, DeviceFailed, or the FieldProblem of `check`.

    `draw` makes a picture of a drawing (SVG), which only a window can.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST_DRAWING + 1)
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    except OSError as error:
        raise DeviceFailed(path) from error
    if draw and not data.startswith(_BEGINNINGS) and len(data) <= LARGEST_DRAWING:
        data = draw(data)
    check(data)
    return data


def check(data: bytes) -> None:
    """Refuse what is no PNG or JPEG, or too large, before it gets into the file: FieldProblem `emblem`."""
    if not data.startswith(_BEGINNINGS):
        raise refused()
    if len(data) > LARGEST:
        raise FieldProblem(KEY, FieldFault.OUT_OF_RANGE, f"{len(data):,}", f"{LARGEST // 1000} kB")


def refused() -> FieldProblem:
    """Return the problem of a file that is no picture, with the kinds that can be loaded."""
    return FieldProblem(KEY, FieldFault.NOT_OFFERED, "", "PNG, JPEG, SVG")


def kept(transaction: Transaction) -> bytes | None:
    """Return the office's emblem; None if it has none."""
    text = settings_store.get(transaction, KEY)
    return b64decode(text) if text else None


def put(transaction: Transaction, data: bytes | None) -> None:
    """Keep an emblem, or forget it."""
    settings_store.put(transaction, KEY, b64encode(data).decode("ascii") if data else "")
