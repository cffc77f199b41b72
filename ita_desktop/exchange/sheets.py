"""A workbook file as plain rows of cells: guarded on the way in, streamed, no more than what is filled.

openpyxl opens the workbook and knows its strings and styles, but its sheet object is not used for strangers'
files: it makes one object for every cell of a merged range, and a merged range may be the whole sheet,
seventeen thousand million cells. `sheet_xml` keeps only what has a value, and tells merged ranges as ranges.
"""

from __future__ import annotations

import warnings
import zipfile
from typing import TYPE_CHECKING, Any, NoReturn

from openpyxl import load_workbook

from ita_desktop.domain.problems import (
    CellFault,
    CellProblem,
    DeviceFailed,
    FileMissing,
    ReadOnly,
    WorkbookRefused,
)
from ita_desktop.domain.progress import unwatched
from ita_desktop.domain.roster_problems import Stopped
from ita_desktop.exchange.csv_sheets import is_csv, read_csv
from ita_desktop.exchange.sheet_rows import MOST_BYTES, MOST_ROWS, Sheet
from ita_desktop.exchange.sheet_xml import CellReader, SheetParser, TooManyRowsError
from ita_desktop.exchange.zip_guard import ZipFault, ZipLimits, ZipRefusedError, check_bounds

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

    from ita_desktop.domain.progress import Watch

LIMITS = ZipLimits(files=5_000, total=400_000_000, ratio=250)
"""100 000 answers of 40 columns are some 150 MB unpacked; a million empty formatted rows some 100 MB."""

MOST_STRINGS, MOST_SHEETS = 100_000_000, 100
SHARED_STRINGS = "xl/sharedStrings.xml"
OLE_HEADER = bytes.fromhex("d0cf11e0a1b11ae1")
ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")


def read_sheets(path: Path, watch: Watch = unwatched) -> tuple[Sheet, ...]:
    """Read every sheet of a workbook; a CSV file is one sheet of its own name. Stopped, if `watch` says so.

    Raises:
        FileMissing, ReadOnly, DeviceFailed: the file cannot be read.
        WorkbookRefused: it is no workbook, needs a password, or holds more than any office's workbook does.
    """
    try:
        with path.open("rb") as stream:
            if is_csv(path):
                return (read_csv(path, stream.read(MOST_BYTES + 1), watch),)
            _check(path, stream)
            stream.seek(0)
            return _read(path, stream, watch)
    except (FileNotFoundError, IsADirectoryError) as error:
        raise FileMissing(path) from error
    except PermissionError as error:
        raise (FileMissing if path.is_dir() else ReadOnly)(path) from error
    except OSError as error:
        raise DeviceFailed(path) from error


def _refuse(path: Path, fault: CellFault, value: str = "", expected: str = "") -> NoReturn:
    """Refuse the whole file."""
    raise WorkbookRefused(path, (CellProblem("", "", fault, value, expected),))


def _check(path: Path, stream: BinaryIO) -> None:
    """Tell a workbook from what only looks like one, before anything is unpacked."""
    head = stream.read(len(OLE_HEADER))
    if head == OLE_HEADER:
        _refuse_ole(path, stream)
    if stream.seek(0, 2) > MOST_BYTES:
        _refuse(path, CellFault.TOO_LARGE)
    try:
        with zipfile.ZipFile(stream) as archive:
            _check_zip(path, archive)
    except ZipRefusedError as error:
        _refuse(path, _fault_of(error.fault), error.name)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError) as error:
        raise WorkbookRefused(path, (CellProblem("", "", CellFault.NOT_A_WORKBOOK),)) from error


def _refuse_ole(path: Path, stream: BinaryIO) -> NoReturn:
    """Say of a compound file whether it is a workbook under a password or one of Excel 97 to 2003."""
    body = stream.read(MOST_BYTES)
    if ENCRYPTED_STREAM in body:
        _refuse(path, CellFault.PASSWORD)
    _refuse(path, CellFault.NOT_A_WORKBOOK, ".xls", ".xlsx")


def _check_zip(path: Path, archive: zipfile.ZipFile) -> None:
    """Look at the table of contents."""
    check_bounds(archive, LIMITS)
    names = {entry.filename: entry.file_size for entry in archive.infolist()}
    if "xl/workbook.bin" in names:
        _refuse(path, CellFault.NOT_A_WORKBOOK, ".xlsb", ".xlsx")
    if "content.xml" in names and "mimetype" in names:
        _refuse(path, CellFault.NOT_A_WORKBOOK, ".ods", ".xlsx")
    if "[Content_Types].xml" not in names:
        _refuse(path, CellFault.NOT_A_WORKBOOK, ".zip", ".xlsx")
    if names.get(SHARED_STRINGS, 0) > MOST_STRINGS:
        _refuse(path, CellFault.TOO_LARGE, SHARED_STRINGS)


def _fault_of(fault: ZipFault) -> CellFault:
    """Return what a fault of the zip means to who sent a workbook."""
    if fault is ZipFault.ENCRYPTED:
        return CellFault.PASSWORD
    if fault in {ZipFault.TOO_LARGE, ZipFault.TOO_MANY, ZipFault.BOMB}:
        return CellFault.TOO_LARGE
    return CellFault.NOT_A_WORKBOOK


def _read(path: Path, stream: BinaryIO, watch: Watch) -> tuple[Sheet, ...]:
    """Parse the workbook. openpyxl fails in as many ways as a file can be broken: each means the same."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it warns of every extension of Excel that it does not keep
            return _parse(path, stream, watch)
    except (WorkbookRefused, Stopped):
        raise
    except OSError as error:
        if error.errno is not None:
            raise
        raise WorkbookRefused(path, (CellProblem("", "", CellFault.NOT_A_WORKBOOK),)) from error
    except Exception as error:  # a broken or hostile file, not a bug of ours: nothing was kept
        raise WorkbookRefused(path, (CellProblem("", "", CellFault.NOT_A_WORKBOOK),)) from error


def _parse(path: Path, stream: BinaryIO, watch: Watch) -> tuple[Sheet, ...]:
    """Read all sheets; charts on sheets of their own hold no cells."""
    book = load_workbook(stream, read_only=True, keep_links=False)
    sheets: list[Any] = list(book.worksheets)
    if len(sheets) > MOST_SHEETS:
        _refuse(path, CellFault.TOO_LARGE, str(len(sheets)))
    return tuple(_sheet(path, book, sheet, watch) for sheet in sheets)


def _sheet(path: Path, book: Any, sheet: Any, watch: Watch) -> Sheet:  # noqa: ANN401 - openpyxl has no names for them
    """Read one sheet to its end: what is merged stands after the rows."""
    cells = CellReader(
        sheet._shared_strings,  # noqa: SLF001 - the one way to a sheet's strings and stream
        book.epoch,
        frozenset(book._date_formats),  # noqa: SLF001
        frozenset(book._timedelta_formats),  # noqa: SLF001
    )
    parser = SheetParser(cells, MOST_ROWS, watch)
    try:
        with sheet._get_source() as source:  # noqa: SLF001
            parser.read(source)
    except TooManyRowsError:
        _refuse(path, CellFault.TOO_LARGE, sheet.title)
    return Sheet(sheet.title, tuple(parser.rows), tuple(parser.areas), sheet.sheet_state != "visible")
