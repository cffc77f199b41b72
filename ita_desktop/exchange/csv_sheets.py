"""A CSV file as one sheet: UTF-8 with or without its mark, UTF-16, or Windows-874 of older Thai Excel.

Cells are text, as they stand in the file; what begins with `=` is refused like any formula, for the next
program that opens it would run it.
"""

from __future__ import annotations

import codecs
import csv
import io
from typing import TYPE_CHECKING

from ita_desktop.domain.problems import CellFault, CellProblem, WorkbookRefused
from ita_desktop.domain.progress import EVERY, Stage, unwatched
from ita_desktop.exchange.sheet_rows import MOST_BYTES, MOST_ROWS, Row, Sheet

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.domain.progress import Watch

SUFFIXES = frozenset({".csv", ".tsv", ".txt"})
SEPARATORS = ",;\t|"
_SAMPLE = 20
"""Lines in which separators are counted: titles stand above the header, and have none."""

_LEGACY = "cp874"
_BLANK = " \t\r\n\u00a0\u200b\ufeff"


def is_csv(path: Path) -> bool:
    """Tell by its name whether a file is a CSV: there is nothing else to tell it by."""
    return path.suffix.lower() in SUFFIXES


def read_csv(path: Path, data: bytes, watch: Watch = unwatched) -> Sheet:
    """Return the rows of a CSV file.

    Raises:
        WorkbookRefused: it is no text, or larger than any office's list.
    """
    if len(data) > MOST_BYTES:
        _refuse(path, CellFault.TOO_LARGE)
    text = _decoded(path, data)
    rows: list[Row] = []
    try:
        for number, cells in enumerate(
            csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text)), 1
        ):
            filled = {column: cell for column, cell in enumerate(cells, 1) if cell.strip(_BLANK)}
            if filled:
                rows.append(Row(number, dict(filled)))
                if not len(rows) % EVERY:
                    watch(Stage.READING, len(rows))
            if len(rows) > MOST_ROWS:
                _refuse(path, CellFault.TOO_LARGE)
    except csv.Error:  # a field without end: no list of people
        _refuse(path, CellFault.NOT_A_WORKBOOK)
    return Sheet(path.stem[:31], tuple(rows))


def _decoded(path: Path, data: bytes) -> str:
    """Return the text: UTF-8 wherever it can be, for Thai in Windows-874 is never valid UTF-8."""
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if wide else ("utf-8-sig", _LEGACY):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" in text:
            break
        return text
    _refuse(path, CellFault.NOT_A_WORKBOOK)
    return ""


def _separator(text: str) -> str:
    """Return the separator that most of the first lines have most of."""
    lines = text.splitlines()[:_SAMPLE]
    return max(
        SEPARATORS, key=lambda sign: (sum(line.count(sign) for line in lines), -SEPARATORS.index(sign))
    )


def _refuse(path: Path, fault: CellFault) -> None:
    """Refuse the file as a whole."""
    raise WorkbookRefused(path, (CellProblem("", "", fault),))
