"""Published figures out of a table that somebody copied: from a spreadsheet, a report, a web page.

A line begins with the code of a score (`IIT`, `9.1`, `o2`) or with the word for the total; its figure is in
the column headed "ประกาศ", else it is the last number of the line. What cannot be read is given back, never
guessed: a figure in the wrong place would be believed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from ita_desktop.domain.thai_text import arabic_digits

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

NUMBER = re.compile(r"\d{1,3}(?:\.\d+)?")
TOTALS = ("total", "คะแนนรวม", "คะแนนเฉลี่ย", "ภาพรวม", "รวม")
PUBLISHED_HEADING = "ประกาศ"


@dataclass(frozen=True, slots=True)
class ReadFigures:
    """Figures by score key, and the lines that name no score or hold no figure from 0 to 100."""

    figures: Mapping[str, Decimal]
    refused: tuple[str, ...]


def read_figures(text: str, keys: Collection[str]) -> ReadFigures:
    """Read a copied table; headings and empty lines are passed over. `keys` are the year's score keys."""
    by_name = {key.casefold(): key for key in keys} | dict.fromkeys(TOTALS, "total")
    found: dict[str, Decimal] = {}
    refused = []
    column: int | None = None
    for line in arabic_digits(text).splitlines():
        cells = [cell.strip() for cell in line.split("\t")] if "\t" in line else line.split()
        if PUBLISHED_HEADING in cells and not found:
            column = cells.index(PUBLISHED_HEADING)
            continue
        if not any(cells):
            continue
        key, figure = _key(cells, by_name), _figure(cells, column)
        if key is not None and figure is not None and key not in found:
            found[key] = figure
        elif key is None or figure is not None or column is None:
            refused.append(line.strip())
    return ReadFigures(found, tuple(refused))


def _key(cells: list[str], by_name: Mapping[str, str]) -> str | None:
    """The score that a line is about: the first word of its first cell that is filled."""
    words = next((cell.split() for cell in cells if cell), [])
    return by_name.get(words[0].rstrip(".:").casefold()) if words else None


def _figure(cells: list[str], column: int | None) -> Decimal | None:
    """The figure of a line, two decimals; None without one or outside 0 to 100."""
    if column is not None:
        places = cells[column : column + 1]
    else:
        places = [cell for cell in cells[1:] if NUMBER.fullmatch(cell.replace(",", "."))][-1:]
    text = places[0].replace(",", ".") if places else ""
    if not NUMBER.fullmatch(text):
        return None
    value = Decimal(text)
    return value.quantize(Decimal("0.01")) if value <= 100 else None  # noqa: PLR2004 - scores run to 100
