"""Instrument files of the tests: where they are, and how to spoil one at a place."""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import Any

from ita_desktop.domain.instrument_file import parse
from ita_desktop.domain.problems import InstrumentInvalid, InstrumentMistake

REPOSITORY = Path(__file__).resolve().parents[2]
SHIPPED = REPOSITORY / "resources" / "instruments"
INVENTED = Path(__file__).with_name("invented-2570.json")
SCHEMA = SHIPPED / "schema.json"

Tree = Any
"""A JSON tree as Python reads it; tests put anything anywhere in it."""


class Removed:
    """Stands for a value that is taken out."""


REMOVED = Removed()


def text_of(year: int) -> str:
    """Return the text of a year's file: a shipped one, or the invented 2570."""
    path = INVENTED if year == 2570 else SHIPPED / f"{year}.json"
    return path.read_text(encoding="utf-8")


def tree_of(year: int) -> Tree:
    """Return a fresh tree of a year's file."""
    return json.loads(text_of(year))


def steps_of(place: str) -> list[str | int]:
    """Split a place such as `tools[0].parts[1].weight`."""
    return [int(index) if index else key for key, index in re.findall(r"([^.\[\]]+)|\[(\d+)\]", place)]


def changed(tree: Tree, place: str, value: object) -> Tree:
    """Return a copy with `value` at `place`; REMOVED takes the place out, one past a list's end appends."""
    result = copy.deepcopy(tree)
    *way, last = steps_of(place)
    holder = result
    for step in way:
        holder = holder[step]
    if isinstance(value, Removed):
        del holder[last]
    elif isinstance(holder, list) and last == len(holder):
        holder.append(value)
    else:
        holder[last] = value
    return result


def text_from(tree: Tree) -> str:
    """Write a tree as JSON text."""
    return json.dumps(tree, ensure_ascii=False)


def mistakes_in(text: str) -> tuple[InstrumentMistake, ...]:
    """Return the mistakes of a text, none if it is a good instrument."""
    try:
        parse(text)
    except InstrumentInvalid as invalid:
        return invalid.mistakes
    return ()
