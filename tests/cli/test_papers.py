"""`print`, `typeset`, `export`: what comes out is whole, and replaces only what it is told to."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pymupdf
import pypdfium2
import pytest

from ita_desktop.services.papers import KINDS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import CommandLine


def text_of(path: Path) -> str:
    """Return the text of a PDF."""
    document = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_is_printed(ita: CommandLine, office: Path, kind: str) -> None:
    """A PDF of the office's own, over an older one of that name."""
    out = office.with_name("out.pdf")
    out.write_bytes(b"yesterday's")
    ended = ita("print", office, kind, "-o", out)
    assert (ended.code, ended.err) == (0, "")
    assert "ตัวอย่าง" in text_of(out)


def test_documents_are_named_without_a_file(ita: CommandLine) -> None:
    """`print --list` says what there is."""
    ended = ita("print", "--list")
    assert ended.code == 0
    assert all(kind in ended.out for kind in KINDS)


def test_a_file_says_what_it_can_print_and_prints_all_of_it(ita: CommandLine, office: Path) -> None:
    """Every code of the list gives a PDF: papers, forms, lists of checklist and rosters."""
    codes = [row.split()[0] for row in ita("print", office, "--list").out.splitlines()[2:]]
    assert {"memo", "questionnaire-iit", "cover-sheet", "thank-you", "poster"} <= set(codes)
    for code in codes:
        if code.startswith("draw-"):  # nothing was drawn in the sample office, and that is told
            continue
        out = office.with_name(f"{code}.pdf")
        assert ita("print", office, code, "-o", out).code == 0, code
        assert text_of(out).strip()


def test_questionnaires_are_printed_with_their_numbers(ita: CommandLine, office: Path) -> None:
    """One form for each number, Thai digits taken too; a run that is none is wrong usage."""
    out = office.with_name("forms.pdf")
    assert ita("print", office, "questionnaire-eit1", "--serials", "๗-9", "-o", out).code == 0
    text = text_of(out)
    assert all(f"-{number:05d}-" in text for number in (7, 8, 9))
    for run in ("x", "9-7", "1-999999"):
        assert ita("print", office, "questionnaire-eit1", "--serials", run, "-o", out).code == 2
    assert ita("print", office, "memo", "--serials", "1-2", "-o", out).code == 1


def test_an_unknown_document_is_told_with_the_known_ones(ita: CommandLine, office: Path) -> None:
    """And nothing is written."""
    out = office.with_name("out.pdf")
    ended = ita("print", office, "letter", "-o", out)
    assert ended.code == 1
    assert "letter" in ended.err
    assert "memo" in ended.err
    assert not out.exists()


@pytest.mark.parametrize("font", ["laksaman", "sarabun"])
def test_free_text_is_set(ita: CommandLine, empty_folder: Path, font: str) -> None:
    """Markdown to PDF, in either font, without an office file."""
    text = empty_folder / "ประกาศ.md"
    text.write_text("# ประกาศ\n\nที่ทำการปกครอง น้ำใจผู้ให้ถ้อยคำ\n\n- ข้อหนึ่ง\n", "utf-8")
    out = empty_folder / "ประกาศ.pdf"
    ended = ita("typeset", text, "-o", out, "--font", font)
    assert (ended.code, ended.err) == (0, "")
    assert "น้ำใจผู้ให้ถ้อยคำ" in text_of(out).replace("\r\n", "")


def test_a_paper_is_printed_in_the_font_asked_for(ita: CommandLine, office: Path) -> None:
    """By name or by file; a form that a machine reads keeps its own, and a file that is no font is told."""
    out = office.with_name("out.pdf")
    assert ita("print", office, "memo", "--font", "sarabun", "-o", out).code == 0
    with pymupdf.open(out) as document:
        assert all("Sarabun" in font[3] for page in document for font in page.get_fonts())
    assert ita("print", office, "questionnaire-iit", "--font", "sarabun", "-o", out).code == 2
    ended = ita("print", office, "memo", "--font", "หาย.ttf", "-o", out)
    assert ended.code == 1
    assert "หาย.ttf" in ended.err


@pytest.mark.parametrize(
    ("content", "part"), [("รูป\n\n![ผัง](ไม่มี.png)\n".encode(), "ไม่มี.png"), (b"\xff\xfe\x00\x01", "UTF-8")]
)
def test_text_that_cannot_be_set_is_told(
    ita: CommandLine, empty_folder: Path, content: bytes, part: str
) -> None:
    """Which picture, which file; no PDF is made."""
    text = empty_folder / "ประกาศ.md"
    text.write_bytes(content)
    ended = ita("typeset", text, "-o", empty_folder / "x.pdf")
    assert ended.code == 1
    assert part in ended.err
    assert list(empty_folder.iterdir()) == [text]


def test_a_missing_text_is_told(ita: CommandLine, empty_folder: Path) -> None:
    """With its name."""
    ended = ita("typeset", empty_folder / "หาย.md", "-o", empty_folder / "x.pdf")
    assert ended.code == 1
    assert "หาย.md" in ended.err


def test_a_package_is_written(ita: CommandLine, office: Path, tmp_path: Path) -> None:
    """One file, told with its fingerprint, with the papers in it; the next one has the next number."""
    stick = tmp_path / "usb"
    stick.mkdir()
    ended = ita("export", office, "--to", stick)
    assert (ended.code, ended.err) == (0, "")
    assert "SHA-256" in ended.out
    (package,) = stick.iterdir()
    names = zipfile.ZipFile(package).namelist()
    assert {f"papers/{kind}.pdf" for kind in KINDS} <= {"/".join(name.split("/")[-2:]) for name in names}
    assert ita("export", office, "--to", stick).code == 0
    assert len(list(stick.iterdir())) == 2


def test_a_missing_stick_is_told(ita: CommandLine, office: Path, tmp_path: Path) -> None:
    """And the office file is as it was, its counter too."""
    before = office.read_bytes()
    ended = ita("export", office, "--to", tmp_path / "usb")
    assert ended.code == 1
    assert "usb" in ended.err
    assert office.read_bytes() == before
