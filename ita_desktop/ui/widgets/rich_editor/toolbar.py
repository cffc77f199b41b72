"""The row of tools above the text: looks as buttons, the rest in menus that show every key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from ita_desktop.support.language import mark, tr
from ita_desktop.ui import theme
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.buttons import ActionButton, bind
from ita_desktop.ui.widgets.keys import key_words
from ita_desktop.ui.widgets.rich_editor.commands import COMMANDS, Menu, command
from ita_desktop.ui.widgets.rich_editor.looks import look_of
from ita_desktop.ui.widgets.rich_editor.qt_text import table_at

if TYPE_CHECKING:
    from ita_desktop.ui.widgets.rich_editor.commands import Command
    from ita_desktop.ui.widgets.rich_editor.editor import RichEditor

LETTER_BUTTONS: Final = (("bold", "B"), ("italic", "I"), ("underline", "U"))
MENUS: Final = (
    (mark("รูปแบบ"), "Alt+F", (Menu.SHAPE, Menu.ALIGN, Menu.LETTERS, Menu.EDIT)),
    (mark("ลำดับ"), "Alt+L", (Menu.LIST,)),
    (mark("แทรก"), "Alt+I", (Menu.INSERT,)),
    (mark("จัดตาราง"), "Alt+T", (Menu.TABLE,)),
)
"""The menus with the keys that open them."""


class Toolbar(QWidget):
    """Works on one editor, shows what holds at its cursor, and gives it its menu of the right button."""

    def __init__(self, editor: RichEditor) -> None:
        super().__init__()
        self._editor = editor
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        self.letters = {name: self._letter_button(name, sign) for name, sign in LETTER_BUTTONS}
        for button in self.letters.values():
            row.addWidget(button)
        self.menus = [self._menu_button(row, *each) for each in MENUS]
        row.addStretch(1)
        self.find_button = ActionButton(tr("ค้นหา"), lambda: editor.asked.emit("find"), look="plain")
        self.find_button.setToolTip(key_words(command("find").keys))
        self.find_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row.addWidget(self.find_button)
        editor.cursorPositionChanged.connect(self._show_state)
        editor.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        editor.customContextMenuRequested.connect(self._context_menu)

    def _letter_button(self, name: str, sign: str) -> ActionButton:
        """A button for a look of letters; it stays down where the look holds."""
        wanted = command(name)
        button = ActionButton(sign, lambda: wanted.run(self._editor), look="plain")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolTip(f"{tr(wanted.words)} ({key_words(wanted.keys)})")
        button.setAccessibleName(tr(wanted.words))
        button.setProperty("look", "segment")
        button.setFixedWidth(theme.scaled(46))
        font = theme.font(theme.BODY)
        font.setItalic(name == "italic")
        font.setUnderline(name == "underline")
        button.setFont(font)
        return button

    def _menu_button(self, row: QHBoxLayout, words: str, keys: str, groups: tuple[Menu, ...]) -> QMenu:
        """A button that opens a menu below itself."""
        menu = self._menu(groups)
        button = ActionButton(f"{tr(words)} ▾", None, look="plain")
        button.clicked.connect(lambda: menu.popup(button.mapToGlobal(button.rect().bottomLeft())))
        bind(button, keys)
        button.setToolTip(key_words(keys))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row.addWidget(button)
        return menu

    def _menu(self, groups: tuple[Menu, ...]) -> QMenu:
        """A menu of the commands of some groups, a line between two groups."""
        menu = QMenu(self)
        for number, group in enumerate(groups):
            if number:
                menu.addSeparator()
            for each in COMMANDS:
                if each.menu is group:
                    self._add(menu, each)
        return menu

    def _add(self, menu: QMenu, each: Command) -> None:
        """Add a command with its key; the key itself is the editor's, here it is only shown."""
        action = menu.addAction(f"{prose(tr(each.words))}\t{key_words(each.keys)}")
        action.triggered.connect(lambda: each.run(self._editor))

    def _context_menu(self) -> None:
        """Open the menu of the right button: what Qt offers, the table's commands within a table."""
        editor = self._editor
        menu = editor.createStandardContextMenu()
        menu.setParent(self, Qt.WindowType.Popup)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if not editor.isReadOnly():
            menu.addSeparator()
            inside = table_at(editor.textCursor()) is not None
            for each in COMMANDS:
                if each.menu is (Menu.TABLE if inside else Menu.INSERT):
                    self._add(menu, each)
        menu.popup(editor.viewport().mapToGlobal(editor.cursorRect().bottomLeft()))

    def _show_state(self) -> None:
        """Show which looks hold at the cursor."""
        look = look_of(self._editor.textCursor().charFormat())
        for name, button in self.letters.items():
            button.setChecked(bool(getattr(look, name)))
