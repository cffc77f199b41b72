"""The office's people who sign: names, positions, and for whom they sign."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ita_desktop.domain.history import Action
from ita_desktop.domain.paperwork.papers import Acting, Signatory
from ita_desktop.domain.problems import FieldFault, FieldProblem
from ita_desktop.domain.thai_text import normalized
from ita_desktop.models import settings_store
from ita_desktop.services.changes import Changes, Topic

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_desktop.services.session import Session

KEY: Final = "signatories"


class PeopleService:
    """Keep the list of those who sign."""

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session

    def signatories(self) -> tuple[Signatory, ...]:
        """Return those who sign; the office's signer stands first while the list is empty."""
        with self._session.reading() as transaction:
            kept = settings_store.get(transaction, KEY, [])
            office = settings_store.office(transaction)
        if not kept:
            return (Signatory(office.signer_name, office.signer_position),) if office.signer_name else ()
        return tuple(
            Signatory(name, position, Acting(acting), whose) for name, position, acting, whose in kept
        )

    def change(self, signatories: Iterable[Signatory]) -> Changes:
        """Keep the list as it is now; FieldProblem for one without name or position, or acting for nobody."""
        rows = []
        for each in signatories:
            name, position, whose = (
                normalized(text) for text in (each.name, each.position, each.for_position)
            )
            for code, text in (("signer_name", name), ("signer_position", position)):
                if not text:
                    raise FieldProblem(code, FieldFault.EMPTY)
            if each.acting is not Acting.OWN and not whose:
                raise FieldProblem("signer_acting", FieldFault.EMPTY)
            rows.append([name, position, each.acting.value, whose])
        with self._session.change(Action.CHANGED_SETTING, KEY, Topic.PAPERS) as change:
            settings_store.put(change.transaction, KEY, rows)
        return change.changes
