"""Promises about the libraries that an office gets: each pinned with hashes, its licence known and listed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from packaging.utils import canonicalize_name

from tests.helpers import parts

if TYPE_CHECKING:
    from pathlib import Path


def test_the_page_of_licences_is_what_is_installed() -> None:
    """After a change of the lock file: `python3 dev.py licences`."""
    assert parts.PAGE.read_text("utf-8") == parts.page(), "run: python3 dev.py licences"


def test_every_part_is_pinned_by_its_hash() -> None:
    """What is installed is what was looked at."""
    pinned = dict(parts._pinned())
    for part in parts.parts():
        assert "--hash=sha256:" in pinned[canonicalize_name(part.name)], part.name


def test_the_bill_of_materials_names_every_part(tmp_path: Path) -> None:
    """CycloneDX, with version and hashes."""
    target = tmp_path / "bom.json"
    parts.write_bom(target)
    found = json.loads(target.read_text("utf-8"))
    assert found["bomFormat"] == "CycloneDX"
    named = {canonicalize_name(each["name"]): each["version"] for each in found["components"]}
    assert named == {canonicalize_name(each.name): each.version for each in parts.parts()}
