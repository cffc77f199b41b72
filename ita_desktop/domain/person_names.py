"""People's names as offices write them: titles stuck to the front, spelt out or shortened, several at once.

A name is kept as it was typed, for that is how it is printed; title and plain name are only told apart to
sort, to search and to find the same person twice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ita_desktop.domain.thai_text import search_key

_CIVIL = (
    "เด็กชาย", "เด็กหญิง", "นางสาว", "นาย", "นาง", "คุณหญิง", "ท่านผู้หญิง", "หม่อมหลวง", "หม่อมราชวงศ์", "หม่อมเจ้า",
    "ด.ช.", "ด.ญ.", "น.ส.", "นส.", "ม.ล.", "ม.ร.ว.", "ม.จ.", "mr.", "mrs.", "miss", "ms.",
)  # fmt: skip
_LEARNED = (
    "ศาสตราจารย์", "รองศาสตราจารย์", "ผู้ช่วยศาสตราจารย์", "ดอกเตอร์", "นายแพทย์", "แพทย์หญิง", "ทันตแพทย์หญิง", "ทันตแพทย์",
    "เภสัชกรหญิง", "เภสัชกร", "สัตวแพทย์หญิง", "นายสัตวแพทย์", "ผศ.", "รศ.", "ศ.", "ดร.", "นพ.", "พญ.", "ทพญ.", "ทพ.",
    "ภญ.", "ภก.", "สพ.ญ.", "น.สพ.", "dr.", "prof.",
)  # fmt: skip
_RANKS = (
    "พลตำรวจเอก", "พลตำรวจโท", "พลตำรวจตรี", "พลตำรวจ", "พันตำรวจเอก", "พันตำรวจโท", "พันตำรวจตรี", "ร้อยตำรวจเอก",
    "ร้อยตำรวจโท", "ร้อยตำรวจตรี", "นายดาบตำรวจ", "ดาบตำรวจ", "จ่าสิบตำรวจ", "สิบตำรวจเอก",
    "สิบตำรวจโท", "สิบตำรวจตรี",
    "พลเรือเอก", "พลเรือโท", "พลเรือตรี", "พลอากาศเอก", "พลอากาศโท", "พลอากาศตรี", "พลเอก", "พลโท", "พลตรี",
    "นาวาอากาศเอก", "นาวาอากาศโท", "นาวาอากาศตรี", "นาวาเอก", "นาวาโท", "นาวาตรี", "เรืออากาศเอก", "เรืออากาศโท",
    "เรืออากาศตรี", "เรือเอก", "เรือโท", "เรือตรี", "พันจ่าอากาศเอก", "พันจ่าอากาศโท", "พันจ่าอากาศตรี", "พันจ่าเอก",
    "พันจ่าโท", "พันจ่าตรี", "จ่าอากาศเอก", "จ่าอากาศโท", "จ่าอากาศตรี", "จ่าสิบเอก", "จ่าสิบโท",
    "จ่าสิบตรี", "จ่าเอก", "จ่าโท",
    "จ่าตรี", "พันเอก", "พันโท", "พันตรี", "ร้อยเอก", "ร้อยโท", "ร้อยตรี", "สิบเอก", "สิบโท", "สิบตรี", "พลทหาร",
    "พล.ต.อ.", "พล.ต.ท.", "พล.ต.ต.", "พ.ต.อ.", "พ.ต.ท.", "พ.ต.ต.", "ร.ต.อ.", "ร.ต.ท.", "ร.ต.ต.",
    "ด.ต.", "จ.ส.ต.", "ส.ต.อ.",
    "ส.ต.ท.", "ส.ต.ต.", "พล.อ.", "พล.ท.", "พล.ต.", "พ.อ.อ.", "พ.อ.ท.", "พ.อ.ต.", "พ.อ.", "พ.ท.",
    "พ.ต.", "ร.อ.", "ร.ท.",
    "ร.ต.", "จ.ส.อ.", "จ.ส.ท.", "ส.อ.", "ส.ท.", "ส.ต.", "น.อ.", "น.ท.", "น.ต.", "จ.อ.", "อส.",
)  # fmt: skip
_DEPENDENT = r"(?![ะ-ฺ็-๎ๆ])"
"""A title ends before a whole letter: นางสาวิตรี is นาง + สาวิตรี, for นางสาว would leave ิ hanging."""


def _pattern() -> re.Pattern[str]:
    """Build the pattern of all titles in a row, longest first.

    หญิง and พิเศษ belong to a rank (ว่าที่ร้อยตรีหญิง) and are no title alone, for หญิง is also a given name.
    """
    titles = sorted((*_CIVIL, *_LEARNED, *_RANKS), key=len, reverse=True)
    ranks = "|".join(
        re.escape(each).replace(r"\.", r"\.\s*") for each in sorted(_RANKS, key=len, reverse=True)
    )
    plain = "|".join(re.escape(each).replace(r"\.", r"\.\s*") for each in titles)
    acting = rf"ว่าที่\s*(?:{ranks})(?:\s*(?:\(?พิเศษ\)?|\(?หญิง\)?|\(ญ\)))?"
    ranked = rf"(?:{ranks})\s*(?:หญิง|\(พิเศษ\)|\(ญ\))(?=\s)"
    return re.compile(rf"(?:(?:{acting}|{ranked}|{plain}|(?:ดร|คุณ)(?=\s)){_DEPENDENT}\s*)+", re.IGNORECASE)


_TITLES = _pattern()
_SPACES = re.compile(r"\s+")
_CORPORATE = re.compile(
    r"^(?:บริษัท|บจก\.?|บมจ\.?|ห้างหุ้นส่วนจำกัด|ห้างหุ้นส่วนสามัญ|ห้างหุ้นส่วน|หจก\.?|ร้าน)\s*|\s*(?:จำกัด\s*\(มหาชน\)|จำกัด)$"
)


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in two parts: every title in front, and what the person is called."""

    title: str
    plain: str


def split_title(name: str) -> PersonName:
    """Tell the titles from the name; a name that would be nothing but titles is left whole.

    >>> split_title("ว่าที่ร้อยตรีหญิง ดร.ตัวอย่าง สมมติ")
    PersonName(title='ว่าที่ร้อยตรีหญิง ดร.', plain='ตัวอย่าง สมมติ')
    """
    found = _TITLES.match(name)
    if found is None:
        return PersonName("", name)
    plain = name[found.end() :].strip()
    return PersonName(_SPACES.sub(" ", found.group()).strip(), plain) if plain else PersonName("", name)


def plain_name(name: str) -> str:
    """Return a name without its titles; of a company, without บริษัท … จำกัด."""
    plain = split_title(name).plain
    return _CORPORATE.sub("", plain).strip() or plain


def name_key(name: str) -> str:
    """Return a key under which a name is the same whatever titles, spaces and tone marks were typed."""
    return search_key(plain_name(name))


_LEADING_VOWELS = re.compile("([เแโใไ])([ก-ฮ])")
_IGNORED_AT_FIRST = re.compile("[่-๎\\s.\\-()]")


def sorting_key(name: str) -> str:
    """Return a key that sorts as a Thai dictionary does: no titles, leading vowels after their consonant."""
    plain = plain_name(name)
    return _LEADING_VOWELS.sub(r"\2\1", _IGNORED_AT_FIRST.sub("", plain)).casefold()
