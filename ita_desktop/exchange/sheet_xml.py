"""One sheet's XML to plain rows, by the parser of the standard library itself.

Four times as fast as openpyxl's row parser, which builds a tree for every cell, and as careful:
declarations of entities are refused, empty rows leave no trace, merged ranges stay ranges, formulas stay as
they stand.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from xml.parsers import expat

from openpyxl.utils.cell import column_index_from_string, range_boundaries
from openpyxl.utils.datetime import from_excel, from_ISO8601

from ita_desktop.domain.progress import EVERY, Stage, unwatched
from ita_desktop.exchange.cells import CellValue, ErrorMark, Formula
from ita_desktop.exchange.sheet_rows import Area, Row

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import BinaryIO

    from ita_desktop.domain.progress import Watch

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
"""Excel's own: where a merged range names whole rows or columns."""

_DIGITS = "0123456789"
_BLANK = " \t\r\n\u00a0\u200b\ufeff"
_BROKEN_DATE = "#VALUE!"


class EntitiesDeclaredError(Exception):
    """The XML declares entities: no spreadsheet does, and ten lines of them make a thousand million words."""


class TooManyRowsError(Exception):
    """The sheet has more filled rows than are taken."""


class CellReader:
    """Turns what a cell says of itself into a value, as the workbook's styles and strings mean it."""

    def __init__(
        self,
        strings: Sequence[str],
        epoch: datetime,
        date_styles: frozenset[int],
        duration_styles: frozenset[int],
    ) -> None:
        """Take the workbook's shared strings, the day its dates count from, and the styles that are dates."""
        self._strings, self._epoch = strings, epoch
        self._dates = {str(style) for style in date_styles}
        self._durations = {str(style) for style in duration_styles}
        self._days: dict[tuple[str, bool], CellValue] = {}

    def value(self, kind: str, style: str, text: str) -> CellValue | None:
        """Return the value of a cell without a formula; None where there is nothing in it."""
        if kind == "s":
            text = self._strings[int(text)]
        elif kind == "n":
            return self._number(style, text)
        elif kind == "b":
            return bool(int(text))
        elif kind == "e":
            return ErrorMark(text)
        elif kind == "d":
            return _known(from_ISO8601(text))  # type: ignore[no-untyped-call]
        return text if text.strip(_BLANK) else None

    def _number(self, style: str, text: str) -> CellValue | None:
        """Return a number, or the day it stands for."""
        if style in self._dates:
            key = (text, style in self._durations)
            if key not in self._days:
                self._days[key] = self._day(text, duration=key[1])
            return self._days[key]
        try:
            return int(text)
        except ValueError:
            return float(text)

    def _day(self, text: str, *, duration: bool) -> CellValue:
        """Return a day of a cell formatted as a date; one outside of the calendar is Excel's own error."""
        try:
            return _known(from_excel(float(text), self._epoch, timedelta=duration))
        except (OverflowError, ValueError):
            return ErrorMark(_BROKEN_DATE)


def _known(value: object) -> CellValue:
    """Return a value of openpyxl's as one of ours."""
    if isinstance(value, datetime | date | time | timedelta):
        return value
    return ErrorMark(_BROKEN_DATE)


class SheetParser:
    """Reads the XML of one sheet; `rows` and `areas` are there when `read` has returned.

    The state of the cell that is being read lies in plain attributes: a call for every cell of a hundred
    thousand rows is what costs the time.
    """

    def __init__(self, cells: CellReader, most_rows: int, watch: Watch = unwatched) -> None:
        """Prepare to read at most `most_rows` filled rows, telling `watch` of them."""
        self._watch = watch
        self.rows: list[Row] = []
        self.areas: list[Area] = []
        self._cells, self._most = cells, most_rows
        self._row, self._column = 0, 0
        self._filled: dict[int, CellValue] = {}
        self._kind = self._style = ""
        self._text: list[str] = []
        self._formula: str | None = None
        self._value = ""
        self._taking = self._phonetic = False
        self._columns: dict[str, int] = {}
        self._prefix: str | None = None

    def read(self, source: BinaryIO) -> None:
        """Read a sheet to its end.

        Raises:
            EntitiesDeclaredError, TooManyRowsError, ExpatError, what `watch` raises, and what a broken cell
            makes of numbers.
        """
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._data
        parser.EntityDeclHandler = _refuse_entity
        parser.ParseFile(source)

    def _local(self, name: str) -> str:
        """Return a tag without the prefix that the root has: some programs write `x:row`."""
        if self._prefix is None:
            self._prefix = name[: name.rfind(":") + 1]
        return name.removeprefix(self._prefix)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        """Begin an element."""
        name = tag if self._prefix == "" else self._local(tag)
        if name == "c":
            self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "")
            self._column = self._place(attributes["r"]) if "r" in attributes else self._column + 1
            self._formula, self._value = None, ""
        elif name == "v" or name == "f" or (name == "t" and not self._phonetic):  # noqa: PLR1714 - faster so
            self._taking = True
        elif name == "row":
            self._row = int(attributes["r"]) if "r" in attributes else self._row + 1
            self._column = 0
        elif name == "rPh":
            self._phonetic = True
        elif name == "mergeCell":
            left, top, right, bottom = range_boundaries(attributes["ref"])
            self.areas.append(Area(top or 1, left or 1, bottom or LAST_ROW, right or LAST_COLUMN))

    def _place(self, reference: str) -> int:
        """Return the column of a cell's name."""
        letters = reference.rstrip(_DIGITS)
        if letters not in self._columns:
            self._columns[letters] = column_index_from_string(letters)
        return self._columns[letters]

    def _data(self, text: str) -> None:
        """Take text."""
        if self._taking:
            self._text.append(text)

    def _end(self, tag: str) -> None:
        """End an element."""
        name = tag if self._prefix == "" else self._local(tag)
        if self._taking:
            self._take(name)
        elif name == "c":
            self._end_cell()
        elif name == "row" and self._filled:
            self.rows.append(Row(self._row, self._filled))
            self._filled = {}
            if not len(self.rows) % EVERY:
                self._watch(Stage.READING, len(self.rows))
            if len(self.rows) > self._most:
                raise TooManyRowsError
        elif name == "rPh":
            self._phonetic = False

    def _take(self, name: str) -> None:
        """Keep the text of a value, a formula, or a run of text in the cell."""
        text = "".join(self._text)
        self._text.clear()
        self._taking = False
        if name == "v":
            self._value = text
        elif name == "f":
            self._formula = text
        else:
            self._value += text

    def _end_cell(self) -> None:
        """Keep a cell that has something in it."""
        if self._formula is not None:
            self._filled[self._column] = Formula(f"={self._formula}")
        elif self._value:
            value = self._cells.value(self._kind, self._style, self._value)
            if value is not None:
                self._filled[self._column] = value


def _refuse_entity(*_declaration: object) -> None:
    """Stop at the first declaration."""
    raise EntitiesDeclaredError
