"""What does not hold together in the checklist: told, never mended by the program, never in the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING

from ita_desktop.domain.checklist import HANDED_IN, LOCKED, CheckEntry
from ita_desktop.domain.checklist_years import must_differ, strange_years, strange_years_in_link
from ita_desktop.domain.evidence import Evidence, EvidenceKind, FileState
from ita_desktop.domain.links import LinkFault, link_faults, link_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ita_desktop.domain.fiscal_year import FiscalYear
    from ita_desktop.domain.instrument import Item

FULL = Fraction(100)


class Oddity(Enum):
    """A kind of thing that does not hold together."""

    NO_PROOF = "done-without-proof"
    OUTSIDE_YEAR = "proof-outside-the-year"
    SAME_LINK = "same-link"
    OTHER_YEAR = "another-year"
    WRONG_YEAR_OF_PAIR = "wrong-year-of-a-pair"
    NOT_TICKED = "full-but-unticked"
    CHANGED_AFTER = "changed-after-approval"
    OTHER_DOMAIN = "link-other-domain"
    LOGIN = "link-login"
    SEARCH = "link-search"
    HOME_PAGE = "link-home-page"
    NOT_A_LINK = "link-not-a-link"
    DEAD_LINK = "link-dead"
    FILE_MISSING = "file-missing"
    FILE_CHANGED = "file-changed"


GRAVE = frozenset({
    Oddity.NO_PROOF, Oddity.WRONG_YEAR_OF_PAIR, Oddity.CHANGED_AFTER, Oddity.NOT_A_LINK, Oddity.DEAD_LINK,
    Oddity.FILE_MISSING, Oddity.FILE_CHANGED, Oddity.SAME_LINK,
})  # fmt: skip
"""What will cost points, or has broken a proof; the others are worth a look."""
_LINK_ODDITIES = {fault: Oddity[fault.name] for fault in LinkFault}
_FILE_ODDITIES = {FileState.MISSING: Oddity.FILE_MISSING, FileState.CHANGED: Oddity.FILE_CHANGED}


@dataclass(frozen=True, slots=True)
class Found:
    """An oddity of an item: `detail` is what is odd (a link, a year, a name), `other` the second item."""

    code: str
    kind: Oddity
    detail: str = ""
    other: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """All that is looked at: items in order, entries, current proofs by item, what was signed and checked.

    `signed` and `now` are fingerprints by item: of the last approval and of the present content. `dead` holds
    the keys of links that did not answer, `files` the state of kept files by hash where it was looked at.
    """

    items: tuple[Item, ...]
    entries: Mapping[str, CheckEntry]
    proofs: Mapping[str, tuple[Evidence, ...]]
    year: FiscalYear
    website: str = ""
    signed: Mapping[str, str] = field(default_factory=dict)
    now: Mapping[str, str] = field(default_factory=dict)
    dead: frozenset[str] = frozenset()
    files: Mapping[str, FileState] = field(default_factory=dict)


def oddities(facts: Facts) -> tuple[Found, ...]:
    """Return all that does not hold together, item by item in their order."""
    shared = tuple(_shared_links(facts))
    found: list[Found] = []
    for item in facts.items:
        entry = facts.entries.get(item.code, CheckEntry(item.code))
        proofs = facts.proofs.get(item.code, ())
        found += _of_entry(facts, item, entry, proofs)
        found += [each for proof in proofs for each in _of_proof(facts, item, proof)]
        found += [each for each in shared if each.code == item.code]
    return tuple(dict.fromkeys(found))


def _of_entry(facts: Facts, item: Item, entry: CheckEntry, proofs: tuple[Evidence, ...]) -> Iterator[Found]:
    """Look at what is recorded of an item."""
    if entry.status in HANDED_IN and not proofs:
        yield Found(item.code, Oddity.NO_PROOF)
    components = [text for n, text in enumerate(item.components) if n not in entry.ticked]
    components += [each.text for each in entry.added if not each.ticked]
    if entry.result == FULL and components:
        yield Found(item.code, Oddity.NOT_TICKED, components[0])
    signed = facts.signed.get(item.code, "")
    if entry.status in LOCKED and signed and signed != facts.now.get(item.code, signed):
        yield Found(item.code, Oddity.CHANGED_AFTER)


def _of_proof(facts: Facts, item: Item, proof: Evidence) -> Iterator[Found]:
    """Look at one proof of an item."""
    year = facts.year
    if proof.day is not None and proof.day not in year:
        yield Found(item.code, Oddity.OUTSIDE_YEAR, proof.day.isoformat())
    strange = strange_years(item, year.number, f"{proof.title} {_name(proof)}")
    if strange:
        pair = any(must_differ(item, other) for other in facts.items if other.code != item.code)
        kind = Oddity.WRONG_YEAR_OF_PAIR if pair and _names_year(item) else Oddity.OTHER_YEAR
        yield Found(item.code, kind, ", ".join(str(each) for each in sorted(strange)))
    if proof.kind is EvidenceKind.LINK:
        yield from _of_link(facts, item, proof.target)
    state = facts.files.get(proof.sha256)
    if state in _FILE_ODDITIES:
        yield Found(item.code, _FILE_ODDITIES[state], proof.target)


def _of_link(facts: Facts, item: Item, link: str) -> Iterator[Found]:
    """Look at an address."""
    for fault in link_faults(link, facts.website):
        yield Found(item.code, _LINK_ODDITIES[fault], link)
    strange = strange_years_in_link(item, facts.year.number, link)
    if strange:
        yield Found(item.code, Oddity.OTHER_YEAR, ", ".join(str(each) for each in sorted(strange)))
    if link_key(link) in facts.dead:
        yield Found(item.code, Oddity.DEAD_LINK, link)


def _shared_links(facts: Facts) -> Iterator[Found]:
    """Find one address given for two items that cannot be proved by one page."""
    users: dict[str, list[tuple[Item, str]]] = {}
    for item in facts.items:
        for link in {proof.target for proof in facts.proofs.get(item.code, ()) if not proof.sha256}:
            users.setdefault(link_key(link), []).append((item, link))
    for pairs in users.values():
        for (first, link), (second, _) in combinations(pairs, 2):
            if must_differ(first, second):
                yield Found(first.code, Oddity.SAME_LINK, link, second.code)
                yield Found(second.code, Oddity.SAME_LINK, link, first.code)


def _name(proof: Evidence) -> str:
    """Return a file's name, which says its year; an address is looked at by its own rule."""
    return "" if proof.kind is EvidenceKind.LINK else proof.target


def _names_year(item: Item) -> bool:
    """Tell whether an item's title names its year."""
    return any(char.isdigit() for char in item.text)
