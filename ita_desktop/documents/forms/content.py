"""What one part's form asks, in the order of the paper: read from the instrument, whatever its shape."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.documents.forms import texts
from ita_desktop.domain.instrument import ProfilePlace

if TYPE_CHECKING:
    from ita_desktop.domain.instrument import Instrument, Item, Part, Question, Tool


@dataclass(frozen=True, slots=True)
class Section:
    """A headed group of questions: either those about the respondent or the items of one indicator."""

    title: str
    profile: tuple[Question, ...] = ()
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class FormContent:
    """A part's form before anyone places it. `part_number` counts the instrument's survey parts from 1."""

    instrument: Instrument
    tool: Tool
    part: Part
    part_number: int
    sections: tuple[Section, ...]

    @property
    def title(self) -> str:
        """The tool's title with its short name."""
        if self.tool.code in self.tool.title:
            return self.tool.title
        return f"{self.tool.title} ({self.tool.code})"

    @property
    def part_title(self) -> str:
        """The part's own title; empty where the tool has but one part."""
        return self.part.title if len(self.tool.parts) > 1 else ""


def form_content(instrument: Instrument, part_code: str) -> FormContent:
    """Gather what the form of a survey part asks; KeyError if the instrument has no such part."""
    for number, (tool, part) in enumerate(instrument.survey_parts(), 1):
        if part.code == part_code:
            return FormContent(instrument, tool, part, number, tuple(_sections(tool)))
    raise KeyError(part_code)


def _sections(tool: Tool) -> list[Section]:
    indicators = [
        Section(texts.indicator(each.code, each.title), items=each.items)
        for each in tool.indicators
        if any(item.questions for item in each.items)
    ]
    if not tool.profile:
        return indicators
    profile = Section(texts.PROFILE, profile=tool.profile)
    if tool.profile_place is ProfilePlace.BEFORE:
        return [profile, *indicators]
    return [*indicators, profile]
