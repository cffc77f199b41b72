"""Invented offices that send packages: a whole year of answers, made by chance that repeats."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

from ita_desktop.domain.answers import tally_lines
from ita_desktop.domain.grading import grade_sheet
from ita_desktop.domain.instrument_file import parse
from ita_desktop.domain.office import Office
from ita_desktop.domain.packages.keys import Side
from ita_desktop.domain.scoring import ScoreSheet, score_instrument, sheet_of
from ita_desktop.exchange.package import write_package
from ita_desktop.exchange.package_label import label_of, safe_code
from ita_desktop.exchange.payload import YearData, result_files
from ita_desktop.exchange.plain_files import json_bytes
from ita_desktop.exchange.sealing.key_file import new_keys
from ita_desktop.services.instruments import instrument_text
from tests.helpers.offices import NOW

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping
    from pathlib import Path

    from ita_desktop.domain.instrument import Instrument, Tool
    from ita_desktop.domain.packages.keys import OwnKeys
    from ita_desktop.exchange.package_zip import Source

PROGRAM = "ITA Desktop test"


@dataclass(frozen=True, slots=True)
class Year:
    """An invented year: its score and the files that a package of it holds."""

    sheet: ScoreSheet
    files: Mapping[str, Source]


def invented_year(chance: random.Random, forms: int = 60, year: int = 2568, text: str = "") -> Year:
    """Make a year of so many forms a part; better offices and worse ones, by chance."""
    text = text or instrument_text(year)
    instrument = parse(text)
    bent = chance.uniform(0.5, 4)
    lines = {
        part.code: [_line(chance, tool, bent) for _ in range(forms)]
        for tool, part in instrument.survey_parts()
    }
    tallies = {
        part.code: tally_lines(part.code, tool, lines[part.code]) for tool, part in instrument.survey_parts()
    }
    results = _results(chance, instrument)
    sheet = sheet_of(score_instrument(instrument, tallies, results))
    band = grade_sheet(instrument.grade_rule, sheet)
    data = YearData(instrument, text, sheet, band.label if band else "", {}, tallies, lines, 10)
    checklist = [{"code": code, "result": str(result)} for code, result in results.items()]
    return Year(sheet, {**result_files(data), "oit/oit.json": json_bytes(checklist)})


def _line(chance: random.Random, tool: Tool, bent: float) -> str:
    """Fill one form; the higher `bent`, the better the answers."""
    picked = []
    for question in tool.form:
        scores = [choice.score or Fraction(0) for choice in question.choices]
        best_first = sorted(range(len(scores)), key=lambda place: -scores[place])
        picked.append(best_first[int(chance.random() ** bent * len(scores))] + 1)
    return "".join(map(str, picked))


def _results(chance: random.Random, instrument: Instrument) -> dict[str, Fraction | None]:
    """Judge the checklist, in steps that people can write."""
    codes = [item.code for tool in instrument.checklists for item in tool.items]
    return {code: Fraction(chance.choice((0, 50, 100, 100, 100))) for code in codes}


@dataclass(slots=True)
class Sender:
    """An invented office with its key, and the number and digest of what it sent last."""

    office: Office
    keys: OwnKeys
    number: int = 0
    digest: str = ""
    year: int = 2568
    sent: list[Path] = field(default_factory=list)

    def send(self, folder: Path, year: Year) -> Path:
        """Write its next package into a folder."""
        label = replace(
            label_of(self.office, self.year, self.number + 1, NOW + timedelta(days=self.number), PROGRAM),
            parts=("results", "oit"),
            previous=self.digest,
        )
        receipt = write_package(folder, label, year.files, keys=self.keys)
        self.number, self.digest = self.number + 1, receipt.digest
        self.sent.append(receipt.path)
        return receipt.path


def sender(code: str, name: str = "", kind: str = "เทศบาลตำบล", province: str = "ตัวอย่าง") -> Sender:
    """Make an office and its keys."""
    office = Office(name or f"เทศบาลตำบลสมมติ {code}", kind=kind, province=province, code=code)
    return Sender(office, new_keys(office.name, safe_code(code), Side.OFFICE))
