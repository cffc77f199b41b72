"""Pictures of a paper on their way into the file and back to the editor, off the window's thread."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from ita_desktop.domain.paperwork.richtext import Picture

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.domain.problems import Problem
    from ita_desktop.services.paperwork.pictures import StoredPicture
    from ita_desktop.ui.page import Page
    from ita_desktop.ui.widgets.banner import ProblemBanner
    from ita_desktop.ui.widgets.rich_editor import RichEditor
    from ita_desktop.ui.widgets.rich_editor.html_reader import Pasted

WIDEST_NEW, NARROWEST_NEW = 120.0, 20.0
"""Millimetres between which a new picture is put, by its points."""
DOTS_PER_MM: Final = 150 / 25.4
"""A new picture is put as wide as its points are fine enough on paper."""
SCREEN_PIXELS: Final = 1200
"""Widest picture that the editor keeps for itself; the page has its own."""


class DeskPictures:
    """Stores what is inserted or pasted, then puts it in; what is no picture is told, and nothing is lost."""

    def __init__(self, page: Page, editor: RichEditor, banner: ProblemBanner) -> None:
        """Work for one editor."""
        self._page, self._editor, self._banner = page, editor, banner
        editor.pictures_pasted.connect(self._store_pasted)
        editor.picture_wanted.connect(self._fetch)

    def add(self, paths: list[Path]) -> None:
        """Store pictures from files and put them at the cursor."""
        workspace = self._page.workspace

        def work() -> list[Picture]:
            return [_sized(workspace.paperwork.pictures.add_file(path)) for path in paths]

        self._page.query(work, self._put, self._banner.tell)

    def _put(self, pictures: list[Picture]) -> None:
        """Put stored pictures at the cursor."""
        self._editor.insert(pictures)
        self._editor.setFocus()

    def _store_pasted(self, pasted: Pasted) -> None:
        """Store the pictures of a paste, then put all of it in; without them if one is refused."""
        workspace = self._page.workspace

        def work() -> dict[str, Picture]:
            store = workspace.paperwork.pictures
            return {name: _sized(store.add(data, name)) for name, data in pasted.pictures.items()}

        def put(stored: dict[str, Picture]) -> None:
            self._editor.insert(
                replace(block, sha256=stored[block.sha256].sha256, width_mm=stored[block.sha256].width_mm)
                if isinstance(block, Picture) and block.sha256 in stored
                else block
                for block in pasted.blocks
            )

        def refused(problem: Problem) -> None:
            self._editor.insert(block for block in pasted.blocks if not isinstance(block, Picture))
            self._banner.tell(problem)

        self._page.query(work, put, refused)

    def _fetch(self, sha256: str) -> None:
        """Read a picture for the editor, no larger than a screen shows; one that is gone stays a frame."""
        workspace = self._page.workspace

        def work() -> QImage:
            image = QImage.fromData(workspace.paperwork.pictures.data(sha256))
            if image.width() > SCREEN_PIXELS:
                image = image.scaledToWidth(SCREEN_PIXELS, Qt.TransformationMode.SmoothTransformation)
            return image

        self._page.query(work, lambda image: self._editor.show_picture(sha256, image), lambda _: None)


def _sized(stored: StoredPicture) -> Picture:
    """A stored picture as wide as its points are fine on paper."""
    width = min(WIDEST_NEW, max(NARROWEST_NEW, round(stored.width_px / DOTS_PER_MM, 1)))
    return Picture(stored.sha256, width)
