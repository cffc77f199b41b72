"""Promises of templates and pictures: a town's wording stays its own, and travels whole."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from ita_desktop.domain.paperwork.keys import pictures, tidy
from ita_desktop.domain.paperwork.problems import (
    PictureRefused,
    RichTextInvalid,
    TemplateTooNew,
    TemplateUnusable,
)
from ita_desktop.domain.paperwork.richtext import Document, Paragraph, Picture, Section, text
from ita_desktop.domain.problems import FieldProblem, FileMissing, MissingRecord
from tests.helpers.offices import new_workspace

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.services.paperwork.paperwork import Paperwork

OURS = tidy(Document((Section((Paragraph(text("ถ้อยคำของเทศบาลเรา")),)),)))


def photograph(width: int = 60, height: int = 40, kind: str = "JPEG", turned: int = 1) -> bytes:
    """A picture of a size, held as EXIF says."""
    made = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = turned
    exif[0x8825] = {1: "N"}
    Image.new("RGB", (width, height), (200, 60, 20)).save(made, kind, exif=exif)
    return made.getvalue()


def test_a_towns_own_wording_begins_its_papers(desk: Paperwork) -> None:
    """New papers of the kind begin with it; other kinds do not; a second one takes its place."""
    key = desk.papers.create("memo-free").key
    desk.papers.keep(key, {"addressee": "ผู้อำนวยการกอง", "day": "2025-05-09"}, OURS)
    desk.templates.save_as(key, "ของเรา", own=True)
    made = desk.papers.paper(desk.papers.create("memo-free").key)
    assert made.document == OURS
    assert made.fields == {"addressee": "ผู้อำนวยการกอง"}
    assert desk.papers.paper(desk.papers.create("memo-results").key).document != OURS
    desk.templates.save_as(desk.papers.create("memo-free").key, "ใหม่กว่า", own=True)
    assert [each.name for each in desk.templates.list("memo-free") if each.own] == ["ใหม่กว่า"]


def test_a_template_travels_by_file_with_its_pictures(desk: Paperwork, tmp_path: Path) -> None:
    """Written in one office and read in another, it makes the same paper."""
    stored = desk.pictures.add(photograph())
    document = tidy(Document((Section((Paragraph(text("ภาพ")), Picture(stored.sha256))),)))
    key = desk.papers.create("study-visit").key
    desk.papers.keep(key, {"subject": "ชื่อรายงาน"}, document)
    data = desk.templates.write(desk.templates.save_as(key, "ดูงาน").key)
    other = new_workspace(tmp_path)
    try:
        there = other.paperwork
        made = there.papers.create("study-visit", there.templates.read(data).key).key
        assert there.papers.paper(made).document == document
        assert there.pictures.data(pictures(document)[0]) == desk.pictures.data(stored.sha256)
    finally:
        other.close()


SPOILED = [
    (b"\xff\xfe not text", TemplateUnusable),
    (b"{}", TemplateUnusable),
    (b"[1]", TemplateUnusable),
    (json.dumps({"ita-template": 2}).encode(), TemplateTooNew),
    (json.dumps({"ita-template": 1, "kind": "haiku", "name": "x", "fields": {}}).encode(), TemplateUnusable),
    (
        json.dumps({"ita-template": 1, "kind": "memo-free", "name": "x", "fields": {"a": 1}}).encode(),
        TemplateUnusable,
    ),
    (
        json.dumps(
            {"ita-template": 1, "kind": "memo-free", "name": "x", "fields": {}, "document": {"format": 1}}
        ).encode(),
        RichTextInvalid,
    ),
]


@pytest.mark.parametrize(("data", "problem"), SPOILED)
def test_a_spoiled_template_is_told_and_nothing_is_kept(
    desk: Paperwork, data: bytes, problem: type[Exception]
) -> None:
    """A newer one, one of another kind, one that is none: refused whole."""
    with pytest.raises(problem):
        desk.templates.read(data)
    assert desk.templates.list() == ()


def test_a_template_whose_picture_was_changed_is_refused(desk: Paperwork) -> None:
    """A picture is what its SHA-256 says, or it is not taken."""
    stored = desk.pictures.add(photograph())
    key = desk.papers.create("memo-free").key
    desk.papers.keep(key, {}, tidy(Document((Section((Picture(stored.sha256),)),))))
    tree = json.loads(desk.templates.write(desk.templates.save_as(key, "ภาพ").key))
    tree["pictures"] = dict.fromkeys(tree["pictures"], "AAAA")
    with pytest.raises(TemplateUnusable):
        desk.templates.read(json.dumps(tree).encode())


def test_templates_that_are_gone_or_nameless_are_told(desk: Paperwork) -> None:
    """No paper is begun from a template that is not there."""
    key = desk.papers.create("memo-free").key
    with pytest.raises(FieldProblem):
        desk.templates.save_as(key, " ")
    with pytest.raises(MissingRecord):
        desk.papers.create("memo-free", 77)
    template = desk.templates.save_as(key, "ชั่วคราว").key
    desk.templates.remove(template)
    assert desk.templates.list() == ()


@pytest.mark.parametrize(("turned", "size"), [(1, (60, 40)), (6, (40, 60)), (8, (40, 60)), (3, (60, 40))])
def test_pictures_stand_upright_and_tell_nothing_else(
    desk: Paperwork, turned: int, size: tuple[int, int]
) -> None:
    """EXIF turns the picture and is left behind: a photograph tells where it was taken."""
    stored = desk.pictures.add(photograph(turned=turned))
    assert (stored.width_px, stored.height_px) == size
    with Image.open(io.BytesIO(desk.pictures.data(stored.sha256))) as kept:
        assert not kept.getexif()


def test_a_large_photograph_is_kept_at_print_size(desk: Paperwork) -> None:
    """Twelve megapixels become what paper can show."""
    stored = desk.pictures.add(photograph(4000, 3000))
    assert max(stored.width_px, stored.height_px) == 2000


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<html>", "not_a_picture"),
        (b"", "not_a_picture"),
        (photograph()[:200], "damaged"),
    ],
)
def test_what_is_no_picture_is_told(desk: Paperwork, data: bytes, reason: str) -> None:
    """A page saved as a picture, an empty file, half a picture."""
    with pytest.raises(PictureRefused) as caught:
        desk.pictures.add(data, "ภาพ.jpg")
    assert (caught.value.reason, caught.value.name) == (reason, "ภาพ.jpg")


def test_a_picture_of_20000_by_20000_points_is_refused_before_it_is_unpacked(desk: Paperwork) -> None:
    """Its size stands in its first bytes; memory is not asked for."""
    header = io.BytesIO()
    Image.new("1", (8, 8)).save(header, "PNG")
    data = bytearray(header.getvalue())
    data[16:24] = (20000).to_bytes(4, "big") * 2
    import zlib

    data[29:33] = zlib.crc32(bytes(data[12:29])).to_bytes(4, "big")
    with pytest.raises(PictureRefused) as caught:
        desk.pictures.add(bytes(data))
    assert caught.value.reason == "too_large"


def test_a_picture_file_that_is_not_there_is_told(desk: Paperwork, tmp_path: Path) -> None:
    """The path is named."""
    with pytest.raises(FileMissing):
        desk.pictures.add_file(tmp_path / "ไม่มี.jpg")
    with pytest.raises(MissingRecord):
        desk.pictures.data("0" * 64)
