"""The form on the desk: which paper it is, what is keyed on it, and how that looks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ita_desktop.domain.answers import CHOICE_SYMBOLS, Mark, from_symbol
from ita_desktop.domain.batches import Draft, Questionnaire
from ita_desktop.domain.keying_order import KeyingOrder
from ita_desktop.support.language import tr
from ita_desktop.ui.pages.entry_guide import Asked, Guide, guide_of
from ita_desktop.ui.pages.entry_keying import HOLE, Keying
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.badge import State, Tone
from ita_desktop.ui.widgets.entry_scene import Chip, ChipState, Face, Scene
from ita_desktop.wording.states import label

if TYPE_CHECKING:
    from ita_desktop.services.entry import FormInHand

MARK_KEYS = ((Mark.BLANK, "0"), (Mark.UNREADABLE, "/"), (Mark.DOUBLE, "*"))
CHIP_SYMBOLS = {Mark.BLANK.value: "–", HOLE: ""}


@dataclass(slots=True)
class Sheet:
    """A form in hand. `mending` is the finished form that is being put right, None for a new one.

    `numbered`: the clerk gave it its number; else it has the next one, whatever that is when it is finished.
    """

    hand: FormInHand
    mending: Questionnaire | None = None
    guide: Guide = field(init=False)
    keying: Keying = field(init=False)
    serial: int = field(init=False)
    note: str = field(init=False)
    numbered: bool = field(init=False, default=False)

    def __post_init__(self) -> None:
        """Take up what is keyed already."""
        source = self.mending or self.hand.draft
        self.guide = guide_of(self.hand.tool)
        self.keying = Keying(self.hand.form, source.line, strict=self._strict)
        self.serial, self.note = source.serial, source.note
        if self.mending is not None:
            self.keying.go(0)

    @property
    def _strict(self) -> bool:
        """Whether no question may be passed over."""
        return self.hand.order is KeyingOrder.STRICT

    def take_hand(self, hand: FormInHand) -> None:
        """Note what the file says now of the form on the desk: its stack, the order."""
        self.hand = hand
        self.keying.keep_order(strict=self._strict)

    @property
    def part(self) -> str:
        """The part's code."""
        return self.hand.part.code

    @property
    def draft(self) -> Draft:
        """The form as it is kept while it is being keyed."""
        batch = self.hand.batch.key if self.hand.batch else self.hand.draft.batch
        return Draft(self.part, batch, self.serial, self.keying.line, self.note)

    @property
    def blank(self) -> bool:
        """Whether nothing stands on it that is worth keeping."""
        return self.keying.untouched and not self.note and not self.numbered

    @property
    def mended(self) -> Questionnaire | None:
        """The finished form as it would be after mending; None if nothing differs or nothing is mended."""
        if self.mending is None:
            return None
        line = self.keying.line
        if (line, self.note) == (self.mending.line, self.mending.note):
            return None
        return Questionnaire(self.mending.batch, self.mending.serial, line, self.note)

    def is_same(self, hand: FormInHand) -> bool:
        """Whether the file has this very form, key for key."""
        mine, there = self.draft, hand.draft
        return (mine.part, mine.serial, mine.line, mine.note, self.hand.form) == (
            there.part, there.serial, there.line.rstrip(HOLE), there.note, hand.form
        )  # fmt: skip

    def scene(self, notice: State | None = None, place: int | None = None) -> Scene:
        """Return the picture of a question (the one asked, unless `place` says another)."""
        shown = self.keying.shown if place is None else place
        asked = self.guide.asked[shown]
        if notice is None and self.keying.at_end and place is None:
            notice = self._full()
        return Scene(
            self._chips(shown),
            prose(asked.heading),
            asked.label,
            prose(asked.question.text) if asked.question.text != asked.label else "",
            self._faces(asked, shown),
            self._marks(shown),
            prose(asked.stem),
            prose(asked.note),
            notice,
        )

    def _full(self) -> State:
        """What to say at the form's end."""
        if self.mending is not None:
            return State(tr("ครบทุกข้อแล้ว · Enter เก็บที่แก้"), Tone.GOOD)
        return State(tr("ครบทุกข้อแล้ว · Enter เก็บและขึ้นฉบับต่อไป"), Tone.GOOD)

    def _chips(self, shown: int) -> tuple[Chip, ...]:
        """The strip."""
        return tuple(
            _chip(asked, self.keying.symbol(place), here=place == shown)
            for place, asked in enumerate(self.guide.asked)
        )

    def _faces(self, asked: Asked, place: int) -> tuple[Face, ...]:
        """The choices from the left."""
        symbol = self.keying.symbol(place)
        return tuple(
            Face(CHOICE_SYMBOLS[i], prose(choice.label), symbol == CHOICE_SYMBOLS[i])
            for i, choice in enumerate(asked.question.choices)
        )

    def _marks(self, place: int) -> tuple[Face, ...]:
        """The keys for what is no answer."""
        symbol = self.keying.symbol(place)
        return tuple(Face(key, label(mark), symbol == mark.value) for mark, key in MARK_KEYS)


def _chip(asked: Asked, symbol: str, *, here: bool) -> Chip:
    """A question in the strip."""
    if here:
        state = ChipState.HERE
    elif symbol == HOLE:
        state = ChipState.OPEN
    else:
        state = ChipState.KEYED if isinstance(from_symbol(symbol), int) else ChipState.NO_ANSWER
    return Chip(asked.label, CHIP_SYMBOLS.get(symbol, symbol), state)
