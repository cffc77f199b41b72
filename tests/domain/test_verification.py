"""Promises of second keying and third reading: who learns what, who erred, and when the rest is asked for."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.batches import Batch
from ita_desktop.domain.error_rates import Comparison, exact_interval
from ita_desktop.domain.numbers import rounded
from ita_desktop.domain.second_keying import Compared, Disputed, Stage, standing
from ita_desktop.domain.verification import (
    Outcome,
    PlaceState,
    Plan,
    Press,
    SampleRule,
    draw_sample,
    judge,
    press,
)

SYMBOLS = "123456-?*"
WIDTH = 20
PLAN = Plan(1, 568, SampleRule())


def pressed(first: str, *symbols: str) -> list[Press]:
    """Press keys at one question whose first keying is `first`; return how it stands after each."""
    steps = [Press(PlaceState.NOT_KEYED, "")]
    for symbol in symbols:
        steps.append(press(steps[-1].state, steps[-1].symbol, symbol, first))
    return steps[1:]


# A press


def test_a_key_that_agrees_settles_the_question() -> None:
    """One press, no slip."""
    assert pressed("3", "3") == [Press(PlaceState.AGREED, "3")]


def test_a_key_that_differs_is_doubted_and_the_same_key_insists() -> None:
    """The tone, a look at the paper, the same key: it goes to the third reading."""
    assert [each.state for each in pressed("3", "4", "4")] == [PlaceState.DOUBTED, PlaceState.DISPUTED]
    assert not any(each.slip for each in pressed("3", "4", "4"))


def test_a_slip_that_the_second_clerk_corrects_is_kept_as_his() -> None:
    """The tone, a look at the paper, another key that agrees."""
    assert pressed("3", "4", "3")[-1] == Press(PlaceState.AGREED, "3", slip=True)


def test_going_back_to_what_agreed_and_keying_otherwise_is_a_dispute() -> None:
    """Both had slipped alike by chance, and the second clerk noticed."""
    assert pressed("3", "3", "4")[-1] == Press(PlaceState.DISPUTED, "4", slip=True)


@given(st.sampled_from(SYMBOLS), st.lists(st.sampled_from(SYMBOLS), min_size=1, max_size=9))
def test_nobody_can_press_on_until_the_keyings_match(first: str, keys: list[str]) -> None:
    """After a difference one more press is judged; from then on no press changes or tells anything."""
    steps = pressed(first, *keys)
    told = 0
    for before, after in pairwise(steps):
        told += before.state is PlaceState.DOUBTED
        if before.state is PlaceState.DISPUTED:
            assert after == replace(before, slip=False)
    assert told <= 1


@given(st.sampled_from(SYMBOLS), st.lists(st.sampled_from(SYMBOLS), min_size=1, max_size=6))
def test_a_question_agrees_exactly_where_both_keyings_are_the_same(first: str, keys: list[str]) -> None:
    """A settled question never says what is not so."""
    last = pressed(first, *keys)[-1]
    assert (last.state is PlaceState.AGREED) == (last.symbol == first)


# The third reading


def test_the_third_reading_says_who_erred() -> None:
    """One of the two was right, or, when it is read twice as neither, nobody."""
    assert judge("3", "4", "", "4") is Outcome.KEYER_ERRED
    assert judge("3", "4", "", "3") is Outcome.VERIFIER_ERRED
    assert judge("3", "4", "", "5") is Outcome.READ_AGAIN
    assert judge("3", "4", "5", "5") is Outcome.BOTH_ERRED
    assert judge("3", "4", "5", "3") is Outcome.VERIFIER_ERRED


# The sample


@given(st.sets(st.integers(1, 10_000), max_size=60), st.integers(0, 60), st.integers(0, 999_999))
def test_a_sample_can_be_drawn_again_from_its_seed(serials: set[int], size: int, seed: int) -> None:
    """Of the right size, without doubles, from the batch, the same each time."""
    sample = draw_sample(serials, size, seed)
    assert len(sample) == min(size, len(serials)) == len(set(sample))
    assert set(sample) <= serials
    assert draw_sample(sorted(serials, reverse=True), size, seed) == sample


def test_the_sample_is_the_same_in_every_version_of_the_program() -> None:
    """The printed seed is worth something only if it draws the same years later (checked with sha256sum)."""
    assert draw_sample(range(1, 101), 10, 2568) == (11, 39, 44, 50, 53, 66, 85, 86, 95, 100)


def test_every_form_is_as_likely_as_any_other() -> None:
    """Over 2,000 seeds each of 20 forms is drawn about 500 times out of 2,000 (4.6 standard deviations)."""
    times = dict.fromkeys(range(1, 21), 0)
    for seed in range(2000):
        for serial in draw_sample(times, 5, seed):
            times[serial] += 1
    assert all(410 < each < 590 for each in times.values())


@pytest.mark.parametrize(("forms", "size"), [(0, 0), (4, 4), (10, 10), (99, 10), (101, 11), (300, 30)])
def test_the_sample_is_a_tenth_at_least_ten_at_most_all(forms: int, size: int) -> None:
    """The usual rule."""
    assert SampleRule().size(forms) == size


# Error rates


@pytest.mark.parametrize(
    ("errors", "fields", "low", "high"),
    [
        (0, 200, "0.0000", "0.0183"),
        (1, 10, "0.0025", "0.4450"),
        (5, 10, "0.1871", "0.8129"),
        (10, 10, "0.6915", "1.0000"),
    ],
)
def test_the_interval_is_that_of_clopper_and_pearson(errors: int, fields: int, low: str, high: str) -> None:
    """Figures as the tables have them."""
    ends = exact_interval(errors, fields)
    assert [str(rounded(end, 4)) for end in ends] == [low, high]


@given(st.integers(1, 400).flatmap(lambda fields: st.tuples(st.integers(0, fields), st.just(fields))))
def test_the_interval_holds_the_rate_and_mirrors(counts: tuple[int, int]) -> None:
    """What is an error and what is not can change places."""
    errors, fields = counts
    low, high = exact_interval(errors, fields)
    mirrored = exact_interval(fields - errors, fields)
    assert 0 <= low <= Fraction(errors, fields) <= high <= 1
    assert abs(1 - mirrored[1] - low) < Fraction(1, 10**9)


def test_nothing_compared_has_no_rate() -> None:
    """No data is not 0."""
    assert (Comparison().rate, Comparison().interval, Comparison().highest_rate) == (None, None, None)
    with pytest.raises(ValueError, match="0"):
        exact_interval(0, 0)


# The stages of a batch


def again(serial: int, *disputed: Disputed) -> Compared:
    """Return a form keyed twice: all 1, but 2 the second time where it is disputed."""
    second = ["1"] * WIDTH
    for each in disputed:
        second[each.place] = "2"
    return Compared(serial, "1" * WIDTH, "".join(second), 0, disputed)


def stage_of(forms: int, compared: dict[int, Compared], plan: Plan | None = PLAN, **batch: object) -> Stage:
    """Return the stage of a batch of `forms` numbered from 1."""
    stack = replace(Batch("IIT", 1, declared=forms, keyed=forms), **batch)  # type: ignore[arg-type]
    return standing(stack, range(1, forms + 1), plan, compared).stage


SAMPLE = draw_sample(range(1, 51), 10, PLAN.seed)


def sampled(**disputes: Disputed) -> dict[int, Compared]:
    """Return the whole sample of a batch of 50, compared, with disputes in some of its forms (`f0` …)."""
    made = {serial: again(serial) for serial in SAMPLE}
    for name, each in disputes.items():
        serial = SAMPLE[int(name[1:])]
        made[serial] = again(serial, each)
    return made


KEYER, VERIFIER, OPEN = Disputed(3, symbol="2"), Disputed(3, symbol="1"), Disputed(3)


def test_a_batch_goes_from_keying_to_verified_when_the_sample_is_clean() -> None:
    """Nobody keys more than the sample."""
    assert stage_of(50, {}, None, declared=60) is Stage.KEYING
    assert stage_of(0, {}, None, declared=None) is Stage.KEYING
    assert stage_of(50, {}, None) is Stage.KEYED
    assert stage_of(50, {}) is Stage.SAMPLE_DUE
    assert stage_of(50, dict(list(sampled().items())[:9])) is Stage.SAMPLE_DUE
    assert stage_of(50, sampled()) is Stage.VERIFIED
    assert stage_of(50, sampled(), closed=True) is Stage.CLOSED


def test_errors_within_the_limit_do_not_ask_for_the_rest() -> None:
    """One wrong field of 200 is 0.5 percent: at the limit, not beyond."""
    assert stage_of(50, sampled(f0=KEYER)) is Stage.VERIFIED
    assert stage_of(50, sampled(f0=OPEN)) is Stage.DISPUTES_OPEN


def test_errors_beyond_the_limit_ask_for_the_rest() -> None:
    """Two of 200 are 1 percent; what is still undecided does not hold it up."""
    assert stage_of(50, sampled(f0=KEYER, f1=KEYER)) is Stage.REST_DUE
    assert stage_of(50, sampled(f0=KEYER, f1=KEYER, f2=OPEN)) is Stage.REST_DUE


def test_errors_of_the_second_clerk_never_ask_for_the_rest() -> None:
    """The first keying is not worse for them."""
    assert stage_of(50, sampled(f0=VERIFIER, f1=VERIFIER, f2=VERIFIER)) is Stage.VERIFIED


def test_while_third_readings_could_still_decide_it_nothing_is_asked() -> None:
    """One error decided, one open: the third reading comes first."""
    assert stage_of(50, sampled(f0=KEYER, f1=OPEN)) is Stage.SAMPLE_DONE
    assert stage_of(50, sampled(f0=KEYER, f1=VERIFIER)) is Stage.VERIFIED


def test_the_rest_keyed_again_leaves_its_disputes() -> None:
    """Then, and not before, the batch is verified."""
    rest = {serial: again(serial) for serial in range(1, 51)} | sampled(f0=KEYER, f1=KEYER)
    assert stage_of(50, rest) is Stage.VERIFIED
    assert stage_of(50, rest | {SAMPLE[2]: again(SAMPLE[2], OPEN)}) is Stage.DISPUTES_OPEN


def test_what_is_called_off_still_decides_its_disputes() -> None:
    """A known difference is never left lying."""
    plan = replace(PLAN, called_off="ส่งงานวันนี้")
    assert stage_of(50, {}, plan) is Stage.CALLED_OFF
    assert stage_of(50, {SAMPLE[0]: again(SAMPLE[0], OPEN)}, plan) is Stage.DISPUTES_OPEN


def test_a_form_that_joins_the_batch_later_may_join_the_sample() -> None:
    """The sample is drawn from what is in the batch, by the same seed."""
    stack = Batch("IIT", 1)
    now = standing(stack, range(1, 120), PLAN, sampled())
    assert now.sample == draw_sample(range(1, 120), 12, PLAN.seed)
    assert set(now.left) == set(now.sample) - set(SAMPLE)


@given(
    st.lists(st.tuples(st.sampled_from("12"), st.sampled_from("12"), st.sampled_from(["", "1", "2", "3"])))
)
def test_the_counts_of_a_form_add_up(fields: list[tuple[str, str, str]]) -> None:
    """Each decided difference is somebody's error; the undecided are nobody's yet."""
    differing = [(place, each) for place, each in enumerate(fields) if each[0] != each[1]]
    form = Compared(
        1,
        "".join(first for first, _, _ in fields),
        "".join(second for _, second, _ in fields),
        0,
        tuple(Disputed(place, symbol=symbol) for place, (_, _, symbol) in differing),
    )
    both = sum(symbol == "3" for _, (_, _, symbol) in differing)
    counts = form.counts
    assert counts.fields == len(fields)
    assert counts.keyer_errors + counts.verifier_errors - both + counts.undecided == counts.differences


def test_all_ways_two_presses_can_go_are_known() -> None:
    """Three different symbols are enough to see every case."""
    ends = {pressed("1", *keys)[-1].state for keys in product("123", repeat=2)}
    assert ends == {PlaceState.AGREED, PlaceState.DISPUTED}
