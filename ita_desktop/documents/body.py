"""The body of an official paper: lines of text to paragraphs and numbered clauses in the Thai order.

The order of numbering is ๑. → ๑.๑ → ๑) → -. What a clerk types decides: a line that begins with a number is a
clause, its depth follows from the form of the number, and a dash stands one step below what is above it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.documents.figures import written
from ita_desktop.documents.typeset import BODY, ListItem, Paragraph, Style

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_desktop.documents.typeset import Block, Text
    from ita_desktop.domain.papers import Digits

CLAUSE = Style()
"""A clause is set as the body is, without the space before a paragraph."""
STEP_MM = 7.5
_NUMBER = "[0-9๐-๙]{1,3}"
_DOTTED = re.compile(rf"((?:{_NUMBER}\.)+{_NUMBER}|{_NUMBER}\.)[ \t\u00a0]+(\S.*)")
_BRACKET = re.compile(rf"(\(?{_NUMBER}\))[ \t\u00a0]*(\S.*)")
_DASH = re.compile(r"([-–•])[ \t\u00a0]+(\S.*)")


@dataclass(frozen=True, slots=True)
class Clause:
    """A numbered line: its label as typed, its text, its depth from 0."""

    label: str
    text: str
    level: int


@dataclass(slots=True)
class ClauseReader:
    """Reads line after line and remembers under which number it stands; -1 is under none."""

    dotted: int = -1
    numbered: int = -1

    def read(self, text: str) -> Clause | None:
        """Read a line as a clause; None for a plain paragraph, after which numbering starts afresh."""
        found = self._dotted(text) or self._bracketed(text) or self._dashed(text)
        if found is None:
            self.dotted = self.numbered = -1
        return found

    def _dotted(self, text: str) -> Clause | None:
        """Read `๑.`, `๑.๑`, `๑.๑.๑`."""
        match = _DOTTED.fullmatch(text)
        if match is None:
            return None
        level = match.group(1).rstrip(".").count(".")
        self.dotted = self.numbered = level
        return Clause(match.group(1), match.group(2), level)

    def _bracketed(self, text: str) -> Clause | None:
        """Read `๑)`, one step below the dotted number above, and `(๑)`, one step below that."""
        match = _BRACKET.fullmatch(text)
        if match is None:
            return None
        level = self.dotted + (2 if match.group(1).startswith("(") else 1)
        self.numbered = level
        return Clause(match.group(1), match.group(2), level)

    def _dashed(self, text: str) -> Clause | None:
        """Read a dash, one step below the number above."""
        match = _DASH.fullmatch(text)
        return Clause("-", match.group(2), self.numbered + 1) if match is not None else None


def body_blocks(lines: Iterable[str], digits: Digits) -> Iterator[Block]:
    """Turn the lines of a body into blocks; empty lines are passed over."""
    reader = ClauseReader()
    for line in lines:
        text = line.strip()
        if not text:
            continue
        found = reader.read(text)
        if found is None:
            yield Paragraph(written(text, digits), BODY)
        else:
            yield clause_block(written(found.label, digits), written(found.text, digits), found.level)


def clause_block(label: str, text: Text, level: int) -> ListItem:
    """Set a clause: its number at the paragraph's indent and deeper by depth, later lines at the margin."""
    indent = BODY.first_indent_mm + STEP_MM * level
    return ListItem(label, text, level, CLAUSE, indent_mm=indent, label_mm=0.0, hanging=False)
