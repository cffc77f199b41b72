"""What was set before: a paragraph that did not change since the last setting is not set anew."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Hashable

    from .paragraph import SetText

_MOST: Final = 6000
"""Texts of one generation: a paper of some two hundred pages."""


@dataclass(slots=True)
class Memory:
    """Set texts by what they depend on; of two generations, what was not asked for lately is dropped."""

    _young: dict[Hashable, SetText] = field(default_factory=dict)
    _old: dict[Hashable, SetText] = field(default_factory=dict)

    def get(self, key: Hashable) -> SetText | None:
        """Return a text that was set before."""
        found = self._young.get(key)
        if found is None and (found := self._old.get(key)) is not None:
            self._young[key] = found
        return found

    def put(self, key: Hashable, text: SetText) -> None:
        """Keep a text."""
        if len(self._young) >= _MOST:
            self._old, self._young = self._young, {}
        self._young[key] = text
