"""Every problem in words, as the window and the command line show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.wording import (  # noqa: F401 - importing them teaches `told` their problems
    account_problems,
    checklist_problems,
    file_problems,
    headquarters_problems,
    package_problems,
    paper_problems,
    paperwork_problems,
    plan_problems,
    role_problems,
    roster_problems,
    verification_problems,
)
from ita_desktop.wording.telling import Told, told

if TYPE_CHECKING:
    from ita_desktop.domain.problems import Problem

__all__ = ["Told", "problem_lines", "problem_sentence", "told"]


def problem_sentence(problem: Problem) -> str:
    """Return the problem as one line for a person."""
    return told(problem).sentence


def problem_lines(problem: Problem) -> tuple[str, ...]:
    """Return the problem as lines: the sentence, then a line for each detail."""
    words = told(problem)
    return (words.sentence, *words.details)
