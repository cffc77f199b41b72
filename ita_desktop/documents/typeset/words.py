"""Where a line may be broken, and how unwelcome each place is.

A text becomes *tokens* that join to the text again; each says what a break after it costs. The rules hold
for official Thai: no break inside a known name, an abbreviation, a number or a number with its unit, before
ๆ ฯ and closing marks, after opening ones; and rather not after a connective.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

from .segment import words as thai_words
from .wordlist import BEFORE_NUMBER, CONNECTIVES, MONTHS, PREFIXES, TITLES, UNITS

if TYPE_CHECKING:
    from collections.abc import Iterable

NEVER: Final = 1_000_000_000
"""No break here."""
INSIDE_NAME: Final = 100_000_000
"""Only when a line cannot be filled otherwise (a name in a column narrower than itself)."""
INSIDE_COMPOUND: Final = 1_500
CONNECTIVE: Final = 1_200
AT_SPACE: Final = -30
BETWEEN_WORDS: Final = 0
BEFORE_FIGURE: Final = 120
"""At a space before a number or after a dash. Before a dash is worse: none should begin a line."""
_LONG_NAME: Final = 8
"""Letters from which a name is taken for itself wherever it stands."""

_TOKEN: Final = re.compile(
    r"(?P<R>ฯลฯ|[ๆฯ])|(?P<T>[ก-ฮฤฦะ-ฺเ-ๅ็-๎]+)|(?P<N>[0-9๐-๙]+(?:[.,:/\-–][0-9๐-๙]+)*%?)"
    r"|(?P<L>[A-Za-z0-9À-ɏ]+(?:[.\-_@/:?=&#%+~'’]+[A-Za-z0-9À-ɏ]+)*)"
    r"|(?P<Z>\u200b)|(?P<S>[ \t\u2002-\u200a\u3000]+)"
    r"|(?P<J>[\u00a0\u2060\u202f])|(?P<O>[(\[{“‘«‹<])|(?P<C>[)\]}”’»›>])|(?P<P>[.,;:!?%…])|(?P<D>[-–—/\\|])"
    r"|(?P<Q>[\"'])|(?P<X>.)",
    re.DOTALL,
)


class Token(NamedTuple):
    """A piece of text, its kind letter, and the cost of a line break after it."""

    text: str
    kind: str
    after: int


class Words:
    """Finds tokens for one document, which knows its own names."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        """Remember names (of offices, people, places) that must never be broken."""
        known = sorted({name.strip() for name in names if len(name.strip()) > 1}, key=len, reverse=True)
        self._names = re.compile("|".join(map(re.escape, known))) if known else None

    def tokens(self, text: str) -> list[Token]:
        """Cut a text without line ends into tokens."""
        if self._names is None:
            return _rated(_kinds(text))
        found: list[tuple[str, str]] = []
        at = 0
        for match in self._names.finditer(text):
            if _by_accident(text, match.start(), match.end()):
                continue
            found += _kinds(text[at : match.start()])
            found += _named(match.group())
            at = match.end()
        return _rated(found + _kinds(text[at:]))


def _by_accident(text: str, start: int, end: int) -> bool:
    """Whether a name was found inside other words.

    It cuts a cluster, or is short and no word ends where it does.
    """
    if _inside_cluster(text, start) or _inside_cluster(text, end):
        return True
    if end - start >= _LONG_NAME:
        return False
    ends = set(accumulate(len(piece) for piece, _ in _kinds(text)))
    return end not in ends or (start > 0 and start not in ends)


def _inside_cluster(text: str, at: int) -> bool:
    """Whether a cut here would part a mark from its letter, so that a name was found by accident."""
    return 0 < at < len(text) and (text[at] in "ะัาำิีึืฺุูๅ็่้๊๋์ํ๎" or text[at - 1] in "เแโใไ")


def _named(name: str) -> list[tuple[str, str]]:
    """Tokens of a known name.

    Kind n, then the kind of its last token, so that what follows is rated as usual.
    """
    found = _kinds(name)
    return [(text, "n" if index < len(found) - 1 else kind) for index, (text, kind) in enumerate(found)]


@lru_cache(maxsize=512)
def _kinds_cached(text: str) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    for match in _TOKEN.finditer(text):
        kind, piece = match.lastgroup or "X", match.group()
        if kind == "T":
            found += _thai(piece, followed_by_stop=text.startswith(".", match.end()))
        elif kind == "Q":
            opening = not found or found[-1][1] in "SOZJ"
            found.append((piece, "O" if opening else "C"))
        else:
            found.append((piece, kind))
    return tuple(found)


def _kinds(text: str) -> list[tuple[str, str]]:
    return list(_kinds_cached(text)) if text else []


def _thai(letters: str, *, followed_by_stop: bool) -> list[tuple[str, str]]:
    """Words of a run.

    Before a full stop the bare consonants at its end are an abbreviation and stay whole.
    """
    found = thai_words(letters)
    if followed_by_stop:
        while len(found) > 1 and len(found[-1]) <= 3 and re.fullmatch("[ก-ฮ]{1,2}", found[-2]):
            found[-2:] = [found[-2] + found[-1]]
    return [(word, "T") for word in found]


def _rated(found: list[tuple[str, str]]) -> list[Token]:
    """Give each token the cost of a break after it."""
    last = len(found) - 1
    tokens = []
    for index, (text, kind) in enumerate(found):
        if index == last:
            after = NEVER
        elif kind == "S":
            after = _at_space(found, index)
        else:
            after = _between(text, kind, found[index + 1][1])
        tokens.append(Token(text, kind, after))
    return tokens


def _between(text: str, kind: str, next_kind: str) -> int:
    """Cost of a break between two tokens that touch."""
    if kind == "T" and next_kind == "T":
        if text in PREFIXES:
            return INSIDE_COMPOUND
        return CONNECTIVE if text in CONNECTIVES else BETWEEN_WORDS
    if kind == "n":
        return INSIDE_NAME
    if text in ",;" and next_kind in "TLN":
        return NEVER if next_kind == "N" else 50
    if kind == "D":
        return NEVER if next_kind not in "TL" else 60
    return _TOUCHING.get(kind + next_kind, NEVER)


_TOUCHING: Final = {
    "TL": 60, "LT": 60, "TO": 60, "CT": 20, "CL": 20, "CN": 60, "CO": 60, "RT": 10, "RL": 40, "RO": 40,
    "Tn": 0, "Ln": 60, "Cn": 20, "Rn": 10, "ZT": 0, "ZL": 0, "ZN": 0, "ZO": 0, "Zn": 0, "ZX": 0, "ZD": 0,
    "TX": 80, "XT": 80, "XL": 80, "LX": 80, "XX": 80, "XO": 80, "CX": 80, "RX": 80, "Xn": 80,
}  # fmt: skip
"""Pairs of kinds that may be parted without a space; all others may not."""


def _at_space(found: list[tuple[str, str]], index: int) -> int:
    """Cost of ending the line at the space at `index` (the space itself vanishes)."""
    if index == 0:
        return NEVER
    text, kind = found[index - 1]
    following, next_kind = found[index + 1]
    bullet = kind == "D" and index == 1
    if (
        bullet
        or next_kind in "RCPSJ"
        or kind in "OJS"
        or _belongs_to_number(text, kind, following, next_kind)
    ):
        return NEVER
    if "n" in (kind, found[index][1]):
        return INSIDE_NAME
    if next_kind == "N" or "D" in (kind, next_kind):
        return INSIDE_COMPOUND if next_kind == "D" else BEFORE_FIGURE
    if text in TITLES and next_kind in "Tn":
        return INSIDE_COMPOUND
    return CONNECTIVE if text in CONNECTIVES else AT_SPACE


def _belongs_to_number(text: str, kind: str, following: str, next_kind: str) -> bool:
    """Whether a space lies between a number and what counts it: ข้อ ๕, พ.ศ. ๒๕๖๘, ๒๔ มีนาคม, ๐ ๒๕๖๗ ๖๐๐๐."""
    if next_kind == "N":
        return (kind in "NP" and text != ":") or text in BEFORE_NUMBER or text in MONTHS
    return kind == "N" and following in UNITS
