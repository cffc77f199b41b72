"""The JSON schema and the reader agree: editors warn of what the program will refuse."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from ita_desktop.domain.instrument_file import MistakeKind, parse
from tests.domain.test_instrument_mistakes import SPOILT, Spoilt
from tests.instruments.edit import (
    REMOVED,
    SCHEMA,
    changed,
    mistakes_in,
    steps_of,
    text_from,
    text_of,
    tree_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.instruments.edit import Tree

VALIDATOR = Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))

ONLY_THE_READER = {
    MistakeKind.DOUBLE_KEY.value,
    MistakeKind.BAD_NUMBER.value,  # NaN and endless numerals, which JSON itself does not know
    MistakeKind.DUPLICATE_CODE.value,
    MistakeKind.DUPLICATE.value,
    MistakeKind.UNKNOWN_SCALE.value,
    MistakeKind.UNKNOWN_ITEM.value,
    MistakeKind.UNKNOWN_PART.value,
    MistakeKind.WEIGHTS_NOT_100.value,
    MistakeKind.FLAT_SCALE.value,
    MistakeKind.BAND_ORDER.value,
    MistakeKind.BAND_NEVER.value,
    MistakeKind.BAND_GAP.value,
    MistakeKind.BAD_DATE.value,  # 31 November
    MistakeKind.DATE_OUT_OF_YEAR.value,
    MistakeKind.DATE_ORDER.value,
}
"""What lies between two places of a file cannot be said in a schema."""


def schema_refuses(tree: Tree) -> bool:
    """Tell whether the schema finds fault."""
    return not VALIDATOR.is_valid(tree)


def beyond_a_schema(place: str, what: str) -> bool:
    """Tell whether only the reader can find this mistake; an end before its beginning is one, too."""
    ends = (".maximum", ".last_year")
    return what in ONLY_THE_READER or (what == MistakeKind.OUT_OF_RANGE.value and place.endswith(ends))


def test_the_schema_is_a_schema() -> None:
    """It can be used by any editor that knows draft 2020-12, and says nothing twice."""

    def once(pairs: list[tuple[str, Tree]]) -> Tree:
        assert len({key for key, _ in pairs}) == len(pairs), pairs
        return dict(pairs)

    Draft202012Validator.check_schema(json.loads(SCHEMA.read_text("utf-8"), object_pairs_hook=once))


@pytest.mark.parametrize("year", [2564, 2568, 2570])
def test_schema_and_reader_take_every_good_file(year: int) -> None:
    """The shipped years and the invented one are good for both."""
    assert parse(text_of(year)).fiscal_year == year
    assert list(VALIDATOR.iter_errors(tree_of(year))) == []


@pytest.mark.parametrize("spoilt", SPOILT, ids=str)
def test_the_schema_refuses_what_the_reader_refuses_unless_only_the_reader_can(spoilt: Spoilt) -> None:
    """For each kind of mistake at one place: both refuse, or it is among those that no schema can tell."""
    tree = changed(tree_of(2570), spoilt.place, spoilt.value)
    found = mistakes_in(text_from(tree))
    assert found
    assert schema_refuses(tree) or all(beyond_a_schema(each.place, each.what) for each in found)


def places(tree: Tree, place: str = "") -> Iterator[str]:
    """Yield every place in a tree."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield (at := f"{place}.{key}" if place else key)
            yield from places(value, at)
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            yield (at := f"{place}[{index}]")
            yield from places(value, at)


GOOD = tree_of(2570)
ODD_VALUES: st.SearchStrategy[Tree] = st.sampled_from(
    [
        REMOVED,
        None,
        True,
        False,
        0,
        -1,
        1,
        2.5,
        50,
        100,
        101,
        10**7,
        "",
        " ",
        "ก",
        " ก",
        "a b",
        "s1",
        "w1",
        "total",
        "four",
        "33.33",
        "0",
        "0.0",
        "100.0",
        "100.1",
        "099",
        "1e1",
        "x" * 17,
        "ก\u0007ข",
        "ก\ud800",
        "2027-02-30",
        "2027-03-01",
        "2570-03-01",
        "survey",
        "checklist",
        [],
        {},
        [1],
        [[]],
        ["ก", "ก"],
        ["ก", "ข"],
        {"code": "zz", "text": "ข้อ"},
        [{"label": "ก", "score": 0}, {"label": "ข", "score": "12.5"}],
        [{"code": "zz", "title": "ก", "items": []}],
    ]
)
NEW_KEYS = st.sampled_from(
    ["items", "choices", "scale", "parts", "steps", "incomplete", "note", "each_of", "odd"]
)


@st.composite
def spoilt_trees(draw: st.DrawFn) -> Tree:
    """A good file in which one or two values were replaced, taken out, put in or copied from elsewhere."""
    tree = GOOD
    for _ in range(draw(st.integers(1, 2))):
        here = sorted(set(places(tree)))
        place = draw(st.sampled_from(here))
        way = draw(st.sampled_from(["odd", "odd", "key", "copy"]))
        if way == "key":
            place = f"{place}.{draw(NEW_KEYS)}"
        value = draw(ODD_VALUES)
        if way == "copy":
            value = value_at(tree, draw(st.sampled_from(here)))
        try:
            tree = changed(tree, place, value)
        except (TypeError, KeyError, IndexError):  # no key can be put into a text or a number
            continue
    return tree


def value_at(tree: Tree, place: str) -> Tree:
    """Return what stands at a place."""
    for step in steps_of(place):
        tree = tree[step]
    return tree


@given(spoilt_trees())
def test_reader_and_schema_agree_on_any_spoilt_file(tree: Tree) -> None:
    """What the schema refuses the reader refuses; what only the reader refuses no schema could have told."""
    found = mistakes_in(json.dumps(tree))
    if schema_refuses(tree):
        assert found
    else:
        assert all(beyond_a_schema(mistake.place, mistake.what) for mistake in found)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_and_never_crashes(text: str) -> None:
    """A file from a stick may hold anything."""
    assert mistakes_in(text)


@given(st.integers(0, len(text_of(2568))), st.text(max_size=3))
def test_a_good_file_cut_or_overwritten_anywhere_is_read_or_refused(place: int, put: str) -> None:
    """A stick pulled out too early leaves half a file; half an instrument is never loaded."""
    whole = text_of(2568)
    mistakes_in(whole[:place] + put + whole[place + len(put) :])
    assert mistakes_in(whole[:place].rstrip()) or place >= len(whole.rstrip())
