"""Days and moments as a person reads them: Buddhist Era in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain import thai_date
from ita_desktop.domain.fiscal_year import BUDDHIST_OFFSET
from ita_desktop.support.language import current_language, tr

if TYPE_CHECKING:
    from datetime import date, datetime


def day_words(day: date | None) -> str:
    """Write `24 มี.ค. 2568`, in English `24 Mar 2568`; empty for no day."""
    if day is None:
        return ""
    if current_language() == "th":
        month = thai_date.MONTHS_SHORT[day.month - 1]
    else:
        month = thai_date.ENGLISH_MONTHS[day.month - 1][:3].capitalize()
    return f"{day.day} {month} {day.year + BUDDHIST_OFFSET}"


def long_day_words(day: date | None) -> str:
    """Write `24 มีนาคม 2568`, in English `24 March 2568`; empty for no day."""
    if day is None:
        return ""
    if current_language() == "th":
        return thai_date.long_date(day)
    month = thai_date.ENGLISH_MONTHS[day.month - 1].capitalize()
    return f"{day.day} {month} {day.year + BUDDHIST_OFFSET}"


def moment_words(moment: datetime) -> str:
    """Write `24 มี.ค. 2568 14:02 น.` in the computer's own time."""
    local = moment.astimezone()
    return tr("{day} {hour} น.").format(day=day_words(local.date()), hour=f"{local:%H:%M}")
