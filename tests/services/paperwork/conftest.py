"""An open office file with people who can sign."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.helpers.offices import new_workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ita_desktop.services.paperwork.paperwork import Paperwork
    from ita_desktop.services.workspace import Workspace


@pytest.fixture
def town(empty_folder: Path) -> Iterator[Workspace]:
    """An office file whose office has a signer and a document code; its clock at 9 May 2025."""
    made = new_workspace(empty_folder)
    office = made.settings.office()
    made.settings.change_office(
        replace(
            office,
            document_code="ตย 52301",
            division="กองยุทธศาสตร์และงบประมาณ",
            signer_name="นางสาวตัวอย่าง รักงาน",
            signer_position="ปลัดเทศบาลตำบลตัวอย่าง",
        )
    )
    yield made
    made.close()


@pytest.fixture
def desk(town: Workspace) -> Paperwork:
    """The services of papers."""
    return town.paperwork
