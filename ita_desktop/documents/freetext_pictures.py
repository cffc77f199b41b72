"""Pictures of a Markdown text: only files in the text's own folder or below it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from ita_desktop.documents.freetext_inline import bare_text
from ita_desktop.documents.typeset import Picture
from ita_desktop.documents.typeset.pictures import natural_width_mm
from ita_desktop.domain.papers import PictureUnusable

if TYPE_CHECKING:
    from pathlib import Path

    from markdown_it.tree import SyntaxTreeNode

WIDEST_MM = 150.0
REMOTE, OUTSIDE, MISSING = "remote", "outside", "missing"


def picture(node: SyntaxTreeNode, folder: Path) -> Picture:
    """Make the block of a picture; its caption is its title in Markdown, else its description."""
    path = picture_path(str(node.attrs.get("src", "")), folder)
    alt = bare_text(node)
    caption = str(node.attrs.get("title", "")) or alt
    return Picture(path, min(natural_width_mm(path), WIDEST_MM), alt or caption, caption or None)


def picture_path(source: str, folder: Path) -> Path:
    """Find a picture's file; PictureUnusable if it is not a file of the text's folder.

    A text from somebody else must not be able to pull a file from elsewhere on the disk, or from the net,
    into a paper.
    """
    named = folder / unquote(source)
    if urlsplit(source).scheme or source.startswith("//"):
        raise PictureUnusable(named, REMOTE)
    path = named.resolve()
    if not path.is_relative_to(folder.resolve()):
        raise PictureUnusable(named, OUTSIDE)
    if not path.is_file():
        raise PictureUnusable(named, MISSING)
    return path
