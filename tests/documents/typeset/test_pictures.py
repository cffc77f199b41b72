"""Pictures stand upright, no larger than print needs, and broken ones are refused."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pymupdf
import pytest
from PIL import Image

from ita_desktop.documents.typeset import Picture, PictureUnreadable, render
from ita_desktop.documents.typeset.pictures import natural_width_mm
from tests.documents.typeset.readers import BARE, INFO

if TYPE_CHECKING:
    from pathlib import Path


def photograph(width: int = 600, height: int = 300, orientation: int = 1) -> bytes:
    """A JPEG, left half red and right half blue, with an EXIF orientation."""
    image = Image.new("RGB", (width, height), (200, 20, 20))
    image.paste((20, 20, 200), (width // 2, 0, width, height))
    exif = image.getexif()
    exif[0x0112] = orientation
    made = io.BytesIO()
    image.save(made, "JPEG", exif=exif, quality=95)
    return made.getvalue()


def embedded(pdf: bytes) -> list[dict[str, object]]:
    """Pictures of the first page with their boxes."""
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        return list(document[0].get_image_info(xrefs=True))


def test_a_turned_photograph_stands_upright() -> None:
    """Orientation 6 (camera held upright): taller than wide, red above."""
    pdf = render([Picture(photograph(orientation=6), 50, "ภาพ")], info=INFO, page=BARE)
    (found,) = embedded(pdf)
    assert (found["width"], found["height"]) == (300, 600)
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        box = pymupdf.Rect(found["bbox"])
        pixels = document[0].get_pixmap(dpi=72)
    red = pixels.pixel(int(box.x0 + box.width / 2), int(box.y0 + box.height * 0.25))
    assert red[0] > red[2]


def test_a_large_photograph_is_shrunk_to_what_print_can_show() -> None:
    """50 mm at 200 dots per inch are 394 pixels."""
    (found,) = embedded(render([Picture(photograph(4000, 2000), 50, "ภาพ")], info=INFO, page=BARE))
    assert found["width"] == 394


def test_a_picture_taller_than_the_page_is_made_to_fit() -> None:
    """It keeps its proportions and stays inside the margins."""
    (found,) = embedded(
        render([Picture(photograph(300, 3000), 160, "ภาพ", caption="สูง")], info=INFO, page=BARE)
    )
    box = pymupdf.Rect(found["bbox"])
    assert box.y1 < 277 * 72 / 25.4
    assert box.height / box.width == pytest.approx(10, rel=0.02)


def test_the_same_picture_is_stored_once() -> None:
    """An emblem on every page costs its size once."""
    emblem = photograph()
    once = render([Picture(emblem, 20, "ตรา")], info=INFO)
    often = render([Picture(emblem, 20, "ตรา") for _ in range(50)], info=INFO)
    assert len(often) < len(once) + 50 * 1000


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"", "not_a_picture"), (b"GIF89a", "not_a_picture"), (photograph()[:400], "damaged")],
)
def test_a_broken_picture_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    """The error carries file and reason."""
    path = tmp_path / "ภาพ.jpg"
    path.write_bytes(content)
    with pytest.raises(PictureUnreadable) as refusal:
        render([Picture(path, 50, "ภาพ")], info=INFO)
    assert (refusal.value.source, refusal.value.reason) == (path, reason)


def test_a_missing_picture_is_refused(tmp_path: Path) -> None:
    """A path that leads nowhere."""
    with pytest.raises(PictureUnreadable):
        render([Picture(tmp_path / "ไม่มี.png", 50, "ภาพ")], info=INFO)


def test_the_natural_width_is_that_of_the_upright_picture(tmp_path: Path) -> None:
    """300 pixels at 150 dots per inch are 50.8 mm; a missing file is an error like any other."""
    path = tmp_path / "a.jpg"
    path.write_bytes(photograph(600, 300, orientation=6))
    assert natural_width_mm(path) == pytest.approx(50.8)
    with pytest.raises(PictureUnreadable) as refusal:
        natural_width_mm(tmp_path / "none.jpg")
    assert refusal.value.reason == "missing"
