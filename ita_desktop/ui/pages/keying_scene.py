"""What stands on the board while a stack is checked: the question alone, and never what another keyed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.answers import CHOICE_SYMBOLS
from ita_desktop.domain.verification import PlaceState
from ita_desktop.ui.pages.entry_sheet import CHIP_SYMBOLS, MARK_KEYS
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.entry_scene import Chip, ChipState, Face, Scene
from ita_desktop.wording.states import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_desktop.services.third_reading import Dispute
    from ita_desktop.services.verification import SecondInHand
    from ita_desktop.ui.pages.entry_guide import Asked, Guide
    from ita_desktop.ui.widgets.badge import State

CHIPS = 24
"""So many disputes are named in the strip; of more, those around the one that is read."""


def question_scene(asked: Asked, chips: tuple[Chip, ...], symbol: str, notice: State | None) -> Scene:
    """Return the picture of a question; `symbol` is what the one who sits here pressed on it himself."""
    faces = tuple(
        Face(CHOICE_SYMBOLS[i], prose(choice.label), symbol == CHOICE_SYMBOLS[i])
        for i, choice in enumerate(asked.question.choices)
    )
    marks = tuple(Face(key, label(mark), symbol == mark.value) for mark, key in MARK_KEYS)
    text = prose(asked.question.text) if asked.question.text != asked.label else ""
    return Scene(
        chips, prose(asked.heading), asked.label, text, faces, marks,
        prose(asked.stem), prose(asked.note), notice,
    )  # fmt: skip


def second_chips(guide: Guide, hand: SecondInHand, here: int) -> tuple[Chip, ...]:
    """Return the strip of a form that is keyed again, with the second clerk's own keys."""
    return tuple(
        _second_chip(asked, hand.line[place], hand.states[place], here=place == here)
        for place, asked in enumerate(guide.asked)
    )


def _second_chip(asked: Asked, symbol: str, state: PlaceState, *, here: bool) -> Chip:
    """Return a question of the strip; one that differs carries a sign, for colour alone says nothing."""
    if state is PlaceState.NOT_KEYED:
        return Chip(asked.label, "", ChipState.HERE if here else ChipState.OPEN)
    if state is PlaceState.AGREED:
        known = CHIP_SYMBOLS.get(symbol, symbol)
        return Chip(asked.label, known, ChipState.HERE if here else ChipState.KEYED)
    return Chip(asked.label, state.value, ChipState.HERE if here else ChipState.NO_ANSWER)


def dispute_chips(guide: Guide, disputes: Sequence[Dispute], here: int) -> tuple[Chip, ...]:
    """Return the strip of what waits for the third reading: the form's number and the question."""
    first = max(0, min(here - CHIPS // 2, len(disputes) - CHIPS))
    return tuple(
        Chip(
            f"{each.serial} · {guide.asked[each.place].label}",
            "",
            ChipState.HERE if number == here else ChipState.OPEN,
        )
        for number, each in enumerate(disputes[first : first + CHIPS], first)
    )
