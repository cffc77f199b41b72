"""Promises that the program stays at home: no socket but two that are asked for, and nothing is run."""

from __future__ import annotations

import ast
import socket
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.conftest import NETWORK
from tests.helpers.netwatch import EVENTS
from tests.helpers.source import ROOT, SOURCES, name_of, tree_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NETWORK_LIBRARIES = {
    "socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "asyncio", "socketserver", "xmlrpc",
    "PySide6.QtNetwork", "PySide6.QtWebSockets", "psycopg", "requests", "httpx",
}  # fmt: skip
MAY_IMPORT_THEM = {
    "ita_desktop/services/link_check.py",  # check-links, which a person starts
    "ita_desktop/models/headquarters/store.py",  # a headquarters' database whose address was given
}
MAY_START_A_PROGRAM = {"ita_desktop/support/eject.py"}
"""The system's own tool that lets a stick go, on a device of the kernel's list."""
EXECUTING = {"eval", "exec", "compile", "__import__"}
STARTING = {"subprocess", "multiprocessing", "pty", "ctypes.CDLL"}


def imports() -> Iterator[tuple[str, str]]:
    """Every import in the program: the module, and what it imports."""
    for path in SOURCES:
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Import):
                yield from ((name_of(path), each.name) for each in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield name_of(path), node.module
                yield from ((name_of(path), f"{node.module}.{each.name}") for each in node.names)


def within(name: str, libraries: set[str]) -> bool:
    """Whether an import is of one of the libraries or of something inside it."""
    return any(name == each or name.startswith(f"{each}.") for each in libraries)


def test_only_two_modules_know_a_network() -> None:
    """Each of them only when a person asks for it."""
    knowing = {module for module, name in imports() if within(name, NETWORK_LIBRARIES)}
    assert knowing <= MAY_IMPORT_THEM


def test_nothing_is_executed_and_no_program_started() -> None:
    """No text becomes code; what is to be seen is handed to the system's own viewer (QDesktopServices)."""
    starting = {module for module, name in imports() if within(name, STARTING)}
    assert starting <= MAY_START_A_PROGRAM
    calls = {
        f"{name_of(path)}:{node.lineno}"
        for path in SOURCES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in EXECUTING
    }
    assert calls == set()


IMPORT_ALL = """
import importlib, pkgutil, sys
EVENTS = {events!r}
def heard(event, arguments):
    if event in EVENTS:
        sys.stderr.write(event); sys.stderr.flush(); import os; os._exit(9)
sys.addaudithook(heard)
import ita_desktop
for found in pkgutil.walk_packages(ita_desktop.__path__, "ita_desktop."):
    if not found.name.endswith("__main__"):
        importlib.import_module(found.name)
if len(sys.argv) > 1:
    from ita_desktop.app import start
    sys.exit(start(sys.argv[1:]))
"""


@pytest.mark.parametrize("words", [(), ("--self-test",), ("demo", "{folder}")])
def test_no_socket_is_opened_by_importing_or_working(words: tuple[str, ...], tmp_path: Path) -> None:
    """Every module imported, then the whole main job, under a hook that ends all at the first socket."""
    arguments = [word.format(folder=tmp_path / "demo") for word in words]
    script = IMPORT_ALL.format(events=sorted(EVENTS))
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_the_guard_of_the_suite_hears_a_socket() -> None:
    """A guard that hears nothing would let everything pass."""
    with pytest.raises(PermissionError):
        socket.create_connection(("127.0.0.1", 9), timeout=1)
    assert any("socket" in each for each in NETWORK.taken())
