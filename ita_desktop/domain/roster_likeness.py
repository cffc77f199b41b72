"""The same person twice on a roster: by name, spelling or telephone; told with the reason, never merged here.

Linear in the roster: people are put into groups by a rough key, and only within a group are they compared.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from enum import Enum
from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias

from ita_desktop.domain.person_names import plain_name, split_title
from ita_desktop.domain.roster import ExternalPerson, InternalPerson
from ita_desktop.domain.thai_text import arabic_digits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Person: TypeAlias = "InternalPerson | ExternalPerson"

MOST_SHARING = 4
"""A telephone number that more people share is a switchboard, and says nothing about who they are."""

_SPACES = re.compile(r"[\s.\-()]+")
_MARKS = re.compile("[ัิ-ฺ็-๎]")
_NOT_DIGITS = re.compile(r"\D")
_SOUNDS = str.maketrans("ศษณญฎฏฐฑฒภฬฆฅฃ", "สสนยดตทททพลคคข")
"""Letters that sound alike, which is how a name heard is written another way."""


class Likeness(Enum):
    """Why two lines may be the same person."""

    SAME = "same-name"
    TITLE = "title-apart"
    SPELLING = "spelling-near"
    PHONE = "same-phone"


@dataclass(frozen=True, slots=True)
class LikePair:
    """Two lines that may be one person, the older line first."""

    first: Person
    second: Person
    likeness: Likeness


def spelling(name: str) -> str:
    """Return a name as it is spelt, marks and all, without titles, spaces and dots."""
    return _SPACES.sub("", plain_name(name)).casefold()


def rough_key(name: str) -> str:
    """Return a key that is the same for names one mark or one like-sounding letter apart."""
    return _MARKS.sub("", spelling(name)).translate(_SOUNDS)


def phone_key(phone: str) -> str:
    """Return the digits of a telephone number; empty where there are too few to tell anybody by."""
    digits = _NOT_DIGITS.sub("", arabic_digits(phone))
    return digits if len(digits.strip("0")) >= 6 else ""  # noqa: PLR2004 - the shortest local number


def name_likeness(first: str, second: str) -> Likeness | None:
    """Tell in what way two names are alike; None where they are not."""
    one, other = spelling(first), spelling(second)
    if one == other:
        titles = {_SPACES.sub("", split_title(name).title) for name in (first, second)}
        return Likeness.SAME if len(titles) == 1 else Likeness.TITLE
    return Likeness.SPELLING if one_apart(one, other) else None


def one_apart(one: str, other: str) -> bool:
    """Tell whether one letter or mark changed, added or left out makes one text the other."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    tails = one[start:], other[start:]
    return tails[0][1:] == tails[1][1:] or tails[0][1:] == tails[1] or tails[0] == tails[1][1:]


def like_pairs(people: Iterable[Person]) -> Iterator[LikePair]:
    """Yield every pair that may be one person, each once, with the strongest reason.

    One visitor who came about another matter or on another day is no pair: such lines rightly stand there
    twice.
    """
    everybody = list(people)
    seen: set[tuple[int, int]] = set()
    for group in _groups(everybody, lambda person: rough_key(person.name)):
        for first, second in combinations(group, 2):
            likeness = name_likeness(first.name, second.name)
            if likeness is not None and not _two_visits(first, second):
                seen.add((first.key, second.key))
                yield LikePair(first, second, likeness)
    for group in _groups(everybody, lambda person: phone_key(person.phone)):
        if len(group) <= MOST_SHARING:
            for first, second in combinations(group, 2):
                if (first.key, second.key) not in seen and not _two_visits(first, second):
                    yield LikePair(first, second, Likeness.PHONE)


def _groups(people: list[Person], key: Callable[[Person], str]) -> Iterator[list[Person]]:
    """Yield the people that share a key that says something, the older line first."""
    groups: defaultdict[str, list[Person]] = defaultdict(list)
    for person in people:
        if value := key(person):
            groups[value].append(person)
    for group in groups.values():
        if len(group) > 1:
            yield sorted(group, key=lambda person: person.key)


def _two_visits(first: Person, second: Person) -> bool:
    """Tell whether two external lines are two visits: another matter and another day."""
    if isinstance(first, ExternalPerson) and isinstance(second, ExternalPerson):
        return first.matter != second.matter or first.contact_date != second.contact_date
    return False
