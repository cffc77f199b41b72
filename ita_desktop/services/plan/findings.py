"""Findings of the year: what the rules propose beside what people decided."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ita_desktop.domain.history import Action
from ita_desktop.domain.plan.findings import Finding, FindingState, Heading, Rules
from ita_desktop.domain.plan.papers import FindingLine
from ita_desktop.domain.plan.rules import default_rules, propose
from ita_desktop.domain.problems import FieldFault, FieldProblem, MissingRecord
from ita_desktop.domain.thai_text import normalized
from ita_desktop.models import measure_store, plan_store, settings_store
from ita_desktop.services.changes import Changes, Topic
from ita_desktop.services.plan.years import same_key, year_scores

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_desktop.domain.instrument import Instrument
    from ita_desktop.services.results import ResultService
    from ita_desktop.services.session import Session

RULES = "finding-rules"
MOST_POINTS = 100


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding as it is listed: what it is about, of which indicator and tool, where it leads.

    `indicator` is the code of the indicator that a measure for it belongs to; `measures` how many there are.
    """

    finding: Finding
    title: str
    indicator: str
    tool: str
    leads_to: tuple[tuple[str, str], ...]
    guidance: str
    measures: int


class FindingService:
    """Propose, take, change and dismiss findings."""

    def __init__(self, session: Session, results: ResultService) -> None:
        """Work on an open file and its result."""
        self._session, self._results = session, results

    def rules(self) -> Rules:
        """Return the figures that decide: the office's own for this year, else those of the instrument."""
        default = default_rules(self._session.instrument)
        with self._session.reading() as transaction:
            kept = settings_store.get(transaction, RULES, {}).get(str(self._session.year))
        return _read_rules(kept, default) if kept else default

    def put_rules(self, rules: Rules | None) -> Changes:
        """Keep the figures that decide, None for the instrument's own; FieldProblem outside 0 to 100."""
        if rules is not None:
            self._check(rules)
        with self._session.change(Action.CHANGED_SETTING, RULES, Topic.MEASURES) as change:
            kept = dict(settings_store.get(change.transaction, RULES, {}))
            kept.pop(str(self._session.year), None)
            if rules is not None:
                kept[str(self._session.year)] = _rules_json(rules)
            settings_store.put(change.transaction, RULES, kept)
        return change.changes

    def _check(self, rules: Rules) -> None:
        """Refuse figures that are no points of a score, and pairs of items that there are not."""
        for name in ("urgent_below", "develop_below", "fall", "apart", "lowest"):
            number = Decimal(getattr(rules, name))
            if not 0 <= number <= MOST_POINTS:
                raise FieldProblem(name, FieldFault.OUT_OF_RANGE, str(number), "0-100")
        if rules.develop_below < rules.urgent_below:
            raise FieldProblem(
                "develop_below",
                FieldFault.OUT_OF_RANGE,
                str(rules.develop_below),
                f"{rules.urgent_below}-100",
            )
        codes = _items(self._session.instrument)
        for code in (code for pair in rules.pairs for code in pair):
            if code not in codes:
                raise FieldProblem("pairs", FieldFault.NOT_OFFERED, code)

    def rows(self) -> tuple[FindingRow, ...]:
        """Return all findings, the urgent first, each in the instrument's order; people's own ones last."""
        instrument, year = self._session.instrument, self._session.year
        with self._session.reading() as transaction:
            kept = plan_store.findings(transaction, year)
            measures = measure_store.measures(transaction, year)
        decided = {each.score_key: each for each in kept if each.score_key}
        found = [_merged(each, decided.pop(each.score_key, None)) for each in self._proposed()]
        found += decided.values()
        found += [each for each in kept if not each.score_key]
        order = {key: place for place, key in enumerate(_order(instrument))}
        found.sort(
            key=lambda each: (each.heading is not Heading.URGENT, order.get(each.score_key, len(order)))
        )
        answered = [each.score_key for each in measures]
        return tuple(_row(instrument, each, answered.count(each.score_key)) for each in found)

    def accepted(self) -> tuple[FindingLine, ...]:
        """Return the findings that people took, as papers tell them; nothing is proposed for it."""
        instrument = self._session.instrument
        with self._session.reading() as transaction:
            kept = plan_store.findings(transaction, self._session.year)
        order = {key: place for place, key in enumerate(_order(instrument))}
        taken = [each for each in kept if each.state is FindingState.ACCEPTED]
        taken.sort(key=lambda each: order.get(each.score_key, len(order)))
        return tuple(_line(_row(instrument, each, 0)) for each in taken)

    def decided(self) -> bool:
        """Tell whether somebody decided about any finding, without looking for what is proposed."""
        with self._session.reading() as transaction:
            return bool(plan_store.findings(transaction, self._session.year))

    def _proposed(self) -> tuple[Finding, ...]:
        """Return what the rules find in the present result."""
        result = self._results.result()
        return propose(result.instrument, result.sheet.value, self._before(), self.rules())

    def _before(self) -> Mapping[str, Decimal]:
        """Return last year's figures under this year's keys, where they mean the same."""
        from ita_desktop.domain.numbers import rounded

        instrument, year = self._session.instrument, self._session.year - 1
        with self._session.reading() as transaction:
            then = year_scores(transaction, year, how_sure=False)
        found = {}
        for key in _order(instrument):
            other = same_key(key, instrument, then.instrument)
            value = then.value(other) if other is not None else None
            if value is not None:
                found[key] = rounded(value)
        return found

    def decide(self, finding: Finding) -> Changes:
        """Keep what a person made of a finding: taken with its text, moved, or dismissed.

        FieldProblem for a taken one without text, or about a score that there is not. One that a person adds
        needs no score.
        """
        text = "\n".join(line for each in finding.text.splitlines() if (line := normalized(each)))
        if finding.state is FindingState.ACCEPTED and not text:
            raise FieldProblem("finding_text", FieldFault.EMPTY)
        if finding.score_key and finding.score_key not in set(_order(self._session.instrument)):
            raise FieldProblem("score_key", FieldFault.NOT_OFFERED, finding.score_key)
        subject = finding.score_key or "–"
        with self._session.change(Action.DECIDED_FINDING, subject, Topic.MEASURES) as change:
            key = self._key_of(change.transaction, finding)
            clean = replace(finding, text=text, key=key)
            change.made(plan_store.put_finding(change.transaction, self._session.year, clean))
        return change.changes

    def _key_of(self, transaction: Any, finding: Finding) -> int:  # noqa: ANN401 - a transaction
        """Return the number of a finding that is kept already: its own, or that of the same score."""
        kept = plan_store.findings(transaction, self._session.year)
        if finding.key and finding.key not in {each.key for each in kept}:
            raise MissingRecord("finding", str(finding.key))
        same = (each.key for each in kept if finding.score_key and each.score_key == finding.score_key)
        return finding.key or next(same, 0)

    def forget(self, key: int) -> Changes:
        """Forget what was decided: a proposed one is proposed again, an added one is gone. MissingRecord."""
        with self._session.change(Action.FORGOT_FINDING, f"#{key}", Topic.MEASURES) as change:
            if not plan_store.remove_finding(change.transaction, self._session.year, key):
                raise MissingRecord("finding", str(key))
        return change.changes


def _line(row: FindingRow) -> FindingLine:
    """Return a finding as papers tell it."""
    found = row.finding
    return FindingLine(found.heading, found.score_key, row.title, row.tool, found.text, row.leads_to)


def _merged(proposed: Finding, kept: Finding | None) -> Finding:
    """Put what a person decided over what is proposed; why it is proposed stays visible."""
    return replace(kept, reasons=proposed.reasons) if kept is not None else proposed


def _order(instrument: Instrument) -> list[str]:
    """Return the keys that a finding can be about, indicator by indicator."""
    keys: list[str] = []
    for indicator in instrument.indicators:
        keys += [indicator.code, *(item.code for item in indicator.items)]
    return keys


def _items(instrument: Instrument) -> set[str]:
    """Return the codes of all items."""
    return {item.code for tool in instrument.tools for item in tool.items}


def _row(instrument: Instrument, finding: Finding, measures: int) -> FindingRow:
    """Return a finding with what the instrument says of its score."""
    for tool in instrument.tools:
        for indicator in tool.indicators:
            if finding.score_key == indicator.code:
                return FindingRow(finding, indicator.title, indicator.code, tool.code, (), "", measures)
            for item in indicator.items:
                if item.code == finding.score_key:
                    leads = tuple((code, _text(instrument, code)) for code in item.leads_to)
                    return FindingRow(
                        finding, item.text, indicator.code, tool.code, leads, item.guidance, measures
                    )
    return FindingRow(finding, "", "", "", (), "", measures)


def _text(instrument: Instrument, code: str) -> str:
    """Return the text of an item; empty for one that there is not."""
    return next((i.text for tool in instrument.tools for i in tool.items if i.code == code), "")


def _rules_json(rules: Rules) -> dict[str, Any]:
    """Return rules as they are kept."""
    fields = asdict(rules)
    return {name: str(value) if isinstance(value, Decimal) else value for name, value in fields.items()}


def _read_rules(kept: Mapping[str, Any], default: Rules) -> Rules:
    """Read kept rules; what an older program did not know keeps its beginning."""
    numbers = {
        name: Decimal(kept[name])
        for name in ("urgent_below", "develop_below", "fall", "apart")
        if name in kept
    }
    return replace(
        default,
        **numbers,
        lowest=int(kept.get("lowest", default.lowest)),
        zero_urgent=bool(kept.get("zero_urgent", default.zero_urgent)),
        pairs=tuple((one, other) for one, other in kept.get("pairs", default.pairs)),
    )
