"""A paper's pages one below the other, drawn off the window's thread; a click tells the place on the page."""

from __future__ import annotations

from ita_desktop.ui.widgets.page_view.stack import PageStack, Spot
from ita_desktop.ui.widgets.page_view.view import PageView

__all__ = ["PageStack", "PageView", "Spot"]
