"""The two lists: what each shows of a line, and how it says who may answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.domain.roster import Approval, Eligibility, ExternalPerson, InternalPerson, RosterKind
from ita_desktop.services.roster import InternalRow, Order
from ita_desktop.support.language import tr
from ita_desktop.ui.prose import brief_day, prose
from ita_desktop.ui.widgets.badge import State, Tone
from ita_desktop.ui.widgets.icons import Icon
from ita_desktop.ui.widgets.table import Column
from ita_desktop.wording.fields import field_name
from ita_desktop.wording.states import label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from ita_desktop.domain.instrument import RosterRule
    from ita_desktop.services.entry import PartProgress
    from ita_desktop.services.importing import ImportKind
    from ita_desktop.services.roster import RosterSummary
    from ita_desktop.services.roster_privacy import Retention
    from ita_desktop.services.workspace import Workspace

Person = InternalPerson | ExternalPerson
Row = InternalRow | ExternalPerson

TONES = {
    Eligibility.YES: (Tone.GOOD, Icon.TICK),
    Eligibility.TOO_SHORT: (Tone.WARN, Icon.HALF),
    Eligibility.NO_START_DATE: (Tone.BAD, Icon.ALARM),
    Eligibility.COUNCILLOR: (Tone.CALM, Icon.RING),
}
APPROVALS = {
    Approval.DRAFT: (Tone.CALM, Icon.RING),
    Approval.SUBMITTED: (Tone.WARN, Icon.HALF),
    Approval.APPROVED: (Tone.GOOD, Icon.TICK),
    Approval.RETURNED: (Tone.BAD, Icon.ALARM),
}
FIRST_BLOCK = 400
"""Lines read with the list itself: an ordinary office's whole roster."""


@dataclass(frozen=True, slots=True)
class RosterHead:
    """What stands above the lists, read from the file in one go."""

    summary: RosterSummary
    cut_off: date
    rule: RosterRule
    progress: tuple[PartProgress, ...]
    retention: Retention


def read_head(workspace: Workspace) -> RosterHead:
    """Read it (in the worker)."""
    roster = workspace.roster
    rule = workspace.session.instrument.roster
    return RosterHead(
        roster.summary(), roster.cut_off(), rule, workspace.entry.parts(), roster.privacy.retention()
    )


@dataclass(frozen=True, slots=True)
class Wish:
    """What a list is asked for: words, order, and the person who must be among the lines that are read."""

    internal: bool
    words: str = ""
    order: Order = Order.NAME
    descending: bool = False
    person: int = 0


@dataclass(frozen=True, slots=True)
class RosterView:
    """A list: the keys of all its lines in order, and the lines that are read already."""

    keys: tuple[int, ...]
    rows: tuple[Row, ...]


def read_view(workspace: Workspace, wish: Wish) -> RosterView:
    """Read a list: all keys, and the lines at its top and around the person wished for (in the worker)."""
    kind = RosterKind.INTERNAL if wish.internal else RosterKind.EXTERNAL
    keys = workspace.roster.keys(kind, wish.words, wish.order, descending=wish.descending)
    around = keys.index(wish.person) if wish.person in keys else 0
    near = max(0, around - FIRST_BLOCK // 2)
    some = (*keys[:FIRST_BLOCK], *keys[max(near, FIRST_BLOCK) : near + FIRST_BLOCK])
    return RosterView(keys, read_rows(workspace, some, internal=wish.internal))


def read_rows(workspace: Workspace, keys: Sequence[int], *, internal: bool) -> tuple[Row, ...]:
    """Read the lines of these keys (in the worker)."""
    return workspace.roster.internal_of(keys) if internal else workspace.roster.external_of(keys)


def person_of(row: Row | None) -> Person | None:
    """The person on a line."""
    return row.person if isinstance(row, InternalRow) else row


def eligibility_state(row: InternalRow) -> State:
    """Whether someone may answer, as sign and word."""
    tone, icon = TONES.get(row.eligibility, (Tone.CALM, Icon.RING))
    return State(label(row.eligibility), tone, icon)


def approval_state(person: Person) -> State:
    """Where a line stands with the executive, as sign and word."""
    tone, icon = APPROVALS[person.approval]
    return State(label(person.approval), tone, icon)


def _of_internal(show: Callable[[InternalRow], str | State]) -> Callable[[Row], str | State]:
    """Show something of an internal line."""
    return lambda row: show(row) if isinstance(row, InternalRow) else ""


def _of_external(show: Callable[[ExternalPerson], str | State]) -> Callable[[Row], str | State]:
    """Show something of an external line."""
    return lambda row: show(row) if isinstance(row, ExternalPerson) else ""


def _from_when(row: InternalRow) -> str:
    """From when someone may answer who may not yet."""
    return brief_day(row.eligible_from) if row.eligibility is Eligibility.TOO_SHORT else ""


def internal_columns() -> list[Column[Row]]:
    """Name, post, since when, whether they may answer."""
    return [
        Column(field_name("name"), _of_internal(lambda row: row.person.name)),
        Column(field_name("position"), _of_internal(lambda row: row.person.position), 120),
        Column(field_name("division"), _of_internal(lambda row: row.person.division), 112),
        Column(tr("เริ่มงาน"), _of_internal(lambda row: brief_day(row.person.start_date)), 112),
        Column(tr("สิทธิตอบ IIT"), _of_internal(eligibility_state), 172),
        Column(tr("ครบเมื่อ"), _of_internal(_from_when), 108),
        Column(tr("การอนุมัติ"), _of_internal(lambda row: approval_state(row.person)), 116),
    ]


def external_columns() -> list[Column[Row]]:
    """Name, kind, about what, by what way, when."""
    return [
        Column(field_name("name"), _of_external(lambda row: row.name)),
        Column(field_name("kind"), _of_external(lambda row: row.kind), 120),
        Column(field_name("matter"), _of_external(lambda row: row.matter), 160),
        Column(field_name("channel"), _of_external(lambda row: row.channel), 100),
        Column(field_name("contact_date"), _of_external(lambda row: brief_day(row.contact_date)), 100),
        Column(tr("การอนุมัติ"), _of_external(approval_state), 122),
    ]


INTERNAL_ORDERS = (
    Order.NAME, Order.POSITION, Order.DIVISION, Order.START_DATE, Order.START_DATE, Order.START_DATE,
    Order.APPROVAL,
)  # fmt: skip
EXTERNAL_ORDERS = (
    Order.NAME, Order.KIND, Order.MATTER, Order.CHANNEL, Order.CONTACT_DATE, Order.APPROVAL,
)  # fmt: skip
"""By what the lists are sorted when the title of a column is pressed."""


def internal_words(head: RosterHead) -> str:
    """Say how many may answer, how many must, and by which day service is counted."""
    required = _required(head, internal=True)
    words = tr("มีสิทธิตอบ {eligible} จาก {all} คน · ต้องตอบอย่างน้อย {required} · นับอายุงานถึง {day}").format(
        eligible=f"{head.summary.eligible:,}",
        all=f"{head.summary.internal:,}",
        required=required,
        day=brief_day(head.cut_off),
    )
    return prose(words + _reminder(head))


def external_words(head: RosterHead) -> str:
    """Say how many there are and how many must answer."""
    words = tr("ทั้งหมด {all} ราย · ต้องตอบอย่างน้อย {required}").format(
        all=f"{head.summary.external:,}", required=_required(head, internal=False)
    )
    return prose(words + _reminder(head))


def _reminder(head: RosterHead) -> str:
    """Remind of the day until which personal data is kept, a month before it."""
    if not head.retention.due:
        return ""
    words = tr("ถึงกำหนดลบข้อมูลส่วนบุคคล {day} ดูงานรายชื่อ (Alt W)")
    return " · " + words.format(day=brief_day(head.retention.until))


def _required(head: RosterHead, *, internal: bool) -> str:
    """The least number of answers of the list's part, and where it comes from."""
    place = 0 if internal else 1
    progress = head.progress[place] if place < len(head.progress) else None
    if progress is None or progress.required is None:
        return tr("(ยังไม่ทราบ)")
    count = f"{progress.required:,}"
    if progress.from_itas:
        return tr("{count} คน (ตามระบบ ITAS)").format(count=count)
    return tr("{count} คน (ยังไม่ยืนยัน)").format(count=count)


def import_kind(*, internal: bool) -> ImportKind:
    """What a workbook for a list is called. Imported here: workbooks are heavy, and most days bring none."""
    from ita_desktop.services.importing import ImportKind

    return ImportKind.ROSTER_INTERNAL if internal else ImportKind.ROSTER_EXTERNAL
