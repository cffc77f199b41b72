"""Statements of an old report are told apart: right, a number of something else, or not known."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ita_desktop.domain.claims import Finding, Knowledge, Meaning, check, read_claims
from ita_desktop.wording.claims import verdict_words

KNOWN = Knowledge(
    2568,
    Decimal("85.00"),
    {"total": Decimal("99.70"), "IIT": Decimal("99.93"), "OIT": Decimal("99.38")},
    {2567: {"total": Decimal("98.25")}},
    {"ข้าราชการ/พนักงาน": Decimal("28.19"), "ลูกจ้าง/พนักงานจ้าง": Decimal("57.45")},
)


def test_a_change_is_not_the_distance_to_the_target() -> None:
    """+1.45 "over the target" is the change from 2567; the distance is +14.70."""
    (claim,) = read_claims("ผลคะแนนสูงกว่าค่าเป้าหมาย +๑.๔๕")
    verdict = check(claim, KNOWN)
    assert verdict.finding is Finding.SOMETHING_ELSE
    assert [(fact.meaning, fact.since) for fact in verdict.matches] == [(Meaning.CHANGE, 2567)]
    assert [fact.value for fact in verdict.instead] == [Decimal("14.70")]
    words = verdict_words(verdict)
    assert "เปลี่ยนจากปี 2567 +1.45" in words
    assert "ห่างจากเป้าหมาย +14.70" in words


def test_a_score_is_not_a_share_of_respondents() -> None:
    """99.93 % "of the respondents" is the score of IIT; the group named has 28.19 %."""
    (claim,) = read_claims("มากกว่า 99.93 % เป็นระดับข้าราชการ/พนักงาน")
    verdict = check(claim, KNOWN)
    assert verdict.finding is Finding.SOMETHING_ELSE
    assert verdict.matches[0].name == "IIT"
    assert [fact.value for fact in verdict.instead] == [Decimal("28.19")]


@pytest.mark.parametrize(
    "line",
    ["คะแนนเฉลี่ย 99.70 คะแนน", "เพิ่มขึ้นจากปีที่ผ่านมา 1.45", "สูงกว่าเป้าหมาย 14.70", "ข้าราชการ/พนักงาน ร้อยละ 28.19"],
)
def test_what_is_right_is_called_right(line: str) -> None:
    """Score, change, distance and share, each said as what it is."""
    (claim,) = read_claims(line)
    assert check(claim, KNOWN).finding is Finding.TRUE


def test_what_is_not_known_is_not_called_wrong() -> None:
    """A number that is nothing we know stays unknown; whole numbers and dates are no claims."""
    (claim,) = read_claims("งบประมาณ 12.34 ล้านบาท วันที่ 12 ก.พ. 2569 ห้อง 5")
    assert check(claim, KNOWN).finding is Finding.UNKNOWN
