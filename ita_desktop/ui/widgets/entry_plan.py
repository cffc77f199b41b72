"""Where everything on the entry board stands, measured from a scene and a width before it is painted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from ita_desktop.ui import theme
from ita_desktop.ui.widgets.entry_scene import ChipState

if TYPE_CHECKING:
    from ita_desktop.ui.widgets.entry_scene import Face, Scene
    from ita_desktop.ui.widgets.entry_text import TextBlock, TextShelf

CHIP_GAP, CHIP_HEIGHT, CHIP_PADDING, CHIP_LEAST, CHIP_MOST = 6, 30, 9, 40, 112
CARD_GAP, CARD_PADDING, CARD_MOST, CARDS_IN_ROW = 12, 10, 250, 7
MARK_KEY, NOTICE_HEIGHT = 26, 34
STRONG = QFont.Weight.DemiBold


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large things are: text in points, distances in pixels before scaling."""

    question: float
    stem: float
    label: float
    digit: float
    digit_box: int
    gap: int
    mark: int


ROOMY = Sizes(theme.QUESTION, theme.LARGE, theme.LARGE, theme.DIGIT, 46, 15, 38)
SNUG = Sizes(theme.QUESTION, theme.BODY, theme.BODY, theme.DIGIT, 40, 8, 38)
DENSE = Sizes(theme.LARGE, theme.SMALL, theme.SMALL, theme.QUESTION, 27, 4, 31)
"""For large text on a small screen: everything that a key needs must be seen without scrolling."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A text with its upper left corner."""

    block: TextBlock
    left: float
    top: float
    strong: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """Boxes and texts of a scene at a width; `height` is all they take."""

    chips: tuple[QRectF, ...]
    texts: tuple[Placed, ...]
    cards: tuple[QRectF, ...]
    marks: tuple[QRectF, ...]
    notice: QRectF
    height: float
    sizes: Sizes


def plan(scene: Scene, width: float, height: float, shelf: TextShelf) -> Plan:
    """Measure a scene: roomy where that fits, else with one row of the strip, else dense."""
    chips = _chips(scene, width)
    row = _one_row(scene, chips)
    for strip in (chips, row):
        found = _below(scene, strip, width, shelf, ROOMY)
        if found.height <= height:
            return found
    snug = _dense(scene, row, width, shelf, SNUG)
    return snug if snug.height <= height else _dense(scene, row, width, shelf, DENSE)


def _dense(scene: Scene, row: tuple[QRectF, ...], width: float, shelf: TextShelf, sizes: Sizes) -> Plan:
    """Measure a scene as low as it can be: no heading, and what is told takes the strip's place."""
    high = max((chip.bottom() for chip in row), default=0.0)
    bare = replace(scene, heading="", note="")
    found = _below(bare, row, width, shelf, sizes)
    strip = tuple(QRectF() for _ in row) if scene.notice else row
    return replace(found, chips=strip, notice=QRectF(0, 0, width, high), height=found.notice.top())


def _below(scene: Scene, chips: tuple[QRectF, ...], width: float, shelf: TextShelf, sizes: Sizes) -> Plan:
    """Measure what stands below a strip."""
    gap = theme.scaled(sizes.gap)
    top = max((chip.bottom() for chip in chips), default=0.0) + gap
    texts = _texts(scene, width, top, shelf, sizes)
    top = texts[-1].top + texts[-1].block.height + gap
    cards = _cards(scene, width, top, shelf, sizes)
    top = (cards[-1].bottom() if cards else top) + gap
    marks = _marks(scene, top, sizes)
    top = (marks[-1].bottom() if marks else top) + gap
    notice = QRectF(0, top, width, theme.scaled(NOTICE_HEIGHT))
    return Plan(chips, texts, cards, marks, notice, notice.bottom(), sizes)


def _chips(scene: Scene, width: float) -> tuple[QRectF, ...]:
    """Lay the strip, row below row; room for a symbol is kept, so that nothing moves when one is keyed."""
    metrics = QFontMetricsF(theme.font(theme.SMALL, STRONG))
    boxes, left, top, height = [], 0.0, 0.0, theme.scaled(CHIP_HEIGHT)
    for chip in scene.chips:
        wide = metrics.horizontalAdvance(f"{chip.label}·0") + 2 * CHIP_PADDING
        wide = min(max(wide, theme.scaled(CHIP_LEAST)), theme.scaled(CHIP_MOST))
        if left and left + wide > width:
            left, top = 0.0, top + height + CHIP_GAP
        boxes.append(QRectF(left, top, wide, height))
        left += wide + CHIP_GAP
    return tuple(boxes)


def _one_row(scene: Scene, chips: tuple[QRectF, ...]) -> tuple[QRectF, ...]:
    """Keep the row of the question asked, at the top; the others have no box."""
    here = next((i for i, chip in enumerate(scene.chips) if chip.state is ChipState.HERE), 0)
    row = chips[here].top() if chips else 0.0
    return tuple(box.translated(0, -row) if box.top() == row else QRectF() for box in chips)


def _texts(scene: Scene, width: float, top: float, shelf: TextShelf, sizes: Sizes) -> tuple[Placed, ...]:
    """Heading, the item's text over a sub-question, the question, the note."""
    question = f"{scene.label}  {scene.text}" if scene.text else scene.label
    wanted = (
        (scene.heading, theme.BODY, QFont.Weight.Normal, False),
        (scene.stem, sizes.stem, QFont.Weight.Normal, True),
        (question or " ", sizes.question, STRONG, True),
        (scene.note, theme.BODY, QFont.Weight.Normal, False),
    )
    placed = []
    for text, points, weight, strong in wanted:
        if text:
            block = shelf.block(text, width, points, weight)
            placed.append(Placed(block, 0, top, strong))
            top += block.height + theme.scaled(2)
    return tuple(placed)


def card_label(face: Face, box_width: float, shelf: TextShelf, sizes: Sizes) -> TextBlock:
    """A card's words, broken to the card."""
    return shelf.block(face.label, box_width - 2 * CARD_PADDING, sizes.label, centred=True)


def _cards(scene: Scene, width: float, top: float, shelf: TextShelf, sizes: Sizes) -> tuple[QRectF, ...]:
    """Lay the choices from left to right as on the paper, all of one size."""
    count = len(scene.faces)
    if not count:
        return ()
    rows = -(-count // CARDS_IN_ROW)
    across = -(-count // rows)
    wide = min((width - CARD_GAP * (across - 1)) / across, theme.scaled(CARD_MOST))
    label = max(card_label(face, wide, shelf, sizes).height for face in scene.faces)
    high = theme.scaled(sizes.digit_box) + label + 2 * CARD_PADDING
    return tuple(
        QRectF((i % across) * (wide + CARD_GAP), top + (i // across) * (high + CARD_GAP), wide, high)
        for i in range(count)
    )


def _marks(scene: Scene, top: float, sizes: Sizes) -> tuple[QRectF, ...]:
    """Lay the keys for what is no answer, small, below the choices."""
    metrics = QFontMetricsF(theme.font())
    boxes, left = [], 0.0
    for face in scene.marks:
        wide = metrics.horizontalAdvance(face.label) + theme.scaled(MARK_KEY) + 30
        boxes.append(QRectF(left, top, wide, theme.scaled(sizes.mark)))
        left += wide + CARD_GAP
    return tuple(boxes)
