"""Promises of how papers name the unit that writes them."""

from __future__ import annotations

import pytest

from ita_desktop.documents.memo_text import department_line, unit_lines
from ita_desktop.domain.office import Office

NAME = "เทศบาลตำบลตัวอย่าง"


@pytest.mark.parametrize(
    ("division", "lines"),
    [
        ("กองวิชาการ", ("กองวิชาการ", NAME)),
        (f"กองวิชาการ {NAME}", (f"กองวิชาการ {NAME}",)),
        ("", (NAME,)),
    ],
)
def test_the_office_is_named_once(division: str, lines: tuple[str, ...]) -> None:
    """Some write the office's name behind the unit; the paper does not say it twice."""
    office = Office(name=NAME, division=division)
    assert unit_lines(office) == lines
    assert department_line(office) == " ".join(lines)
