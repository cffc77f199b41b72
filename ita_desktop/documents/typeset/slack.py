"""Share a line's slack between letters and spaces.

Letters are parted only so far: from a tenth of an em on, pdf.js and pdfium take a gap for a space, and a
search for the word no longer finds it. What is left goes into the spaces; a line without any stays short.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from .linebreak import SHRINK, SPACE_SHARE, STRETCH_BOUND

_WIDEST_SPACE: Final = 1.5
"""Most that is added to a space, in em: beyond it a short line is the lesser evil."""


class Spread(NamedTuple):
    """Points added after each cluster of letters and after each space."""

    letter: float
    space: float


NATURAL: Final = Spread(0.0, 0.0)


def spread(slack: float, units: float, spaces: int, em: float) -> Spread:
    """Share `slack` points over `units` gaps, of which each of the `spaces` counts SPACE_SHARE.

    `em` is the size in points of the smallest letters of the line, in which the bound is measured.
    """
    if units <= 0:
        return NATURAL
    each = max(slack / units, -2 * SHRINK * em)
    bound = STRETCH_BOUND * em
    if each <= bound:
        return Spread(each, each * SPACE_SHARE)
    if not spaces:
        return NATURAL
    rest = (slack - bound * (units - SPACE_SHARE * spaces)) / spaces
    return Spread(bound, rest) if rest <= _WIDEST_SPACE * em else NATURAL
