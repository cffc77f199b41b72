"""Whether a window and its screen fit each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def fills(window: QWidget) -> bool:
    """Whether the screen is so small that the window should take all of it."""
    screen = window.screen().availableGeometry()
    return screen.width() <= window.width() or screen.height() <= window.height()
