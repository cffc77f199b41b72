"""Find and replace as a Thai typist means it: marks typed in another order, or copied from a PDF, are found.

What is looked for and what stands in the text are brought into one form, each letter of which remembers where
it came from, so that a find is a place in the text as it is.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QTextCursor

from ita_desktop.domain.thai_text import ARABIC_TO_THAI, NIKHAHIT, SARA_AA, SARA_AE, SARA_AM, SARA_E, TONES
from ita_desktop.ui.widgets.rich_editor.marks import code_units

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextDocument

_INVISIBLE: Final = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad")
_ABOVE_BELOW: Final = frozenset("\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47")
_SPACES: Final = re.compile(r"[\s\u00a0]")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for. `exact`: large and small letters differ."""

    words: str
    exact: bool = False


@dataclass(frozen=True, slots=True)
class _Folded:
    """A text in the form that is compared; `begins[i]`, `ends[i]`: where letter i came from."""

    text: str
    begins: tuple[int, ...]
    ends: tuple[int, ...]


def folded(text: str, *, exact: bool = False) -> _Folded:
    """Bring a text into the form that is compared: one letter for what looks like one."""
    letters: list[tuple[str, int, int]] = []
    for place, letter in enumerate(text):
        if letter in _INVISIBLE:
            continue
        plain = " " if _SPACES.match(letter) else letter.translate(ARABIC_TO_THAI)
        plain = plain if exact else unicodedata.normalize("NFKC", plain.casefold())[:1] or plain
        letters.append((plain if letter != SARA_AM else SARA_AM, place, place + 1))
        _settle(letters)
    return _Folded(
        "".join(letter for letter, _, _ in letters),
        tuple(begin for _, begin, _ in letters),
        tuple(end for _, _, end in letters),
    )


def _settle(letters: list[tuple[str, int, int]]) -> None:
    """Put the last letter where it belongs: tones after vowels, สระอำ and แ as one letter."""
    if len(letters) < 2:
        return
    (before, begin, _), (last, _, end) = letters[-2], letters[-1]
    if before in TONES and last in _ABOVE_BELOW | {NIKHAHIT}:
        letters[-2:] = [(last, begin, end), (before, begin, end)]
    elif before == last == SARA_E:
        letters[-2:] = [(SARA_AE, begin, end)]
    elif last == SARA_AA and before == NIKHAHIT:
        letters[-2:] = [(SARA_AM, begin, end)]
    elif last == SARA_AA and len(letters) > 2 and letters[-3][0] == NIKHAHIT and before in TONES:
        begin = letters[-3][1]
        letters[-3:] = [(before, begin, end), (SARA_AM, begin, end)]
    elif before == SARA_AM and last in TONES:
        letters[-2:] = [(last, begin, end), (SARA_AM, begin, end)]


def finds(text: str, wanted: Wanted) -> Iterator[tuple[int, int]]:
    """Where what is looked for stands in a text: begin and end of each, in letters of the text."""
    sought = folded(wanted.words, exact=wanted.exact).text
    if not sought:
        return
    held = folded(text, exact=wanted.exact)
    place = held.text.find(sought)
    while place >= 0:
        last = place + len(sought) - 1
        yield held.begins[place], max(held.ends[place : last + 1])
        place = held.text.find(sought, last + 1)


def all_finds(document: QTextDocument, wanted: Wanted) -> list[tuple[int, int]]:
    """Where it stands in the whole text, as Qt counts."""
    found: list[tuple[int, int]] = []
    block = document.firstBlock()
    while block.isValid():
        text, start = block.text(), block.position()
        found.extend(
            (start + code_units(text[:begin]), start + code_units(text[:end]))
            for begin, end in finds(text, wanted)
        )
        block = block.next()
    return found


def next_find(cursor: QTextCursor, wanted: Wanted, *, back: bool = False) -> QTextCursor | None:
    """The next place after the cursor, or the last before it; from the other end once one is reached."""
    places = all_finds(cursor.document(), wanted)
    if not places:
        return None
    if back:
        before = [place for place in places if place[1] <= cursor.selectionStart()]
        begin, end = (before or places)[-1]
    else:
        after = [place for place in places if place[0] >= cursor.selectionEnd()]
        begin, end = (after or places)[0]
    found = QTextCursor(cursor.document())
    found.setPosition(begin)
    found.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return found


def is_find(cursor: QTextCursor, wanted: Wanted) -> bool:
    """Whether the selection is what is looked for."""
    if not cursor.hasSelection():
        return False
    chosen = cursor.selectedText()
    return list(finds(chosen, wanted)) == [(0, len(chosen))]


def replace_all(document: QTextDocument, wanted: Wanted, words: str) -> int:
    """Write other words in every place, in the look of the first letter there, as one step; how many."""
    places = all_finds(document, wanted)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for begin, end in reversed(places):
        put(cursor, begin, end, words)
    cursor.endEditBlock()
    return len(places)


def put(cursor: QTextCursor, begin: int, end: int, words: str) -> None:
    """Write words in place of a stretch, in the look of its first letter."""
    cursor.setPosition(begin)
    cursor.setPosition(begin + 1, QTextCursor.MoveMode.KeepAnchor)
    look = cursor.charFormat()
    cursor.setPosition(begin)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(words, look)
