"""From second keyings to what the report says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.keying_quality import KeyingQuality
from ita_desktop.domain.numbers import rounded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_desktop.services.verification_report import PartVerification


def keying_quality(parts: Iterable[PartVerification]) -> tuple[KeyingQuality, ...]:
    """Return the parts of which a random sample was compared: of the others no rate is known."""
    return tuple(found for part in parts if (found := _of(part)) is not None)


def _of(part: PartVerification) -> KeyingQuality | None:
    """Return what is known of one part's keying."""
    sampled, found = part.sampled, part.found
    rate, ends = sampled.rate, sampled.interval
    if rate is None or ends is None:
        return None
    return KeyingQuality(
        part.part.code,
        part.part.title,
        part.forms,
        sampled.forms,
        sampled.fields,
        sampled.keyer_errors,
        rounded(rate * 100),
        rounded(ends[0] * 100),
        rounded(ends[1] * 100),
        found.forms,
        found.keyer_errors,
        found.undecided,
        sum(bool(each.plan and each.plan.called_off) for each in part.batches),
        sum(each.same_person for each in part.batches),
    )
