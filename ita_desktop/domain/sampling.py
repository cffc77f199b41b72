"""How many must answer, by the instrument's rule. ITAS's own figure, where typed in, wins over it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ita_desktop.domain.instrument import SampleRule


def required_respondents(rule: SampleRule, head_count: int) -> int:
    """Return the least number of respondents for a head count: a share, with a floor and a ceiling.

    Where fewer than the floor exist, all of them.
    """
    share = math.ceil(rule.share_percent * head_count / 100)
    wanted = max(share, rule.minimum)
    if rule.maximum is not None:
        wanted = min(wanted, rule.maximum)
    return min(wanted, head_count)
