"""Promises about the draw: in proportion, repeatable, and checkable with nothing but SHA-256."""

from __future__ import annotations

import hashlib
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.draw import Head, draw, list_digest, shares_of
from ita_desktop.domain.roster_problems import DrawTooLarge

HEADS = [Head(number, (f"กอง{number % 3}", "ก" if number % 2 else "ข")) for number in range(1, 61)]


def test_a_draw_is_the_same_for_ever() -> None:
    """These numbers stand on paper in offices: no change of the program may draw others."""
    assert draw(HEADS, 6, "20260119").numbers == (3, 18, 55, 22, 17, 14)


def test_a_stranger_can_check_it_by_hand() -> None:
    """In a stratum the smallest SHA-256 of `seed:number` win."""
    drawn = draw(HEADS, 12, "7")
    for share in drawn.shares:
        numbers = [head.number for head in HEADS if head.stratum == share.stratum]
        lots = sorted(numbers, key=lambda number: hashlib.sha256(f"7:{number}".encode()).hexdigest())
        assert set(lots[: share.drawn]) == set(numbers) & set(drawn.numbers)


@given(
    st.dictionaries(st.tuples(st.text(max_size=3), st.text(max_size=3)), st.integers(1, 60), min_size=1),
    st.floats(0, 1),
)
def test_shares_are_in_proportion(counts: dict[tuple[str, str], int], part: float) -> None:
    """Each is the exact share rounded down or up, never more than there are, and the sum is the size."""
    heads = sum(counts.values())
    size = int(heads * part)
    shares = shares_of(counts, size)
    assert sum(share.drawn for share in shares) == size
    for share in shares:
        assert abs(share.drawn - size * share.heads / heads) < 1
        assert share.drawn <= share.heads


def test_the_order_of_the_list_does_not_matter() -> None:
    """A sorted roster is the same roster."""
    assert draw(HEADS[::-1], 10, "x") == draw(HEADS, 10, "x")


def test_another_seed_draws_others_and_another_list_has_another_digest() -> None:
    """What differs can be told apart: the seed, or the list."""
    assert draw(HEADS, 10, "1").numbers != draw(HEADS, 10, "2").numbers
    assert list_digest(HEADS) != list_digest(HEADS[1:])


def test_every_head_is_as_likely_as_another() -> None:
    """Over many seeds nobody is drawn twice as often as another."""
    counts = Counter(number for seed in range(600) for number in draw(HEADS, 12, str(seed)).numbers)
    assert len(counts) == len(HEADS)
    assert max(counts.values()) < 1.5 * min(counts.values())


def test_more_than_there_are_cannot_be_drawn() -> None:
    """It is told, with both numbers."""
    with pytest.raises(DrawTooLarge) as caught:
        draw(HEADS, 61, "1")
    assert (caught.value.wanted, caught.value.heads) == (61, 60)
