"""The papers of the OIT checklist: table, hand-over lists, answer sheet for ITAS, reminders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.checklist_paper import OIT_ANSWERS, OIT_HANDOVER, OIT_REMINDER, OIT_TABLE

if TYPE_CHECKING:
    from datetime import datetime

    from ita_desktop.domain.checklist_paper import ChecklistPaper

TITLES = {
    OIT_TABLE: "ตารางการเปิดเผยข้อมูลสาธารณะ (OIT)",
    OIT_HANDOVER: "ใบมอบหมายงาน OIT รายสำนัก/กอง",
    OIT_ANSWERS: "ใบคำตอบ OIT สำหรับกรอกในระบบ ITAS",
    OIT_REMINDER: "บันทึกทวงข้อมูล OIT รายสำนัก/กอง",
}


def render_checklist(kind: str, paper: ChecklistPaper, created: datetime, family: str) -> bytes:
    """Set a paper of the checklist; the problems of `setting.to_pdf`. KeyError for another kind."""
    from ita_desktop.documents.checklist.answers import render_answers
    from ita_desktop.documents.checklist.handover import render_handover
    from ita_desktop.documents.checklist.reminder import render_reminder
    from ita_desktop.documents.checklist.table import render_table

    renderers = {
        OIT_TABLE: render_table,
        OIT_HANDOVER: render_handover,
        OIT_ANSWERS: render_answers,
        OIT_REMINDER: render_reminder,
    }
    return renderers[kind](paper, created, family)
