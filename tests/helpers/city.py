"""A city's published year 2568, figures only: what its report printed, and an office keyed from the counts.

Every table of that report is here as printed. What does not come out of the counts is told apart in
`tests/services/test_published_city.py`, each with what explains it.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ita_desktop.domain.answers import CHOICE_SYMBOLS, Mark
from ita_desktop.domain.batches import Batch, Questionnaire
from ita_desktop.domain.checklist import CheckEntry
from ita_desktop.models import questionnaire_store
from tests.helpers.offices import new_workspace, rangsit

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ita_desktop.domain.answers import PartTally
    from ita_desktop.domain.instrument import Question, Tool
    from ita_desktop.services.workspace import Workspace

PROFILES: Mapping[str, Mapping[str, tuple[tuple[int, str], ...]]] = {
    "IIT": {
        "age": ((0, "0.00"), (32, "17.02"), (45, "23.94"), (70, "37.23"), (38, "20.21"), (3, "1.60")),
        "sex": ((70, "37.23"), (118, "62.77"), (0, "0.00")),
        "education": (
            (1, "0.53"), (26, "13.83"), (21, "11.17"), (102, "54.26"), (38, "20.21"), (0, "0.00"),
        ),
        "level": ((10, "5.32"), (17, "9.04"), (53, "28.19"), (108, "57.45")),
        "tenure": ((0, "0.00"), (61, "32.45"), (29, "15.42"), (98, "52.13")),
    },
    "EIT1": {
        "age": ((0, "0.00"), (61, "10.89"), (57, "10.18"), (101, "18.04"), (140, "25.00"), (201, "35.89")),
        "sex": ((223, "39.82"), (334, "59.64"), (3, "0.54")),
        "education": (
            (149, "26.61"), (206, "36.79"), (52, "9.28"), (134, "23.93"), (17, "3.03"), (2, "0.36"),
        ),
        "status": ((535, "95.54"), (19, "3.39"), (0, "0.00"), (6, "1.07")),
        "matter": ((183, "32.68"), (11, "1.96"), (57, "10.18"), (309, "55.18")),
    },
}  # fmt: skip
"""Count and share of each group, as printed: all ten tables."""

BEST_RIGHT = ("0.00", "0.00", "0.00", "0.00", "0.00", "100.00")
BEST_LEFT = tuple(reversed(BEST_RIGHT))
ONE_OF_560 = ("0.18", "0.00", "0.00", "0.00", "0.00", "99.82")
ITEMS: Mapping[str, tuple[tuple[str, ...], str]] = {
    **dict.fromkeys(("i1", "i4", "i10", "i12", "i13", "i14", "i15"), (BEST_RIGHT, "100.00")),
    **dict.fromkeys(("i5", "i6", "i7", "i8", "i11"), (BEST_LEFT, "100.00")),
    "i2": (("99.47", "0.00", "0.00", "0.00", "0.00", "0.53"), "99.47"),
    "i3": (("100.00", "0.00"), "100.00"),
    "i9": (("99.47", "0.53"), "99.47"),
    **dict.fromkeys(("e1", "e4", "e5", "e6", "e7", "e8", "e9"), (ONE_OF_560, "99.82")),
    "e2": (("0.18", "0.00", "0.00", "0.00", "0.18", "99.64"), "99.79"),
    "e3": (("99.82", "0.18"), "99.82"),
}
"""Share of each choice from the left, and the score, as printed: all 24 tables."""

CHECKLIST: Mapping[str, str] = {f"o{number}": "50.00" if number == 2 else "100.00" for number in range(1, 29)}
"""The seven printed tables of the checklist."""

AGGREGATES: Mapping[str, str] = {
    "total": "99.70", "IIT": "99.93", "EIT1": "99.82", "EIT2": "100.00", "OIT": "99.38", "1": "99.82",
    "4": "100.00", "5": "100.00", "6": "99.91", "7": "99.91", "8": "99.91", "9": "98.75", "10": "100.00",
}  # fmt: skip
"""What was printed of totals, tools, parts and indicators, in tables and in the plan."""

TOTAL_2567 = "98.25"
"""The report says "+1.45 above last year"; the year before is nowhere printed."""


def city_office(folder: Path, o2: int = 50) -> Workspace:
    """Make the office's file: forms that count up to the printed tables, and the printed figures beside."""
    office = new_workspace(folder)
    tallies, results = rangsit(office.session.instrument, o2)
    for tool, part in office.session.instrument.survey_parts():
        _key(office, tool, tallies[part.code])
    for code, result in results.items():
        office.checklist.save(CheckEntry(code, result))
    office.results.put_published_many(2568, {key: Decimal(figure) for key, figure in AGGREGATES.items()})
    office.results.put_published(2567, "total", Decimal(TOTAL_2567))
    return office


def _key(office: Workspace, tool: Tool, tally: PartTally) -> None:
    """Key forms that count up to a tally and to the part's printed profile."""
    columns = [_column(question, tally) for question in tool.form]
    lines = ["".join(symbols) for symbols in zip(*columns, strict=True)]
    with office.session.drafting() as transaction:
        batch = questionnaire_store.add_batch(transaction, office.year, Batch(tally.part, 1))
        forms = [Questionnaire(batch, serial, line) for serial, line in enumerate(lines, 1)]
        questionnaire_store.add(transaction, office.year, tally.part, forms)


def _column(question: Question, tally: PartTally) -> str:
    """The answers to one question, one symbol a form."""
    known = tally.questions.get(question.code)
    printed = PROFILES.get(tally.part, {}).get(question.code, ())
    counts = known.counts if known is not None else tuple(count for count, _ in printed)
    symbols = "".join(CHOICE_SYMBOLS[place] * count for place, count in enumerate(counts))
    return symbols[: tally.respondents].ljust(tally.respondents, Mark.BLANK.value)
