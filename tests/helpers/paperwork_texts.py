"""Documents for tests: one with every kind of block, and a strategy for any."""

from __future__ import annotations

from hypothesis import strategies as st

from ita_desktop.domain.paperwork.keys import tidy
from ita_desktop.domain.paperwork.richtext import (
    Align,
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
    Value,
    text,
)

EVERYTHING = tidy(
    Document(
        (
            Section(
                (
                    Heading(text("วัตถุประสงค์"), 1, numbered=True),
                    Paragraph(
                        (
                            Run("เทศบาลได้ "),
                            Value("score", bold=True),
                            Run(" คะแนน", italic=True, underline=True),
                            Note((Run("คะแนนเต็ม "), Run("ร้อย", bold=True))),
                            Run("ดูที่ "),
                            Run("เว็บไซต์", link="https://example.go.th/ita"),
                        )
                    ),
                    ListItem(text("ข้อหนึ่ง"), Marker.PAREN, 1, hanging=True),
                    ListItem(text("ข้อสอง"), Marker.PAREN, 1, goes_on=True),
                    Contents(),
                    PageBreak(),
                    Picture("ab" * 32, 80.0, text("ภาพการประชุม"), "คนนั่งรอบโต๊ะ"),
                )
            ),
            Section(
                (
                    Table(
                        (Column(2.0), Column(1.0, Align.RIGHT)),
                        (
                            (Cell((Paragraph(text("หัวตาราง")),), columns=2, align=Align.CENTER),),
                            (Cell((ListItem(text("ก")),)), Cell((Paragraph((Value("year", "๒๕๖๘"),)),))),
                        ),
                        caption=text("ตารางที่ 1"),
                    ),
                    FilePart("scores"),
                ),
                landscape=True,
            ),
        )
    )
)

LETTERS = st.text(st.sampled_from('กขอิ่า้ำ 1๒aB.()\n"\\<&'), max_size=12)
FLAG = st.booleans()
RUNS = st.builds(Run, LETTERS, FLAG, FLAG, FLAG, FLAG, st.sampled_from(["", "https://example.go.th"]))
INLINES = st.one_of(
    RUNS,
    st.builds(Note, st.lists(RUNS, max_size=2).map(tuple)),
    st.builds(Value, st.sampled_from(["score", "year"]), st.none() | LETTERS, FLAG, FLAG, FLAG),
)
TEXTS = st.lists(INLINES, max_size=4).map(tuple)
KEYS = st.integers(0, 5)
ITEMS = st.builds(
    ListItem, TEXTS, st.sampled_from(Marker), st.integers(0, 5), goes_on=FLAG, hanging=FLAG, key=KEYS
)
PARAGRAPHS = st.builds(Paragraph, TEXTS, st.sampled_from(Align), FLAG, st.integers(0, 3), KEYS)
CELLS = st.builds(Cell, st.lists(PARAGRAPHS | ITEMS, max_size=2).map(tuple))
TABLES = st.integers(1, 3).flatmap(
    lambda width: st.builds(
        Table,
        st.lists(st.builds(Column, st.just(1.0), st.sampled_from(Align)), min_size=width, max_size=width).map(
            tuple
        ),
        st.lists(st.lists(CELLS, min_size=width, max_size=width).map(tuple), min_size=1, max_size=3).map(
            tuple
        ),
        st.integers(0, 1),
        TEXTS,
        KEYS,
    )
)
BLOCKS = st.one_of(
    st.builds(Heading, TEXTS, st.integers(1, 4), FLAG, KEYS),
    PARAGRAPHS,
    ITEMS,
    TABLES,
    st.builds(PageBreak, KEYS),
    st.builds(Picture, st.just("0" * 64), st.just(100.0), TEXTS, LETTERS, KEYS),
    st.builds(FilePart, st.just("scores"), KEYS),
)
SECTIONS = st.builds(Section, st.lists(BLOCKS, max_size=5).map(tuple), FLAG)
DOCUMENTS = st.builds(Document, st.lists(SECTIONS, min_size=1, max_size=2).map(tuple))
