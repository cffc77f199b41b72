"""The year's result as the papers tell it: facts in the order of the page, figures rounded, no sentences.

Why a shape of its own: a paper is read by strangers. What could name a respondent is taken out here, where it
can be tested, and not by whoever draws the table. None is "no data", never 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from ita_desktop.domain.contradictions import Contradiction
    from ita_desktop.domain.keying_quality import KeyingQuality
    from ita_desktop.domain.office import Office
    from ita_desktop.domain.plan.papers import FindingLine
    from ita_desktop.domain.report_sure import SureLine


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """A score of a table: tool, part or indicator. `share` is its percentage of the total, if it has one."""

    key: str
    title: str
    score: Decimal | None
    published: Decimal | None = None
    respondents: int | None = None
    share: Decimal | None = None
    parts: tuple[ScoreLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of a level: `key` (`total` or a part) needs `needed`; `met` is None without data."""

    key: str
    title: str
    needed: Decimal
    score: Decimal | None
    met: bool | None


@dataclass(frozen=True, slots=True)
class LevelLine:
    """A level of the grade rule with its conditions; `reached` marks the year's level."""

    label: str
    meaning: str
    conditions: tuple[Condition, ...]
    reached: bool


@dataclass(frozen=True, slots=True)
class YearLine:
    """A year in the comparison of years: its total, its tools by code, the level of its own rule.

    `unlike`: score keys that mean something else than in the paper's year; None where nobody knows.
    """

    year: int
    total: Decimal | None
    tools: tuple[tuple[str, Decimal | None], ...]
    level: str
    unlike: tuple[str, ...] | None = ()


@dataclass(frozen=True, slots=True)
class ProfileCell:
    """A group of respondents; count and percentage are None where they could name somebody."""

    label: str
    count: int | None
    percent: Decimal | None


@dataclass(frozen=True, slots=True)
class ProfileTable:
    """One characteristic of the respondents (age, sex, level)."""

    title: str
    cells: tuple[ProfileCell, ...]


@dataclass(frozen=True, slots=True)
class PartProfile:
    """Who answered a part. `tables` is empty where so few answered that any table could name them."""

    code: str
    title: str
    tool: str
    collected_by: str
    respondents: int
    tables: tuple[ProfileTable, ...]


@dataclass(frozen=True, slots=True)
class ChoiceShare:
    """How many took a choice, in the order of the form from the left."""

    label: str
    score: Decimal
    count: int
    percent: Decimal


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """One question's answers; `choices` is empty where no figure may be shown."""

    code: str
    text: str
    score: Decimal | None
    choices: tuple[ChoiceShare, ...]
    answered: int
    blank: int
    unreadable: int
    double: int


@dataclass(frozen=True, slots=True)
class ItemResult:
    """An item in one part: its questions, more than one where it has sub-questions. `text` is its own."""

    code: str
    text: str
    score: Decimal | None
    questions: tuple[QuestionResult, ...]


@dataclass(frozen=True, slots=True)
class PartItems:
    """An indicator's items as one part answered them; `hidden` where too few answered to show how."""

    code: str
    title: str
    respondents: int
    hidden: bool
    items: tuple[ItemResult, ...]


@dataclass(frozen=True, slots=True)
class CheckLine:
    """A checklist item with its result, the instrument's word for that, and where the proof is published."""

    code: str
    text: str
    score: Decimal | None
    step: str
    link: str


@dataclass(frozen=True, slots=True)
class CheckGroup:
    """A sub-indicator with its items; both names are empty for items that stand in the indicator itself."""

    code: str
    title: str
    score: Decimal | None
    lines: tuple[CheckLine, ...]


@dataclass(frozen=True, slots=True)
class IndicatorResult:
    """An indicator: of a survey with `parts`, of a checklist with `groups`."""

    code: str
    title: str
    tool: str
    score: Decimal | None
    parts: tuple[PartItems, ...] = ()
    groups: tuple[CheckGroup, ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """A published figure that is not the computed one."""

    key: str
    title: str
    published: Decimal
    computed: Decimal | None
    size: Decimal | None


@dataclass(frozen=True, slots=True)
class Hint:
    """One item's other result under which every published figure would come out."""

    item: str
    present: Decimal
    value: Decimal


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A measure as a row of the plan."""

    indicator: str
    indicator_title: str
    title: str
    finding: str
    steps: str
    start: date | None
    end: date | None
    owner: str


@dataclass(frozen=True, slots=True)
class WeakItem:
    """An item below the full score, with the instrument's advice; `urgent` where it is below the target."""

    code: str
    text: str
    score: Decimal
    guidance: str
    leads_to: tuple[tuple[str, str], ...]
    urgent: bool


@dataclass(frozen=True, slots=True)
class ToolSummary:
    """A tool in the account of the year: its score and its items below full, weakest first."""

    code: str
    title: str
    checklist: bool
    score: Decimal | None
    indicators: tuple[ScoreLine, ...]
    full_items: tuple[str, ...]
    weak: tuple[WeakItem, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overall:
    """The year's total as published and as computed, with the level of each; provisional while tools lack."""

    computed: Decimal | None
    computed_level: str
    published: Decimal | None
    published_level: str
    provisional: Decimal | None
    provisional_level: str
    target: Decimal

    @property
    def score(self) -> Decimal | None:
        """The score that a paper reports: the published one where there is one, else the computed one."""
        return self.published if self.published is not None else self.computed

    @property
    def level(self) -> str:
        """The level that belongs to `score`."""
        return self.published_level if self.published is not None else self.computed_level


@dataclass(frozen=True, slots=True)
class ReportContent:
    """Everything that a paper about the year's result can say.

    `unexplained`: keys of survey figures that differ, which no checklist result could be the cause of.
    `decided`: the findings that people took, which stand in place of those that scores alone would give.
    `title`, `digits` and `remarks` are what a person wrote over the proposal; empty keeps it.
    """

    office: Office
    year: int
    overall: Overall
    tools: tuple[ScoreLine, ...]
    levels: tuple[LevelLine, ...]
    bands: tuple[tuple[str, Decimal], ...]
    years: tuple[YearLine, ...]
    profiles: tuple[PartProfile, ...]
    indicators: tuple[IndicatorResult, ...]
    gaps: tuple[Gap, ...]
    hints: tuple[Hint, ...]
    agreeing: int
    missing: tuple[str, ...]
    incomplete: tuple[str, ...]
    plan: tuple[PlanLine, ...]
    summaries: tuple[ToolSummary, ...]
    findings_headings: tuple[str, ...]
    small_cell: int
    keying: tuple[KeyingQuality, ...] = ()
    sure: tuple[SureLine, ...] = ()
    unexplained: tuple[str, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    decided: tuple[FindingLine, ...] = ()
    title: str = ""
    digits: str = ""
    remarks: tuple[str, ...] = ()
