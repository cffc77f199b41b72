"""Bold and italic beside Thai letters: `**(ก)**ต่อ` is bold, as whoever typed it meant.

CommonMark lets stars beside a bracket or a colon begin or end bold only at a space or another such mark. Thai
has no space there, so the stars would be printed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

_STARS = re.compile(r"\*+")
_THAI = re.compile(r"[\u0e00-\u0e7f]")


def teach_emphasis(parser: MarkdownIt) -> None:
    """Put a rule that knows Thai before the parser's own."""
    parser.inline.ruler.before("emphasis", "thai_emphasis", _stars_beside_thai)


def _stars_beside_thai(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - called by the parser
    """Take stars between a Thai letter and a mark: they end what is open, else they begin something."""
    from markdown_it.rules_inline.state_inline import Delimiter

    stars = _STARS.match(state.src, state.pos)
    if silent or stars is None or stars.start() == 0 or stars.end() >= state.posMax:
        return False
    before, after = state.src[stars.start() - 1], state.src[stars.end()]
    if not (_THAI.match(before) and _is_mark(after)) and not (_is_mark(before) and _THAI.match(after)):
        return False
    for _ in stars.group():
        state.push("text", "", 0).content = "*"
        place = len(state.tokens) - 1
        state.delimiters.append(
            Delimiter(ord("*"), len(stars.group()), token=place, end=-1, open=True, close=True)
        )
    state.pos = stars.end()
    return True


def _is_mark(char: str) -> bool:
    """Tell whether a character is punctuation: neither letter, mark above one, figure nor space."""
    return not (char.isalnum() or char.isspace() or _THAI.match(char))
