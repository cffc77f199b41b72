"""The rule by which samples for the second keying are drawn, as the file keeps it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from ita_desktop.domain.problems import FieldFault, FieldProblem
from ita_desktop.domain.verification import SampleRule
from ita_desktop.models import settings_store
from ita_desktop.models.rows import number_text, text_number

if TYPE_CHECKING:
    from ita_desktop.models.database import Transaction

RULE = "second-keying-rule"
PERCENT = 100


def check_rule(rule: SampleRule) -> None:
    """FieldProblem for a rule outside of what makes sense."""
    for name, value, low in (
        ("percent", rule.percent, 0),
        ("minimum", rule.minimum, 1),
        ("tolerance", rule.tolerance, 0),
    ):
        if value < low or (value > PERCENT and name != "minimum"):
            raise FieldProblem(name, FieldFault.OUT_OF_RANGE, str(value))


def put_rule(transaction: Transaction, rule: SampleRule) -> None:
    """Keep a rule that was checked."""
    kept = {
        "percent": rule.percent,
        "minimum": rule.minimum,
        "tolerance": number_text(rule.tolerance),
    }
    settings_store.put(transaction, RULE, kept)


def rule_in_force(transaction: Transaction) -> SampleRule:
    """Return the rule in force."""
    usual = SampleRule()
    kept = settings_store.get(transaction, RULE, {})
    tolerance = text_number(kept.get("tolerance"))
    return SampleRule(
        int(kept.get("percent", usual.percent)),
        int(kept.get("minimum", usual.minimum)),
        usual.tolerance if tolerance is None else Fraction(tolerance),
    )
