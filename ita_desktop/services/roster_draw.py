"""How many must be asked, by the rule and by ITAS; and who is, where all cannot be."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.domain.draw import Head, list_digest
from ita_desktop.domain.draw import draw as draw_lots
from ita_desktop.domain.history import Action
from ita_desktop.domain.problems import FieldFault, FieldProblem
from ita_desktop.domain.roster import RosterKind
from ita_desktop.domain.sampling import required_respondents
from ita_desktop.domain.thai_text import normalized
from ita_desktop.models import roster_counts, roster_search, roster_store, settings_store
from ita_desktop.models.roster_counts import DrawRecord
from ita_desktop.services.changes import Changes, Topic
from ita_desktop.services.roster import PEOPLE, RosterService
from ita_desktop.services.roster_roles import may_edit

if TYPE_CHECKING:
    from datetime import date

    from ita_desktop.domain.draw import Draw
    from ita_desktop.models.database import Transaction
    from ita_desktop.services.session import Session

ITAS_MINIMUM = "itas-minimum"
SEEDS = 10**8
"""A seed is eight digits: short enough to be read out and typed, and nobody chooses it for its outcome."""

LONGEST_SEED = 40


@dataclass(frozen=True, slots=True)
class Requirement:
    """How many of a part must answer: by the rule, by ITAS, and which of them holds.

    `confirmed` is False as long as the instrument's rule comes from no official paper.
    """

    part: str
    roster: RosterKind
    heads: int
    by_rule: int | None
    by_itas: int | None
    confirmed: bool = False

    @property
    def needed(self) -> int | None:
        """What counts: ITAS's own figure wherever somebody typed it in."""
        return self.by_itas if self.by_itas is not None else self.by_rule


class RosterDraws:
    """Say how many must be asked, and draw them."""

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session
        self._rosters = RosterService(session)

    def requirements(self) -> tuple[Requirement, ...]:
        """Return what each part needs; the first survey is of the inside, the others of the outside."""
        instrument, summary = self._session.instrument, self._rosters.summary()
        rules = {rule.part: rule for rule in instrument.sample_rules}
        with self._session.reading() as transaction:
            typed = settings_store.get(transaction, ITAS_MINIMUM, {})
        found = []
        for tool, part in instrument.survey_parts():
            inside = tool is instrument.surveys[0]
            heads = summary.eligible if inside else summary.external
            rule = rules.get(part.code)
            by_rule = required_respondents(rule, heads) if rule and heads else None
            kind = RosterKind.INTERNAL if inside else RosterKind.EXTERNAL
            found.append(Requirement(part.code, kind, heads, by_rule, typed.get(part.code)))
        return tuple(found)

    def needed(self, kind: RosterKind) -> int:
        """Return how many of a roster must answer: the most that one of its parts asks for, 0 if unknown."""
        return max((each.needed or 0 for each in self.requirements() if each.roster is kind), default=0)

    def preview(self, kind: RosterKind, size: int, seed: str) -> Draw:
        """Return what a draw would be, and what one with a printed seed was. DrawTooLarge, FieldProblem."""
        last_start = self._rosters.last_start()
        with self._session.reading() as transaction:
            return draw_lots(self._heads(transaction, kind, last_start), size, _checked(seed))

    def draw(self, kind: RosterKind, size: int, seed: str = "") -> tuple[Changes, Draw]:
        """Draw and mark; without a seed one is thrown. DrawTooLarge, FieldProblem, RoleNeeded."""
        may_edit(self._session)
        sown = _checked(seed) if seed.strip() else f"{secrets.randbelow(SEEDS):08d}"
        year, today = self._session.year, self._session.now().date()
        last_start = self._rosters.last_start()
        with self._session.change(Action.DREW_PEOPLE, "", Topic.ROSTER) as change:
            drawn = draw_lots(self._heads(change.transaction, kind, last_start), size, sown)
            roster_store.put_asked(change.transaction, year, PEOPLE[kind], drawn.numbers)
            record = DrawRecord(kind, sown, size, drawn.heads, drawn.digest, today)
            roster_counts.put_draw(change.transaction, year, record)
            change.subject = f"{kind.value} {size}/{drawn.heads} seed {sown}"
        return change.changes, drawn

    def record(self, kind: RosterKind) -> DrawRecord | None:
        """Return the draw that stands."""
        with self._session.reading() as transaction:
            return roster_counts.draw_record(transaction, self._session.year, kind)

    def still_holds(self, kind: RosterKind) -> bool:
        """Tell whether the list is still the one drawn from: then the seed draws the same people."""
        last_start = self._rosters.last_start()
        with self._session.reading() as transaction:
            record = roster_counts.draw_record(transaction, self._session.year, kind)
            heads = self._heads(transaction, kind, last_start)
        return record is not None and record.digest == list_digest(heads)

    def _heads(self, transaction: Transaction, kind: RosterKind, last_start: date) -> list[Head]:
        """Return who may be drawn, with their strata."""
        year = self._session.year
        if kind is RosterKind.EXTERNAL:
            people = roster_store.external_people(transaction, year)
            return [Head(each.key, (each.kind, each.matter)) for each in people]
        only = [roster_search.is_eligible(last_start)]
        return [
            Head(key, (division, level))
            for key, division, level in roster_search.strata(transaction, year, only)
        ]


def _checked(seed: str) -> str:
    """Return a seed as it is printed; FieldProblem for none, or one too long to be typed again."""
    plain = normalized(seed)
    if not plain:
        raise FieldProblem("seed", FieldFault.EMPTY)
    if len(plain) > LONGEST_SEED:
        raise FieldProblem("seed", FieldFault.OUT_OF_RANGE, plain[:LONGEST_SEED], f"≤ {LONGEST_SEED}")
    return plain
