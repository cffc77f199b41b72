"""Promises about offices beside each other: ranks, groups."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.headquarters.delivery import OfficeLabel
from ita_desktop.domain.headquarters.standing import Standing, grouped, ranks

TOTALS = st.lists(st.none() | st.integers(0, 10_000).map(lambda units: Decimal(units) / 100), max_size=40)


def test_equal_totals_share_a_rank_and_the_next_is_skipped() -> None:
    """90, 85, 85, 80 stand first, second, second, fourth; who has no total has no rank."""
    totals = [Decimal("85.00"), Decimal(90), None, Decimal("85.00"), Decimal(80)]
    assert ranks(totals) == (2, 1, None, 2, 4)


@given(TOTALS)
def test_a_rank_is_one_more_than_those_ahead(totals: list[Decimal | None]) -> None:
    """Whatever the totals, a rank counts exactly those that reached more."""
    for total, rank in zip(totals, ranks(totals), strict=True):
        if total is None:
            assert rank is None
        else:
            assert rank == 1 + sum(other is not None and other > total for other in totals)


def _standing(code: str, province: str, total: str | None) -> Standing:
    """Return an office that sent if it has a total."""
    at = datetime(2025, 5, 1, tzinfo=UTC) if total else None
    value = Decimal(total) if total else None
    return Standing(OfficeLabel(code, code, "", province), True, at, 1, value, "ผ่าน" if total else "")


def test_a_province_counts_who_has_sent_and_averages_only_those() -> None:
    """An office that has not sent is missing, never a zero in the mean."""
    rows = [_standing("1", "ก", "80.00"), _standing("2", "ก", "85.01"), _standing("3", "ก", None)]
    rows.append(_standing("4", "ข", None))
    first, second = grouped(rows, {each.office.code: each.office.province for each in rows})
    assert (first.name, first.expected, first.sent, first.missing) == ("ก", 3, 2, 1)
    assert first.mean == Decimal("82.51")  # 82.505, half up
    assert (first.lowest, first.highest) == (Decimal("80.00"), Decimal("85.01"))
    assert dict(first.levels) == {"ผ่าน": 2}
    assert (second.sent, second.mean) == (0, None)
