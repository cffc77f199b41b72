"""Cover and preface of the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.documents.typeset import PLAIN, Heading, Paragraph, Placed
from ita_desktop.domain.fiscal_year import BUDDHIST_OFFSET
from ita_desktop.domain.thai_date import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from ita_desktop.documents.book import Book
    from ita_desktop.documents.typeset import Block, Pen
    from ita_desktop.domain.report import ReportContent

TITLE = PLAIN.but(size=27.0, bold=True, align="center", leading_pt=37.0)
NAME = PLAIN.but(size=24.0, bold=True, align="center")
LINE = PLAIN.but(size=20.0, align="center")
CLOSING = PLAIN.but(left_indent_mm=75.0, align="center")


def report_title(content: ReportContent) -> str:
    """Return the report's title on one line."""
    return content.title or (
        "รายงานผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ สู่การพัฒนาองค์กร "
        f"ประจำปีงบประมาณ พ.ศ. {content.year}"
    )


def _cover_title(content: ReportContent) -> str:
    """Return the title as the cover breaks it."""
    return content.title or (
        "รายงานผลการประเมินคุณธรรมและความโปร่งใส\n"
        "ในการดำเนินงานของหน่วยงานภาครัฐ\n"
        "(Integrity and Transparency Assessment: ITA)\n"
        "สู่การพัฒนาองค์กร"
    )


def cover(book: Book, created: datetime) -> Iterator[Block]:
    """Set the cover: title, year, office, who made it and when."""
    office, content = book.content.office, book.content
    yield _gap(18.0)
    yield _rule()
    yield _gap(6.0)
    yield Paragraph(book.words(_cover_title(content)), TITLE)
    yield _gap(6.0)
    yield _rule()
    yield _gap(12.0)
    yield Paragraph(book.words(f"ประจำปีงบประมาณ พ.ศ. {content.year}"), NAME)
    yield _gap(34.0)
    yield Paragraph(office.name, NAME)
    if office.province:
        yield Paragraph(f"จังหวัด{office.province.removeprefix('จังหวัด')}", LINE)
    yield _gap(34.0)
    if office.division:
        yield Paragraph("จัดทำโดย", LINE)
        yield Paragraph(office.division, LINE)
    month = f"{MONTHS[created.month - 1]} {created.year + BUDDHIST_OFFSET}"
    yield Paragraph(book.words(month), LINE)


def _gap(height: float) -> Placed:
    """Leave white space, at the top of a page too."""
    return Placed(height, lambda _pen, _width: None)


def _rule() -> Placed:
    """Draw a double rule across the cover."""

    def draw(pen: Pen, width: float) -> None:
        pen.line(0.0, 0.0, width, 0.0, 1.6)
        pen.line(0.0, 1.1, width, 1.1, 0.5)

    return Placed(2.0, draw)


def preface(book: Book) -> Iterator[Block]:
    """Set the preface."""
    year, office = book.content.year, book.content.office
    yield Heading("คำนำ", 1)
    yield book.sentence(
        "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (Integrity and Transparency Assessment: "
        "ITA) ช่วยให้หน่วยงานเห็นสภาพการดำเนินงานของตนจากสามด้าน คือ การรับรู้ของผู้ที่ทำงานภายใน "
        "การรับรู้ของประชาชนและผู้มาติดต่อ และข้อมูลที่หน่วยงานเปิดเผยต่อสาธารณะ "
        "ผลที่ได้จึงใช้เป็นเครื่องตรวจสุขภาพขององค์กรประจำปี และชี้ว่าควรรักษาหรือปรับปรุงเรื่องใดก่อน"
    )
    yield book.sentence(
        f"{office.name} ได้รวบรวมและวิเคราะห์ผลการประเมินประจำปีงบประมาณ พ.ศ. {year} เป็นรายเครื่องมือ รายตัวชี้วัด "
        "และรายข้อ เปรียบเทียบกับปีที่ผ่านมา แล้วนำผลการวิเคราะห์มากำหนดมาตรการ ขั้นตอน ระยะเวลา และผู้รับผิดชอบ "
        "เพื่อรายงานต่อผู้บังคับบัญชาและเผยแพร่ให้ประชาชนทราบ"
    )
    yield book.sentence(
        "คณะผู้จัดทำหวังว่ารายงานฉบับนี้จะเป็นประโยชน์ต่อการวางแผนและการทำงานของทุกส่วนราชการ "
        "ให้การบริหารและการให้บริการเป็นไปด้วยความสุจริต โปร่งใส ตรวจสอบได้ และตอบสนองต่อประชาชนยิ่งขึ้น"
    )
    yield _gap(8.0)
    if office.division:
        yield Paragraph(office.division, CLOSING)
    yield Paragraph(office.name, CLOSING)
