"""Where a line of Thai on the screen may end, from the same word list as the papers.

Thai has no spaces between words. Qt finds them only where the system brings a Thai dictionary (libthai on
Linux, ICU); on Windows it has none, so a wrapped label would break inside a word, or not at all. The papers'
own word list answers there too. It is read when the first line asks, never at the start of the program.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from ita_desktop.support.paths import RESOURCES

if TYPE_CHECKING:
    from ita_desktop.documents.typeset.words import Words

BREAK: Final = "\u200b"
"""Zero-width space: a line may end here, and nothing is seen where it does not."""
UNWELCOME: Final = 1_000
"""From this cost on a break is left out: after การ, ความ, ที่ the reader would stumble."""
_SPACED: Final = re.compile(r"\s+|\S+")
_THAI_WORD: Final = re.compile("[\u0e01-\u0e4e]+")
_THAI_RUN: Final = re.compile("[\u0e01-\u0e5b]{4}")


def has_thai_run(text: str) -> bool:
    """Whether there are Thai letters in a row among which a line might have to end."""
    return _THAI_RUN.search(text) is not None


@lru_cache(maxsize=1024)
def with_breaks(text: str) -> str:
    """Return a text with a zero-width space wherever a line may end between two Thai words.

    The spaces of the text itself are left alone: every screen breaks there. Without the word list, which the
    self-test would tell, the text comes back as it was: a label must be readable in any case.
    """
    from ita_desktop.documents.typeset import WordListMissing

    if not has_thai_run(text):
        return text
    try:
        return "\n".join(_line(line) for line in text.split("\n"))
    except WordListMissing:
        return text


@lru_cache(maxsize=256)
def words_of(text: str) -> tuple[str, ...]:
    """Cut a text into words, spaces and signs; put together again they are the text.

    Without the word list, what stands between spaces counts as a word.
    """
    from ita_desktop.documents.typeset import WordListMissing

    try:
        pieces = [token.text for token in _words().tokens(text)]
    except WordListMissing:
        pieces = _SPACED.findall(text)
    return tuple(pieces) if "".join(pieces) == text else tuple(_SPACED.findall(text))


@lru_cache(maxsize=512)
def unknown_words(text: str) -> tuple[tuple[int, int], ...]:
    """Where words stand that the word list does not know, as begin and end: misprints mostly, and names.

    Letters beside a full stop are abbreviations and never told. Without the word list, nothing is.
    """
    known = _known()
    pieces = words_of(text) if known else ()
    found, begin = [], 0
    for place, piece in enumerate(pieces):
        end = begin + len(piece)
        bare = piece.strip("ๆฯ")
        following = pieces[place + 1][:1] if place + 1 < len(pieces) else ""
        abbreviated = following == "." or text[begin - 1 : begin] == "."
        if len(bare) > 1 and _THAI_WORD.fullmatch(bare) and bare not in known and not abbreviated:
            found.append((begin, end))
        begin = end
    return tuple(found)


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    """The words of the papers' own list and of offices; none where the list is missing."""
    words: set[str] = set()
    for name in ("words_th.txt", "office_words.txt"):
        path = RESOURCES / "thai" / name
        if path.is_file():
            words.update(line.strip() for line in path.read_text("utf-8").splitlines())
    return frozenset(words)


def _line(text: str) -> str:
    """One line without a line end."""
    tokens = _words().tokens(text)
    pieces = []
    for token, following in pairwise(tokens):
        pieces.append(token.text)
        between_letters = token.kind not in "SZJ" and following.kind not in "SZJ"
        if between_letters and token.after < UNWELCOME:
            pieces.append(BREAK)
    return "".join(pieces) + (tokens[-1].text if tokens else "")


@lru_cache(maxsize=1)
def _words() -> Words:
    """The papers' own rules, loaded upon the first line that needs them."""
    from ita_desktop.documents.typeset.words import Words

    return Words()
