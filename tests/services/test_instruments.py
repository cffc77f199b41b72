"""Instruments that come with the program, and files that claim to be one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ita_desktop.domain.problems import (
    FileMissing,
    InstrumentConflict,
    InstrumentDoesNotFit,
    InstrumentInvalid,
    InstrumentUnknown,
)
from ita_desktop.services.instruments import LONGEST, instrument_text, known_years, read_instrument_file

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.services.workspace import Workspace


def test_the_known_years_come_with_the_program() -> None:
    """2568 and 2564, newest first; another year is told with those that are known."""
    assert known_years()[:2] == (2568, 2564)
    with pytest.raises(InstrumentUnknown) as caught:
        instrument_text(2599)
    assert caught.value.known == known_years()


@pytest.mark.parametrize("content", [b"\xff\xfe\x00binary", b" " * (LONGEST + 1)])
def test_a_file_that_is_no_text_or_endless_is_refused(tmp_path: Path, content: bytes) -> None:
    """Before anything tries to understand it."""
    path = tmp_path / "แปลก.json"
    path.write_bytes(content)
    with pytest.raises(InstrumentInvalid):
        read_instrument_file(path)


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    """Both are told as a file that is not there."""
    for path in (tmp_path, tmp_path / "ไม่มี.json"):
        with pytest.raises(FileMissing):
            read_instrument_file(path)


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    """Notepad writes one."""
    path = tmp_path / "2568.json"
    path.write_text(instrument_text(2568), encoding="utf-8-sig")
    assert read_instrument_file(path) == instrument_text(2568)


def test_an_older_revision_does_not_replace_a_newer_one(office: Workspace) -> None:
    """A stick that arrives late changes nothing."""
    text = instrument_text(2568)
    assert '"revision": 1' in text
    office.settings.change_instrument(text.replace('"revision": 1', '"revision": 3'))
    with pytest.raises(InstrumentDoesNotFit) as caught:
        office.settings.change_instrument(text.replace('"revision": 1', '"revision": 2'))
    assert caught.value.conflict is InstrumentConflict.OLDER


def test_a_correction_that_would_move_answered_questions_is_refused(office: Workspace) -> None:
    """While answers are in, the form's columns stay; another part's choices may still change."""
    form = office.entry.begin("IIT")
    office.entry.finish(replace(form.draft, line="1" * len(form.form)))
    text = instrument_text(2568)
    with pytest.raises(InstrumentDoesNotFit) as caught:
        office.settings.change_instrument(text.replace('"code": "i1"', '"code": "i1x"'))
    assert (caught.value.conflict, caught.value.kept) == (InstrumentConflict.FORM_CHANGED, "IIT")
    office.settings.change_instrument(text.replace('"code": "e1"', '"code": "e1x"'))
