"""Every score of an instrument by key, in the order of its tree, whether it has data or not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.domain.scoring import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_desktop.domain.instrument import Indicator, Instrument


@dataclass(frozen=True, slots=True)
class ScoreKey:
    """A score that can be published: `title` as the instrument has it, empty for the total."""

    key: str
    title: str
    level: Level


def score_keys(instrument: Instrument) -> tuple[ScoreKey, ...]:
    """Return total, tools, parts, indicators, sub-indicators and items; what stands in several parts once."""
    return tuple({each.key: each for each in _walk(instrument)}.values())


def _walk(instrument: Instrument) -> Iterator[ScoreKey]:
    """Walk the instrument from above. A part that is its whole tool has the tool's key."""
    yield ScoreKey("total", "", Level.TOTAL)
    for tool in instrument.tools:
        yield ScoreKey(tool.code, tool.title, Level.TOOL)
        if len(tool.parts) > 1:
            yield from (ScoreKey(part.code, part.title, Level.PART) for part in tool.parts)
        for indicator in tool.indicators:
            yield from _below(indicator)


def _below(indicator: Indicator) -> Iterator[ScoreKey]:
    """Walk an indicator: itself, its own items, then sub-indicators with theirs."""
    yield ScoreKey(indicator.code, indicator.title, Level.INDICATOR)
    grouped = {item.code for sub in indicator.sub_indicators for item in sub.items}
    for item in indicator.items:
        if item.code not in grouped:
            yield ScoreKey(item.code, item.text, Level.ITEM)
    for sub in indicator.sub_indicators:
        yield ScoreKey(sub.code, sub.title, Level.SUB_INDICATOR)
        yield from (ScoreKey(item.code, item.text, Level.ITEM) for item in sub.items)
