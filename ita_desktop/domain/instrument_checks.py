"""What no single place of an instrument file can show: codes that meet, and links that lead nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.instrument_mistakes import MistakeKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_desktop.domain.instrument import Indicator, Instrument, Item, Tool
    from ita_desktop.domain.instrument_mistakes import Mistakes

RESERVED = ("total", "serial")
"""The name of the weighted total among the results, and the first column of a workbook of answers."""


def check_whole(instrument: Instrument, mistakes: Mistakes) -> None:
    """Note every mistake that lies between the parts of a file rather than in one of them."""
    _check_score_keys(instrument, mistakes)
    _check_profiles(instrument, mistakes)
    _check_links(instrument, mistakes)
    _check_parts(instrument, mistakes)
    _check_successors(instrument, mistakes)
    _unique(((f"calendar[{i}].code", each.code) for i, each in enumerate(instrument.calendar)), mistakes)
    _unique(
        ((f"grade_rules[{i}].code", each.code) for i, each in enumerate(instrument.grade_rules)), mistakes
    )


def _unique(
    codes: Iterable[tuple[str, str]], mistakes: Mistakes, taken: dict[str, str] | None = None
) -> dict[str, str]:
    """Note codes met twice; capitals make no difference, for nobody tells i1 from I1 over a column."""
    found = dict(taken or {})
    for place, code in codes:
        if not code:
            continue
        key = code.casefold()
        if key in found:
            mistakes.add(place, MistakeKind.DUPLICATE_CODE, f"{code} {found[key]}".rstrip())
        else:
            found[key] = place
    return found


def _check_score_keys(instrument: Instrument, mistakes: Mistakes) -> None:
    """Check that everything with a score has a name of its own, since results are looked up by it."""
    taken = dict.fromkeys(RESERVED, "")
    keys = (key for i, tool in enumerate(instrument.tools) for key in _score_keys(f"tools[{i}]", tool))
    _unique(keys, mistakes, taken)


def _score_keys(place: str, tool: Tool) -> Iterator[tuple[str, str]]:
    """Yield place and code of a tool and of all below it."""
    yield f"{place}.code", tool.code
    if [part.code for part in tool.parts] != [tool.code]:  # a single part may be called like its tool
        for i, part in enumerate(tool.parts):
            yield f"{place}.parts[{i}].code", part.code
    for i, indicator in enumerate(tool.indicators):
        at = f"{place}.indicators[{i}]"
        yield f"{at}.code", indicator.code
        for j, sub in enumerate(indicator.sub_indicators):
            yield f"{at}.sub_indicators[{j}].code", sub.code
        yield from _item_keys(at, indicator)


def _item_keys(at: str, indicator: Indicator) -> Iterator[tuple[str, str]]:
    """Yield place and code of items and sub-questions."""
    for place, item in _items(at, indicator):
        yield f"{place}.code", item.code
        if not (len(item.questions) == 1 and item.questions[0].code == item.code):
            for i, question in enumerate(item.questions):
                yield f"{place}.questions[{i}].code", question.code


def _items(at: str, indicator: Indicator) -> Iterator[tuple[str, Item]]:
    """Yield the items of an indicator with their places."""
    for i, item in enumerate(indicator.direct_items):
        yield f"{at}.items[{i}]", item
    for i, sub in enumerate(indicator.sub_indicators):
        for j, item in enumerate(sub.items):
            yield f"{at}.sub_indicators[{i}].items[{j}]", item


def _check_profiles(instrument: Instrument, mistakes: Mistakes) -> None:
    """Check that no question about the respondent is called like another column of the answers."""
    columns = dict.fromkeys(RESERVED, "")
    for i, tool in enumerate(instrument.tools):
        for j, indicator in enumerate(tool.indicators):
            for place, code in _item_keys(f"tools[{i}].indicators[{j}]", indicator):
                columns.setdefault(code.casefold(), place)
    for i, tool in enumerate(instrument.tools):
        codes = ((f"tools[{i}].profile[{j}].code", each.code) for j, each in enumerate(tool.profile))
        _unique(codes, mistakes, columns)


def _check_links(instrument: Instrument, mistakes: Mistakes) -> None:
    """Check that a weak item points to something that can be published: an item of a checklist."""
    known = {item.code for tool in instrument.checklists for item in tool.items}
    for i, tool in enumerate(instrument.tools):
        for j, indicator in enumerate(tool.indicators):
            for place, item in _items(f"tools[{i}].indicators[{j}]", indicator):
                for k, code in enumerate(item.leads_to):
                    if code and code not in known:
                        mistakes.add(f"{place}.leads_to[{k}]", MistakeKind.UNKNOWN_ITEM, code)


def _check_parts(instrument: Instrument, mistakes: Mistakes) -> None:
    """Check that levels and sample rules speak of tools and parts that there are."""
    known = {code for tool in instrument.tools for code in (tool.code, *(part.code for part in tool.parts))}
    for i, rule in enumerate(instrument.grade_rules):
        for j, band in enumerate(rule.bands):
            for k, code in enumerate(band.each_of):
                if code and code not in known:
                    mistakes.add(f"grade_rules[{i}].bands[{j}].each_of[{k}]", MistakeKind.UNKNOWN_PART, code)
    answered = {part.code for _, part in instrument.survey_parts()}
    for i, sample in enumerate(instrument.sample_rules):
        if sample.part and sample.part not in answered:
            mistakes.add(f"sample_rules[{i}].part", MistakeKind.UNKNOWN_PART, sample.part)
    _unique(
        ((f"sample_rules[{i}].part", each.part) for i, each in enumerate(instrument.sample_rules)), mistakes
    )


def _check_successors(instrument: Instrument, mistakes: Mistakes) -> None:
    """Check that what an older year's item has become is an item of this year."""
    known = {item.code for tool in instrument.tools for item in tool.items}
    for old, new in instrument.successors:
        if new and new not in known:
            mistakes.add(f"successors.{old}", MistakeKind.UNKNOWN_ITEM, new)
