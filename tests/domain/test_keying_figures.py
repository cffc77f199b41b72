"""Promises of a clerk's figures: pauses are no keying time, and no time of day is kept."""

from __future__ import annotations

from dataclasses import fields
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.keying_figures import PAUSE_MS, Pace, Spell


def watched(*moments: int) -> Spell:
    """Press a key at each moment."""
    pace = Pace()
    for moment in moments:
        pace.key(moment)
    return pace.take()


def test_keys_in_a_row_are_keying_time() -> None:
    """Three keys, one second apart."""
    assert watched(5_000, 6_000, 7_000) == Spell(keys=3, active_ms=2_000)


def test_a_gap_above_half_a_minute_is_a_pause() -> None:
    """Exactly half a minute is still keying: a page was turned."""
    assert watched(0, PAUSE_MS) == Spell(keys=2, active_ms=PAUSE_MS)
    assert watched(0, PAUSE_MS + 1) == Spell(keys=2, pauses=1, paused_ms=PAUSE_MS + 1)


def test_leaving_the_page_is_no_pause() -> None:
    """Lunch is nobody's business."""
    pace = Pace()
    pace.key(0)
    pace.rest()
    pace.key(3_600_000)
    assert pace.take() == Spell(keys=2)


def test_what_was_taken_is_not_counted_again() -> None:
    """Kept after each form, added up to the same."""
    pace = Pace()
    pace.key(0)
    pace.key(400)
    pace.form()
    first = pace.take()
    pace.key(1_000)
    assert (first, pace.take()) == (Spell(1, 2, 400), Spell(0, 1, 600))


@given(st.lists(st.integers(0, 10**9)))
def test_all_time_between_the_first_key_and_the_last_is_keying_or_pause(moments: list[int]) -> None:
    """Nothing is lost, nothing counted twice."""
    moments.sort()
    spell = watched(*moments)
    assert spell.keys == len(moments)
    assert spell.active_ms + spell.paused_ms == (moments[-1] - moments[0] if moments else 0)


def test_a_clock_that_was_set_back_takes_nothing_away() -> None:
    """No negative time."""
    assert watched(5_000, 1_000, 2_000) == Spell(keys=3, active_ms=1_000)


def test_rates_are_by_the_hour_of_keying() -> None:
    """13.5 seconds a form are 267 an hour; before any keying time there is no rate."""
    spell = Spell(forms=300, keys=9_000, active_ms=4_050_000)
    assert (spell.forms_per_hour, spell.keys_per_hour) == (Decimal(267), Decimal(8000))
    assert (Spell(1, 1).forms_per_hour, Spell(1, 1).keys_per_hour) == (None, None)


def test_a_spell_knows_durations_only() -> None:
    """Not when: that, beside who came when, could name a respondent."""
    assert [each.name for each in fields(Spell)] == ["forms", "keys", "active_ms", "pauses", "paused_ms"]
