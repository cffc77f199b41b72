"""What stands round the text in Word: heads that the typesetter draws are paragraphs with tabs here."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Mm

from ita_desktop.documents.figures import date_text
from ita_desktop.documents.memo_head import LABEL, TITLE, TITLE_TEXT
from ita_desktop.documents.paperwork.forms.frame import CENTRE_MM, WIDTH_MM
from ita_desktop.documents.typeset import PLAIN, KeepTogether, Paragraph, Run
from ita_desktop.domain.paperwork.papers import Form
from ita_desktop.domain.thai_date import full_date, parse_date

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph as WordParagraph

    from ita_desktop.documents.paperwork.facts import Facts
    from ita_desktop.documents.paperwork.forms.frame import Frame
    from ita_desktop.documents.paperwork.ink import Ink
    from ita_desktop.documents.paperwork.setting import Sheets
    from ita_desktop.documents.paperwork.word.writer import Writer

CENTERED: Final = PLAIN.but(align="center")
SPACED: Final = PLAIN.but(space_before_pt=6.0)
DATE_MM: Final = 80.0
"""Where วันที่ begins on the memo's line."""
ORIGIN_MM: Final = 90.0
RULE: Final = "______________________"
PARTS: Final = (
    ("subject", "เรื่อง"),
    ("addressee", "เรียน"),
    ("reference", "อ้างถึง"),
    ("enclosures", "สิ่งที่ส่งมาด้วย"),
)
PEOPLE: Final = (("present", "ผู้มาประชุม"), ("absent", "ผู้ไม่มาประชุม"), ("attending", "ผู้เข้าร่วมประชุม"))


class _Words:
    """The fields of a paper with its figures."""

    def __init__(self, sheets: Sheets, ink: Ink) -> None:
        self.sheets = sheets
        self.ink = ink

    def field(self, code: str) -> str:
        return self.ink.words(self.sheets.fields.get(code, ""))

    def lines(self, code: str) -> list[str]:
        return [line.strip() for line in self.field(code).splitlines() if line.strip()]

    @property
    def day(self) -> str:
        return self.ink.words(date_text(self.sheets.day)) if self.sheets.day is not None else ""


def write_before(writer: Writer, sheets: Sheets, facts: Facts, ink: Ink, frame: Frame) -> None:
    """Write what stands above the text."""
    words = _Words(sheets, ink)
    form = sheets.kind.form
    if form is Form.MEMO:
        _memo(writer, words, facts)
    elif form is Form.LETTER:
        _letter(writer, words, facts)
    elif form in (Form.ORDER, Form.ANNOUNCEMENT):
        _order(writer, words, facts)
    elif form is Form.MINUTES:
        _minutes(writer, words)
    else:
        writer.write(frame.before)


def _emblem(writer: Writer, facts: Facts, height_mm: float, *, centred: bool) -> None:
    """Place the emblem, or leave its room as on pre-printed paper."""
    if facts.emblem is None:
        writer.gap(height_mm if centred else 0.5)
        return
    paragraph = writer.paragraph("", CENTERED if centred else PLAIN)
    paragraph.add_run().add_picture(io.BytesIO(facts.emblem), height=Mm(height_mm))


def _leader(paragraph: WordParagraph, *stops: float) -> None:
    """Let dots run to the places given, as on the printed form."""
    for stop in stops:
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(stop), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.DOTS)
    paragraph.paragraph_format.tab_stops.add_tab_stop(
        Mm(WIDTH_MM), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS
    )


def _label(words: str) -> Run:
    """Write a label of the memo's head."""
    return Run(f"{words}  ", bold=True, size=LABEL.size)


def _memo(writer: Writer, words: _Words, facts: Facts) -> None:
    """Write the head of a memo."""
    _emblem(writer, facts, 15.0, centred=False)
    writer.paragraph(TITLE_TEXT, TITLE.but(align="center"))
    _leader(writer.paragraph((_label("ส่วนราชการ"), f"{words.field('department')}\t"), PLAIN))
    number = words.ink.words(words.sheets.number)
    line = (_label("ที่"), f"{number}\t", _label("วันที่"), f"{words.day}\t")
    _leader(writer.paragraph(line, PLAIN), DATE_MM)
    _leader(writer.paragraph((_label("เรื่อง"), f"{' '.join(words.lines('subject'))}\t"), PLAIN))
    writer.paragraph(f"เรียน  {words.field('addressee')}", SPACED)


def _letter(writer: Writer, words: _Words, facts: Facts) -> None:
    """Write the head of a letter."""
    _emblem(writer, facts, 30.0, centred=True)
    for index, line in enumerate(words.lines("origin") or [""]):
        number = f"ที่  {words.ink.words(words.sheets.number)}" if index == 0 else ""
        made = writer.paragraph(f"{number}\t{line}", PLAIN)
        made.paragraph_format.tab_stops.add_tab_stop(Mm(ORIGIN_MM))
    writer.paragraph(words.day, SPACED.but(left_indent_mm=ORIGIN_MM))
    for code, label in PARTS:
        found = words.lines(code) or ([""] if code in ("subject", "addressee") else [])
        for index, text in enumerate(found):
            numbered = f"{words.ink.words(str(index + 1))}. {text}" if len(found) > 1 else text
            style = SPACED if index == 0 else PLAIN.but(left_indent_mm=30.0)
            writer.paragraph(f"{label}  {numbered}" if index == 0 else numbered, style)


def _order(writer: Writer, words: _Words, facts: Facts) -> None:
    """Write the head of an order or an announcement."""
    _emblem(writer, facts, 30.0, centred=True)
    order = words.sheets.kind.form is Form.ORDER
    writer.paragraph(f"{'คำสั่ง' if order else 'ประกาศ'}{facts.content.office.name}", CENTERED)
    if order:
        number = words.sheets.number or f"......../{facts.content.year}"
        writer.paragraph(f"ที่ {words.ink.words(number)}", CENTERED)
    for index, line in enumerate(words.lines("subject") or [""]):
        writer.paragraph(f"เรื่อง {line}" if index == 0 else line, CENTERED)
    writer.paragraph(RULE, CENTERED)


def _minutes(writer: Writer, words: _Words) -> None:
    """Write the head of minutes: what, when, where, who."""
    bold = CENTERED.but(bold=True)
    day = parse_date(words.sheets.fields.get("event_day", ""))
    held = f"เมื่อ{words.ink.words(full_date(day))}" if day is not None else ""
    session, place = words.field("session"), words.field("place")
    lines = (f"รายงานการประชุม{words.field('board')}", f"ครั้งที่ {session}" if session else "", held,
             f"ณ {place}" if place else "", RULE)  # fmt: skip
    for line in lines:
        if line:
            writer.paragraph(line, bold)
    for code, label in PEOPLE:
        found = words.lines(code)
        if found:
            writer.paragraph(label, SPACED.but(bold=True))
        for index, each in enumerate(found, 1):
            writer.paragraph(f"{words.ink.words(str(index))}. {each}", PLAIN.but(left_indent_mm=7.5))
    if words.field("began"):
        writer.paragraph(f"เริ่มประชุมเวลา  {words.field('began')} น.", SPACED)


def write_after(writer: Writer, sheets: Sheets, ink: Ink, frame: Frame) -> None:
    """Write what stands below the text."""
    words = _Words(sheets, ink)
    form = sheets.kind.form
    if form is Form.MINUTES:
        _closed(writer, words)
        return
    if form in (Form.ORDER, Form.ANNOUNCEMENT):
        for block in frame.after:
            inner = block.blocks if isinstance(block, KeepTogether) else [block]
            writer.write(each for each in inner if isinstance(each, Paragraph))
    if form in (Form.MEMO, Form.LETTER, Form.ORDER, Form.ANNOUNCEMENT):
        _signature(writer, words)
    if form is Form.LETTER:
        writer.gap(14.0)
        for line in (*words.lines("owner"), *(f"สำเนาส่ง {each}" for each in words.lines("copies"))):
            writer.paragraph(line, PLAIN)


def _closed(writer: Writer, words: _Words) -> None:
    """Write the end of minutes and who wrote them."""
    if words.field("ended"):
        writer.paragraph(f"เลิกประชุมเวลา  {words.field('ended')} น.", SPACED)
    for code, label in (("recorder", "ผู้จดรายงานการประชุม"), ("checker", "ผู้ตรวจรายงานการประชุม")):
        if words.field(code):
            writer.gap(15.0)
            _right(writer, (f"({words.field(code)})", label))


def _signature(writer: Writer, words: _Words) -> None:
    """Write closing words and signer, centred right of the centre line."""
    closing = words.field("closing") if words.sheets.kind.form is Form.LETTER else ""
    writer.hold(2)
    if closing:
        _right(writer, (closing,), 12.0)
    writer.gap(28.0 if closing else 15.0, held=True)
    name = words.field("signer_name")
    lines = (f"({name})" if name else "", words.field("signer_position"), words.field("signer_acting"))
    _right(writer, tuple(line for line in lines if line))


def _right(writer: Writer, lines: tuple[str, ...], before_pt: float = 0.0) -> None:
    """Write lines centred in the right half, kept together."""
    style = PLAIN.but(
        align="center", left_indent_mm=CENTRE_MM, space_before_pt=before_pt, keep_with_next=True
    )
    for line in lines:
        writer.paragraph(line, style)
