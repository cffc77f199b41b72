"""Second keyings with their plans, and the disputes that third readings decide."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from ita_desktop.domain.second_keying import Compared, Disputed
from ita_desktop.domain.verification import Plan, SampleRule
from ita_desktop.models.rows import number_text
from ita_desktop.models.tables import dispute, questionnaire, second_form, second_plan

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import ColumnElement, Row, Select, Table

    from ita_desktop.models.database import Transaction


@dataclass(frozen=True, slots=True)
class SecondForm:
    """A form in its second keying: its row as stored. `states` has one `PlaceState` sign a question.

    `first` is the line as first keyed, noted when the second keying is finished ("" before).
    """

    part: str
    serial: int
    line: str
    states: str
    slips: int = 0
    first: str = ""
    finished: bool = False


def put_plan(transaction: Transaction, plan: Plan) -> None:
    """Keep a batch's plan in place of the one before."""
    fields = {
        "seed": plan.seed,
        "percent": plan.rule.percent,
        "minimum": plan.rule.minimum,
        "tolerance": number_text(plan.rule.tolerance),
        "called_off": plan.called_off,
    }
    statement = upsert(second_plan).values(batch=plan.batch, **fields)
    transaction.execute(statement.on_conflict_do_update(index_elements=["batch"], set_=fields))


def plans(transaction: Transaction) -> dict[int, Plan]:
    """Return all plans by batch."""
    return {
        row.batch: Plan(
            row.batch,
            row.seed,
            SampleRule(row.percent, row.minimum, Fraction(row.tolerance)),
            row.called_off,
        )
        for row in transaction.execute(select(second_plan))
    }


def serials(transaction: Transaction, batch: int) -> tuple[int, ...]:
    """Return the numbers of the finished forms of a batch, in order."""
    statement = select(questionnaire.c.serial).where(questionnaire.c.batch == batch)
    return tuple(transaction.scalars(statement.order_by(questionnaire.c.serial)))


def find(transaction: Transaction, year: int, part: str, serial: int) -> SecondForm | None:
    """Return a form's second keying, or None if it has none."""
    statement = select(second_form).where(_is(second_form, year, part, serial))
    row = transaction.execute(statement).one_or_none()
    return _form(row) if row is not None else None


def is_blind(transaction: Transaction, year: int, part: str, serial: int) -> bool:
    """Tell whether nobody may see a form's answers now: it is keyed again, or a dispute is undecided."""
    keying = (
        select(second_form.c.serial)
        .join(questionnaire, _same_form(second_form))
        .join(second_plan, second_plan.c.batch == questionnaire.c.batch)
        .where(_is(second_form, year, part, serial), second_form.c.finished == 0)
        .where(second_plan.c.called_off == "")
    )
    undecided = select(dispute.c.serial).where(_is(dispute, year, part, serial), dispute.c.symbol == "")
    return transaction.execute(keying.union_all(undecided)).first() is not None


def in_hand(transaction: Transaction, batch: int) -> SecondForm | None:
    """Return the form of a batch whose second keying was begun and not finished, or None."""
    statement = _of_batch(select(second_form), batch).where(second_form.c.finished == 0)
    row = transaction.execute(statement.order_by(second_form.c.serial).limit(1)).one_or_none()
    return _form(row) if row is not None else None


def put(transaction: Transaction, year: int, form: SecondForm) -> None:
    """Keep a form's second keying as it stands."""
    fields = {
        "first": form.first,
        "line": form.line,
        "states": form.states,
        "slips": form.slips,
        "finished": int(form.finished),
    }
    key = {"year": year, "part": form.part, "serial": form.serial}
    statement = upsert(second_form).values(**key, **fields)
    transaction.execute(statement.on_conflict_do_update(index_elements=list(key), set_=fields))


def compared(transaction: Transaction, batch: int) -> dict[int, Compared]:
    """Return the finished second keyings of a batch by number, with their disputes."""
    found: dict[int, list[Disputed]] = defaultdict(list)
    for row in transaction.execute(_of_batch(select(dispute), batch, dispute).order_by(dispute.c.place)):
        found[row.serial].append(Disputed(row.place, row.tried, row.symbol))
    statement = _of_batch(select(second_form), batch).where(second_form.c.finished == 1)
    return {
        row.serial: Compared(row.serial, row.first, row.line, row.slips, tuple(found[row.serial]))
        for row in transaction.execute(statement.order_by(second_form.c.serial))
    }


def raise_disputes(
    transaction: Transaction, year: int, part: str, serial: int, places: Iterable[int]
) -> None:
    """Note the questions of a form that wait for the third reading, in place of what was noted before."""
    transaction.execute(delete(dispute).where(_is(dispute, year, part, serial)))
    rows = [
        {"year": year, "part": part, "serial": serial, "place": place, "tried": "", "symbol": ""}
        for place in places
    ]
    if rows:
        transaction.execute(insert(dispute), rows)


def disputes(transaction: Transaction, year: int, part: str, serial: int) -> tuple[Disputed, ...]:
    """Return the disputes of a form, in the order of its questions."""
    statement = select(dispute).where(_is(dispute, year, part, serial)).order_by(dispute.c.place)
    return tuple(Disputed(row.place, row.tried, row.symbol) for row in transaction.execute(statement))


def put_reading(transaction: Transaction, year: int, part: str, serial: int, reading: Disputed) -> None:
    """Keep what the third reader keyed at a question."""
    key = and_(_is(dispute, year, part, serial), dispute.c.place == reading.place)
    statement = update(dispute).where(key).values(tried=reading.tried, symbol=reading.symbol)
    transaction.execute(statement)


def _form(row: Row[Any]) -> SecondForm:
    """Read a second keying."""
    return SecondForm(
        row.part, row.serial, row.line, row.states, row.slips, row.first, finished=bool(row.finished)
    )


def _is(table: Table, year: int, part: str, serial: int) -> ColumnElement[bool]:
    """Return the condition that picks one form."""
    return and_(table.c.year == year, table.c.part == part, table.c.serial == serial)


def _of_batch(statement: Select[Any], batch: int, table: Table = second_form) -> Select[Any]:
    """Narrow a statement over `table` to the forms of a batch."""
    return statement.where(_same_form(table), questionnaire.c.batch == batch)


def _same_form(table: Table) -> ColumnElement[bool]:
    """Return the condition that joins a table to the questionnaire that a row is about."""
    return and_(*(table.c[name] == questionnaire.c[name] for name in ("year", "part", "serial")))
