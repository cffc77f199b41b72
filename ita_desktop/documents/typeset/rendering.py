"""From blocks to the bytes of a PDF: the one call that most users need."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .assemble import FinishedSheet, assemble
from .blocks import Block
from .families import FontFamily
from .families import family as find_family
from .flow import Flow
from .furniture import draw_furniture
from .inline import Typesetter
from .layout import Layout
from .page import DocumentInfo, PageSetup
from .registry import Registry
from .sheet import Sheet
from .style import MM
from .words import Words


@dataclass(slots=True)
class _Job:
    """One rendering: opens sheets, finishes them, and packs them away."""

    page: PageSetup
    setter: Typesetter
    registry: Registry
    watermark: str | None
    done: list[FinishedSheet] = field(default_factory=list)

    def begin(self) -> Sheet:
        """Open the next sheet."""
        return Sheet(self.registry, len(self.done), self.page.width_mm * MM, self.page.height_mm * MM)

    def finish(self, sheet: Sheet, next_words: str) -> None:
        """Draw what stands outside the text area and pack the sheet."""
        draw_furniture(sheet, self.page, self.setter, next_words, self.watermark)
        self.done.append(FinishedSheet.of(sheet))


def render(
    blocks: Sequence[Block],
    *,
    info: DocumentInfo,
    page: PageSetup | None = None,
    family: str | FontFamily = "laksaman",
    words: Iterable[str] = (),
    watermark: str | None = None,
) -> bytes:
    """Set blocks on pages and return a PDF. `words` are names that no line break may divide."""
    setup = page or PageSetup()
    setter = Typesetter(find_family(family), Words(words))
    registry = Registry()
    layout = Layout(setter, registry, setup.text_width, setup.text_height)
    job = _Job(setup, setter, registry, watermark)
    Flow(setup, job.begin, job.finish).run(layout.pieces(blocks))
    return assemble(job.done, registry, info)
