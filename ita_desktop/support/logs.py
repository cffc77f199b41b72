"""The log: one small rotating file, for the day when something goes wrong.

It tells what the program did, never about whom: names, telephone numbers and answers do not belong in it, for
a log is what people send by mail when they ask for help. Even of an error only its kind and its place are
kept, since the message of an error may quote what it choked on. Call `start_log()` before anything may log.
"""

from __future__ import annotations

import contextlib
import faulthandler
import logging
import os
import platform
import sys
import traceback
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from ita_desktop import __version__
from ita_desktop.support.paths import log_folder

if TYPE_CHECKING:
    from types import TracebackType

FILE_BYTES = 512 * 1024
OLD_FILES = 3
FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"

log = logging.getLogger(__name__)


class DiscreetFormatter(logging.Formatter):
    """Writes an error's kind and places without its message, which may quote a person's data."""

    def format(self, record: logging.LogRecord) -> str:
        """One entry; what another handler has already made of the error is not taken over."""
        kept, record.exc_text = record.exc_text, None
        try:
            return super().format(record)
        finally:
            record.exc_text = kept

    def formatException(  # noqa: N802 - the name that logging calls
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None],
    ) -> str:
        """The chain of errors, oldest first, as kinds and frames."""
        parts: list[str] = []
        error = ei[1]
        while error is not None:
            frames = "".join(traceback.format_tb(error.__traceback__))
            parts.append(f"{frames}{type(error).__module__}.{type(error).__qualname__}")
            error = error.__cause__ or error.__context__
        return "\n".join(reversed(parts))


class RollingFile(logging.FileHandler):
    """A file that moves away when it is full, and is written on while it cannot be moved.

    On Windows a second window of the program holds the same file open. Python's own rotating handler would
    then lose every line from the moment the file is full, and it brings the network library with it at start.
    """

    def __init__(self, path: Path, full_bytes: int, old_files: int) -> None:
        super().__init__(path, encoding="utf-8")
        self.full_bytes = full_bytes
        self._old_files = old_files

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line, in a fresh file where this one is full."""
        if self.stream is not None and self.stream.tell() >= self.full_bytes:
            self.stream.close()
            self._move_all()
            self.stream = self._open()
        super().emit(record)

    def _move_all(self) -> None:
        """Move the full file away and each older one a place further; the oldest goes."""
        full = self.baseFilename
        names = [full, *(f"{full}.{number + 1}" for number in range(self._old_files))]
        with contextlib.suppress(OSError):
            for newer, older in reversed([*pairwise(names)]):
                self.move(newer, older)

    def move(self, newer: str, older: str) -> None:
        """Give one file its next name; what has not come so far is skipped."""
        if Path(newer).exists():
            Path(newer).replace(older)


@dataclass(frozen=True, slots=True)
class Log:
    """A log that is being written: its file, and what must be put back when it ends."""

    path: Path
    handler: logging.Handler
    crash_file: TextIO

    def stop(self) -> None:
        """End the log, so that its file can be moved or removed."""
        faulthandler.disable()
        sys.excepthook = sys.__excepthook__
        logging.getLogger().removeHandler(self.handler)
        self.handler.close()
        self.crash_file.close()


def start_log(folder: Path | None = None) -> Log | None:
    """Begin the log in `folder` (the user's own by default).

    Returns None where no log can be written (a full or read-only disk): the program must start all the same.
    """
    replace_missing_streams()
    try:
        started = _open(folder or log_folder())
    except OSError:
        return None
    root = logging.getLogger()
    root.addHandler(started.handler)
    root.setLevel(logging.INFO)
    faulthandler.enable(started.crash_file)
    sys.excepthook = log_unexpected
    system = f"{platform.system()} {platform.release()} {platform.machine()}"  # platform() is slow
    log.info("ITA Desktop %s, Python %s, %s", __version__, platform.python_version(), system)
    return started


def _open(folder: Path) -> Log:
    """Open both files. A crash inside Qt has one of its own: the other moves away when it is full."""
    path = folder / "ita-desktop.log"
    handler = RollingFile(path, FILE_BYTES, OLD_FILES)
    handler.setFormatter(DiscreetFormatter(FORMAT))
    try:
        crash_file = (folder / "crash.log").open("a", encoding="utf-8")
    except OSError:
        handler.close()
        raise
    return Log(path, handler, crash_file)


def replace_missing_streams() -> None:
    """Give a windowed program streams that swallow: there they are None, and the first print would end it."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            swallowing = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - as long as the program
            setattr(sys, name, swallowing)


def log_unexpected(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """The program's `sys.excepthook`: log an error that nobody caught, then tell it as Python always does."""
    if not issubclass(kind, KeyboardInterrupt):
        log.critical("unexpected error", exc_info=(kind, error, trace))
    sys.__excepthook__(kind, error, trace)
