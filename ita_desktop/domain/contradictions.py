"""Published figures that cannot all be true: a mean that its own parts, as printed, do not make.

Every printed figure stands for an interval of half a cent either way. A parent whose interval does not meet
the one that its children make contradicts them, whatever was computed here. What is not printed is bridged
by what lies below it, so that two parts speak for their tool.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from ita_desktop.domain.instrument import ToolKind
from ita_desktop.domain.numbers import rounded, weighted_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from decimal import Decimal

    from ita_desktop.domain.instrument import Indicator, Instrument, Tool

HALF_CENT = Fraction(5, 1000)
ONE = Fraction(1)


@dataclass(frozen=True, slots=True)
class Range:
    """From the least to the most that a printed score can have been."""

    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True)
class Contradiction:
    """`published` for `key`, though the published `parts` below it make a score from `low` to `high`."""

    key: str
    published: Decimal
    low: Decimal
    high: Decimal
    parts: tuple[str, ...]


Terms = tuple[tuple[str, Fraction], ...]
"""What a score is the mean of: keys with their weights."""


def contradictions(instrument: Instrument, published: Mapping[str, Decimal]) -> tuple[Contradiction, ...]:
    """Return every published figure that the published figures below it cannot make."""
    tree: dict[str, list[Terms]] = {}
    for key, terms in _terms(instrument):
        tree.setdefault(key, []).append(terms)
    return tuple(found for key in published for found in _against(key, tree, published))


def _against(
    key: str, tree: Mapping[str, Sequence[Terms]], published: Mapping[str, Decimal]
) -> Iterator[Contradiction]:
    """Hold a figure against each way in which it is made; a tool is made of parts, and of indicators."""
    stated = _range_of(published[key])
    for terms in tree.get(key, ()):
        made = _made(terms, tree, published)
        if made is not None and (made.high < stated.low or made.low > stated.high):
            parts = tuple(part for part, _ in terms)
            yield Contradiction(key, published[key], rounded(made.low), rounded(made.high), parts)


def _range_of(figure: Decimal) -> Range:
    """What may have been rounded to a printed figure."""
    return Range(Fraction(figure) - HALF_CENT, Fraction(figure) + HALF_CENT)


def _known(key: str, tree: Mapping[str, Sequence[Terms]], published: Mapping[str, Decimal]) -> Range | None:
    """What is known of a score: as published, else as made of what is published below it."""
    if key in published:
        return _range_of(published[key])
    ranges = (_made(terms, tree, published) for terms in tree.get(key, ()))
    return next((each for each in ranges if each is not None), None)


def _made(
    terms: Terms, tree: Mapping[str, Sequence[Terms]], published: Mapping[str, Decimal]
) -> Range | None:
    """The mean of what is known; None while anything lacks."""
    pairs = [(_known(key, tree, published), weight) for key, weight in terms]
    known = [(each, weight) for each, weight in pairs if each is not None]
    low = weighted_mean((each.low, weight) for each, weight in known)
    high = weighted_mean((each.high, weight) for each, weight in known)
    return Range(low, high) if len(known) == len(terms) and low is not None and high is not None else None


def _terms(instrument: Instrument) -> Iterator[tuple[str, Terms]]:
    """Yield every mean of the instrument: its key and what it is made of."""
    yield "total", tuple((tool.code, tool.weight) for tool in instrument.tools)
    for tool in instrument.tools:
        parts = tuple((part.code, part.weight) for part in tool.parts)
        if len(parts) > 1:
            yield tool.code, parts
        if tool.indicators:
            yield tool.code, tuple((indicator.code, ONE) for indicator in tool.indicators)
        for indicator in tool.indicators:
            yield from _indicator_terms(tool, indicator)


def _indicator_terms(tool: Tool, indicator: Indicator) -> Iterator[tuple[str, Terms]]:
    """Yield the means below an indicator; a checklist may weigh sub-indicators alike, or by their items."""
    if tool.kind is ToolKind.SURVEY:
        if indicator.items:
            yield indicator.code, tuple((item.code, ONE) for item in indicator.items)
        return
    groups = [
        (sub.code, ONE if tool.by_sub_indicator else Fraction(len(sub.items)))
        for sub in indicator.sub_indicators
    ]
    terms = (*((item.code, ONE) for item in indicator.direct_items), *groups)
    if terms:
        yield indicator.code, terms
    for sub in indicator.sub_indicators:
        if sub.items:
            yield sub.code, tuple((item.code, ONE) for item in sub.items)
