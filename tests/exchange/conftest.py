"""What the tests of workbooks and packages share: the 2568 instrument, a workbook maker."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook

from ita_desktop.domain.instrument_file import parse
from ita_desktop.services.instruments import instrument_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from ita_desktop.domain.instrument import Instrument

BookMaker = "Callable[[Mapping[str, Sequence[Sequence[Any]]]], Path]"


@pytest.fixture(scope="session")
def instrument() -> Instrument:
    """The instrument of 2568 that comes with the program."""
    return parse(instrument_text(2568))


@pytest.fixture
def make_book(empty_folder: Path) -> Callable[[Mapping[str, Sequence[Sequence[Any]]]], Path]:
    """Make a workbook as Excel would: rows of values by sheet name."""

    def make(sheets: Mapping[str, Sequence[Sequence[Any]]]) -> Path:
        book = Workbook()
        book.remove(book.worksheets[0])
        for name, rows in sheets.items():
            sheet = book.create_sheet(name)
            for row in rows:
                sheet.append(list(row))
        path = empty_folder / "ข้อมูล.xlsx"
        book.save(path)
        return path

    return make
