"""Names of people taken out of free text before it leaves the office.

A note may name somebody on a roster. What is on a roster never goes into a package, so each name that occurs
is covered, with its title and without.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_desktop.domain.thai_text import normalized

if TYPE_CHECKING:
    from collections.abc import Iterable

COVER = "[ปิดชื่อ]"
SHORTEST = 4
"""Characters: a shorter entry of a roster is a word, not a name, and covering it would spoil every text."""

_TITLES = re.compile(
    r"^(?:(?:นางสาว|นาง|นาย|น\.ส\.|นส\.|ด\.ช\.|ด\.ญ\.|เด็กชาย|เด็กหญิง|ดร\.|ผศ\.|รศ\.|ศ\.|นพ\.|พญ\.|"
    r"ว่าที่|ร้อยตรี|ร้อยโท|ร้อยเอก|พันตรี|พันโท|พันเอก|พลตรี|สิบตรี|สิบโท|สิบเอก|จ่าเอก|จ่าสิบตรี|จ่าสิบโท|จ่าสิบเอก|"
    r"ร้อยตำรวจตรี|ร้อยตำรวจโท|ร้อยตำรวจเอก|พันตำรวจตรี|พันตำรวจโท|พันตำรวจเอก|"
    r"[รพสจ]\.[ตทอ]\.[ตทอ]?\.?|หม่อมหลวง|หม่อมราชวงศ์|ม\.ล\.|ม\.ร\.ว\.)\s*)+"
)


class Concealer:
    """Covers the names of a roster wherever they stand in a text."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take the names as they are on the rosters."""
        wanted = {form for name in names for form in _forms(name)}
        self._names = sorted(wanted, key=lambda name: (-len(name), name))

    def __call__(self, text: str) -> str:
        """Return the text with each name covered."""
        if not text:
            return text
        plain = "\n".join(normalized(line) for line in text.split("\n"))
        found = [name for name in self._names if name in plain]
        if not found:
            return text
        for name in found:
            plain = plain.replace(name, COVER)
        return plain


def _forms(name: str) -> Iterable[str]:
    """Yield a name as it is, and without its titles."""
    whole = normalized(name)
    bare = _TITLES.sub("", whole)
    for form in (whole, bare):
        if len(form) >= SHORTEST:
            yield form
