"""The names of papers in the user's language; on the paper itself the title is always Thai."""

from __future__ import annotations

from ita_desktop.domain.papers import MEMO, REPORT
from ita_desktop.support.language import mark, tr

PAPERS = {MEMO: mark("บันทึกข้อความ"), REPORT: mark("รายงานผลการประเมิน")}


def paper_name(code: str, title: str = "") -> str:
    """Return the name of a kind of paper; without one, its Thai title, else its code."""
    return tr(PAPERS[code]) if code in PAPERS else title or code
