"""What tests of the command line share: running a line, and an office to run it on."""

from __future__ import annotations

import contextlib
import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from ita_desktop.cli.main import run
from ita_desktop.cli.program import Program
from ita_desktop.services import sample
from ita_desktop.support import clock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command line ended: its exit code and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - any JSON
        """What was written, as JSON."""
        return json.loads(self.out)


class CommandLine:
    """The program as a script sees it; windows that it would open are noted instead."""

    def __init__(self) -> None:
        self.windows: list[Path | None] = []
        self.self_tests = 0

    def __call__(self, *words: str | Path) -> Ended:
        """Run one command line."""
        out, err = io.StringIO(), io.StringIO()
        program = Program(self._open_window, self._self_test)
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = run([str(word) for word in words], program)
        return Ended(code, out.getvalue(), err.getvalue())

    def _open_window(self, path: Path | None) -> int:
        self.windows.append(path)
        return 0

    def _self_test(self) -> int:
        self.self_tests += 1
        return 0


@pytest.fixture
def ita() -> CommandLine:
    """The command line."""
    return CommandLine()


@pytest.fixture(scope="session")
def sample_bytes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The sample office's file, made once."""
    path = tmp_path_factory.mktemp("sample") / "sample.ita"
    sample.make(path, clock.now).close()
    return path.read_bytes()


@pytest.fixture
def office(empty_folder: Path, sample_bytes: bytes) -> Path:
    """A sample office of this test's own."""
    path = empty_folder / "ตัวอย่าง.ita"
    path.write_bytes(sample_bytes)
    return path


@pytest.fixture
def empty_office(ita: CommandLine, empty_folder: Path) -> Path:
    """A new office of 2568 without any data."""
    path = empty_folder / "ใหม่.ita"
    assert ita("new", path, "--office", "เทศบาลตำบลทดลอง", "--year", "2568").code == 0
    return path


@pytest.fixture
def unchanged() -> Callable[[Path], contextlib.AbstractContextManager[None]]:
    """Hold a folder to being byte for byte the same after a block."""

    @contextlib.contextmanager
    def watch(folder: Path) -> Any:  # noqa: ANN401 - a generator for contextlib
        before = _everything(folder)
        yield
        assert _everything(folder) == before

    return watch


def _everything(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder with its bytes."""
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
