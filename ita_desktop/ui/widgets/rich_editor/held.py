"""What the objects in the text stand for, as JSON in a format of Qt's: notes, live values, boxes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCharFormat

from ita_desktop.domain.paperwork import richtext_json
from ita_desktop.domain.paperwork.richtext import (
    Contents,
    Document,
    FilePart,
    Note,
    PageBreak,
    Paragraph,
    Picture,
    Section,
    Value,
)
from ita_desktop.ui.widgets.rich_editor.looks import Look, letters, look_of
from ita_desktop.ui.widgets.rich_editor.marks import Kind, Mark, ObjectKind

if TYPE_CHECKING:
    from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Turn:
    """A place where the sheet turns: what follows is a section of its own. `opening`: the first of all."""

    landscape: bool
    opening: bool = False


Box: TypeAlias = "Picture | PageBreak | Contents | FilePart | Turn"
"""What stands alone on its line as one object."""


def note_format(note: Note, kind: Kind, level: int) -> QTextCharFormat:
    """The format of the letter that stands for a footnote."""
    form = letters(Look(), kind, level)
    form.setObjectType(ObjectKind.NOTE)
    form.setProperty(Mark.HELD, _packed(Section((Paragraph(note.text),))))
    return form


def note_of(form: QTextCharFormat) -> Note:
    """The footnote that a format stands for."""
    held = _unpacked(form).blocks[0]
    if not isinstance(held, Paragraph):  # nobody else writes this mark
        return Note(())
    return Note(tuple(each for each in held.text if not isinstance(each, Note | Value)))


def value_format(value: Value, kind: Kind, level: int) -> QTextCharFormat:
    """The format of the letter that stands for a live value."""
    form = letters(Look(value.bold, value.italic, value.underline), kind, level)
    form.setObjectType(ObjectKind.VALUE)
    form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBaseline)
    form.setProperty(Mark.HELD, json.dumps([value.name, value.written], ensure_ascii=False))
    return form


def value_of(form: QTextCharFormat) -> Value:
    """The live value that a format stands for; its look is that of letters."""
    name, written = json.loads(form.stringProperty(Mark.HELD))
    look = look_of(form)
    return Value(name, written, look.bold, look.italic, look.underline)


def box_format(box: Box) -> QTextCharFormat:
    """The format of the letter that stands for a box."""
    form = letters(Look())
    form.setObjectType(ObjectKind.BOX)
    if isinstance(box, Turn):
        form.setProperty(Mark.HELD, json.dumps({"landscape": box.landscape, "opening": box.opening}))
    else:
        form.setProperty(Mark.HELD, _packed(Section((box,))))
    return form


def box_of(form: QTextCharFormat) -> Box:
    """The box that a format stands for."""
    tree = json.loads(form.stringProperty(Mark.HELD))
    if "landscape" in tree:
        return Turn(tree["landscape"], tree["opening"])
    held = _unpacked(form).blocks[0]
    return held if isinstance(held, Picture | PageBreak | Contents | FilePart) else PageBreak()


def _packed(section: Section) -> str:
    """Write parts of a document as JSON."""
    return richtext_json.to_json(Document((section,)))


def _unpacked(form: QTextCharFormat) -> Section:
    """Read parts of a document back."""
    return richtext_json.from_json(form.stringProperty(Mark.HELD)).sections[0]
