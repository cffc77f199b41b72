"""The short form of `benchmarks/fuzz_package.py`: spoiled packages are refused or read rightly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks.fuzz_package import SLOWEST, SPOILERS, fuzz

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("seed", [1, 2])
def test_spoiled_packages_break_nothing(seed: int, tmp_path: Path) -> None:
    """Each ends with a reason or as what it was; the office file and the folders are as before."""
    tally = fuzz(300, seed, tmp_path)
    assert tally.broken == []
    assert tally.slowest < SLOWEST
    ended = {end.split(":")[0] for end in tally.ends}
    assert set(SPOILERS) <= ended
    assert tally.ends["sound: read"] > 0
    assert tally.ends["sealed: read"] > 0


@pytest.mark.long
def test_ten_thousand_spoiled_packages_break_nothing(tmp_path: Path) -> None:
    """The same, as many as the issue asks for."""
    assert fuzz(10_000, 2568, tmp_path).broken == []
