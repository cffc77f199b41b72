"""Every state, rule, fault and paper of the plan has words in both languages; a finding drafts itself."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ita_desktop.domain.plan.effect import Verdict
from ita_desktop.domain.plan.findings import Finding, FindingState, Heading, Reason, Rule
from ita_desktop.domain.plan.library import LibraryFault
from ita_desktop.domain.plan.papers import PLAN_PAPERS
from ita_desktop.domain.plan.timeline import BarState
from ita_desktop.services.plan.findings import FindingRow
from ita_desktop.support.language import set_language, tr
from ita_desktop.wording.plan import REASONS, THAI_REASONS, finding_text, reason_words, reasons_words
from ita_desktop.wording.plan_problems import LIBRARY_FAULTS
from ita_desktop.wording.plan_states import plan_paper_name
from ita_desktop.wording.states import label

THAI = range(0x0E00, 0x0E80)


def thai(text: str) -> bool:
    """Whether a text has Thai letters."""
    return any(ord(letter) in THAI for letter in text)


@pytest.mark.parametrize("kind", [FindingState, Heading, Verdict, BarState])
def test_states_have_names_in_both_languages(kind: type[Heading]) -> None:
    """None is missing, none stays Thai in English."""
    assert all(thai(label(state)) for state in kind)
    set_language("en")
    assert not any(thai(label(state)) for state in kind)


def test_rules_faults_and_papers_have_words_in_both_languages() -> None:
    """Each by its member or code."""
    assert set(REASONS) == set(THAI_REASONS) == set(Rule)
    assert set(LIBRARY_FAULTS) == set(LibraryFault)
    set_language("en")
    words = [
        *map(tr, REASONS.values()),
        *map(tr, LIBRARY_FAULTS.values()),
        *map(plan_paper_name, PLAN_PAPERS),
    ]
    assert [each for each in words if thai(each)] == []


def test_a_drafted_finding_is_thai_in_either_language() -> None:
    """It is printed; its reasons on the screen follow the window."""
    reasons = (
        Reason(Rule.BELOW_TARGET, Decimal("66.80"), Decimal("85.00")),
        Reason(Rule.LOWEST, Decimal("66.80"), Decimal("87.23"), "IIT"),
    )
    row = FindingRow(Finding("i10", Heading.URGENT, reasons=reasons), "การขอยืมทรัพย์สิน", "4", "IIT", (), "", 0)
    set_language("en")
    assert finding_text(row) == (
        "ข้อ i10 การขอยืมทรัพย์สิน ได้ 66.80 คะแนน ต่ำกว่าเป้าหมาย 85 คะแนน และเป็นข้อที่ได้คะแนนต่ำของแบบวัด IIT"
    )
    assert reason_words(reasons[0]) == "66.80, below the target 85"
    assert not thai(reasons_words(row.finding))
