"""Where everything on the entry board stands, measured from a scene and a width before it is painted."""

from __future__ import annotations

from dataclasses import dataclass
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
DIGIT_BOX, MARK_HEIGHT, MARK_KEY, NOTICE_HEIGHT = 46, 38, 26, 34
STRONG = QFont.Weight.DemiBold


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


def plan(scene: Scene, width: float, height: float, shelf: TextShelf) -> Plan:
    """Measure a scene; where it is too high, only the row of the strip that the question is in is shown."""
    chips = _chips(scene, width)
    whole = _below(scene, chips, width, shelf)
    return whole if whole.height <= height else _below(scene, _one_row(scene, chips), width, shelf)


def _below(scene: Scene, chips: tuple[QRectF, ...], width: float, shelf: TextShelf) -> Plan:
    """Measure what stands below a strip."""
    top = max((chip.bottom() for chip in chips), default=0.0) + theme.scaled(18)
    texts = _texts(scene, width, top, shelf)
    top = texts[-1].top + texts[-1].block.height + theme.scaled(16)
    cards = _cards(scene, width, top, shelf)
    top = (cards[-1].bottom() if cards else top) + theme.scaled(14)
    marks = _marks(scene, top)
    top = (marks[-1].bottom() if marks else top) + theme.scaled(14)
    notice = QRectF(0, top, width, theme.scaled(NOTICE_HEIGHT))
    return Plan(chips, texts, cards, marks, notice, notice.bottom())


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


def _texts(scene: Scene, width: float, top: float, shelf: TextShelf) -> tuple[Placed, ...]:
    """Heading, the item's text over a sub-question, the question, the note."""
    question = f"{scene.label}  {scene.text}" if scene.text else scene.label
    wanted = (
        (scene.heading, theme.BODY, QFont.Weight.Normal, False),
        (scene.stem, theme.LARGE, QFont.Weight.Normal, True),
        (question, theme.QUESTION, STRONG, True),
        (scene.note, theme.BODY, QFont.Weight.Normal, False),
    )
    placed = []
    for text, points, weight, strong in wanted:
        if text or points == theme.QUESTION:
            block = shelf.block(text, width, points, weight)
            placed.append(Placed(block, 0, top, strong))
            top += block.height + theme.scaled(2)
    return tuple(placed)


def card_label(face: Face, box_width: float, shelf: TextShelf) -> TextBlock:
    """A card's words, broken to the card."""
    return shelf.block(face.label, box_width - 2 * CARD_PADDING, theme.LARGE, centred=True)


def _cards(scene: Scene, width: float, top: float, shelf: TextShelf) -> tuple[QRectF, ...]:
    """Lay the choices from left to right as on the paper, all of one size."""
    count = len(scene.faces)
    if not count:
        return ()
    rows = -(-count // CARDS_IN_ROW)
    across = -(-count // rows)
    wide = min((width - CARD_GAP * (across - 1)) / across, theme.scaled(CARD_MOST))
    label = max(card_label(face, wide, shelf).height for face in scene.faces)
    high = theme.scaled(DIGIT_BOX) + label + 2 * CARD_PADDING
    return tuple(
        QRectF((i % across) * (wide + CARD_GAP), top + (i // across) * (high + CARD_GAP), wide, high)
        for i in range(count)
    )


def _marks(scene: Scene, top: float) -> tuple[QRectF, ...]:
    """Lay the keys for what is no answer, small, below the choices."""
    metrics = QFontMetricsF(theme.font())
    boxes, left = [], 0.0
    for face in scene.marks:
        wide = metrics.horizontalAdvance(face.label) + theme.scaled(MARK_KEY) + 30
        boxes.append(QRectF(left, top, wide, theme.scaled(MARK_HEIGHT)))
        left += wide + CARD_GAP
    return tuple(boxes)
