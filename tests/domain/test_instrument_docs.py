"""What docs/instrument-format.md tells a person at headquarters is true of the reader and the schema."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from ita_desktop.domain.instrument_file import MistakeKind, parse
from tests.instruments.edit import REPOSITORY, SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.instruments.edit import Tree

DOCUMENT = (REPOSITORY / "docs" / "instrument-format.md").read_text(encoding="utf-8")


def property_names(schema: Tree) -> Iterator[str]:
    """Yield every key that the schema knows."""
    if isinstance(schema, dict):
        for key, value in schema.items():
            if key == "properties":
                yield from value
            yield from property_names(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from property_names(value)


def test_the_example_in_the_document_is_a_right_file() -> None:
    """Whoever copies it begins with something that opens."""
    [example] = [text for text in re.findall(r"```json\n(.*?)```", DOCUMENT, re.DOTALL) if '"format"' in text]
    assert parse(example).fiscal_year == 2570


def test_the_document_names_every_key() -> None:
    """A key that nobody explains is a key that nobody uses rightly."""
    names = set(property_names(json.loads(SCHEMA.read_text(encoding="utf-8"))))
    assert len(names) > 40
    assert [
        name for name in sorted(names) if f"`{name}`" not in DOCUMENT and f'"{name}"' not in DOCUMENT
    ] == []


def test_the_document_names_every_kind_of_mistake_and_no_other() -> None:
    """The table of mistakes is the enum."""
    table = DOCUMENT.partition("| Kind | Means |")[2].partition("\n\n")[0]
    kinds = {
        word
        for row in table.splitlines()
        for word in re.findall(r"`([a-z0-9-]+)`", row.partition("| ")[2].partition(" |")[0])
    }
    assert kinds == {kind.value for kind in MistakeKind}
