"""Shape words with HarfBuzz into forms that each carry their own source letters.

A *form* is what one PDF character code draws: one glyph, or several glyphs placed together, with an advance
width. Shaping may give more glyphs than letters (น้ำ), fewer (ligatures), or move a mark; forms even that
out, so that every code has one to n letters of the source and the drawing is still HarfBuzz's.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

import uharfbuzz as hb

from .errors import MissingGlyph
from .segment import clusters as thai_clusters
from .symbols import SYMBOLS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .face import Face

_CACHED_WORDS: Final = 20_000
_LONGEST: Final = 48
"""Letters from which a text is shaped in pieces."""
_PIECE: Final = 24
_FEATURES: Final = {"liga": False, "clig": False, "dlig": False}
"""No optional ligatures: letter-spacing must be free to part f from i."""


class Part(NamedTuple):
    """A glyph at an offset from its form's origin, in font units; a negative glyph is a drawn symbol."""

    glyph: int
    dx: int
    dy: int


class Form(NamedTuple):
    """What one character code draws, and how far the pen then moves (font units)."""

    parts: tuple[Part, ...]
    advance: int


Coded: TypeAlias = tuple[Form, str]
"""A form and the source letters that it stands for."""


@dataclass(frozen=True, slots=True)
class Shaped:
    """A shaped word. `clusters` hold the codes between which a line may be stretched."""

    text: str
    clusters: tuple[tuple[Coded, ...], ...]
    advance: int


class _Glyph(NamedTuple):
    """A shaped glyph at its place in the cluster (font units)."""

    glyph: int
    x: int
    y: int
    advance: int


@lru_cache(maxsize=_CACHED_WORDS)
def shape(face: Face, text: str) -> Shaped:
    """Shape one word or mark. Raises MissingGlyph for a character that the face cannot draw."""
    if len(text) == 1 and text in SYMBOLS and face.hb_font.get_nominal_glyph(ord(text)) is None:
        return _symbol(face, text)
    if len(text) > _LONGEST:
        return _joined(text, [shape(face, piece) for piece in _pieces(text)])
    buffer = hb.Buffer()
    try:
        buffer.add_str(text)
    except UnicodeEncodeError as problem:  # half a character, from a file name that was never Unicode
        raise MissingGlyph(text[problem.start], face.name) from problem
    buffer.guess_segment_properties()
    hb.shape(face.hb_font, buffer, _FEATURES)
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    starts = sorted({info.cluster for info in infos})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    clusters = []
    for start, group in groupby(zip(infos, positions, strict=True), key=lambda pair: pair[0].cluster):
        letters = text[start : ends[start]]
        clusters.append(_cluster(letters, _placed(face, letters, list(group))))
    advance = sum(form.advance for cluster in clusters for form, _ in cluster)
    return Shaped(text, tuple(clusters), advance)


def _pieces(text: str) -> Iterator[str]:
    """Cut what is no word but a run without end, between clusters."""
    piece = ""
    for cluster in thai_clusters(text):
        if len(piece) + len(cluster) > _PIECE:
            yield piece
            piece = ""
        piece += cluster
    yield piece


def _joined(text: str, pieces: list[Shaped]) -> Shaped:
    clusters = tuple(cluster for piece in pieces for cluster in piece.clusters)
    return Shaped(text, clusters, sum(piece.advance for piece in pieces))


def _placed(face: Face, letters: str, group: list[tuple[hb.GlyphInfo, hb.GlyphPosition]]) -> list[_Glyph]:
    """Turn HarfBuzz's pen-relative positions of a cluster into positions from the cluster's origin."""
    pen = 0
    glyphs = []
    for info, position in group:
        if info.codepoint == 0:
            raise MissingGlyph(_culprit(face, letters), face.name)
        glyphs.append(_Glyph(info.codepoint, pen + position.x_offset, position.y_offset, position.x_advance))
        pen += position.x_advance
    return glyphs


def _culprit(face: Face, letters: str) -> str:
    return next((char for char in letters if face.hb_font.get_nominal_glyph(ord(char)) is None), letters[:1])


def _cluster(letters: str, glyphs: list[_Glyph]) -> tuple[Coded, ...]:
    """Join the glyphs of a cluster into as many forms as it has letters, or fewer."""
    groups = _fuse([[glyph] for glyph in glyphs], len(letters))
    pen = 0
    coded: list[Coded] = []
    for index, group in enumerate(groups):
        advance = sum(glyph.advance for glyph in group)
        form = Form(tuple(Part(glyph.glyph, glyph.x - pen, glyph.y) for glyph in group), advance)
        text = letters[index:] if index == len(groups) - 1 else letters[index]
        if index and text in letters[:index]:
            coded[-1] = _both(coded[-1], (form, text))
        else:
            coded.append((form, text))
        pen += advance
    return tuple(coded)


def _both(first: Coded, second: Coded) -> Coded:
    """Make one code of two: readers take a mark typed twice for a fake bold, and drop one of the two."""
    (form, text), (more, letters) = first, second
    moved = tuple(Part(part.glyph, part.dx + form.advance, part.dy) for part in more.parts)
    return Form(form.parts + moved, form.advance + more.advance), text + letters


def _fuse(groups: list[list[_Glyph]], letters: int) -> list[list[_Glyph]]:
    """Draw surplus glyphs together with another.

    The ring of ำ with its stem, so that no code is without a letter.

    An empty ToUnicode for the surplus glyph instead loses paragraphs in pdfium, ActualText doubles text in
    MuPDF.
    """
    while len(groups) > letters:
        widest = max(index for index, group in enumerate(groups) if index == 0 or group[-1].advance)
        surplus = next((i for i in range(1, widest) if groups[i][-1].advance == 0), None)
        if surplus is None:
            groups[-2:] = [groups[-2] + groups[-1]]
        else:
            groups[widest] = [*groups[widest][:-1], *groups[surplus], groups[widest][-1]]
            del groups[surplus]
    return groups


def _symbol(face: Face, char: str) -> Shaped:
    symbol = SYMBOLS[char]
    advance = round(symbol.advance * face.upem / face.official_scale() / 1000)
    form = Form((Part(-ord(char), 0, 0),), advance)
    return Shaped(char, (((form, char),),), advance)
