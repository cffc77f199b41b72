"""`ita-desktop --self-test`: what an installation must prove before it may be used, or a build be released.

Thin but real: it makes an office file and opens it again, sets a paper and reads its text back, loads the
fonts, catalogues and instruments that came with the program, and says which versions it runs on. A support
call begins with its output.
"""

from __future__ import annotations

import platform
import re
import sqlite3
import sys
import tempfile
import zlib
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from ita_desktop import __version__
from ita_desktop.support import clock
from ita_desktop.support.language import LANGUAGES, current_language, set_language, tr
from ita_desktop.support.paths import resource

if TYPE_CHECKING:
    from collections.abc import Callable

LIBRARIES = (
    "PySide6-Essentials",
    "SQLAlchemy",
    "reportlab",
    "uharfbuzz",
    "nlpo3",
    "openpyxl",
    "bagit",
    "click",
)
FONTS = ("Laksaman.ttf", "Laksaman-Bold.ttf", "Sarabun-Regular.ttf", "Sarabun-Bold.ttf")
NOT_AT_RUN_TIME = ("babel", "pytest", "hypothesis")
"""Tools of the workshop: a build that carries them is too big, and hides what is missing at a user's."""


HARD_WORDS = "ที่ ปี่ น้ำ ญู ฐุ กฎ ผู้ให้ถ้อยคำ ๒๕๖๘"
"""Marks on marks, a letter that loses its foot, สระอำ, Thai digits: what goes wrong first."""


class SelfTestError(Exception):
    """The installation does not keep a promise; the message says which."""


def run() -> int:
    """Run every check, say how each ended, and return 0 if all passed."""
    failed = 0
    for check in CHECKS:
        name = (check.__doc__ or "").strip().rstrip(".")
        try:
            detail = check()
        except Exception as error:  # noqa: BLE001 - whatever it is, the other checks must still be run
            failed += 1
            sys.stdout.write(f"FAILED  {name}: {type(error).__name__}: {error}\n")
        else:
            sys.stdout.write(f"ok      {name}{': ' if detail else ''}{detail}\n")
    return 1 if failed else 0


def _expect(claim: object, what: str) -> None:
    """Stop the check if the claim does not hold."""
    if not claim:
        raise SelfTestError(what)


def versions() -> str:
    """Versions."""
    found = [
        f"ITA Desktop {__version__}",
        f"Python {platform.python_version()}",
        f"SQLite {sqlite3.sqlite_version}",
    ]
    for library in LIBRARIES:
        try:
            found.append(f"{library} {metadata.version(library)}")
        except metadata.PackageNotFoundError:  # a frozen build may leave the label out
            found.append(library)
    return ", ".join(found)


def fonts() -> str:
    """Fonts are there and are fonts."""
    for name in FONTS:
        head = resource("fonts", name).read_bytes()[:4]
        _expect(head in {b"\x00\x01\x00\x00", b"true", b"OTTO"}, f"{name} is no font")
    return ", ".join(FONTS)


def catalogues() -> str:
    """Every language loads and says something of its own."""
    before = current_language()
    try:
        said = []
        for language in LANGUAGES:
            set_language(language)
            said.append(tr("ยังไม่มีข้อมูล"))
    finally:
        set_language(before)
    _expect(len(set(said)) == len(LANGUAGES), "two languages say the same")
    return " / ".join(said)


def instruments() -> str:
    """Every instrument that comes with the program is right."""
    from ita_desktop.domain.instrument_file import parse
    from ita_desktop.services.instruments import instrument_text, known_years

    years = known_years()
    _expect(years, "no instrument")
    for year in years:
        _expect(parse(instrument_text(year)).fiscal_year == year, f"{year} says another year")
    return ", ".join(map(str, years))


def office_file() -> str:
    """An office file is made, filled, closed and opened again."""
    from ita_desktop.services import sample
    from ita_desktop.services.workspace import open_file

    with tempfile.TemporaryDirectory(prefix="ita ทดสอบ ") as folder:
        path = Path(folder) / sample.FILE_NAME
        sample.make(path, clock.now).close()
        again = open_file(path, clock.now)
        try:
            level = again.results.result().level
            _expect(level is not None, "the sample office has no result")
            _expect(again.check() == (), "the file has faults")
        finally:
            again.close()
    return level.label if level else ""


def paper() -> str:
    """A paper is set, and its Thai text comes back out of the PDF as it was written."""
    from ita_desktop.services.papers import typeset_text

    with tempfile.TemporaryDirectory(prefix="ita-") as folder:
        text = Path(folder) / "ทดสอบ.md"
        text.write_text(HARD_WORDS, encoding="utf-8")
        data = typeset_text(text, clock.now(), "laksaman")
    _expect("".join(HARD_WORDS.split()) in _text_of(data), "the text of the PDF is not the text that was set")
    return f"{len(data):,} bytes"


def _text_of(pdf: bytes) -> str:
    """Read the text of a PDF of ours with one font, as a viewer copies it: codes through the font's own map.

    No library for reading PDF comes with the program; this much is enough to see that shaping, subset and map
    agree.
    """
    streams = [_unpacked(each) for each in re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL)]
    pairs = [pair for each in streams for pair in re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]+)>\n", each)]
    letters = {code: bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}
    drawn = b"".join(
        shown
        for each in streams
        if b"\nBT " in each
        for shown in re.findall(rb"<([0-9A-F]+)>", b" ".join(re.findall(rb"^.*T[jJ]$", each, re.MULTILINE)))
    )
    codes = [drawn[at : at + 4] for at in range(0, len(drawn), 4)]
    return "".join("".join(letters.get(code, "\ufffd") for code in codes).split())


def _unpacked(stream: bytes) -> bytes:
    """Return a stream's content; nothing for one that is packed otherwise."""
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return b""


def workbook() -> str:
    """A workbook is written and read back."""
    from ita_desktop.services import sample
    from ita_desktop.services.importing import ImportKind, write_template
    from ita_desktop.services.instruments import instrument_text

    with tempfile.TemporaryDirectory(prefix="ita-") as folder:
        path = Path(folder) / "oit.xlsx"
        write_template(ImportKind.OIT, instrument_text(sample.YEAR), path)
        workspace = sample.make(Path(folder) / "x.ita", clock.now)
        try:
            preview = workspace.importing.preview(ImportKind.OIT, path)
        finally:
            workspace.close()
    _expect(preview.unchanged == len(preview.rows) > 0, "the template reads back as something else")
    return f"{preview.unchanged} rows"


def nothing_of_the_workshop() -> str:
    """No tool of the workshop is needed."""
    loaded = [name for name in NOT_AT_RUN_TIME if name in sys.modules]
    _expect(not loaded, f"loaded: {', '.join(loaded)}")
    return ""


CHECKS: tuple[Callable[[], str], ...] = (
    versions,
    fonts,
    catalogues,
    instruments,
    office_file,
    paper,
    workbook,
    nothing_of_the_workshop,
)
