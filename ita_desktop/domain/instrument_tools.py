"""The tools of an instrument file: parts, indicators, items, sub-questions."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from ita_desktop.domain.instrument import (
    Indicator,
    Item,
    Part,
    ProfilePlace,
    Question,
    SubIndicator,
    Tool,
    ToolKind,
)
from ita_desktop.domain.instrument_json import JsonObject
from ita_desktop.domain.instrument_mistakes import MistakeKind
from ita_desktop.domain.instrument_record import read_record
from ita_desktop.domain.instrument_scales import read_choices, read_profile, read_steps
from ita_desktop.domain.instrument_spot import UNREAD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_desktop.domain.instrument_record import Record
    from ita_desktop.domain.instrument_scales import Choices, Scales
    from ita_desktop.domain.instrument_spot import Spot

WHOLE = Fraction(100)

_KEYS = ("code", "kind", "title", "weight", "indicators")
_SURVEY_KEYS = ("parts", "profile", "profile_place", "open_question", "incomplete")
_CHECKLIST_KEYS = ("by_sub_indicator", "incomplete")


def read_tools(record: Record, scales: Scales) -> tuple[Tool, ...]:
    """Read the tools, whose weights make the total."""
    tools = tuple(read_tool(spot, scales) for spot in record.spots("tools", 1))
    if tools:
        check_weights(record.fields["tools"], [tool.weight for tool in tools])
    return tools


def check_weights(spot: Spot, weights: Sequence[Fraction]) -> None:
    """Note weights that do not sum to 100; one that could not be read is a mistake of its own already."""
    if UNREAD not in weights and sum(weights) != WHOLE:
        spot.note(MistakeKind.WEIGHTS_NOT_100, str(float(sum(weights))))


def read_tool(spot: Spot, scales: Scales) -> Tool:
    """Read a questionnaire or a checklist, told apart by `kind`, or by `steps` where that is faulty."""
    fields = spot.value.fields if isinstance(spot.value, JsonObject) else {}
    kind = fields.get("kind")
    if not isinstance(kind, str) or kind not in {each.value for each in ToolKind}:
        kind = ToolKind.CHECKLIST.value if "steps" in fields else ToolKind.SURVEY.value
    if kind == ToolKind.CHECKLIST.value:
        return _read_checklist(read_record(spot, (*_KEYS, "steps"), _CHECKLIST_KEYS))
    return _read_survey(read_record(spot, _KEYS, _SURVEY_KEYS), scales)


def _read_survey(record: Record, scales: Scales) -> Tool:
    """Read a tool that people answer."""
    kind = _read_kind(record, ToolKind.SURVEY)
    code, title, incomplete = record.code("code"), record.text("title"), record.remark("incomplete")
    place = record.word("profile_place", (each.value for each in ProfilePlace)) or ProfilePlace.BEFORE.value
    return Tool(
        code=code,
        kind=kind,
        title=title,
        weight=record.number("weight", above_zero=True),
        parts=_read_parts(record, code, title),
        indicators=tuple(
            _read_survey_indicator(spot, scales, 0 if incomplete else 1)
            for spot in record.spots("indicators", 1)
        ),
        profile=tuple(read_profile(spot) for spot in record.spots("profile")),
        profile_place=ProfilePlace(place),
        open_question=record.remark("open_question"),
        incomplete=incomplete,
    )


def _read_checklist(record: Record) -> Tool:
    """Read a tool that is checked. It has one part: the same pages are not judged twice."""
    kind = _read_kind(record, ToolKind.CHECKLIST)
    code, title, incomplete = record.code("code"), record.text("title"), record.remark("incomplete")
    return Tool(
        code=code,
        kind=kind,
        title=title,
        weight=record.number("weight", above_zero=True),
        parts=(Part(code, title, WHOLE),),
        indicators=tuple(
            _read_checklist_indicator(spot, 0 if incomplete else 1) for spot in record.spots("indicators", 1)
        ),
        steps=read_steps(record),
        by_sub_indicator=record.flag("by_sub_indicator", default=True),
        incomplete=incomplete,
    )


def _read_kind(record: Record, assumed: ToolKind) -> ToolKind:
    """Return the kind as written, or the assumed one where it is missing or faulty."""
    return ToolKind(record.word("kind", (each.value for each in ToolKind)) or assumed.value)


def _read_parts(record: Record, code: str, title: str) -> tuple[Part, ...]:
    """Read who collects; a tool without parts has one of its own name."""
    if "parts" not in record:
        return (Part(code, title, WHOLE),)
    parts = []
    for spot in record.spots("parts", 1):
        part = read_record(spot, ("code", "title", "weight"), ("collected_by",))
        weight = part.number("weight", above_zero=True)
        parts.append(Part(part.code("code"), part.text("title"), weight, part.remark("collected_by")))
    if parts:
        check_weights(record.fields["parts"], [part.weight for part in parts])
    return tuple(parts)


def _read_survey_indicator(spot: Spot, scales: Scales, at_least: int) -> Indicator:
    """Read an indicator of a questionnaire; it may lack items only where the tool says it is incomplete."""
    record = read_record(spot, ("code", "title", "items"))
    items = tuple(_read_survey_item(each, scales) for each in record.spots("items", at_least))
    return Indicator(record.code("code"), record.text("title"), items)


def _read_survey_item(spot: Spot, scales: Scales) -> Item:
    """Read an item with its one question, or with sub-questions that share its choices or have their own."""
    optional = ("note", "guidance", "scale", "choices", "questions", "leads_to")
    record = read_record(spot, ("code", "text"), optional)
    code, text, choices = record.code("code"), record.text("text"), read_choices(record, scales)
    if "questions" in record:
        questions = tuple(_read_question(each, scales, choices) for each in record.spots("questions", 2))
    else:
        if choices is None:
            spot.at("scale").note(MistakeKind.MISSING)
        questions = (Question(code, text, choices or ()),)
    return Item(
        code,
        text,
        questions,
        note=record.remark("note"),
        leads_to=record.codes("leads_to"),
        guidance=record.remark("guidance"),
    )


def _read_question(spot: Spot, scales: Scales, shared: Choices | None) -> Question:
    """Read a sub-question."""
    record = read_record(spot, ("code", "text"), ("scale", "choices"))
    own = read_choices(record, scales)
    if own is None and shared is None:
        spot.at("scale").note(MistakeKind.MISSING)
    return Question(record.code("code"), record.text("text"), own if own is not None else shared or ())


def _read_checklist_indicator(spot: Spot, at_least: int) -> Indicator:
    """Read an indicator of a checklist: items in it, items in sub-indicators, or both."""
    record = read_record(spot, ("code", "title"), ("items", "sub_indicators"))
    if "items" not in record and "sub_indicators" not in record:
        spot.at("items").note(MistakeKind.MISSING)
    return Indicator(
        record.code("code"),
        record.text("title"),
        tuple(_read_checklist_item(each) for each in record.spots("items", at_least)),
        tuple(_read_sub_indicator(each, at_least) for each in record.spots("sub_indicators", at_least)),
    )


def _read_sub_indicator(spot: Spot, at_least: int) -> SubIndicator:
    """Read a group of checklist items."""
    record = read_record(spot, ("code", "title", "items"))
    items = tuple(_read_checklist_item(each) for each in record.spots("items", at_least))
    return SubIndicator(record.code("code"), record.text("title"), items)


def _read_checklist_item(spot: Spot) -> Item:
    """Read what must be published, with the components that are ticked one by one."""
    record = read_record(spot, ("code", "text"), ("note", "guidance", "components"))
    return Item(
        record.code("code"),
        record.text("text"),
        note=record.remark("note"),
        components=record.texts("components"),
        guidance=record.remark("guidance"),
    )
