"""One font file, opened with HarfBuzz: metrics, licence bits, and the tables that a PDF needs."""

from __future__ import annotations

import struct
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import uharfbuzz as hb

from .errors import EmbeddingForbidden, FontUnreadable
from .glyf import GlyphStore

if TYPE_CHECKING:
    from pathlib import Path

_TRUETYPE: Final = (b"\0\1\0\0", b"true")
_RESTRICTED: Final = 0x0002
_LESS_STRICT: Final = 0x000C
_BITMAP_ONLY: Final = 0x0200
_NO_SUBSETTING: Final = 0x0100
_KO_KAI: Final = 0x0E01
_OFFICIAL_KO_KAI: Final = 0.400
"""Height of ก in TH Sarabun, in em: what official points are measured with."""


class Face:
    """An opened TrueType face. Lengths are in font units (`upem` to the em)."""

    def __init__(self, path: Path) -> None:
        """Open a font file; raise a typed error when it cannot or must not be embedded."""
        self.path = path
        self.data = _read(path)
        self.hb_face = hb.Face(self.data)
        self.hb_font = hb.Font(self.hb_face)
        self._require_truetype()
        self.fs_type = self._fs_type()
        _refuse_forbidden(path, self.fs_type)
        self.upem: int = self.hb_face.upem
        self.glyph_count: int = self.hb_face.glyph_count
        self.name: str = self.hb_face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or path.stem
        if self.hb_font.get_nominal_glyph(_KO_KAI) is None:
            raise FontUnreadable(path, "no_thai")
        extents = self.hb_font.get_font_extents("ltr")
        self.ascender: int = extents.ascender
        self.descender: int = extents.descender

    def table(self, tag: str) -> bytes:
        """Raw bytes of a table; empty when the font has none."""
        return bytes(self.hb_face.reference_table(tag).data or b"")

    def advance(self, glyph: int) -> int:
        """Advance width of a glyph as the font's hmtx table has it."""
        return int(self.hb_font.get_glyph_h_advance(glyph))

    def official_scale(self) -> float:
        """Factor from official points to this face's points, from the height of ก."""
        glyph = self.hb_font.get_nominal_glyph(_KO_KAI)
        extents = self.hb_font.get_glyph_extents(glyph) if glyph is not None else None
        if extents is None or extents.y_bearing <= 0:
            raise FontUnreadable(self.path, "no_thai")
        return float(_OFFICIAL_KO_KAI * self.upem / extents.y_bearing)

    def _require_truetype(self) -> None:
        tags = set(self.hb_face.table_tags)
        needed = {"glyf", "loca", "hmtx", "hhea", "head", "maxp"}
        if self.data[:4] not in _TRUETYPE or not needed <= tags or self.hb_face.glyph_count == 0:
            raise FontUnreadable(self.path, "not_truetype")
        if not _is_whole(self.data):
            raise FontUnreadable(self.path, "damaged")

    def _fs_type(self) -> int:
        os2 = self.table("OS/2")
        if len(os2) < 10:
            return 0
        return int(struct.unpack_from(">H", os2, 8)[0])


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        raise FontUnreadable(path, "missing") from problem


def _is_whole(data: bytes) -> bool:
    """Whether every table lies inside the file: HarfBuzz draws what is left of a font cut short."""
    try:
        GlyphStore.parse(data)
        count = struct.unpack_from(">H", data, 4)[0]
        ends = [sum(struct.unpack_from(">LL", data, 12 + 16 * index + 8)) for index in range(count)]
    except (struct.error, IndexError, KeyError):
        return False
    return max(ends, default=0) <= len(data)


def _refuse_forbidden(path: Path, fs_type: int) -> None:
    restricted = bool(fs_type & _RESTRICTED) and not fs_type & _LESS_STRICT
    if restricted or fs_type & (_BITMAP_ONLY | _NO_SUBSETTING):
        raise EmbeddingForbidden(path, fs_type)


@lru_cache(maxsize=32)
def open_face(path: Path) -> Face:
    """Open a face once per process: parsing and shaping caches hang on it."""
    return Face(path)
