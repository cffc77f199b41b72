"""Set Thai on paper: exact text, true line breaks, even lines, as PDF/A-2u and PDF/UA-1.

    from ita_desktop.documents.typeset import DocumentInfo, Heading, Paragraph, render
    pdf = render([Heading("รายงาน", 1), Paragraph("ด้วย…")], info=DocumentInfo("รายงาน", created=day))

Importing this package is cheap: fonts, dictionary and PDF code load when `render` is first called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .blocks import (
    Block,
    Cell,
    Column,
    Contents,
    Drawing,
    FootnoteRef,
    Heading,
    KeepTogether,
    ListItem,
    Marked,
    PageBreak,
    Paragraph,
    Picture,
    Placed,
    Spacer,
    Table,
    Turn,
)
from .errors import (
    DoesNotFit,
    EmbeddingForbidden,
    FontUnreadable,
    MissingGlyph,
    PictureUnreadable,
    TableMalformed,
    TypesetError,
    UnknownFamily,
    WordListMissing,
)
from .page import DocumentInfo, PageContext, PageSetup, thai_number
from .style import BODY, CAPTION, NOTE, PLAIN, Run, Style, Text, heading_style

if TYPE_CHECKING:
    from .families import FontFamily
    from .installed import installed_families
    from .pen import Pen
    from .rendering import render, render_marked

__all__ = [
    "BODY",
    "CAPTION",
    "NOTE",
    "PLAIN",
    "Block",
    "Cell",
    "Column",
    "Contents",
    "DocumentInfo",
    "DoesNotFit",
    "Drawing",
    "EmbeddingForbidden",
    "FontFamily",
    "FontUnreadable",
    "FootnoteRef",
    "Heading",
    "KeepTogether",
    "ListItem",
    "Marked",
    "MissingGlyph",
    "PageBreak",
    "PageContext",
    "PageSetup",
    "Paragraph",
    "Pen",
    "Picture",
    "PictureUnreadable",
    "Placed",
    "Run",
    "Spacer",
    "Style",
    "Table",
    "TableMalformed",
    "Text",
    "Turn",
    "TypesetError",
    "UnknownFamily",
    "WordListMissing",
    "heading_style",
    "installed_families",
    "render",
    "render_marked",
    "thai_number",
]

_LAZY = {
    "render": ".rendering",
    "render_marked": ".rendering",
    "installed_families": ".installed",
    "FontFamily": ".families",
    "Pen": ".pen",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - module attribute of any kind
    """Import the heavy parts when they are first asked for."""
    if name not in _LAZY:
        raise AttributeError(name)
    from importlib import import_module

    return getattr(import_module(_LAZY[name], __name__), name)
