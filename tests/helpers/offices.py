"""Offices to test on: real instruments, made-up answers."""

from __future__ import annotations

from datetime import UTC, datetime
from fractions import Fraction
from typing import TYPE_CHECKING

from ita_desktop.domain.answers import PartTally, Tally
from ita_desktop.domain.instrument_file import parse
from ita_desktop.domain.office import Office
from ita_desktop.services import workspace
from ita_desktop.services.instruments import instrument_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ita_desktop.domain.instrument import Instrument, Question, Tool
    from ita_desktop.services.workspace import Workspace

NOW = datetime(2025, 5, 9, 14, 2, tzinfo=UTC)
"""A Friday in fiscal year 2568."""

INVENTED = Office(
    "เทศบาลตำบลตัวอย่าง", province="ตัวอย่าง", code="99999", website="https://www.tambon-tuayang.go.th"
)


def instrument_of(year: int) -> Instrument:
    """Return an instrument that comes with the program."""
    return parse(instrument_text(year))


def new_workspace(folder: Path, year: int = 2568, text: str | None = None) -> Workspace:
    """Make an empty office file in `folder`."""
    path = folder / "ทดสอบ.ita"
    return workspace.create(path, INVENTED, text or instrument_text(year), lambda: NOW)


def best_choice(question: Question) -> int:
    """Return the place from the left of the choice worth most."""
    scores = [choice.score or Fraction(0) for choice in question.choices]
    return scores.index(max(scores)) + 1


def worst_choice(question: Question) -> int:
    """Return the place from the left of the choice worth least."""
    scores = [choice.score if choice.score is not None else Fraction(100) for choice in question.choices]
    return scores.index(min(scores)) + 1


def best_tally(tool: Tool, part: str, respondents: int) -> PartTally:
    """Return the counts of a part in which everyone chose the best choice."""
    return PartTally(part, respondents, {q.code: _all_at(q, respondents) for q in tool.questions})


def _all_at(question: Question, respondents: int) -> Tally:
    """Return a question's tally with everyone at the best choice."""
    counts = [0] * len(question.choices)
    counts[best_choice(question) - 1] = respondents
    return Tally(tuple(counts))


def moved(tally: PartTally, tool: Tool, moves: Mapping[str, Mapping[int, int]]) -> PartTally:
    """Return the counts with `moves[question][choice]` people moved from the best choice to another."""
    questions = dict(tally.questions)
    for question in tool.questions:
        counts = list(questions[question.code].counts)
        for choice, people in moves.get(question.code, {}).items():
            counts[choice - 1] += people
            counts[best_choice(question) - 1] -= people
        questions[question.code] = Tally(tuple(counts))
    return PartTally(tally.part, tally.respondents, questions)


def rangsit(instrument: Instrument, o2: int) -> tuple[dict[str, PartTally], dict[str, Fraction | None]]:
    """Return the counts behind a city's published 2568 result (figures only), with o2 as given."""
    tools = {tool.code: tool for tool in instrument.tools}
    iit, eit = tools["IIT"], tools["EIT"]
    questions = {question.code: question for question in (*iit.questions, *eit.questions)}
    one_worst = {code: {worst_choice(questions[code]): 1} for code in questions}
    inside = moved(best_tally(iit, "IIT", 188), iit, {code: one_worst[code] for code in ("i2", "i9")})
    outside_moves = {question.code: one_worst[question.code] for question in eit.questions}
    outside_moves["e2"] = {1: 1, 5: 1}
    outside = moved(best_tally(eit, "EIT1", 560), eit, outside_moves)
    tallies = {"IIT": inside, "EIT1": outside, "EIT2": best_tally(eit, "EIT2", 200)}
    results: dict[str, Fraction | None] = {item.code: Fraction(100) for item in tools["OIT"].items}
    return tallies, {**results, "o2": Fraction(o2)}
