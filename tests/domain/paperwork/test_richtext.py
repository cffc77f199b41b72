"""Promises of rich text: one form, stable keys, numbers from places, and a JSON that loses nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from ita_desktop.domain.paperwork.keys import all_blocks, pictures, tidy, value_names
from ita_desktop.domain.paperwork.numbering import labels, letter
from ita_desktop.domain.paperwork.problems import RichTextInvalid, RichTextTooNew, TextFault
from ita_desktop.domain.paperwork.richtext import (
    OBJECT,
    Document,
    Heading,
    ListItem,
    Marker,
    Note,
    Paragraph,
    Run,
    Section,
    Value,
    joined,
    plain_text,
    text,
)
from ita_desktop.domain.paperwork.richtext_json import FORMAT, from_json, to_json, to_tree
from tests.helpers.paperwork_texts import DOCUMENTS, EVERYTHING, TEXTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_desktop.domain.paperwork.richtext import Block, Text


@given(DOCUMENTS)
def test_json_gives_back_every_document(document: Document) -> None:
    """Whatever a document holds, its JSON read again is the same document."""
    assert from_json(to_json(document)) == document


@given(TEXTS)
def test_joining_changes_no_letter_and_has_one_form(parts: Text) -> None:
    """Joined texts read alike, and joining again changes nothing."""
    once = joined(parts)
    assert plain_text(once) == plain_text(parts)
    assert joined(once) == once


@given(DOCUMENTS)
def test_every_block_has_a_key_of_its_own_for_life(document: Document) -> None:
    """Keys are unique, and tidying again changes nothing."""
    once = tidy(document)
    keys = [block.key for block in all_blocks(once)]
    assert len(set(keys)) == len(keys)
    assert 0 not in keys
    assert tidy(once) == once


def test_the_first_block_with_a_key_keeps_it() -> None:
    """A pasted copy gets a new key; the text that was there stays where clicks find it."""
    twice = Document((Section((Paragraph(text("เดิม"), key=7), Paragraph(text("สำเนา"), key=7))),))
    assert [block.key for block in all_blocks(tidy(twice))] == [7, 8]


def test_offsets_count_notes_and_values_as_one_letter() -> None:
    """Editor and page count alike."""
    assert plain_text((Run("ก"), Note((Run("ยาว"),)), Value("score"), Run("ข"))) == f"ก{OBJECT}{OBJECT}ข"


def test_what_a_document_uses_is_found() -> None:
    """Values and pictures are found, those in table cells too."""
    assert value_names(EVERYTHING) == ("score", "year")
    assert pictures(EVERYTHING) == ("ab" * 32,)


def numbered(*blocks: Block) -> list[str]:
    """The labels of blocks, in order; a block without one gives an empty text."""
    document = tidy(Document((Section(blocks),)))
    found = labels(document)
    return [found.get(block.key, "") for block in document.blocks()]


def test_lists_are_numbered_in_the_thai_order() -> None:
    """๑. → ๑.๑ → ๑) → (๑) → - as official papers number, deeper lists beginning anew."""
    made = numbered(
        *(
            ListItem(text("x"), marker, level)
            for marker, level in [
                (Marker.NUMBER, 0), (Marker.CLAUSE, 1), (Marker.CLAUSE, 1), (Marker.PAREN, 2),
                (Marker.BRACKETS, 3), (Marker.DASH, 4), (Marker.NUMBER, 0), (Marker.CLAUSE, 1),
            ]
        )
    )  # fmt: skip
    assert made == ["1.", "1.1", "1.2", "1)", "(1)", "-", "2.", "2.1"]


def test_a_list_ends_at_other_text_unless_it_goes_on() -> None:
    """A paragraph between ends the count; a list that goes on takes it up."""
    item = ListItem(text("x"), Marker.PAREN)
    on = ListItem(text("x"), Marker.PAREN, goes_on=True)
    between = Paragraph(text("คั่น"))
    assert numbered(item, between, item) == ["1)", "", "1)"]
    assert numbered(item, between, on, item) == ["1)", "", "2)", "3)"]


def test_headings_count_through_the_document() -> None:
    """Numbered headings count by level; the others do not disturb them."""
    heads = [(1, True), (2, True), (2, False), (2, True), (1, True), (3, True)]
    made = numbered(*(Heading(text("x"), level, numbered=flag) for level, flag in heads))
    assert made == ["1.", "1.1", "", "1.2", "2.", "2.1"]


def test_letters_leave_out_those_that_are_not_used() -> None:
    """ก ข ค ง: ฃ ฅ and ฆ are not counted with; after ฮ letters are doubled."""
    assert [letter(count) for count in (1, 2, 3, 4, 41, 42)] == ["ก", "ข", "ค", "ง", "ฮ", "กก"]


def spoiled(change: Callable[[dict[str, Any]], object]) -> str:
    """The JSON of the document with everything, spoiled."""
    tree = json.loads(to_json(EVERYTHING))
    change(tree)
    return json.dumps(tree)


BAD = [
    (lambda tree: tree.update(format="1"), TextFault.NOT_A_DOCUMENT, "format"),
    (lambda tree: tree.update(sections=[]), TextFault.MISSING, "sections"),
    (lambda tree: tree.update(script="x"), TextFault.UNKNOWN, "script"),
    (lambda tree: tree["sections"][0]["blocks"][0].update(level=9), TextFault.OUT_OF_RANGE,
     "sections[0].blocks[0].level"),
    (lambda tree: tree["sections"][0]["blocks"][0].update(level=True), TextFault.WRONG_TYPE,
     "sections[0].blocks[0].level"),
    (lambda tree: tree["sections"][0]["blocks"][0].pop("text"), TextFault.MISSING,
     "sections[0].blocks[0].text"),
    (lambda tree: tree["sections"][0]["blocks"][1].update({"is": "html"}), TextFault.UNKNOWN,
     "sections[0].blocks[1]"),
    (lambda tree: tree["sections"][0]["blocks"][2].update(marker="roman"), TextFault.UNKNOWN,
     "sections[0].blocks[2].marker"),
    (lambda tree: tree["sections"][1]["blocks"][0]["rows"][0][0].update(columns=1000), TextFault.OUT_OF_RANGE,
     "sections[1].blocks[0].rows[0][0].columns"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "fault", "place"), BAD)
def test_a_spoiled_text_is_refused_with_its_place(
    change: Callable[[dict[str, Any]], object], fault: TextFault, place: str
) -> None:
    """A text is read whole or not at all, and the refusal says where."""
    with pytest.raises(RichTextInvalid) as caught:
        from_json(spoiled(change))
    assert (caught.value.fault, caught.value.place) == (fault, place)


@pytest.mark.parametrize("text_of_file", ["", "{", "[]", "null", "[" * 100_000, "9" * 100_000])
def test_what_is_no_document_is_refused(text_of_file: str) -> None:
    """Anything else is told, never a crash."""
    with pytest.raises(RichTextInvalid):
        from_json(text_of_file)


def test_a_newer_form_is_refused_by_its_number() -> None:
    """The text of a newer program is not guessed at."""
    with pytest.raises(RichTextTooNew) as caught:
        from_json(json.dumps({**to_tree(EVERYTHING), "format": FORMAT + 1}))
    assert (caught.value.found, caught.value.known) == (FORMAT + 1, FORMAT)
