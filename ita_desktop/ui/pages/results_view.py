"""The score tree on the screen: opened by the arrow keys, published figures typed where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from ita_desktop.domain.thai_text import arabic_digits
from ita_desktop.support.language import tr
from ita_desktop.ui import theme
from ita_desktop.ui.pages.results_model import Place, ScoreModel
from ita_desktop.wording.score_formula import missing_short

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemDelegate

    from ita_desktop.wording.score_tree import Node

WIDTHS = {Place.SCORE: 88, Place.PUBLISHED: 96, Place.DIFFERENCE: 88, Place.ANSWERED: 104, Place.MISSING: 120}
OPEN_DEPTH = 1
"""Total and tools are open at first: the tree then shows what every reader asks for."""


class FigureDelegate(QStyledItemDelegate):
    """The field in which a published figure is typed; as high as a field has to be."""

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """Make the field."""
        field = QLineEdit(parent)
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.setAccessibleName(tr("คะแนนประกาศ"))
        return field

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Let the field reach over its row: Thai letters need the height."""
        box = option.rect
        extra = max(editor.sizeHint().height() - box.height(), 0)
        editor.setGeometry(box.adjusted(0, -(extra // 2), 0, extra - extra // 2))


class ScoreTree(QTreeView):
    """The tree. `node_chosen` tells the line under the cursor, `pasted` a table of published figures."""

    node_chosen = Signal(object)
    pasted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.scores = ScoreModel(self)
        self.setModel(self.scores)
        self.setItemDelegate(FigureDelegate(self))
        self.setUniformRowHeights(True)
        self.setIndentation(theme.scaled(18))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("คะแนนตามลำดับชั้น"))
        self._lay_columns()
        self.selectionModel().currentChanged.connect(self._tell)

    def _lay_columns(self) -> None:
        """Give figures their widths; the title takes what is left."""
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(Place.TITLE, QHeaderView.ResizeMode.Stretch)
        for place, width in WIDTHS.items():
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(place, theme.scaled(width))

    def show_tree(self, root: Node) -> None:
        """Show a tree; the cursor and what is open stay where the lines are the same."""
        if self.scores.show(root):
            self.expandToDepth(OPEN_DEPTH)
            self.setCurrentIndex(self.scores.index(0, 0))
        # What lacks nothing needs no column for it: the titles take the room, which large text is short of.
        self.setColumnHidden(Place.MISSING, not any(missing_short(node) for node in root.walk()))
        self._tell()

    def choose(self, path_or_key: str) -> bool:
        """Go to a line by path, or by the key of its published figure; False if there is none."""
        index = self.scores.index_of(path_or_key)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index.isValid()

    @property
    def chosen(self) -> Node | None:
        """The line under the cursor."""
        return self.scores.node(self.currentIndex())

    def _tell(self) -> None:
        """Tell the line under the cursor."""
        if self.chosen is not None:
            self.node_chosen.emit(self.chosen)

    def type_published(self, first: str = "") -> None:
        """Open the published figure of the line under the cursor, if it has one."""
        index = self.currentIndex().siblingAtColumn(Place.PUBLISHED)
        if not self.scores.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return
        self.edit(index)
        field = self.viewport().findChild(QLineEdit)
        if first and isinstance(field, QLineEdit):
            field.setText(first)

    def forget_published(self) -> None:
        """Forget the published figure of the line under the cursor."""
        index = self.currentIndex().siblingAtColumn(Place.PUBLISHED)
        if self.scores.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.scores.setData(index, "")

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Give the keys back to the tree."""
        super().closeEditor(editor, hint)
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, F2 or a digit type the published figure, Delete forgets it; Ctrl+C copies, Ctrl+V pastes."""
        digit = arabic_digits(event.text())
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.scores.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QGuiApplication.clipboard().text())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.type_published()
        elif event.key() == Qt.Key.Key_Delete:
            self.forget_published()
        elif len(digit) == 1 and digit.isdecimal():
            self.type_published(digit)
        else:
            super().keyPressEvent(event)
