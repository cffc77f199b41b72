"""The score tree for Qt: one model over the page's lines; only the published column can be written."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ita_desktop.support.language import mark, tr
from ita_desktop.ui import theme
from ita_desktop.ui.widgets.copying import copy_table
from ita_desktop.wording.score_formula import answered_short, missing_short

if TYPE_CHECKING:
    from ita_desktop.wording.score_tree import Node

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Place(IntEnum):
    """The columns, from the left."""

    TITLE = 0
    SCORE = 1
    PUBLISHED = 2
    DIFFERENCE = 3
    ANSWERED = 4
    MISSING = 5


TITLES = {
    Place.TITLE: mark("เครื่องมือ ตัวชี้วัด ข้อ"),
    Place.SCORE: mark("คะแนน"),
    Place.PUBLISHED: mark("ประกาศ"),
    Place.DIFFERENCE: mark("ต่างกัน"),
    Place.ANSWERED: mark("ผู้ตอบ"),
    Place.MISSING: mark("ยังขาด"),
}
NUMBERS = {Place.SCORE, Place.PUBLISHED, Place.DIFFERENCE, Place.ANSWERED}
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ScoreModel(QAbstractItemModel):
    """Lines of a score tree. `entered(key, text)` tells what was typed as published; nothing is kept here."""

    entered = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._nodes: list[Node] = []
        self._above: list[int] = []
        self._below: list[list[int]] = []

    def show(self, root: Node) -> bool:
        """Show a tree; True if its lines are others than before (the view then has to open them anew)."""
        same = [node.path for node in root.walk()] == [node.path for node in self._nodes]
        if same:
            self._nodes = list(root.walk())
            for number in range(len(self._nodes)):
                first = self._index(number, Place.TITLE)
                self.dataChanged.emit(first, first.siblingAtColumn(Place.MISSING))
            return False
        self.beginResetModel()
        self._nodes, self._above, self._below = [], [], []
        self._take(root, -1)
        self.endResetModel()
        return True

    def _take(self, node: Node, above: int) -> None:
        """Number a line and all below it."""
        number = len(self._nodes)
        self._nodes.append(node)
        self._above.append(above)
        self._below.append([])
        if above >= 0:
            self._below[above].append(number)
        for child in node.children:
            self._take(child, number)

    def node(self, index: Index) -> Node | None:
        """The line at an index."""
        return self._nodes[index.internalId()] if index.isValid() else None

    def index_of(self, path_or_key: str) -> QModelIndex:
        """The index of a line by its path, else of the first one with that key or code; invalid if none."""
        for wanted in ("path", "key"):
            for number, node in enumerate(self._nodes):
                if getattr(node, wanted) == path_or_key:
                    return self._index(number, Place.TITLE)
        return QModelIndex()

    def _index(self, number: int, column: int) -> QModelIndex:
        """The index of a numbered line."""
        above = self._above[number]
        row = self._below[above].index(number) if above >= 0 else 0
        return self.createIndex(row, column, number)

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        """Qt's way down."""
        if not parent.isValid():
            return self.createIndex(row, column, 0) if self._nodes and row == 0 else QModelIndex()
        below = self._below[parent.internalId()]
        return self.createIndex(row, column, below[row]) if 0 <= row < len(below) else QModelIndex()

    def parent(self, child: Index = NOWHERE) -> QModelIndex:  # type: ignore[override]  # Qt has two of them
        """Qt's way up."""
        above = self._above[child.internalId()] if child.isValid() else -1
        return self._index(above, 0) if above >= 0 else QModelIndex()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Lines below a line."""
        if not parent.isValid():
            return 1 if self._nodes else 0
        return len(self._below[parent.internalId()]) if parent.column() == 0 else 0

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Always the same columns."""
        return len(Place)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Published figures can be written, where something is published."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        node = self.node(index)
        if node is not None and node.key and index.column() == Place.PUBLISHED:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        """What a cell shows."""
        node = self.node(index)
        if node is None:
            return None
        place = Place(index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if place in NUMBERS else LEFT
        if role == Qt.ItemDataRole.EditRole:
            return f"{node.published:.2f}" if node.published is not None else ""
        if role == Qt.ItemDataRole.ToolTipRole and place is Place.TITLE:
            return node.title
        if role == Qt.ItemDataRole.ForegroundRole:
            return _ink(node, place)
        return cell_words(node, place) if role == Qt.ItemDataRole.DisplayRole else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what was typed; the page keeps it, and the view is refreshed from the file."""
        node = self.node(index)
        if node is None or str(value).strip() == self.data(index, Qt.ItemDataRole.EditRole):
            return False
        self.entered.emit(node.key, str(value).strip())
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - as Qt has it
        """Titles of the columns, aligned as their cells."""
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(TITLES[Place(section)])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if Place(section) in NUMBERS else LEFT
        return None

    def copy(self) -> None:
        """Put the whole tree with its titles on the clipboard."""
        rows = [[cell_words(node, place) for place in Place] for node in self._nodes]
        copy_table([tr(TITLES[place]) for place in Place], rows, frozenset(map(int, NUMBERS)))


def cell_words(node: Node, place: Place) -> str:
    """Write one cell. No data is said in its own column, so a score is never an empty promise."""
    words = {
        Place.TITLE: lambda: node.title,
        Place.SCORE: lambda: _two_places(node.computed, "" if node.heading else "–"),
        Place.PUBLISHED: lambda: _two_places(node.published, ""),
        Place.DIFFERENCE: lambda: _signed(node),
        Place.ANSWERED: lambda: answered_short(node),
        Place.MISSING: lambda: missing_short(node),
    }
    return words[place]()


def _two_places(value: object, nothing: str) -> str:
    """Write a figure, or what stands for none."""
    return f"{value:.2f}" if value is not None else nothing


def _signed(node: Node) -> str:
    """Write the difference with its sign; agreement is said in a word."""
    if node.difference is None:
        return ""
    return f"{node.difference:+.2f}" if node.difference else tr("ตรงกัน")


def _ink(node: Node, place: Place) -> Any:  # noqa: ANN401 - as Qt has it
    """Colour only what already says the same in words."""
    if place is Place.DIFFERENCE and node.difference:
        return theme.color(theme.BAD)
    if place is Place.MISSING or node.heading:
        return theme.color(theme.WARN if not node.heading else theme.MUTED)
    return None
