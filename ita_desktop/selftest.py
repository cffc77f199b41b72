"""`ita-desktop --self-test`: what an installation must prove before it may be used, or a build be released.

Thin but real: it makes an office file, copies and restores it, sets every kind of paper and reads its text
back, shows the window where nobody sees it, loads the fonts, catalogues, guide and instruments that came with
the program, and says which versions it runs on. A support call begins with its output.
"""

from __future__ import annotations

import os
import platform
import re
import sqlite3
import sys
import tempfile
from contextlib import closing, suppress
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from ita_desktop import __version__
from ita_desktop.support import clock
from ita_desktop.support.language import LANGUAGES, current_language, set_language, tr
from ita_desktop.support.paths import resource

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QCoreApplication

LIBRARIES = (
    "PySide6-Essentials", "SQLAlchemy", "reportlab", "uharfbuzz", "nlpo3", "openpyxl", "bagit", "click",
    "pypdfium2", "python-docx", "pyrage", "PyNaCl", "segno", "argon2-cffi", "sqlcipher3",
)  # fmt: skip
FONTS = ("Laksaman.ttf", "Laksaman-Bold.ttf", "Sarabun-Regular.ttf", "Sarabun-Bold.ttf")
NOT_AT_RUN_TIME = ("babel", "pytest", "hypothesis")
"""Tools of the workshop: a build that carries them is too big, and hides what is missing at a user's."""


HARD_WORDS = "ที่ ปี่ น้ำ ญู ฐุ กฎ ผู้ให้ถ้อยคำ ๒๕๖๘"
"""Marks on marks, a letter that loses its foot, สระอำ, Thai digits: what goes wrong first."""


THAI = re.compile("[ก-ฮ]")
LEAST_LETTERS = 20


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


def guide() -> str:
    """The guide is there in every language."""
    from ita_desktop.ui.help.topics import ORDER

    for language in LANGUAGES:
        for name in ORDER:
            text = resource("help", language, f"{name}.md").read_text("utf-8")
            _expect(text.startswith("# "), f"{language}/{name}.md has no heading")
    return f"{len(ORDER)} parts"


def office_file() -> str:
    """An office file is made, filled, copied, closed, restored and opened again."""
    from ita_desktop.services import restoring, safekeeping, sample
    from ita_desktop.services.workspace import open_file

    with tempfile.TemporaryDirectory(prefix="ita ทดสอบ ") as folder:
        path = Path(folder) / sample.FILE_NAME
        made = sample.make(path, clock.now)
        copy = safekeeping.copy_into(made, Path(folder), clock.now())
        made.close()
        path.unlink()
        restoring.restore(copy.path, path, clock.now())
        again = open_file(path, clock.now)
        try:
            level = again.results.result().level
            _expect(level is not None, "the sample office has no result")
            _expect(again.check() == (), "the file has faults")
        finally:
            again.close()
    return level.label if level else ""


def papers() -> str:
    """Every kind of paper is set, and reads as Thai."""
    from ita_desktop.domain.problems import Problem
    from ita_desktop.services import sample

    kinds: list[str] = []
    with tempfile.TemporaryDirectory(prefix="ita-") as folder:
        workspace = sample.make(Path(folder) / "x.ita", clock.now)
        try:
            for kind in workspace.printing.kinds():
                with suppress(Problem):  # the sample has nothing for it, and it says what
                    text = _text_of(workspace.printing.render(kind.code))
                    _expect(len(THAI.findall(text)) > LEAST_LETTERS, f"{kind.code} has no Thai text")
                    _expect("\ufffd" not in text, f"{kind.code} has letters that cannot be read back")
                    kinds.append(kind.code)
        finally:
            workspace.close()
    _expect({"memo", "report"} <= {*kinds}, "the year's own papers are missing")
    return f"{len(kinds)} kinds"


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
    """Read the text of a paper as a viewer copies it, without spaces and line ends."""
    import pypdfium2

    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return "".join("".join(page.get_textpage().get_text_range() for page in document).split())


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


def window() -> str:
    """The window shows the sample office, where nobody sees it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    told: list[str] = []
    before = qInstallMessageHandler(lambda _kind, _where, words: told.append(words))
    try:
        application = QApplication.instance() or QApplication(sys.argv[:1])
        size = _window_on_the_sample(application)
    finally:
        qInstallMessageHandler(before)
    unexpected = [words for words in told if "This plugin does not support" not in words]
    _expect(not unexpected, f"Qt says: {unexpected}")
    return size


def _window_on_the_sample(application: QCoreApplication) -> str:
    """Open the sample office in the main window, let every tab fill, and return how large it was."""
    from ita_desktop.services import sample
    from ita_desktop.ui import theme
    from ita_desktop.ui.main_window import MainWindow
    from ita_desktop.ui.tabs import TABS
    from ita_desktop.ui.tasks import TaskRunner
    from ita_desktop.ui.user_settings import UserSettings

    theme.apply(application)  # type: ignore[arg-type]  # the program makes no other kind
    tasks = TaskRunner()
    with tempfile.TemporaryDirectory(prefix="ita-") as folder:
        workspace = sample.make(Path(folder) / "x.ita", clock.now)
        try:
            main = MainWindow(workspace, tasks, UserSettings())
            main.show()
            for entry in TABS:
                main.open_tab(entry.tab)
                tasks.wait_idle()
            _expect(main.isVisible() and not main.grab().isNull(), "the window is not seen")
            size = f"{main.width()} x {main.height()}, {len(TABS)} tabs"
            main.hide()
            tasks.stop()
        finally:
            workspace.close()
    return size


def nothing_of_the_workshop() -> str:
    """No tool of the workshop is needed."""
    loaded = [name for name in NOT_AT_RUN_TIME if name in sys.modules]
    _expect(not loaded, f"loaded: {', '.join(loaded)}")
    if getattr(sys, "frozen", False):
        packed = [name for name in NOT_AT_RUN_TIME if find_spec(name) is not None]
        _expect(not packed, f"packed: {', '.join(packed)}")
    return ""


def sealed_file() -> str:
    """A file is encrypted, opened with its password, and cannot be read without it."""
    from ita_desktop.services import sample, workspace
    from ita_desktop.services.accounts import sealing

    with tempfile.TemporaryDirectory(prefix="ita ทดสอบ ") as folder:
        made = sample.make(Path(folder) / sample.FILE_NAME, clock.now)
        made.accounts.protect("ทดสอบ", HARD_WORDS)
        order = sealing.order(made.session, to_sealed=True)
        made.close()
        sealing.turn(order)
        _expect(b"questionnaire" not in order.path.read_bytes(), "an encrypted file can be read")
        workspace.open_file(order.path, clock.now, order.key).close()
    return "SQLCipher, Argon2id"


CHECKS: tuple[Callable[[], str], ...] = (
    versions,
    fonts,
    catalogues,
    guide,
    instruments,
    office_file,
    sealed_file,
    paper,
    papers,
    workbook,
    window,
    nothing_of_the_workshop,
)
