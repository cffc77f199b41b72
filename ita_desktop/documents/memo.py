"""บันทึกข้อความ (แบบที่ 29): the head exactly placed, the body, the signature.

Every measure stands here as a number with the rule that it follows; docs/papers.md gives the source of each,
and a test measures them in the PDF.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.documents.body import body_blocks
from ita_desktop.documents.figures import date_text, written
from ita_desktop.documents.memo_head import BODY_TOP_MM, MemoHead
from ita_desktop.documents.ruler import Ruler
from ita_desktop.documents.setting import FAMILIES, problems, to_pdf
from ita_desktop.documents.typeset import PLAIN, DocumentInfo, KeepTogether, PageSetup, Paragraph, Placed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from ita_desktop.documents.typeset import Block, Pen
    from ita_desktop.domain.papers import Memo

PAGE = PageSetup(top_mm=BODY_TOP_MM, page_number="thai", number_baseline_mm=30.0)
"""Left 3 cm, right 2 cm, bottom 2 cm. The number of page 2 stands 3 cm below the edge, so text begins below
it; page 1 has none, and its head begins at the 2.5 cm of the rule."""
SALUTATION = PLAIN.but(space_before_pt=6.0)
PAGE_CENTRE_MM = 105.0
SIGNATURE_LINES = 2
"""Returns between the body and the line that is signed."""
LINE_MM = PLAIN.leading * 25.4 / 72.0
GAP_MM = 6.0 * 25.4 / 72.0


@dataclass(frozen=True, slots=True)
class Emblem:
    """ตราครุฑ as the office loaded it: its file's bytes; without them an empty frame or nothing."""

    picture: bytes | None = None
    show_frame: bool = False


def render_memo(
    memo: Memo,
    created: datetime,
    *,
    family: str = FAMILIES[0],
    words: Iterable[str] = (),
    emblem: Emblem | None = None,
) -> bytes:
    """Set a memo; the problems of `setting.to_pdf`. `words` are names that no line may break."""
    known = tuple(words)
    with problems():
        blocks = memo_blocks(memo, Ruler.of(family, known), emblem or Emblem())
    info = DocumentInfo(written(memo.subject, memo.digits), created, author=memo.department)
    page = PAGE.but(page_number=memo.digits.value)
    return to_pdf(blocks, info, page=page, family=family, words=known)


def memo_blocks(memo: Memo, ruler: Ruler, emblem: Emblem) -> list[Block]:
    """Make the blocks of a memo from head to signature."""
    digits = memo.digits
    head = MemoHead(
        written(memo.department, digits),
        written(memo.number, digits),
        written(date_text(memo.day), digits) if memo.day is not None else "",
        written(memo.subject, digits),
        ruler,
        emblem.picture,
        emblem.show_frame,
    )
    salutation = Paragraph(f"เรียน\u00a0\u00a0{written(memo.addressee, digits)}", SALUTATION)
    body = list(body_blocks(memo.paragraphs, digits))
    return [head.block(), salutation, *body, *_signature(memo, ruler)]


def _signature(memo: Memo, ruler: Ruler) -> list[Block]:
    """Place the signer below the body, two lines of which go along to a new page.

    The widest line begins at the centre line of the page, the others are centred on it.
    """
    name = f"({memo.signer_name})" if memo.signer_name else ""
    given = [written(text, memo.digits) for text in (name, memo.signer_position) if text]
    if not given:
        return []
    room = PAGE.width_mm - PAGE.right_mm - PAGE_CENTRE_MM
    lines = [line for text in given for line in ruler.lines(text, PLAIN, room)]
    width = max(ruler.width(line, PLAIN) for line in lines)
    middle = PAGE_CENTRE_MM - PAGE.left_mm + width / 2
    top = GAP_MM + SIGNATURE_LINES * LINE_MM

    def draw(pen: Pen, _width: float) -> None:
        baseline = top + pen.baseline(PLAIN)
        for index, line in enumerate(lines):
            pen.text(middle, baseline + index * LINE_MM, line, PLAIN, "center")

    return [KeepTogether([Placed(top + len(lines) * LINE_MM, draw)], previous_lines=2)]
