"""The score tree as the results page shows it: a line for each number, with what it was made of.

A tool that is its own only part is shown once. Where a tool has several parts, what is published is the mean
of them, so a group "all parts together" stands beside the parts and takes the published figures.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ita_desktop.domain.numbers import rounded
from ita_desktop.domain.scoring import Level, Score
from ita_desktop.support.language import tr

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal
    from fractions import Fraction

    from ita_desktop.domain.instrument import Tool
    from ita_desktop.services.results import YearResult

TOGETHER = "all-parts"


@dataclass(frozen=True, slots=True)
class Term:
    """One number that a score was made of, with its weight in the mean."""

    code: str
    level: Level
    value: Fraction | None
    weight: Fraction


@dataclass(frozen=True, slots=True)
class Node:
    """A line of the tree. `key` is the published figure that belongs here; empty where none is published.

    `path` names the line for good, so that the cursor finds it again. `heading` marks a line without a score
    of its own. `over_parts` says that the terms are the same thing in each part.
    """

    path: str
    key: str
    title: str
    score: Score
    terms: tuple[Term, ...] = ()
    children: tuple[Node, ...] = ()
    published: Decimal | None = None
    heading: bool = False
    over_parts: bool = False

    @property
    def computed(self) -> Decimal | None:
        """The score as it is printed."""
        return rounded(self.score.value) if self.score.value is not None and not self.heading else None

    @property
    def difference(self) -> Decimal | None:
        """Published minus computed; None where either is not there."""
        if self.published is None or self.computed is None:
            return None
        return self.published - self.computed

    def walk(self) -> Iterator[Node]:
        """Yield this line and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()


def tree_of(result: YearResult) -> Node:
    """Arrange a year's result as lines, published figures beside them."""
    total = result.sheet.total
    tools = tuple(
        _tool(result, tool, score)
        for tool, score in zip(result.instrument.tools, total.children, strict=True)
    )
    root = Node("total", "total", tr("คะแนนรวม"), total, _terms(total), tools)
    return _with_published(root, result)


def _tool(result: YearResult, tool: Tool, score: Score) -> Node:
    """Arrange one tool: its indicators, or its parts and then all parts together."""
    title = f"{tool.code} {tool.title}"
    if len(score.children) == 1:
        part = score.children[0]
        children = tuple(_node(child, tool.code) for child in part.children)
        return Node(tool.code, tool.code, title, score, _terms(part), children)
    parts = tuple(_part(part, tool.code) for part in score.children)
    return Node(tool.code, tool.code, title, score, _terms(score), (*parts, _together(result, tool, score)))


def _part(part: Score, above: str) -> Node:
    """Arrange one of several parts; only its own score is published, not its indicators."""
    made = _node(part, above)
    title = part.title if part.title.startswith(part.code[:3]) else f"{part.code} {part.title}"
    return replace(made, title=title, children=tuple(_unpublished(child) for child in made.children))


def _unpublished(node: Node) -> Node:
    """Return the line, and all below it, without a place for a published figure."""
    return replace(node, key="", children=tuple(_unpublished(child) for child in node.children))


def _together(result: YearResult, tool: Tool, score: Score) -> Node:
    """Arrange what is published of a tool with parts: indicators and items, averaged over the parts."""
    path = f"{tool.code}/{TOGETHER}"
    indicators = []
    for indicator in tool.indicators:
        items = tuple(
            _joined(result.sheet.by_key[item.code], score, f"{path}/{indicator.code}")
            for item in indicator.items
        )
        joined = _joined(result.sheet.by_key[indicator.code], score, path)
        indicators.append(replace(joined, children=items))
    return Node(path, "", tr("รวมทุกส่วน"), score, children=tuple(indicators), heading=True)


def _joined(merged: Score, tool: Score, above: str) -> Node:
    """Make the line of what stands in several parts; its terms are its scores in each of them."""
    terms = []
    for part in tool.children:
        found = next((each for each in part.walk() if each.code == merged.code), None)
        terms.append(Term(part.code, Level.PART, found.value if found else None, part.weight))
    title = f"{merged.code} {merged.title}"
    return Node(f"{above}/{merged.code}", merged.code, title, merged, tuple(terms), over_parts=True)


def _node(score: Score, above: str) -> Node:
    """Make the line of a score and of all below it."""
    path = f"{above}/{score.code}"
    children = tuple(_node(child, path) for child in score.children)
    key = "" if score.level is Level.QUESTION else score.code
    return Node(path, key, f"{score.code} {score.title}", score, _terms(score), children)


def _terms(score: Score) -> tuple[Term, ...]:
    """Return what a score is the mean of."""
    return tuple(Term(kid.code, kid.level, kid.value, kid.weight) for kid in score.children)


def _with_published(node: Node, result: YearResult) -> Node:
    """Put the published figures in."""
    children = tuple(_with_published(child, result) for child in node.children)
    published = result.published.get(node.key) if node.key else None
    return replace(node, children=children, published=published)
