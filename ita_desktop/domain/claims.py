"""Statements of an old report held against what is known: is this number what the sentence says it is?

Every number of a text is looked up among the year's figures, their changes against each year before, their
distances from the target, and the respondents' shares. The words next to it say which of these it is taken
for. "+1.45 over the target" is told apart as the change from the year before, the true distance beside it.
What is not understood is said to be unknown, never called wrong.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING

from ita_desktop.domain.thai_text import arabic_digits

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

NUMBER = re.compile(r"(?<![\d.,A-Za-z])([+\-−]?)(\d{1,3}\.\d{1,2})(?![\d.])")
NEAR = 60
"""Characters: a word further from a number than this says nothing about it."""


class Meaning(Enum):
    """What a number is."""

    SCORE = "score"
    CHANGE = "change"
    TO_TARGET = "to-target"
    SHARE = "share"


WORDS: Mapping[Meaning, tuple[str, ...]] = {
    Meaning.TO_TARGET: ("เป้าหมาย",),
    Meaning.CHANGE: ("ปีที่ผ่านมา", "ปีก่อน", "เพิ่มขึ้น", "ลดลง", "จากปี", "กับปี"),
    Meaning.SHARE: ("ร้อยละ", "%", "ผู้ตอบ", "สัดส่วน"),
    Meaning.SCORE: ("คะแนน", "ผลการประเมิน", "ได้"),
}
DISTANCE = ("สูงกว่า", "มากกว่า", "เกิน", "ต่ำกว่า", "น้อยกว่า", "ห่าง")


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known of a year: scores by key, those of years before, the target, shares by label."""

    year: int
    target: Decimal
    scores: Mapping[str, Decimal]
    earlier: Mapping[int, Mapping[str, Decimal]] = field(default_factory=dict)
    shares: Mapping[str, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fact:
    """A true number: of a score key, or a group of respondents by label; `since`: the year compared with."""

    meaning: Meaning
    name: str
    value: Decimal
    since: int | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A number in a text, and what the words beside it take it for."""

    line: str
    figure: Decimal
    meaning: Meaning


class Finding(Enum):
    """How a claim stands."""

    TRUE = "true"
    SOMETHING_ELSE = "something-else"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Verdict:
    """`matches`: what the number is; `instead`: the true numbers of what it is said to be."""

    claim: Claim
    finding: Finding
    matches: tuple[Fact, ...] = ()
    instead: tuple[Fact, ...] = ()


def facts(known: Knowledge) -> Iterator[Fact]:
    """Yield everything that a number could be; the total first, then as the scores come."""
    for key, value in known.scores.items():
        yield Fact(Meaning.SCORE, key, value)
    for key, value in known.scores.items():
        yield Fact(Meaning.TO_TARGET, key, value - known.target)
    for year in sorted(known.earlier, reverse=True):
        for key, value in known.earlier[year].items():
            if key in known.scores:
                yield Fact(Meaning.CHANGE, key, known.scores[key] - value, year)
            yield Fact(Meaning.SCORE, key, value, year)
    for label, value in known.shares.items():
        yield Fact(Meaning.SHARE, label, value)


def read_claims(text: str) -> tuple[Claim, ...]:
    """Find the numbers with decimals in a text, line by line; dates and counts are no claims."""
    claims = []
    for line in arabic_digits(text).splitlines():
        for found in NUMBER.finditer(line):
            sign = "-" if found.group(1) in ("-", "−") else ""
            claims.append(Claim(line.strip(), Decimal(sign + found.group(2)), _meaning(line, found)))
    return tuple(claims)


def _meaning(line: str, found: re.Match[str]) -> Meaning:
    """What the nearest word takes a number for; a target needs a distance, else the number is a score."""
    best, nearest = Meaning.SCORE, NEAR
    for meaning, words in WORDS.items():
        for word in words:
            for place in re.finditer(re.escape(word), line):
                gap = max(place.start() - found.end(), found.start() - place.end(), 0)
                if gap < nearest:
                    best, nearest = meaning, gap
    if best is Meaning.TO_TARGET and not found.group(1) and not any(word in line for word in DISTANCE):
        return Meaning.SCORE
    return best


def check(claim: Claim, known: Knowledge) -> Verdict:
    """Hold one claim against what is known."""
    everything = tuple(facts(known))
    size = claim.figure
    matches = tuple(
        fact
        for fact in everything
        if fact.value == size or (fact.meaning is not Meaning.SCORE and -fact.value == size)
    )
    same = tuple(fact for fact in matches if fact.meaning is claim.meaning and _named(fact, claim))
    if same:
        return Verdict(claim, Finding.TRUE, same)
    wanted = [fact for fact in everything if fact.meaning is claim.meaning and _about(fact, claim, known)]
    finding = Finding.SOMETHING_ELSE if matches else Finding.UNKNOWN
    return Verdict(claim, finding, matches, tuple(wanted))


def _named(fact: Fact, claim: Claim) -> bool:
    """A share is only that of the group that the line names."""
    return fact.meaning is not Meaning.SHARE or fact.name in claim.line


def _about(fact: Fact, claim: Claim, known: Knowledge) -> bool:
    """Whether a fact is what the line speaks of: the score or group that it names, else the total."""
    if fact.meaning is Meaning.SHARE:
        return fact.name in claim.line
    keys = [key for key in known.scores if len(key) > 1 and re.search(rf"\b{re.escape(key)}\b", claim.line)]
    return fact.name in (keys or ["total"]) and (fact.meaning is Meaning.CHANGE or fact.since is None)
