"""Promises of the office's details: kept whole, undone at once, the emblem small and on the memo."""

from __future__ import annotations

import struct
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ita_desktop.domain.problems import FieldProblem, FileMissing
from ita_desktop.services import emblem
from tests.helpers.offices import new_workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ita_desktop.services.workspace import Workspace


def _chunk(kind: bytes, data: bytes) -> bytes:
    """One chunk of a PNG file."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


SIDE = 4
PIXELS = zlib.compress((b"\0" + b"\x20\x40\x80" * SIDE) * SIDE)
PNG = b"".join(
    (
        b"\x89PNG\r\n\x1a\n",
        _chunk(b"IHDR", struct.pack(">IIBBBBB", SIDE, SIDE, 8, 2, 0, 0, 0)),
        _chunk(b"IDAT", PIXELS),
        _chunk(b"IEND", b""),
    )
)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A small office."""
    made = new_workspace(tmp_path)
    yield made
    made.close()


def test_all_details_are_one_command(workspace: Workspace) -> None:
    """Name, minimum and emblem are kept together, and one undo takes them all back."""
    before = workspace.settings.details()
    office = replace(before.office, name=" เทศบาลตำบลใหม่ ", telephone="0 2000 0000")
    workspace.settings.change_details(replace(before, office=office, minimums={"IIT": 77}, emblem=PNG))
    after = workspace.settings.details()
    assert (after.office.name, after.office.telephone) == ("เทศบาลตำบลใหม่", "0 2000 0000")
    assert (after.minimums, after.emblem) == ({"IIT": 77}, PNG)
    assert next(part for part in workspace.entry.parts() if part.part.code == "IIT").required == 77
    workspace.undo()
    assert workspace.settings.details() == before


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"minimums": {"IIT": 0}}, "IIT"),
        ({"emblem": b"GIF89a"}, "emblem"),
        ({"emblem": PNG + bytes(emblem.LARGEST)}, "emblem"),
    ],
)
def test_what_cannot_be_kept_changes_nothing(
    workspace: Workspace, change: dict[str, object], field: str
) -> None:
    """The problem names its field, and everything is as before."""
    before = workspace.settings.details()
    with pytest.raises(FieldProblem) as told:
        workspace.settings.change_details(replace(before, **change))  # type: ignore[arg-type]
    assert told.value.field == field
    assert workspace.settings.details() == before


def test_an_office_has_a_name(workspace: Workspace) -> None:
    """Blanks are no name."""
    before = workspace.settings.details()
    with pytest.raises(FieldProblem):
        workspace.settings.change_details(replace(before, office=replace(before.office, name="  ")))


def test_the_memo_carries_the_emblem(workspace: Workspace) -> None:
    """The picture stands on the memo once the office has loaded it, and not before."""
    assert b"/Subtype /Image" not in workspace.papers.render("memo")
    details = workspace.settings.details()
    workspace.settings.change_details(replace(details, emblem=PNG))
    assert b"/Image" in workspace.papers.render("memo")


def test_a_picture_is_read_from_a_file(tmp_path: Path) -> None:
    """Its bytes come whole; no file, and no picture, are told."""
    path = tmp_path / "ตรา.png"
    with pytest.raises(FileMissing):
        emblem.read_picture(path)
    path.write_bytes(PNG)
    assert emblem.read_picture(path) == PNG
    path.write_bytes(b"text")
    with pytest.raises(FieldProblem):
        emblem.read_picture(path)
