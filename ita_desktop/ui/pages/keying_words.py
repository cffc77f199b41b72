"""What the checking of stacks says: stages, error rates with their interval, who did what, figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.numbers import rounded
from ita_desktop.domain.second_keying import Stage
from ita_desktop.support.language import tr
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.badge import State, Tone
from ita_desktop.wording.states import label

if TYPE_CHECKING:
    from ita_desktop.domain.error_rates import Comparison
    from ita_desktop.services.keying_figures import ClerkFigures
    from ita_desktop.services.verification_report import BatchVerification

TONES = {
    Stage.KEYING: Tone.CALM, Stage.KEYED: Tone.INFO, Stage.SAMPLE_DUE: Tone.INFO,
    Stage.SAMPLE_DONE: Tone.WARN, Stage.REST_DUE: Tone.WARN, Stage.DISPUTES_OPEN: Tone.WARN,
    Stage.VERIFIED: Tone.GOOD, Stage.CALLED_OFF: Tone.CALM, Stage.CLOSED: Tone.GOOD,
}  # fmt: skip
LISTED = 30
"""So many numbers of a sample are named; a larger one is printed in the report."""


def stage_state(row: BatchVerification) -> State:
    """Say where a stack is."""
    return State(label(row.standing.stage), TONES[row.standing.stage])


def rate_words(found: Comparison) -> str:
    """Say the first keying's error rate; a dash where nothing was compared."""
    return "–" if found.rate is None else f"{rounded(found.rate * 100)} %"


def interval_words(found: Comparison) -> str:
    """Say the 95 % interval of the rate."""
    ends = found.interval
    return "" if ends is None else f"{rounded(ends[0] * 100)}–{rounded(ends[1] * 100)} %"


def next_words(row: BatchVerification) -> str:
    """Say what Enter does with a stack."""
    asked = row.standing
    if asked.stage is Stage.KEYING:
        return tr("บันทึกให้ครบตามใบปะหน้าก่อน จึงสุ่มบันทึกซ้ำได้")
    if row.plan is None:
        return tr("Enter สุ่มแบบที่จะบันทึกซ้ำ")
    if asked.left:
        return prose(tr("Enter บันทึกซ้ำอีก {count} ฉบับ").format(count=len(asked.left)))
    if asked.found.undecided:
        return prose(tr("Enter อ่านครั้งที่สาม {count} ข้อ").format(count=asked.found.undecided))
    if row.batch.closed:
        return tr("ตรวจและปิดชุดแล้ว")
    return tr("ไม่มีอะไรค้าง · F9 ปิดชุด")


def detail_lines(row: BatchVerification) -> tuple[tuple[str, str], ...]:
    """Return what is known of a stack's checking, as captions and values; empty values are left out."""
    asked, found = row.standing, row.standing.found
    compared, differ = tr("{forms} ฉบับ {fields} ข้อ"), tr("{count} ข้อ รออ่าน {left} ข้อ")
    lines = [
        (tr("บันทึกครั้งแรก"), ", ".join(row.keyers) or tr("ไม่ได้บอกชื่อ")),
        (tr("บันทึกซ้ำ"), ", ".join(row.verifiers)),
        (tr("อ่านครั้งที่สาม"), ", ".join(row.readers)),
        (tr("คนเดียวกัน"), tr("มีผู้ตรวจงานของตนเอง") if row.same_person else ""),
    ]
    if row.plan is not None:
        lines += [
            (tr("เลขตั้งต้นการสุ่ม"), str(row.plan.seed)),
            (tr("แบบที่สุ่มได้"), _numbers(asked.sample)),
            (tr("เทียบแล้ว"), prose(compared.format(forms=found.forms, fields=f"{found.fields:,}"))),
            (tr("ต่างกัน"), prose(differ.format(count=found.differences, left=found.undecided))),
            (tr("อัตราผิดของครั้งแรก"), rate_words(found)),
            (tr("ช่วงเชื่อมั่น 95 %"), interval_words(found)),
            (tr("เหตุผลที่ยกเลิก"), row.plan.called_off),
        ]
    return tuple((caption, value) for caption, value in lines if value)


def _numbers(serials: tuple[int, ...]) -> str:
    """Return form numbers in a row, the first ones of many."""
    named = ", ".join(map(str, serials[:LISTED]))
    return f"{named} …" if len(serials) > LISTED else named


def figure_lines(row: ClerkFigures) -> str:
    """Say what a clerk did of a stack."""
    spell = row.spell
    forms, keys = (
        "–" if each is None else f"{each:,}" for each in (spell.forms_per_hour, spell.keys_per_hour)
    )
    parts = [
        f"{row.clerk or tr('ไม่ได้บอกชื่อ')} · {label(row.task)}",
        tr("{forms} ฉบับ").format(forms=spell.forms),
        tr("{count} ฉบับ/ชั่วโมง").format(count=forms),
        tr("{count} ปุ่ม/ชั่วโมง").format(count=keys),
        tr("พัก {count} ครั้ง").format(count=spell.pauses),
    ]
    if row.errors is not None:
        parts.append(tr("ผิด {count} ข้อ").format(count=row.errors))
    if row.slips is not None:
        parts.append(tr("กดพลาดแล้วแก้เอง {count} ข้อ").format(count=row.slips))
    return prose(" · ".join(parts))
