"""All that is told of published figures beside the computed ones: differences, causes, contradictions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.domain.comparison import (
    Difference,
    Explanation,
    differences,
    explain,
    out_of_reach,
    within_reach,
)
from ita_desktop.domain.contradictions import Contradiction, contradictions
from ita_desktop.domain.explaining_pairs import explain_by_pairs

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal
    from fractions import Fraction

    from ita_desktop.domain.answers import PartTally
    from ita_desktop.domain.instrument import Instrument
    from ita_desktop.domain.scoring import ScoreSheet


@dataclass(frozen=True, slots=True)
class Beside:
    """`pairs` are looked for only where no single result explains; `unexplained`: figures of surveys."""

    differences: tuple[Difference, ...]
    explanations: tuple[Explanation, ...]
    pairs: tuple[tuple[Explanation, Explanation], ...]
    contradictions: tuple[Contradiction, ...]
    unexplained: tuple[str, ...]


def beside(
    instrument: Instrument,
    tallies: Mapping[str, PartTally],
    results: Mapping[str, Fraction | None],
    sheet: ScoreSheet,
    published: Mapping[str, Decimal],
) -> Beside:
    """Hold published figures against the sheet and against each other."""
    found = differences(sheet, published)
    beyond = out_of_reach(instrument, found)
    reach = within_reach(instrument, published, beyond)
    figures = {key: value for key, value in published.items() if key in reach}
    single = explain(instrument, tallies, results, figures)
    pairs = () if single else explain_by_pairs(instrument, tallies, results, figures)
    return Beside(found, single, pairs, contradictions(instrument, published), beyond)
