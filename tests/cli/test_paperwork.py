"""`paper`: from the kinds to the signed copy and the register, as a script would do it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import docx
import pypdfium2
import pytest

from tests.helpers.offices import new_workspace

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import CommandLine


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """An office file without papers."""
    made = new_workspace(tmp_path)
    made.settings.change_office(replace(made.settings.office(), document_code="ตย 99901/"))
    made.close()
    return made.path


def text_of(path: Path) -> str:
    """Return the text of a PDF."""
    document = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


@pytest.fixture
def memo(ita: CommandLine, office: Path) -> str:
    """The key of a memo that can be signed."""
    made = ita(
        "paper", "make", office, "memo-results", "--set", "signer_name=นางสมมติ ตัวอย่าง",
        "--set", "signer_position=ปลัดเทศบาล", "--set", "urgency=ด่วน",
    )  # fmt: skip
    assert (made.code, made.err) == (0, "")
    return made.out.strip()


def test_kinds_are_named_in_both_languages(ita: CommandLine) -> None:
    """Sixteen kinds, each with a line that says what it is for."""
    thai, english = ita("paper", "kinds"), ita("--lang", "en", "paper", "kinds")
    assert "หนังสือภายนอก" in thai.out
    assert "External letter" in english.out
    assert len(thai.out.splitlines()) == len(english.out.splitlines()) == 18


def test_a_paper_is_made_listed_printed_and_given_to_word(ita: CommandLine, office: Path, memo: str) -> None:
    """What was set stands in the PDF and in the Word file."""
    listed = json.loads(ita("paper", "list", office, "--json").out)
    assert [(each["key"], each["kind"], each["state"]) for each in listed] == [
        (int(memo), "memo-results", "draft")
    ]
    pdf, word = office.with_name("out.pdf"), office.with_name("out.docx")
    assert ita("paper", "print", office, memo, "-o", pdf, "--draft").code == 0
    assert ita("paper", "word", office, memo, "-o", word).code == 0
    assert "นางสมมติ" in text_of(pdf)
    assert "ร่าง" in text_of(pdf)
    assert any("นางสมมติ" in each.text for each in docx.Document(str(word)).paragraphs)


def test_a_field_that_the_kind_has_not_is_wrong_usage(ita: CommandLine, office: Path) -> None:
    """Nothing is made, and those that there are are named."""
    ended = ita("paper", "make", office, "memo-free", "--set", "colour=red")
    assert ended.code == 2
    assert "addressee" in ended.err
    assert json.loads(ita("paper", "list", office, "--json").out) == []


def test_signing_gives_numbers_and_the_register_tells_them(ita: CommandLine, office: Path, memo: str) -> None:
    """A gap without a reason is told; with one it stands in the book; a signed paper is not signed again."""
    refused = ita("paper", "sign", office, memo, "--day", "24/3/2568", "--number", "3")
    assert (refused.code, "เลขถัดไปคือ 1" in refused.err) == (1, True)
    signed = ita("paper", "sign", office, memo, "--day", "๒๔ มี.ค. ๖๘", "--number", "3", "--why", "ออกที่ธุรการ")
    assert signed.code == 0
    assert ita("paper", "sign", office, memo, "--day", "24/3/2568").code == 1
    shown = ita("paper", "register", office, "memo", "--year", "2568").out
    assert shown.count("ออกที่ธุรการ") == 2
    assert "เลขถัดไป: 4" in shown
    out = office.with_name("book.pdf")
    assert ita("paper", "register", office, "memo", "--year", "2568", "-o", out).code == 0
    assert "ออกที่ธุรการ" in text_of(out)


def test_the_office_says_how_it_numbers_and_who_signs(ita: CommandLine, office: Path, memo: str) -> None:
    """A book begins where the paper one ended; who acts for another stands on the paper."""
    assert "ตย 1/41" in ita("paper", "book", office, "memo", "--prefix", "ตย 1/", "--first", "41").out
    added = ita(
        "paper", "people", office, "--add", "นายสมมติ ตัวอย่าง", "รองปลัด", "--acting", "in-charge",
        "--signs-for", "ปลัดเทศบาล",
    )  # fmt: skip
    assert "รักษาราชการแทน" in added.out
    last = str(len(added.out.splitlines()) - 2)
    assert ita("paper", "sign", office, memo, "--day", "24/3/2568", "--signer", "99").code == 2
    assert ita("paper", "sign", office, memo, "--day", "24/3/2568", "--signer", last).code == 0
    out = office.with_name("out.pdf")
    ita("paper", "print", office, memo, "-o", out)
    assert "รักษาราชการแทน ปลัดเทศบาล" in text_of(out).replace("\u00a0", " ")
    assert "ตย ๑/๔๑" in text_of(out)
    assert ita("paper", "people", office, "--drop", "99").code == 2
    assert ita("paper", "people", office, "--drop", last).code == 0


def test_a_scan_is_attached_and_a_paper_withdrawn(ita: CommandLine, office: Path, memo: str) -> None:
    """Both after the signature, and both told."""
    scan = office.with_name("scan.pdf")
    scan.write_bytes(b"%PDF-1.4 scanned")
    assert ita("paper", "attach", office, memo, scan).code == 1
    ita("paper", "sign", office, memo, "--day", "2025-03-24")
    assert ita("paper", "attach", office, memo, scan).code == 0
    assert ita("paper", "void", office, memo, "--why", "ออกซ้ำ").code == 0
    assert json.loads(ita("paper", "list", office, "--json").out)[0]["state"] == "void"


def test_a_template_goes_out_and_comes_in(ita: CommandLine, office: Path, memo: str) -> None:
    """Written as a file, read again, listed twice."""
    key = ita("paper", "template", "save", office, memo, "แบบของเรา", "--own").out.strip()
    out = office.with_name("แบบ.json")
    assert ita("paper", "template", "write", office, key, "-o", out).code == 0
    assert ita("paper", "template", "read", office, out).code == 0
    assert ita("paper", "template", "list", office).out.count("แบบของเรา") == 2
    out.write_text("{}", encoding="utf-8")
    assert ita("paper", "template", "read", office, out).code == 1
    assert ita("paper", "template", "read", office, out.with_name("ไม่มี.json")).code == 1
