"""How a person has laid out each table: widths and hidden columns, kept for the next start.

A table is known by its titles: where a later version has other columns, their layout is new too.
"""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ita_desktop.support.paths import settings_folder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

log = logging.getLogger(__name__)
MOST_KEPT = 100


@dataclass(frozen=True, slots=True)
class Layout:
    """Widths in pixels at 100 percent by column; columns that are hidden."""

    widths: dict[int, int] = field(default_factory=dict)
    hidden: frozenset[int] = frozenset()


def layouts_path() -> Path:
    """Where layouts are kept."""
    return settings_folder() / "tables.json"


def layout_of(titles: Sequence[str]) -> Layout:
    """The kept layout of a table; an empty one where there is none or the file is damaged."""
    kept = _all().get(_name(titles))
    if not isinstance(kept, dict):
        return Layout()
    try:
        widths = {int(place): int(width) for place, width in dict(kept.get("widths", {})).items()}
        hidden = frozenset(int(place) for place in list(kept.get("hidden", [])))
    except (TypeError, ValueError):
        return Layout()
    fits = range(len(titles))
    if len(hidden) >= len(titles):
        hidden = frozenset()
    return Layout({place: width for place, width in widths.items() if place in fits and width > 0}, hidden)


def keep_layout(titles: Sequence[str], layout: Layout) -> None:
    """Keep a layout; a folder that cannot be written costs the layout, never the work."""
    from ita_desktop.domain.problems import Problem
    from ita_desktop.services.outputs import write_output

    every = _all()
    every.pop(_name(titles), None)
    if layout.widths or layout.hidden:
        every[_name(titles)] = {"widths": layout.widths, "hidden": sorted(layout.hidden)}
    newest = dict(list(every.items())[-MOST_KEPT:])
    try:
        write_output(layouts_path(), json.dumps(newest, ensure_ascii=False, indent=1).encode("utf-8"))
    except (OSError, Problem) as error:
        log.info("layout of a table not kept: %s", type(error).__name__)


def _all() -> dict[str, object]:
    """Every kept layout by the name of its table."""
    try:
        found = json.loads(layouts_path().read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _name(titles: Sequence[str]) -> str:
    """The name of a table."""
    return " · ".join(titles)
