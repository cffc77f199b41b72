"""An open office file for the services' tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.helpers.offices import new_workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ita_desktop.services.workspace import Workspace


@pytest.fixture
def office(empty_folder: Path) -> Iterator[Workspace]:
    """An empty office file of fiscal year 2568, its clock at 9 May 2025."""
    made = new_workspace(empty_folder)
    yield made
    made.close()
