"""The editor of papers: a document of `domain.paperwork.richtext` in Qt's text, and back without loss."""

from __future__ import annotations

from ita_desktop.ui.widgets.rich_editor.editor import RichEditor

__all__ = ["RichEditor"]
