"""The side of the roster page: one person, as the file has them, to be read or changed."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import replace
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit

from ita_desktop.domain.problems import FieldFault, FieldProblem
from ita_desktop.domain.roster import Approval, ExternalPerson, InternalPerson
from ita_desktop.support.language import tr
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.card import SidePanel
from ita_desktop.ui.widgets.date_field import DateField
from ita_desktop.ui.widgets.form import Choice, Form
from ita_desktop.ui.widgets.labels import Text
from ita_desktop.wording.fields import field_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QKeyEvent

    from ita_desktop.domain.instrument import RosterRule

PersonT = TypeVar("PersonT", InternalPerson, ExternalPerson)
WIDTH = 360


class PersonPanel(SidePanel, Generic[PersonT]):
    """A form for one kind of person. It keeps nothing in the file: the page does.

    `save_asked` when the person at the keyboard wants it kept, `given_up` on Esc.
    """

    save_asked = Signal()
    given_up = Signal()

    def __init__(self, empty: PersonT, purpose: str) -> None:
        super().__init__(width=WIDTH)
        self._empty: PersonT = empty
        self._kept: PersonT = empty
        self._base: PersonT = empty
        self._sent: PersonT = empty
        self.form = Form()
        self.name, self.phone, self.day = QLineEdit(), QLineEdit(), DateField()
        self.form.add("name", field_name("name"), self.name)
        self._lay_fields()
        self.form.add("phone", field_name("phone"), self.phone)
        self.standing = Text("", "small", wrap=True)
        self.body.addWidget(self.standing)
        self.body.addWidget(self.form)
        self.body.addWidget(Text(purpose, "small", wrap=True))
        self.body.addStretch(1)
        self.foot.addWidget(ActionButton(tr("บันทึก"), self.save_asked.emit, "Ctrl+S", "primary"))
        self.foot.addWidget(ActionButton(tr("ยกเลิก"), self.given_up.emit, "Esc"))
        self.foot.addStretch(1)
        self.show_person(None)

    @abstractmethod
    def _lay_fields(self) -> None:
        """Add what is particular to this kind, between name and phone."""

    @abstractmethod
    def _fill(self, person: PersonT) -> None:
        """Show what is particular to this kind."""

    @abstractmethod
    def _read(self, person: PersonT) -> PersonT:
        """Return the person with what is particular to this kind as it stands in the form."""

    def show_person(self, person: PersonT | None) -> None:
        """Show a person; None, or one without key, is new."""
        self._base = person or self._empty
        self.form.clear_problems()
        self.title.setText(tr("แก้รายชื่อ") if self._base.key else tr("รายชื่อใหม่"))
        self.name.setText(self._base.name)
        self.phone.setText(self._base.phone)
        self._fill(self._base)
        self._show_standing(self._base)
        self._kept = self.typed()

    def _show_standing(self, person: PersonT) -> None:
        """Say where the line stands with the executive; an approved one is locked."""
        locked = person.approval is Approval.APPROVED
        words = tr("ผู้บริหารอนุมัติแล้ว แก้ไม่ได้จนกว่าจะเปิดให้แก้จากงานรายชื่อ (Alt W)") if locked else ""
        if person.approval is Approval.RETURNED:
            words = tr("ส่งกลับให้แก้: {reason}").format(reason=person.reason)
        self.standing.setText(words)
        self.standing.setVisible(bool(words))
        self.form.setEnabled(not locked)

    def hand_over(self) -> PersonT:
        """Give what stands here to be kept, and take it for kept until `take_back`."""
        self._sent = self._kept = self.typed()
        return self._sent

    def take_back(self) -> None:
        """Show again what could not be kept; it still is to be kept."""
        self.show_person(self._sent)
        self._kept = self._empty

    def typed(self) -> PersonT:
        """The person as they stand in the form; what the form does not show stays as it was."""
        named = replace(self._base, name=self.name.text().strip(), phone=self.phone.text().strip())
        return self._read(named)

    @property
    def changed(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return self.typed() != self._kept or self.day.fault("") is not None

    def check(self, day_field: str) -> bool:
        """Tell at its field what cannot be kept; True if nothing stands in the way that the form knows of."""
        self.form.clear_problems()
        empty = None if self.typed().name else FieldProblem("name", FieldFault.EMPTY)
        for fault in (empty, self.day.fault(day_field)):
            if fault is not None:
                self.form.show_problem(fault)
                return False
        return True

    def enter(self) -> None:
        """Put the cursor where writing begins."""
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.name.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next field, from the last one it saves; Esc gives up."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._next()
        else:
            super().keyPressEvent(event)

    def _next(self) -> None:
        """Go on to the field after the one with the cursor."""
        if self.phone.hasFocus():
            self.save_asked.emit()
        else:
            self.focusNextChild()


def offer(field: Choice, values: Iterable[str], chosen: str) -> None:
    """Offer values, an empty one first, and the chosen one even where it is none of them."""
    offered = ["", *values]
    if chosen not in offered:
        offered.append(chosen)
    field.clear()
    for value in offered:
        field.addItem(value or "–", value)
    field.set_value(chosen)


def _completed(field: QLineEdit, words: Sequence[str]) -> None:
    """Offer words that others in the list have, so that one division is not written in five ways."""
    completer = QCompleter(list(words), field)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    field.setCompleter(completer)


class InternalPanel(PersonPanel[InternalPerson]):
    """Someone who works in the office."""

    day_field = "start_date"

    def __init__(self) -> None:
        self.position, self.division, self.level = QLineEdit(), QLineEdit(), Choice()
        self._levels: tuple[str, ...] = ()
        super().__init__(InternalPerson(""), tr("ใช้เพื่อเชิญตอบแบบวัด IIT เท่านั้น ไม่ผูกกับคำตอบ และไม่ส่งออกไปกับ USB"))

    def _lay_fields(self) -> None:
        self.form.add("position", field_name("position"), self.position)
        self.form.add("division", field_name("division"), self.division)
        self.form.add("level", field_name("level"), self.level)
        self.form.add("start_date", field_name("start_date"), self.day)

    def offer_values(self, rule: RosterRule, rows: Sequence[InternalPerson]) -> None:
        """Offer the instrument's levels, and the divisions and posts of the list."""
        self._levels = rule.levels
        offer(self.level, rule.levels, str(self.level.value or ""))
        _completed(self.division, sorted({row.division for row in rows if row.division}))
        _completed(self.position, sorted({row.position for row in rows if row.position}))

    def _fill(self, person: InternalPerson) -> None:
        self.position.setText(person.position)
        self.division.setText(person.division)
        offer(self.level, self._levels, person.level)
        self.day.set_day(person.start_date)

    def _read(self, person: InternalPerson) -> InternalPerson:
        return replace(
            person,
            position=self.position.text().strip(),
            division=self.division.text().strip(),
            level=str(self.level.value or ""),
            start_date=self.day.day,
        )


class ExternalPanel(PersonPanel[ExternalPerson]):
    """Someone who came to the office."""

    day_field = "contact_date"

    def __init__(self) -> None:
        self.kind, self.matter, self.channel = Choice(), Choice(), QLineEdit()
        self._rule: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        super().__init__(ExternalPerson(""), tr("ใช้เพื่อเชิญตอบแบบวัด EIT เท่านั้น ไม่ผูกกับคำตอบ และไม่ส่งออกไปกับ USB"))

    def _lay_fields(self) -> None:
        self.form.add("kind", field_name("kind"), self.kind)
        self.form.add("matter", field_name("matter"), self.matter)
        self.form.add("channel", field_name("channel"), self.channel)
        self.form.add("contact_date", field_name("contact_date"), self.day)

    def offer_values(self, rule: RosterRule, rows: Sequence[ExternalPerson]) -> None:
        """Offer the instrument's kinds and matters, and the channels of the list."""
        self._rule = (rule.external_kinds, rule.matters)
        for field, values in zip((self.kind, self.matter), self._rule, strict=True):
            offer(field, values, str(field.value or ""))
        _completed(self.channel, sorted({row.channel for row in rows if row.channel}))

    def _fill(self, person: ExternalPerson) -> None:
        offer(self.kind, self._rule[0], person.kind)
        offer(self.matter, self._rule[1], person.matter)
        self.channel.setText(person.channel)
        self.day.set_day(person.contact_date)

    def _read(self, person: ExternalPerson) -> ExternalPerson:
        return replace(
            person,
            kind=str(self.kind.value or ""),
            matter=str(self.matter.value or ""),
            channel=self.channel.text().strip(),
            contact_date=self.day.day,
        )
