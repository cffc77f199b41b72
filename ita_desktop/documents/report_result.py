"""Chapter: the result as a whole: total, years, tools, indicators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.documents.figures import NO_DATA, code_ranges, listed, score_text, signed
from ita_desktop.documents.report_check import gap_section, missing_section
from ita_desktop.documents.report_level import level_section
from ita_desktop.documents.report_people import part_title
from ita_desktop.documents.report_sure import sure_section
from ita_desktop.documents.typeset import Cell, Column
from ita_desktop.domain.charts.bars import Bar
from ita_desktop.domain.charts.groups import MOST_YEARS, Group
from ita_desktop.domain.charts.years import YearBar
from ita_desktop.domain.report import ScoreLine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_desktop.documents.book import Book
    from ita_desktop.documents.typeset import Block
    from ita_desktop.documents.typeset.blocks import Row
    from ita_desktop.domain.report import Overall, ReportContent

FIGURE_MM = 23.0


def result_chapter(book: Book) -> Iterator[Block]:
    """Tell the year's result from the total down to the indicators, and what stands beside it."""
    yield book.chapter("สรุปผลการประเมิน")
    yield from _overall(book)
    yield from level_section(book)
    yield from _tools(book)
    yield from _indicators(book)
    yield from sure_section(book)
    yield from gap_section(book)
    yield from missing_section(book)


def _overall(book: Book) -> Iterator[Block]:
    """State the total, then the years side by side."""
    content = book.content
    yield book.section("ผลการประเมินในภาพรวมและเปรียบเทียบรายปี")
    yield book.sentence(total_sentence(content))
    if change := _change(content):
        yield book.sentence(change)
    bars = [YearBar(line.year, line.total, line.level) for line in content.years]
    alt = "; ".join(f"ปี {bar.year} {score_text(bar.score)} {bar.level}".strip() for bar in bars)
    caption = book.caption("แผนภูมิ", f"คะแนนรวม ITA ของ{book.office} จำแนกตามปีงบประมาณ")
    yield book.chart.year_bars(bars, content.bands, alt, caption)
    yield _year_table(book)
    for note in _comparable(content):
        yield book.note(note)


def total_sentence(content: ReportContent) -> str:
    """State the total and where it comes from; without one, what there is so far, marked as provisional."""
    overall, office = content.overall, content.office.name
    if overall.published is not None:
        level = f" ระดับผลการประเมิน “{overall.level}”" if overall.level else ""
        return (
            f"สำนักงาน ป.ป.ช. ได้ประกาศผลการประเมินประจำปีงบประมาณ พ.ศ. {content.year} "
            f"โดย{office}ได้คะแนนรวม {overall.published} คะแนน{level} {_target(overall)}"
        )
    if overall.computed is not None:
        return (
            f"จากแบบวัดและแบบตรวจที่บันทึกไว้ {office}ได้คะแนนรวม {overall.computed} คะแนน "
            f"ระดับผลการประเมิน “{overall.level}” {_target(overall)} ทั้งนี้ เป็นผลที่หน่วยงานคำนวณเอง "
            "ยังไม่ใช่ผลที่สำนักงาน ป.ป.ช. ประกาศ"
        )
    if overall.provisional is not None:
        missing = listed(part_title(tool.title, tool.key) for tool in content.tools if tool.score is None)
        return (
            f"{NO_DATA}ของ{missing} จึงยังไม่มีคะแนนรวม ค่าเฉลี่ยถ่วงน้ำหนักของเครื่องมือที่มีข้อมูลแล้วคือ "
            f"{overall.provisional} คะแนน ซึ่งเป็นตัวเลขชั่วคราว ใช้อ้างอิงเป็นผลการประเมินไม่ได้"
        )
    return f"{NO_DATA}ที่จะคำนวณผลการประเมินประจำปีงบประมาณ พ.ศ. {content.year}"


def _target(overall: Overall) -> str:
    """Compare the total with the target."""
    target = f"{overall.target.normalize():f}"
    if overall.score is None:
        return ""
    size = overall.score - overall.target
    if size == 0:
        return f"เท่ากับค่าเป้าหมาย {target} คะแนน"
    return f"{'สูงกว่า' if size > 0 else 'ต่ำกว่า'}ค่าเป้าหมาย {target} คะแนน อยู่ {abs(size)} คะแนน"


def _change(content: ReportContent) -> str:
    """Compare with the last year that is known; empty where there is nothing to compare."""
    *past, present = content.years
    known = [line for line in past if line.total is not None]
    if not known or present.total is None or known[-1].total is None:
        return ""
    before = known[-1]
    if before.unlike and "total" in before.unlike:
        return f"คะแนนรวมของปีงบประมาณ พ.ศ. {before.year} ใช้เครื่องมือหรือน้ำหนักต่างกัน จึงเทียบกับปีนี้ไม่ได้"
    size = present.total - known[-1].total
    verb = "เพิ่มขึ้น" if size > 0 else "ลดลง" if size < 0 else "เท่าเดิม"
    amount = f" {abs(size)} คะแนน" if size else ""
    return f"เมื่อเทียบกับปีงบประมาณ พ.ศ. {before.year} ซึ่งได้ {before.total} คะแนน คะแนนรวม{verb}{amount}"


def _comparable(content: ReportContent) -> Iterator[str]:
    """Say which years compare only in part, and in what they do not; years alike share a sentence."""
    together: dict[tuple[str, ...] | None, list[str]] = {}
    for line in content.years[:-1]:
        together.setdefault(line.unlike, []).append(str(line.year))
    for unlike, years in together.items():
        named = listed(years)
        if unlike is None:
            yield f"ปี {named} ไม่มีแบบวัดของปีนั้นในแฟ้ม จึงเทียบได้เพียงคะแนนที่ประกาศ ไม่เทียบรายข้อ"
        elif unlike:
            names = listed("คะแนนรวม" if key == "total" else key for key in unlike)
            yield f"ปี {named} มีแบบวัดต่างจากปีนี้ ไม่ควรเทียบ {names}"


def _year_table(book: Book) -> Block:
    """Set the years with their tools."""
    tools = [code for code, _ in book.content.years[-1].tools]
    head: Row = ("ปีงบประมาณ พ.ศ.", *tools, "คะแนนรวม", "ระดับ")
    rows: list[Row] = [
        (
            Cell(book.cell(str(line.year)), align="center"),
            *(book.score(dict(line.tools).get(code), none="–") for code in tools),
            book.score(line.total, bold=True),
            Cell(line.level or NO_DATA, align="center"),
        )
        for line in book.content.years
    ]
    columns = [Column(30.0), *(Column(align="decimal") for _ in tools), Column(align="decimal"), Column(36.0)]
    return book.table("คะแนนรายเครื่องมือและคะแนนรวม จำแนกตามปีงบประมาณ", columns, [head, *rows])


def _tools(book: Book) -> Iterator[Block]:
    """Set the tools with weights, respondents and scores."""
    yield book.section("ผลการประเมินรายเครื่องมือ")
    tools = book.content.tools
    yield _tool_chart(book)
    published = _any_published(tools)
    head: Row = ("เครื่องมือการประเมิน", "น้ำหนัก (ร้อยละ)", "ผู้ตอบ (คน)", "คะแนนที่คำนวณ")
    rows = [row for tool in tools for row in _tool_rows(book, tool, published=published)]
    overall = book.content.overall
    total = ScoreLine("total", "", overall.computed, overall.published)
    last: Row = (
        Cell("คะแนนรวม", colspan=3, bold=True, align="right"),
        *_figures(book, total, published=published, bold=True),
    )
    columns = [
        Column(),
        Column(24.0, align="center"),
        Column(24.0, align="center"),
        Column(FIGURE_MM, align="decimal"),
    ]
    if published:
        head = (*head, "คะแนนที่ประกาศ")
        columns.append(Column(FIGURE_MM, align="decimal"))
    yield book.table("คะแนนจำแนกตามเครื่องมือการประเมิน", columns, [head, *rows, last])


def _tool_chart(book: Book) -> Block:
    """Draw tools and their parts beside the last years that have figures of them."""
    content = book.content
    *past, present = content.years
    known = [line for line in past if any(score is not None for _, score in line.tools)][1 - MOST_YEARS :]
    now = dict(present.tools)
    groups = []
    for tool in content.tools:
        before = [dict(line.tools).get(tool.key) for line in known]
        groups.append(Group(tool.key, (*before, now.get(tool.key))))
        blank = (None,) * len(known)
        groups += [Group(part.key, (*blank, part.published or part.score)) for part in tool.parts]
    years = [line.year for line in (*known, present)]
    alt = "; ".join(f"{each.label} {' '.join(map(score_text, each.scores))}" for each in groups)
    caption = book.caption("แผนภูมิ", "คะแนนจำแนกตามเครื่องมือ เส้นประคือค่าเป้าหมาย")
    return book.chart.tool_bars(years, groups, content.overall.target, alt, caption)


def _tool_rows(book: Book, tool: ScoreLine, *, published: bool) -> Iterator[Row]:
    """Set a tool and, below it, its parts."""
    for line, depth in ((tool, 0), *((part, 1) for part in tool.parts)):
        title = part_title(line.title, line.key)
        share = f"{line.share.normalize():f}" if line.share is not None else ""
        count = f"{line.respondents:,}" if line.respondents is not None else "–"
        yield (
            book.cell(f"– {title}" if depth else title),
            book.cell(share),
            book.cell(count),
            *_figures(book, line, published=published),
        )


def _figures(book: Book, line: ScoreLine, *, published: bool, bold: bool = False) -> tuple[Cell, ...]:
    """Return the computed score and, where the table has it, the published one."""
    computed = book.score(line.score, bold=bold)
    return (computed, book.score(line.published, bold=bold, none="–")) if published else (computed,)


def _any_published(lines: tuple[ScoreLine, ...]) -> bool:
    """Tell whether a table needs a column of published figures."""
    return any(each.published is not None for line in lines for each in (line, *line.parts))


def _indicators(book: Book) -> Iterator[Block]:
    """Draw the indicators as bars."""
    content = book.content
    yield book.section(f"ผลการประเมินราย {len(content.indicators)} ตัวชี้วัด")
    bars = [Bar(book.cell(f"{each.code}. {each.title}"), each.score) for each in content.indicators]
    alt = "; ".join(f"{bar.label} {score_text(bar.score)}" for bar in bars)
    caption = book.caption("แผนภูมิ", f"คะแนนรายตัวชี้วัด ประจำปีงบประมาณ พ.ศ. {content.year}")
    yield book.chart.indicator_bars(bars, content.overall.target, alt, caption)
    if sentence := _best_and_worst(content):
        yield book.sentence(sentence)


def _best_and_worst(content: ReportContent) -> str:
    """Name the highest and the lowest indicators; empty while there is no score, or all are alike."""
    scores = {each.code: each.score for each in content.indicators if each.score is not None}
    if not scores or len(set(scores.values())) == 1:
        return ""

    def named(score: object) -> str:
        return listed(f"ตัวชี้วัดที่ {code}" for code in code_ranges(c for c, s in scores.items() if s == score))

    high, low = max(scores.values()), min(scores.values())
    return (
        f"{named(high)} ได้คะแนนสูงสุด {high} คะแนน ส่วน{named(low)} ได้คะแนนต่ำสุด {low} คะแนน "
        f"ต่างกัน {signed(high - low).lstrip('+')} คะแนน"
    )
