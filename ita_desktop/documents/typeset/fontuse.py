"""The character codes of one face in one document, and the PDF font object made of them.

Every pair (form, source letters) gets a code of its own, so two uses of one glyph for different letters
stay apart and every reader gets the source back from ToUnicode alone: no private-use characters and no
ActualText.
"""

from __future__ import annotations

import hashlib
import struct
from typing import TYPE_CHECKING, Final

import uharfbuzz as hb

from .glyf import GlyphStore
from .pdfobjects import Dictionary, Name, PdfFile, Ref, array, dictionary, packed, string
from .symbols import SYMBOLS

if TYPE_CHECKING:
    from .face import Face
    from .shaping import Coded, Form, Shaped

_DROPPED: Final = (
    "GSUB",
    "GPOS",
    "GDEF",
    "BASE",
    "kern",
    "name",
    "post",
    "OS/2",
    "cmap",
    "gasp",
    "DSIG",
    "FFTM",
)
_SYMBOLIC: Final = 4
_CMAP_BLOCK: Final = 100


class FontUse:
    """Codes given out so far for one face; `key` is its resource name, e.g. F1."""

    def __init__(self, face: Face, key: str) -> None:
        """Begin with no codes; code 0 stays the font's missing glyph."""
        self.face = face
        self.key = key
        self._codes: dict[Coded, int] = {}
        self._encoded: dict[str, tuple[str, ...]] = {}

    def encode(self, shaped: Shaped) -> tuple[str, ...]:
        """Hexadecimal codes of each cluster of a shaped word."""
        known = self._encoded.get(shaped.text)
        if known is None:
            known = tuple("".join(self._code(coded) for coded in cluster) for cluster in shaped.clusters)
            self._encoded[shaped.text] = known
        return known

    def _code(self, coded: Coded) -> str:
        code = self._codes.get(coded)
        if code is None:
            code = len(self._codes) + 1
            self._codes[coded] = code
        return f"{code:04X}"

    def pdf_font(self, file: PdfFile) -> Dictionary:
        """Subset the face and build the Type0 font with its descendant, widths and ToUnicode."""
        store = GlyphStore.parse(_subset(self.face, self._glyphs()))
        glyph_ids = [0, *(self._glyph_id(store, form) for form, _ in self._codes)]
        font_file = store.build()
        name = f"{_tag(font_file)}+{self.face.name}"
        descriptor = _descriptor(
            self.face, name, store, file.reference(packed(font_file, Length1=len(font_file)))
        )
        descendant = dictionary(
            {
                "Type": Name("Font"),
                "Subtype": Name("CIDFontType2"),
                "BaseFont": Name(name),
                "CIDSystemInfo": _system_info(),
                "FontDescriptor": file.reference(descriptor),
                "DW": 0,
                "W": array([0, array([self._milli(store.metrics[glyph][0]) for glyph in glyph_ids])]),
                "CIDToGIDMap": file.reference(packed(struct.pack(f">{len(glyph_ids)}H", *glyph_ids))),
            },
        )
        return dictionary(
            {
                "Type": Name("Font"),
                "Subtype": Name("Type0"),
                "BaseFont": Name(name),
                "Encoding": Name("Identity-H"),
                "DescendantFonts": array([file.reference(descendant)]),
                "ToUnicode": file.reference(packed(self._to_unicode())),
            },
        )

    def _glyphs(self) -> set[int]:
        return {part.glyph for form, _ in self._codes for part in form.parts if part.glyph >= 0}

    def _glyph_id(self, store: GlyphStore, form: Form) -> int:
        """Id of the glyph that draws a form: the font's own where it fits exactly, else a new one."""
        part = form.parts[0]
        if part.glyph < 0:
            symbol, scale = SYMBOLS[chr(-part.glyph)], self.face.upem / self.face.official_scale() / 1000
            contours = [[(round(x * scale), round(y * scale)) for x, y in c] for c in symbol.contours]
            return store.add_outline([tuple(contour) for contour in contours], form.advance)
        plain = len(form.parts) == 1 and part.dx == 0 and part.dy == 0
        if plain and store.metrics[part.glyph][0] == form.advance:
            return part.glyph
        return store.add_composite(form.parts, form.advance)

    def _milli(self, units: int) -> float:
        return round(units * 1000 / self.face.upem, 3)

    def _to_unicode(self) -> bytes:
        pairs = [
            f"<{code:04X}> <{letters.encode('utf-16-be').hex().upper()}>"
            for (_, letters), code in self._codes.items()
        ]
        blocks = [pairs[i : i + _CMAP_BLOCK] for i in range(0, len(pairs), _CMAP_BLOCK)]
        body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
        return _CMAP.format(body=body).encode("ascii")


_CMAP: Final = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{body}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def _subset(face: Face, glyphs: set[int]) -> bytes:
    """Keep these glyphs under their own ids; layout rules have done their work and go."""
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update({0, *glyphs})
    wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(_tag_number(tag) for tag in _DROPPED)
    wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
    return bytes(hb.subset(face.hb_face, wanted).blob.data)


def _tag_number(tag: str) -> int:
    return int.from_bytes(tag.encode("ascii").ljust(4), "big")


def _tag(font_file: bytes) -> str:
    """Six letters that name this subset, from its bytes, so that the same text gives the same file."""
    digest = hashlib.sha256(font_file).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _system_info() -> Dictionary:
    return dictionary({"Registry": string("Adobe"), "Ordering": string("Identity"), "Supplement": 0})


def _descriptor(face: Face, name: str, store: GlyphStore, font_file: Ref) -> Dictionary:
    scale = 1000 / face.upem
    box = struct.unpack_from(">hhhh", store.tables["head"], 36)
    ascent, descent = round(face.ascender * scale), round(face.descender * scale)
    return dictionary(
        {
            "Type": Name("FontDescriptor"),
            "FontName": Name(name),
            "Flags": _SYMBOLIC,
            "FontBBox": array([round(edge * scale) for edge in box]),
            "ItalicAngle": -12 if "Italic" in face.name else 0,
            "Ascent": ascent,
            "Descent": descent,
            "CapHeight": round(ascent * 0.6),
            "StemV": 120 if "Bold" in face.name else 80,
            "FontFile2": font_file,
        },
    )
