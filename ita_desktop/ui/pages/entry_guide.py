"""What stands over each question of a form, and which question a clerk means by a number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.domain.thai_text import arabic_digits, normalized, search_key
from ita_desktop.support.language import tr

if TYPE_CHECKING:
    from ita_desktop.domain.instrument import Indicator, Item, Question, Tool

_LETTERS = re.compile(r"^[^\d]+")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its surroundings: `heading` the indicator, `stem` what stands over sub-questions."""

    question: Question
    heading: str
    label: str
    stem: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Guide:
    """All questions of a form in the paper's order."""

    asked: tuple[Asked, ...]

    def find(self, typed: str) -> int | None:
        """Return the place of `i7`, `7`, `3.2` or the beginning of a label; None if there is none."""
        wanted = arabic_digits(normalized(typed)).casefold().replace(" ", "")
        if not wanted:
            return None
        for same in (_has_code, _has_number, _begins):
            for place, each in enumerate(self.asked):
                if same(each, wanted):
                    return place
        return None


def _has_code(asked: Asked, wanted: str) -> bool:
    """Whether the code is meant: `i7`."""
    return asked.question.code.casefold() == wanted


def _has_number(asked: Asked, wanted: str) -> bool:
    """Whether the number on the paper is meant: `7`; `3.2`; `3` is the first part of item 3."""
    number = _LETTERS.sub("", asked.question.code)
    return bool(number) and wanted in (number, number.partition(".")[0])


def _begins(asked: Asked, wanted: str) -> bool:
    """Whether the label begins so: `อา` for อายุ."""
    return bool(search_key(wanted)) and search_key(asked.label).startswith(search_key(wanted))


def guide_of(tool: Tool) -> Guide:
    """Return what stands over each question of a tool's form."""
    profile = {question.code: Asked(question, tr("ข้อมูลผู้ตอบ"), question.text) for question in tool.profile}
    scored = {
        question.code: _asked(indicator, item, question)
        for indicator in tool.indicators
        for item in indicator.items
        for question in item.questions
    }
    return Guide(tuple(profile.get(q.code) or scored[q.code] for q in tool.form))


def _asked(indicator: Indicator, item: Item, question: Question) -> Asked:
    """Describe a scored question."""
    heading = tr("ตัวชี้วัดที่ {code} {title}").format(code=indicator.code, title=indicator.title)
    stem = item.text if len(item.questions) > 1 or question.code != item.code else ""
    return Asked(question, heading, question.code, stem, item.note)
