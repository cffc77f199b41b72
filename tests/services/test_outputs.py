"""Promises of files that a person asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_desktop.domain import problems
from ita_desktop.services import outputs
from ita_desktop.support import write_errors

if TYPE_CHECKING:
    from pathlib import Path

REFUSALS = {
    write_errors.DiskFullError: problems.DiskFull,
    write_errors.NotAllowedError: problems.ReadOnly,
    write_errors.NameNotPossibleError: problems.ReadOnly,
    write_errors.InUseError: problems.FileInUse,
    write_errors.DiskFaultError: problems.DeviceFailed,
    write_errors.ReadBackDiffersError: problems.DeviceFailed,
}


def test_what_was_asked_for_is_written(tmp_path: Path) -> None:
    """The bytes stand there, in the place of older ones."""
    path = tmp_path / "บันทึก.pdf"
    assert outputs.write_output(path, b"first") == path
    outputs.write_output(path, b"second")
    assert path.read_bytes() == b"second"


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    """The problem says which folder is not there."""
    folder = tmp_path / "ไม่มี"
    with pytest.raises(problems.FileMissing) as told:
        outputs.write_output(folder / "บันทึก.pdf", b"")
    assert told.value.path == folder


@pytest.mark.parametrize("refusal", REFUSALS, ids=lambda kind: kind.__name__)
def test_every_refusal_of_the_disk_has_its_problem(
    refusal: type[write_errors.WriteError], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Window and command line tell the same problem for the same error."""

    def refuse(path: Path, _data: bytes) -> None:
        raise refusal(path)

    monkeypatch.setattr(outputs, "write_bytes", refuse)
    with pytest.raises(problems.FileProblem) as told:
        outputs.write_output(tmp_path / "ผล.xlsx", b"")
    assert type(told.value) is REFUSALS[refusal]
