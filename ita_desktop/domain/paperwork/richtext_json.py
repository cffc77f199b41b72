"""Documents as JSON: `{"format": 1, "sections": [{"blocks": [{"is": "paragraph", "text": […]}]}]}`.

What equals its default is left out, so a saved text is short and an older reader meets few words. Reading is
strict: a name that is not known, a type that does not fit or a number out of range is refused with its place,
for a template comes from a stick and a text must never be read half.
"""

from __future__ import annotations

import json
from dataclasses import MISSING, fields
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from ita_desktop.domain.paperwork.problems import RichTextInvalid, RichTextTooNew, TextFault
from ita_desktop.domain.paperwork.reading import Reader
from ita_desktop.domain.paperwork.richtext import (
    Cell,
    Column,
    Contents,
    Document,
    FilePart,
    Heading,
    ListItem,
    Note,
    PageBreak,
    Paragraph,
    Picture,
    Run,
    Section,
    Table,
    Value,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_desktop.domain.paperwork.richtext import Block, Inline

FORMAT: Final = 1
"""The newest form of the text that this program reads and writes."""
MOST_CHARACTERS: Final = 20_000_000
"""A report of 300 pages has some 600 000; pictures are not in the text."""

_BLOCKS: Final[Mapping[str, type[Block]]] = {
    "heading": Heading,
    "paragraph": Paragraph,
    "item": ListItem,
    "table": Table,
    "picture": Picture,
    "page-break": PageBreak,
    "contents": Contents,
    "file-part": FilePart,
}
_INLINES: Final[Mapping[str, type[Inline]]] = {"run": Run, "note": Note, "value": Value}
_NAMES: Final = {kind: name for table in (_BLOCKS, _INLINES) for name, kind in table.items()}


def to_json(document: Document) -> str:
    """Write a document as JSON text; the same document gives the same text."""
    return json.dumps(to_tree(document), ensure_ascii=False, separators=(",", ":"))


def to_tree(document: Document) -> dict[str, Any]:
    """Return a document as JSON values, for a file that holds more than it."""
    return {"format": FORMAT, "sections": [_tree(section) for section in document.sections]}


def from_json(text: str) -> Document:
    """Read a document. RichTextInvalid with the place, RichTextTooNew."""
    if len(text) > MOST_CHARACTERS:
        raise RichTextInvalid(TextFault.TOO_LARGE, detail=str(MOST_CHARACTERS))
    try:
        tree = json.loads(text)
    except json.JSONDecodeError as error:
        raise RichTextInvalid(TextFault.NOT_JSON, f"{error.lineno}:{error.colno}") from error
    except (RecursionError, ValueError) as error:  # ValueError: a number of ten thousand digits
        raise RichTextInvalid(TextFault.TOO_DEEP) from error
    return from_tree(tree)


def from_tree(tree: object) -> Document:
    """Read a document from JSON values; as `from_json`."""
    if not isinstance(tree, dict):
        raise RichTextInvalid(TextFault.NOT_A_DOCUMENT)
    form = tree.get("format")
    if not isinstance(form, int) or isinstance(form, bool) or form < 1:
        raise RichTextInvalid(TextFault.NOT_A_DOCUMENT, "format")
    if form > FORMAT:
        raise RichTextTooNew(form, FORMAT)
    if "sections" not in tree:
        raise RichTextInvalid(TextFault.MISSING, "sections")
    reader = Reader(_BLOCKS, _INLINES, (Section, Table, Cell, Column))
    return reader.document({key: value for key, value in tree.items() if key != "format"})


def _tree(value: Any) -> Any:  # noqa: ANN401 - any part of a document
    """Return a part of a document as JSON values, defaults left out."""
    if isinstance(value, tuple):
        return [_tree(part) for part in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Run) and value == Run(value.text):
        return value.text
    if not hasattr(value, "__dataclass_fields__"):
        return value
    made: dict[str, Any] = {"is": _NAMES[type(value)]} if type(value) in _NAMES else {}
    for field in fields(value):
        here = getattr(value, field.name)
        if field.default is MISSING or here != field.default:
            made[field.name] = _tree(here)
    return made
