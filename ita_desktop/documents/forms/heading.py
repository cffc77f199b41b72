"""The top of a form: what it is, that it is free and nameless, and how it is filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ita_desktop.documents.figures import written
from ita_desktop.documents.forms import texts
from ita_desktop.documents.forms.layout import LEFT, RIGHT
from ita_desktop.documents.forms.look import baseline, line_height
from ita_desktop.documents.forms.strips import Panel, Stack, Strip, Stroke, Words
from ita_desktop.documents.typeset.style import BLACK
from ita_desktop.domain.papers import Digits

if TYPE_CHECKING:
    from ita_desktop.documents.forms.content import FormContent
    from ita_desktop.documents.forms.look import Look, Pencil
    from ita_desktop.documents.forms.strips import Ink

WIDTH: Final = RIGHT - LEFT
_PAD: Final = 2.4
_TITLE_INSET: Final = 0.0
_SAMPLE: Final = 0.3
"""Side of a sample box in official sizes: smaller than the real ones, which a reader of scans looks for."""


def head_strips(content: FormContent, office: str, pencil: Pencil, look: Look) -> list[Strip]:
    """Set the title and the panel of advice."""
    return [_title(content, office, pencil, look), _advice(content, pencil, look)]


def _title(content: FormContent, office: str, pencil: Pencil, look: Look) -> Strip:
    year = texts.fiscal_year(content.instrument.fiscal_year)
    given = [
        (content.title, look.title),
        (content.part_title, look.bold),
        (f"{office}  {year}" if office else year, look.text),
    ]
    stack = Stack()
    for text, style in given:
        if not text:
            continue
        lines = pencil.lines(written(text, Digits.THAI), style, WIDTH - 2 * _TITLE_INSET)
        stack.add(*(Words(WIDTH / 2, each.baseline, each.text, style, "center") for each in lines))
        stack.down(pencil.height(lines))
    return Strip(stack.y, tuple(stack.ink), keep=True)


def _advice(content: FormContent, pencil: Pencil, look: Look) -> Strip:
    """Set the advice as rows of a bold word and what it means."""
    rows = [(texts.VOLUNTARY, texts.VOLUNTARY_WHY), (texts.ANONYMOUS, texts.ANONYMOUS_WHY)]
    if content.part.collected_by:
        rows.append((texts.COLLECTED, content.part.collected_by))
    side = max(pencil.width(word, look.bold) for word, _ in [*rows, (texts.HOW, "")]) + 3.0
    stack = Stack(_PAD * 0.6 * look.air)
    for word, meaning in rows:
        stack.add(Words(_PAD, baseline(look.bold), word, look.bold))
        lines = pencil.lines(written(meaning, Digits.THAI), look.text, WIDTH - 2 * _PAD - side, _PAD + side)
        stack.add(*lines)
        stack.down(pencil.height(lines))
    stack.add(Words(_PAD, baseline(look.bold), texts.HOW, look.bold))
    how = _how(pencil, look, _PAD + side, WIDTH - _PAD)
    stack.add(*how.ink)
    stack.down(how.y + _PAD * 0.6 * look.air)
    frame = Panel(0.0, 0.0, WIDTH, stack.y, None, BLACK, 0.6)
    return Strip(stack.y, (frame, *stack.ink), before=1.8)


def _how(pencil: Pencil, look: Look, left: float, right: float) -> Stack:
    """Say how to mark, with a crossed and a filled box between the words; a phrase goes on as a whole."""
    stack, x = Stack(), left
    pitch, side = line_height(look.text), _SAMPLE * look.size
    phrases = [(texts.HOW_ONE, "cross"), (texts.HOW_WRONG, "fill"), (texts.HOW_AGAIN, "")]
    for text, sample in phrases:
        width = pencil.width(text, look.text)
        whole = width + (2.0 + side if sample else 0.0)
        if x > left and x + whole > right:
            stack.down(pitch)
            x = left
        stack.add(Words(x, baseline(look.text), text, look.text))
        if sample:
            stack.add(*_sample(x + width + 2.0, (pitch - side) / 2, side, sample))
        x += whole + 4.0
    stack.down(pitch)
    return stack


def _sample(x: float, y: float, side: float, kind: str) -> list[Ink]:
    """Draw a box crossed, or crossed and filled."""
    if kind == "fill":
        return [Panel(x, y, side, side, BLACK, BLACK, 0.7)]
    over = side * 0.12
    return [
        Panel(x, y, side, side, None, BLACK, 0.7),
        Stroke(x - over, y - over, x + side + over, y + side + over, 1.2, BLACK),
        Stroke(x - over, y + side + over, x + side + over, y - over, 1.2, BLACK),
    ]
