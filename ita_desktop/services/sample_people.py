"""The invented people of the sample office: names that nobody bears, from a few words and a fixed seed."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from random import Random
from typing import TYPE_CHECKING, Any

from ita_desktop.domain.roster import Approval, ExternalPerson, InternalPerson

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_desktop.domain.instrument import RosterRule

EARLIEST_START, LATEST_OLD_START = date(1996, 5, 1), date(2023, 9, 29)
NEWCOMERS_FROM, NEWCOMERS_TO = date(2023, 10, 16), date(2025, 4, 1)
CONTACTS_FROM, CONTACTS_TO = date(2024, 10, 1), date(2025, 5, 30)
APPROVED_EXTERNALS = 120


class People:
    """Makes both rosters; the same data and seed always make the same people."""

    def __init__(self, data: dict[str, Any], seed: int) -> None:
        """Prepare the names: every given name with every surname, shuffled."""
        self._data = data
        self._chance = Random(seed)  # noqa: S311 - sample data, not a secret
        self._names = self._shuffled_names()
        self._phone = 0

    def _shuffled_names(self) -> Iterator[str]:
        """Yield full names, none twice and none that the data gives to somebody."""
        taken = {post[4] for unit in self._data["divisions"] for post in unit["staff"] if len(post) > 4}  # noqa: PLR2004
        men = [f"นาย{given}" for given in self._data["given_men"]]
        women = [
            f"{'นาง' if i % 2 else 'นางสาว'}{given}" for i, given in enumerate(self._data["given_women"])
        ]
        names = [" ".join(pair) for pair in product(men + women, self._data["surnames"])]
        self._chance.shuffle(names)
        return iter([name for name in names if name not in taken])

    def internal(self) -> list[InternalPerson]:
        """Return the internal roster: every post of every division filled."""
        posts = [
            (unit["name"], *post)
            for unit in self._data["divisions"]
            for post in unit["staff"]
            for _ in range(post[2])
        ]
        people = [self._internal_person(*post) for post in posts]
        return self._with_newcomers(people)

    def _internal_person(
        self, division: str, position: str, level: str, _count: int, start: str = "", name: str = ""
    ) -> InternalPerson:
        """Fill one post."""
        day = date.fromisoformat(start) if start else self._day(EARLIEST_START, LATEST_OLD_START)
        return InternalPerson(
            name or next(self._names), position, division, level, day, self._next_phone(), Approval.APPROVED
        )

    def _with_newcomers(self, people: list[InternalPerson]) -> list[InternalPerson]:
        """Let some of the lowest level have come within the year, and leave one start date unknown."""
        lowest = [i for i, person in enumerate(people) if person.level == people[-1].level]
        new, unknown = self._data["newcomers"], self._data["without_start_date"]
        chosen = self._chance.sample(lowest, new + unknown)
        for place, index in enumerate(chosen):
            day = self._day(NEWCOMERS_FROM, NEWCOMERS_TO) if place < new else None
            old = people[index]
            people[index] = InternalPerson(old.name, old.position, old.division, old.level, day, old.phone)
        return people

    def external(self, rule: RosterRule) -> list[ExternalPerson]:
        """Return the external roster: companies and agencies first, then people."""
        kinds = (*rule.external_kinds, "", "", "")[:3]
        known = [(name, kinds[2]) for name in self._data["juristic"]]
        known += [(name, kinds[1]) for name in self._data["agencies"]]
        count = self._data["externals"]
        known += [(next(self._names), kinds[0]) for _ in range(count - len(known))]
        return [self._external_person(i, name, kind, rule) for i, (name, kind) in enumerate(known)]

    def _external_person(self, index: int, name: str, kind: str, rule: RosterRule) -> ExternalPerson:
        """Give a visitor a matter, a channel and a day; companies come about procurement."""
        matters = rule.matters or ("",)
        procurement = index < len(self._data["juristic"]) and len(matters) > 1
        matter = matters[1] if procurement else self._chance.choice(matters)
        return ExternalPerson(
            name,
            kind,
            matter,
            self._chance.choice(self._data["channels"]),
            self._day(CONTACTS_FROM, CONTACTS_TO),
            self._next_phone(),
            Approval.APPROVED if index < APPROVED_EXTERNALS else Approval.DRAFT,
        )

    def _day(self, first: date, last: date) -> date:
        """Pick a day."""
        return first + timedelta(days=self._chance.randint(0, (last - first).days))

    def _next_phone(self) -> str:
        """Return a telephone number that cannot ring."""
        self._phone += 1
        return f"000 000 {self._phone:04d}"
