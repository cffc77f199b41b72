"""Promises of the drawing: it shows what imports what today, not what somebody once meant."""

from __future__ import annotations

from tests.helpers.floor_drawing import BEGIN, END, PAGE, drawn, floors, uses


def test_the_drawing_is_true() -> None:
    """Where it is not: `python3 dev.py drawing`."""
    page = PAGE.read_text("utf-8")
    assert BEGIN in page
    assert END in page
    assert drawn(page) == page


def test_the_drawing_has_every_package_and_no_arrow_upwards() -> None:
    """Each floor uses only floors below; the drawing would show where one does not."""
    level = {package: number for number, floor in enumerate(floors()) for package in floor}
    assert {package for pair in uses() for package in pair} <= level.keys()
    rising = {pair for pair in uses() if level[pair[1]] <= level[pair[0]] and "selftest" not in pair}
    assert rising - {("__main__", "app")} == set()
