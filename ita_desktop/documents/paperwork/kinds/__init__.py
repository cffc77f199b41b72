"""All kinds of papers that are written here, in the order in which a list shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ita_desktop.documents.paperwork.kinds.letters import LETTERS
from ita_desktop.documents.paperwork.kinds.memos import MEMOS
from ita_desktop.documents.paperwork.kinds.reports import REPORTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_desktop.documents.paperwork.kinds.maker import Maker

MAKERS: Final[Mapping[str, Maker]] = {made.kind.code: made for made in (*MEMOS, *REPORTS, *LETTERS)}
