"""An old report's statements held against the open file's year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.claims import Knowledge, Verdict, check, read_claims
from ita_desktop.domain.numbers import percentages, rounded
from ita_desktop.domain.problems import DeviceFailed, FileMissing
from ita_desktop.domain.small_cells import hidden_cells

if TYPE_CHECKING:
    from decimal import Decimal
    from pathlib import Path

    from ita_desktop.services.results import YearResult


def knowledge_of(result: YearResult, small_cell: int) -> Knowledge:
    """Gather what is known of a year. Published figures speak first: reports are written from them."""
    sheet = result.sheet
    computed = {key: rounded(score.value) for key, score in sheet.by_key.items() if score.value is not None}
    scores = {**computed, **result.published}
    ordered = {key: scores[key] for key in ("total", *scores) if key in scores}
    earlier = {}
    for past in result.past:
        total = {} if past.total is None else {"total": rounded(past.total)}
        earlier[past.year] = {**total, **past.figures}
    return Knowledge(
        result.year, rounded(result.instrument.target), ordered, earlier, _shares(result, small_cell)
    )


def _shares(result: YearResult, small_cell: int) -> dict[str, Decimal]:
    """Return the respondents' shares by label, none of which could name somebody."""
    found: dict[str, Decimal] = {}
    for tool, part in result.instrument.survey_parts():
        tally = result.tallies.get(part.code)
        if tally is None or not tally.respondents:
            continue
        for question in tool.profile:
            counts = tally.questions[question.code].counts
            hidden = hidden_cells(counts, small_cell)
            for place, (choice, share) in enumerate(zip(question.choices, percentages(counts), strict=True)):
                if place not in hidden:
                    found.setdefault(choice.label, share)
    return found


def read_text(path: Path) -> str:
    """Read a text file; FileMissing, DeviceFailed. Unreadable letters are lost."""
    try:
        return path.read_text(encoding="utf-8-sig", errors="replace")
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    except OSError as error:
        raise DeviceFailed(path) from error


def check_text(result: YearResult, text: str, small_cell: int) -> tuple[Verdict, ...]:
    """Check every number of a text."""
    known = knowledge_of(result, small_cell)
    return tuple(check(claim, known) for claim in read_claims(text))
