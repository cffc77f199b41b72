"""What every page is given: the open file, the runner of tasks, the way to other tabs, the user's choices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_desktop.services.workspace import Workspace
    from ita_desktop.ui.tabs import Tab
    from ita_desktop.ui.tasks import TaskRunner
    from ita_desktop.ui.user_settings import UserSettings


@dataclass(frozen=True, slots=True)
class Context:
    """The page's world. `navigate(tab, subject)` opens a tab on something; `announce` speaks below.

    `choose` keeps other choices of the user's and builds the window anew.
    `workspace` is for the worker's thread: touch its services only inside `tasks.run` and `tasks.query`.
    """

    workspace: Workspace
    tasks: TaskRunner
    navigate: Callable[[Tab, str], None]
    announce: Callable[[str], None]
    settings: UserSettings
    choose: Callable[[UserSettings], None] = lambda _: None
