"""From blocks to the bytes of a PDF: the one call that most users need."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from .assemble import FinishedSheet, assemble
from .blocks import Block, Contents, KeepTogether, Marked, Turn
from .families import FontFamily
from .families import family as find_family
from .flow import Flow
from .furniture import draw_furniture
from .inline import Typesetter
from .layout import all_pieces
from .page import DocumentInfo, PageSetup
from .registry import MarkedPlace, Registry
from .setting import ContentsEntry, Setting
from .sheet import Sheet
from .style import MM
from .words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_PASSES: Final = 4
"""Most passes until a table of contents agrees with the pages.

Without a limit two layouts could alternate.
"""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A PDF with the number of its pages and the places of its marked blocks, in the order of the pages."""

    pdf: bytes
    pages: int
    places: tuple[MarkedPlace, ...]


@dataclass(slots=True)
class _Pass:
    """One layout of the document: opens sheets, finishes them, and packs them away."""

    page: PageSetup
    setter: Typesetter
    watermark: str | None
    contents: list[ContentsEntry]
    registry: Registry = field(default_factory=Registry)
    done: list[FinishedSheet] = field(default_factory=list)

    def run(self, blocks: Iterable[Block]) -> None:
        """Set all blocks on sheets."""
        self.setter.note_number = 0
        upright, setting = self.page, Setting(self.setter, self.registry, 0.0, 0.0, self.contents)
        for landscape, part in _turned(blocks):
            self.page = upright.landscape() if landscape else upright
            setting.width, setting.height = self.page.text_width, self.page.text_height
            Flow(self.page, self._begin, self._finish).run(all_pieces(setting, part))
        self.page = upright

    def found(self) -> list[ContentsEntry]:
        """Headings with the printed numbers of their pages, as this pass set them."""
        first = self.page.first_page_number
        return [ContentsEntry(e, self.page.number_text(first + e.page)) for e in self.registry.outline]

    def _begin(self) -> Sheet:
        return Sheet(self.registry, len(self.done), self.page.width_mm * MM, self.page.height_mm * MM)

    def _finish(self, sheet: Sheet, next_words: str) -> None:
        draw_furniture(sheet, self.page, self.setter, next_words, self.watermark)
        self.done.append(FinishedSheet.of(sheet))


def render(
    blocks: Iterable[Block],
    *,
    info: DocumentInfo,
    page: PageSetup | None = None,
    family: str | FontFamily = "laksaman",
    words: Iterable[str] = (),
    watermark: str | None = None,
) -> bytes:
    """Set blocks on pages and return a PDF. `words` are names that no line break may divide.

    Raises a TypesetError: MissingGlyph for a character that cannot be drawn, and the others of `errors`.
    """
    setter = Typesetter(find_family(family), Words(words))
    return render_marked(blocks, setter, info=info, page=page, watermark=watermark).pdf


def render_marked(
    blocks: Iterable[Block],
    setter: Typesetter,
    *,
    info: DocumentInfo,
    page: PageSetup | None = None,
    watermark: str | None = None,
) -> Rendered:
    """Set blocks with a typesetter that the caller keeps, and tell where `Marked` blocks came to stand.

    A typesetter with a `Memory` sets only what changed since the last time.
    """
    given: Sequence[Block] = list(blocks)
    contents: list[ContentsEntry] = []
    for _ in range(_PASSES if _has_contents(given) else 1):
        done = _Pass(page or PageSetup(), setter, watermark, contents)
        done.run(given)
        if done.found() == contents:
            break
        contents = done.found()
    return Rendered(assemble(done.done, done.registry, info), len(done.done), tuple(done.registry.places))


def _turned(blocks: Iterable[Block]) -> Iterator[tuple[bool, list[Block]]]:
    """Cut blocks where the sheet is turned; a stretch without blocks is no page, if it is not all."""
    landscape, part, any_yet = False, list[Block](), False
    for block in blocks:
        if isinstance(block, Turn):
            if part:
                yield landscape, part
                part, any_yet = [], True
            landscape = block.landscape
        else:
            part.append(block)
    if part or not any_yet:
        yield landscape, part


def _has_contents(blocks: Sequence[Block]) -> bool:
    return any(
        isinstance(block, Contents)
        or (isinstance(block, Marked) and isinstance(block.block, Contents))
        or (isinstance(block, KeepTogether) and _has_contents(block.blocks))
        for block in blocks
    )
