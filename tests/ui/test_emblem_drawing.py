"""Promises of an emblem that comes as SVG: a picture for print, nothing that a hostile one asks for."""

from __future__ import annotations

from io import BytesIO
from time import process_time
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from ita_desktop.domain.problems import FieldProblem
from ita_desktop.services.emblem import LARGEST, LARGEST_DRAWING, read_picture
from ita_desktop.ui.emblem_drawing import picture_of

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.services.workspace import Workspace
    from tests.ui.conftest import Hand

LINKS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
HEAD = f'<svg {LINKS} viewBox="0 0 163 177">'
SEAL = f'{HEAD}<g id="seal"><circle cx="81" cy="88" r="60" fill="#c00000"/></g></svg>'


def doubling(steps: int) -> str:
    """A drawing of a few lines that is drawn two times two times two times, and on."""
    parts = '<rect id="p0" width="9" height="9"/>'
    for step in range(1, steps):
        parts += f'<g id="p{step}">' + f'<use xlink:href="#p{step - 1}"/>' * 2 + "</g>"
    return f'{HEAD}<defs>{parts}</defs><use xlink:href="#p{steps - 1}"/></svg>'


@pytest.mark.usefixtures("qapp")
def test_a_drawing_becomes_a_picture_for_print() -> None:
    """It keeps its proportion and colours, on white, at more than 600 dots per inch of three centimetres."""
    data = picture_of(SEAL.encode())
    with Image.open(BytesIO(data)) as picture:
        assert picture.format == "PNG"
        assert picture.size == (829, 900)
        assert picture.convert("RGB").getpixel((414, 450)) == (192, 0, 0)
        assert picture.convert("RGB").getpixel((2, 2)) == (255, 255, 255)
    assert len(data) <= LARGEST


@pytest.mark.usefixtures("qapp")
def test_parts_that_a_drawing_repeats_are_drawn() -> None:
    """An emblem with a wing used twice is no bomb."""
    wings = '<defs><rect id="w" width="40" height="177"/></defs>'
    wings += '<use xlink:href="#w"/><use xlink:href="#w" x="123"/>'
    with Image.open(BytesIO(picture_of(f"{HEAD}{wings}</svg>".encode()))) as picture:
        row = [picture.convert("RGB").getpixel((x, 450)) for x in (20, 414, 800)]
    assert row == [(0, 0, 0), (255, 255, 255), (0, 0, 0)]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    "drawing",
    [
        "no drawing",
        "<html><body/></html>",
        SEAL[:-8],
        SEAL.replace('viewBox="0 0 163 177"', 'viewBox="0 0 9000 9"'),
        '<svg xmlns="http://www.w3.org/2000/svg"/>',
        f'{HEAD}<image xlink:href="file:///etc/passwd" width="9" height="9"/></svg>',
        f'{HEAD}<image href="secret.png" width="9" height="9"/></svg>',
        f'{HEAD}<use xlink:href="https://example.org/a.svg#a"/></svg>',
        f'<?xml-stylesheet type="text/css" href="secret.css"?>{SEAL}',
        f'<!DOCTYPE svg [<!ENTITY a "{"x" * 900}">]>{SEAL.replace("</g>", "<text>&a;</text></g>")}',
        f'{HEAD}{"<rect/>" * 5_001}</svg>',
        f'{HEAD}<g id="me"><use xlink:href="#me"/></g></svg>',
        doubling(14),
        doubling(40),
    ],
)  # fmt: skip
def test_what_is_no_harmless_drawing_is_refused_at_once(drawing: str) -> None:
    """No other file is read, nothing is drawn without end: the field's own problem is told."""
    before = process_time()
    with pytest.raises(FieldProblem) as told:
        picture_of(drawing.encode())
    assert told.value.field == "emblem"
    assert process_time() - before < 5


@pytest.mark.usefixtures("qapp")
def test_a_drawing_too_large_to_read_is_refused(tmp_path: Path) -> None:
    """The bound holds before anything is drawn."""
    path = tmp_path / "ตรา.svg"
    path.write_bytes(SEAL.encode() + b" " * LARGEST_DRAWING)
    with pytest.raises(FieldProblem):
        read_picture(path, picture_of)


def test_the_window_loads_a_drawing(hand: Hand, workspace: Workspace, tmp_path: Path) -> None:
    """Chosen, shown and kept: the file holds a PNG, and the memo carries it."""
    path = tmp_path / "ตรา.svg"
    path.write_text(SEAL, "utf-8")
    sheet = hand.window.show_office_details()
    hand.settle()
    sheet.load_emblem(path)
    hand.settle()
    assert not sheet.emblem_label.pixmap().isNull()
    sheet.save_button.click()
    hand.settle()
    kept = workspace.settings.details().emblem
    assert kept is not None
    assert kept.startswith(b"\x89PNG")
    assert b"/Image" in workspace.papers.render("memo")
