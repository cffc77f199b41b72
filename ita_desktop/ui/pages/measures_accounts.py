"""What people write into the account by tool: the problem and the advice; the rest follows from the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from ita_desktop.support.language import tr
from ita_desktop.ui.sheet_dialog import SheetDialog
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.form import Choice, Form, Note
from ita_desktop.ui.widgets.labels import Text
from ita_desktop.wording.fields import field_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_desktop.ui.pages.measures import MeasuresPage


class AccountsSheet(SheetDialog):
    """A tool is chosen above; each is kept on going to another and on closing with Ctrl+S."""

    def __init__(self, page: MeasuresPage, accounts: Mapping[str, tuple[str, str]]) -> None:
        super().__init__(page, tr("สรุปผลการดำเนินการรายแบบวัด"), QSize(760, 600))
        self._page, self._accounts = page, dict(accounts)
        tools = page.result.instrument.tools if page.result is not None else ()
        self.tool = Choice((tool.code, f"{tool.code} {tool.title}") for tool in tools)
        self.problem, self.advice = Note(5), Note(5)
        words = tr("เว้นว่างเพื่อใช้ข้อความที่โปรแกรมเสนอจากประเด็นและรายงาน · พิมพ์ด้วย Ctrl P")
        self.body.addWidget(Text(words, "muted", wrap=True))
        self.form = Form()
        self.form.add("tool", tr("แบบวัด"), self.tool)
        self.form.add("problem", field_name("problem"), self.problem)
        self.form.add("advice", field_name("advice"), self.advice)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.foot.addWidget(ActionButton(tr("บันทึก"), self.save, "Ctrl+S", "primary"))
        self.foot.addStretch(1)
        self.foot.addWidget(ActionButton(tr("ปิด"), self.reject, "Esc"))
        self._shown = ""
        self.tool.currentIndexChanged.connect(lambda _: self._go())
        self._go()

    def _typed(self) -> tuple[str, str]:
        """What stands here."""
        return self.problem.text().strip(), self.advice.text().strip()

    def _go(self) -> None:
        """Show the chosen tool's account; what was typed for another is kept."""
        self._keep()
        self._shown = str(self.tool.value or "")
        problem, advice = self._accounts.get(self._shown, ("", ""))
        self.problem.setText(problem)
        self.advice.setText(advice)

    def _keep(self) -> None:
        """Write what was typed."""
        tool, typed = self._shown, self._typed()
        if tool and typed != self._accounts.get(tool, ("", "")):
            self._accounts[tool] = typed
            follow_up = self._page.workspace.plan.follow_up
            self._page.run(lambda: follow_up.put_account(tool, *typed), None, self.tell)

    def save(self) -> None:
        """Keep and close."""
        self._keep()
        self.accept()
