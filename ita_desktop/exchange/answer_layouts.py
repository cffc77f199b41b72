"""Finding out how a sheet of answers is laid out: where its header is, which part, which column is which."""

from __future__ import annotations

import hashlib
from collections import Counter
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from ita_desktop.domain.answer_layout import PASSED_OVER, LayoutColumn, LayoutWish, SheetLayout
from ita_desktop.exchange.answer_cells import guessed_figures
from ita_desktop.exchange.answer_headers import HeaderGuess, bare_numbers_count, question_of
from ita_desktop.exchange.cells import text_of
from ita_desktop.exchange.tables import HEADER_WITHIN
from ita_desktop.exchange.words import header_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_desktop.domain.answer_layout import Figures
    from ita_desktop.domain.instrument import Instrument, Tool
    from ita_desktop.exchange.sheet_rows import Row, Sheet

FEWEST = 2
"""Fields by which a row is known for a header: one word may stand in any title."""


class Laid(NamedTuple):
    """A sheet with its header and layout; `header` is None where no row looks like one."""

    sheet: Sheet
    header: Row | None
    layout: SheetLayout
    tool: Tool | None


class _Header(NamedTuple):
    """A row taken for the header, with its columns; `known`: how many fields were found in it."""

    row: Row
    columns: tuple[LayoutColumn, ...]
    known: int


class LayoutFinder:
    """Finds layouts by what somebody says, by what the file remembers, and by the looks of headers."""

    def __init__(
        self, instrument: Instrument, wish: LayoutWish, remembered: Mapping[str, LayoutWish]
    ) -> None:
        """Take the year's parts; `remembered`: earlier layouts by the key of their headers."""
        self._parts = {part.code: tool for tool, part in instrument.survey_parts() if tool.questions}
        self._guesses = {tool.code: HeaderGuess(tool) for tool in self._parts.values()}
        self._wish, self._remembered = wish, remembered

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts that a sheet may hold."""
        return tuple(self._parts)

    def find(self, sheet: Sheet) -> Laid:
        """Return how a sheet is laid out, as far as that can be told."""
        known = self._known_header(sheet)
        wanted = self._wish.part_of(sheet.name) or self._named(sheet.name)
        if not wanted and known is not None:
            wanted = self._remembered[_key_of(known)].part_of(sheet.name)
        tools = {self._parts[wanted].code: self._parts[wanted]} if wanted in self._parts else {
            tool.code: tool for tool in self._parts.values()
        }  # fmt: skip
        headers = [(self._header(sheet, tool, known), tool) for tool in tools.values()]
        found = [(header, tool) for header, tool in headers if header is not None]
        if not found:
            return Laid(sheet, None, self._unknown(sheet, wanted), None)
        header, tool = max(found, key=lambda each: _fit(*each))
        return self._laid(sheet, header, tool, wanted)

    def _laid(self, sheet: Sheet, header: _Header, tool: Tool, wanted: str) -> Laid:
        """Put the layout together."""
        key = _key_of(header.row)
        earlier = self._remembered.get(key, LayoutWish())
        mine = [code for code, its in self._parts.items() if its is tool]
        part = wanted if wanted in mine else mine[0] if len(mine) == 1 else ""
        figures = self._wish.figures or earlier.figures or _figures(sheet, header, tool)
        layout = SheetLayout(sheet.name, part, figures, header.columns, key, key in self._remembered)
        return Laid(sheet, header.row, layout, tool)

    def _unknown(self, sheet: Sheet, part: str) -> SheetLayout:
        """Return the layout of a sheet without a header: its fullest row near the top, with no field."""
        rows = list(takewhile(lambda row: row.number <= HEADER_WITHIN, sheet.rows))
        fullest = max(rows, key=lambda row: len(row.cells))
        columns = tuple(
            LayoutColumn(column, text_of(value), "") for column, value in sorted(fullest.cells.items())
        )
        figures = self._wish.figures or guessed_figures(())
        return SheetLayout(sheet.name, part, figures, columns, _key_of(fullest))

    def _named(self, name: str) -> str:
        """Return the part that a sheet's name has in it."""
        inside = [code for code in self._parts if code.casefold() in "".join(name.split()).casefold()]
        return inside[0] if len(inside) == 1 else ""

    def _known_header(self, sheet: Sheet) -> Row | None:
        """Return the row near the top whose headers the file remembers."""
        rows = takewhile(lambda row: row.number <= HEADER_WITHIN, sheet.rows)
        return next((row for row in rows if _key_of(row) in self._remembered), None)

    def _header(self, sheet: Sheet, tool: Tool, known: Row | None) -> _Header | None:
        """Return the row near the top with most fields of a form in it."""
        rows = [known] if known is not None else [row for row in sheet.rows if row.number <= HEADER_WITHIN]
        found = [self._columns(row, tool) for row in rows]
        best = max(found, key=lambda each: each.known, default=None)
        return best if best is not None and best.known >= FEWEST else None

    def _columns(self, row: Row, tool: Tool) -> _Header:
        """Read a row as if it were the header."""
        guess = self._guesses[tool.code].find
        cells = sorted((column, text_of(value)) for column, value in row.cells.items())
        found = [guess(text) for _, text in cells]
        bare = bare_numbers_count(found, [text for _, text in cells])
        said = self._said(row)
        columns = []
        for (column, text), each in zip(cells, found, strict=True):
            field = said.get(header_key(text), "")
            if field:
                columns.append(LayoutColumn(column, text, field))
            elif each.bare and not bare:
                columns.append(LayoutColumn(column, text, ""))
            else:
                columns.append(LayoutColumn(column, text, each.field, guessed=not each.sure))
        clean = _unambiguous(columns)
        known = len({each.field for each in clean} - {"", PASSED_OVER})
        return _Header(row, clean, known)

    def _said(self, row: Row) -> dict[str, str]:
        """Return the fields that headers were said to be, now or for a sheet with these headers before."""
        earlier = self._remembered.get(_key_of(row), LayoutWish())
        return {
            header_key(header): field for header, field in {**earlier.fields, **self._wish.fields}.items()
        }


def _unambiguous(columns: list[LayoutColumn]) -> tuple[LayoutColumn, ...]:
    """Take back guesses that two headers share, or that a sure header has."""
    sure = {each.field for each in columns if not each.guessed}
    counts = Counter(each.field for each in columns if each.guessed)
    return tuple(
        LayoutColumn(each.column, each.header, "")
        if each.guessed and (each.field in sure or counts[each.field] > 1)
        else each
        for each in columns
    )


def _fit(header: _Header, tool: Tool) -> tuple[bool, int]:
    """Order tools by how well a header fits: one whose every question it has goes before a longer one."""
    fields = {each.field for each in header.columns}
    return all(question.code in fields for question in tool.questions), header.known


def _figures(sheet: Sheet, header: _Header, tool: Tool) -> Figures:
    """Guess what figures mean from all of them."""
    questions = question_of(tool)
    scored = {question.code for question in tool.questions}
    below = [row for row in sheet.rows if row.number > header.row.number]
    return guessed_figures(
        (questions[each.field], [row.cells[each.column] for row in below if each.column in row.cells])
        for each in header.columns
        if each.field in scored
    )


def _key_of(row: Row) -> str:
    """Return the key by which a row of headers is known again, whatever its file is called."""
    words = "\n".join(header_key(text_of(value)) for _, value in sorted(row.cells.items()))
    return hashlib.sha256(words.encode()).hexdigest()[:20]
