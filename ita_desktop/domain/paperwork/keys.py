"""Walking a document: all its blocks with those in tables, their keys, and the form that is saved."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from ita_desktop.domain.paperwork.richtext import (
    Cell,
    Document,
    Heading,
    ListItem,
    Note,
    Paragraph,
    Picture,
    Section,
    Table,
    Value,
    joined,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ita_desktop.domain.paperwork.richtext import Block, CellBlock, Inline, Text

_B = TypeVar("_B", bound="Block")


def all_blocks(document: Document) -> Iterator[Block]:
    """Yield every block, a table before the blocks of its cells."""
    for block in document.blocks():
        yield block
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield from cell.blocks


def text_of(block: Block) -> Text:
    """Return a block's own text: a caption for a table or a picture, nothing for a break."""
    if isinstance(block, (Heading, Paragraph, ListItem)):
        return block.text
    return block.caption if isinstance(block, (Table, Picture)) else ()


def inlines(document: Document) -> Iterator[Inline]:
    """Yield all runs, notes and values in order."""
    for block in all_blocks(document):
        yield from text_of(block)


def value_names(document: Document) -> tuple[str, ...]:
    """Return the names of the live values, each once."""
    return tuple(dict.fromkeys(part.name for part in inlines(document) if isinstance(part, Value)))


def notes(document: Document) -> Iterator[Note]:
    """Yield the footnotes in order."""
    return (part for part in inlines(document) if isinstance(part, Note))


def pictures(document: Document) -> tuple[str, ...]:
    """Return the SHA-256 of the pictures, each once."""
    return tuple(dict.fromkeys(block.sha256 for block in document.blocks() if isinstance(block, Picture)))


def block_of(document: Document, key: int) -> Block | None:
    """Find a block by its key."""
    return next((block for block in all_blocks(document) if block.key == key), None)


def tidy(document: Document) -> Document:
    """Return the form that is saved: texts joined, every block with a key of its own (the first keeps it)."""
    seen: set[int] = set()
    fresh = max((block.key for block in all_blocks(document)), default=0)

    def key(block: Block) -> int:
        nonlocal fresh
        if block.key > 0 and block.key not in seen:
            seen.add(block.key)
            return block.key
        fresh += 1
        seen.add(fresh)
        return fresh

    def settled(block: _B) -> _B:
        numbered = replace(block, key=key(block))
        return changed(numbered, joined)

    sections = tuple(
        replace(section, blocks=tuple(_mapped(block, settled) for block in section.blocks))
        for section in document.sections
    )
    return Document(sections or (Section(()),))


def changed(block: _B, rule: Callable[[Text], Text]) -> _B:
    """Return a block with a rule applied to its own text."""
    if isinstance(block, (Heading, Paragraph, ListItem)):
        return replace(block, text=rule(block.text))
    if isinstance(block, (Table, Picture)):
        return replace(block, caption=rule(block.caption))
    return block


def mapped(document: Document, rule: Callable[[Block], Block]) -> Document:
    """Return the document with a rule applied to each block, those in cells too."""
    return Document(
        tuple(
            replace(section, blocks=tuple(_mapped(block, rule) for block in section.blocks))
            for section in document.sections
        )
    )


def _mapped(block: Block, rule: Callable[[Block], Block]) -> Block:
    """Apply a rule to a block, then to those in its cells."""
    made = rule(block)
    if isinstance(made, Table):
        return replace(made, rows=tuple(tuple(_cell(cell, rule) for cell in row) for row in made.rows))
    return made


def _cell(cell: Cell, rule: Callable[[Block], Block]) -> Cell:
    """Apply a rule to a cell's blocks; what is no longer a cell's block is left as it was."""
    made = [(rule(block), block) for block in cell.blocks]
    kept: list[CellBlock] = [new if isinstance(new, (Paragraph, ListItem)) else old for new, old in made]
    return replace(cell, blocks=tuple(kept))
