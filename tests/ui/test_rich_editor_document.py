"""Promises of the editor's text: a document put in comes out as it was, whatever stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from ita_desktop.domain.paperwork import keys
from ita_desktop.domain.paperwork.richtext import (
    Align,
    Block,
    Cell,
    Column,
    Contents,
    Document,
    FilePart,
    Heading,
    ListItem,
    Marker,
    Note,
    PageBreak,
    Paragraph,
    Picture,
    Run,
    Section,
    Table,
    Text,
    Value,
)
from ita_desktop.ui import theme
from ita_desktop.ui.widgets.rich_editor import RichEditor
from ita_desktop.ui.widgets.rich_editor.reader import read
from ita_desktop.ui.widgets.rich_editor.writer import BlockWriter, Keys

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

LETTERS = st.text(
    st.one_of(
        st.sampled_from("กขคปผูี่้์ำเแ ๑๒ abc.,()\n\t\u00a0😀"),
        st.characters(blacklist_categories=("Cs", "Cc", "Cn"), blacklist_characters="\u2028\u2029\ufffc"),
    ),
    max_size=12,
)
LINKS = st.sampled_from(["", "", "https://www.tambon-tuayang.go.th", "mailto:a@example.org"])
RUNS = st.builds(Run, LETTERS, st.booleans(), st.booleans(), st.booleans(), st.booleans(), LINKS)
NOTES = st.builds(Note, st.lists(RUNS, max_size=2).map(tuple))
VALUES = st.builds(
    Value,
    st.sampled_from(["score", "level"]),
    st.none() | LETTERS,
    st.booleans(),
    st.booleans(),
    st.booleans(),
)
TEXTS: st.SearchStrategy[Text] = st.lists(RUNS | NOTES | VALUES, max_size=5).map(tuple)
PARAGRAPHS = st.builds(Paragraph, TEXTS, st.sampled_from(Align), st.booleans(), st.integers(0, 6))
ITEMS = st.builds(ListItem, TEXTS, st.sampled_from(Marker), st.integers(0, 5), st.booleans(), st.booleans())
CELLS = st.lists(PARAGRAPHS | ITEMS, min_size=1, max_size=3).map(tuple)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """A table whose cells fill its grid, some of them joined."""
    wide, high = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    taken: set[tuple[int, int]] = set()
    rows = []
    for row in range(high):
        cells = []
        for column in range(wide):
            if (row, column) in taken:
                continue
            along = draw(st.integers(1, wide - column))
            while any((row, column + step) in taken for step in range(along)):
                along -= 1
            down = draw(st.integers(1, high - row)) if draw(st.booleans()) else 1
            taken.update((row + r, column + c) for r in range(down) for c in range(along))
            align = draw(st.none() | st.sampled_from(Align))
            cells.append(Cell(draw(CELLS), along, down, align))
        rows.append(tuple(cells))
    columns = [
        Column(draw(st.sampled_from([1.0, 2.5, 30.0])), draw(st.sampled_from(Align))) for _ in range(wide)
    ]
    return Table(tuple(columns), tuple(rows), draw(st.integers(0, high)), draw(TEXTS))


BLOCKS: st.SearchStrategy[Block] = st.one_of(
    PARAGRAPHS,
    ITEMS,
    st.builds(Heading, TEXTS, st.integers(1, 4), st.booleans()),
    tables(),
    st.builds(Picture, st.sampled_from(["ab", "cd"]), st.sampled_from([40.0, 120.5]), TEXTS, LETTERS),
    st.builds(PageBreak),
    st.builds(Contents, LETTERS, st.integers(1, 4)),
    st.builds(FilePart, st.sampled_from(["items", "plan"])),
)
SECTIONS = st.builds(Section, st.lists(BLOCKS, max_size=5).map(tuple), st.booleans())
DOCUMENTS = st.lists(SECTIONS, min_size=1, max_size=3).map(lambda made: keys.tidy(Document(tuple(made))))


def put_in(document: Document) -> QTextDocument:
    """The text as Qt holds it."""
    text, numbers = QTextDocument(), Keys()
    numbers.begin_after(document)
    BlockWriter(QTextCursor(text), numbers).write_document(document)
    return text


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    """Fonts and colours are there."""
    theme.apply(qapp)


@given(DOCUMENTS)
def test_every_document_comes_out_as_it_went_in(document: Document) -> None:
    """Headings, lists, joined cells, footnotes, overridden values, turned sheets: nothing is lost."""
    assert read(put_in(document)) == document


@given(DOCUMENTS)
def test_what_is_kept_of_blocks_says_the_same_as_a_fresh_look(document: Document) -> None:
    """Reading again, from what was kept of the first time, gives the same document."""
    text = put_in(document)
    read(text)
    assert read(text) == document


@given(DOCUMENTS, DOCUMENTS)
def test_copied_text_brings_every_letter_along(document: Document, other: Document) -> None:
    """All of one paper pasted into another: every word of both is there, every key once."""
    editor = RichEditor()
    editor.load(document)
    editor.selectAll()
    source = editor.createMimeDataFromSelection()
    editor.load(other)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.insertFromMimeData(source)
    after = editor.rich_text()
    words = "".join(letters_of(after))
    assert sorted(words) == sorted("".join(letters_of(document)) + "".join(letters_of(other)))
    found = [block.key for block in keys.all_blocks(after)]
    assert len(found) == len(set(found))


def letters_of(document: Document) -> list[str]:
    """The letters of a document without spaces and line ends; objects count by their names."""
    made = []
    for part in keys.inlines(document):
        if isinstance(part, Run):
            made.append("".join(part.text.split()))
        elif isinstance(part, Value):
            made.append(part.name)
    return made


@given(DOCUMENTS)
def test_all_of_a_loaded_text_can_be_removed_and_brought_back(document: Document) -> None:
    """Undo after select-all and Delete gives back the document, tables and objects included."""
    editor = RichEditor()
    editor.load(document)
    editor.selectAll()
    editor.textCursor().removeSelectedText()
    editor.undo()
    assert editor.rich_text() == document


def test_loading_cannot_be_undone_into_the_paper_before(qtbot: QtBot) -> None:
    """A paper just opened has nothing to undo."""
    editor = RichEditor()
    qtbot.addWidget(editor)
    editor.load(Document((Section((Paragraph((Run("หนึ่ง"),)),)),)))
    editor.load(Document((Section((Paragraph((Run("สอง"),)),)),)))
    editor.undo()
    assert editor.toPlainText() == "สอง"
