"""What the rules propose of a year's scores, and where their figures begin: at the instrument's own bands."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ita_desktop.domain.instrument import ToolKind
from ita_desktop.domain.numbers import rounded
from ita_desktop.domain.plan.findings import Finding, Heading, Reason, Rule, Rules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from fractions import Fraction

    from ita_desktop.domain.instrument import Instrument, Item, Tool

FULL = Decimal(100)
FALL, APART, LOWEST = Decimal("1.00"), Decimal("5.00"), 3
URGENT_RULES = frozenset({Rule.BELOW_TARGET, Rule.NOTHING_PUBLISHED})


def default_rules(instrument: Instrument) -> Rules:
    """Return the rules to begin with: urgent below the target, to be developed below the best level."""
    best = max((band.total_at_least for band in instrument.grade_rule.bands), default=instrument.target)
    return Rules(
        rounded(instrument.target),
        rounded(max(best, instrument.target)),
        FALL,
        APART,
        LOWEST,
        zero_urgent=True,
        pairs=linked_pairs(instrument),
    )


def linked_pairs(instrument: Instrument) -> tuple[tuple[str, str], ...]:
    """Return the items of two surveys that lead to the same checklist items: the same matter, seen twice."""
    surveys = instrument.surveys
    return tuple(
        (inside.code, outside.code)
        for inside in (surveys[0].items if surveys else ())
        for tool in surveys[1:]
        for outside in tool.items
        if inside.leads_to and set(inside.leads_to) == set(outside.leads_to)
    )


def propose(
    instrument: Instrument,
    value: Callable[[str], Fraction | None],
    before: Mapping[str, Decimal],
    rules: Rules,
) -> tuple[Finding, ...]:
    """Return what the rules find, in the order of the instrument, one finding a score.

    Args:
        instrument: the year's.
        value: a score by its key; None where there is no data, which is never a finding.
        before: last year's figures that mean the same as this year's.
        rules: the figures that decide.
    """
    found = []
    for tool in instrument.tools:
        lowest = _lowest(tool, value, rules.lowest)
        for indicator in tool.indicators:
            found.append(_of_indicator(indicator.code, value, before, rules))
            found += [_of_item(tool, item, value, before, rules, lowest) for item in indicator.items]
    return tuple(finding for finding in found if finding is not None)


def _of_indicator(
    code: str, value: Callable[[str], Fraction | None], before: Mapping[str, Decimal], rules: Rules
) -> Finding | None:
    """Look at an indicator."""
    score = _shown(value(code))
    if score is None:
        return None
    return _finding(code, [*_limits(score, rules), *_fall(code, score, before, rules)])


def _of_item(
    tool: Tool,
    item: Item,
    value: Callable[[str], Fraction | None],
    before: Mapping[str, Decimal],
    rules: Rules,
    lowest: Mapping[str, Decimal],
) -> Finding | None:
    """Look at an item."""
    score = _shown(value(item.code))
    if score is None:
        return None
    reasons = [*_limits(score, rules), *_fall(item.code, score, before, rules)]
    if tool.kind is ToolKind.CHECKLIST:
        reasons += _of_checklist(score, rules)
    elif score >= (_shown(value(tool.code)) or FULL):
        # Hardly any question is answered alike by all: what is better than its own survey is left alone.
        reasons = [reason for reason in reasons if reason.rule is not Rule.BELOW_BEST]
    reasons += _apart(item.code, score, value, rules)
    if item.code in lowest:
        reasons.append(Reason(Rule.LOWEST, score, lowest[item.code], tool.code))
    return _finding(item.code, reasons)


def _finding(code: str, reasons: list[Reason]) -> Finding | None:
    """Put the reasons under the heading of the gravest; None without one."""
    if not reasons:
        return None
    urgent = any(reason.rule in URGENT_RULES for reason in reasons)
    return Finding(code, Heading.URGENT if urgent else Heading.DEVELOP, reasons=tuple(reasons))


def _limits(score: Decimal, rules: Rules) -> Iterator[Reason]:
    """Hold a score against the two limits."""
    if score < rules.urgent_below:
        yield Reason(Rule.BELOW_TARGET, score, rules.urgent_below)
    elif score < rules.develop_below:
        yield Reason(Rule.BELOW_BEST, score, rules.develop_below)


def _fall(code: str, score: Decimal, before: Mapping[str, Decimal], rules: Rules) -> Iterator[Reason]:
    """Hold a score against last year's."""
    then = before.get(code)
    if then is not None and rules.fall > 0 and then - score >= rules.fall:
        yield Reason(Rule.FELL, score, then)


def _of_checklist(score: Decimal, rules: Rules) -> Iterator[Reason]:
    """Look at what is published: nothing at all, or not all of it."""
    if score == 0 and rules.zero_urgent:
        yield Reason(Rule.NOTHING_PUBLISHED, score, FULL)
    elif 0 < score < FULL:
        yield Reason(Rule.INCOMPLETE, score, FULL)


def _apart(
    code: str, score: Decimal, value: Callable[[str], Fraction | None], rules: Rules
) -> Iterator[Reason]:
    """Hold the lower of two linked items against the higher: that side sees what the other does not."""
    for pair in rules.pairs:
        if code in pair:
            other = pair[0] if pair[1] == code else pair[1]
            theirs = _shown(value(other))
            if theirs is not None and rules.apart > 0 and theirs - score >= rules.apart:
                yield Reason(Rule.APART, score, theirs, other)


def _lowest(tool: Tool, value: Callable[[str], Fraction | None], count: int) -> dict[str, Decimal]:
    """Return the lowest items of a survey below its own score, with that score; ties all count as one."""
    whole = _shown(value(tool.code))
    if tool.kind is ToolKind.CHECKLIST or whole is None or count < 1:
        return {}
    scores = {item.code: score for item in tool.items if (score := _shown(value(item.code))) is not None}
    ranked = sorted(score for score in scores.values() if score < whole)
    if not ranked:
        return {}
    limit = ranked[min(count, len(ranked)) - 1]
    return {code: whole for code, score in scores.items() if score <= limit and score < whole}


def _shown(value: Fraction | None) -> Decimal | None:
    """Return a score as people see it: a rule must not differ from what stands on the page."""
    return rounded(value) if value is not None else None
