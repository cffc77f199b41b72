"""What is drawn is what HarfBuzz shaped, though the codes are rearranged for the text layer."""

from __future__ import annotations

import io
import itertools
from typing import TYPE_CHECKING

import pytest
import uharfbuzz as hb
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from ita_desktop.documents.typeset.face import Face, open_face
from ita_desktop.documents.typeset.families import Weight, family
from ita_desktop.documents.typeset.fontuse import FontUse
from ita_desktop.documents.typeset.pdfobjects import PdfFile
from ita_desktop.documents.typeset.shaping import shape
from tests.documents.typeset.test_exact_text import ODDS, every_cluster

if TYPE_CHECKING:
    from pathlib import Path

Contours = list[tuple[float, ...]]


def outline(font: TTFont, glyph: str, dx: float, dy: float) -> Contours:
    """Contours of a glyph, moved, as sorted tuples of coordinates."""
    glyph_set = font.getGlyphSet()
    pen = DecomposingRecordingPen(glyph_set)
    glyph_set[glyph].draw(pen)
    contours: Contours = []
    for operator, points in pen.value:
        if operator == "moveTo":
            contours.append(())
        for point in points:
            if point is not None and contours:
                contours[-1] += (round(point[0] + dx), round(point[1] + dy))
    return contours


def as_shaped(face: Face, font: TTFont, text: str) -> Contours:
    """What HarfBuzz alone would draw."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(face.hb_font, buffer, {"liga": False, "clig": False})
    pen, drawn = 0, []
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        name = font.getGlyphName(info.codepoint)
        drawn += outline(font, name, pen + place.x_offset, place.y_offset)
        pen += place.x_advance
    return sorted(drawn)


class Embedded:
    """A face as it goes into a PDF, opened again."""

    def __init__(self, path: Path, words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.face = open_face(path)
        self.use = FontUse(self.face, "F1")
        for word in words:
            self.use.encode(shape(self.face, word))
        files: list[bytes] = []

        def keep(data: bytes, **_: object) -> bytes:
            files.append(data)
            return data

        monkeypatch.setattr("ita_desktop.documents.typeset.fontuse.packed", keep)
        self.use.pdf_font(PdfFile())
        self.font = TTFont(io.BytesIO(files[0]))
        gids = files[1]
        self.gids = [int.from_bytes(gids[i : i + 2], "big") for i in range(0, len(gids), 2)]

    def drawn(self, word: str) -> Contours:
        """What the codes of a word draw with the embedded font."""
        pen, found = 0, []
        codes = "".join(self.use.encode(shape(self.face, word)))
        for code in (int(codes[i : i + 4], 16) for i in range(0, len(codes), 4)):
            name = self.font.getGlyphName(self.gids[code])
            found += outline(self.font, name, pen, 0)
            pen += self.font["hmtx"][name][0]
        return sorted(found)


@pytest.mark.parametrize(
    ("name", "weight"),
    list(itertools.product(("laksaman", "sarabun"), (Weight.REGULAR, Weight.BOLD_ITALIC))),
)
def test_forms_draw_what_was_shaped(name: str, weight: Weight, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each cluster: the same contours at the same places, from the embedded subset alone."""
    path = family(name).path(weight)
    words = sorted(
        {w for w in " ".join([*every_cluster()[::4], ODDS]).split() if not set(w) & set("☐☑☒✓✗→←↔●")}
    )
    embedded = Embedded(path, words, monkeypatch)
    original = TTFont(path)
    wrong = [word for word in words if embedded.drawn(word) != as_shaped(embedded.face, original, word)]
    assert wrong == []


def test_the_subset_is_a_sound_font(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counts agree, tables parse, and composites say their true bounds."""
    embedded = Embedded(family("laksaman").regular, ["น้ำ", "ปู่", "ที่", "AVATo", "☑"], monkeypatch)
    font = embedded.font
    assert font["maxp"].numGlyphs == len(font["glyf"].glyphs) == len(font["hmtx"].metrics)
    for name in font.getGlyphOrder():
        glyph = font["glyf"][name]
        if glyph.isComposite():
            stated = (glyph.xMin, glyph.yMin, glyph.xMax, glyph.yMax)
            glyph.recalcBounds(font["glyf"])
            assert stated == (glyph.xMin, glyph.yMin, glyph.xMax, glyph.yMax)
