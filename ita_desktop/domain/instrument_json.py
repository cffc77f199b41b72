"""JSON text to a plain tree that keeps what Python's reader loses: exact numbers and keys that stand twice.

The text comes from a USB stick, so it may be anything: its size, its depth and its numbers are bounded here,
before anything is built from it.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from ita_desktop.domain.instrument_mistakes import MistakeKind, quotable
from ita_desktop.domain.problems import InstrumentInvalid, InstrumentMistake

MOST_CHARACTERS = 1_000_000
"""The 2568 file has some 27 000; a text of many megabytes is not an instrument."""

_NUMERAL = re.compile(r"-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,2})?")
_LONGEST_NUMERAL = 24
_EXCERPT = 30


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is written. Reading it through a binary float would turn 33.33 into something else."""

    text: str

    def exact(self) -> Fraction | None:
        """Return its value; None for NaN, Infinity and numerals too long or too large to be meant."""
        if len(self.text) > _LONGEST_NUMERAL or not _NUMERAL.fullmatch(self.text):
            return None
        return Fraction(self.text)


@dataclass(frozen=True, slots=True)
class JsonObject:
    """An object of the file; `doubled` names the keys that stand twice: JSON itself would keep the last."""

    fields: dict[str, Json]
    doubled: tuple[str, ...] = ()


Json: TypeAlias = "bool | str | Number | list[Json] | JsonObject | None"


def read_json(text: str) -> Json:
    """Return the tree of a JSON text; InstrumentInvalid, with the place, if it cannot be read as JSON."""
    text = text.removeprefix("\ufeff")  # Windows Notepad puts this mark before the text
    if len(text) > MOST_CHARACTERS:
        raise _refused("", MistakeKind.TOO_LARGE, str(MOST_CHARACTERS))
    try:
        tree: Json = json.loads(
            text, object_pairs_hook=_object, parse_float=Number, parse_int=Number, parse_constant=Number
        )
    except json.JSONDecodeError as error:
        excerpt = text[error.pos : error.pos + _EXCERPT].split("\n")[0]
        raise _refused(f"{error.lineno}:{error.colno}", MistakeKind.NOT_JSON, excerpt) from error
    except RecursionError as error:  # a thousand brackets within each other
        raise _refused("", MistakeKind.TOO_DEEP) from error
    return tree


def _object(pairs: list[tuple[str, Json]]) -> JsonObject:
    """Build an object and note the keys that come again."""
    fields: dict[str, Json] = {}
    doubled: dict[str, None] = {}
    for key, value in pairs:
        if key in fields:
            doubled[key] = None
        fields[key] = value
    return JsonObject(fields, tuple(doubled))


def _refused(place: str, kind: MistakeKind, detail: str = "") -> InstrumentInvalid:
    """Make the error of a text from which nothing could be read."""
    return InstrumentInvalid((InstrumentMistake(place, kind.value, quotable(detail)),))
