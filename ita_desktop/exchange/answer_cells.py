"""What a cell of somebody's answer sheet says: a choice by figure, score or words, or why there is none."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from ita_desktop.domain.answer_layout import Figures
from ita_desktop.domain.answers import Answer, Mark
from ita_desktop.domain.problems import CellFault
from ita_desktop.domain.roster_problems import Doubt
from ita_desktop.domain.thai_text import arabic_digits, search_key
from ita_desktop.exchange.cells import ErrorMark, exact_number, is_formula, text_of, whole_number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_desktop.domain.instrument import Question
    from ita_desktop.exchange.cells import CellValue

MARK_WORDS = {
    Mark.BLANK: ("-", "–", "—", "ไม่ตอบ", "ไม่ได้ตอบ", "ไม่ระบุ", "ว่าง", "เว้นว่าง", "ไม่กรอก", "ไม่แสดงความเห็น",
                 "blank", "n/a", "na"),
    Mark.UNREADABLE: ("?", "อ่านไม่ออก", "อ่านไม่ได้", "ไม่ชัด", "ไม่ชัดเจน", "unreadable"),
    Mark.DOUBLE: ("*", "ตอบสองตัวเลือก", "สองตัวเลือก", "2ตัวเลือก", "ตอบ2ตัวเลือก", "ตอบสองข้อ", "ตอบ2ข้อ", "กาสองช่อง",
                  "กา2ช่อง", "ตอบมากกว่าหนึ่งข้อ", "ตอบมากกว่า1ข้อ", "ตอบซ้ำ", "double"),
}  # fmt: skip
LIKE, APART = 0.8, 0.08
"""How like a word must be to the label that is meant, and how much more than to the next one."""

_KEYED_MARKS = {"*": Mark.DOUBLE, "?": Mark.UNREADABLE}
_SEVERAL = re.compile(r"[0-9]+(?:\s*(?:,|/|&|\+|และ)\s*[0-9]+)+")
_NUMBER_AND_WORDS = re.compile(r"\(?\s*([0-9]+)\s*[).:=-]*\s*(\D.*)", re.DOTALL)
_DASHES = re.compile("[–—−]")
_SPLIT = re.compile(r"\s*[,;/]\s*")


class Read(NamedTuple):
    """A cell as it was understood. With a `fault` it is refused; with a `doubt` it wants a look."""

    answer: Answer = Mark.BLANK
    doubt: Doubt | None = None
    fault: CellFault | None = None


def _key(text: str) -> str:
    """Return the key under which two ways to write a word are the same; any dash is a dash."""
    return search_key(_DASHES.sub("-", text))


class AnswerCells:
    """Reads the cells of one question's column."""

    def __init__(self, question: Question, figures: Figures) -> None:
        """Take the choices of a question; `figures` says what a figure is."""
        choices = question.choices
        self.size = len(choices)
        self._labels = _labels([choice.label for choice in choices])
        self._scores = {}
        scored = all(choice.score is not None for choice in choices)
        self._figures = figures if scored or figures is not Figures.SCORE else Figures.CHOICE
        if self._figures is Figures.SCORE:
            for place, choice in enumerate(choices, 1):
                self._scores[choice.score] = place

    def read(self, value: CellValue) -> Read:
        """Return what a cell says."""
        if is_formula(value):
            return Read(fault=CellFault.FORMULA)
        if isinstance(value, ErrorMark | bool) or not isinstance(value, int | float | str):
            return Read(fault=CellFault.UNKNOWN_VALUE)
        if not isinstance(value, str) or exact_number(value) is not None:
            return self._number(value)
        return self._words(text_of(value))

    def _number(self, value: CellValue) -> Read:
        """Read a figure."""
        place: int | None
        if self._figures is Figures.SCORE:
            place = self._scores.get(exact_number(value))
        else:
            place = whole_number(value)
            if place is not None and not 1 <= place <= self.size:
                place = None
            elif place is not None and self._figures is Figures.FROM_RIGHT:
                place = self.size + 1 - place
        return Read(place) if place is not None else Read(fault=CellFault.NO_SUCH_CHOICE)

    def _words(self, text: str) -> Read:
        """Read words: a mark, a label, or what is nearly one."""
        plain = arabic_digits(text)
        key = _key(plain)
        exact = _KEYED_MARKS.get(plain.strip()) or self._labels.get(key) or _MARKS.get(key)
        if exact or not key:
            return Read(exact or Mark.BLANK)
        return self._unclear(plain, key)

    def _unclear(self, plain: str, key: str) -> Read:
        """Read words that are no label by themselves."""
        if _SEVERAL.fullmatch(plain):
            return Read(Mark.DOUBLE, Doubt.TWO_MARKS)
        both = _NUMBER_AND_WORDS.fullmatch(plain)
        if both is not None and (labelled := self._labels.get(_key(both[2]))):
            agrees = self._number(int(both[1])).answer == labelled
            return Read(labelled, None if agrees else Doubt.NUMBER_AND_LABEL)
        parts = [self._labels.get(_key(part)) for part in _SPLIT.split(plain)]
        if len(parts) > 1 and all(parts):
            return Read(Mark.DOUBLE, Doubt.TWO_MARKS)
        near = _nearest(key, self._labels)
        return Read(near, Doubt.LABEL_NEAR) if near else Read(fault=CellFault.UNKNOWN_VALUE)


def _labels(labels: list[str]) -> dict[str, int]:
    """Return the choices by the keys of their labels, whole and without the words that all begin with.

    Where the paper says มีมากที่สุด, a sheet says มากที่สุด.
    """
    found = {_key(label): place for place, label in enumerate(labels, 1)}
    several = [labels, labels[1:], labels[:-1]]
    begin = max((_begin(each) for each in several if len(each) > 1), key=len, default="")
    if len(begin) > 1:
        for place, label in enumerate(labels, 1):
            rest = _key(label.removeprefix(begin)) if label.startswith(begin) else ""
            if rest:
                found.setdefault(rest, place)
    return {key: place for key, place in found.items() if key}


def _begin(labels: list[str]) -> str:
    """Return the letters that all labels begin with."""
    same = takewhile(lambda letters: len(set(letters)) == 1, zip(*labels, strict=False))
    return "".join(letters[0] for letters in same)


def _nearest(key: str, labels: dict[str, int]) -> int | None:
    """Return the choice whose label is nearly this, unless another one's is nearly as near."""
    best: dict[int, float] = {}
    for known, place in labels.items():
        likeness = SequenceMatcher(None, key, known, autojunk=False).ratio()
        best[place] = max(best.get(place, 0), likeness)
    ranked = sorted(best.items(), key=lambda each: -each[1])
    clear = len(ranked) == 1 or ranked[0][1] - ranked[1][1] >= APART if ranked else False
    return ranked[0][0] if clear and ranked[0][1] >= LIKE else None


def guessed_figures(columns: Iterable[tuple[Question, Iterable[CellValue]]]) -> Figures:
    """Return what figures mean: scores where one is no choice and all are scores, else choices."""
    beyond, all_scores = False, True
    for question, values in columns:
        scores = {choice.score for choice in question.choices}
        for value in values:
            number = None if isinstance(value, bool) else exact_number(value)
            if number is not None:
                beyond |= not 1 <= number <= len(question.choices)
                all_scores &= number in scores
    return Figures.SCORE if beyond and all_scores else Figures.CHOICE


_MARKS = {_key(word): mark for mark, words in MARK_WORDS.items() for word in words if _key(word)}
