"""From what a form asks to strips of a given look."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ita_desktop.documents.figures import written
from ita_desktop.documents.forms import texts
from ita_desktop.documents.forms.choices import ChoiceSetter, Columns, common_count, grid_for
from ita_desktop.documents.forms.heading import head_strips
from ita_desktop.documents.forms.layout import LEFT, RIGHT
from ita_desktop.documents.forms.look import baseline, line_height
from ita_desktop.documents.forms.strips import Panel, Stack, Strip, Stroke, Words
from ita_desktop.domain.papers import Digits

if TYPE_CHECKING:
    from ita_desktop.documents.forms.content import FormContent, Section
    from ita_desktop.documents.forms.look import Look, Pencil
    from ita_desktop.domain.instrument import Item, Question

WIDTH: Final = RIGHT - LEFT
_CODE = re.compile(r"[A-Za-z]{0,3}\d[\d.]*[a-z]?")
"""What a person takes for a number of a question: i1, I1.2, s2a. A word such as `age` is for machines."""
_AFTER_CODE: Final = 1.8
_TEXT_GAP: Final = 1.4
_WRITING_LINES: Final = 4
_WRITING_PITCH: Final = 10.0
_STRETCH: Final = 1.0


@dataclass(frozen=True, slots=True)
class Composer:
    """Composes one form in one look."""

    content: FormContent
    office: str
    pencil: Pencil
    look: Look
    indent: float
    grid: Columns

    @classmethod
    def of(cls, content: FormContent, office: str, pencil: Pencil, look: Look) -> Composer:
        """Measure what the whole form shares: the room for codes and the grid of the boxes."""
        questions = content.tool.questions
        codes = [item.code for item in content.tool.items] + [question.code for question in questions]
        widest = max((pencil.width(code, look.bold) for code in codes if _CODE.fullmatch(code)), default=0.0)
        indent = widest + _AFTER_CODE if widest else 0.0
        grid = grid_for(questions, ChoiceSetter(pencil, look), WIDTH - indent)
        return cls(content, office, pencil, look, indent, grid)

    @property
    def one_row(self) -> bool:
        """Whether the scale stands in one row, as one expects of a scale."""
        count = len(self.content.tool.questions)
        most = max((len(question.choices) for question in self.content.tool.questions), default=0)
        return not count or self.grid.count >= most

    def strips(self) -> list[Strip]:
        """Compose the whole form from its title to the thanks."""
        strips = head_strips(self.content, self.office, self.pencil, self.look)
        for section in self.content.sections:
            strips += self._section(section)
        if self.content.tool.open_question:
            strips.append(self._open_question(self.content.tool.open_question))
        return [*strips, self._thanks()]

    def _section(self, section: Section) -> list[Strip]:
        strips = [self._section_head(section.title)]
        strips += self._profile(section.profile)
        for place, item in enumerate(section.items):
            strips += self._item(item, ruled=place > 0)
        return strips

    def _section_head(self, title: str) -> Strip:
        style, pad = self.look.bold, 0.5 * self.look.air
        lines = self.pencil.lines(written(title, Digits.THAI), style, WIDTH - 4.0, 2.0, pad)
        height = self.pencil.height(lines) + 2 * pad
        band = Panel(0.0, 0.0, WIDTH, height)
        return Strip(
            height, (band, *lines), before=1.4 + 1.6 * self.look.air, stretch=_STRETCH, keep=True, opens=True
        )

    def _profile(self, questions: tuple[Question, ...]) -> list[Strip]:
        """Questions about the respondent: what is asked at the left, the choices at the right of it."""
        if not questions:
            return []
        style, setter = self.look.bold, ChoiceSetter(self.pencil, self.look)
        asked = [self._asked(question) for question in questions]
        widest = max(self.pencil.width(text, style) for text in asked)
        side = min(widest, WIDTH * 0.26) + 3.0
        strips = []
        for question, text in zip(questions, asked, strict=True):
            columns = setter.lowest(question, WIDTH - side)
            stack = setter.set(question, columns, side)
            drop = max((self.look.box - line_height(style)) / 2, 0.0)
            lines = self.pencil.lines(text, style, side - 2.0, 0.0, drop)
            height = max(stack.y, drop + self.pencil.height(lines))
            strips.append(
                Strip(height, (*lines, *stack.ink), before=0.8 + 1.0 * self.look.air, stretch=_STRETCH)
            )
        return strips

    def _asked(self, question: Question) -> str:
        """Return the question's text, with its code before it where people read one there."""
        text = written(question.text, Digits.THAI)
        return f"{question.code}\u00a0 {text}" if _CODE.fullmatch(question.code) else text

    def _item(self, item: Item, *, ruled: bool) -> list[Strip]:
        """An item: one question, or what its sub-questions have in common and then each of them."""
        if len(item.questions) == 1 and item.questions[0].text in ("", item.text):
            return [self._question(item.questions[0], item.code, item.text, item.note, ruled=ruled)]
        if not item.questions:
            return []
        stem = self._head(item.code, item.text, item.note)
        before = self._before(ruled=ruled)
        strips = [Strip(stem.y, tuple(stem.ink), before, _STRETCH, keep=True, ruled=ruled)]
        return [
            *strips,
            *(self._question(each, each.code, each.text, "", ruled=False) for each in item.questions),
        ]

    def _question(self, question: Question, code: str, text: str, note: str, *, ruled: bool) -> Strip:
        setter = ChoiceSetter(self.pencil, self.look)
        stack = self._head(code, text, note)
        stack.down(_TEXT_GAP * (0.4 + 0.6 * self.look.air))
        scale = common_count(self.content.tool.questions)
        columns = setter.in_grid(question, self.grid, scale, WIDTH - self.indent)
        choices = setter.set(question, columns, self.indent)
        stack.add(*choices.ink)
        stack.down(choices.y)
        before = self._before(ruled=ruled)
        return Strip(stack.y, tuple(stack.ink), before, _STRETCH, ruled=ruled)

    def _before(self, *, ruled: bool) -> float:
        return 1.4 + (2.2 if ruled else 0.8) * self.look.air

    def _head(self, code: str, text: str, note: str) -> Stack:
        """Set code and text, and the note under it."""
        stack, look = Stack(), self.look
        room = WIDTH - self.indent
        stack.add(Words(0.0, baseline(look.bold), code, look.bold))
        for part, style in ((text, look.text), (f"{texts.NOTE}  {note}" if note else "", look.text)):
            if part:
                lines = self.pencil.lines(written(part, Digits.THAI), style, room, self.indent)
                stack.add(*lines)
                stack.down(self.pencil.height(lines))
        return stack

    def _open_question(self, text: str) -> Strip:
        stack, style = Stack(), self.look.bold
        lines = self.pencil.lines(written(text, Digits.THAI), style, WIDTH)
        stack.add(*lines)
        stack.down(self.pencil.height(lines))
        writing = _WRITING_LINES * _WRITING_PITCH
        for _ in range(_WRITING_LINES):
            stack.down(_WRITING_PITCH)
            stack.add(Stroke(0.0, 0.0, WIDTH, 0.0, dotted=True))
        return Strip(stack.y + 1.0, tuple(stack.ink), 4.0, _STRETCH, writing=writing)

    def _thanks(self) -> Strip:
        """Thank on one line with what is to be done now, or on lines of their own."""
        style = self.look.bold
        one = f"{texts.THANKS}  {texts.RETURN}"
        given = [one] if self.pencil.width(one, style) <= WIDTH else [texts.THANKS, texts.RETURN]
        lines = [line for text in given for line in self.pencil.ruler.lines(text, style, WIDTH)]
        pitch, first = line_height(style), baseline(style)
        ink = tuple(
            Words(WIDTH / 2, first + place * pitch, line, style, "center") for place, line in enumerate(lines)
        )
        before = 1.5 + 2.0 * self.look.air
        return Strip(len(lines) * pitch, ink, before=before, stretch=_STRETCH)
