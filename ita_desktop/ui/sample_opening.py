"""The sample office: opened where the user keeps documents, made there the first time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.support import clock

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.services.workspace import Workspace
    from ita_desktop.ui.desk import Desk


def open_sample(desk: Desk, folder: Path) -> None:
    """Open the sample office in `folder`, or make it there."""

    def place() -> Path:
        from ita_desktop.services import sample

        return folder / sample.FILE_NAME

    def found(path: Path) -> None:
        def make() -> Workspace:
            from ita_desktop.services import sample

            return sample.make(path, clock.now)

        if path.exists():
            desk.open(path)
        else:
            desk.take(make)

    desk.tasks.query(place, found)
