"""The composition root: the one module that sees all floors and puts the program together.

Streams and log first, so that nothing after them can fail unheard; then the command line, which opens the
window where no command is given. What is heavy (Qt, PDF, Excel) is imported when it is first needed.
"""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ita_desktop.support.language import LANGUAGES, set_language
from ita_desktop.support.logs import replace_missing_streams, start_log

if TYPE_CHECKING:
    from collections.abc import Sequence


def start(arguments: Sequence[str]) -> int:
    """Run the program with what stands after its name on the command line; return its exit code."""
    replace_missing_streams()
    _speak_utf8()
    log = start_log()
    try:
        return run_command_line(arguments)
    finally:
        if log is not None:
            log.stop()


def run_command_line(arguments: Sequence[str]) -> int:
    """Hand the floors above the command line down to it, and run it.

    A start from the menu or by a double click names nothing or one file: it needs no command line at all.
    """
    if _names_nothing_but_a_file(arguments):
        speak_as_asked()
        return run_window(Path(arguments[0]) if arguments else None)
    from ita_desktop.cli.main import run
    from ita_desktop.cli.program import Program

    return run(arguments, Program(open_window=run_window, self_test=run_self_test))


def _names_nothing_but_a_file(arguments: Sequence[str]) -> bool:
    """Whether the window is wanted and nothing else."""
    return not arguments or (len(arguments) == 1 and arguments[0].lower().endswith(".ita"))


def speak_as_asked() -> None:
    """Speak the language that ITA_LANG names; Thai where it names none."""
    wanted = os.environ.get("ITA_LANG")
    set_language(next((language for language in LANGUAGES if language == wanted), LANGUAGES[0]))


def run_window(path: Path | None) -> int:
    """Show the window, on a file or on the welcome page; return the exit code at its end."""
    from ita_desktop.ui.application import run

    return run(path)


def run_self_test() -> int:
    """Prove that this installation works."""
    from ita_desktop.selftest import run

    return run()


def _speak_utf8() -> None:
    """Write Thai whatever the code page is: a redirected stream on Windows would refuse half of it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
