"""How a kind of paper is declared: its entry in the list, its proposals, its first text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.documents.memo_text import addressee_of, department_line, unit_lines
from ita_desktop.domain.paperwork.richtext import Document, Section

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ita_desktop.documents.paperwork.facts import Facts
    from ita_desktop.domain.paperwork.papers import Kind
    from ita_desktop.domain.paperwork.richtext import Block


@dataclass(frozen=True, slots=True)
class Maker:
    """A kind with what a new paper of it says: fields proposed from the file, and its first sections."""

    kind: Kind
    fields: Callable[[Facts], Mapping[str, str]]
    start: Callable[[Facts], Document]

    def proposals(self, facts: Facts) -> dict[str, str]:
        """Return what each field says while nobody wrote it; empty where the file knows nothing."""
        made = {**office_proposals(facts), **self.fields(facts)}
        return {field.code: made.get(field.code, "") for field in self.kind.fields}


def office_proposals(facts: Facts) -> dict[str, str]:
    """Return what every kind takes from the office."""
    office = facts.content.office
    owner = [office.division or office.name]
    if office.telephone:
        owner.append(f"โทร. {office.telephone}")
    if office.email:
        owner.append(f"ไปรษณีย์อิเล็กทรอนิกส์ {office.email}")
    province = office.province.removeprefix("จังหวัด")
    return {
        "department": department_line(office),
        "addressee": office.addressee or addressee_of(office.name),
        "origin": "\n".join(part for part in (office.name, f"จังหวัด{province}" if province else "") if part),
        "closing": "ขอแสดงความนับถือ",
        "effective": "ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป",
        "owner": "\n".join(owner),
        "signer_name": office.signer_name,
        "signer_position": office.signer_position,
        "recorder": office.signer_name,
        "maker": "\n".join(unit_lines(office)),
    }


def document(*parts: Block | Iterable[Block]) -> Document:
    """Make a document of blocks and lists of blocks."""
    blocks: list[Block] = []
    for part in parts:
        if isinstance(part, Iterable):
            blocks.extend(part)
        else:
            blocks.append(part)
    return Document((Section(tuple(blocks)),))
