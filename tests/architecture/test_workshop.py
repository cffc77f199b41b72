"""Promises of the workshop: dev.py needs nothing, does nothing twice, tries again on a stumble."""

from __future__ import annotations

import ast
import importlib.util
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import dev
from tests.helpers.source import ROOT, tree_of

if TYPE_CHECKING:
    from pathlib import Path

LOCKS = sorted(ROOT.glob("requirements*.lock"))


@pytest.fixture
def venv(tmp_path: Path) -> dev.Venv:
    """An environment that seems to be installed, with its stamp."""
    made = dev.Venv(tmp_path / ".venv", tmp_path / "requirements.lock")
    made.lock.write_text("one==1\n")
    made.python.parent.mkdir(parents=True)
    made.python.touch()
    made.stamp.write_text(made.fingerprint(), "utf-8")
    return made


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The commands that dev.py would have started; each succeeds."""
    commands: list[str] = []

    def note(*command: str | Path, env: dict[str, str] | None = None) -> int:
        commands.append(" ".join(map(str, command)))
        return 0

    monkeypatch.setattr(dev, "status", note)
    return commands


def test_it_runs_before_anything_is_installed() -> None:
    """dev.py imports the standard library alone."""
    names = {
        name.split(".")[0]
        for node in ast.walk(tree_of(ROOT / "dev.py"))
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        )
    }  # fmt: skip
    assert names <= set(sys.stdlib_module_names)


def test_a_second_start_does_nothing(venv: dev.Venv, started: list[str]) -> None:
    """With a fitting stamp nothing is installed."""
    assert venv.ready() == venv.python
    assert started == []


def test_a_changed_lock_file_is_installed(venv: dev.Venv, started: list[str]) -> None:
    """A new pin renews the environment by hash, and the stamp then fits."""
    venv.lock.write_text("one==2\n")
    venv.ready()
    assert any("--require-hashes" in command for command in started)
    started.clear()
    venv.ready()
    assert started == []


def test_without_ensurepip_the_environment_is_filled_from_outside(
    venv: dev.Venv, started: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Debian's bare Python has no ensurepip: the pip beside it does the work."""
    venv.stamp.unlink()
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    venv.ready()
    assert any("--without-pip" in command for command in started)
    assert f"{sys.executable} -m pip" in started[-1]
    assert f"--python {venv.python}" in started[-1]


@pytest.mark.parametrize(("failures", "ends_well"), [(0, True), (2, True), (3, False)])
def test_a_stumbling_network_is_tried_three_times(
    monkeypatch: pytest.MonkeyPatch, failures: int, ends_well: bool
) -> None:
    """Two stumbles are forgiven, a third ends with a sentence."""
    codes = iter([1] * failures + [0])
    monkeypatch.setattr(dev, "status", lambda *_, **__: next(codes))
    if ends_well:
        dev.again("fetch")
        assert list(codes) == []
    else:
        with pytest.raises(dev.Stop, match="fetch"):
            dev.again("fetch")


def test_a_package_that_was_renamed_is_not_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Newer Debian writes libglib2.0-0t64; a package that was removed but not purged is missing."""
    lines = [f"{name} installed" for name in dev.DEBIAN_PACKAGES if name not in {"libglib2.0-0", "libegl1"}]
    answer = "\n".join([*lines, "libglib2.0-0t64 installed", "libegl1 config-files"])
    monkeypatch.setattr(
        subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 1, stdout=answer, stderr="")
    )
    assert dev.missing_packages() == ["libegl1"]


def test_an_unknown_verb_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    """The verbs are shown, and the exit code says so."""
    assert dev.main(["fly"]) == 2
    shown = capsys.readouterr().err
    assert all(verb in shown for verb in dev.VERBS)


def test_arguments_after_the_dashes_go_to_pytest(
    started: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """`dev.py test -- -k memo` runs these tests alone; `dev.py test` checks everything first."""
    monkeypatch.setattr(dev, "ready", lambda: tmp_path / "python")
    assert dev.main(["test", "--", "-k", "memo"]) == 0
    assert [command.split(" -m ")[1] for command in started] == [f"pytest -n {dev.WORKERS} -k memo"]
    started.clear()
    dev.main(["test"])
    kinds = ["ruff check", "ruff format --check", "mypy", "importlinter", "pytest"]
    assert [kind for kind, command in zip(kinds, started, strict=True) if kind not in command] == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_lock_files_pin_all_by_hash_and_name_no_index(lock: Path) -> None:
    """Anyone can install them from the index of their own choice, and gets exactly these files."""
    text = lock.read_text("utf-8")
    pinned = [line for line in text.splitlines() if line and line[0].isalnum()]
    assert pinned
    assert all("==" in line and line.endswith("\\") for line in pinned)
    assert "://" not in text
    assert "--index" not in text
