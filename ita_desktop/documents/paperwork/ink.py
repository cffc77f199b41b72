"""Rich text as the typesetter's text: figures written, live values filled in, letters counted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ita_desktop.documents.figures import NO_DATA, written
from ita_desktop.documents.typeset import NOTE, FootnoteRef, Run
from ita_desktop.domain.papers import Digits
from ita_desktop.domain.paperwork.richtext import Note, Value
from ita_desktop.domain.paperwork.richtext import Run as RichRun

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_desktop.domain.paperwork.papers import LiveValue
    from ita_desktop.domain.paperwork.richtext import Inline, Text

SetText = tuple[Run | FootnoteRef, ...]


@dataclass(frozen=True, slots=True)
class Ink:
    """Writes texts: knows the figures and what each live value says now."""

    values: Mapping[str, LiveValue] = field(default_factory=dict)
    digits: Digits = Digits.THAI

    def words(self, text: str) -> str:
        """Write letters with the paper's figures."""
        return written(text, self.digits)

    def value(self, value: Value) -> str:
        """Return what a live value says: the words written over it, else the file's."""
        if value.written is not None:
            return value.written
        known = self.values.get(value.name)
        return known.text if known is not None else NO_DATA

    def text(self, text: Text) -> SetText:
        """Turn a text into runs that can be set."""
        return tuple(self._part(part) for part in text)

    def _part(self, part: Inline) -> Run | FootnoteRef:
        if isinstance(part, Note):
            return FootnoteRef(tuple(self._run(run) for run in part.text), NOTE)
        if isinstance(part, Value):
            return Run(self.words(self.value(part)), part.bold, part.italic, underline=part.underline)
        return self._run(part)

    def _run(self, run: RichRun) -> Run:
        return Run(
            self.words(run.text), run.bold, run.italic, run.superscript, run.underline, run.link or None
        )

    def lengths(self, text: Text, before: int = 0) -> tuple[tuple[int, int], ...]:
        """Return (set letters, source letters) of each part; `before` are letters set before the text."""
        lead = ((before, 0),) if before else ()
        return (*lead, *(self._length(part) for part in text))

    def _length(self, part: Inline) -> tuple[int, int]:
        if isinstance(part, Note):
            return 1, 1
        return (len(self.value(part)), 1) if isinstance(part, Value) else (len(part.text), len(part.text))


def source_offset(lengths: tuple[tuple[int, int], ...], offset: int) -> int:
    """Return the letter of the source that stands at a letter of the set text."""
    done = 0
    for set_letters, letters in lengths:
        if offset < set_letters:
            return done + min(offset, letters)
        offset -= set_letters
        done += letters
    return done
