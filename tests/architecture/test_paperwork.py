"""Promises of the papers around the program: they are there, well formed and up to date."""

from __future__ import annotations

import importlib
import inspect
import json
import pkgutil
import re
from typing import TYPE_CHECKING

import click
import pytest

from dev import VERBS
from ita_desktop import __version__, cli
from ita_desktop.cli.main import PROGRAM_NAME
from ita_desktop.support.paths import RESOURCES
from tests.helpers.source import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SECTIONS = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
DOCUMENTED_IN = "README.md, docs/*.md"


def documentation() -> str:
    """All that a user or an engineer can read about the program."""
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    return "\n".join(page.read_text("utf-8") for page in pages if page.exists())


def test_the_changelog_is_well_formed() -> None:
    """Versions newest first, each with a date, each section one of Keep a Changelog's, none empty."""
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    versions = re.findall(r"^## \[(.+?)\](?: - (\S+))?$", text, re.MULTILINE)
    assert versions[0] == ("Unreleased", "")
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", day) for _, day in versions[1:])
    numbers = [tuple(map(int, number.split("."))) for number, _ in versions[1:]]
    assert numbers == sorted(numbers, reverse=True)
    assert set(re.findall(r"^### (.+)$", text, re.MULTILINE)) <= SECTIONS
    assert re.search(r"^(### .+\n+#|## .+\n+(## |$(?![\s\S])))", text, re.MULTILINE) is None, (
        "an empty heading"
    )
    assert not versions[1:] or versions[1][0] == __version__, "the newest version here is the program's own"


BROUGHT = [
    "fonts/Laksaman-LICENCE.txt",
    "fonts/Laksaman.ttf",
    "fonts/Sarabun-OFL.txt",
    "fonts/Sarabun-Regular.ttf",
    "i18n/en/LC_MESSAGES/ita_desktop.mo",
    "i18n/qt_th.json",
    "instruments/2564.json",
    "instruments/2568.json",
]


@pytest.mark.parametrize("needed", BROUGHT)
def test_what_the_program_brings_is_there(needed: str) -> None:
    """Fonts with their licences, catalogues and instruments lie where the program looks for them."""
    assert (RESOURCES / needed).stat().st_size > 0


@pytest.mark.parametrize("path", sorted(RESOURCES.rglob("*.json")), ids=lambda path: path.name)
def test_what_is_json_can_be_read(path: Path) -> None:
    """No data file is broken, and none names a key twice, for the second would silence the first."""

    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        keys = [key for key, _ in pairs]
        assert len(keys) == len(set(keys)), f"a key stands twice among {keys}"
        return dict(pairs)

    assert json.loads(path.read_text("utf-8"), object_pairs_hook=once)


def commands() -> Iterator[tuple[str, click.Command]]:
    """Every command of the program as it is typed, wherever in `cli` its group stands."""
    modules = pkgutil.walk_packages(cli.__path__, "ita_desktop.cli.")
    for module in [importlib.import_module(found.name) for found in modules]:
        for _, group in inspect.getmembers(module, lambda value: isinstance(value, click.Group)):
            above = "" if group.name == PROGRAM_NAME else f"{group.name} "
            shown = ((name, command) for name, command in group.commands.items() if not command.hidden)
            yield from ((above + name, command) for name, command in shown)


def is_told(name: str, text: str) -> bool:
    """Tell whether a command stands in a text; of a group's commands several may stand as `a|b|c`."""
    *above, last = name.split(" ")
    before = "".join(rf"(?:[\w-]+ )?{each} " for each in above)
    return re.search(rf"ita-desktop {before}(?:[\w-]+\|)*{last}\b", text) is not None


def test_every_command_is_documented() -> None:
    """What can be typed can be looked up: each command and each option stands in the documentation."""
    text, known = documentation(), dict(commands())
    assert known, "the command line has no click group any more: this test looks at nothing"
    for name, command in sorted(known.items()):
        assert is_told(name, text), f"tell about `ita-desktop {name}` in {DOCUMENTED_IN}"
        options = [option for parameter in command.params for option in parameter.opts if option[:2] == "--"]
        missing = [option for option in options if option not in text]
        assert missing == [], f"tell about {missing} of `ita-desktop {name}` in {DOCUMENTED_IN}"


def test_every_verb_of_the_workshop_is_documented() -> None:
    """CONTRIBUTING names each verb of dev.py."""
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    assert [verb for verb in VERBS if f"dev.py {verb}" not in text] == []
