"""Cut Thai letters into dictionary words, with nlpo3 and the bundled word list."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from ita_desktop.support.paths import RESOURCES

from .errors import WordListMissing

if TYPE_CHECKING:
    from collections.abc import Iterator

_DICTIONARY: Final = "ita_desktop_typeset"
_SAFE_FROM: Final = 200
"""Letters without a space from which the slower mode, immune to ambiguous text, is used."""
_MOST_MARKS: Final = 12
_CLUSTER: Final = re.compile(r"[เแโใไ]*.[ะัาำิ-ฺๅ็-๎]*", re.DOTALL)
_COMMITTEES: Final = frozenset(("กรรมการ", "คณะกรรมการ", "อนุกรรมการ", "คณะอนุกรรมการ"))
_FRAGMENT: Final = re.compile(r"[ก-ฮ][็-๎]?|[เแโใไ]|.?[ฺ็-๎]")


@lru_cache(maxsize=1)
def _load() -> None:
    """Read the word list once per process. Without it lines would end inside words, so that is an error."""
    import nlpo3

    path = RESOURCES / "thai" / "words_th.txt"
    if not path.is_file():
        raise WordListMissing(path)
    nlpo3.load_dict(str(path), _DICTIONARY)
    try:  # Loading says no when another thread was faster, so ask for a word instead.
        nlpo3.segment("คำ", _DICTIONARY)
    except RuntimeError as problem:
        raise WordListMissing(path) from problem


def clusters(letters: str) -> list[str]:
    """Cut letters into pieces that a line may be broken between in need: a letter with all its marks.

    A letter with more marks than any word has is cut too: a line must end somewhere, and a stack of marks
    must not grow higher than a font can say.
    """
    found = _CLUSTER.findall(letters)
    return [piece[at : at + _MOST_MARKS] for piece in found for at in range(0, len(piece), _MOST_MARKS)]


def words(letters: str) -> list[str]:
    """Cut a run of Thai letters into words whose concatenation is the run, none starting with a mark."""
    if len(letters) < 3:
        return [letters]
    found = _segment(letters)
    return _mend(found)


def _segment(letters: str) -> list[str]:
    _load()
    import nlpo3

    found = nlpo3.segment(letters, _DICTIONARY, safe=len(letters) > _SAFE_FROM)
    return found if "".join(found) == letters else clusters(letters)


def _mend(found: list[str]) -> list[str]:
    """Join what cannot stand alone.

    A mark or following vowel to what it follows, a bare consonant to a neighbour.
    """
    mended: list[str] = []
    for word in _parted(found):
        if mended and (_starts_inside(word) or mended[-1][-1] in "เแโใไ" or _FRAGMENT.fullmatch(word)):
            mended[-1] += word
        else:
            mended.append(word)
    if len(mended) > 1 and _FRAGMENT.fullmatch(mended[0]) and mended[0] != "ณ":
        mended[:2] = [mended[0] + mended[1]]
    return mended


def _parted(found: list[str]) -> Iterator[str]:
    """Part กิจกรรมการ into กิจกรรม and การ: the word list joins them so that กิจ|กรรมการ never wins."""
    for word in found:
        if word.endswith("กรรมการ") and word not in _COMMITTEES:
            yield word[:-3]
            yield word[-3:]
        else:
            yield word


def _starts_inside(word: str) -> bool:
    """Whether the word begins with a mark or a vowel that stands after its consonant."""
    return word[0] in "ะัาำิีึืฺุูๅ็่้๊๋์ํ๎"
