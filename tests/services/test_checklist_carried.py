"""A new year from an old one: matched by map and title, begun anew, nothing lost, nothing passed over."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from ita_desktop.domain.carry_over import carry_over, title_key
from ita_desktop.domain.checklist import CheckEntry, Match, WorkStatus
from ita_desktop.domain.problems import MissingRecord
from ita_desktop.services.instruments import instrument_text
from tests.helpers.offices import instrument_of, new_workspace

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.domain.carry_over import CarriedOver
    from ita_desktop.services.workspace import Workspace

E_SERVICE = "ข้อร้องเรียนไม่ใช่ E-Service, E-Service ที่นำเสนอไม่ใช้งานบริการตามภารกิจของหน่วยงาน"
LEADERS = "ไม่ได้แสดงการดำเนินการหรือกิจกรรมให้เห็นถึงการปรับปรุงพัฒนา"
OLD = {
    "O17": CheckEntry(
        "O17",
        Fraction(0),
        WorkStatus.CONFIRMED,
        "https://www.tambon-tuayang.go.th/e",
        "แบบคำร้อง",
        "กองวิชาการ",
        comment=E_SERVICE,
    ),
    "O35": CheckEntry("O35", Fraction(0), WorkStatus.CONFIRMED, comment=LEADERS),
}


def carried() -> CarriedOver:
    """The comments of 2563 (its list is that of 2564) under the 2568 instrument."""
    return carry_over(OLD, instrument_of(2564), instrument_of(2568))


def test_an_assessors_comment_stands_at_the_successor() -> None:
    """O17 E-Service is o10 now, by the map: comment, link, note and result come as last year's."""
    entry = carried().entries["o10"]
    (left,) = entry.last_years
    assert (left.code, left.year, left.match, left.comment) == ("O17", 2564, Match.MAP, E_SERVICE)
    assert (left.result, left.note, left.link) == (
        Fraction(0),
        "แบบคำร้อง",
        "https://www.tambon-tuayang.go.th/e",
    )
    assert (entry.owner, entry.result, entry.status, entry.link) == (
        "กองวิชาการ",
        None,
        WorkStatus.NOT_BEGUN,
        "",
    )


def test_an_item_without_a_successor_is_listed_with_its_comment() -> None:
    """O35 การมีส่วนร่วมของผู้บริหาร has no place in 2568, and is not lost."""
    orphans = {left.code: left for left in carried().without_successor}
    assert orphans["O35"].comment == LEADERS
    assert "O17" not in orphans


def test_every_old_item_is_carried_or_listed_once() -> None:
    """43 items in, 43 out; two that became one stand both at it."""
    found = carried()
    lefts = [left.code for entry in found.entries.values() for left in entry.last_years]
    lefts += [left.code for left in found.without_successor]
    assert sorted(lefts) == sorted(
        item.code for tool in instrument_of(2564).checklists for item in tool.items
    )
    assert [left.code for left in found.entries["o1"].last_years] == ["O1", "O3"]


def test_titles_match_across_their_years() -> None:
    """Without a map, `…ประจำปี พ.ศ. 2567` is the item that said 2566 the year before."""
    assert title_key("รายงานผลการดำเนินงานประจำปี พ.ศ. 2567") == title_key(
        "รายงานผลการดำเนินงานประจำปี พ.ศ. ๒๕๖๘"
    )
    assert title_key("E-Service") != title_key("ข้อมูลผู้บริหาร")
    same = carry_over({}, instrument_of(2568), instrument_of(2568))
    assert same.without_successor == ()
    assert {left.match for entry in same.entries.values() for left in entry.last_years} == {Match.CODE}


def test_what_nobody_looked_at_again_is_listed_until_someone_does(office: Workspace) -> None:
    """Saving an item, or saying that it was looked at, takes it off the list."""
    office.checklist.years.take(OLD, instrument_of(2564))
    assert "o10" in office.checklist.years.unlooked()
    office.checklist.years.look("o10")
    assert "o10" not in office.checklist.years.unlooked()
    row = next(row for row in office.checklist.rows() if row.item.code == "o1")
    office.checklist.save(row.entry.judged(row.entry.stage, Fraction(100)))
    assert "o1" not in office.checklist.years.unlooked()
    assert [left.code for left in office.checklist.years.without_successor()][-1] != "O17"
    with pytest.raises(MissingRecord):
        office.checklist.years.carry_over(2564)


def test_this_years_work_survives_being_carried_over(office: Workspace) -> None:
    """What is recorded already stays; only an owner still empty is filled."""
    office.checklist.save(CheckEntry("o10", Fraction(50), WorkStatus.DOING, note="ปีนี้"))
    office.checklist.years.take(OLD, instrument_of(2564))
    entry = next(row.entry for row in office.checklist.rows() if row.item.code == "o10")
    assert (entry.result, entry.status, entry.note, entry.owner) == (
        Fraction(50),
        WorkStatus.DOING,
        "ปีนี้",
        "กองวิชาการ",
    )


def test_a_wrong_match_is_refused_and_listed(office: Workspace) -> None:
    """A person says that it is another thing: it joins those without a successor, and undo brings it back."""
    office.checklist.years.take(OLD, instrument_of(2564))
    before = len(office.checklist.years.without_successor())
    left = next(row for row in office.checklist.rows() if row.item.code == "o10").entry.last_years[0]
    office.checklist.years.refuse("o10", left)
    assert len(office.checklist.years.without_successor()) == before + 1
    office.undo()
    assert len(office.checklist.years.without_successor()) == before


def test_an_earlier_year_of_the_same_file_comes_along(empty_folder: Path) -> None:
    """2564 filled, 2568 begun in the same file: comments and owners come over, results do not."""
    office = new_workspace(empty_folder, 2564)
    office.checklist.save(OLD["O17"])
    office.rounds.start(instrument_text(2568))
    assert office.year == 2568
    office.checklist.years.carry_over(2564)
    row = next(row for row in office.checklist.rows() if row.item.code == "o10")
    assert (row.entry.last_years[0].comment, row.entry.owner, row.entry.result) == (
        E_SERVICE,
        "กองวิชาการ",
        None,
    )
    office.close()
