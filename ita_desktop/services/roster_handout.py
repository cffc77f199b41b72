"""Forms handed out and come back, per division and in total: counted as paper, never by person.

A list of who has answered would tell who has not, and beside a stack of five forms it would tell who said
what. So there is a number for each division, and nothing that a name could be laid beside.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.domain.draw import shares_of
from ita_desktop.domain.history import Action
from ita_desktop.domain.problems import FieldFault, FieldProblem
from ita_desktop.domain.roster import RosterKind
from ita_desktop.domain.thai_text import normalized
from ita_desktop.models import questionnaire_store, roster_counts, roster_search
from ita_desktop.models.roster_counts import Handout
from ita_desktop.services.changes import Changes, Topic
from ita_desktop.services.roster import RosterService
from ita_desktop.services.roster_draw import RosterDraws
from ita_desktop.services.roster_roles import may_edit

if TYPE_CHECKING:
    from ita_desktop.domain.draw import Stratum
    from ita_desktop.services.session import Session


@dataclass(frozen=True, slots=True)
class DivisionCount:
    """A division's paper: people who may answer, drawn to be asked, forms given, come back, keyed, needed."""

    division: str
    eligible: int
    asked: int
    given: int
    came_back: int
    keyed: int
    needed: int


@dataclass(frozen=True, slots=True)
class HandoutTable:
    """A part's paper by division, and the least that must come back in all (None where no rule says)."""

    part: str
    rows: tuple[DivisionCount, ...]
    needed: int | None

    def total(self, column: str) -> int:
        """Return the sum of a column."""
        return sum(int(getattr(row, column)) for row in self.rows)


class Handouts:
    """Count paper."""

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session
        self._rosters = RosterService(session)
        self._draws = RosterDraws(session)

    def table(self, part: str) -> HandoutTable:
        """Return a part's paper. Outside there are no divisions on the roster, but those of the stacks."""
        year = self._session.year
        requirement = next(each for each in self._draws.requirements() if each.part == part)
        last_start = self._rosters.last_start()
        with self._session.reading() as transaction:
            counted = {each.division: each for each in roster_counts.handouts(transaction, year, part)}
            heads = roster_search.head_counts(transaction, year, last_start)
            batches = questionnaire_store.batches(transaction, year)
        keyed: Counter[str] = Counter()
        for batch in batches:
            if batch.part == part:
                keyed[batch.division] += batch.keyed
        eligible, asked = Counter[str](), Counter[str]()
        for row in heads if requirement.roster is RosterKind.INTERNAL else ():
            eligible[row["division"]] += row["eligible"]
            asked[row["division"]] += row["asked"]
        needed = _needed_of(eligible, requirement.needed)
        rows = tuple(
            DivisionCount(
                division, eligible[division], asked[division],
                counted[division].given if division in counted else 0,
                counted[division].came_back if division in counted else 0,
                keyed[division], needed.get(division, 0),
            )
            for division in sorted({*eligible, *counted, *keyed})
        )  # fmt: skip
        return HandoutTable(part, rows, requirement.needed)

    def put(self, part: str, division: str, given: int, came_back: int) -> Changes:
        """Keep a division's counts. FieldProblem for more come back than given; RoleNeeded."""
        may_edit(self._session)
        if given < 0:
            raise FieldProblem("given", FieldFault.OUT_OF_RANGE, str(given), "≥ 0")
        if not 0 <= came_back <= given:
            raise FieldProblem("came_back", FieldFault.OUT_OF_RANGE, str(came_back), f"0–{given}")
        subject = f"{part} {division}".strip()
        with self._session.change(Action.COUNTED_HANDOUT, subject, Topic.ROSTER) as change:
            counted = Handout(part, normalized(division), given, came_back)
            roster_counts.put_handout(change.transaction, self._session.year, counted)
        return change.changes


def _needed_of(eligible: Counter[str], needed: int | None) -> dict[str, int]:
    """Share the minimum out over the divisions in proportion; nothing where there is none."""
    heads: dict[Stratum, int] = {(division, ""): count for division, count in eligible.items()}
    if not needed or not sum(heads.values()):
        return {}
    shares = shares_of(heads, min(needed, sum(heads.values())))
    return {share.stratum[0]: share.drawn for share in shares}
