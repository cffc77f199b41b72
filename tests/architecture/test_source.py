"""Promises of the source: small modules that say what they are, one place for each thing."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
from typing import TYPE_CHECKING

import ita_desktop
from tests.helpers.source import PACKAGE, ROOT, SOURCES, name_of, tree_of

if TYPE_CHECKING:
    from collections.abc import Iterator

MODULE_LINES = 300
FUNCTION_LINES = 40  # most are under 20; beyond 40 nobody sees the whole at once
MAY_PRINT = ("ita_desktop/cli/",)


def lines_of(node: ast.FunctionDef) -> int:
    """How long a function is, from its def to its last line."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def nodes() -> Iterator[tuple[str, ast.AST]]:
    """Every node of every module, with the module's name."""
    for path in SOURCES:
        for node in ast.walk(tree_of(path)):
            yield name_of(path), node


def test_a_module_is_one_idea() -> None:
    """No module grows past what one reads at a sitting."""
    lengths = {name_of(path): len(path.read_text("utf-8").splitlines()) for path in SOURCES}
    too_long = {name: lines for name, lines in lengths.items() if lines > MODULE_LINES}
    assert too_long == {}, "find the two ideas in each of these and give each a module of its own"


def test_a_function_does_one_thing() -> None:
    """No function is longer than a screen."""
    functions = [(name, node) for name, node in nodes() if isinstance(node, ast.FunctionDef)]
    too_long = [f"{name}: {node.name}" for name, node in functions if lines_of(node) > FUNCTION_LINES]
    assert too_long == [], "name the steps inside each of these and make each step a function"


def test_modules_and_classes_say_what_they_are() -> None:
    """Each opens with a sentence on what it is and why it is there."""
    silent = [
        f"{name}: {getattr(node, 'name', 'the module')}"
        for name, node in nodes()
        if isinstance(node, (ast.ClassDef, ast.Module)) and not ast.get_docstring(node)
    ]
    assert silent == []


def test_nothing_prints_but_the_command_line() -> None:
    """A windowed program has no console: tell the log, return a value, or raise a problem."""
    prints = [
        f"{name}:{node.lineno}"
        for name, node in nodes()
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert [place for place in prints if not place.startswith(MAY_PRINT)] == []


def exceptions_of_the_program() -> Iterator[type[BaseException]]:
    """Every exception class that the floors below the window define."""
    for found in pkgutil.walk_packages([str(PACKAGE)], "ita_desktop."):
        if found.name.split(".")[-1] == "__main__" or ".ui" in found.name:
            continue
        module = importlib.import_module(found.name)
        for _, kind in inspect.getmembers(module, inspect.isclass):
            if issubclass(kind, BaseException) and kind.__module__ == found.name:
                yield kind


def test_errors_can_pass_through_a_context_manager() -> None:
    """A with-block writes __traceback__ on an error on its way; a frozen dataclass refuses, and hides it."""
    sealed = []
    for kind in exceptions_of_the_program():
        error = kind.__new__(kind)
        try:
            error.__traceback__ = None
        except AttributeError:
            sealed.append(kind.__qualname__)
    assert sealed == [], "make these errors @dataclass(unsafe_hash=True), not frozen"


def test_the_version_stands_in_one_place() -> None:
    """Only ita_desktop/__init__.py says the version; everything else asks it."""
    assert re.fullmatch(r"\d+\.\d+\.\d+", ita_desktop.__version__)
    pattern = re.compile(r"__version__\s*=")
    assert [name_of(path) for path in SOURCES if pattern.search(path.read_text("utf-8"))] == [
        "ita_desktop/__init__.py"
    ]
    assert 'dynamic = ["version"]' in (ROOT / "pyproject.toml").read_text("utf-8")
