"""Forms worth a look at the paper: listed, and put aside once somebody has looked. None is removed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.domain.history import Action
from ita_desktop.domain.oddities import Oddity, odd_forms
from ita_desktop.domain.permissions import Readable
from ita_desktop.domain.problems import FieldFault, FieldProblem
from ita_desktop.models import keying_store, questionnaire_store
from ita_desktop.services.changes import Changes, Topic

if TYPE_CHECKING:
    from ita_desktop.services.session import Session


@dataclass(frozen=True, slots=True)
class OddForm:
    """An oddity, and what was found when somebody looked ("" while nobody has)."""

    oddity: Oddity
    reason: str = ""


class OddityService:
    """What looks odd among the year's answers."""

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session
        self._cached: dict[str, tuple[int, int, tuple[Oddity, ...]]] = {}

    def odd(self, part: str) -> tuple[OddForm, ...]:
        """Return what is worth a look in a part: what nobody has looked at yet."""
        return tuple(each for each in self.every(part) if not each.reason)

    def every(self, part: str) -> tuple[OddForm, ...]:
        """Return all that looks odd in a part, what was looked at with its reason."""
        found = self._found(part)
        with self._session.reading(Readable.FORMS) as transaction:
            reasons = keying_store.looks(transaction, self._session.year, part)
        return tuple(OddForm(each, reasons.get(each.key, "")) for each in found)

    def look(self, part: str, oddity: Oddity, reason: str) -> Changes:
        """Keep that somebody looked at the paper and what it was: it does not come again."""
        if not reason.strip():
            raise FieldProblem("reason", FieldFault.EMPTY)
        serials = ", ".join(map(str, oddity.serials))
        subject = f"{part} {serials}: {reason.strip()}"
        with self._session.change(Action.LOOKED_AT_FORM, subject, Topic.ANSWERS) as change:
            keying_store.put_look(change.transaction, self._session.year, part, oddity.key, reason.strip())
        return change.changes

    def _found(self, part: str) -> tuple[Oddity, ...]:
        """Return what looks odd; searched again only after something changed."""
        version, year = self._session.version, self._session.year
        kept = self._cached.get(part)
        if kept is None or kept[:2] != (version, year):
            tool = self._session.instrument.tool_of_part(part)
            with self._session.reading(Readable.FORMS) as transaction:
                lines = questionnaire_store.numbered_lines(transaction, year, part)
            kept = self._cached[part] = (version, year, odd_forms(tool, lines))
        return kept[2]
