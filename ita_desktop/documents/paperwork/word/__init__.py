"""A paper as .docx, for another office to go on writing: styles, fonts for Thai, tables, notes, pictures."""

from __future__ import annotations

import io
from datetime import datetime, time
from typing import TYPE_CHECKING

from ita_desktop.documents.paperwork.setting import laid_out
from ita_desktop.documents.paperwork.word.heads import write_after, write_before
from ita_desktop.documents.paperwork.word.sheets import set_up
from ita_desktop.documents.paperwork.word.styles import LONGEST_PROPERTY, clean, restyle
from ita_desktop.documents.paperwork.word.writer import Writer
from ita_desktop.documents.ruler import Ruler
from ita_desktop.documents.setting import FAMILIES, names_of
from ita_desktop.domain.paperwork.keys import tidy

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_desktop.documents.paperwork.facts import Facts
    from ita_desktop.documents.paperwork.setting import Sheets

__all__ = ["word_file"]


def word_file(sheets: Sheets, facts: Facts, picture: Callable[[str], bytes | None]) -> bytes:
    """Return a paper as Word writes it."""
    from docx import Document

    composer, frame = laid_out(sheets, facts, picture, Ruler.of(FAMILIES[0], names_of(facts.content.office)))
    file = Document()
    restyle(file)
    set_up(file, frame.page)
    writer = Writer(file, frame.page)
    write_before(writer, sheets, facts, composer.ink, frame)
    writer.write(composer.blocks(tidy(sheets.document)))
    write_after(writer, sheets, composer.ink, frame)
    writer.finish()
    _describe(file.core_properties, sheets, facts)
    packed = io.BytesIO()
    file.save(packed)
    return packed.getvalue()


def _describe(properties: object, sheets: Sheets, facts: Facts) -> None:
    """Say what the file is."""
    day = datetime.combine(sheets.day or facts.today, time())
    title = " ".join(sheets.fields.get("subject", "").split()) or sheets.kind.title
    told = {
        "title": title,
        "author": facts.content.office.name,
        "language": "th-TH",
        "comments": "",
        "last_modified_by": "",
    }
    for name, value in told.items():
        setattr(properties, name, clean(value)[:LONGEST_PROPERTY])
    for name in ("created", "modified"):
        setattr(properties, name, day)
