"""The recovery sheet as a paper. The code is in nobody's hands but the caller's: the file keeps its hash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.models import settings_store
from ita_desktop.services.outputs import write_output

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.services.session import Session


def recovery_sheet(session: Session, code: str) -> bytes:
    """Set the sheet with a code. CharacterUnprintable, FontUnknown, PageOverflow."""
    from ita_desktop.documents.recovery_sheet import render_recovery_sheet

    with session.database.reading() as transaction:  # by the code one comes in: nobody is signed in yet
        office = settings_store.office(transaction)
    return render_recovery_sheet(office, session.database.path.name, code, session.now())


def write_recovery_sheet(session: Session, code: str, path: Path) -> Path:
    """Write the sheet to be printed. DiskFull, ReadOnly, FileInUse, FileMissing, DeviceFailed."""
    return write_output(path, recovery_sheet(session, code))
