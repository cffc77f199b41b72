"""Add glyphs to a TrueType subset: glyphs put together from others, and outlines of straight lines.

HarfBuzz gives a cluster as glyphs at offsets. Baking an offset into a new glyph of the embedded font lets a
PDF line be plain character codes on one baseline, which is what keeps every reader's text extraction exact.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .symbols import Contour

_ARGS_ARE_WORDS: Final = 0x0001
_ARGS_ARE_OFFSETS: Final = 0x0002
_MORE_PARTS: Final = 0x0020
_ON_CURVE: Final = 0x01
_TABLES: Final = ("glyf", "head", "hhea", "hmtx", "loca", "maxp")


@dataclass(slots=True)
class GlyphStore:
    """The glyph tables of a font, taken apart so that glyphs can be appended."""

    tables: dict[str, bytes]
    glyphs: list[bytes]
    metrics: list[tuple[int, int]]
    """Advance width and left side bearing of each glyph."""
    bounds: dict[int, tuple[int, int, int, int]] = field(default_factory=dict)

    @classmethod
    def parse(cls, font: bytes) -> GlyphStore:
        """Read the tables that an embedded TrueType font needs, and nothing else."""
        tables = _tables(font)
        count = struct.unpack_from(">H", tables["maxp"], 4)[0]
        long_offsets = struct.unpack_from(">h", tables["head"], 50)[0]
        offsets: Sequence[int]
        if long_offsets:
            offsets = struct.unpack(f">{count + 1}L", tables["loca"][: 4 * (count + 1)])
        else:
            offsets = [2 * o for o in struct.unpack(f">{count + 1}H", tables["loca"][: 2 * (count + 1)])]
        glyphs = [tables["glyf"][offsets[i] : offsets[i + 1]] for i in range(count)]
        return cls(tables, glyphs, _metrics(tables, count))

    def add_composite(self, parts: Sequence[tuple[int, int, int]], advance: int) -> int:
        """Append a glyph made of (glyph, dx, dy) parts; return its id. Empty parts (spaces) draw nothing."""
        drawn = [(glyph, dx, dy) for glyph, dx, dy in parts if self.glyphs[glyph]]
        if not drawn:
            return self._append(b"", advance, 0)
        boxes = [_shift(self._bounds(glyph), dx, dy) for glyph, dx, dy in drawn]
        box = _union(boxes)
        body = [struct.pack(">hhhhh", -1, *box)]
        for index, (glyph, dx, dy) in enumerate(drawn):
            more = _MORE_PARTS if index < len(drawn) - 1 else 0
            body.append(struct.pack(">HHhh", _ARGS_ARE_WORDS | _ARGS_ARE_OFFSETS | more, glyph, dx, dy))
        return self._append(b"".join(body), advance, box[0])

    def add_outline(self, contours: Sequence[Contour], advance: int) -> int:
        """Append a glyph of closed straight-line contours; return its id."""
        points = [point for contour in contours for point in contour]
        box = _union([(x, y, x, y) for x, y in points])
        ends, total = [], -1
        for contour in contours:
            total += len(contour)
            ends.append(total)
        steps = [(0, 0), *points]
        moves = [(b[0] - a[0], b[1] - a[1]) for a, b in zip(steps, points, strict=False)]
        data = struct.pack(f">hhhhh{len(ends)}HH", len(contours), *box, *ends, 0)
        data += bytes([_ON_CURVE] * len(points))
        data += struct.pack(f">{len(moves)}h", *(dx for dx, _ in moves))
        data += struct.pack(f">{len(moves)}h", *(dy for _, dy in moves))
        return self._append(data, advance, box[0])

    def build(self) -> bytes:
        """Put the font file together again, with every count and checksum right."""
        tables = dict(self.tables)
        padded = [glyph + bytes(-len(glyph) % 4) for glyph in self.glyphs]
        offsets = [0]
        for glyph in padded:
            offsets.append(offsets[-1] + len(glyph))
        tables["glyf"] = b"".join(padded) or b"\0\0\0\0"
        tables["loca"] = struct.pack(f">{len(offsets)}L", *offsets)
        tables["hmtx"] = b"".join(struct.pack(">Hh", advance, bearing) for advance, bearing in self.metrics)
        tables["head"] = tables["head"][:8] + bytes(4) + tables["head"][12:50] + b"\0\1" + tables["head"][52:]
        widest = max(advance for advance, _ in self.metrics)
        hhea = tables["hhea"]
        tables["hhea"] = (
            hhea[:10] + struct.pack(">H", widest) + hhea[12:34] + struct.pack(">H", len(self.metrics))
        )
        tables["maxp"] = self._maxp()
        return _assemble(tables)

    def _maxp(self) -> bytes:
        """Counts that a rasteriser trusts: composites may now be two deep and of many parts."""
        fields = list(struct.unpack(">L14H", self.tables["maxp"][:32]))
        fields[1] = len(self.glyphs)
        for index, least in ((2, 64), (3, 16), (4, 512), (5, 64), (13, 16), (14, 4)):
            fields[index] = max(fields[index], least)
        return struct.pack(">L14H", *fields)

    def _append(self, glyph: bytes, advance: int, bearing: int) -> int:
        self.glyphs.append(glyph)
        self.metrics.append((max(advance, 0), bearing))
        return len(self.glyphs) - 1

    def _bounds(self, glyph: int) -> tuple[int, int, int, int]:
        box = self.bounds.get(glyph)
        if box is None:
            box = struct.unpack_from(">hhhh", self.glyphs[glyph], 2)
            self.bounds[glyph] = box
        return box


def _tables(font: bytes) -> dict[str, bytes]:
    count = struct.unpack_from(">H", font, 4)[0]
    found = {}
    for index in range(count):
        tag, _, offset, length = struct.unpack_from(">4sLLL", font, 12 + 16 * index)
        name = tag.decode("latin-1")
        if name in _TABLES:
            found[name] = font[offset : offset + length]
    return found


def _metrics(tables: dict[str, bytes], count: int) -> list[tuple[int, int]]:
    full = struct.unpack_from(">H", tables["hhea"], 34)[0]
    hmtx = tables["hmtx"]
    metrics = [struct.unpack_from(">Hh", hmtx, 4 * index) for index in range(full)]
    last = metrics[-1][0]
    bearings = struct.unpack_from(f">{count - full}h", hmtx, 4 * full)
    return [(a, b) for a, b in metrics] + [(last, bearing) for bearing in bearings]


def _shift(box: tuple[int, int, int, int], dx: int, dy: int) -> tuple[int, int, int, int]:
    return box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy


def _union(boxes: Sequence[tuple[int, int, int, int]]) -> tuple[int, int, int, int]:
    left, bottom, right, top = zip(*boxes, strict=True)
    return min(left), min(bottom), max(right), max(top)


def _checksum(data: bytes) -> int:
    padded = data + bytes(-len(data) % 4)
    total: int = sum(struct.unpack(f">{len(padded) // 4}L", padded))
    return total & 0xFFFFFFFF


def _assemble(tables: dict[str, bytes]) -> bytes:
    """Write directory and tables; the head table's adjustment makes the whole file sum to a fixed number."""
    tags = sorted(tables)
    power = len(tags).bit_length() - 1
    header = struct.pack(">LHHHH", 0x00010000, len(tags), 16 << power, power, 16 * len(tags) - (16 << power))
    offset = 12 + 16 * len(tags)
    directory, bodies, head_at = [], [], 0
    for tag in tags:
        data = tables[tag]
        if tag == "head":
            head_at = offset
        directory.append(struct.pack(">4sLLL", tag.encode(), _checksum(data), offset, len(data)))
        bodies.append(data + bytes(-len(data) % 4))
        offset += len(bodies[-1])
    font = header + b"".join(directory) + b"".join(bodies)
    adjustment = (0xB1B0AFBA - _checksum(font)) & 0xFFFFFFFF
    return font[: head_at + 8] + struct.pack(">L", adjustment) + font[head_at + 12 :]
