"""Strict reading of JSON values into the parts of a document, by the types that their classes declare."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields
from typing import TYPE_CHECKING, Any, Final

from ita_desktop.domain.paperwork.problems import RichTextInvalid, TextFault
from ita_desktop.domain.paperwork.richtext import (
    DEEPEST_HEADING,
    DEEPEST_ITEM,
    MOST_COLUMNS,
    Align,
    Cell,
    Column,
    Document,
    ListItem,
    Marker,
    Note,
    Paragraph,
    Run,
    Section,
    Table,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from enum import Enum

_RANGES: Final = {
    "Heading.level": (1, DEEPEST_HEADING),
    "ListItem.level": (0, DEEPEST_ITEM),
    "max_level": (1, DEEPEST_HEADING),
    "steps": (0, 12),
    "columns": (1, MOST_COLUMNS),
    "rows": (1, 10_000),
    "header_rows": (0, 20),
    "key": (0, 2**53),
    "share": (0.001, 1e6),
    "width_mm": (1.0, 1000.0),
}
"""Numbers that make sense, by the name of their field, and of its class where that matters."""
_ENUMS: Final[Mapping[str, type[Enum]]] = {"Align": Align, "Align | None": Align, "Marker": Marker}
_SIMPLE: Final[Mapping[str, tuple[type, ...]]] = {
    "str": (str,),
    "str | None": (str, type(None)),
    "bool": (bool,),
    "int": (int,),
    "float": (int, float),
}


@dataclass(frozen=True, slots=True)
class Reader:
    """Knows which names stand for which parts; every refusal carries the place."""

    blocks: Mapping[str, type]
    inlines: Mapping[str, type]
    plain: tuple[type, ...]

    def document(self, tree: dict[str, Any]) -> Document:
        """Read the whole."""
        made = self._made(Document, tree, "")
        if not isinstance(made, Document) or not made.sections:
            raise RichTextInvalid(TextFault.MISSING, "sections")
        return made

    def _made(self, kind: type, tree: object, place: str) -> Any:  # noqa: ANN401 - any part of a document
        """Read an object as `kind`, field by field."""
        if not isinstance(tree, dict):
            raise RichTextInvalid(TextFault.WRONG_TYPE, place)
        declared = {field.name: field for field in fields(kind)}
        for name in tree:
            if name not in declared and name != "is":
                raise RichTextInvalid(TextFault.UNKNOWN, _at(place, str(name)))
        given: dict[str, Any] = {}
        for name, field in declared.items():
            if name in tree:
                given[name] = self._value(kind, name, str(field.type), tree[name], _at(place, name))
            elif field.default is MISSING:
                raise RichTextInvalid(TextFault.MISSING, _at(place, name))
        return kind(**given)

    def _value(self, kind: type, name: str, declared: str, value: object, place: str) -> Any:  # noqa: ANN401
        """Read one field by the type that it is declared with."""
        if declared in _SIMPLE:
            return _simple(name if name in _RANGES else f"{kind.__name__}.{name}", declared, value, place)
        if declared in _ENUMS:
            return _member(_ENUMS[declared], value, place)
        if kind is Table and name == "rows":
            return self._each(value, place, lambda row, at: self._each(row, at, self._reads(Cell)))
        return self._each(value, place, self._part(kind, name))

    def _part(self, kind: type, name: str) -> Callable[[object, str], Any]:
        """Return how the elements of a list are read."""
        if name in ("text", "caption"):
            return self._run if kind is Note else self._inline
        if name == "blocks":
            return self._cell_block if kind is Cell else self._block
        return self._reads({Document: Section, Table: Column}[kind])

    def _reads(self, kind: type) -> Callable[[object, str], Any]:
        return lambda value, place: self._made(kind, value, place)

    def _each(self, value: object, place: str, read: Callable[[object, str], Any]) -> tuple[Any, ...]:
        """Read a list."""
        if not isinstance(value, list):
            raise RichTextInvalid(TextFault.WRONG_TYPE, place)
        return tuple(read(each, f"{place}[{index}]") for index, each in enumerate(value))

    def _inline(self, value: object, place: str) -> Any:  # noqa: ANN401 - a run, a note or a value
        return Run(value) if isinstance(value, str) else self._named(self.inlines, value, place)

    def _run(self, value: object, place: str) -> Any:  # noqa: ANN401 - a run
        return Run(value) if isinstance(value, str) else self._named({"run": Run}, value, place)

    def _block(self, value: object, place: str) -> Any:  # noqa: ANN401 - a block of any kind
        return self._named(self.blocks, value, place)

    def _cell_block(self, value: object, place: str) -> Any:  # noqa: ANN401 - a paragraph or an item
        return self._named({"paragraph": Paragraph, "item": ListItem}, value, place)

    def _named(self, kinds: Mapping[str, type], value: object, place: str) -> Any:  # noqa: ANN401
        """Read an object whose `is` says what it is."""
        name = value.get("is") if isinstance(value, dict) else None
        if not isinstance(name, str) or name not in kinds:
            raise RichTextInvalid(TextFault.UNKNOWN, place, str(name) if name is not None else "")
        return self._made(kinds[name], value, place)


def _simple(name: str, declared: str, value: object, place: str) -> object:
    """Check a text, a switch or a number."""
    kinds = _SIMPLE[declared]
    if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
        raise RichTextInvalid(TextFault.WRONG_TYPE, place)
    if name in _RANGES and isinstance(value, (int, float)):
        low, high = _RANGES[name]
        if not low <= value <= high:
            raise RichTextInvalid(TextFault.OUT_OF_RANGE, place, str(value))
    return float(value) if declared == "float" and isinstance(value, (int, float)) else value


def _member(kind: type[Enum], value: object, place: str) -> Enum | None:
    """Check a word of a closed list."""
    if value is None and kind is Align:
        return None
    known = {each.value: each for each in kind}
    if not isinstance(value, str) or value not in known:
        raise RichTextInvalid(TextFault.UNKNOWN, place, str(value))
    return known[value]


def _at(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name
