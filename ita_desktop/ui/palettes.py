"""The colours of the window by their tokens: light, dark, and one of high contrast.

A token names what a colour is for, never how it looks, so that a page is written once for all three. Text
reaches WCAG AA (4.5:1) on every ground it stands on, AAA (7:1) in high contrast; edges of fields and marks of
the cursor reach 3:1. A test counts every pair.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# Tokens
PAPER = "paper"  # behind the cards
SURFACE = "surface"  # cards, fields, tables
INK = "ink"
MUTED = "muted"  # second lines, captions
LINE = "line"  # edges of what only groups
EDGE = "edge"  # edges of what can be filled in or pressed
HAIRLINE = "hairline"  # between rows
ACCENT = "accent"
ACCENT_DEEP = "accent_deep"
ACCENT_SOFT = "accent_soft"  # chosen row, done chip
ACCENT_MIDDLE = "accent_middle"  # past bars
QUIET = "quiet"  # grounds of neutral badges, unfilled bars
GOOD, GOOD_GROUND = "good", "good_ground"
WARN, WARN_GROUND = "warn", "warn_ground"
BAD, BAD_GROUND = "bad", "bad_ground"
INFO, INFO_GROUND = "info", "info_ground"


class Palette(Enum):
    """A set of colours."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


_LIGHT = {
    PAPER: "#fcfcf8", SURFACE: "#ffffff", INK: "#1c2326", MUTED: "#5b666b",
    LINE: "#d9dfde", EDGE: "#7f8b8a", HAIRLINE: "#e9edec",
    ACCENT: "#0f5b60", ACCENT_DEEP: "#0a474b", ACCENT_SOFT: "#e3f0ef", ACCENT_MIDDLE: "#9cc3c4",
    QUIET: "#eef1f0",
    GOOD: "#1f6b2d", GOOD_GROUND: "#e5f3e6", WARN: "#835400", WARN_GROUND: "#fbf1d8",
    BAD: "#a02030", BAD_GROUND: "#f8e2e2", INFO: "#0f5b60", INFO_GROUND: "#e3f0ef",
}  # fmt: skip
_DARK = {
    PAPER: "#14191b", SURFACE: "#1d2528", INK: "#e9eeed", MUTED: "#a9b6b8",
    LINE: "#3a474c", EDGE: "#7d8c8f", HAIRLINE: "#2b363a",
    ACCENT: "#79cacb", ACCENT_DEEP: "#9bdedd", ACCENT_SOFT: "#173e42", ACCENT_MIDDLE: "#2f6669",
    QUIET: "#2a3438",
    GOOD: "#86d394", GOOD_GROUND: "#17351d", WARN: "#f1c566", WARN_GROUND: "#3b2d0b",
    BAD: "#ffa3aa", BAD_GROUND: "#471b22", INFO: "#79cacb", INFO_GROUND: "#173e42",
}  # fmt: skip
_CONTRAST = {
    PAPER: "#ffffff", SURFACE: "#ffffff", INK: "#000000", MUTED: "#1b1b1b",
    LINE: "#767676", EDGE: "#000000", HAIRLINE: "#6b6b6b",
    ACCENT: "#00353a", ACCENT_DEEP: "#000000", ACCENT_SOFT: "#ffe875", ACCENT_MIDDLE: "#8fb3b5",
    QUIET: "#f2f2f2",
    GOOD: "#003d12", GOOD_GROUND: "#ffffff", WARN: "#4a2d00", WARN_GROUND: "#ffffff",
    BAD: "#78000f", BAD_GROUND: "#ffffff", INFO: "#00353a", INFO_GROUND: "#ffffff",
}  # fmt: skip
COLOURS: Mapping[Palette, Mapping[str, str]] = {
    Palette.LIGHT: _LIGHT,
    Palette.DARK: _DARK,
    Palette.CONTRAST: _CONTRAST,
}
"""What every token is in every palette."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tokens that stand on each other."""

    text: str
    ground: str


TEXT_PAIRS = (
    Pair(INK, PAPER), Pair(INK, SURFACE), Pair(MUTED, PAPER), Pair(MUTED, SURFACE), Pair(MUTED, ACCENT_SOFT),
    Pair(INK, ACCENT_SOFT), Pair(ACCENT, SURFACE), Pair(ACCENT, PAPER), Pair(ACCENT, ACCENT_SOFT),
    Pair(SURFACE, ACCENT), Pair(SURFACE, ACCENT_DEEP), Pair(GOOD, GOOD_GROUND), Pair(WARN, WARN_GROUND),
    Pair(BAD, BAD_GROUND), Pair(INFO, INFO_GROUND), Pair(MUTED, QUIET), Pair(GOOD, SURFACE),
    Pair(WARN, SURFACE), Pair(BAD, SURFACE), Pair(BAD, ACCENT_SOFT), Pair(WARN, ACCENT_SOFT),
    Pair(GOOD, ACCENT_SOFT),
)  # fmt: skip
"""Every pair of text and ground that the window uses."""
MARK_PAIRS = (
    Pair(EDGE, SURFACE), Pair(EDGE, PAPER), Pair(ACCENT, SURFACE), Pair(ACCENT, PAPER), Pair(BAD, SURFACE),
    Pair(ACCENT, ACCENT_SOFT), Pair(ACCENT_MIDDLE, ACCENT),
)  # fmt: skip
"""Edges and marks without which a field, a fault or the cursor would not be seen."""
