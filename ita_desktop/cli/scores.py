"""`ita-desktop score`: the result of the year, for people or for scripts."""

from __future__ import annotations

import json
import re
from fractions import Fraction
from typing import TYPE_CHECKING

import click

from ita_desktop.cli.program import opened
from ita_desktop.cli.thai_click import FILE, Command, option
from ita_desktop.support.language import mark, tr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ita_desktop.domain.instrument import Instrument
    from ita_desktop.domain.what_if import Supposed
    from ita_desktop.services.results import YearResult
    from ita_desktop.services.workspace import Workspace

FULL = 100
NUMBER = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,2})?")


@click.command(cls=Command, help=mark("แสดงผลคะแนนของปี"))
@click.argument("file", metavar="FILE.ita", type=FILE)
@option("--json", "as_json", is_flag=True, help=mark("แสดงเป็น JSON สำหรับโปรแกรมอื่น"))
@option(
    "--open",
    "key",
    metavar="KEY",
    help=mark("แสดงที่มาของคะแนนหนึ่งจนถึงจำนวนผู้ตอบและชุด เช่น total, 9, EIT/EIT1/6/e2"),
)
@option("--years", is_flag=True, help=mark("เทียบรายปีถึงตัวชี้วัด"))
@option("--certainty", is_flag=True, help=mark("ช่วงความเชื่อมั่นและผู้ที่ไม่ตอบ"))
@option("--ways", is_flag=True, help=mark("ทางที่สั้นที่สุดสู่ระดับที่ดีกว่า"))
@option(
    "--suppose",
    "supposed",
    multiple=True,
    metavar="ITEM=SCORE",
    help=mark("สมมติผลของข้อ เช่น o2=75 หรือร้อยละของคำตอบ EIT1:e2=0,0,0,0,10,90 (ใช้ซ้ำได้ ไม่บันทึก)"),
)
@option("--check-text", metavar="REPORT.txt", type=FILE, help=mark("ตรวจตัวเลขในข้อความของรายงานเก่า"))
def score(
    file: Path,
    *,
    as_json: bool,
    key: str | None,
    years: bool,
    certainty: bool,
    ways: bool,
    supposed: tuple[str, ...],
    check_text: Path | None,
) -> None:
    """Show the result, or one of its other views."""
    views = [key is not None, years, certainty, ways, bool(supposed), check_text is not None, as_json]
    if sum(views) > 1:
        raise click.UsageError(tr("เลือกดูได้ครั้งละอย่างเดียว"))
    with opened(file) as workspace:
        if check_text is not None:
            _check_text(workspace, check_text)
        elif as_json:
            from ita_desktop.cli.score_json import score_json

            click.echo(json.dumps(score_json(workspace.results.result()), ensure_ascii=False, indent=2))
        else:
            click.echo(_view(workspace, key, supposed, years=years, certainty=certainty, ways=ways))


def _view(
    workspace: Workspace,
    key: str | None,
    supposed: Sequence[str],
    *,
    years: bool,
    certainty: bool,
    ways: bool,
) -> str:
    """Return the view that was asked for."""
    from ita_desktop.cli import score_views
    from ita_desktop.cli.score_table import score_text

    result = workspace.results.result()
    if key is not None:
        return _opened(workspace, result, key)
    if years:
        return score_views.years_text(result)
    if certainty:
        return score_views.certainty_text(workspace.respondents.certainty(), result)
    if ways:
        return score_views.ways_text(workspace.what_if.what_if())
    if supposed:
        assumed = read_supposed(result.instrument, supposed)
        return score_views.supposed_text(workspace.what_if.what_if(), assumed)
    return score_text(result)


def _opened(workspace: Workspace, result: YearResult, key: str) -> str:
    """Open one number down to its batches."""
    from ita_desktop.cli.score_views import node_of, open_text
    from ita_desktop.wording.score_formula import parts_of, question_of

    node = node_of(result, key)
    if node is None:
        raise click.UsageError(tr("ไม่มีคะแนนของ “{key}”").format(key=key))
    question = question_of(result.instrument, node)
    if question is None:
        return open_text(node, result, ())
    batches = workspace.respondents.batches_of(parts_of(result.instrument, node), question.code)
    return open_text(node, result, batches)


def read_supposed(instrument: Instrument, texts: Sequence[str]) -> Supposed:
    """Read what is supposed: `o2=75`, or `EIT1:e2=` with a share for each choice from the left."""
    from ita_desktop.domain.what_if import Supposed, tally_of_shares

    checked = {item.code for tool in instrument.checklists for item in tool.items}
    asked = {
        (part.code, question.code): len(question.choices)
        for tool, part in instrument.survey_parts()
        for question in tool.questions
    }
    found = Supposed()
    for text in texts:
        name, _, value = text.partition("=")
        part, _, code = name.rpartition(":")
        numbers = _numbers(value)
        if name in checked and len(numbers) == 1 and 0 <= numbers[0] <= FULL:
            found = found.with_result(name, numbers[0])
        elif asked.get((part, code)) == len(numbers) and sum(numbers) == FULL and min(numbers) >= 0:
            found = found.with_answers(part, code, tally_of_shares(numbers))
        else:
            words = tr("อ่าน “{text}” ไม่ได้ เขียนเช่น o2=75 หรือ EIT1:e2=0,0,0,0,10,90 (รวมเป็น 100)")
            raise click.UsageError(words.format(text=text))
    return found


def _numbers(text: str) -> tuple[Fraction, ...]:
    """Read numbers of at most two decimals with commas between; none where one of them is no number."""
    found = NUMBER.findall(text)
    return tuple(map(Fraction, found)) if ",".join(found) == text.replace(" ", "") else ()


def _check_text(workspace: Workspace, path: Path) -> None:
    """Say of every number in a text whether it is what the text takes it for."""
    from ita_desktop.services.claims import check_text, read_text
    from ita_desktop.wording.claims import verdict_words

    small_cell = workspace.settings.small_cell()
    verdicts = check_text(workspace.results.result(), read_text(path), small_cell)
    for verdict in verdicts:
        click.echo(f"{verdict.claim.line}\n  → {verdict_words(verdict)}")
    if not verdicts:
        click.echo(tr("ไม่พบตัวเลขทศนิยมในข้อความ"))
