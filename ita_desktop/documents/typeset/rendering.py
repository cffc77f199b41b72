"""From blocks to the bytes of a PDF: the one call that most users need."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from .assemble import FinishedSheet, assemble
from .blocks import Block, Contents, KeepTogether
from .families import FontFamily
from .families import family as find_family
from .flow import Flow
from .furniture import draw_furniture
from .inline import Typesetter
from .layout import all_pieces
from .page import DocumentInfo, PageSetup
from .registry import Registry
from .setting import ContentsEntry, Setting
from .sheet import Sheet
from .style import MM
from .words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_PASSES: Final = 4
"""Most passes until a table of contents agrees with the pages.

Without a limit two layouts could alternate.
"""


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
        setting = Setting(
            self.setter, self.registry, self.page.text_width, self.page.text_height, self.contents
        )
        Flow(self.page, self._begin, self._finish).run(all_pieces(setting, blocks))

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
    setup, chosen, names = page or PageSetup(), find_family(family), Words(words)
    given: Sequence[Block] = list(blocks)
    contents: list[ContentsEntry] = []
    for _ in range(_PASSES if _has_contents(given) else 1):
        done = _Pass(setup, Typesetter(chosen, names), watermark, contents)
        done.run(given)
        if done.found() == contents:
            break
        contents = done.found()
    return assemble(done.done, done.registry, info)


def _has_contents(blocks: Sequence[Block]) -> bool:
    return any(
        isinstance(block, Contents) or (isinstance(block, KeepTogether) and _has_contents(block.blocks))
        for block in blocks
    )
