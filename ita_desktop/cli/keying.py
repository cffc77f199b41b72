"""`keying`: how the office keys its paper, shown and set."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import TYPE_CHECKING

import click

from ita_desktop.cli.program import opened
from ita_desktop.cli.thai_click import FILE, Command, Words, option
from ita_desktop.domain.keying_order import KeyingOrder
from ita_desktop.domain.verification import SampleRule
from ita_desktop.support.language import mark, tr

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.services.keying_settings import KeyingSettings


@click.command(cls=Command, help=mark("ดูหรือตั้งค่าการคีย์: ลำดับ การสุ่มบันทึกซ้ำ ตัวเลขของผู้บันทึก"))
@click.argument("file", metavar="FILE.ita", type=FILE)
@option(
    "--order",
    type=Words([order.value for order in KeyingOrder]),
    help=mark("free ข้ามข้อและเลขที่ได้ หรือ strict ห้ามข้าม"),
)
@option("--figures", type=Words(("on", "off")), help=mark("เก็บตัวเลขของผู้บันทึกหรือไม่ (off ลบที่เก็บไว้)"))
@option("--percent", type=int, help=mark("บันทึกซ้ำร้อยละเท่าใดของชุด"))
@option("--minimum", type=int, help=mark("บันทึกซ้ำอย่างน้อยกี่ฉบับ"))
@option("--limit", metavar="0.5", help=mark("คำตอบผิดได้ไม่เกินร้อยละเท่าใด ถ้าเกินต้องบันทึกซ้ำทั้งชุด"))
@option("--json", "as_json", is_flag=True, help=mark("แสดงเป็น JSON สำหรับโปรแกรมอื่น"))
def keying(
    file: Path,
    order: str | None,
    figures: str | None,
    percent: int | None,
    minimum: int | None,
    limit: str | None,
    as_json: bool,
) -> None:
    """Set what is named, and show all of it."""
    share = _share(limit)
    with opened(file) as workspace:
        service = workspace.keying_settings
        before = service.settings()
        chosen = replace(
            before,
            order=KeyingOrder(order) if order else before.order,
            figures=figures == "on" if figures else before.figures,
            rule=SampleRule(
                before.rule.percent if percent is None else percent,
                before.rule.minimum if minimum is None else minimum,
                before.rule.tolerance if share is None else share,
            ),
        )
        if chosen != before:
            service.put(chosen)
    click.echo(json.dumps(_as_json(chosen), indent=2) if as_json else _told(chosen))


def _share(text: str | None) -> Fraction | None:
    """Read the limit; BadParameter for what is no number."""
    if text is None:
        return None
    try:
        return Fraction(Decimal(text))
    except (InvalidOperation, ValueError, OverflowError):
        raise click.BadParameter(tr("ไม่ใช่ตัวเลข"), param_hint="--limit") from None


def _as_json(chosen: KeyingSettings) -> dict[str, object]:
    """Return the choices for scripts."""
    return {
        "order": chosen.order.value,
        "figures": chosen.figures,
        "percent": chosen.rule.percent,
        "minimum": chosen.rule.minimum,
        "limit": float(chosen.rule.tolerance),
    }


def _told(chosen: KeyingSettings) -> str:
    """Say the choices, a line each."""
    from ita_desktop.wording.states import label

    rule = chosen.rule
    words = tr("บันทึกซ้ำร้อยละ {percent} อย่างน้อย {minimum} ฉบับ · ผิดได้ไม่เกินร้อยละ {limit}")
    return "\n".join(
        (
            tr("ลำดับการคีย์: {order}").format(order=label(chosen.order)),
            words.format(percent=rule.percent, minimum=rule.minimum, limit=f"{float(rule.tolerance):g}"),
            tr("เก็บตัวเลขของผู้บันทึก") if chosen.figures else tr("ไม่เก็บตัวเลขของผู้บันทึก"),
        )
    )
