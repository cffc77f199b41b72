"""What each list holds: its rows as JSON has them, and the columns of its table for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.cli.columns import Column, Listing
from ita_desktop.cli.columns import day as _day
from ita_desktop.cli.columns import iso as _iso
from ita_desktop.cli.columns import moment as _moment
from ita_desktop.cli.columns import score as _score
from ita_desktop.cli.columns import state as _state
from ita_desktop.cli.columns import yes as _yes
from ita_desktop.cli.package_listings import PACKAGE_LISTINGS
from ita_desktop.cli.plan_listings import PLAN_LISTINGS
from ita_desktop.cli.score_json import number
from ita_desktop.domain.checklist import ResultStage, WorkStatus
from ita_desktop.domain.history import Role
from ita_desktop.domain.person_names import split_title
from ita_desktop.domain.roster import Approval, Eligibility
from ita_desktop.support.language import mark
from ita_desktop.wording.history import action_words

if TYPE_CHECKING:
    from ita_desktop.cli.columns import Row
    from ita_desktop.services.workspace import Workspace


def _internal(workspace: Workspace) -> list[Row]:
    """Return the internal roster."""
    return [
        {
            "name": row.person.name,
            "position": row.person.position,
            "division": row.person.division,
            "level": row.person.level,
            "start_date": _iso(row.person.start_date),
            "phone": row.person.phone,
            "eligible": row.eligibility is Eligibility.YES,
            "eligible_from": _iso(row.eligible_from),
            "why_not": None if row.eligibility is Eligibility.YES else row.eligibility.value,
            "approval": row.person.approval.value,
            "returned_for": row.person.reason,
            "asked": row.person.asked,
            "number": row.person.key,
            "title": split_title(row.person.name).title,
        }
        for row in workspace.roster.internal()
    ]


def _external(workspace: Workspace) -> list[Row]:
    """Return the external roster."""
    return [
        {
            "name": person.name,
            "kind": person.kind,
            "matter": person.matter,
            "channel": person.channel,
            "contact_date": _iso(person.contact_date),
            "phone": person.phone,
            "approval": person.approval.value,
            "returned_for": person.reason,
            "asked": person.asked,
            "number": person.key,
            "title": split_title(person.name).title,
        }
        for person in workspace.roster.external()
    ]


def _batches(workspace: Workspace) -> list[Row]:
    """Return the batches of questionnaires."""
    return [
        {
            "part": batch.part,
            "number": batch.number,
            "division": batch.division,
            "collected_by": batch.collected_by,
            "declared": batch.declared,
            "keyed": batch.keyed,
            "closed": batch.closed,
        }
        for batch in workspace.entry.batches()
    ]


def _oit(workspace: Workspace) -> list[Row]:
    """Return the checklist in the instrument's order, with its proofs, results by stage and oddities."""
    return [
        {
            "code": row.item.code,
            "title": row.item.text,
            "result": number(row.entry.result),
            "status": row.entry.status.value,
            "owner": row.entry.owner,
            "due": _iso(row.entry.due),
            "note": row.entry.note,
            "gain": number(row.gain),
            "components": [
                {"text": component.text, "ticked": component.ticked} for component in row.components
            ],
            "evidence": [
                {
                    "kind": proof.kind.value,
                    "target": proof.target,
                    "date": _iso(proof.day or (proof.added_at.date() if proof.added_at else None)),
                    "sha256": proof.sha256,
                }
                for proof in row.proofs
            ],
            "results": {stage.value: number(row.entry.of_stage(stage)) for stage in ResultStage},
            "person": row.entry.person,
            "priority": row.entry.priority.value,
            "oddities": [found.kind.value for found in row.oddities],
        }
        for row in workspace.checklist.rows()
    ]


def _documents(workspace: Workspace) -> list[Row]:
    """Return what can be printed."""
    return [{"name": kind.code, "title": kind.title} for kind in workspace.papers.kinds()]


def _history(workspace: Workspace) -> list[Row]:
    """Return who changed what when, newest first."""
    return [
        {
            "number": entry.number,
            "at": entry.at.isoformat(timespec="seconds"),
            "role": entry.role.value,
            "action": entry.action.value,
            "subject": entry.subject,
            "words": action_words(entry.action, entry.subject),
        }
        for entry in workspace.settings.history()
    ]


LISTINGS = {
    "roster-internal": Listing(
        _internal,
        (
            Column("name", mark("ชื่อ")),
            Column("position", mark("ตำแหน่ง")),
            Column("division", mark("สำนัก/กอง")),
            Column("start_date", mark("วันที่เริ่มงาน"), _day),
            Column("eligible", mark("มีสิทธิตอบ"), _yes),
            Column("approval", mark("การอนุมัติ"), _state(Approval)),
        ),
    ),
    "roster-external": Listing(
        _external,
        (
            Column("name", mark("ชื่อ")),
            Column("kind", mark("ประเภท")),
            Column("matter", mark("เรื่องที่ติดต่อ")),
            Column("contact_date", mark("วันที่มาติดต่อ"), _day),
            Column("approval", mark("การอนุมัติ"), _state(Approval)),
        ),
    ),
    "batches": Listing(
        _batches,
        (
            Column("part", mark("ส่วน")),
            Column("number", mark("ชุดที่"), right=True),
            Column("division", mark("สำนัก/กอง")),
            Column("declared", mark("ใบปะหน้า"), right=True),
            Column("keyed", mark("บันทึกแล้ว"), right=True),
            Column("closed", mark("ปิดแล้ว"), _yes),
        ),
    ),
    "oit": Listing(
        _oit,
        (
            Column("code", mark("ข้อ")),
            Column("title", mark("รายการ")),
            Column("result", mark("ผลคะแนน"), _score, right=True),
            Column("status", mark("สถานะ"), _state(WorkStatus)),
            Column("owner", mark("ผู้รับผิดชอบ")),
            Column("due", mark("กำหนดส่ง"), _day),
        ),
    ),
    **PLAN_LISTINGS,
    **PACKAGE_LISTINGS,
    "documents": Listing(_documents, (Column("name", mark("ชื่อสั้น")), Column("title", mark("เอกสาร")))),
    "history": Listing(
        _history,
        (
            Column("at", mark("เมื่อ"), _moment),
            Column("role", mark("โดย"), _state(Role)),
            Column("words", mark("สิ่งที่ทำ")),
        ),
    ),
}
