"""What the editor can do, each with its words and key: menus, buttons and keys all read this one table.

Keys are Word's where Word has one, so that hands find them. A command that needs an answer (which table?
which address?) asks through `RichEditor.asked`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QKeyCombination, Qt

from ita_desktop.domain.paperwork.richtext import Align, Marker, PageBreak
from ita_desktop.support.language import mark
from ita_desktop.ui.widgets.keys import sequence
from ita_desktop.ui.widgets.rich_editor import blocks, letters_commands, tables
from ita_desktop.ui.widgets.rich_editor.qt_text import table_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QTextCursor

    from ita_desktop.ui.widgets.rich_editor.editor import RichEditor
    from ita_desktop.ui.widgets.rich_editor.letters_commands import Switch
    from ita_desktop.ui.widgets.rich_editor.writer import Keys


class Menu(Enum):
    """Where a command stands."""

    LETTERS = "letters"
    SHAPE = "shape"
    LIST = "list"
    ALIGN = "align"
    INSERT = "insert"
    TABLE = "table"
    EDIT = "edit"


@dataclass(frozen=True, slots=True)
class Command:
    """Something the editor can do. `words` are a message id: whoever shows them translates."""

    name: str
    words: str
    keys: str
    menu: Menu
    run: Callable[[RichEditor], None]


def _block(rule: blocks.Rule) -> Callable[[RichEditor], None]:
    """A command that turns the chosen blocks into others."""
    return lambda editor: editor.with_cursor(partial(blocks.turn_into, rule=rule))


def _letters(name: Switch) -> Callable[[RichEditor], None]:
    """A command that switches a look of letters."""
    return lambda editor: editor.with_cursor(partial(letters_commands.switch, name=name))


def _table(change: Callable[[QTextCursor, Keys], None]) -> Callable[[RichEditor], None]:
    """A command on the table under the cursor."""
    return lambda editor: editor.with_cursor(lambda cursor: change(cursor, editor.keys))


def _align(align: Align) -> Callable[[RichEditor], None]:
    """A command that lays paragraphs, or the chosen cells of a table, otherwise."""

    def run(editor: RichEditor) -> None:
        if table_at(editor.textCursor()) is not None:
            editor.with_cursor(lambda cursor: tables.align_cells(cursor, editor.keys, align))
        else:
            editor.with_cursor(partial(blocks.turn_into, rule=blocks.aligned(align)))

    return run


def _ask(name: str) -> Callable[[RichEditor], None]:
    """A command that needs an answer first."""
    return lambda editor: editor.asked.emit(name)


_LETTERS: Final = (
    ("bold", mark("ตัวหนา"), "Ctrl+B", _letters("bold")),
    ("italic", mark("ตัวเอียง"), "Ctrl+I", _letters("italic")),
    ("underline", mark("ขีดเส้นใต้"), "Ctrl+U", _letters("underline")),
    ("superscript", mark("ตัวยก"), "Ctrl+Shift+=", _letters("superscript")),
    ("plain", mark("ล้างรูปแบบอักษร"), "Ctrl+Space",
     lambda editor: editor.with_cursor(letters_commands.plain)),
)  # fmt: skip
_SHAPE: Final = (
    ("paragraph", mark("ย่อหน้าปกติ"), "Ctrl+Alt+0", _block(blocks.to_paragraph)),
    ("heading-1", mark("หัวข้อระดับ 1"), "Ctrl+Alt+1", _block(blocks.to_heading(1))),
    ("heading-2", mark("หัวข้อระดับ 2"), "Ctrl+Alt+2", _block(blocks.to_heading(2))),
    ("heading-3", mark("หัวข้อระดับ 3"), "Ctrl+Alt+3", _block(blocks.to_heading(3))),
    ("heading-4", mark("หัวข้อระดับ 4"), "Ctrl+Alt+4", _block(blocks.to_heading(4))),
    ("number-heading", mark("ใส่เลขหัวข้อ"), "Ctrl+Alt+N", _block(blocks.number_heading)),
    ("first-line", mark("เยื้องบรรทัดแรก"), "Ctrl+Alt+T", _block(blocks.indent_first_line)),
)  # fmt: skip
_LIST: Final = (
    ("number", mark("ลำดับ ๑. ๒. ๓."), "Ctrl+Shift+7", _block(blocks.to_item(Marker.NUMBER))),
    ("clause", mark("ลำดับย่อย ๑.๑ ๑.๒"), "Ctrl+Shift+6", _block(blocks.to_item(Marker.CLAUSE))),
    ("paren", mark("ลำดับ ๑) ๒) ๓)"), "Ctrl+Shift+9", _block(blocks.to_item(Marker.PAREN))),
    ("brackets", mark("ลำดับ (๑) (๒) (๓)"), "Ctrl+Shift+0", _block(blocks.to_item(Marker.BRACKETS))),
    ("letter", mark("ลำดับ ก. ข. ค."), "Ctrl+Shift+5", _block(blocks.to_item(Marker.LETTER))),
    ("dash", mark("ขีด -"), "Ctrl+Shift+-", _block(blocks.to_item(Marker.DASH))),
    ("bullet", mark("จุด •"), "Ctrl+Shift+8", _block(blocks.to_item(Marker.BULLET))),
    ("go-on", mark("นับต่อจากรายการก่อน"), "Ctrl+Alt+J", _block(blocks.go_on)),
    ("hang", mark("บรรทัดถัดไปตรงกับข้อความ"), "Ctrl+T", _block(blocks.hang)),
    ("deeper", mark("เข้าไปอีกชั้น"), "Ctrl+M", _block(blocks.deeper(1))),
    ("shallower", mark("ออกมาหนึ่งชั้น"), "Ctrl+Shift+M", _block(blocks.deeper(-1))),
)  # fmt: skip
_ALIGN: Final = (
    ("justify", mark("เต็มแนว"), "Ctrl+J", _align(Align.JUSTIFY)),
    ("left", mark("ชิดซ้าย"), "Ctrl+L", _align(Align.LEFT)),
    ("center", mark("กึ่งกลาง"), "Ctrl+E", _align(Align.CENTER)),
    ("right", mark("ชิดขวา"), "Ctrl+R", _align(Align.RIGHT)),
)  # fmt: skip
_INSERT: Final = (
    ("value", mark("ค่าจากแฟ้ม…"), "Ctrl+Alt+V", _ask("value")),
    ("note", mark("เชิงอรรถ…"), "Ctrl+Alt+F", _ask("note")),
    ("link", mark("ลิงก์…"), "Ctrl+K", _ask("link")),
    ("table", mark("ตาราง…"), "Ctrl+Alt+B", _ask("table")),
    ("picture", mark("ภาพจากไฟล์…"), "Ctrl+Alt+P", _ask("picture")),
    ("page-break", mark("ขึ้นหน้าใหม่"), "Ctrl+Return", lambda editor: editor.insert((PageBreak(),))),
    ("turn", mark("หน้ากระดาษแนวนอน / แนวตั้ง"), "Ctrl+Alt+L", lambda editor: editor.turn_sheet()),
    ("contents", mark("สารบัญ"), "Ctrl+Alt+C", lambda editor: editor.insert_contents()),
    ("part", mark("ส่วนที่ดึงจากแฟ้ม…"), "Ctrl+Alt+G", _ask("part")),
)  # fmt: skip
_TABLE: Final = (
    ("row-below", mark("เพิ่มแถวข้างล่าง"), "Alt+Shift+Down", _table(tables.add_row)),
    ("row-above", mark("เพิ่มแถวข้างบน"), "Alt+Shift+Up", _table(partial(tables.add_row, below=False))),
    ("column-after", mark("เพิ่มคอลัมน์ทางขวา"), "Alt+Shift+Right", _table(tables.add_column)),
    ("column-before", mark("เพิ่มคอลัมน์ทางซ้าย"), "Alt+Shift+Left",
     _table(partial(tables.add_column, after=False))),
    ("remove-row", mark("ลบแถว"), "Alt+Shift+Delete", _table(tables.remove_row)),
    ("remove-column", mark("ลบคอลัมน์"), "Alt+Shift+Backspace", _table(tables.remove_column)),
    ("wider", mark("คอลัมน์กว้างขึ้น"), "Alt+Shift+.", _table(partial(tables.widen, by=0.15))),
    ("narrower", mark("คอลัมน์แคบลง"), "Alt+Shift+,", _table(partial(tables.widen, by=-0.13))),
    ("join-cells", mark("ผสานเซลล์ที่เลือก"), "Alt+Shift+M", _table(tables.join_cells)),
    ("part-cell", mark("แยกเซลล์"), "Alt+Shift+S", _table(tables.part_cell)),
    ("headers", mark("แถวหัวตาราง (ซ้ำทุกหน้า)"), "Alt+Shift+H", _table(tables.set_headers)),
    ("remove-table", mark("ลบทั้งตาราง"), "Alt+Shift+X", _table(tables.remove_table)),
)  # fmt: skip
_EDIT: Final = (
    ("find", mark("ค้นหา"), "Ctrl+F", _ask("find")),
    ("replace", mark("ค้นหาและแทนที่"), "Ctrl+H", _ask("replace")),
    ("unknown", mark("ขีดใต้คำที่ไม่อยู่ในพจนานุกรม"), "F7", lambda editor: editor.unknown.switch()),
)  # fmt: skip
COMMANDS: Final = tuple(
    Command(name, words, keys, menu, run)
    for menu, rows in (
        (Menu.LETTERS, _LETTERS),
        (Menu.SHAPE, _SHAPE),
        (Menu.LIST, _LIST),
        (Menu.ALIGN, _ALIGN),
        (Menu.INSERT, _INSERT),
        (Menu.TABLE, _TABLE),
        (Menu.EDIT, _EDIT),
    )
    for name, words, keys, run in rows
)
"""Everything, in the order in which menus show it."""


def command(name: str) -> Command:
    """A command by its name."""
    return next(each for each in COMMANDS if each.name == name)


def combination(keys: str) -> int:
    """A shortcut as the number that Qt gives a key press."""
    return QKeyCombination(sequence(keys)[0]).toCombined()  # type: ignore[index]  # missing in its types


@lru_cache(maxsize=1)
def _by_key() -> dict[int, Command]:
    """Commands by the combination that Qt reads of a key press."""
    found = {combination(each.keys): each for each in COMMANDS if each.keys}
    plain_return, enter = int(Qt.Key.Key_Return.value), int(Qt.Key.Key_Enter.value)
    extra = {keys - plain_return + enter: each for keys, each in found.items() if each.keys == "Ctrl+Return"}
    return {**found, **extra}


def command_for(e: QKeyEvent) -> Command | None:
    """The command that a key press means; None for letters and Qt's own keys."""
    combined = e.keyCombination().toCombined()
    keypad = Qt.KeyboardModifier.KeypadModifier.value
    return _by_key().get(combined & ~keypad) or _shifted(e)


_DIGIT_ROW: Final = {
    ")": "0",
    "!": "1",
    "@": "2",
    "#": "3",
    "$": "4",
    "%": "5",
    "^": "6",
    "&": "7",
    "*": "8",
    "(": "9",
}
_PLAIN_SIGNS: Final = {**_DIGIT_ROW, "_": "-", "+": "=", ">": ".", "<": ","}


def _shifted(e: QKeyEvent) -> Command | None:
    """With Shift some keyboards report the sign above the digit: Ctrl+Shift+7 comes as Ctrl+Shift+&."""
    key = e.key()
    if not 0x20 < key < 0x7F or chr(key) not in _PLAIN_SIGNS:
        return None
    meant = e.modifiers().value | ord(_PLAIN_SIGNS[chr(key)])
    return _by_key().get(meant)
