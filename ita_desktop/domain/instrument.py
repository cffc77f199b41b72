"""A fiscal year's instrument: what is asked, how it is scored and graded. Data, never code.

The shape of the assessment: an instrument has *tools* (IIT, EIT, OIT); a tool has *parts* (who collects:
EIT part 1 and part 2) and *indicators*; an indicator has *items*, in a checklist grouped by
*sub-indicators*; a survey item has one question, or several sub-questions. `instrument_file` reads it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction


class ToolKind(Enum):
    """Whether people answer questions or someone checks what is published."""

    SURVEY = "survey"
    CHECKLIST = "checklist"


class ProfilePlace(Enum):
    """Where the printed form has the questions about the respondent."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a question, in its place from the left; profile choices carry no score."""

    label: str
    score: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What one answer answers: an item, a sub-question of an item, or a question about the respondent."""

    code: str
    text: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One item (ข้อ): in a survey with its question or sub-questions, in a checklist with its components."""

    code: str
    text: str
    questions: tuple[Question, ...] = ()
    note: str = ""
    leads_to: tuple[str, ...] = ()
    components: tuple[str, ...] = ()
    guidance: str = ""


@dataclass(frozen=True, slots=True)
class SubIndicator:
    """A group of checklist items under an indicator, e.g. 9.1."""

    code: str
    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator (ตัวชี้วัด). `sub_indicators` is empty where the items stand in it directly."""

    code: str
    title: str
    direct_items: tuple[Item, ...] = ()
    sub_indicators: tuple[SubIndicator, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        """All items, in the order of the form."""
        return self.direct_items + tuple(item for sub in self.sub_indicators for item in sub.items)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a tool: the same items for other people. A tool without parts has one of its own name."""

    code: str
    title: str
    weight: Fraction
    collected_by: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One result that a checklist item can have."""

    score: Fraction
    label: str


@dataclass(frozen=True, slots=True)
class Tool:
    """IIT, EIT or OIT: a questionnaire or a checklist with its weight in the total.

    `by_sub_indicator`: items average into their sub-indicator first, sub-indicators into the indicator.
    `incomplete`: what is not known of it, in words; empty where all is known.
    """

    code: str
    kind: ToolKind
    title: str
    weight: Fraction
    parts: tuple[Part, ...]
    indicators: tuple[Indicator, ...]
    profile: tuple[Question, ...] = ()
    profile_place: ProfilePlace = ProfilePlace.BEFORE
    open_question: str = ""
    steps: tuple[Step, ...] = ()
    by_sub_indicator: bool = True
    incomplete: str = ""

    @property
    def items(self) -> tuple[Item, ...]:
        """All items in the order of the form."""
        return tuple(item for indicator in self.indicators for item in indicator.items)

    @property
    def questions(self) -> tuple[Question, ...]:
        """All scored questions in the order of the form, sub-questions in their place."""
        return tuple(question for item in self.items for question in item.questions)

    @property
    def form(self) -> tuple[Question, ...]:
        """All questions in the order of the printed form, those about the respondent where it has them."""
        if self.profile_place is ProfilePlace.BEFORE:
            return self.profile + self.questions
        return self.questions + self.profile


@dataclass(frozen=True, slots=True)
class Band:
    """A level: reached by the total, and by each of `each_of` where `each_at_least` is set."""

    label: str
    total_at_least: Fraction
    each_at_least: Fraction | None = None
    each_of: tuple[str, ...] = ()
    meaning: str = ""
    passes: bool = True


@dataclass(frozen=True, slots=True)
class GradeRule:
    """Levels from the best to the worst; the first band whose conditions hold is the level.

    `first_year` to `last_year` are the fiscal years that the rule judges (0: open end).
    """

    code: str
    title: str
    bands: tuple[Band, ...]
    compare_rounded: bool = True
    first_year: int = 0
    last_year: int = 0

    def judges(self, year: int) -> bool:
        """Tell whether the rule was in force in a fiscal year."""
        return self.first_year <= year and (not self.last_year or year <= self.last_year)


@dataclass(frozen=True, slots=True)
class SampleRule:
    """How many must answer: a share of the head count, `minimum` or all if fewer, at most `maximum`."""

    part: str
    share_percent: Fraction
    minimum: int
    maximum: int | None = None


@dataclass(frozen=True, slots=True)
class Activity:
    """A step of the year: months and days of the Christian calendar year `year` (both ends included)."""

    code: str
    title: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class RosterRule:
    """Who belongs on the rosters: levels, kinds and matters offered, and the year of service needed."""

    levels: tuple[str, ...] = ()
    minimum_service_years: int = 1
    cut_off: str = ""
    external_kinds: tuple[str, ...] = ()
    matters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Instrument:
    """The whole of a fiscal year's instrument. `unconfirmed` and `sources` say what is not sure, and why.

    `revision` counts the corrections of one year's file: of two files of a year the higher one is newer.
    """

    fiscal_year: int
    title: str
    tools: tuple[Tool, ...]
    grade_rules: tuple[GradeRule, ...]
    target: Fraction
    sample_rules: tuple[SampleRule, ...] = ()
    roster: RosterRule = field(default_factory=RosterRule)
    calendar: tuple[Activity, ...] = ()
    findings_headings: tuple[str, ...] = ()
    successors: tuple[tuple[str, str], ...] = ()
    unconfirmed: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    revision: int = 1

    @property
    def grade_rule(self) -> GradeRule:
        """The rule in force: the first one; the others are kept for comparison."""
        return self.grade_rules[0]

    def grade_rule_of(self, year: int) -> GradeRule | None:
        """Return the rule that judged a past fiscal year, or None if the file does not say."""
        return next((rule for rule in self.grade_rules if rule.judges(year)), None)

    @property
    def surveys(self) -> tuple[Tool, ...]:
        """The tools that people answer."""
        return tuple(tool for tool in self.tools if tool.kind is ToolKind.SURVEY)

    @property
    def checklists(self) -> tuple[Tool, ...]:
        """The tools that are checked."""
        return tuple(tool for tool in self.tools if tool.kind is ToolKind.CHECKLIST)

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """All indicators in order."""
        return tuple(indicator for tool in self.tools for indicator in tool.indicators)

    def survey_parts(self) -> Iterator[tuple[Tool, Part]]:
        """Yield every (tool, part) that takes questionnaires."""
        for tool in self.surveys:
            for part in tool.parts:
                yield tool, part

    def tool_of_part(self, part: str) -> Tool:
        """Return the tool that holds part `part`; KeyError if there is none."""
        for tool in self.tools:
            if any(each.code == part for each in tool.parts):
                return tool
        raise KeyError(part)

    def item(self, code: str) -> Item:
        """Return the item of that code; KeyError if there is none."""
        for indicator in self.indicators:
            for item in indicator.items:
                if item.code == code:
                    return item
        raise KeyError(code)
