"""How an office keys: the order, whether figures are kept, the rule of samples; kept by one command."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.domain.history import Action
from ita_desktop.domain.keying_order import KeyingOrder
from ita_desktop.models import settings_store
from ita_desktop.services.changes import Changes, Topic
from ita_desktop.services.keying_figures import figures_kept, put_figures
from ita_desktop.services.sample_rule import check_rule, put_rule, rule_in_force

if TYPE_CHECKING:
    from ita_desktop.domain.verification import SampleRule
    from ita_desktop.models.database import Transaction
    from ita_desktop.services.session import Session

ORDER = "keying-order"


@dataclass(frozen=True, slots=True)
class KeyingSettings:
    """The choices. `figures`: whether forms and keys an hour are kept of who keys."""

    order: KeyingOrder
    figures: bool
    rule: SampleRule


class KeyingSettingsService:
    """Read and change how the office keys."""

    def __init__(self, session: Session) -> None:
        """Work on an open file."""
        self._session = session

    def settings(self) -> KeyingSettings:
        """Return the choices in force."""
        with self._session.reading() as transaction:
            return KeyingSettings(
                order_in_force(transaction), figures_kept(transaction), rule_in_force(transaction)
            )

    def put(self, chosen: KeyingSettings) -> Changes:
        """Keep the choices, all or none; FieldProblem for a rule outside of what makes sense.

        Figures that are switched off are removed; one undo brings them back with the rest.
        """
        check_rule(chosen.rule)
        with self._session.change(Action.CHANGED_SETTING, ORDER, Topic.ANSWERS) as change:
            settings_store.put(change.transaction, ORDER, chosen.order.value)
            put_rule(change.transaction, chosen.rule)
            if figures_kept(change.transaction) is not chosen.figures:
                put_figures(change.transaction, on=chosen.figures)
        return change.changes


def order_in_force(transaction: Transaction) -> KeyingOrder:
    """Return the order in which stacks are keyed: free until somebody says otherwise."""
    return KeyingOrder(settings_store.get(transaction, ORDER, KeyingOrder.FREE.value))
