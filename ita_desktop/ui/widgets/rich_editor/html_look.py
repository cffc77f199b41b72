"""What tags and styles of pasted HTML say of letters and paragraphs; everything else of them is dropped."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ita_desktop.domain.paperwork.richtext import Align, Marker, Run, joined

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_desktop.domain.paperwork.richtext import Text
    from ita_desktop.ui.widgets.rich_editor.looks import Look

LINK: Final = re.compile(r"(https?://|mailto:)\S+\Z", re.IGNORECASE)
DROPPED: Final = {
    "script",
    "style",
    "head",
    "title",
    "template",
    "noscript",
    "iframe",
    "object",
    "svg",
    "xml",
}
BLOCKS: Final = {
    "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "section", "article", "header",
    "footer", "address", "dd", "dt", "dl", "figure", "figcaption", "center", "form", "fieldset", "hr",
    "caption", "ul", "ol", "table", "tr", "td", "th", "tbody", "thead", "tfoot", "body", "html",
}  # fmt: skip
VOID: Final = {
    "br",
    "img",
    "hr",
    "meta",
    "link",
    "input",
    "col",
    "wbr",
    "area",
    "base",
    "embed",
    "source",
    "track",
}
_BOLD_FROM: Final = 600
_ALIGNS: Final = {
    "center": Align.CENTER,
    "right": Align.RIGHT,
    "end": Align.RIGHT,
    "left": Align.LEFT,
    "start": Align.LEFT,
}
_LABELS: Final = (
    (re.compile(r"[0-9๐-๙]+(\.[0-9๐-๙]+)+\.?"), Marker.CLAUSE),
    (re.compile(r"\([0-9๐-๙]+\)"), Marker.BRACKETS),
    (re.compile(r"[0-9๐-๙]+\)"), Marker.PAREN),
    (re.compile(r"[ก-ฮA-Za-z][.)]"), Marker.LETTER),
    (re.compile(r"[-–—]"), Marker.DASH),
    (re.compile(r"[0-9๐-๙ivxIVX]+\.?"), Marker.NUMBER),
)
"""How lists of Word's are labelled; anything else is a sign of some font, a bullet."""


def styles(attributes: Mapping[str, str | None]) -> dict[str, str]:
    """The declarations of a `style` attribute, in small letters."""
    made = {}
    for declaration in (attributes.get("style") or "").split(";"):
        name, _, value = declaration.partition(":")
        made[name.strip().lower()] = value.strip().lower()
    return made


def look_within(tag: str, attributes: Mapping[str, str | None], look: Look) -> Look:
    """The look of letters within a tag."""
    if tag in ("b", "strong", "th"):
        look = replace(look, bold=True)
    elif tag in ("i", "em", "cite"):
        look = replace(look, italic=True)
    elif tag in ("u", "ins"):
        look = replace(look, underline=True)
    elif tag == "sup":
        look = replace(look, superscript=True)
    elif tag == "a":
        address = (attributes.get("href") or "").strip()
        look = replace(look, link=address if LINK.match(address) else "", underline=False)
    return _styled(styles(attributes), look)


def _styled(style: Mapping[str, str], look: Look) -> Look:
    """What a style says of letters."""
    weight = style.get("font-weight", "")
    if weight:
        heavy = weight in ("bold", "bolder") or (weight.isdigit() and int(weight) >= _BOLD_FROM)
        look = replace(look, bold=heavy)
    if "font-style" in style:
        look = replace(look, italic=style["font-style"] in ("italic", "oblique"))
    decoration = style.get("text-decoration", style.get("text-decoration-line", ""))
    if decoration and not look.link:
        look = replace(look, underline="underline" in decoration)
    if "vertical-align" in style:
        look = replace(look, superscript=style["vertical-align"] == "super")
    return look


def align_of(attributes: Mapping[str, str | None]) -> Align | None:
    """How a tag lays its lines; None if it says nothing, or that they fill the line."""
    said = styles(attributes).get("text-align") or (attributes.get("align") or "").lower()
    return _ALIGNS.get(said)


def marker_of_label(label: str) -> Marker:
    """Which marker a label typed by Word is."""
    found = label.strip()
    return next((marker for form, marker in _LABELS if form.fullmatch(found)), Marker.BULLET)


def marker_of_list(tag: str, attributes: Mapping[str, str | None]) -> Marker:
    """Which marker a list of HTML has."""
    form = (attributes.get("type") or "") + styles(attributes).get("list-style-type", "")
    if tag == "ul":
        return Marker.BULLET
    return (
        Marker.LETTER
        if form.lower() in ("a", "lower-alpha", "upper-alpha", "thai-alphabetic")
        else Marker.NUMBER
    )


def number_of(text: str | None, default: int) -> int:
    """The leading whole number of an attribute such as `3` or `12.5%`; at least 1."""
    found = re.match(r"\s*(\d{1,6})", text or "")
    return max(1, int(found[1])) if found else default


def trimmed(runs: list[Run]) -> Text:
    """Runs as one text, without spaces at its ends and around its line ends; empty if nothing is seen."""
    text = list(joined(runs))
    while text and isinstance(text[0], Run) and not text[0].text.strip():
        text.pop(0)
    while text and isinstance(text[-1], Run) and not text[-1].text.strip():
        text.pop()
    if text and isinstance(text[0], Run):
        text[0] = replace(text[0], text=text[0].text.lstrip())
    if text and isinstance(text[-1], Run):
        text[-1] = replace(text[-1], text=text[-1].text.rstrip())
    return joined(text)
