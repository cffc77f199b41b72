"""Promises of `support.clock`: one clock, which a test can set."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from ita_desktop.support import clock


def test_the_clock_tells_the_computers_time_with_its_zone() -> None:
    """Unset, it is the present, and the moment carries a zone."""
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(minutes=1)  # noqa: TID251 - what it is compared with
    assert clock.now().tzinfo is not None


def test_a_frozen_clock_stands_still_and_goes_on_afterwards() -> None:
    """Within the block it is always the same moment; after it the real one again."""
    moment = datetime(2025, 4, 1, 12, tzinfo=UTC)
    with clock.frozen(moment):
        assert clock.now() == moment
        assert clock.today() == date(2025, 4, 1)
    assert clock.now() != moment
