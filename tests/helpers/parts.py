"""What the program is made of: its libraries with their licences, and the bill of materials.

This is behind the verbs `licences` and `bom` of dev.py. Both begin from what pyproject.toml says that users
need, and follow what that needs in turn: the workshop's own tools are not in what an office gets.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "licences.md"
LOCK = ROOT / "requirements.lock"
OTHER_SYSTEMS: tuple[dict[str, str], ...] = (
    {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
    {},
)
CLASSIFIER = "License :: "
OSI = "OSI Approved :: "
IN_THEIR_FILES = {"pyrage": "MIT", "sqlcipher3": "Zlib"}
"""Licences that stand in a file of the library alone: read there once, by a person."""


@dataclass(frozen=True, slots=True)
class Part:
    """A library that an office gets. `needed_by`: empty for those that the program itself names."""

    name: str
    version: str
    licence: str
    needed_by: tuple[str, ...]


def parts() -> tuple[Part, ...]:
    """Every library that users get, by name."""
    needed_by: dict[str, set[str]] = {}
    queue = [(name, "") for name in _named()]
    while queue:
        name, by = queue.pop()
        known = name in needed_by
        needed_by.setdefault(name, set()).update({by} - {""})
        if not known:
            queue += [(each, name) for each in _needs(name)]
    return tuple(_part(name, by) for name, by in sorted(needed_by.items()))


def _named() -> list[str]:
    """What pyproject.toml says that the program needs."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return [canonicalize_name(Requirement(line).name) for line in project["dependencies"]]


def _needs(name: str) -> list[str]:
    """What a library needs in turn, here or on Windows, extras apart."""
    found: list[str] = []
    for line in metadata.requires(name) or ():
        requirement = Requirement(line)
        marker = requirement.marker
        if marker is None or any(marker.evaluate({"extra": "", **system}) for system in OTHER_SYSTEMS):
            needed = canonicalize_name(requirement.name)
            if _is_installed(needed):
                found.append(needed)
    return found


def _is_installed(name: str) -> bool:
    """Whether it is here: what only another Python needs is not."""
    try:
        metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def _part(name: str, needed_by: set[str]) -> Part:
    """Read what a library says of itself."""
    about = metadata.metadata(name)
    return Part(about["Name"], about["Version"], _licence(about), tuple(sorted(needed_by)))


def _licence(about: metadata.PackageMetadata) -> str:
    """Its licence: its expression, else what it is filed under, else its first line, else what we read."""
    if "License-Expression" in about:
        return about["License-Expression"]
    filed = [
        each.removeprefix(CLASSIFIER).removeprefix(OSI)
        for each in about.get_all("Classifier") or ()
        if each.startswith(CLASSIFIER)
    ]
    if filed:
        return ", ".join(filed)
    own = about["License"].strip().splitlines() if "License" in about else []
    return own[0] if own else IN_THEIR_FILES[about["Name"]]


HEAD = """# What the program is made of

Made by `python3 dev.py licences` from what is installed from `requirements.lock`; a test fails when it is not
what it would make now. `python3 dev.py bom` writes the same as a bill of materials (CycloneDX) into `build/`.
How known vulnerabilities are looked for: [security.md](security.md).

| library | version | licence | needed by |
|---|---|---|---|
"""
FOOT = """
Python itself: PSF-2.0, with SQLite (public domain) and OpenSSL (Apache-2.0) in it. `sqlcipher3` brings
SQLCipher (BSD-3-Clause). Qt, which PySide6 brings, is used under the LGPL-3.0 as separate libraries that can
be replaced. Fonts in `resources/fonts`, each with its licence beside it.
"""


def page() -> str:
    """The page of licences."""
    rows = (
        (each.name, each.version, each.licence, ", ".join(each.needed_by) or "the program")
        for each in parts()
    )
    return HEAD + "".join(f"| {' | '.join(row)} |\n" for row in rows) + FOOT


def write_bom(target: Path) -> None:
    """Write the bill of materials: the pinned lines of what users get, hashes included."""
    wanted = {canonicalize_name(part.name) for part in parts()}
    with tempfile.TemporaryDirectory() as folder:
        chosen = Path(folder) / "requirements.txt"
        chosen.write_text("\n".join(block for name, block in _pinned() if name in wanted), "utf-8")
        target.parent.mkdir(parents=True, exist_ok=True)
        tool = [sys.executable, "-m", "cyclonedx_py", "requirements", "--output-reproducible"]
        about = ["--pyproject", str(ROOT / "pyproject.toml")]
        subprocess.run([*tool, *about, "-o", str(target), str(chosen)], check=True)


def _pinned() -> Iterator[tuple[str, str]]:
    """Each pinned library of the lock file with all its lines."""
    for block in re.split(r"\n(?=\S)", LOCK.read_text("utf-8")):
        if found := re.match(r"([A-Za-z0-9._-]+)==", block):
            yield (
                canonicalize_name(found.group(1)),
                "\n".join(line for line in block.splitlines() if not line.lstrip().startswith("#")),
            )


def main(arguments: list[str]) -> int:
    """`licences` writes the page, `bom FILE` the bill of materials."""
    if arguments[0] == "licences":
        PAGE.write_text(page(), "utf-8")
        return 0
    target = Path(arguments[1])
    write_bom(target)
    found = json.loads(target.read_text("utf-8"))
    print(f"{len(found['components'])} parts in {target}")  # noqa: T201 - it speaks to an engineer
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
