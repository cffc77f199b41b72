"""Promises of the floors: the contracts in pyproject.toml hold, and each of them can fail."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.helpers.source import PACKAGE, ROOT, SOURCES, name_of, tree_of

if TYPE_CHECKING:
    from pathlib import Path

LINT = "from importlinter.cli import lint_imports_command as check; check(['--no-logo', '--no-cache'])"
FLOORS = ("ui", "cli", "wording", "services", "models", "documents", "exchange", "domain", "support")
PLANTED = [  # (where, what is wrongly imported there, the contract that must break)
    ("services", "ita_desktop.ui", "Floors"),
    ("ui", "ita_desktop.cli", "Floors"),
    ("models", "ita_desktop.documents", "Floors"),
    ("domain", "ita_desktop.support", "Floors"),
    ("services", "ita_desktop.wording", "Floors"),
    ("new_floor", "json", "Floors"),
    ("ui", "ita_desktop.models", "The two faces"),
    ("cli", "ita_desktop.exchange", "The two faces"),
    ("domain", "time", "The domain is pure"),
    ("services", "PySide6.QtCore", "Qt lives"),
    ("services", "sqlalchemy", "SQL lives"),
    ("cli", "sqlite3", "SQL lives"),
    ("exchange", "reportlab.pdfgen", "The page lives"),
    ("services", "openpyxl", "Workbooks and packages"),
    ("support", "babel", "Workshop tools"),
]


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the contracts of pyproject.toml over the package in `folder`."""
    return subprocess.run(
        [sys.executable, "-c", LINT], cwd=folder, capture_output=True, encoding="utf-8", check=False,
        env={"PYTHONPATH": str(folder), "PYTHONUTF8": "1", "COLUMNS": "200", "SYSTEMROOT": "C:\\Windows"},
    )  # fmt: skip


@pytest.fixture
def small_house(tmp_path: Path) -> Path:
    """A house of the same floors, each an empty room, under the same contracts."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for floor in ("", *FLOORS):
        room = tmp_path / "ita_desktop" / floor
        room.mkdir(exist_ok=True)
        (room / "__init__.py").write_text('"""A room."""\n')
    (tmp_path / "ita_desktop" / "domain" / "problems.py").write_text("import pathlib\n")
    return tmp_path


def test_the_program_keeps_its_contracts() -> None:
    """No floor imports what it may not."""
    told = lint(ROOT)
    assert told.returncode == 0, told.stdout + told.stderr


def test_an_orderly_house_keeps_all_contracts(small_house: Path) -> None:
    """The contracts do not fail by themselves, so that a planted import is what breaks them below."""
    told = lint(small_house)
    assert told.returncode == 0, told.stdout + told.stderr


@pytest.mark.parametrize(("room", "wrong", "contract"), PLANTED)
def test_a_planted_import_breaks_its_contract(
    small_house: Path, room: str, wrong: str, contract: str
) -> None:
    """Each contract catches what it is there for."""
    folder = small_house / "ita_desktop" / room
    folder.mkdir(exist_ok=True)
    (folder / "__init__.py").write_text(f"import {wrong}\n")
    told = lint(small_house)
    assert told.returncode == 1, told.stdout + told.stderr
    broken = [line for line in told.stdout.splitlines() if "BROKEN" in line]
    assert any(line.startswith(contract) for line in broken), told.stdout


def imported_by(path: Path) -> set[str]:
    """The top-level names that a module imports."""
    wanted: set[str] = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            wanted |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            wanted.add(node.module.split(".")[0])
    return wanted


def test_the_ground_floor_needs_the_standard_library_alone() -> None:
    """Domain and support import nothing that has to be installed."""
    ground = [path for path in SOURCES if path.relative_to(PACKAGE).parts[0] in {"domain", "support"}]
    allowed = {*sys.stdlib_module_names, "ita_desktop"}
    found = {name_of(path): imported_by(path) - allowed for path in ground}
    assert len(ground) > 10
    assert {name: strange for name, strange in found.items() if strange} == {}
