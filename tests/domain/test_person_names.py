"""Promises about names and about finding the same person twice."""

from __future__ import annotations

import pytest

from ita_desktop.domain.person_names import sorting_key, split_title
from ita_desktop.domain.roster import ExternalPerson, InternalPerson
from ita_desktop.domain.roster_likeness import Likeness, like_pairs, name_likeness


@pytest.mark.parametrize(
    ("name", "title", "plain"),
    [
        ("นายตัวอย่าง สมมติ", "นาย", "ตัวอย่าง สมมติ"),
        ("นางสาวทดลอง สมมติ", "นางสาว", "ทดลอง สมมติ"),
        ("นางสาวิตรี สมมติ", "นาง", "สาวิตรี สมมติ"),
        ("ว่าที่ร้อยตรีหญิง ทดลอง สมมติ", "ว่าที่ร้อยตรีหญิง", "ทดลอง สมมติ"),
        ("ว่าที่ ร.ต.ทดลอง สมมติ", "ว่าที่ ร.ต.", "ทดลอง สมมติ"),
        ("ร้อยตำรวจเอก ดร.ตัวอย่าง สมมติ", "ร้อยตำรวจเอก ดร.", "ตัวอย่าง สมมติ"),
        ("พ.ต.ท.หญิง ทดลอง สมมติ", "พ.ต.ท.หญิง", "ทดลอง สมมติ"),
        ("นายิกา สมมติ", "", "นายิกา สมมติ"),
        ("คุณธรรม สมมติ", "", "คุณธรรม สมมติ"),
        ("หญิง สมมติ", "", "หญิง สมมติ"),
        ("นาย", "", "นาย"),
    ],
)
def test_titles_are_told_from_names(name: str, title: str, plain: str) -> None:
    """Also where they stick to the name, and where the name begins like one."""
    found = split_title(name)
    assert (found.title, found.plain) == (title, plain)


def test_people_sort_as_in_a_dictionary() -> None:
    """By name and not by title; a leading vowel is read after its consonant."""
    names = ["นางสาวไก่ สมมติ", "นายขวด สมมติ", "ดร.กบ สมมติ", "นายเกด สมมติ"]
    assert sorted(names, key=sorting_key) == [
        "ดร.กบ สมมติ", "นายเกด สมมติ", "นางสาวไก่ สมมติ", "นายขวด สมมติ",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second", "likeness"),
    [
        ("นายทดลอง สมมติ", "นาย ทดลอง สมมติ", Likeness.SAME),
        ("นายทดลอง สมมติ", "ดร.ทดลอง สมมติ", Likeness.TITLE),
        ("นายน้ำใส สมมติ", "นายน่ำใส สมมติ", Likeness.SPELLING),
        ("นายน้ำใส สมมติ", "นายนำใส สมมติ", Likeness.SPELLING),
        ("นายทดลอง สมมติ", "นายจำลอง สมมติ", None),
    ],
)
def test_names_are_alike_by_title_and_mark(first: str, second: str, likeness: Likeness | None) -> None:
    """One mark apart is alike, another name is not."""
    assert name_likeness(first, second) is likeness


def test_pairs_are_found_by_name_spelling_and_telephone() -> None:
    """Each once, with the strongest reason; a switchboard's number says nothing."""
    people = [
        InternalPerson("นายทดลอง สมมติ", division="ก", phone="0810000001", key=1),
        InternalPerson("ดร.ทดลอง สมมติ", division="ข", phone="081-000-0001", key=2),
        InternalPerson("นางกานต์ ตัวอย่าง", phone="0810000001", key=3),
        *(InternalPerson(f"นาย{letter} เบอร์กลาง", phone="021110000", key=10 + place)
          for place, letter in enumerate("กขคงจ")),
    ]  # fmt: skip
    pairs = {(pair.first.key, pair.second.key): pair.likeness for pair in like_pairs(people)}
    assert pairs == {(1, 2): Likeness.TITLE, (1, 3): Likeness.PHONE, (2, 3): Likeness.PHONE}


def test_two_visits_of_one_person_are_no_pair() -> None:
    """About another matter they stand there twice with reason."""
    visits = [
        ExternalPerson("นางข สมมติ", matter=matter, key=key) for key, matter in ((1, "ก"), (2, "ข"), (3, "ก"))
    ]
    assert [(pair.first.key, pair.second.key) for pair in like_pairs(visits)] == [(1, 3)]
