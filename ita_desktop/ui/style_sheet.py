"""The window's style sheet. `$names` are tokens of `theme`, which fills them in; nothing else styles widgets.

Widgets choose a rule by the dynamic property `look`: `label.setProperty("look", "muted")`.
"""

from __future__ import annotations

STYLE_SHEET = """
QWidget { font-family: "$family"; font-size: $body; color: $ink; }
QMainWindow, QDialog, QWidget[look="paper"] { background: $paper; }
QToolTip { background: $surface; color: $ink; border: 1px solid $line; padding: 4px 8px; }

QLabel { background: transparent; }
QLabel[look="title"] { font-size: $title; font-weight: 600; }
QLabel[look="heading"] { font-size: $large; font-weight: 600; }
QLabel[look="strong"] { font-weight: 600; }
QLabel[look="muted"] { color: $muted; }
QLabel[look="small"] { color: $muted; font-size: $small; }
QLabel[look="error"] { color: $bad; font-size: $small; }
QLabel[look="good"] { color: $good; }
QLabel[look="link"] { color: $accent; }
QLabel[look="key"] { color: $muted; background: $paper; border: 1px solid $line; border-radius: 4px;
  padding: 0 5px; font-size: $small; }

QFrame[look="card"] { background: $surface; border: 1px solid $line; border-radius: $radius; }
QFrame[look="bar"] { background: $surface; border: none; border-bottom: 1px solid $line; }
QFrame[look="foot"] { background: $surface; border: none; border-top: 1px solid $line; }
QFrame[look="line"] { background: $hairline; border: none; max-height: 1px; min-height: 1px; }
QFrame[look="problem"] { background: $bad_ground; border: 1px solid $bad; border-radius: $radius; }
QFrame[look="problem"] QLabel { color: $bad; }
QFrame[look="notice"] { background: $warn_ground; border: 1px solid $warn; border-radius: $radius; }
QFrame[look="notice"] QLabel { color: $warn; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDoubleSpinBox {
  background: $surface; color: $ink; border: 1px solid $edge; border-radius: 6px; padding: 1px 9px;
  selection-background-color: $accent; selection-color: $surface; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus,
QDoubleSpinBox:focus {
  border: 2px solid $accent; padding: 0 8px; }
QLineEdit[fault="true"], QPlainTextEdit[fault="true"], QComboBox[fault="true"] { border: 2px solid $bad;
  padding: 0 8px; }
QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox { min-height: $field; }
QPlainTextEdit, QTextEdit { padding: 5px 9px; }
QPlainTextEdit:focus, QTextEdit:focus, QPlainTextEdit[fault="true"] { padding: 4px 8px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { background: $quiet; color: $muted; }
QComboBox::drop-down { border: none; width: 26px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $line; padding: 2px;
  selection-background-color: $accent_soft; selection-color: $ink; outline: none; }

QPushButton { background: $surface; color: $accent; border: 1px solid $accent; border-radius: 6px;
  padding: 7px 17px; font-weight: 600; }
QPushButton:hover { background: $accent_soft; }
QPushButton:focus { border: 2px solid $accent; padding: 6px 16px; }
QPushButton:pressed { background: $accent_middle; }
QPushButton:disabled { color: $muted; border-color: $line; background: $quiet; }
QPushButton[look="primary"] { background: $accent; color: $surface; }
QPushButton[look="primary"]:hover { background: $accent_deep; }
QPushButton[look="primary"]:focus { border: 2px solid $ink; }
QPushButton[look="primary"]:disabled { background: $quiet; color: $muted; border-color: $line; }
QPushButton[look="plain"] { border: 1px solid transparent; background: transparent; padding: 5px 10px; }
QPushButton[look="plain"]:hover { background: $accent_soft; }
QPushButton[look="plain"]:focus { border: 1px solid $accent; }
QPushButton[look="segment"] { border: 1px solid $edge; border-radius: 0; color: $muted; background: $surface;
  padding: 5px 14px; }
QPushButton[look="segment"]:checked { color: $accent; background: $accent_soft; border-color: $accent; }
QPushButton[look="segment"]:focus { border: 2px solid $accent; padding: 4px 13px; }

QTableView, QTreeView, QListView { background: $surface; border: 2px solid transparent; outline: none;
  gridline-color: $hairline;
  selection-background-color: $accent_soft; selection-color: $ink; alternate-background-color: $surface; }
QTableView:focus, QTreeView:focus, QListView:focus { border: 2px solid $accent; }
QTreeView::item { border-bottom: 1px solid $hairline; padding: 3px 4px; }
QListView::item { padding: 4px 5px; }
QListView::item:selected { background: $accent_soft; color: $ink; }
QTreeView::item:selected { background: $accent_soft; color: $ink; }
QHeaderView { background: $surface; }
QHeaderView::section { background: $surface; color: $muted; border: none; border-bottom: 1px solid $line;
  padding: 5px 8px; font-size: $small; font-weight: 600; }
QTableCornerButton::section { background: $surface; border: none; }

QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollArea { border: none; background: transparent; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollBar:vertical { background: transparent; width: 11px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 0; }
QScrollBar::handle { background: $accent_middle; border-radius: 4px; min-height: 30px; min-width: 30px;
  margin: 1px; }
QScrollBar::handle:hover { background: $accent; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: none;
  border: none; width: 0; height: 0; }

QMenu { background: $surface; border: 1px solid $line; padding: 5px; }
QMenu::item { padding: 6px 26px 6px 22px; border-radius: 5px; }
QMenu::item:selected { background: $accent_soft; color: $ink; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $hairline; margin: 5px 8px; }

QProgressBar { background: $quiet; border: none; border-radius: 4px; max-height: 8px; min-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QCheckBox, QRadioButton {
    spacing: 8px; background: transparent; padding: 3px 2px; border: 1px solid transparent;
}
QCheckBox:focus, QRadioButton:focus { background: $accent_soft; border: 1px solid $accent; }
QSplitter::handle { background: transparent; }
"""
