"""How sure the scores are, as the report's table has it: the total, the tools, and the parts with forms."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ita_desktop.domain.report_sure import SureLine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_desktop.domain.intervals import Interval
    from ita_desktop.domain.report import ReportContent
    from ita_desktop.services.respondents import Certainty

CENT = Decimal("0.01")


def sure_lines(certainty: Certainty, content: ReportContent) -> tuple[SureLine, ...]:
    """Return the lines; a tool that is its own only part stands once, with its forms."""
    return tuple(_lines(certainty, content))


def _lines(certainty: Certainty, content: ReportContent) -> Iterator[SureLine]:
    """Yield the total, then tool by tool."""
    yield _line("total", "", certainty.total)
    parts = {part.part.code: part for part in certainty.parts}
    for tool in content.tools:
        own = [part for part in parts.values() if part.tool.code == tool.key]
        if len(own) != 1:
            yield _line(tool.key, tool.title, certainty.tools[tool.key])
        for part in own:
            silent = _figure(part.silent)
            yield _line(
                part.part.code, part.part.title, part.whole, forms=part.forms, heads=part.heads, silent=silent
            )


def _line(
    key: str,
    title: str,
    found: Interval,
    *,
    forms: int | None = None,
    heads: int | None = None,
    silent: Decimal | None = None,
) -> SureLine:
    """Make the line of an interval."""
    low, high = _figure(found.low), _figure(found.high)
    return SureLine(key, title, _figure(found.score), low, high, found.basis, forms, heads, silent)


def _figure(value: float | None) -> Decimal | None:
    """Round for print; an estimate's last digit is no promise."""
    return Decimal(value).quantize(CENT) if value is not None else None
