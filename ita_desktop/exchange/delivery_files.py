"""An office's year read out of its package, from the plain tables that `payload` writes."""

from __future__ import annotations

import json
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from ita_desktop.domain.answers import PartTally, Tally
from ita_desktop.domain.headquarters.delivery import Delivery, OfficeLabel, Told
from ita_desktop.domain.numbers import mean, rounded
from ita_desktop.domain.packages.problems import PackageRefused, RefusalKind
from ita_desktop.exchange.bag import PAYLOAD
from ita_desktop.exchange.package_label import safe_code

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ita_desktop.domain.instrument import Instrument
    from ita_desktop.exchange.package_verify import Glance

INSTRUMENT, SCORES = "instrument.json", "results/scores.json"
ITEMS, CHECKLIST = "results/items.json", "oit/oit.json"
LARGEST = 20_000_000
"""Bytes of one of these files: they are read into memory whole."""
MOST_FORMS = 10_000_000
_UNREADABLE = (ValueError, KeyError, TypeError, AttributeError, InvalidOperation, RecursionError)
_MARKS = {"ไม่ตอบ": "blank", "อ่านไม่ออก": "unreadable", "ตอบสองตัวเลือก": "double"}


class DeliveryReader:
    """Reads a package that was checked whole; PackageRefused (`content-broken`) names the file at fault."""

    def __init__(self, path: Path, seen: Glance) -> None:
        """Read from a package that is open; its payload must have been checked."""
        self._path, self._seen = path, seen

    def instrument_text(self) -> str:
        """Return the instrument that the office worked with."""
        try:
            return self._bytes(INSTRUMENT).decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise self._broken(INSTRUMENT) from error

    def delivery(self, instrument: Instrument, text: str) -> Delivery:
        """Return the office's year."""
        label = self._seen.label
        office = OfficeLabel(safe_code(label.office_code), label.office, label.office_kind, label.province)
        return Delivery(
            office, label.fiscal_year, label.number, self._seen.digest, label.previous, self._path.name,
            label.made_at, text, self._told(), self._tallies(instrument), self._results(),
        )  # fmt: skip

    def _told(self) -> tuple[Told, ...]:
        """Return the scores as the office said them; what stands in two parts as the mean of both."""
        try:
            found: dict[str, list[dict[str, Any]]] = {}
            for row in self._rows(SCORES):
                found.setdefault(str(row["code"]), []).append(row)
            return tuple(_told_once(key, rows) for key, rows in found.items())
        except _UNREADABLE as error:
            raise self._broken(SCORES) from error

    def _tallies(self, instrument: Instrument) -> dict[str, PartTally]:
        """Return the counts by part; the respondents are those who answered or left out any one question."""
        try:
            rows = self._rows(ITEMS)
            parts = dict.fromkeys(str(row["part"]) for row in rows)
            return {part: _tally(instrument, part, rows) for part in parts}
        except _UNREADABLE as error:
            raise self._broken(ITEMS) from error

    def _results(self) -> dict[str, Fraction | None]:
        """Return the checklist's results; none where the office left the checklist at home."""
        if f"{PAYLOAD}{CHECKLIST}" not in self._seen.hashes:
            return self._results_told()
        try:
            rows = self._rows(CHECKLIST)
            return {str(row["code"]): _points(row["result"]) for row in rows}
        except _UNREADABLE as error:
            raise self._broken(CHECKLIST) from error

    def _results_told(self) -> dict[str, Fraction | None]:
        """Return every told score as a result: a checklist item's is its own score."""
        return {each.key: Fraction(each.value) if each.value is not None else None for each in self._told()}

    def _rows(self, name: str) -> list[dict[str, Any]]:
        """Read a table; ValueError if it is none."""
        rows = json.loads(self._bytes(name))
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise ValueError(name)
        return rows

    def _bytes(self, name: str) -> bytes:
        """Read a file of the payload."""
        if f"{PAYLOAD}{name}" not in self._seen.hashes:
            raise self._broken(name)
        entry = self._seen.archive.getinfo(f"{self._seen.root}/{PAYLOAD}{name}")
        if entry.file_size > LARGEST:
            raise self._broken(name)
        return self._seen.archive.read(entry)

    def _broken(self, name: str) -> PackageRefused:
        """Return the problem of a file that says something else than it should."""
        return PackageRefused(self._path, RefusalKind.CONTENT_BROKEN, name)


def _told_once(key: str, rows: list[dict[str, Any]]) -> Told:
    """Join what an office said of one key: a tool and its only part share one, as do an item's parts."""
    values = [value for row in rows if (value := _points(row["score"])) is not None]
    average = mean(values)
    published = next((row["published"] for row in rows if row["published"] is not None), None)
    return Told(
        key,
        rounded(average) if average is not None else None,
        rounded(_points(published) or Fraction(0)) if published is not None else None,
        len(set(values)) <= 1,
    )


def _points(value: object) -> Fraction | None:
    """Read a score; ValueError unless it is from 0 to 100."""
    if value is None:
        return None
    number = Decimal(str(value))
    if not number.is_finite() or not 0 <= number <= 100:  # noqa: PLR2004 - points of a hundred
        raise ValueError(value)
    return Fraction(number)


def _tally(instrument: Instrument, part: str, rows: list[dict[str, Any]]) -> PartTally:
    """Return the counts of one part; KeyError, ValueError where they do not fit the instrument."""
    tool = instrument.tool_of_part(part)
    mine: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        if row["part"] == part:
            mine.setdefault(str(row["code"]), []).append(row)
    questions = {
        question.code: _question(len(question.choices), mine[question.code]) for question in tool.questions
    }
    return PartTally(part, max(map(_asked, questions.values()), default=0), questions)


def _asked(tally: Tally) -> int:
    """Return how many had a question before them."""
    return tally.answered + tally.blank + tally.unreadable + tally.double


def _question(choices: int, rows: list[dict[str, Any]]) -> Tally:
    """Return the counts of one question."""
    counts, marks = [0] * choices, dict.fromkeys(_MARKS.values(), 0)
    for row in rows:
        place, times = int(row["choice"]), _times(row)
        if place:
            counts[_place(place, choices)] = times
        else:
            marks[_MARKS[row["label"]]] = times
    return Tally(tuple(counts), **marks)


def _times(row: Mapping[str, Any]) -> int:
    """Read a count; ValueError for one that no office has."""
    times = row["count"]
    if type(times) is not int or not 0 <= times <= MOST_FORMS:
        raise ValueError(times)
    return times


def _place(place: int, choices: int) -> int:
    """Return a choice's place from 0; ValueError if there is none."""
    if not 1 <= place <= choices:
        raise ValueError(place)
    return place - 1
