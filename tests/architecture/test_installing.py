"""Promises of what is handed out, made and tried as a user would: the wheel, the folder without Python.

Minutes long, and they need a package index: `python3 dev.py long` runs them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from tests.helpers.source import ROOT

KEPT = shutil.ignore_patterns("build", "dist", ".*", "__pycache__")
PLACE = "งาน ITA ๒๕๖๘"
"""A Thai name with a space: where clerks put things."""

pytestmark = pytest.mark.long


def run(*command: str | Path, folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command that must succeed, without the paths of this test run."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    env |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1", **more}
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The source in a folder with a Thai name; nothing that was built comes along."""
    return shutil.copytree(ROOT, tmp_path / PLACE, ignore=KEPT)


def test_the_wheel_is_whole_in_a_fresh_environment(copy: Path, tmp_path: Path) -> None:
    """Installed from the wheel alone, the program on the path tests itself with the resources inside it."""
    run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", copy / "dist", ".", folder=copy)
    wheel = next((copy / "dist").glob("*.whl"))
    fresh = tmp_path / "fresh"
    run(sys.executable, "-m", "venv", fresh, folder=tmp_path)
    scripts = fresh / ("Scripts" if os.name == "nt" else "bin")
    run(scripts / "python", "-m", "pip", "install", "-q", "--no-deps", wheel, folder=tmp_path)
    site = sysconfig.get_path("purelib", vars={"base": str(fresh), "platbase": str(fresh)})
    # What it depends on is taken from here: the lock file, not this test, says which versions those are.
    (Path(site) / "dependencies.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    shutil.rmtree(copy)
    told = run(
        scripts / "ita-desktop", "--self-test", folder=tmp_path, ITA_DESKTOP_HOME=str(tmp_path / "home")
    )
    assert "FAILED" not in told.stdout
    assert told.stderr == ""


def test_the_folder_without_python_tests_itself(copy: Path) -> None:
    """`dev.py dist` builds it, has it test itself with nothing on stderr, and packs the portable form."""
    run(sys.executable, "dev.py", "dist", folder=copy, ITA_DESKTOP_HOME=str(copy / "home"))
    portable = next((copy / "dist").glob("*-portable.zip"))
    with zipfile.ZipFile(portable) as archive:
        names = archive.namelist()
    assert any(name.endswith("/portable") for name in names)
    assert not [name for name in names if "/babel/" in name or "/pytest/" in name]
    assert any("_internal/resources/help/th/start.md" in name for name in names)
