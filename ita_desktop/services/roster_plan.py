"""A roster workbook beside the roster: who is new, who changes, and which rows want a look.

Two rows of one name are never made one. A row that says nothing that an earlier one does not say is not added
again, and that is told; any other is added, and proposed for merging.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import fields as fields_of
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

from ita_desktop.domain.roster import Approval, ExternalPerson, InternalPerson, is_councillor
from ita_desktop.domain.roster_likeness import MOST_SHARING, Likeness, name_likeness, phone_key, rough_key
from ita_desktop.domain.roster_problems import Doubt, RowDoubt

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from ita_desktop.domain.fiscal_year import FiscalYear

AnyPerson = TypeVar("AnyPerson", InternalPerson, ExternalPerson)
Place: TypeAlias = str
Taken: TypeAlias = tuple[str, tuple[str, ...], tuple[RowDoubt, ...]]
"""What taking a row does: the effect (`added`, `changed`, `unchanged`), to which fields, and the doubts."""

_OF_THE_FILE = frozenset({"key", "approval", "asked", "reason"})
"""Fields that no workbook says anything of."""

_MOST_COMPARED = 20
_DOUBTS = {
    Likeness.SAME: Doubt.SAME_NAME,
    Likeness.TITLE: Doubt.TITLE_APART,
    Likeness.SPELLING: Doubt.SPELLING_NEAR,
    Likeness.PHONE: Doubt.SAME_PHONE,
}


def identity(person: InternalPerson | ExternalPerson) -> Hashable:
    """Return what makes two lines the same one: inside name and division, outside the visit."""
    name = "".join(person.name.split()).casefold()
    if isinstance(person, InternalPerson):
        return name, person.division.casefold()
    return name, person.kind, person.matter, person.contact_date


class RosterPlan(Generic[AnyPerson]):
    """Sorts the people of a workbook in, one after the other."""

    def __init__(self, known: Iterable[AnyPerson], year: FiscalYear) -> None:
        """Take the roster as it is."""
        self._year = year
        self._free: defaultdict[Hashable, list[AnyPerson]] = defaultdict(list)
        self._rows: dict[Hashable, list[tuple[AnyPerson, Place]]] = {}
        self._likes = _Likes()
        for person in known:
            self._free[identity(person)].append(person)
            self._likes.note(person, person.name)
        self.added: list[AnyPerson] = []
        self.changed: list[AnyPerson] = []

    def take(self, person: AnyPerson, place: Place) -> Taken:
        """Sort one person in; `place` is the cell, for those who are like this one."""
        key = identity(person)
        earlier = self._rows.setdefault(key, [])
        taken = self._sorted_in(key, person, place, earlier)
        earlier.append((person, place))
        return taken

    def _sorted_in(
        self, key: Hashable, person: AnyPerson, place: Place, earlier: list[tuple[AnyPerson, Place]]
    ) -> Taken:
        """Put the person over a line that is there, pass over what was said already, or add."""
        if self._free.get(key):
            return self._over(self._free[key].pop(0), person)
        repeated = next((where for row, where in earlier if says_no_more(person, row)), "")
        if repeated:
            return "unchanged", (), (RowDoubt(Doubt.REPEATED, repeated),)
        doubts = (*self._likes.note(person, place), *self._of_itself(person))
        self.added.append(person)
        return "added", (), doubts

    def _over(self, before: AnyPerson, person: AnyPerson) -> Taken:
        """Put what the workbook says over a line that is there; what was approved is open again."""
        after: AnyPerson = put_over(before, person)
        fields = differing(before, after)
        if not fields:
            return "unchanged", (), ()
        self.changed.append(replace(after, approval=Approval.DRAFT, reason=""))
        reopened = before.approval is Approval.APPROVED
        doubts: list[RowDoubt] = [RowDoubt(Doubt.REOPENED)] if reopened else []
        return "changed", fields, (*doubts, *self._of_itself(after))

    def _of_itself(self, person: AnyPerson) -> list[RowDoubt]:
        """Return the doubts that a line raises by itself."""
        found = []
        if isinstance(person, InternalPerson):
            if person.start_date is None:
                found.append(RowDoubt(Doubt.NO_START_DATE))
            if not person.division:
                found.append(RowDoubt(Doubt.NO_DIVISION))
            if is_councillor(person.position):
                found.append(RowDoubt(Doubt.COUNCILLOR, person.position))
        elif person.contact_date is not None and person.contact_date not in self._year:
            found.append(RowDoubt(Doubt.OUTSIDE_YEAR))
        return found


class _Likes:
    """Finds people who are like one that comes in, among those noted before."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._names: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        self._phones: defaultdict[str, list[str]] = defaultdict(list)

    def note(self, person: InternalPerson | ExternalPerson, where: str) -> tuple[RowDoubt, ...]:
        """Note somebody and where they stand; return the first before them who is like them."""
        names = self._names[rough_key(person.name)]
        phone = phone_key(person.phone)
        sharing = self._phones[phone] if phone else []
        doubts = _first_like(person.name, names, sharing)
        names.append((person.name, where))
        sharing.append(where)
        return doubts


def _first_like(name: str, names: list[tuple[str, str]], sharing: list[str]) -> tuple[RowDoubt, ...]:
    """Return who is like a person by name, or else by telephone."""
    for other, where in names[:_MOST_COMPARED]:
        likeness = name_likeness(other, name)
        if likeness is not None:
            return (RowDoubt(_DOUBTS[likeness], where),)
    if sharing and len(sharing) < MOST_SHARING:
        return (RowDoubt(Doubt.SAME_PHONE, sharing[0]),)
    return ()


def put_over(before: AnyPerson, person: AnyPerson) -> AnyPerson:
    """Return `before` with what `person` says put over it; what it does not say stays."""
    said = _said(person)
    if _digits(said.get("phone", "")) == _digits(before.phone):
        said.pop("phone", None)  # the same number with other dashes is no change
    return replace(before, **said)


def says_no_more(person: AnyPerson, row: AnyPerson) -> bool:
    """Tell whether a row says nothing that another does not say."""
    return put_over(row, person) == row


def _digits(phone: str) -> str:
    """Return the digits of a telephone number."""
    return "".join(letter for letter in phone if letter.isdecimal())


def _said(person: InternalPerson | ExternalPerson) -> dict[str, Any]:
    """Return the fields that a row of a workbook has something in."""
    names = (field.name for field in fields_of(person) if field.name not in _OF_THE_FILE)
    return {name: value for name in names if (value := getattr(person, name))}


def differing(before: object, after: object) -> tuple[str, ...]:
    """Return the names of the fields in which two records of a kind differ."""
    names = (field.name for field in fields_of(before))  # type: ignore[arg-type] # always a dataclass
    return tuple(name for name in names if getattr(before, name) != getattr(after, name))
