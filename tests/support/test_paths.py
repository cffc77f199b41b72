"""Promises of `support.paths`: resources are found however the program is installed, data stays out of it."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ita_desktop.support import paths

if TYPE_CHECKING:
    from types import ModuleType


def loaded_from(file: Path) -> ModuleType:
    """The module `paths` as it would be were it installed at `file`."""
    file.parent.mkdir(parents=True)
    shutil.copy(Path(paths.__file__), file)
    spec = importlib.util.spec_from_file_location("moved_paths", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_resources_are_found_in_the_source_tree() -> None:
    """The fonts are there when the program runs from its source."""
    assert paths.resource("fonts", "Sarabun-Regular.ttf").is_file()


def test_resources_are_found_inside_a_wheel(tmp_path: Path) -> None:
    """A wheel carries them within the package."""
    inside = tmp_path / "site-packages" / "ita_desktop" / "_resources"
    inside.mkdir(parents=True)
    assert inside == loaded_from(inside.parent / "support" / "paths.py").RESOURCES


def test_resources_are_found_beside_the_package_in_a_built_folder(tmp_path: Path) -> None:
    """A one-directory build keeps them beside the package, as the source tree does."""
    moved = loaded_from(tmp_path / "_internal" / "ita_desktop" / "support" / "paths.py")
    assert tmp_path / "_internal" / "resources" == moved.RESOURCES


def test_a_missing_resource_is_told_at_once() -> None:
    """An incomplete installation fails with the path that is missing."""
    with pytest.raises(FileNotFoundError, match="no-such-font"):
        paths.resource("fonts", "no-such-font.ttf")


@pytest.mark.parametrize("marked", [True, False])
def test_a_marked_frozen_program_keeps_its_data_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, marked: bool
) -> None:
    """Only the marker file beside the frozen program turns its folder into the place for data."""
    if marked:
        (tmp_path / paths.PORTABLE_MARKER).touch()
    monkeypatch.delenv("ITA_DESKTOP_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "system"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "system"))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "ita-desktop"))
    assert (paths.user_folder() == tmp_path / "data") is marked


def test_each_folder_of_the_user_exists_when_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Settings, log and backups lie in the chosen home and are made on first use."""
    monkeypatch.setenv("ITA_DESKTOP_HOME", str(tmp_path / "บ้าน"))
    for folder in (paths.settings_folder(), paths.log_folder(), paths.backup_folder()):
        assert folder.is_dir()
        assert folder.parent == tmp_path / "บ้าน"
