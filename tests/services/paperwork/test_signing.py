"""Promises of signing: fixed for good, a number of its own, the PDF byte for byte."""

from __future__ import annotations

import hashlib
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from ita_desktop.domain.paperwork.keys import value_names
from ita_desktop.domain.paperwork.papers import Acting, PaperState, Signatory
from ita_desktop.domain.paperwork.problems import (
    GapUnexplained,
    NumberTaken,
    PaperIncomplete,
    PaperLocked,
    WrongState,
)
from ita_desktop.domain.paperwork.richtext import FilePart, Run, Value
from ita_desktop.domain.problems import FieldProblem, NothingToUndo

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.services.paperwork.paperwork import Paperwork
    from ita_desktop.services.workspace import Workspace

DAY = date(2025, 5, 9)
MEMO = "memo-measures"


def signed(desk: Paperwork, kind: str = MEMO, **given: object) -> int:
    """A signed paper."""
    key = desk.papers.create(kind).key
    desk.signing.sign(key, DAY, **given)  # type: ignore[arg-type]
    return key


def test_a_paper_goes_from_draft_to_signed(desk: Paperwork) -> None:
    """Handed in, taken back, handed in, signed: number, day and fingerprint are there."""
    key = desk.papers.create(MEMO).key
    desk.signing.submit(key)
    desk.signing.take_back(key)
    desk.signing.submit(key)
    assert desk.papers.paper(key).state is PaperState.FOR_SIGNATURE
    desk.signing.sign(key, DAY)
    paper = desk.papers.paper(key)
    assert (paper.state, paper.number, paper.day) == (PaperState.SIGNED, "ตย 52301/1", DAY)
    assert hashlib.sha256(desk.pages.pdf(key)).hexdigest() == paper.sha256


def test_a_signed_paper_never_changes(desk: Paperwork, town: Workspace) -> None:
    """Scores change, the office changes its name: the signed PDF is the same to the byte."""
    key = signed(desk)
    before, text = desk.pages.pdf(key), desk.papers.paper(key).document
    town.results.put_published(2568, "total", Decimal("55.55"))
    assert desk.pages.pdf(key) == before
    assert all(part.written is not None for part in values(text))
    assert value_names(text)
    assert not [block for block in text.blocks() if isinstance(block, FilePart)]
    for change in (
        lambda: desk.papers.save(key, {}, text),
        lambda: desk.papers.keep(key, {}, text),
        lambda: desk.papers.remove(key),
    ):
        with pytest.raises(PaperLocked):
            change()
    with pytest.raises(WrongState):
        desk.signing.sign(key, DAY)


def values(text: object) -> list[Value]:
    """The live values of a text."""
    from ita_desktop.domain.paperwork.keys import inlines

    return [part for part in inlines(text) if isinstance(part, Value)]  # type: ignore[arg-type]


def test_numbers_follow_each_other_and_none_is_given_twice(desk: Paperwork) -> None:
    """1, 2, 3 in the memo's book; orders have a book of their own, with the year."""
    assert [desk.papers.paper(signed(desk)).number for _ in range(3)] == [
        f"ตย 52301/{number}" for number in (1, 2, 3)
    ]
    assert desk.papers.paper(signed(desk, "order-committee")).number == "1/2568"
    key = desk.papers.create(MEMO).key
    with pytest.raises(NumberTaken):
        desk.signing.sign(key, DAY, number=2)
    assert desk.papers.paper(key).state is PaperState.DRAFT


def test_undo_takes_no_signature_back(desk: Paperwork, town: Workspace) -> None:
    """A number once given stays given: signing is no keystroke."""
    key = signed(desk)
    while town.session.undo_log.next_undo is not None:
        town.undo()
    with pytest.raises(NothingToUndo):
        town.undo()
    assert desk.papers.paper(key).state is PaperState.SIGNED
    assert desk.register.next_number("memo", 2568) == 2


def test_a_gap_wants_its_reason_and_shows_it(desk: Paperwork) -> None:
    """Numbers passed over have lines that say why; a number given elsewhere is written down."""
    key = desk.papers.create(MEMO).key
    with pytest.raises(GapUnexplained) as caught:
        desk.signing.sign(key, DAY, number=4)
    assert (caught.value.next_number, caught.value.number) == (1, 4)
    desk.signing.sign(key, DAY, number=4, why="งานธุรการกลางออกเลขไปก่อน")
    lines = desk.register.entries("memo", 2568)
    assert [line.number for line in lines] == [1, 2, 3, 4]
    assert [line.paper for line in lines] == [0, 0, 0, key]
    assert lines[0].note == "งานธุรการกลางออกเลขไปก่อน"
    assert desk.register.gaps("memo", 2568) == ()
    desk.register.reserve("memo", 2568, 9, "หนังสือเวียน", "ออกด้วยมือ")
    assert desk.register.gaps("memo", 2568) == (5, 6, 7, 8)
    with pytest.raises(NumberTaken):
        desk.register.reserve("memo", 2568, 9, "ซ้ำ", "ซ้ำ")
    with pytest.raises(FieldProblem):
        desk.register.reserve("memo", 2568, 10, "ไม่มีเหตุผล", " ")


def test_the_year_of_a_number_is_that_of_the_day(desk: Paperwork) -> None:
    """A paper dated in January begins a new book, though the fiscal year goes on."""
    signed(desk)
    key = desk.papers.create(MEMO).key
    desk.signing.sign(key, date(2026, 1, 5))
    assert desk.papers.paper(key).number == "ตย 52301/1"
    assert desk.register.years("memo") == (2569, 2568)


def test_a_withdrawn_paper_keeps_its_number(desk: Paperwork) -> None:
    """It can still be read, its line says why, and the next number goes on."""
    key = signed(desk)
    with pytest.raises(FieldProblem):
        desk.signing.void(key, "")
    desk.signing.void(key, "ผู้รับผิด")
    line = desk.register.entries("memo", 2568)[0]
    assert (line.void, line.note) == (True, "ผู้รับผิด")
    assert desk.papers.paper(key).state is PaperState.VOID
    assert desk.pages.pdf(key).startswith(b"%PDF")
    assert desk.register.next_number("memo", 2568) == 2


def test_an_incomplete_paper_is_not_signed(desk: Paperwork) -> None:
    """The fields that lack are named, and no number is used."""
    key = desk.papers.create("letter").key
    for step in (desk.signing.submit, lambda each: desk.signing.sign(each, DAY)):
        with pytest.raises(PaperIncomplete) as caught:
            step(key)
        assert caught.value.fields == ("subject", "addressee")
    assert desk.register.entries("letter", 2568) == ()


def test_who_signs_for_another_says_so(desk: Paperwork) -> None:
    """รักษาราชการแทน stands on the paper with the office that is signed for."""
    head = "นายกเทศมนตรีตำบลตัวอย่าง"
    acting = Signatory("นายสมมติ ตัวอย่าง", "รองปลัดเทศบาล", Acting.IN_CHARGE, head)
    desk.people.change([acting])
    assert desk.people.signatories() == (acting,)
    key = signed(desk, who=acting)
    assert desk.papers.paper(key).fields["signer_acting"] == f"รักษาราชการแทน {head}"
    with pytest.raises(FieldProblem):
        desk.people.change([Signatory("ก", "ข", Acting.DELEGATED)])


def test_a_scan_is_kept_beside_the_signed_paper(desk: Paperwork, tmp_path: Path) -> None:
    """PDF and pictures are taken to the byte; anything else is told."""
    key = signed(desk)
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF-1.4 scanned")
    desk.signing.attach_scan(key, scan)
    assert desk.signing.scan(key) == b"%PDF-1.4 scanned"
    scan.write_bytes(b"MZ\x90")
    with pytest.raises(FieldProblem):
        desk.signing.attach_scan(key, scan)
    draft = desk.papers.create(MEMO).key
    scan.write_bytes(b"%PDF-1.4")
    with pytest.raises(WrongState):
        desk.signing.attach_scan(draft, scan)


def test_the_register_is_printed_with_gaps_and_reasons(desk: Paperwork) -> None:
    """Every number of the year is on the paper, explained or not."""
    signed(desk, number=2, why="ข้ามเลขหนึ่ง")
    desk.register.reserve("memo", 2568, 4, "เรื่องอื่น", "ออกด้วยมือ")
    from tests.documents.pdf import text_of

    words = text_of(desk.register.pdf("memo", 2568))
    for part in ("ข้ามเลขหนึ่ง", "ออกด้วยมือ", "ไม่มีรายการ", "ทะเบียนบันทึกข้อความ"):
        assert part in words


def test_a_part_is_written_out_when_signed(desk: Paperwork) -> None:
    """What the file wrote live stands as letters in the signed text."""
    key = signed(desk, "memo-oit-request")
    letters = [
        part.text
        for block in desk.papers.paper(key).document.blocks()
        for part in getattr(block, "text", ())
        if isinstance(part, Run)
    ]
    assert letters


def test_a_signed_copy_changed_from_outside_is_told_by_the_check(desk: Paperwork, town: Workspace) -> None:
    """The check of the file reads kept bytes against their SHA-256, and every text."""
    from ita_desktop.domain.file_rules import FindingKind
    from ita_desktop.models.integrity import full

    signed(desk)
    with town.session.reading() as transaction:
        assert full(transaction) == ()
    for change in (
        "UPDATE stored SET data = x'00'",
        "UPDATE document SET body = '{}'",
    ):
        with town.session.drafting() as transaction:
            transaction.exec_driver_sql(change)
        with town.session.reading() as transaction:
            assert {finding.kind for finding in full(transaction)} == {FindingKind.PAPER}


def test_a_part_can_be_taken_out_as_ordinary_text(desk: Paperwork) -> None:
    """So that a person can go on writing in it; a chapter of the report cannot."""
    assert desk.papers.written_out("checklist")
    assert desk.papers.written_out("report.plan") == ()
