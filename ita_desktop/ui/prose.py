"""The window's own sentences and dates in the digits that the user chose.

Thai digits are for prose and dates; scores, codes, links and whatever is typed keep Arabic ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain import thai_date
from ita_desktop.domain.fiscal_year import BUDDHIST_OFFSET
from ita_desktop.domain.thai_text import thai_digits
from ita_desktop.support.language import current_language, tr
from ita_desktop.wording.dates import day_words

if TYPE_CHECKING:
    from datetime import date, datetime


class _State:
    """The choice in use; one for the window, as is its language."""

    thai_digits: bool = True


def use_thai_digits(chosen: bool) -> None:
    """Write prose with Thai digits from now on, or with Arabic ones."""
    _State.thai_digits = chosen


def prose(text: str) -> str:
    """`text` with the digits of prose: Thai ones in Thai if the user wants them; codes such as o2 stay."""
    return thai_digits(text) if _State.thai_digits and current_language() == "th" else text


def prose_day(day: date | None) -> str:
    """Write `๒๔ มี.ค. ๒๕๖๘`; empty for no day."""
    return prose(day_words(day))


def brief_day(day: date | None) -> str:
    """Write `๒๔ มี.ค. ๖๘` for narrow columns, `24 Mar 68` in English; empty for no day."""
    if day is None:
        return ""
    if current_language() == "th":
        return prose(thai_date.short_date(day))
    return f"{day.day} {short_month(day.month)} {(day.year + BUDDHIST_OFFSET) % 100:02d}"


def day_month(day: date | None) -> str:
    """Write `๒๔ มี.ค.`, where the year is plain from the page; empty for no day."""
    return prose(f"{day.day} {short_month(day.month)}") if day is not None else ""


def today_words(day: date) -> str:
    """Write `วันศุกร์ที่ ๙ พฤษภาคม ๒๕๖๘`, in English `Friday 9 May 2568`."""
    if current_language() == "th":
        weekday = thai_date.WEEKDAYS[day.weekday()]
        return prose(f"วัน{weekday}ที่ {thai_date.long_date(day)}")
    month = thai_date.ENGLISH_MONTHS[day.month - 1].capitalize()
    return f"{day:%A} {day.day} {month} {day.year + BUDDHIST_OFFSET}"


def short_month(month: int) -> str:
    """Write `เม.ย.`, in English `Apr`."""
    if current_language() == "th":
        return thai_date.MONTHS_SHORT[month - 1]
    return thai_date.ENGLISH_MONTHS[month - 1][:3].capitalize()


def clock_words(moment: datetime) -> str:
    """Write `๑๔:๐๒ น.` in the computer's own time."""
    return prose(tr("{time} น.").format(time=f"{moment.astimezone():%H:%M}"))
