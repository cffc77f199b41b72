"""At the opening of a file: proof files of the checklist that are missing or changed are told at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.support.language import ntr
from ita_desktop.ui.prose import prose

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from ita_desktop.domain.evidence import EvidenceFault
    from ita_desktop.ui.context import Context


def tell_lost_evidence(context: Context, owner: QObject) -> None:
    """Look at presence and size of the kept files in the worker, and say so if one is lost."""

    def say(faults: tuple[EvidenceFault, ...]) -> None:
        if faults:
            names = ", ".join(dict.fromkeys(each.evidence.target for each in faults))
            words = ntr(
                "ไฟล์หลักฐาน OIT หายหรือถูกแก้ {count} ไฟล์: {names}",
                "ไฟล์หลักฐาน OIT หายหรือถูกแก้ {count} ไฟล์: {names}",
                len(faults),
            )
            context.announce(prose(words.format(count=len(faults), names=names)))

    context.tasks.query(context.workspace.checklist.evidence.faults, say, owner=owner)
