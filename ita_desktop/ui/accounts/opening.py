"""Which sheet about accounts is whose: the beginning, the ADMIN's list, or one's own password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.permissions import Readable, may_read
from ita_desktop.ui.accounts.begin import BeginDialog
from ita_desktop.ui.accounts.dialog import AccountsDialog
from ita_desktop.ui.accounts.own import OwnPasswordDialog

if TYPE_CHECKING:
    from ita_desktop.ui.context import Context
    from ita_desktop.ui.main_window import MainWindow
    from ita_desktop.ui.sheet_dialog import SheetDialog


def accounts_sheet(context: Context, window: MainWindow) -> SheetDialog:
    """Make the sheet for the file as it is and the role that is worn."""

    def rebuild() -> None:
        window.menu.settings_chosen.emit(context.settings)

    workspace = context.workspace
    if not workspace.signing_in.protected:
        return BeginDialog(context, window, rebuild)
    if may_read(workspace.role, Readable.ACCOUNTS):
        return AccountsDialog(context, window, rebuild)
    return OwnPasswordDialog(context, window)
