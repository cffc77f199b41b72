"""The command line itself: exit codes, languages, help, what opens the window."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ita_desktop import __version__, app
from ita_desktop.cli import lists
from ita_desktop.cli.main import group

if TYPE_CHECKING:
    from tests.cli.conftest import CommandLine
    from tests.helpers.logwatch import LogWatch

THAI = range(0x0E00, 0x0E80)


def has_thai(text: str) -> bool:
    """Tell whether a text holds a Thai letter."""
    return any(ord(char) in THAI for char in text)


def program(*words: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "ita_desktop", *words],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, **environment},
        cwd=Path(__file__).parents[2],
    )


def test_without_a_word_the_window_opens(ita: CommandLine) -> None:
    """A double click on the program's icon."""
    assert ita().code == 0
    assert ita.windows == [None]


def test_a_file_alone_opens_in_the_window(ita: CommandLine, office: Path) -> None:
    """A double click on an office file."""
    assert ita(office).code == 0
    assert ita.windows == [office]


def test_the_program_puts_the_real_window_below_the_commands(
    monkeypatch: pytest.MonkeyPatch, office: Path
) -> None:
    """What `app` hands down is the window itself, and its exit code is the program's."""
    shown: list[Path | None] = []

    def run(path: Path | None) -> int:
        shown.append(path)
        return 7

    monkeypatch.setattr("ita_desktop.ui.application.run", run)
    assert app.run_command_line([str(office)]) == 7
    assert app.run_command_line([]) == 7
    assert shown == [office, None]


def test_a_missing_file_is_the_windows_to_tell(ita: CommandLine, tmp_path: Path) -> None:
    """A name that ends in .ita is a file even where there is none: the window says so kindly."""
    assert ita("หาย.ita").code == 0
    assert ita.windows == [Path("หาย.ita")]


def test_a_mistyped_command_is_wrong_usage(ita: CommandLine) -> None:
    """It is told as such, in Thai, with where to read on."""
    ended = ita("scroe")
    assert ended.code == 2
    assert "ไม่มีคำสั่ง “scroe”" in ended.err
    assert "--help" in ended.err
    assert ita.windows == []


@pytest.mark.parametrize(
    "words",
    [
        ["score"],
        ["list", "a.ita", "everything"],
        ["list", "a.ita", "oit", "--yaml"],
        ["new", "a.ita", "--year", "2568"],
        ["new", "a.ita", "--office", "ก"],
        ["new", "a.ita", "--office", "ก", "--year", "2568", "--instrument", "x.json"],
        ["new", "a.ita", "--office", "ก", "--year", "ปีนี้"],
        ["new", "a.ita", "--office", "  ", "--year", "2568"],
        ["new", "a.txt", "--office", "ก", "--year", "2568"],
        ["template", "answers"],
        ["template", "answers", "-o", "a.ita"],
        ["template", "results", "-o", "a.xlsx"],
        ["print", "a.ita", "memo"],
        ["print", "a.ita", "memo", "-o", "a.ita"],
        ["typeset", "a.md", "-o", "a.ita"],
        ["typeset", "a.md", "-o", "a.pdf", "--font", "comic"],
        ["export", "a.ita"],
        ["--lang", "fr", "score", "a.ita"],
        ["score", "a.ita", "b.ita"],
    ],
)
def test_wrong_usage_ends_with_2(
    ita: CommandLine, words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A script can tell its own slip from a problem with the data; nothing is written."""
    monkeypatch.chdir(tmp_path)
    ended = ita(*words)
    assert ended.code == 2
    assert ended.err
    assert ended.out == ""
    assert list(tmp_path.iterdir()) == []


def test_help_is_thai_and_english(ita: CommandLine) -> None:
    """The help speaks the user's language, for each command."""
    assert "สร้างแฟ้ม" in ita("--help").out
    for name in group.commands:
        assert has_thai(ita(name, "--help").out)
        ended = ita("--lang", "en", name, "--help")
        assert ended.code == 0
        assert not has_thai(ended.out), ended.out
    assert not has_thai(ita("--lang", "en", "--help").out)


def test_help_names_what_can_be_listed(ita: CommandLine) -> None:
    """Nobody has to guess the words."""
    shown = " ".join(ita("list", "--help").out.split())
    assert all(name in shown for name in lists.NAMES)


def test_the_language_comes_from_the_environment(ita: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    """ITA_LANG sets it for a whole script; --lang wins."""
    monkeypatch.setenv("ITA_LANG", "en")
    assert not has_thai(ita("--help").out)
    assert has_thai(ita("--lang", "th", "--help").out)


def test_the_version_is_told(ita: CommandLine) -> None:
    """For the telephone call with support."""
    assert ita("--version").out.strip() == f"ITA Desktop {__version__}"


def test_the_self_test_is_run_when_asked(ita: CommandLine) -> None:
    """`--self-test` is the build's gate."""
    assert ita("--self-test").code == 0
    assert ita.self_tests == 1


def test_an_unexpected_error_ends_in_a_kind_sentence(
    ita: CommandLine, office: Path, monkeypatch: pytest.MonkeyPatch, log_watch: LogWatch
) -> None:
    """No traceback before a user; the log has it."""

    def fail(*_: object) -> None:
        raise RuntimeError("planted")

    monkeypatch.setattr("ita_desktop.services.workspace.open_file", fail)
    with log_watch.expecting("a command failed"):
        ended = ita("score", office)
    assert ended.code == 1
    assert "ข้อมูลที่บันทึกไว้ยังอยู่ครบ" in ended.err
    assert "planted" not in ended.err + ended.out


def test_a_reader_that_stops_reading_is_no_problem(
    ita: CommandLine, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`ita-desktop list … | head` ends quietly."""

    def fail(*_: object, **__: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("ita_desktop.cli.scores.click.echo", fail)
    assert ita("score", office).code == 0


def test_the_program_runs_as_a_process(office: Path) -> None:
    """The real thing: exit code, UTF-8 whatever the locale, nothing on stderr."""
    ended = program("score", office, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert ended.stderr == ""
    assert ended.returncode == 0
    assert "เทศบาลตำบลตัวอย่าง" in ended.stdout


def test_a_problem_of_a_process_ends_with_1(tmp_path: Path) -> None:
    """Told on stderr, with nothing on stdout."""
    ended = program("score", tmp_path / "หาย.ita")
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert len(ended.stderr.strip().splitlines()) == 1


def test_the_start_imports_nothing_heavy() -> None:
    """`--help` must not wait for Qt, SQL, PDF or Excel."""
    heavy = ["PySide6", "sqlalchemy", "reportlab", "openpyxl", "bagit", "uharfbuzz"]
    code = (
        "import sys; from ita_desktop.app import run_command_line; run_command_line(['--version']);"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        encoding="utf-8",
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert ended.stdout.splitlines()[-1] == "[]"
