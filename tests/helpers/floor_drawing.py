"""The drawing of the floors in docs/architecture.md, made from what really imports what.

This is the `drawing` verb of dev.py; a test holds the page against it. Floors and their order come from the
contract in pyproject.toml, the arrows from the import graph, the words from each package's own docstring:
nothing is drawn by hand.
"""

from __future__ import annotations

import ast
import sys
import tomllib
from pathlib import Path

import grimp

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "architecture.md"
PACKAGE = "ita_desktop"
BEGIN, END = "<!-- drawing: made by `python3 dev.py drawing` -->\n", "<!-- end of drawing -->\n"
WIDTH, LENGTH = 10, 74


def floors() -> list[list[str]]:
    """The floors from the top, each with its packages side by side, as the contract has them."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(each["layers"] for each in contracts if each["type"] == "layers")
    return [[part.strip(" ()") for part in layer.replace(":", "|").split("|")] for layer in layers]


def uses() -> set[tuple[str, str]]:
    """Which package imports something of which other."""
    graph = grimp.build_graph(PACKAGE, include_external_packages=False, cache_dir=None)
    pairs = {
        (_package_of(module), _package_of(imported))
        for module in graph.modules
        for imported in graph.find_modules_directly_imported_by(module)
    }
    return {(here, there) for here, there in pairs if here and there and here != there}


def _package_of(module: str) -> str:
    """The part of the program that a module belongs to; empty for the root."""
    return module.removeprefix(PACKAGE).lstrip(".").partition(".")[0]


def words_of(package: str) -> str:
    """What a package says of itself."""
    folder = ROOT / PACKAGE / package
    source = folder / "__init__.py" if folder.is_dir() else folder.with_suffix(".py")
    words = ast.get_docstring(ast.parse(source.read_text("utf-8"))) or ""
    return words.partition("\n")[0]


def drawing() -> str:
    """The floors from the top, and after each package those below that it imports."""
    imported, lines = uses(), ["```"]
    order = [package for floor in floors() for package in floor]
    for floor in floors():
        for package in floor:
            below = [there for there in order if (package, there) in imported]
            lines.append(f" {package:{WIDTH}} → {' · '.join(below) or 'only the standard library'}")
        lines.append(" " + "─" * LENGTH)
    lines[-1] = "```"
    told = [f"- `{package}`: {words_of(package)}" for package in order]
    return "\n".join([*lines, "", *told]) + "\n"


def drawn(page: str) -> str:
    """A page with its drawing made anew."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return before + BEGIN + "\n" + drawing() + "\n" + END + after


def main() -> int:
    """Draw."""
    PAGE.write_text(drawn(PAGE.read_text("utf-8")), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
