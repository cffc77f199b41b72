"""Which figures of two years mean the same: by name, for codes stay while what they stand for changes.

The total is comparable where the tools and their weights are the same, a tool where code and kind are, an
indicator where its title is. What is not comparable may still be shown, but not as a rise or a fall.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.domain.thai_text import search_key

if TYPE_CHECKING:
    from ita_desktop.domain.instrument import Instrument


@dataclass(frozen=True, slots=True)
class Comparability:
    """Score keys of this year that mean the same as in `year`, and those that do not; same items counted."""

    year: int
    alike: tuple[str, ...]
    unlike: tuple[str, ...]
    same_items: int


def comparability(now: Instrument, then: Instrument) -> Comparability:
    """Compare the shapes of two years' instruments down to the indicators, and count the same items."""
    tools = {tool.code: tool for tool in then.tools}
    titles = {each.code: search_key(each.title) for each in then.indicators}
    weights = {tool.code: tool.weight for tool in now.tools}
    found = {"total": weights == {code: tool.weight for code, tool in tools.items()}}
    for tool in now.tools:
        found[tool.code] = tool.code in tools and tools[tool.code].kind is tool.kind
    for indicator in now.indicators:
        found[indicator.code] = titles.get(indicator.code) == search_key(indicator.title)
    before = {(item.code, item.text) for tool in then.tools for item in tool.items}
    same = sum((item.code, item.text) in before for tool in now.tools for item in tool.items)
    alike = tuple(key for key, agrees in found.items() if agrees)
    unlike = tuple(key for key, agrees in found.items() if not agrees)
    return Comparability(then.fiscal_year, alike, unlike, same)
