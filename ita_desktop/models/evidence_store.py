"""Proofs with their versions and items, the steps of approval, and what the checker said of links."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from ita_desktop.domain.checklist_approval import ApprovalStep, StepTaken
from ita_desktop.domain.checklist_links import LinkAnswer
from ita_desktop.domain.evidence import Evidence, EvidenceKind
from ita_desktop.domain.history import Role
from ita_desktop.models.rows import date_text, text_date
from ita_desktop.models.tables import check_step, evidence, evidence_item, link_check

if TYPE_CHECKING:
    from ita_desktop.models.database import Transaction


def proofs(transaction: Transaction, year: int) -> tuple[Evidence, ...]:
    """Return all proofs of a year, every version, in the order in which they were added."""
    ours = select(evidence.c.id).where(evidence.c.year == year)
    codes: defaultdict[int, list[str]] = defaultdict(list)
    for row in transaction.execute(select(evidence_item).where(evidence_item.c.evidence.in_(ours))):
        codes[row.evidence].append(row.code)
    rows = transaction.execute(select(evidence).where(evidence.c.year == year).order_by(evidence.c.id))
    return tuple(
        Evidence(
            EvidenceKind(row.kind),
            row.target,
            text_date(row.day),
            row.title,
            row.sha256,
            row.size,
            datetime.fromisoformat(row.added_at),
            Role(row.added_by),
            row.replaces or 0,
            tuple(codes[row.id]),
            row.id,
        )
        for row in rows
    )


def add(transaction: Transaction, year: int, proof: Evidence, at: datetime, role: Role) -> int:
    """Add a proof (or a version of one) to its items; return its key."""
    result = transaction.execute(
        insert(evidence).values(
            year=year,
            kind=proof.kind.value,
            target=proof.target,
            day=date_text(proof.day),
            title=proof.title,
            sha256=proof.sha256,
            size=proof.size,
            added_at=at.isoformat(timespec="seconds"),
            added_by=role.value,
            replaces=proof.replaces or None,
        )
    )
    key = int(result.inserted_primary_key[0]) if result.inserted_primary_key else 0
    for code in proof.codes:
        attach(transaction, key, code)
    return key


def attach(transaction: Transaction, key: int, code: str) -> None:
    """Let a proof serve an item."""
    statement = upsert(evidence_item).values(evidence=key, code=code)
    transaction.execute(statement.on_conflict_do_nothing())


def detach(transaction: Transaction, key: int, code: str) -> bool:
    """Take a proof away from an item, not from the file; tell whether it served it."""
    statement = delete(evidence_item).where(evidence_item.c.evidence == key, evidence_item.c.code == code)
    return bool(transaction.execute(statement).rowcount)


def steps(transaction: Transaction, year: int) -> tuple[StepTaken, ...]:
    """Return the steps of approval of all items, oldest first."""
    rows = transaction.execute(select(check_step).where(check_step.c.year == year).order_by(check_step.c.id))
    return tuple(
        StepTaken(
            row.code,
            datetime.fromisoformat(row.at),
            Role(row.role),
            ApprovalStep(row.step),
            row.reason,
            row.signed,
        )
        for row in rows
    )


def put_step(transaction: Transaction, year: int, step: StepTaken) -> None:
    """Write a step down."""
    transaction.execute(
        insert(check_step).values(
            year=year,
            code=step.code,
            at=step.at.isoformat(timespec="seconds"),
            role=step.role.value,
            step=step.step.value,
            reason=step.reason,
            signed=step.signed,
        )
    )


def answers(transaction: Transaction, year: int) -> dict[str, LinkAnswer]:
    """Return the newest answer of the checker for each link."""
    rows = transaction.execute(select(link_check).where(link_check.c.year == year).order_by(link_check.c.at))
    return {
        row.link: LinkAnswer(
            row.link,
            datetime.fromisoformat(row.at),
            bool(row.reachable),
            row.status,
            row.title,
            row.final,
            row.fault,
        )
        for row in rows
    }


def put_answer(transaction: Transaction, year: int, answer: LinkAnswer) -> bool:
    """Keep an answer; False if this very one is kept already."""
    statement = upsert(link_check).values(
        year=year,
        link=answer.link,
        at=answer.at.isoformat(timespec="seconds"),
        reachable=int(answer.reachable),
        status=answer.status,
        title=answer.title,
        final=answer.final,
        fault=answer.fault,
    )
    return bool(transaction.execute(statement.on_conflict_do_nothing()).rowcount)
