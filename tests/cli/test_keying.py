"""`keying`: how the office keys, shown and set."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import CommandLine


def test_the_choices_are_shown_and_kept(ita: CommandLine, empty_office: Path) -> None:
    """What is not named stays as it is."""
    assert ita("keying", empty_office, "--json").json == {
        "order": "free", "figures": True, "percent": 10, "minimum": 10, "limit": 0.5,
    }  # fmt: skip
    ended = ita("keying", empty_office, "--order", "strict", "--limit", "1.5", "--figures", "off")
    assert ended.code == 0
    assert "ตามลำดับเคร่งครัด" in ended.out
    assert ita("keying", empty_office, "--json").json == {
        "order": "strict", "figures": False, "percent": 10, "minimum": 10, "limit": 1.5,
    }  # fmt: skip


def test_a_senseless_choice_is_told_and_nothing_is_kept(ita: CommandLine, empty_office: Path) -> None:
    """A limit that is no number is wrong usage; one above a hundred percent is a problem."""
    assert ita("keying", empty_office, "--limit", "มาก").code == 2
    ended = ita("keying", empty_office, "--percent", "500", "--order", "strict")
    assert ended.code == 1
    assert ended.err
    assert ita("keying", empty_office, "--json").json["order"] == "free"
